"""An archive is read as the folder that it unpacks to."""

import io
import tarfile
import warnings
import zipfile
from pathlib import Path

import pytest

from pipeline.ingest import list_inputs, read_file
from pipeline.records import Article, Problem
from tests.ingest.corpus_of_formats import STORY, read_corpus, tarred, write, zipped


def read(folder: Path, path: str, data: bytes) -> list[Article | Problem]:
    write(folder, {path: data})
    return list(read_file(folder, path))


def grown(pack: str, versions: list[tuple[str, bytes]]) -> bytes:
    """An archive to which members were added one by one, under whatever name."""
    packed = io.BytesIO()
    if pack == "tar":
        with tarfile.open(fileobj=packed, mode="w") as archive:
            for name, data in versions:
                member = tarfile.TarInfo(name)
                member.size = len(data)
                archive.addfile(member, io.BytesIO(data))
    else:
        with warnings.catch_warnings(), zipfile.ZipFile(packed, "w") as zipped_up:
            warnings.simplefilter("ignore")
            for name, data in versions:
                zipped_up.writestr(name, data)
    return packed.getvalue()


@pytest.mark.parametrize("pack", ["tar", "zip"])
def test_the_last_member_of_a_name_is_read_and_the_others_told(pack: str, tmp_path: Path) -> None:
    data = grown(pack, [("b.txt", b"The old."), ("a.txt", b"Else."), ("./b.txt", b"The new.")])
    told, other, new = read(tmp_path, f"a.{pack}", data)
    assert isinstance(told, Problem) and told.severity == "warning"
    assert told.source == f"a.{pack}!b.txt"
    assert "only that one was read" in told.problem
    assert isinstance(other, Article) and isinstance(new, Article)
    assert (other.text, new.source, new.text) == ("Else.", f"a.{pack}!b.txt", "The new.")


@pytest.mark.parametrize("name", ["Müller.txt", "Zürich/Ł.txt", "plain.txt"])
def test_a_name_in_utf8_needs_no_flag_that_says_so(name: str, tmp_path: Path) -> None:
    letters = b"x" * len(name.encode())
    data = zipped({letters.decode(): b"A story."}).replace(letters, name.encode())
    (article,) = read(tmp_path, "a.zip", data)
    assert article.source == f"a.zip!{name}"


def test_a_name_in_an_old_code_page_is_read_as_such(tmp_path: Path) -> None:
    data = zipped({"Mxller.txt": b"A story."}).replace(b"Mxller", b"M\x81ller")
    (article,) = read(tmp_path, "a.zip", data)
    assert article.source == "a.zip!Müller.txt"


def test_what_stands_before_the_cut_of_a_tar_is_read(tmp_path: Path) -> None:
    data = grown("tar", [("a.txt", b"One."), ("b.txt", b"Two." * 300)])
    found = read(tmp_path, "a.tar", data[:1700])
    assert isinstance(found[0], Article) and found[0].text == "One."
    assert isinstance(found[-1], Problem) and "cut short" in found[-1].problem


def test_records_of_members_that_read_alike_are_told(tmp_path: Path) -> None:
    members = {"b.jsonl": b'{"text": "One."}\n', "b.jsonl#1": b"Two."}
    first, second = read(tmp_path, "a.zip", zipped(members))
    assert isinstance(first, Article) and first.source == "a.zip!b.jsonl#1"
    assert isinstance(second, Problem) and "give each a name of its own" in second.problem


@pytest.mark.parametrize("pack", ["tar", "zip"])
def test_what_is_left_out_of_a_folder_is_left_out_of_an_archive(pack: str, tmp_path: Path) -> None:
    files = {
        "story.html": f"<p>{STORY}</p>".encode(),
        "story_files/frame.html": b"<p>An advertisement.</p>",
        "day/.hidden.txt": b"Hidden.",
        "day/story.txt": STORY.encode(),
        "__MACOSX/day/story.txt": b"Fork.",
        "outputs/quotes.csv": b"quote\nOne.\n",
        "outputs/store/manifest.sqlite": b"",
        "day/Thumbs.db": b"Pictures.",
    }
    write(tmp_path / "folder", files)
    packed = zipped(files) if pack == "zip" else tarred(files, "w")
    found = read(tmp_path / "packed", f"a.{pack}", packed)
    assert [one.source for one in read_corpus(tmp_path / "folder")] == [
        "day/story.txt",
        "story.html",
    ]
    assert sorted(one.source.partition("!")[2] for one in found) == ["day/story.txt", "story.html"]
    assert len(list_inputs(tmp_path / "packed")) == 1
