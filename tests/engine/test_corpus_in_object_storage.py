"""A corpus at an address gives the tables of the same corpus in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import WhosaidError
from pipeline.ingest.location import FolderCorpus, corpus_at, folder_of, is_address
from tests.running import output_bytes, run, write_article, write_corpus

ADDRESS = "memory://newsroom/articles"


@pytest.fixture
def storage() -> Iterator[Any]:
    """fsspec's storage in the memory of this process, emptied."""
    fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed: pip install fsspec")
    memory = fsspec.filesystem("memory")
    memory.store.clear()
    yield memory
    memory.store.clear()


def put(storage: Any, folder: Path) -> None:
    """Make the storage hold what a folder holds."""
    storage.store.clear()
    for file in folder.rglob("*"):
        if file.is_file():
            name = file.relative_to(folder).as_posix()
            storage.pipe_file(f"newsroom/articles/{name}", file.read_bytes())


def several(corpus: Path) -> Path:
    """A corpus with a sidecar, a zip-free folder, a saved page's parts, and speakers.csv."""
    write_corpus(corpus, 3)
    write_corpus(corpus / "2020" / "deep", 1)
    (corpus / "metadata.csv").write_text("file,outlet\n01.txt,The Harbour Post\n")
    (corpus / "speakers.csv").write_text("speaker,same_as\nMarit Osei,Tobias Lunde\n")
    (corpus / ".hidden.txt").write_text("Nothing to be read\n\nBy nobody at all, ever.\n")
    (corpus / "page.html").write_text("<html><body><p>A page of some words.</p></body></html>")
    (corpus / "page_files").mkdir()
    (corpus / "page_files" / "part.html").write_text("<p>A part of the page</p>")
    return corpus


def test_the_tables_are_those_of_a_folder(tmp_path: Path, storage: Any) -> None:
    corpus = several(tmp_path / "corpus")
    put(storage, corpus)
    run(corpus, tmp_path / "of folder")
    run(ADDRESS, tmp_path / "of address")
    assert output_bytes(tmp_path / "of address") == output_bytes(tmp_path / "of folder")
    assert "The Harbour Post" in (tmp_path / "of address" / "articles.csv").read_text("utf-8-sig")


