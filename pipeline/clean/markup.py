"""HTML pages as blocks: all that a reader sees, one block a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

from pipeline.clean.blocks import Block, Line, block_of
from pipeline.clean.boxes import is_box
from pipeline.clean.classifier import Scores
from pipeline.clean.comment_markup import holds_comments
from pipeline.clean.dates import without_dates
from pipeline.clean.hover_cards import opens_over_word
from pipeline.clean.looks import word_count
from pipeline.clean.main_content import main_shares
from pipeline.clean.mending import mend
from pipeline.clean.wording import word_set

_BLOCK_TAGS = word_set(
    "address article aside blockquote body br button caption center dd details dialog dir div dl "
    "dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html iframe legend li "
    "main menu nav ol option p pre section select summary table tbody td textarea tfoot th thead "
    "tr ul video"
)
_UNSEEN_TAGS = word_set(
    "script style noscript template head title meta link svg math object embed canvas audio map "
    "area input select option datalist iframe"
)
_SLANTED_TAGS = word_set("em i small")
_INLINE_TAGS = word_set("a abbr b cite em i small span strong time")
_DATED_TAGS = word_set("time abbr a span div p small li")
_LONGEST_DAY, _WHOLE_DAY = 60, len("2021-11-07")
_CAPTION_CLASS = re.compile(
    r"(?<![a-z])(?:wp-|(?:image|img|photo|picture|media|figure)[-_]{0,2})?(?:fig)?captions?"
    r"(?:[-_]{1,2}(?:text|body|content|inner|wrap(?:per)?|container|credit))?(?![a-z])"
    r"|(?<![a-z])(?:image|img|photo|picture|media|figure)[-_]{0,2}(?:credits?|source|by-?line)"
    r"(?![a-z])",
    re.IGNORECASE,
)
"""How sites call the text under a picture."""
_TOLD, _LEAST_SHOWN = "articleBody", 60
"""Words of a page, fewer than which are no article."""
_POST = "twitter-tweet"
"""The class of a post from a social network."""
_SPACE = re.compile(r"\s+")
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of text, or a line of several."""

    text: str
    linked: float
    """Share of it that is links."""
    captioned: bool
    commented: bool
    boxed: bool
    day: str
    """The first date of its markup."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reader sees of an HTML page."""

    blocks: list[Block]
    linked: list[float]
    """Share of each block's characters that are links."""
    captioned: list[bool]
    """Whether each block stands in what the markup calls a caption."""
    commented: list[bool]
    """Whether each block stands in what the markup calls comments."""
    boxed: list[bool]
    """Whether each block stands in a box that the markup says is no part of the article."""
    main: Scores | None
    """Share of each block that is main content; None if that could not be told."""
    dates: list[str]
    """ISO date that the markup gives beside what each block shows, empty if none."""


def read_markup(markup: str) -> Seen:
    """The page's visible blocks, in its order."""
    root = _parse(markup)
    if root is None:
        return Seen([], [], [], [], [], None, [])
    lines = list(_visible_lines(root))
    blocks = [
        block_of([Line(number, line.text, 0, 1)], line.text) for number, line in enumerate(lines, 1)
    ]
    if _TOLD in markup and sum(word_count(block.text) for block in blocks) < _LEAST_SHOWN:
        return _told_by_record(root, blocks)
    return Seen(
        blocks,
        [line.linked for line in lines],
        [line.captioned for line in lines],
        [line.commented for line in lines],
        [line.boxed for line in lines],
        main_shares(root, blocks),
        [line.day for line in lines],
    )


def _told_by_record(root: html.HtmlElement, blocks: list[Block]) -> Seen:
    """A page that a script fills in: its record for search engines may hold the article."""
    from pipeline.ingest.json_ld import told_body

    told = (mend(_SPACE.sub(" ", text)).strip() for text in told_body(root))
    for number, line in enumerate(filter(None, told), len(blocks) + 1):
        blocks.append(block_of([Line(number, line, 0, 1)], line))
    nothing = [False] * len(blocks)
    return Seen(blocks, [0.0] * len(blocks), nothing, nothing, nothing, None, [""] * len(blocks))


def _parse(markup: str) -> html.HtmlElement | None:
    # Without comments: trafilatura loses the text behind one inside a paragraph.
    # Huge: elements that are never closed nest deep, and text below 255 would be lost.
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.ParserError, ValueError):
        return None
    _join_posts(root)
    return root


def _join_posts(root: html.HtmlElement) -> None:
    """Let the lines of an embedded post be one paragraph, as its author signs all of them."""
    for end in list(root.iterfind(".//blockquote//br")):
        if any(_POST in (quote.get("class") or "") for quote in end.iterancestors("blockquote")):
            end.tag, end.tail = "span", f" {end.tail or ''}"


