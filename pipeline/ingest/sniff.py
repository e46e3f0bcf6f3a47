"""Which format bytes are in: told by what they begin with, the name only where that is open."""

from __future__ import annotations

import re
import zipfile
from typing import Final, Literal

from pipeline.ingest.decode import decode_bytes, is_binary
from pipeline.ingest.entry import Entry
from pipeline.ingest.fields import find_fields
from pipeline.ingest.options import IngestError, IngestOptions
from pipeline.ingest.sidecar import split_rows

Format = Literal[
    "text", "html", "json", "jsonl", "table", "xlsx", "docx", "rtf", "pdf", "mhtml", "mail", "mbox",
    "warc", "zip", "tar", "gzip", "bzip2", "xz",
]  # fmt: skip

_PACKED: Final[tuple[tuple[bytes, Format], ...]] = (
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"WARC/", "warc"),
    (b"{\\rtf", "rtf"),
)
_PART_NAME: Final = 30
"""Where a zip file has the name of its first part."""
_OFFICE_KINDS: Final = (
    (b"word/", ".docx", "Word document"),
    (b"xl/", ".xlsx", "Excel workbook"),
    (b"ppt/", ".pptx", "presentation"),
)
_NO_ARTICLES: Final = (
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as .docx or .xlsx"),
    (b"\x89PNG", "a picture; write its words into a .txt, or leave it out"),
    (b"\xff\xd8\xff", "a picture; write its words into a .txt, or leave it out"),
    (b"GIF8[79]a", "a picture; leave it out"),
    (b"RIFF.{4}(?:WAVE|WEBP|AVI )", "a picture, sound or film; leave it out"),
    (b"ID3[\x02-\x04]", "a sound recording; leave it out"),
    (b"OggS\x00", "a sound recording; leave it out"),
    (b"\x7fELF", "a program; leave it out"),
    (b"MZ\x90", "a program; leave it out"),
    (b"SQLite format 3", "a database; export its articles as .csv"),
    (b"PAR1\x15", "a Parquet table; export its articles as .csv or .jsonl"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it, or pack it as .zip"),
    (b"Rar!\x1a", "a RAR archive; unpack it, or pack it as .zip"),
)
"""Patterns of what they begin with: more than letters, with which a text may begin, too."""
_CODE_SUFFIXES: Final = {
    ".css": "a style sheet",
    ".js": "a script",
    ".py": "a program",
    ".sh": "a script",
    ".svg": "a picture",
    ".map": "part of a web page",
}
_PAGE_START = re.compile(
    r"\s{0,1000}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--.{0,4000}?-->\s{0,100}){0,3}"
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|div|p|h1|section|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_PAGE_ELEMENT = re.compile(r"</(?:p|div|a|li|span|h[1-6]|td|script|title|head)>", re.IGNORECASE)
_HEADER_LINE = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60}):")
_MAIL_ROUTE: Final = frozenset(
    ("message-id", "mime-version", "received", "return-path", "delivered-to", "x-mailer")
)


def tell_format(entry: Entry, options: IngestOptions) -> Format:
    """The format of an input that is not empty.

    Raises:
        IngestError: It is something that holds no article: the message names it.
    """
    head = entry.head()
    suffix = entry.suffix()
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(entry)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for start, packed in _PACKED:
        if head.startswith(start):
            return packed
    if head[257:262] == b"ustar":
        return "tar"
    for start, what in _NO_ARTICLES:
        if re.match(start, head, re.DOTALL):
            raise IngestError(f"This is {what}.")
    if is_binary(head):
        raise IngestError(
            "This is no text: it holds bytes that mean nothing as letters; leave it out, or "
            "export it as .txt."
        )
    return _text_format(decode_bytes(head, forced=options.encoding).text, suffix, options)


