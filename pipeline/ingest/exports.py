"""What news databases export: one document, many articles, each with a fixed head and foot.

Four layouts mark where an article ends: Factiva (`Document ABCD000020200106eg16000xy`),
Nexis Uni and Lexis+ (`End of Document`), the older LexisNexis (`3 of 25 DOCUMENTS`), and
ProQuest (`Document 3 of 25`).
The head's and foot's lines become metadata; the text is title and body. An article whose
head is not understood is kept whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from pipeline.ingest.dates import read_date
from pipeline.ingest.exported import Exported
from pipeline.ingest.fields import article_id, language_code, one_line
from pipeline.ingest.proquest import PROQUEST_START, parse_proquest
from pipeline.records import Article, Metadata

_FACTIVA_END = re.compile(
    # the number of older articles is in small letters
    r"^(?:AN\s+)?Document (?:[A-Z][A-Z0-9]{3,12}|[a-z][a-z0-9]{3,12})\d{8}[a-z0-9]{6,12}[ ]*$",
    re.M,
)
_NEXIS_END = re.compile(r"^[ ]*End of Document[ ]*$", re.M)
_LEXIS_START = re.compile(r"^[ \t]*\d{1,5} of \d{1,5} DOCUMENTS?[ \t]*$", re.M)

_WORD_COUNT = re.compile(r"[\d,.]{1,9} words\Z", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:copyright\b|©|\(c\) )", re.IGNORECASE)
_FACTIVA_CODE = re.compile(r"([A-Z]{2}(?:[0-9])?)\s+(\S.*)\Z")
_FACTIVA_CODES: Final = frozenset(
    ("SE", "HD", "BY", "CR", "ED", "VOL", "WC", "PD", "ET", "SN", "SC", "PG", "LA", "CY", "LP",
     "TD", "CO", "IN", "NS", "RE", "IPD", "PUB", "AN")
)  # fmt: skip
_LABELLED = re.compile(r"\s*([A-Z][A-Za-z-]{2,20}):\s*(.*)\Z")
_LEXIS_FOOT: Final = frozenset(
    ("load-date", "language", "graphic", "publication-type", "pub-type", "document-type",
     "journal-code", "subject", "geographic", "city", "state", "country", "person",
     "organization", "company", "industry", "ticker", "category", "correction-date", "url")
)  # fmt: skip
_LEXIS_HEAD: Final = frozenset(("byline", "section", "dateline", "highlight", "series", "abstract"))
"""Labels of lines that may also stand below the one of the length."""
_NEXIS_FOOT: Final = frozenset(("classification", "graphic", "load-date"))
_LINK_LINE = re.compile(r"Link to (?:Image|PDF|Article|Full Text|Original Source)\Z", re.IGNORECASE)
_LONGEST_HEAD = 40


def export_articles(text: str, source: str) -> list[Article]:
    """The articles of a database's export; none if the text is no such export.

    Args:
        text: A whole document, line ends folded.
        source: Its source; article n gets `#n`, counted from 1.

    Returns:
        Articles in the document's order, their ids from their own part of the text.
    """
    if _FACTIVA_END.search(text):
        parts, parse = _FACTIVA_END.split(text), _factiva
    elif _NEXIS_END.search(text) and re.search(r"^[ ]*Body[ ]*$", text, re.M):
        parts, parse = _NEXIS_END.split(text), _nexis
    elif _LEXIS_START.search(text):
        _cover, *rest = _LEXIS_START.split(text)
        parts, parse = rest, _lexis
    elif PROQUEST_START.search(text) and re.search(r"^[ ]*(?:Full text|Text): ?", text, re.M):
        _cover, *rest = PROQUEST_START.split(text)
        parts, parse = rest, parse_proquest
    else:
        return []
    articles: list[Article] = []
    for part in parts:
        if not part.strip() or _is_summary(part):
            continue
        parsed = parse([line.rstrip() for line in part.strip("\n").split("\n")])
        known = Metadata(
            outlet=one_line(parsed.outlet),
            title=one_line(parsed.title),
            byline=one_line(parsed.byline),
            published=parsed.published,
            published_basis="metadata" if parsed.published else "",
            language=language_code(parsed.language),
            url=parsed.url,
        )
        body = f"{parsed.title}\n\n{parsed.body}".strip()
        place = f"{source}#{len(articles) + 1}"
        articles.append(Article(article_id(part.strip().encode()), place, body, known))
    return articles


def marks_article(line: str) -> bool:
    """Whether a line is what a database prints at the end or beginning of each article."""
    marks = (_NEXIS_END, _FACTIVA_END, _LEXIS_START, PROQUEST_START)
    return any(mark.match(line) for mark in marks)


def _is_summary(part: str) -> bool:
    """What databases print after the last article: the search, and their own copyright."""
    start = part.strip()[:40]
    return start.startswith(("Search Summary", "© 20", "Factiva")) or len(part.split()) < 5


def _factiva(lines: Sequence[str]) -> Exported:
    coded = _factiva_codes(lines)
    if "HD" in coded:
        return Exported(
            title=coded["HD"],
            body="\n\n".join(filter(None, (coded.get("LP", ""), coded.get("TD", "")))),
            outlet=coded.get("SN", ""),
            byline=_without_by(coded.get("BY", "")),
            published=read_date(coded.get("PD", "")),
            language=coded.get("LA", ""),
        )
    count = _index(lines, _WORD_COUNT.match)
    if count < 0:
        return _whole(lines)
    above = [line.strip() for line in lines[:count] if line.strip()]
    byline = ""
    if len(above) > 1 and _looks_like_byline(above[-1], above[-2]):
        byline = above.pop()
    head = [(i, line.strip()) for i, line in enumerate(lines) if i > count and line.strip()]
    head = head[:12]
    end, published, outlet, language = count, "", "", ""
    for place, (i, line) in enumerate(head):
        if not published and (published := read_date(line)):
            following = [text for _, text in head[place + 1 :]]
            if following and re.match(r"\d{1,2}:\d{2}", following[0]):
                following = following[1:]
            outlet = following[0] if following else ""
            end = i
        elif published and not language and language_code(line) and len(line) > 3:
            language, end = line, i
        elif _COPYRIGHT.match(line):
            end = i
            break
    return Exported(
        title=above[-1] if above else "",
        body="\n".join(lines[end + 1 :]).strip(),
        outlet=outlet,
        byline=_without_by(byline),
        published=published,
        language=language,
    )


def _factiva_codes(lines: Sequence[str]) -> dict[str, str]:
    """The fields of Factiva's layout with indexing codes: `HD`, `BY`, `LP`, `TD` …"""
    fields: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        match = _FACTIVA_CODE.match(line)
        if line.strip() in _FACTIVA_CODES:
            code = line.strip()
            fields.setdefault(code, [])
        elif match and match[1] in _FACTIVA_CODES and match[1] not in fields:
            code = match[1]
            fields[code] = [match[2].strip()]
        elif code:
            fields[code].append(line.strip())
    if not {"HD", "PD"} <= fields.keys():
        return {}
    return {code: "\n".join(text).strip() for code, text in fields.items()}


