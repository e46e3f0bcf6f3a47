"""Each format's reader, and the one place where a reader's failure becomes a problem."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Final

from pipeline.errors import WhosaidError
from pipeline.ingest.entry import BoundsError, Context, Entry, Reader, failure, loss
from pipeline.ingest.options import IngestError
from pipeline.ingest.plain import NO_TEXT
from pipeline.ingest.sniff import Format, tell_format
from pipeline.records import Article, Problem

# Modules are imported at first use: a corpus of text never loads the libraries of others.
_READERS: Final[dict[Format, tuple[str, str]]] = {
    "text": ("plain", "read_text"),
    "html": ("plain", "read_page"),
    "json": ("json_records", "read_json"),
    "jsonl": ("json_records", "read_json_lines"),
    "table": ("rows", "read_table"),
    "xlsx": ("rows", "read_workbook"),
    "docx": ("word", "read_word"),
    "rtf": ("word", "read_rich_text"),
    "pdf": ("pdf", "read_pdf"),
    "mhtml": ("mail", "read_saved_page"),
    "mail": ("mail", "read_mail"),
    "mbox": ("mail", "read_mailbox"),
    "warc": ("warc", "read_warc"),
    "zip": ("archives", "read_zip"),
    "tar": ("archives", "read_tar"),
    "gzip": ("archives", "read_gzip"),
    "bzip2": ("archives", "read_bzip2"),
    "xz": ("archives", "read_xz"),
}
_KINDS: Final[dict[Format, str]] = {
    "text": "text", "html": "web page", "json": "JSON", "jsonl": "JSON Lines", "table": "table",
    "xlsx": "Excel workbook", "docx": "Word document", "rtf": "RTF document",
    "pdf": "PDF", "mhtml": "saved web page",
    "mail": "e-mail", "mbox": "mailbox", "warc": "web archive", "zip": "zip archive",
    "tar": "tar archive", "gzip": "gzip file", "bzip2": "bzip2 file", "xz": "xz file",
}  # fmt: skip
_LIBRARIES = frozenset(("pypdf", "docx", "warcio", "striprtf"))


def read_entry(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """The articles and problems of one input, whatever its format.

    No content makes this raise, except what breaks its bounds.

    Raises:
        BoundsError: The rest of the file of the corpus is to be given up.
        MemoryError, WhosaidError: The machine has no room for it; its content may be sound.
    """
    if not entry.size:
        yield failure(entry.source, NO_TEXT)
        return
    kind = "file"
    articles = 0
    try:
        format_ = tell_format(entry, context.options)
        kind = _KINDS[format_]
        for found in _reader(format_)(entry, context):
            articles += isinstance(found, Article)
            yield found
    except (BoundsError, MemoryError, WhosaidError):
        raise
    except IngestError as error:
        yield failure(entry.source, str(error))
    except ModuleNotFoundError as error:
        if error.name not in _LIBRARIES:
            raise
        yield failure(
            entry.source,
            f"Reading a {kind} needs the library {error.name}, which is not installed; run "
            "'pip install -e .' in whosaid's folder.",
        )
    except Exception as error:
        # Libraries fail on damaged input in more ways than they say, and one bad file
        # must not end a run over a million.
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        if articles:
            yield loss(
                entry.source,
                f"This {kind} is damaged or cut short after {articles} articles ({reason}); "
                "fetch or export it again.",
            )
        else:
            yield failure(
                entry.source,
                f"This {kind} is damaged or cut short ({reason}); fetch or export it again.",
            )


def _reader(format_: Format) -> Reader:
    module, function = _READERS[format_]
    reader: Reader = getattr(importlib.import_module(f"pipeline.ingest.{module}"), function)
    return reader
