"""ProQuest's export of many documents: `Document 1 of 20` heads each.

Below it stand the title, a citation or labelled lines, `Full text:` with the article, and
labelled lines of the database.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pipeline.ingest.dates import read_date
from pipeline.ingest.exported import Exported

PROQUEST_START: Final = re.compile(r"^[ \t]*Document \d{1,5} of \d{1,5}[ \t]*$", re.M)
_CITED = re.compile(
    r"(?:(?P<author>[^.\[\]]{2,80})\. )?(?P<outlet>[^.;\[\]]{2,80}?)(?: ?; ?[^\[\]]{2,60})?"
    r"(?: \[[^\[\]]{2,60}\])?[.,]? (?P<date>\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})\b"
)
"""Such as "Smith, Ann. The Island Post [Harrow Bay] 04 May 2015: A3."."""
_LABELLED = re.compile(r"(?P<label>[A-Z][A-Za-z /]{2,40}?): ?(?P<value>.*)\Z")
_TEXT: Final = frozenset(("full text", "text", "body"))
_FOOT: Final = frozenset(
    ("subject", "location", "people", "company / organization", "company", "classification",
     "identifier / keyword", "title", "publication title", "publication year",
     "publication date", "publication subject", "publication info", "publisher", "issn",
     "source type", "source", "language of publication", "language", "document type",
     "dateline", "proquest document id", "document url", "copyright", "last updated", "database",
     "pages", "section", "place of publication", "country of publication", "links", "column",
     "accession number", "author")
)  # fmt: skip
_DEEPEST = 12
"""Lines of the head among which the citation is."""
_RULE = re.compile(r"[\W_]{5,}\Z")


def parse_proquest(lines: Sequence[str]) -> Exported:
    """One document; whole if it has no labelled text."""
    labels: dict[str, str] = {}
    head: list[str] = []
    body: list[str] = []
    reading = False
    for line in lines:
        text = line.strip()
        match = _LABELLED.match(text)
        label = match["label"].lower() if match else ""
        if match and label in _TEXT and not body:
            reading = True
            body.append(match["value"])
        elif match and (label in _FOOT if body else label in _FOOT | {"abstract"}):
            reading = False
            labels.setdefault(label, match["value"].strip())
        elif reading and not _RULE.match(text):
            body.append(line)
        elif not body and text and not _RULE.match(text):
            head.append(text)
    if not body:
        return Exported("", "\n".join(line for line in lines if not _RULE.match(line.strip())))
    citations = map(_CITED.match, [labels.get("publication info", ""), *head[:_DEEPEST]])
    cited = next(filter(None, citations), None)
    author = labels.get("author", "") or (cited["author"] if cited else "") or ""
    outlet = labels.get("publication title", "") or (cited["outlet"] if cited else "")
    day = labels.get("publication date", "") or (cited["date"] if cited else "")
    return Exported(
        title=labels.get("title", "") or (head[0] if head else ""),
        body="\n".join(body).strip(),
        outlet=outlet.strip(" ;,"),
        byline=_in_order(author),
        published=read_date(day),
        language=labels.get("language of publication", "") or labels.get("language", ""),
        url=labels.get("document url", ""),
    )


def _in_order(author: str) -> str:
    """ "Smith, Ann" as it stands in a paper: "Ann Smith"."""
    parts = [part.strip() for part in author.rstrip(". ").split(",")]
    return f"{parts[1]} {parts[0]}" if len(parts) == 2 and all(parts) else author.rstrip(". ")