def _nexis(lines: Sequence[str]) -> Exported:
    body = _index(lines, lambda line: line.strip() == "Body")
    if body < 0:
        return _whole(lines)
    end = _index(lines, lambda line: _label(line) in _NEXIS_FOOT, start=body + 1)
    head = [line.strip() for line in lines[:body] if line.strip()][-_LONGEST_HEAD:]
    labels = _labels(head) | _labels(lines[end:] if end >= 0 else ())
    # a cover page above has its own lines, so the last day over the labels is the article's
    days = [i for i, line in enumerate(head) if read_date(line) and not _LABELLED.match(line)]
    dated = days[-1] if days else -1
    text = lines[body + 1 : end if end >= 0 else len(lines)]
    return Exported(
        title=head[dated - 2] if dated >= 2 else (head[0] if head else ""),
        body="\n".join(line for line in text if not _LINK_LINE.match(line.strip())).strip(),
        outlet=head[dated - 1] if dated >= 1 else "",
        byline=_without_by(labels.get("byline", "")),
        published=read_date(head[dated]) if dated >= 0 else "",
        language=labels.get("language", ""),
    )


def _lexis(lines: Sequence[str]) -> Exported:
    length = _index(lines[:_LONGEST_HEAD], lambda line: _label(line) == "length")
    if length < 0:
        return _whole(lines)
    start = length + 1
    while start < len(lines) and (not lines[start].strip() or _label(lines[start]) in _LEXIS_HEAD):
        start += 1
    foot = _index(
        lines,
        lambda line: _label(line) in _LEXIS_FOOT and line.lstrip()[:3].isupper(),
        start=start,
    )
    end = foot if foot >= 0 else len(lines)
    head = [line.strip() for line in lines[:length] if line.strip()]
    labels = _labels(head) | _labels([line for line in lines[end:] if line.strip()])
    plain = [line for line in head if not _LABELLED.match(line)]
    dated = _index(plain, lambda line: bool(read_date(line)))
    # a headline may have a colon, too: "LETTER: MIND THE GAP"
    first = _index(lines, lambda line: _label(line) in _LEXIS_HEAD | {"length", "source"})
    title = _last_paragraph(lines[:first]) if dated >= 0 else ""
    outlet = next((line for line in plain[: max(dated, 0)] if not _COPYRIGHT.match(line)), "")
    return Exported(
        title=title,
        body="\n".join(lines[start:end]).strip(),
        outlet=outlet,
        byline=_without_by(labels.get("byline", "")),
        published=read_date(plain[dated]) if dated >= 0 else "",
        language=labels.get("language", ""),
    )


def _whole(lines: Sequence[str]) -> Exported:
    return Exported(title="", body="\n".join(lines).strip())


def _last_paragraph(lines: Sequence[str]) -> str:
    """The lines above the first label, up to an empty one: a headline may take two."""
    paragraph: list[str] = []
    for line in reversed(lines):
        if line.strip():
            paragraph.insert(0, line.strip())
        elif paragraph:
            break
    return " ".join(paragraph)


def _index(lines: Sequence[str], holds: Callable[[str], object], start: int = 0) -> int:
    """The first line from `start` for which `holds` is true, or -1."""
    return next((i for i in range(start, len(lines)) if holds(lines[i].strip())), -1)


def _label(line: str) -> str:
    """The label of `LENGTH: 512 words` or of a line that is a label alone, in small letters."""
    match = _LABELLED.match(line)
    return (match[1] if match else line.strip()).lower()


def _labels(lines: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        if match := _LABELLED.match(line):
            found.setdefault(match[1].lower(), match[2])
    return found


def _looks_like_byline(line: str, above: str) -> bool:
    if re.match(r"by\s", line, re.IGNORECASE):
        return True
    words = line.split()
    return len(words) <= 4 < len(above.split()) and all(word[0].isupper() for word in words)


def _without_by(byline: str) -> str:
    return re.sub(r"\A\s*by\s+", "", byline, flags=re.IGNORECASE)
