"""A corpus folder with one file of each format, each in two encodings or packings."""

from __future__ import annotations

import bz2
import email.message
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from pipeline.ingest import IngestOptions, list_inputs, list_sidecars, read_file, read_sidecars
from pipeline.ingest.corpus import printable_path
from pipeline.records import Article, Problem

STORY = (
    "Ferry to Marrow Island stops for the winter\n\n"
    "The last boat left on Sunday. “We can’t run it in ice,” said harbour master Orla Quill.\n\n"
    "The council of Brackwater expects to lose £40,000.\n"
)
BODY = STORY.split("\n\n", 1)[1]
PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="{charset}">'
    "<title>Ferry stops | The Brackwater Bee</title>"
    '<meta property="og:site_name" content="The Brackwater Bee">'
    '<meta property="article:published_time" content="2021-11-07T09:30:00+00:00">'
    '<link rel="canonical" href="https://www.brackwaterbee.example/news/ferry-stops">'
    '</head><body><article><h1>Ferry stops</h1><p class="byline">By Ines Thorne</p>'
    "<p>The last boat left on Sunday. “We can’t run it in ice,” said Orla Quill, “not this "
    "year.”</p><p>The council expects to lose £40,000.</p></article></body></html>"
)
FACTIVA = (
    "News\nFerry to Marrow Island stops for the winter\nBy Ines Thorne\n120 words\n"
    "7 November 2021\nThe Brackwater Bee\nBRBEE\nEnglish\nCopyright 2021 Brackwater Press\n\n"
    + BODY
    + "\n"
    "Document BRBEE00020211107ehb700001\n\n"
    "Harbour gets a new crane\n80 words\n8 November 2021\nThe Brackwater Bee\nBRBEE\nEnglish\n"
    "(c) 2021 Brackwater Press\n\nThe crane lifts 40 tonnes, said Mr Quill.\n\n"
    "Document BRBEE00020211108ehb800002\n\nSearch Summary\nText harbour\n"
)
NEXIS = [
    "Ferry stops", "The Brackwater Bee", "November 7, 2021 Sunday",
    "Copyright 2021 Brackwater Press All Rights Reserved", "Section: NEWS", "Length: 120 words",
    "Byline: Ines Thorne", "Body", "The last boat left on Sunday.", "It will be back in April.",
    "Classification", "Language: ENGLISH", "Load-Date: November 8, 2021", "End of Document",
]  # fmt: skip
RECORDS = [
    {
        "headline": "Ferry stops",
        "body": BODY,
        "link": "https://brackwaterbee.example/2021/11/07/ferry",
        "pub_date": "2021-11-07",
        "byline": "Ines Thorne",
        "source": {"id": None, "name": "The Brackwater Bee"},
    },
    {
        "headline": "Crane arrives",
        "body": "<p>The crane lifts 40 tonnes.</p><p>“It’s big,” said Quill.</p>",
        "pub_date": "8 November 2021",
        "source": "The Brackwater Bee",
    },
]


def table(separator: str) -> str:
    rows = (
        ("Title", "Text", "Publish Date", "Author", "Topic"),
        ("Ferry stops", f'"{BODY}"', "07/11/2021", "Ines Thorne", "sea"),
        ("Crane arrives", "The crane lifts 40 tonnes.", "18/11/2021", "", "port"),
    )
    return "".join(separator.join(row) + "\r\n" for row in rows)


def message(body: str, charset: str) -> bytes:
    built = email.message.EmailMessage()
    built["From"] = "The Brackwater Bee <news@brackwaterbee.example>"
    built["To"] = "reader@example.org"
    built["Subject"] = "Ferry stops – the morning letter"
    built["Date"] = "Sun, 07 Nov 2021 07:00:00 +0000"
    built["Message-ID"] = "<1@brackwaterbee.example>"
    built.set_content(body, charset=charset)
    return built.as_bytes()


