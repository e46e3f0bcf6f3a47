"""PDF documents: text in reading order, its broken lines joined into paragraphs."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain, pairwise

from pipeline.ingest.decode import fold_text
from pipeline.ingest.entry import Context, Entry, loss, too_large
from pipeline.ingest.exports import export_articles, marks_article
from pipeline.ingest.fields import article_id
from pipeline.ingest.options import IngestError
from pipeline.ingest.pdf_headline import join_headline
from pipeline.ingest.pdf_letters import COLUMN_BREAK, Letters, Line, margins, parted, usual_distance
from pipeline.records import Article, Metadata, Problem

_MOST_PAGES = 5000
_EDGE_LINES = 2
"""Lines at a page's top and bottom that can be a running head or foot."""
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\Z", re.IGNORECASE)
_PRINTED_ADDRESS = re.compile(r"((?:https?|file|ﬁle)://\S+?)\s*\d{1,4}/\d{1,4}\Z")
_PRINTED_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}\b")
"""How the head begins that browsers print: the day and time of printing."""
_LONGEST_HEAD = 160
_NUMBER_LINE = "\f"
"""Stands, until all heads are found, where a page's number or address stood."""
_NUMBERED = re.compile(r"\A\d{1,4}\s+|\bpage\s+\d{1,4}\b|[\s/|]\d{1,4}\Z", re.IGNORECASE)
"""Where a running head has the page's number."""
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]{0,3}\Z")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIRST_HALF = re.compile(r"([^\W\d_]{2,40})[-\u00ad\u2010]\Z")
_SECOND_HALF = re.compile(r"[a-zß-öø-ÿ][^\W\d_]{0,40}")
_SHORT_LINE, _FULL_LINE = 0.6, 0.9
"""Against the page's usual width: a line below the one ends its paragraph, a line above
the other does not even where a sentence ends."""