def test_only_what_changed_is_fetched_again(
    tmp_path: Path, storage: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(storage, write_corpus(tmp_path / "corpus", 3))
    run(ADDRESS, tmp_path / "outputs")
    assert run(ADDRESS, tmp_path / "outputs").nothing_new
    write_article(tmp_path / "02.txt", 20)
    storage.pipe_file("newsroom/articles/02.txt", (tmp_path / "02.txt").read_bytes())
    storage.rm("newsroom/articles/03.txt")
    fetched: list[str] = []
    get_file = type(storage).get_file

    def noted(self: Any, path: str, *rest: Any, **more: Any) -> None:
        fetched.append(Path(path).name)
        get_file(self, path, *rest, **more)

    monkeypatch.setattr(type(storage), "get_file", noted)
    summary = run(ADDRESS, tmp_path / "outputs")
    assert (summary.changed, summary.removed, summary.annotated) == (1, 1, 1)
    assert [name for name in fetched if name.endswith(".txt")] == ["02.txt"]


def test_worker_processes_fetch_for_themselves(tmp_path: Path) -> None:
    pytest.importorskip("fsspec", reason="fsspec is not installed: pip install fsspec")
    corpus = write_corpus(tmp_path / "corpus", 4)
    run(corpus, tmp_path / "of folder")
    address = f"local://{corpus.as_posix()}"
    run(address, tmp_path / "of address", workers=2, articles_in_batch=1)
    assert output_bytes(tmp_path / "of address") == output_bytes(tmp_path / "of folder")


@pytest.mark.parametrize("name", ["../secret.txt", "a/../../secret.txt", "/secret.txt"])
def test_a_name_that_leads_elsewhere_is_a_problem(
    tmp_path: Path, storage: Any, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    put(storage, write_corpus(tmp_path / "corpus", 1))
    outside = f"/newsroom/articles/{name}"
    listed = storage.find("newsroom/articles", detail=True)
    stranger = {**next(iter(listed.values())), "name": outside}
    fetched: list[str] = []
    monkeypatch.setattr(
        type(storage), "find", lambda self, path, detail: {**listed, outside: stranger}
    )
    monkeypatch.setattr(type(storage), "get_file", lambda self, path, to: fetched.append(path))
    run(ADDRESS, tmp_path / "outputs")
    problems = (tmp_path / "outputs" / "problems.csv").read_text("utf-8-sig")
    assert f"{name},ingest,error" in problems
    assert not [path for path in fetched if "secret" in path]


def test_storage_that_does_not_answer_stops_the_run_and_loses_nothing(
    tmp_path: Path, storage: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(storage, write_corpus(tmp_path / "corpus", 2))
    run(ADDRESS, tmp_path / "outputs")
    before = output_bytes(tmp_path / "outputs")

    def unanswered(self: Any, *_: Any, **__: Any) -> None:
        raise ConnectionError("timed out")

    with monkeypatch.context() as broken:
        broken.setattr(type(storage), "find", unanswered)
        with pytest.raises(WhosaidError, match=r"cannot be read \(ConnectionError: timed out\)"):
            run(ADDRESS, tmp_path / "outputs")
    storage.pipe_file("newsroom/articles/new.txt", b"A new one\n\nOf some words, at least ten.")
    with monkeypatch.context() as broken:
        broken.setattr(type(storage), "get_file", unanswered)
        with pytest.raises(WhosaidError, match="check the address"):
            run(ADDRESS, tmp_path / "outputs")
    assert output_bytes(tmp_path / "outputs") == before
    assert run(ADDRESS, tmp_path / "outputs").new == 1


def test_a_missing_file_may_be_told_by_the_status_of_an_answer(
    tmp_path: Path, storage: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = write_corpus(tmp_path / "corpus", 2)
    put(storage, corpus)
    get_file = type(storage).get_file

    class Answered(Exception):
        status = 404

    def answered(self: Any, path: str, *rest: Any, **more: Any) -> None:
        """As gcsfs does, which has its answers from aiohttp."""
        try:
            get_file(self, path, *rest, **more)
        except FileNotFoundError as error:
            raise Answered from error

    monkeypatch.setattr(type(storage), "get_file", answered)
    run(corpus, tmp_path / "of folder")
    run(ADDRESS, tmp_path / "of address")
    assert output_bytes(tmp_path / "of address") == output_bytes(tmp_path / "of folder")


def test_an_address_without_articles_is_told(tmp_path: Path, storage: Any) -> None:
    with pytest.raises(WhosaidError, match="there are no articles in memory://newsroom/articles"):
        run(ADDRESS, tmp_path / "outputs")


def test_a_file_address_is_a_folder(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "a corpus", 1)
    assert corpus_at(corpus.as_uri()) == corpus_at(corpus) == FolderCorpus(corpus)
    with pytest.raises(WhosaidError, match="another machine"):
        folder_of("file://elsewhere/news")


@pytest.mark.parametrize("address", ["http://news.example/", "https://news.example/a.html"])
def test_nothing_is_fetched_from_the_web(address: str) -> None:
    with pytest.raises(WhosaidError, match="download the articles"):
        corpus_at(address)


def test_a_storage_that_nobody_knows_is_told() -> None:
    pytest.importorskip("fsspec", reason="fsspec is not installed: pip install fsspec")
    with pytest.raises(WhosaidError, match="name a folder, or an address such as"):
        corpus_at("nowhere://bucket/news").inputs()


def test_without_its_library_the_storage_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(WhosaidError, match=r"pip install -e '\.\[s3\]' in whosaid's folder"):
        corpus_at("s3://bucket/news").inputs()


@pytest.mark.parametrize("place", ["news", "/srv/news", "C:\\news", "C:/news", "a:b//c"])
def test_a_path_is_no_address(place: str) -> None:
    assert not is_address(place)
