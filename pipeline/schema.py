"""The tables and their columns, once. Writers, documentation and tests read them here.

Names, order and meaning are a contract with people's spreadsheets: columns are added at
a table's end (of quotes before `corrected`, which stays last), and never renamed or moved
without a note in the changelog.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["text", "integer", "number", "flag"]

PIECE_JOINER = " … "
"""Between the pieces of an interrupted statement, in a cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    type: ColumnType
    meaning: str
    outside: bool = False
    """Whether it carries text from outside, which spreadsheets must be protected from."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: `<name>.csv` and `tables/<name>.parquet`."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    sort: tuple[str, ...]
    """Columns of the row order, `-` before one that falls. Columns that the table does not
    show may be among them; `place` is the order that the corpus step gave."""

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def _id(name: str, meaning: str) -> Column:
    return Column(name, "text", meaning)


def _text(name: str, meaning: str) -> Column:
    return Column(name, "text", meaning, outside=True)


def _count(name: str, meaning: str) -> Column:
    return Column(name, "integer", meaning)


ARTICLES = Table(
    "articles",
    "one row an article",
    (
        _id(
            "article_id",
            "16 hex digits of the SHA-256 of the input record's raw bytes: the same article "
            "keeps its id wherever it lies",
        ),
        _text(
            "source",
            "path relative to the corpus folder, `#n` appended for record n of a file of many, "
            "`archive.zip!path` for a member of an archive; the same bytes at several places are "
            "one row, the places joined with ` ; `",
        ),
        _text("url", "as given by the metadata or found in the page; empty if not known"),
        _text("outlet", "as given by the metadata or found in the page; empty if not known"),
        _text("title", "as given by the metadata or found in the page; empty if not known"),
        _text("byline", "as given by the metadata or found in the page; empty if not known"),
        _text("published", "ISO date, `2020-01-06`; less precise if no more is known, `2020-01`"),
        _id(
            "published_basis",
            "where it comes from: `metadata`, `page` (HTML meta or a dateline/byline in the "
            "text), `url`, `filename`, `comments` (the earliest reader comment: the article is "
            "no younger), empty",
        ),
        _text("language", "ISO 639-1"),
        _count("words", "words of the cleaned article"),
        _count("quotes", "its rows in quotes.csv"),
        _count("entities", "its rows in entities.csv"),
        _count("removed_lines", "its rows in removed.csv"),
        _count("comments", "its rows in removed.csv that belong to reader comments"),
        _id(
            "duplicate_of",
            "article_id of the earliest article with the same text or nearly so (wire copy), "
            "else empty",
        ),
    ),
    sort=("published", "article_id"),
)

QUOTES = Table(
    "quotes",
    "one row an attributed statement",
    (
        _id("quote_id", "stable over reruns: from the article_id and the folded content"),
        _id("article_id", "of the article"),
        _text("published", "of the article, repeated so that the table stands alone"),
        _text("outlet", "of the article, repeated so that the table stands alone"),
        _text(
            "speaker",
            "canonical name, titles stripped: `Mark Esper`, `Pentagon`, `senior defense official`",
        ),
        _id("speaker_id", "key of speakers.csv"),
        _id(
            "speaker_type",
            "`person`, `organization`, `group`, `document` (poll, letter, report), `unnamed`, "
            "`author` (the article's own voice), `unknown`",
        ),
        _text("speaker_title", "role as the article gives it: `Secretary of Defense`"),
        _text("speaker_text", "the source mention, verbatim: `he`, `Defense Secretary Mark Esper`"),
        _id(
            "speaker_basis",
            "how the speaker is known: `name`, `pronoun`, `description`, `carried` (from the "
            "neighbouring quotation), `none`",
        ),
        _text("cue", "the words that attribute: `told reporters`, `according to`"),
        _text(
            "quote",
            "the content. An interrupted statement is one row, its pieces joined by ` … `",
        ),
        _id(
            "kind",
            "`direct` (word for word: all of it in quotation marks, or set as a block quotation, "
            "a letter or a turn of an interview), `mixed` (part of it), `indirect`",
        ),
        _id(
            "act",
            "`said` (said, written, published, tweeted) or `thought` (believes, wants, fears, "
            "plans)",
        ),
        _id("said_on", "best ISO date of the saying, full or partial"),
        _text("said_on_text", "the words it comes from: `on Monday`; empty if none"),
        _id(
            "said_on_basis",
            "`stated` (dated in its own sentence), `carried` (the same occasion was dated "
            "earlier), `published` (no date given: the article's date), empty",
        ),
        Column(
            "confidence",
            "number",
            "calibrated probability, 0 to 1, that speaker and content are both right",
        ),
        _id("nested_in", "quote_id of the statement it stands inside, else empty"),
        _id("same_quote", "id of its group in same_quotes.csv, else empty"),
        _count("paragraph", "1-based paragraph of text/"),
        _id("pieces", "offsets of the content: `120-164;181-240`"),
        _count("start", "outer offset of the content: its first character"),
        _count("end", "outer offset of the content: after its last character"),
        _count("speaker_start", "outer offset of the source mention, empty if none"),
        _count("speaker_end", "outer offset of the source mention, empty if none"),
        _count("cue_start", "outer offset of the cue, empty if none"),
        _count("cue_end", "outer offset of the cue, empty if none"),
        _text("title", "of the article, repeated so that the table stands alone"),
        _text("file", "where the article lies: `source` in articles.csv"),
        Column(
            "names_only",
            "flag",
            "whether the content only names somebody or something in a few words (`attacked "
            "Stone`, `talked about the money`): an act or a topic, and not what was said",
        ),
        _id(
            "corrected",
            "what a person decided about the row in a review, `;` between: `accepted`, `speaker`, "
            "`extent`, `kind`, `act`, `said_on`, `added`; empty if nobody did. Whoever accepts or "
            "adds a row, or mends its speaker or extent, answers for it: its confidence is 1",
        ),
    ),
    sort=("published", "article_id", "start", "end", "pieces", "quote_id"),
)

ENTITIES = Table(
    "entities",
    "one row a mention",
    (
        _id("article_id", "of the article"),
        _id("entity_id", "per canonical entity over the whole corpus"),
        _text("entity", "canonical name"),
        _id(
            "label",
            "`PERSON`, `ORG`, `GPE`, `LOC`, `NORP`, `FAC`, `DATE`, `MONEY`, `PRODUCT`, "
            "`EVENT`, `MISC`",
        ),
        _text("text", "the mention, verbatim"),
        _count("start", "offset of its first character in text/"),
        _count("end", "offset after its last character in text/"),
        _count("paragraph", "1-based paragraph of text/"),
        _id("quote_id", "the statement it is mentioned in, else empty"),
    ),
    sort=("published", "article_id", "start", "end", "label"),
)

SPEAKERS = Table(
    "speakers",
    "one row a speaker over the whole corpus",
    (
        _id("speaker_id", "key that quotes.csv refers to"),
        _text("speaker", "canonical name"),
        _id("type", "as speaker_type in quotes.csv"),
        _text("titles", "roles the articles give, `;` between"),
        _text("aliases", "other spellings and short forms, `;` between"),
        _count("articles", "articles that carry a statement of the speaker"),
        _count("outlets", "outlets that carry a statement of the speaker"),
        _count("quotes", "rows in quotes.csv"),
        _id("first_said", "earliest said_on"),
        _id("last_said", "latest said_on"),
    ),
    sort=("-quotes", "speaker", "speaker_id"),
)

SAME_QUOTES = Table(
    "same_quotes",
    "one row a quotation that several articles, or several sentences, carry",
    (
        _id("same_quote", "id of the group"),
        _id("quote_id", "key of quotes.csv"),
        _id("article_id", "of the article"),
        _text("outlet", "of the article"),
        _text("published", "of the article"),
        _text("speaker", "as in quotes.csv"),
        _text("quote", "as in quotes.csv"),
        Column("similarity", "number", "0 to 1, to the group's fullest version"),
        Column("is_fullest", "flag", "whether it is the group's fullest version"),
        _text("difference", "the words left out or changed against the fullest version"),
        _text("other_speakers", "whom others of the group credit instead, ` ; ` between"),
        _id(
            "kind",
            "as in quotes.csv. The fullest version has the most words, and may be a paraphrase "
            "(`mixed`, `indirect`): quote the `direct` ones",
        ),
        _count(
            "articles",
            "articles that carry the group; 1: the statement is repeated within one article",
        ),
        _text("title", "of the article"),
        _text("file", "where the article lies: `source` in articles.csv"),
    ),
    sort=("place",),
)

REMOVED = Table(
    "removed",
    "one row a line that cleaning took out: nothing is lost",
    (
        _id("article_id", "of the article"),
        _count("line", "1-based in the input"),
        _id("reason", "`boilerplate`, `comment`, `caption`, `byline`, `duplicate`"),
        _text("comment_author", "where the line belongs to a reader comment that shows it"),
        _text("comment_date", "where the line belongs to a reader comment that shows it"),
        _text("text", "the line"),
    ),
    sort=("published", "article_id", "line", "text"),
)

PROBLEMS = Table(
    "problems",
    "one row an input that could not be used, or only in part",
    (
        _text("source", "path relative to the corpus folder, as in articles.csv"),
        _id("stage", "`ingest`, `clean`, `annotate`, `tables`"),
        _id("severity", "`error`, `warning`"),
        _text("problem", "a plain sentence that says what to do"),
    ),
    sort=("source", "stage", "severity", "problem"),
)

TABLES: tuple[Table, ...] = (
    ARTICLES,
    QUOTES,
    ENTITIES,
    SPEAKERS,
    SAME_QUOTES,
    REMOVED,
    PROBLEMS,
)