def saved_page(charset: str) -> bytes:
    part = PAGE.format(charset=charset).encode(charset)
    return (
        b"From: <Saved by Blink>\r\n"
        b"Snapshot-Content-Location: https://www.brackwaterbee.example/news/ferry-stops\r\n"
        b"Subject: Ferry stops\r\nDate: Mon, 3 Jan 2022 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="----Edge"\r\n\r\n'
        b"------Edge\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + part
        + b"\r\n------Edge--\r\n"
    )


def warc(charset: str) -> bytes:
    page = PAGE.format(charset=charset).encode(charset)
    answer = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=" + charset.encode() + b"\r\n\r\n"
    ) + page
    records = b""
    for kind, content in ((b"request", b"GET / HTTP/1.1\r\n\r\n"), (b"response", answer)):
        records += (
            b"WARC/1.0\r\nWARC-Type: " + kind + b"\r\n"
            b"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            b"WARC-Date: 2022-01-03T10:00:00Z\r\n"
            b"WARC-Target-URI: https://www.brackwaterbee.example/2021/11/07/ferry\r\n"
            b"Content-Type: application/http; msgtype=" + kind + b"\r\n"
            b"Content-Length: " + str(len(content)).encode() + b"\r\n\r\n" + content + b"\r\n\r\n"
        )
    return records


def word(paragraphs: list[str]) -> bytes:
    import docx

    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.add_table(rows=1, cols=2).rows[0].cells[0].text = "Boats"
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def rich_text(text: str) -> bytes:
    escaped = "".join(
        character if ord(character) < 128 else f"\\u{ord(character)}?"
        for character in text.replace("\n", "\\par\n")
    )
    return b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl\\f0 Arial;}\\f0 " + escaped.encode() + b"}"


def workbook() -> bytes:
    from datetime import datetime

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(["title", "text", "date", "outlet"])
    sheet.append(["Ferry stops", BODY, datetime(2021, 11, 7), "The Brackwater Bee"])
    sheet.append(["Crane arrives", "The crane lifts 40 tonnes.", "8 Nov 2021", None])
    book.create_sheet("Notes").append(["about", "this"])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF of text lines in Helvetica, one content stream a page."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 "
               b"/BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]  # fmt: skip
    kids = []
    for lines in pages:
        shown = b"BT /F1 11 Tf 14 TL 60 780 Td " + b" ".join(
            b"(" + line.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj T*"
            for line in lines
        ) + b" ET"  # fmt: skip
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table_at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        table_at,
    )
    return out