def _visible_lines(root: html.HtmlElement) -> Iterator[_Piece]:
    """Each line, put together from its pieces."""
    pieces: list[_Piece] = []
    for piece in (*_pieces(root), None):
        if piece is not None:
            pieces.append(piece)
            continue
        text = mend(_SPACE.sub(" ", "".join(piece.text for piece in pieces))).strip()
        if text:
            in_links = sum(len(piece.text.strip()) * piece.linked for piece in pieces)
            seen = [piece for piece in pieces if not piece.text.isspace()]
            yield _Piece(
                text,
                min(1.0, in_links / len(text)),
                all(piece.captioned for piece in seen),
                any(piece.commented for piece in seen),
                all(piece.boxed for piece in seen),
                next((piece.day for piece in pieces if piece.day), ""),
            )
        pieces.clear()


def _pieces(root: html.HtmlElement) -> Iterator[_Piece | None]:
    """Texts in the page's order; None between blocks."""
    skipped: etree._Element | None = None
    zones = _Zones()
    links = 0
    day = ""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if skipped is not None:
                continue
            if _is_unseen(element, tag):
                skipped = element
                continue
            links += tag == "a"
            zones.enter(element, tag)
            day = _day(element, tag) or day
            if tag in _BLOCK_TAGS:
                yield None
            if element.text:
                yield _Piece(element.text, links > 0, *zones.here(), day)
                day = day if element.text.isspace() else ""
            continue
        if skipped is not None:
            if skipped is not element:
                continue
            skipped = None
            over = opens_over_word(element, tag)
        else:
            over = False
            links -= tag == "a"
            if tag in _DATED_TAGS:
                day = ""
            zones.leave(element)
        if tag in _BLOCK_TAGS and not over:
            yield None
        elif _stands_apart(element, tag):
            yield _Piece(" ", links > 0, *zones.here(), "")
        if element.tail:
            yield _Piece(element.tail, links > 0, *zones.here(), "")


def _stands_apart(element: etree._Element, tag: str) -> bool:
    """Whether a style and not a space parts an element from the next, as a name from its day."""
    beside = element.getnext()
    if element.tail or beside is None or not {tag, beside.tag} <= _INLINE_TAGS:
        return False
    if "time" in (tag, beside.tag):
        return True
    classes = element.get("class"), beside.get("class")
    begins = (beside.text or "")[:1]
    return all(classes) and classes[0] != classes[1] and (begins.isupper() or begins.isdigit())


def _is_unseen(element: etree._Element, tag: str) -> bool:
    """Whether a reader does not see an element."""
    if tag in _UNSEEN_TAGS or _HIDDEN.search(element.get("style") or ""):
        return True
    return opens_over_word(element, tag)


class _Zones:
    """The outermost caption, comments and box that a walk through a page is in."""

    def __init__(self) -> None:
        self.caption: etree._Element | None = None
        self.comments: etree._Element | None = None
        self.box: etree._Element | None = None

    def enter(self, element: etree._Element, tag: str) -> None:
        if self.caption is None and _is_caption(element, tag):
            self.caption = element
        if self.comments is None and holds_comments(element):
            self.comments = element
        if self.box is None and is_box(element, tag):
            self.box = element

    def leave(self, element: etree._Element) -> None:
        if self.caption is element:
            self.caption = None
        if self.comments is element:
            self.comments = None
        if self.box is element:
            self.box = None

    def here(self) -> tuple[bool, bool, bool]:
        """Whether the walk is in a caption, in comments, in a box."""
        return self.caption is not None, self.comments is not None, self.box is not None


def _day(element: etree._Element, tag: str) -> str:
    """The day an element has in its markup: of a `<time>`, or shown when pointed at."""
    if tag not in _DATED_TAGS:
        return ""
    for written in (element.get("datetime") if tag == "time" else None, element.get("title")):
        if not written or len(written) > _LONGEST_DAY:
            continue
        rest, iso, _ = without_dates(written)
        if len(iso) == _WHOLE_DAY and sum(map(str.isalpha, rest)) <= 2:
            return iso
    return ""


def _is_caption(element: etree._Element, tag: str) -> bool:
    if tag in ("figcaption", "body", "html", "article", "main"):
        return tag == "figcaption"
    named = element.get("class")
    if named is not None and _CAPTION_CLASS.search(named):
        return True
    return tag in _SLANTED_TAGS and _stands_below_picture(element)


def _stands_below_picture(element: etree._Element) -> bool:
    """Whether nothing but pictures stands before an element in its paragraph."""
    parent = element.getparent()
    if parent is None or (parent.text or "").strip():
        return False
    pictured = False
    for before in element.itersiblings(preceding=True):
        if (before.tail or "").strip() or (before.text or "").strip():
            return False
        pictured = pictured or before.tag == "img" or before.find(".//img") is not None
    return pictured