def read_pdf(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """A PDF: one article, or the articles of a database's export.

    Running heads, feet and page numbers belong to the sheet and are left out; the
    address that a browser prints at the foot becomes the article's `url`.
    """
    from pypdf import PdfReader

    data = entry.read(context.options.max_document_bytes)
    if data is None:
        raise IngestError(too_large(context.options.max_document_bytes))
    # what it warns of in damaged files is either mended or raised
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    entry.stream.seek(0)
    reader = PdfReader(entry.stream)
    if reader.is_encrypted and not reader.decrypt(""):
        raise IngestError("This PDF is locked with a password; save an unlocked copy.")
    pages: list[list[str]] = []
    places: list[list[Line]] = []
    size = unreadable = 0
    for page in reader.pages[:_MOST_PAGES]:
        letters = Letters()
        try:
            text = fold_text(page.extract_text(visitor_text=letters.visit))
        except Exception:  # pypdf fails in many ways on one damaged page; the others stay
            unreadable += 1
            continue
        size += len(text)
        if size > context.options.max_article_bytes:
            raise IngestError(too_large(context.options.max_article_bytes))
        lines = [" ".join(line.split()) for line in text.split("\n")]
        places.append(letters.of_lines(lines))
        pages.append(lines)
    is_export = any(map(marks_article, chain.from_iterable(pages)))
    usual, set_in = usual_distance(places, pages), margins(places)
    for number, of_page in enumerate(places):
        pages[number], places[number] = parted(pages[number], of_page, usual, set_in)
    # an export's articles have their titles in their own heads
    if pages and not is_export:
        pages[0] = join_headline(pages[0], [line.size for line in places[0]])
    pages, address = without_running_heads(pages)
    # the lines of an export are its fields, too
    marks = [] if is_export else [COLUMN_BREAK]
    lines = [line for page in pages for line in (*marks, *page) if line != COLUMN_BREAK or marks]
    text = join_lines(lines, stand_apart=bool((usual or set_in) and marks))
    if not text:
        raise IngestError(
            "This PDF holds no text but pictures of pages; run it through text recognition (OCR)."
        )
    # the marks of a database's export stand on lines of their own
    exported = export_articles("\n".join(lines), entry.source)
    for article in exported:
        yield replace(article, text=join_lines(article.text.split("\n")))
    if not exported:
        yield Article(article_id(data), entry.source, text, Metadata(url=address))
    if unreadable or len(reader.pages) > _MOST_PAGES:
        lost = unreadable + max(0, len(reader.pages) - _MOST_PAGES)
        yield loss(entry.source, f"{lost} pages of this PDF could not be read; export it again.")


def without_running_heads(pages: Sequence[Sequence[str]]) -> tuple[list[list[str]], str]:
    """Pages without the lines that stand at the top or bottom of most of them.

    The head and foot of an export's article are no page's, even where each article has
    one page and the heads are alike.

    Args:
        pages: For each page its lines.

    Returns:
        The pages, and the address a browser printed at their foot, if any.
    """
    address = ""
    without_numbers: list[list[str]] = []
    for page in pages:
        # what a browser prints cannot be mistaken, even on a page of a few lines
        edge = _edges(page, whole=True)
        printed = [found for line in edge.values() if (found := _PRINTED_ADDRESS.search(line))]
        if printed and not address and printed[0][1].startswith("http"):
            address = printed[0][1]
        dropped = {
            place
            for place, line in edge.items()
            if (_PAGE_NUMBER.match(line) and place in _edges(page))
            or _PRINTED_ADDRESS.search(line)
            or (printed and _PRINTED_DAY.match(line))
        }
        without_numbers.append(
            [_NUMBER_LINE if place in dropped else line for place, line in enumerate(page)]
        )
    kept = _without_repeated(without_numbers, _article_starts(without_numbers))
    # a running head may be one article's alone
    starts = sorted(_article_starts(kept))
    if starts:
        bounds = [0, *starts, len(kept)] if starts[0] else [*starts, len(kept)]
        kept = [
            page
            for first, end in pairwise(bounds)
            for page in _without_repeated(kept[first:end], {0} if first in starts else set())
        ]
    return [[line for line in page if line != _NUMBER_LINE] for page in kept], address


def _article_starts(pages: Sequence[Sequence[str]]) -> set[int]:
    """The pages that begin with an article of an export: an article's end is right before."""
    starts = set()
    for number, page in enumerate(pages):
        filled = [line for line in page if line]
        if any(map(marks_article, filled[-_EDGE_LINES - 1 :])):
            starts.add(number + 1)
        if any(map(marks_article, filled[:_EDGE_LINES])):
            starts.add(number)
    if starts:
        starts.add(0)
    return {start for start in starts if start < len(pages)}


def _without_repeated(pages: Sequence[list[str]], starts: Set[int]) -> list[list[str]]:
    """Pages without running heads; those in `starts` begin with an article's own head."""
    edges = [_running(page, False) for page in pages]
    counts = Counter(shape for page in edges for shape in {_shape(line) for line in page.values()})
    # a page of a line or two has no room for a head
    roomy = sum(1 for page in edges if page)
    repeated = {shape for shape, count in counts.items() if count >= 2 and count * 2 > roomy}
    return [
        [
            line
            for place, line in enumerate(page)
            if not (place in edge and _shape(line) in repeated)
        ]
        for page, edge in zip(
            pages,
            (_running(page, number in starts, whole=True) for number, page in enumerate(pages)),
            strict=True,
        )
    ]


def _running(page: Sequence[str], starts_article: bool, *, whole: bool = False) -> dict[int, str]:
    """Short lines at the edges that are not an export's article's own."""
    marks = [place for place, line in enumerate(page) if marks_article(line)]
    middle = len(page) // 2
    return {
        place: line
        for place, line in _edges(page, whole=whole).items()
        if len(line) <= _LONGEST_HEAD
        and not _continues(line)
        and not (starts_article and place <= middle)
        and not (marks and (place <= marks[-1] if place > middle else place >= marks[0]))
    }


def join_lines(lines: Sequence[str], *, stand_apart: bool = False) -> str:
    """Hard-wrapped lines joined into paragraphs, words divided at line ends made whole.

    A paragraph ends at an empty line, at a line much shorter than the others, or where a
    sentence ends a little short of the width; never before a small letter.

    Args:
        lines: With `COLUMN_BREAK` between two that are not one below the other.
        stand_apart: Whether paragraphs have empty lines between them, so that the end of
            a sentence tells nothing, but at the end of a column.
    """
    filled: list[tuple[str, bool]] = []
    at_break = False
    for line in lines:
        if line != COLUMN_BREAK:
            filled.append((line, at_break))
        at_break = line == COLUMN_BREAK
    lengths = sorted(len(line) for line, _ in filled if line)
    if not lengths:
        return ""
    width = lengths[len(lengths) * 9 // 10]
    words = set(_WORD.findall(" ".join(line for line, _ in filled)))
    parts = [filled[0][0]]
    for (line, _), (following, at_break) in pairwise(filled):
        if not following:
            continue
        if _ends_paragraph(line, following, width, not stand_apart or at_break):
            parts += ("\n\n", following)
        elif divided := _divided_word(line, following):
            first, rest = divided
            compound = f"{first}-{rest}" in words and first + rest not in words
            parts[-1] = line if compound else line[:-1]
            parts.append(following)
        else:
            parts += (" ", following)
    return "".join(parts).strip()


def _ends_paragraph(line: str, following: str, width: int, sentences_tell: bool) -> bool:
    if not line:
        return True
    if following[0].islower():
        return False
    if len(line) < _SHORT_LINE * width:
        return True
    full = len(line) >= _FULL_LINE * width
    return sentences_tell and not full and bool(_SENTENCE_END.search(line))


def _divided_word(line: str, following: str) -> tuple[str, str] | None:
    """The two halves of a word that is divided between two lines."""
    first, rest = _FIRST_HALF.search(line[-50:]), _SECOND_HALF.match(following)
    return (first[1], rest[0]) if first and rest else None


def _edges(page: Sequence[str], *, whole: bool = False) -> dict[int, str]:
    """Lines at the top and bottom, by their places.

    A page of a few lines has little room for heads, unless other pages tell them (`whole`).
    """
    places = [place for place, line in enumerate(page) if line and line != COLUMN_BREAK]
    edge = min(_EDGE_LINES, len(places) if whole else len(places) // 4)
    return {place: page[place] for place in (*places[:edge], *places[len(places) - edge :])}


def _continues(line: str) -> bool:
    """Whether a line goes on with a sentence, which a site's name in small letters does not."""
    return line[0].islower() and (" " in line or line[-1] in ".,;")


def _shape(line: str) -> str:
    """The line, its page number aside."""
    return _NUMBERED.sub("0", line)