def zipped(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w:gz") -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return packed.getvalue()


def lines(records: list[dict[str, object]], *, escaped: bool) -> bytes:
    return "".join(json.dumps(r, ensure_ascii=escaped) + "\n" for r in records).encode()


def every_format() -> dict[str, tuple[bytes, int]]:
    """Path to content and the number of articles it holds."""
    story, page = STORY.encode(), PAGE.format(charset="utf-8").encode()
    pdf_lines = ["The harbour of Brackwater was closed on Monday after the ice came in from the",
                 "north, and the harbour master said that no boat would go out before the wea-",
                 "ther changes.", "“We can’t go,” she said."]  # fmt: skip
    return {
        "text/utf8.txt": (story, 1),
        "text/cp1252.txt": (STORY.replace("\n", "\r\n").encode("cp1252"), 1),
        "text/utf16.md": (STORY.encode("utf-16"), 1),
        "page/utf8.html": (page, 1),
        "page/latin.htm": (PAGE.format(charset="windows-1252").encode("cp1252"), 1),
        "page/named-wrongly.txt": (page, 1),
        "page/utf8.mhtml": (saved_page("utf-8"), 1),
        "page/latin.mht": (saved_page("windows-1252"), 1),
        "json/utf8.jsonl": (lines(RECORDS, escaped=False), 2),
        "json/escaped.ndjson": (lines(RECORDS, escaped=True), 2),
        "json/list.json": (json.dumps(RECORDS, ensure_ascii=False).encode(), 2),
        "json/list-utf16.json": (json.dumps({"articles": RECORDS}, indent=1).encode("utf-16"), 2),
        "table/utf8.csv": (b"\xef\xbb\xbf" + table(",").encode(), 2),
        "table/latin.csv": (table(";").encode("cp1252"), 2),
        "table/tabs.tsv": (table("\t").encode(), 2),
        "table/utf16.tsv": (table("\t").encode("utf-16"), 2),
        "table/book.xlsx": (workbook(), 2),
        "document/story.docx": (word(STORY.strip().split("\n\n")), 1),
        "document/nexis.docx": (word(NEXIS * 2), 2),
        "document/story.rtf": (rich_text(STORY), 1),
        "document/export.rtf": (rich_text(FACTIVA), 2),
        "document/story.pdf": (pdf([pdf_lines]), 1),
        "document/export.pdf": (pdf([FACTIVA.split("\n")]), 2),
        "export/factiva.txt": (FACTIVA.encode(), 2),
        "export/factiva-latin.txt": (FACTIVA.encode("cp1252"), 2),
        "web/crawl.warc": (warc("utf-8"), 1),
        "web/crawl.warc.gz": (gzip.compress(warc("windows-1252"), mtime=0), 1),
        "mail/utf8.eml": (message(STORY, "utf-8"), 1),
        "mail/latin.eml": (message(STORY, "windows-1252"), 1),
        "mail/box.mbox": (
            b"From - Sun Nov  7 07:00:00 2021\n" + message(STORY, "utf-8") + b"\n"
            b"From - Mon Nov  8 07:00:00 2021\n" + message(BODY, "windows-1252") + b"\n",
            2,
        ),
        "packed/story.txt.gz": (gzip.compress(story, mtime=0), 1),
        "packed/both.tar.gz": (tarred({"a/story.txt": story, "page.html": page}), 2),
        "packed/plain.tar": (tarred({"story.txt": STORY.encode("utf-16")}, "w"), 1),
        "packed/nested.zip": (
            zipped(
                {"in.zip": zipped({"story.txt": story, "day.jsonl": lines(RECORDS, escaped=True)})}
            ),
            3,
        ),
        "packed/packed-inside.zip": (
            zipped(
                {
                    "story.txt.gz": gzip.compress(story, mtime=0),
                    "story.txt.bz2": bz2.compress(story),
                    "story.txt.xz": lzma.compress(story),
                    "more.tar.gz": tarred({"page.html": page}),
                }
            ),
            4,
        ),
    }


def broken_files() -> dict[str, bytes]:
    """Path to content of files from which no article can be read, ten kinds and more."""
    good_zip = zipped({"story.txt": STORY.encode() * 50})
    return {
        "broken/empty.txt": b"",
        "broken/spaces.txt": b" \n\n\t \r\n",
        "broken/zeros.txt": b"\x00" * 4096,
        "broken/noise.txt": bytes((i * i * 7 + i // 3) % 256 for i in range(4096)),
        "broken/cut.zip": good_zip[: len(good_zip) // 2],
        "broken/cut.gz": gzip.compress(STORY.encode() * 50, mtime=0)[:60],
        "broken/cut.docx": word(["A story"])[:900],
        "broken/cut.pdf": b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0",
        "broken/cut.json": b'{"title": "Ferry stops", "text": "The last boa',
        "broken/not-json.jsonl": b"this is no json\n",
        "broken/no-text.csv": b"id,score\n1,2\n",
        "broken/picture.html": b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 99,
        "broken/old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
        "broken/empty-list.json": b"[]",
        "broken/nothing.zip": zipped({}),
        "broken/no-body.eml": b"From: a@b.example\nSubject: x\nMessage-ID: <1@b>\nDate: x\n\n",
        "broken/cut.warc": warc("utf-8")[:300],
        "broken/empty.rtf": b"{\\rtf1\\ansi}",
        "broken/feed.xml": b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>',
    }


def write(folder: Path, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def read_corpus(corpus: Path) -> Iterator[Article | Problem]:
    """The articles of a whole folder, in the order of their paths, and all problems."""
    inputs = [found.path for found in list_inputs(corpus)]
    sidecars = [found.path for found in list_sidecars(corpus)]
    metadata, problems = read_sidecars(
        corpus, sidecars, IngestOptions(), map(printable_path, inputs)
    )
    yield from problems
    for path in inputs:
        yield from read_file(corpus, path, metadata=metadata)
