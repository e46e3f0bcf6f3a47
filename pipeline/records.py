"""The vocabulary: one plain record for each step of the way of the data.

Every stage is a function from one of these to the next. They are frozen, they
compare by value, and they know nothing of files, spaCy or scheduling.

All offsets are Python string offsets (Unicode code points, end exclusive).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Span = tuple[int, int]

PublishedBasis = Literal["metadata", "page", "url", "filename", "comments", ""]
RemovedReason = Literal["boilerplate", "comment", "caption", "byline", "duplicate"]
Kind = Literal["direct", "mixed", "indirect"]
Act = Literal["said", "thought"]
SpeakerType = Literal["person", "organization", "group", "document", "unnamed", "author", "unknown"]
SpeakerBasis = Literal["name", "pronoun", "description", "carried", "none"]
SaidOnBasis = Literal["stated", "carried", "published", ""]
DateOrder = Literal["dmy", "mdy", ""]
"""How dates in figures are written, day or month first; empty if not known."""
Stage = Literal["ingest", "clean", "annotate", "tables"]
Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article besides its text. An empty string is "not known"."""

    url: str = ""
    outlet: str = ""
    title: str = ""
    byline: str = ""
    published: str = ""
    """ISO date, full (`2020-01-06`) or partial (`2020-01`, `2020`)."""
    published_basis: PublishedBasis = ""
    language: str = ""
    """ISO 639-1."""
    extra: tuple[tuple[str, str], ...] = ()
    """Columns of a user's sidecar that whosaid has no column for: (name, value)."""
    figures: str = ""
    """The date as given, where it is in figures with the year last: `03/04/2020`. One that
    can be read two ways is not yet `published`."""
    figures_basis: PublishedBasis = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One input record, decoded but not cleaned."""

    article_id: str
    """First 16 hex digits of the SHA-256 of the record's raw bytes."""
    source: str
    """Path relative to the corpus folder, `#n` appended for record n of many, and
    `archive.zip!path` for a member of an archive."""
    text: str
    """Plain text as decoded (line ends folded to `\\n`); empty when `markup` is given."""
    metadata: Metadata = Metadata()
    markup: str = ""
    """The page's HTML as decoded, for HTML input."""


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """A line of the input that is not part of the article."""

    line: int
    """1-based line of the input (of HTML: of its visible text, one block a line)."""
    reason: RemovedReason
    text: str
    comment_author: str = ""
    comment_date: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that could not be used, or only in part."""

    source: str
    stage: Stage
    severity: Severity
    problem: str
    """One plain sentence that says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """The article alone: title and body, one blank line between paragraphs."""

    article_id: str
    source: str
    text: str
    """What is written to `text/<article_id>.txt`; every offset points into it."""
    title_end: int = 0
    """End of the title paragraph in `text`; 0 when the text has no title."""
    metadata: Metadata = Metadata()
    removed: tuple[RemovedLine, ...] = ()
    problems: tuple[Problem, ...] = ()
    date_order: DateOrder = ""
    """Of the article's own dates in figures."""
    date_is_open: bool = False
    """`published` depends on a date in figures that nothing in the article settles."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source mention stands for, within one article."""

    name: str = ""
    """Canonical name, titles stripped; several speakers are joined by ` ; `."""
    type: SpeakerType = "unknown"
    title: str = ""
    """Role as the article gives it."""
    text: str = ""
    """The source mention, verbatim."""
    basis: SpeakerBasis = "none"
    start: int | None = None
    end: int | None = None
    probability: float | None = None
    """Of a pronoun's antecedent against the other candidates; None where nothing was chosen."""


@dataclass(frozen=True, slots=True)
class SaidOn:
    """When a statement was made."""

    date: str = ""
    """ISO date, full or partial."""
    text: str = ""
    """The words that `date` comes from."""
    basis: SaidOnBasis = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One attributed statement. Spans are sorted and never overlap."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    kind: Kind = "indirect"
    act: Act = "said"
    confidence: float = 0.0
    """Probability, 0 to 1, that speaker and content are both right."""
    speaker: Speaker = Speaker()
    said_on: SaidOn = SaidOn()
    nested_in: int | None = None
    """Index, in the article's quotations, of the statement this one stands inside."""


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One mention of a named entity."""

    start: int
    end: int
    label: str
    name: str
    """Canonical name within the article."""


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with all that was found in it. Quotations are in order of their start."""

    article: CleanArticle
    quotations: tuple[Quotation, ...] = ()
    entities: tuple[EntityMention, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
