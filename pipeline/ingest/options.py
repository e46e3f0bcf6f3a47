"""What a reader may be told, and where its bounds lie."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1 << 20
GIBIBYTE = 1 << 30


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """How inputs are read. The defaults suit a folder of news articles.

    The `*_key` options name the column or key of tables and JSON records where the
    usual names (see `fields.py`) do not find it. All sizes are bytes.
    """

    text_key: str = ""
    url_key: str = ""
    outlet_key: str = ""
    title_key: str = ""
    byline_key: str = ""
    published_key: str = ""
    encoding: str = ""
    """Encoding of every text in the corpus; empty: told from each text."""
    max_article_bytes: int = 20 * MEBIBYTE
    """A record above this is no article: it becomes a problem."""
    max_document_bytes: int = 256 * MEBIBYTE
    """The same for files that are read whole and may hold pictures or many articles:
    PDF, Word, mail, a JSON list."""
    max_archive_entries: int = 2_000_000
    """Members of an archive, or records of any file, those of archives inside it included."""
    max_archive_bytes: int = 16 * GIBIBYTE
    """What one archive may unpack to, archives inside it included."""
    max_archive_ratio: int = 300
    """How many times its own size an archive may unpack to (news text: 3 to 30)."""
    max_archive_depth: int = 3
    """An archive in an archive in an archive is the deepest that is opened."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file of the corpus as a rerun knows it: unchanged while size and time are."""

    path: str
    """Relative to the corpus folder, with `/`. Bytes that are not UTF-8 stand as lone
    surrogates (`os.fsdecode`); `Article.source` shows them as `\\xNN`."""
    size: int
    mtime_ns: int


class IngestError(Exception):
    """An input that cannot be read; its message is the plain sentence a user sees."""
