"""Articles come from strangers: nothing in an input leads out, blows up or stops a run."""

import errno
import gzip
import io
import json
import os
import random
import tarfile
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import WhosaidError
from pipeline.ingest import IngestOptions, list_inputs, page_metadata, read_file
from pipeline.records import Article, Problem
from tests.ingest.corpus_of_formats import STORY, every_format, tarred, warc, write, zipped

SMALL = IngestOptions(max_article_bytes=10_000)


def read(
    folder: Path, path: str, data: bytes, options: IngestOptions | None = None
) -> list[Article | Problem]:
    write(folder, {path: data})
    return list(read_file(folder, path, options))


def only_problem(found: list[Article | Problem]) -> str:
    (problem,) = found
    assert isinstance(problem, Problem)
    return problem.problem


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_an_article_above_the_limit_is_a_problem(name: str, tmp_path: Path) -> None:
    assert "10,000 bytes" in only_problem(read(tmp_path, name, b"<p>word " * 2000, SMALL))


def test_a_record_above_the_limit_leaves_the_others(tmp_path: Path) -> None:
    long, short = json.dumps({"text": "x" * 20_000}), json.dumps({"text": "A story."})
    found = read(tmp_path, "a.jsonl", f"{short}\n{long}\n{short}\n".encode(), SMALL)
    assert [type(one) for one in found] == [Article, Problem, Article]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "b.json", "a.csv", "a.mbox"])