def _kind_of_zip(entry: Entry) -> Format:
    entry.stream.seek(0)
    try:
        with zipfile.ZipFile(entry.stream) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        advice = "fetch or pack it again"
        kind = _damaged_kind(entry)
        if kind != "zip file":
            advice = "get it again from where it came"
        raise IngestError(f"This {kind} is damaged or cut short ({error}); {advice}.") from error
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "ppt/presentation.xml" in names:
        raise IngestError("This is a presentation; save its text as .docx or .txt.")
    if "mimetype" in names and ("content.xml" in names or "META-INF/container.xml" in names):
        raise IngestError("This is an OpenDocument or EPUB file; save it as .docx or .txt.")
    return "zip"


def _damaged_kind(entry: Entry) -> str:
    """What a zip file was whose list of parts is lost: its own name or its parts' tell."""
    head = entry.head()
    for _, suffix, kind in _OFFICE_KINDS:
        if entry.suffix() == suffix:
            return kind
    if head[_PART_NAME:].startswith(
        (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"xl/")
    ):
        for part, _, kind in _OFFICE_KINDS:
            if part in head:
                return kind
    return "zip file"


def _text_format(head: str, suffix: str, options: IngestOptions) -> Format:
    if kind := _kind_of_mail(head, suffix):
        return kind
    if _PAGE_START.match(head) or (
        suffix in (".html", ".htm", ".xhtml") and len(_PAGE_ELEMENT.findall(head)) >= 1
    ):
        return "html"
    start = head.lstrip()[:200]
    if suffix in (".jsonl", ".ndjson"):
        return "jsonl"
    if suffix == ".json" or re.match(r'\{\s*"|\[\s*\{\s*"', start):
        lines = head.lstrip().split("\n", 2)
        many = len(lines) > 1 and lines[0].rstrip().endswith("}") and lines[1].startswith("{")
        return "jsonl" if many else "json"
    if start.startswith("<?xml") or re.match(r"<(?:rss|feed|nitf|newsml)\b", start, re.I):
        raise IngestError("This is XML, not a web page; save its articles as .html or .txt.")
    if suffix in _CODE_SUFFIXES:
        raise IngestError(f"This is {_CODE_SUFFIXES[suffix]}, not an article; leave it out.")
    if suffix in (".csv", ".tsv", ".tab") or _is_table(head, options):
        return "table"
    return "text"


def _kind_of_mail(head: str, suffix: str) -> Literal["mail", "mbox", "mhtml", ""]:
    lines = head[:20_000].lstrip("\n").split("\n")
    mailbox = lines[0].startswith("From ") and len(lines) > 1 and bool(_HEADER_LINE.match(lines[1]))
    headers: dict[str, str] = {}
    name = ""
    for line in lines[1:] if mailbox else lines:
        if line[:1] in (" ", "\t") and name:
            headers[name] += line
        elif match := _HEADER_LINE.match(line):
            name = match[1].lower()
            headers.setdefault(name, line)
        else:
            break
    routed = bool(_MAIL_ROUTE & headers.keys())
    related = "multipart/related" in headers.get("content-type", "").lower()
    if (
        not mailbox
        and related
        and (
            suffix in (".mhtml", ".mht")
            or "snapshot-content-location" in headers
            or "saved by" in headers.get("from", "").lower()
        )
    ):
        return "mhtml"
    if "from" not in headers or not {"date", "subject"} & headers.keys():
        return ""
    if mailbox:
        return "mbox"
    return "mail" if routed or suffix == ".eml" else ""


def _is_table(head: str, options: IngestOptions) -> bool:
    """Whether a text without a telling name begins with a table's header row."""
    first_line = head.lstrip("\n").split("\n", 1)[0]
    if not re.search(r"[,;\t|]", first_line) or len(first_line) > 2000:
        return False
    names = [name.strip() for name in next(iter(split_rows(first_line)), [])]
    if not all(0 < len(name) <= 40 for name in names):
        return False
    found = find_fields(names, options)
    return "text" in found and len(found) >= 2 and "\n" in head
