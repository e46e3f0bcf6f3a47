"""E-mail: newsletters (`.eml`, `.mbox`) and pages that a browser saved as one file (`.mhtml`)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from pipeline.ingest.dates import read_date
from pipeline.ingest.decode import decode_bytes
from pipeline.ingest.entry import Context, Entry, failure, loss, too_large, unreadable
from pipeline.ingest.fields import article_id, one_line
from pipeline.ingest.forwarded import read_forwarded
from pipeline.ingest.join import join_metadata
from pipeline.ingest.options import IngestError
from pipeline.ingest.plain import page_article
from pipeline.records import Article, Metadata, Problem

_FORWARDED = re.compile(r"\A(?:(?:fwd?|re|aw|wg)(?:\[\d{1,3}\])?:\s{0,9}){1,9}", re.IGNORECASE)
_LONGEST_HEADER = 998
"""Characters: what RFC 5322 allows a line."""
_QUOTED_FROM = re.compile(rb">+From ")


class _BoundedHeaders(policy.EmailPolicy):
    """Longer headers are cut: the standard library's parser takes hours over some of them."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


def read_mail(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """A message: its HTML part if it has one, else its plain text."""
    data = entry.read(context.options.max_document_bytes)
    if data is None:
        raise IngestError(too_large(context.options.max_document_bytes))
    yield from _message_articles(entry.source, data, context)


def read_mailbox(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """The messages of an mbox file; a message's raw bytes are all after its `From ` line."""
    limit = context.options.max_document_bytes
    for number, data in enumerate(_messages(entry, limit), start=1):
        context.budget.add_entry()
        source = f"{entry.source}#{number}"
        if data is None:
            yield failure(source, too_large(limit))
        else:
            try:
                yield from _message_articles(source, data, context)
            except MemoryError:
                raise
            except Exception as error:
                yield unreadable(source, error)


def read_saved_page(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """A page saved with its pictures (MHTML). The day it was saved is no publication date."""
    data = entry.read(context.options.max_document_bytes)
    if data is None:
        raise IngestError(too_large(context.options.max_document_bytes))
    message = _parse(data)
    url = str(message.get("Snapshot-Content-Location", ""))
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            url = url or str(part.get("Content-Location", ""))
            markup = _part_text(part, context)
            if len(markup) > context.options.max_article_bytes:
                raise IngestError(too_large(context.options.max_article_bytes))
            if "<" not in markup:
                break
            known = Metadata(url=url if url.startswith("http") else "")
            yield page_article(entry.source, data, markup, known)
            return
    raise IngestError(
        "This saved page is damaged or cut short: there is no HTML in it; save it again from the "
        "browser."
    )


def _message_articles(source: str, data: bytes, context: Context) -> Iterator[Article | Problem]:
    message = _parse(data)
    body = message.get_body(preferencelist=("html", "plain"))
    text = _part_text(body, context) if isinstance(body, EmailMessage) else ""
    if not text.strip():
        yield failure(
            source, "This message holds no text of its own; save what it carries as files."
        )
    elif len(text) > context.options.max_article_bytes:
        yield failure(source, too_large(context.options.max_article_bytes))
    else:
        known = _message_metadata(message)
        if body is not None and body.get_content_type() == "text/html":
            yield page_article(source, data, text, known)
        else:
            if forwarded := read_forwarded(text):
                text, known = forwarded[0], join_metadata(forwarded[1], known)
            yield Article(article_id(data), source, text, known)
    names = [one_line(part.get_filename() or "") for part in message.iter_attachments()]
    if attached := ", ".join(name for name in names if name and not _is_picture(name)):
        yield loss(source, f"Attachments are not read ({attached[:300]}); save them in the corpus.")


def _parse(data: bytes) -> EmailMessage:
    # for the parser, a blank line or a byte-order mark above the headers ends them
    message = message_from_bytes(
        data.removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n"), policy=_BoundedHeaders()
    )
    if not isinstance(message, EmailMessage):
        raise IngestError("This message cannot be read; export it again.")
    return message


def _message_metadata(message: EmailMessage) -> Metadata:
    name, address = parseaddr(_header(message, "From"))
    published = read_date(_header(message, "Date"))
    return Metadata(
        title=_FORWARDED.sub("", one_line(_header(message, "Subject")), count=1),
        # a newsletter's sender is its paper
        outlet=one_line(name) or address.rpartition("@")[2],
        published=published,
        published_basis="metadata" if published else "",
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except (ValueError, IndexError, AttributeError, TypeError):
        # the standard library's header parser trips over some malformed headers
        return ""


def _part_text(part: EmailMessage, context: Context) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    charset = part.get_content_charset() or ""
    return decode_bytes(payload, declared=charset, forced=context.options.encoding).text


def _messages(entry: Entry, limit: int) -> Iterator[bytes | None]:
    lines: list[bytes] = []
    size = 0
    after_blank = True
    entry.stream.seek(0)
    while line := entry.stream.readline(1 << 20):
        if after_blank and line.startswith(b"From "):
            if size:
                yield b"".join(lines) if size <= limit else None
            lines, size = [], 0
        else:
            size += len(line)
            if size <= limit:
                # mbox puts `>` before a line that would look like a new message
                lines.append(line[1:] if _QUOTED_FROM.match(line) else line)
        after_blank = line in (b"\n", b"\r\n")
    if size:
        yield b"".join(lines) if size <= limit else None


def _is_picture(name: str) -> bool:
    return name.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".webp", ".p7s", ".ics"))