def test_a_record_that_a_reader_fails_on_leaves_the_others(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = ("2020-01-06", "2020-01-07", "2020-01-08")
    records = [json.dumps({"text": "A story.", "date": day}) for day in days]
    letter = "From a@b\nFrom: The Bee <a@b>\nSubject: Ferry\nDate: {}\n\nA story.\n\n"
    data = {
        "a.jsonl": "\n".join(records),
        "a.json": f"[{','.join(records)}]",
        "b.json": f'{{"articles": [{",".join(records)}]}}',
        "a.csv": "date,text\n" + "".join(f"{day},A story.\n" for day in days),
        "a.mbox": "".join(map(letter.format, days)),
    }[name]

    def fails_on_one(text: str, *_: object) -> str:
        if text == days[1]:
            raise ValueError("no such day")
        return text

    monkeypatch.setattr("pipeline.ingest.fields.read_date", fails_on_one)
    monkeypatch.setattr("pipeline.ingest.mail.read_date", fails_on_one)
    first, second, third = read(tmp_path, name, data.encode())
    assert isinstance(first, Article) and isinstance(third, Article)
    assert isinstance(second, Problem) and second.source == f"{name}#2"
    assert "ValueError: no such day" in second.problem


@pytest.mark.parametrize(
    "name", ["https://[bee.example/a", "https://bee.example:port/a", "http://[::1/a", "[", "//[a"]
)
def test_an_address_that_is_none_costs_nothing_else(name: str, tmp_path: Path) -> None:
    page = f'<html><head><title>Ferry</title><link rel="canonical" href="{name}"></head><p>Story.'
    misplaced = f'<html><title>Ferry</title><body><link rel="canonical" href="{name}"><p>Story.'
    records = [json.dumps({"html": page, "url": url}) for url in ("", name, "")]
    found = read(
        tmp_path, "a.jsonl", "\n".join([*records, json.dumps({"html": misplaced})]).encode()
    )
    assert [one.metadata.title for one in found if isinstance(one, Article)] == ["Ferry"] * 4


def test_a_page_whose_own_account_cannot_be_read_is_an_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("pipeline.ingest.plain.page_metadata", fails)
    (article,) = read(tmp_path, "a.jsonl", b'{"html": "<p>A story.</p>", "title": "Ferry"}')
    assert isinstance(article, Article)
    assert (article.markup, article.metadata.title) == ("<p>A story.</p>", "Ferry")


def test_authors_in_lists_in_lists_end_no_reading() -> None:
    nested = "[" * 700 + "]" * 700
    record = f'{{"@type": "NewsArticle", "headline": "Ferry", "author": {nested}}}'
    page = f'<html><script type="application/ld+json">{record}</script><p>Story.'
    assert page_metadata(page).title == "Ferry"


@pytest.mark.parametrize("pack", ["zip", "gz", "nested", "warc"])
def test_an_archive_that_unpacks_without_end_is_given_up(
    pack: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.ingest.entry._RATIO_FLOOR", 1 << 20)
    zeros = b"{}" * (2 << 20)  # pack to almost nothing
    packed = {
        "zip": lambda: zipped({"a.txt": zeros}),
        "gz": lambda: gzip.compress(zeros),
        "nested": lambda: zipped({"in.zip": zipped({"a.txt": zeros})}),
        "warc": lambda: gzip.compress(warc("utf-8") + zeros),
    }[pack]()
    found = read(tmp_path, "a.bin", packed)
    problems = [one.problem for one in found if isinstance(one, Problem)]
    assert any("times its size" in problem for problem in problems)


def test_an_archive_of_too_many_files_is_given_up(tmp_path: Path) -> None:
    members = {f"{n}.txt": b"A story." for n in range(12)}
    found = read(tmp_path, "a.zip", zipped(members), IngestOptions(max_archive_entries=10))
    assert [type(one) for one in found] == [Article] * 10 + [Problem]


def test_a_table_of_too_many_rows_is_called_no_archive(tmp_path: Path) -> None:
    rows = b"text\n" + b"A story.\n" * 3
    *found, problem = read(tmp_path, "a.csv", rows, IngestOptions(max_archive_entries=2))
    assert [type(one) for one in found] == [Article] * 2
    assert "more than 2 articles" in only_problem([problem])


def test_no_room_to_unpack_is_no_fault_of_the_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(tempfile.SpooledTemporaryFile[bytes]):
        def write(self, _: object) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", Full)
    with pytest.raises(WhosaidError, match=r"a\.zip!a\.txt cannot be unpacked \(No space left"):
        read(tmp_path, "a.zip", zipped({"a.txt": b"A story."}))


@pytest.mark.parametrize("name", ["a.html", "a.jsonl"])
def test_too_little_memory_is_no_fault_of_the_file(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("pipeline.ingest.plain.page_metadata", fails)
    with pytest.raises(MemoryError):
        read(tmp_path, name, b'{"html": "<p>A story.</p>", "title": "Ferry"}')


def test_archives_are_opened_only_so_deep(tmp_path: Path) -> None:
    data = STORY.encode()
    for _ in range(5):
        data = zipped({"in.zip": data})
    assert "archives deep" in only_problem(read(tmp_path, "a.zip", data))


def test_names_in_archives_never_lead_out(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    members = {"../../outside.txt": b"One.", "/etc/x.txt": b"Two.", "C:\\y\\..\\z.txt": b"Three."}
    corpus = tmp_path / "corpus"
    found = read(corpus, "a.tar", tarred(members, "w"))
    assert [one.source for one in found] == [
        "a.tar!outside.txt",
        "a.tar!etc/x.txt",
        "a.tar!y/z.txt",
    ]
    assert not outside.exists()
    assert [one.path for one in list_inputs(corpus)] == ["a.tar"]


def test_links_in_archives_are_not_followed(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, kind in (("a.txt", tarfile.SYMTYPE), ("b.txt", tarfile.LNKTYPE)):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/hostname"
            archive.addfile(member)
    found = read(tmp_path, "a.tar", packed.getvalue())
    assert [type(one) for one in found] == [Problem, Problem]


def test_links_out_of_the_corpus_are_not_followed(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    write(tmp_path, {"secret.txt": b"A secret.", "folder/x.txt": b"More.", "corpus/a.txt": b"One."})
    (corpus / "out.txt").symlink_to(tmp_path / "secret.txt")
    (corpus / "dir").symlink_to(tmp_path / "folder")
    (corpus / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    (corpus / "in.txt").symlink_to(corpus / "a.txt")
    os.mkfifo(corpus / "pipe.txt")
    kinds = {found.path: type(next(read_file(corpus, found.path))) for found in list_inputs(corpus)}
    assert kinds == {
        "a.txt": Article,
        "dir": Problem,
        "gone.txt": Problem,
        "in.txt": Article,
        "out.txt": Problem,
        "pipe.txt": Problem,
    }


def test_a_name_that_is_no_utf8_has_a_printable_source(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"A story.")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (found,) = list_inputs(tmp_path)
    (article,) = read_file(tmp_path, found.path)
    assert article.source == "caf\\xe9.txt"


def test_nul_bytes_and_lone_surrogates_do_not_reach_the_text(tmp_path: Path) -> None:
    (text,) = read(tmp_path, "a.txt", b"A st\x00ory.\x07 He said.\x00\x00")
    (record,) = read(tmp_path, "a.jsonl", rb'{"text": "Half \ud83d and whole \ud83d\ude00."}')
    assert isinstance(text, Article) and text.text == "A story. He said."
    assert isinstance(record, Article) and record.text == "Half � and whole 😀."


@pytest.mark.parametrize(
    "data",
    [
        b"<html><head><title>x</title></head><body>" + b"<div>" * 50_000 + b"Deep.",
        b'<html><script type="application/ld+json">' + b"[" * 50_000 + b"</script><p>Deep.",
        b"<!--" * 30_000 + b"<p>Deep.",
        b'<html><body><span class="date">' + b"1/" * 50_000 + b"</span>",
    ],
    ids=["elements", "json", "comments", "figures"],
)
def test_deep_and_endless_markup_is_read_in_time(data: bytes, tmp_path: Path) -> None:
    start = time.process_time()
    (article,) = read(tmp_path, "a.html", data)
    assert isinstance(article, Article)
    assert time.process_time() - start < 5


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"a":' * 100_000, b'{"text": ' + b"[" * 99_999])
def test_deep_json_is_a_problem(data: bytes, tmp_path: Path) -> None:
    assert only_problem(read(tmp_path, "a.json", data))


@pytest.mark.parametrize(
    "unit", ['"', "“", "1/1/", "a-\n", "From ", "x,", "<", " \n", "2020-", "("]
)
def test_a_quarter_million_of_anything_is_read_in_time(unit: str, tmp_path: Path) -> None:
    data = (unit * (250_000 // len(unit))).encode()
    for name in ("a.txt", "a.html", "a.csv", "a.eml", "a.json", "a.jsonl"):
        start = time.process_time()
        assert read(tmp_path, name, data)
        assert time.process_time() - start < 5, name


@pytest.mark.parametrize("unit", ['"', "(", "=?utf-8?q?", ";", "a@b,", "\\"])
@pytest.mark.parametrize("header", ["Content-Type: text/plain; charset", "From: a", "Subject: a"])
def test_a_header_without_end_is_read_in_time(header: str, unit: str, tmp_path: Path) -> None:
    data = f"Date: Sun, 07 Nov 2021 07:00:00 +0000\n{header}{unit * 20_000}\n\n{STORY}".encode()
    start = time.process_time()
    assert read(tmp_path, "a.eml", data)
    assert time.process_time() - start < 5


SEEDS = sorted((path, data) for path, (data, _) in every_format().items() if len(data) < 60_000)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, len(SEEDS) - 1), st.randoms(use_true_random=False))
def test_no_damage_to_any_format_raises(tmp_path: Path, which: int, chance: random.Random) -> None:
    path, data = SEEDS[which]
    damaged = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(damaged) + 1)
        if chance.random() < 0.5:
            damaged[place : place + chance.randint(0, 40)] = chance.randbytes(chance.randint(0, 9))
        else:
            damaged[place:place] = damaged[chance.randrange(len(damaged) + 1) :][:50]
    found = read(tmp_path, path, bytes(damaged))
    assert found
    for one in found:
        json.dumps(str(one), ensure_ascii=False).encode()  # no lone surrogate anywhere


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_markup_has_metadata(markup: str) -> None:
    found = page_metadata(f"<html><head><title>{markup}</title></head><body>{markup}</body></html>")
    assert replace(found) == found
