"""Every format is read, every broken file is a problem, and the counts add up."""

import io
import json
import os
import re
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from pipeline.ingest import IngestOptions, list_inputs, read_file
from pipeline.records import Article, Problem
from tests.ingest.corpus_of_formats import (
    PAGE,
    STORY,
    broken_files,
    every_format,
    message,
    pdf,
    read_corpus,
    word,
    workbook,
    write,
    zipped,
)

GOOD = every_format()
BROKEN = broken_files()


def read(folder: Path, path: str, data: bytes) -> list[Article | Problem]:
    write(folder, {path: data})
    return list(read_file(folder, path))


@pytest.mark.parametrize("path", GOOD)
def test_each_format_gives_its_articles(path: str, tmp_path: Path) -> None:
    data, count = GOOD[path]
    found = read(tmp_path, path, data)
    assert [type(one) for one in found] == [Article] * count
    articles = [one for one in found if isinstance(one, Article)]
    for number, article in enumerate(articles, start=1):
        assert article.source.startswith(path)
        assert count == 1 or "!" in article.source or article.source == f"{path}#{number}"
        assert "�" not in article.text + article.markup
        assert "\r" not in article.text + article.markup
    assert any(
        "’" in article.text + article.markup or "Ferry" in article.text for article in articles
    )


@pytest.mark.parametrize("path", BROKEN)
def test_each_broken_file_is_one_problem_that_says_what_to_do(path: str, tmp_path: Path) -> None:
    (problem,) = read(tmp_path, path, BROKEN[path])
    assert isinstance(problem, Problem)
    assert problem.severity == "error"
    assert problem.source.startswith(path)
    assert problem.problem.endswith(".") and "\n" not in problem.problem


def test_every_input_of_a_corpus_ends_as_an_article_or_a_problem(tmp_path: Path) -> None:
    write(tmp_path, {path: data for path, (data, _) in GOOD.items()} | BROKEN)
    found = list(read_corpus(tmp_path))
    sources = {one.source.split("#")[0].split("!")[0] for one in found}
    assert sources == set(GOOD) | set(BROKEN) == {one.path for one in list_inputs(tmp_path)}
    articles = [one for one in found if isinstance(one, Article)]
    assert len(articles) == sum(count for _, count in GOOD.values())
    assert len(found) == len(articles) + len(BROKEN)


def test_the_same_corpus_is_read_the_same_twice(tmp_path: Path) -> None:
    write(tmp_path, {path: data for path, (data, _) in GOOD.items()} | BROKEN)
    assert list(read_corpus(tmp_path)) == list(read_corpus(tmp_path))


def test_the_same_text_in_any_western_encoding_is_the_same_text(tmp_path: Path) -> None:
    texts = set()
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"):
        (article,) = read(tmp_path, "a.txt", STORY.encode(encoding))
        assert isinstance(article, Article)
        texts.add(article.text)
    assert texts == {STORY}


def test_an_article_keeps_its_id_wherever_its_bytes_lie(tmp_path: Path) -> None:
    page = PAGE.format(charset="utf-8").encode()
    write(tmp_path, {"a.html": page, "b/c.txt": page, "d.zip": zipped({"x/y.htm": page})})
    articles = [one for one in read_corpus(tmp_path) if isinstance(one, Article)]
    assert [one.source for one in articles] == ["a.html", "b/c.txt", "d.zip!x/y.htm"]
    assert len({one.article_id for one in articles}) == 1


def test_a_missing_library_is_named_with_its_install_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    (problem,) = read(tmp_path, "a.pdf", pdf([["Ferry stops"]]))
    assert isinstance(problem, Problem)
    assert "needs the library pypdf" in problem.problem
    assert "'pip install -e .' in whosaid's folder" in problem.problem


def test_one_broken_line_leaves_the_others(tmp_path: Path) -> None:
    data = (
        b'{"text": "One."}\n{"text": \n\n{"text": "Three."}\n["no object"]\n{"title": "No text"}\n'
    )
    found = read(tmp_path, "a.jsonl", data)
    assert [(type(one).__name__, one.source) for one in found] == [
        ("Article", "a.jsonl#1"),
        ("Problem", "a.jsonl#2"),
        ("Article", "a.jsonl#3"),
        ("Problem", "a.jsonl#4"),
        ("Problem", "a.jsonl#5"),
    ]


def test_a_text_named_as_json_lines_is_not_a_problem_a_line(tmp_path: Path) -> None:
    found = read(tmp_path, "a.jsonl", b"This is a line of a story.\n" * 5000)
    assert len(found) < 30


def test_a_json_list_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    found = read(tmp_path, "a.json", b'[{"text": "One."}, {"text": "Two."}, {"te')
    assert [type(one) for one in found] == [Article, Article, Problem]


def test_a_text_that_begins_with_a_bracket_is_a_text(tmp_path: Path) -> None:
    (article,) = read(tmp_path, "a.txt", b"[Editor's note: this story was changed.]\n\nA story.")
    assert isinstance(article, Article)


def test_a_text_with_header_like_lines_is_no_mail(tmp_path: Path) -> None:
    (article,) = read(tmp_path, "a.txt", b"From: the desk of the mayor\nDate: never\n\nA story.")
    assert isinstance(article, Article)
    assert article.text.startswith("From: the desk")


def test_of_columns_of_one_name_the_first_with_something_in_it_counts(tmp_path: Path) -> None:
    found = read(
        tmp_path, "a.csv", b"title,text,text\nFerry,One.,\nCrane,,Two.\nWeir,Three.,Four.\n"
    )
    texts = [one.text for one in found if isinstance(one, Article)]
    assert texts == ["One.", "Two.", "Three."]


@pytest.mark.parametrize(
    "start",
    ["RIFFRAFF IN THE HARBOUR", "ID3 cars", "PAR1 is late", "GIF8 or GIF9?", "Rar!", "OggS"],
)
def test_a_text_may_begin_as_other_files_do(start: str, tmp_path: Path) -> None:
    (article,) = read(tmp_path, "a.txt", f"{start}\n\nThe boat left.\n".encode())
    assert isinstance(article, Article)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "picture"),
        (b"RIFF\x1a\n\x00\x00WEBPVP8L", "picture"),
        (b"RIFF$\x08\x00\x00WAVEfmt ", "sound"),
        (b"ID3\x04\x00\x00\x00\x00\x00\x00", "sound"),
        (b"OggS\x00\x02", "sound"),
        (b"PAR1\x15\x04\x15\x10", "Parquet"),
        (b"Rar!\x1a\x07\x01\x00", "RAR"),
    ],
)
def test_pictures_sounds_and_other_archives_are_called_so(
    data: bytes, kind: str, tmp_path: Path
) -> None:
    (problem,) = read(tmp_path, "a.txt", data)
    assert isinstance(problem, Problem) and kind in problem.problem


def test_names_of_columns_can_be_given(tmp_path: Path) -> None:
    write(tmp_path, {"a.csv": b"words,when,name\nA story.,2021-11-07,Ferry\n"})
    options = IngestOptions(text_key="words", published_key="when", title_key="name")
    (article,) = read_file(tmp_path, "a.csv", options)
    assert isinstance(article, Article)
    assert (article.text, article.metadata.published) == ("A story.", "2021-11-07")
    assert article.metadata.title == "Ferry"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_json_lines_are_read_in_the_encoding_that_is_given(encoding: str, tmp_path: Path) -> None:
    lines = "".join(
        json.dumps({"text": f"“A story” {n}."}, ensure_ascii=False) + "\n" for n in "ab"
    )
    write(tmp_path, {"a.jsonl": lines.encode(encoding)})
    told, given = (
        list(read_file(tmp_path, "a.jsonl", IngestOptions(encoding=name)))
        for name in ("", encoding)
    )
    assert given == told
    assert [one.text for one in given if isinstance(one, Article)] == [
        "“A story” a.",
        "“A story” b.",
    ]


@pytest.mark.parametrize(
    "above", ["sep=;\r\n", "Export of 7 January 2020\r\n\r\n", "\r\n", "Query;ferry\r\nRows;1\r\n"]
)
def test_a_tables_header_may_stand_below_other_lines(above: str, tmp_path: Path) -> None:
    header = "Article Headline;Full Text;Date Published;News Source"
    table = f"{above}{header}\r\nFerry;A story.;2020-01-06;Bee\r\n"
    for encoding in ("utf-8", "utf-16", "utf-8-sig"):
        (article,) = read(tmp_path, f"{encoding}.csv", table.encode(encoding))
        assert isinstance(article, Article)
        given = article.metadata
        assert (article.text, given.title, given.published) == ("A story.", "Ferry", "2020-01-06")
        assert (given.outlet, given.extra) == ("Bee", ())


@pytest.mark.parametrize(
    "data",
    [
        {"response": {"results": [{"webTitle": "Ferry", "fields": {"bodyText": "A story."}}]}},
        {"hits": {"hits": [{"_id": "1", "_source": {"headline": "Ferry", "body": "A story."}}]}},
        {"x1": {"title": "Ferry", "text": "A story."}},
        {"meta": {"title": "Ferry"}, "article": {"body": "A story."}},
        [{"title": {"rendered": "Ferry"}, "content": {"rendered": "A story."}, "author": 7}],
        [{"headline": "Ferry", "paragraphs": ["A story."]}],
        [
            {
                "title": "Ferry",
                "text": "A story.",
                "source": {"name": "", "url": "https://x.example"},
            }
        ],
    ],
)
def test_fields_of_json_may_be_nested(data: object, tmp_path: Path) -> None:
    (article,) = read(tmp_path, "a.json", json.dumps(data).encode())
    assert isinstance(article, Article)
    assert (article.text, article.metadata.title) == ("A story.", "Ferry")
    assert (article.metadata.url, article.metadata.byline) == ("", "")


A, B, C = ({"headline": name, "body": f"{name} is a story."} for name in "ABC")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"news": [A, B], "sport": [C]}, ["A", "B", "C"]),
        ({"data": {"news": {"1": A, "2": B}, "sport": [C], "pages": 3}}, ["A", "B", "C"]),
        ({"meta": {"hints": [{"name": "x", "text": "Try this."}]}, "found": [A]}, ["A"]),
        ({"sources": [{"name": "x", "text": "A paper."}], "data": {"found": [A]}}, ["A"]),
        ({"found": [A], "comments": [{"by": "x", "text": "So true."}]}, ["A"]),
        ({"notes": [{"by": "x", "text": "A story."}], "rest": [{"by": "y", "text": "-"}]}, [""]),
        ({"found": [{"headline": "A film"}, A]}, ["A"]),
    ],
)  # fmt: skip
def test_all_lists_of_articles_of_a_level_are_read_and_no_others(
    data: object, told: list[str], tmp_path: Path
) -> None:
    found = read(tmp_path, "a.json", json.dumps(data).encode())
    assert [one.metadata.title for one in found if isinstance(one, Article)] == told


def test_an_ambiguous_date_is_decided_by_its_column_or_left_open(tmp_path: Path) -> None:
    open_ = read(tmp_path, "open.csv", b"text,date\nOne.,03/04/2021\nTwo.,05/06/2021\n")
    decided = read(tmp_path, "decided.csv", b"text,date\nOne.,03/04/2021\nTwo.,25/06/2021\n")
    assert [one.metadata.published for one in open_ if isinstance(one, Article)] == ["", ""]
    assert [one.metadata.published for one in decided if isinstance(one, Article)] == [
        "2021-04-03",
        "2021-06-25",
    ]


def test_rows_keep_columns_whosaid_has_no_name_for(tmp_path: Path) -> None:
    (article,) = read(tmp_path, "a.csv", b"text;title;topic\nA story.;Ferry;sea\n")
    assert isinstance(article, Article)
    assert article.metadata.extra == (("topic", "sea"),)


@pytest.mark.parametrize("above", [b"\r\n", b"\n\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_headers_of_a_mail_may_have_something_blank_above_them(
    above: bytes, tmp_path: Path
) -> None:
    (article,) = read(tmp_path, "a.eml", above + message("The boat left.\n", "utf-8"))
    assert isinstance(article, Article)
    assert article.text.strip() == "The boat left."
    assert article.metadata.title == "Ferry stops – the morning letter"


def test_a_forwarded_mail_has_the_subject_of_what_it_forwards(tmp_path: Path) -> None:
    mail = message("A story.", "utf-8").replace(b"Subject: ", b"Subject: Fwd: Re: ")
    (article,) = read(tmp_path, "a.eml", mail)
    assert isinstance(article, Article)
    assert article.metadata.title == "Ferry stops – the morning letter"


def test_attachments_of_a_mail_are_named_not_lost(tmp_path: Path) -> None:
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Message-ID"] = "a@b.example", "News", "<1@b.example>"
    mail.set_content("A story.")
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="full.pdf")
    article, problem = read(tmp_path, "a.eml", mail.as_bytes())
    assert isinstance(article, Article) and article.text.strip() == "A story."
    assert isinstance(problem, Problem) and "full.pdf" in problem.problem


def rezipped(packed: bytes, path: str, change: Callable[[str], str]) -> bytes:
    """An Office document, one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return zipped(members | {path: change(members[path].decode()).encode()})


def test_all_words_of_a_word_document_are_read(tmp_path: Path) -> None:
    def run(text: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'

    name = f'<w:smartTag w:uri="u" w:element="PersonName">{run("Orla Quill")}</w:smartTag>'
    added = f'<w:ins w:id="1" w:author="x">{run("no ")}</w:ins>'
    struck = '<w:del w:id="2" w:author="x"><w:r><w:tab/><w:delText>any </w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="3" w:author="x">{run("old place")}</w:moveFrom>'
    day = f'<w:fldSimple w:instr="DATE">{run("Sunday")}</w:fldSimple>'
    where = f"<w:sdt><w:sdtContent>{run('Brackwater')}</w:sdtContent></w:sdt>"
    box = f"<w:r><w:pict><w:txbxContent><w:p>{run('A box')}</w:p></w:txbxContent></w:pict></w:r>"
    cell = f"<w:tc><w:p>{run('Boats by ')}{name}</w:p></w:tc>"
    body = (
        f"<w:p>{run('Mayor ')}{name}{run(' saw ')}{added}{struck}{moved}{run('boat.')}{box}</w:p>"
        f"<w:sdt><w:sdtContent><w:p>{day}{run(' in ')}{where}</w:p></w:sdtContent></w:sdt>"
        f"<w:tbl><w:tr>{cell}<w:sdt><w:sdtContent>{cell}</w:sdtContent></w:sdt></w:tr></w:tbl>"
    )
    data = rezipped(
        word(["MARK"]),
        "word/document.xml",
        lambda xml: re.sub("<w:body>.*</w:body>", f"<w:body>{body}</w:body>", xml, flags=re.S),
    )
    (article,) = read(tmp_path, "a.docx", data)
    assert isinstance(article, Article)
    assert article.text.split("\n\n") == [
        "Mayor Orla Quill saw no boat.",
        "Sunday in Brackwater",
        "Boats by Orla Quill\tBoats by Orla Quill",
    ]


def test_a_line_of_a_mail_in_a_mailbox_may_begin_with_from(tmp_path: Path) -> None:
    story = "The ferry stops.\nFrom Monday on it rests.\n\n>From May on it runs again.\n"
    mail = b"From a@b.example Sun Nov  7 07:00:00 2021\n" + message(story, "utf-8")
    (article,) = read(tmp_path, "a.mbox", mail)
    assert isinstance(article, Article)
    assert article.text.strip() == story.replace(">", "").strip()


def test_rows_below_the_size_that_a_sheet_declares_are_read(tmp_path: Path) -> None:
    data = rezipped(
        workbook(), "xl/worksheets/sheet1.xml", lambda xml: xml.replace('"A1:D3"', '"A1:A2"')
    )
    found = read(tmp_path, "a.xlsx", data)
    assert [one.source for one in found if isinstance(one, Article)] == ["a.xlsx#1", "a.xlsx#2"]


@pytest.mark.parametrize(("end", "told"), [("", []), (",", []), (", she said", ["a.csv#2"])])
def test_a_row_with_more_cells_than_the_header_is_told(
    end: str, told: list[str], tmp_path: Path
) -> None:
    table = f'title,text\nFerry,"It stops, he said."\nCrane,It lifts{end}\n'
    found = read(tmp_path, "a.csv", table.encode())
    assert [one.source for one in found if isinstance(one, Article)] == ["a.csv#1", "a.csv#2"]
    problems = [one for one in found if isinstance(one, Problem)]
    assert [one.source for one in problems] == told
    assert all("more cells than the header" in one.problem for one in problems)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('Crane,"It lifts.\nMill,It turns.\n', 1),
        ('Crane,"It lifts.\n', 1),
        ('Crane,"It lifts."', 0),
    ],
)
def test_a_quotation_mark_that_nothing_closes_in_a_table_is_told(
    row: str, told: int, tmp_path: Path
) -> None:
    found = read(tmp_path, "a.csv", f'title,text\nFerry,"It stops."\n{row}'.encode())
    articles = [one for one in found if isinstance(one, Article)]
    assert [one.metadata.title for one in articles] == ["Ferry", "Crane"]
    assert articles[1].text == row.removeprefix('Crane,"').strip().strip('"')
    problems = [one for one in found if isinstance(one, Problem)]
    assert [one.source for one in problems] == ["a.csv#2"] * told
    assert all("nothing closes" in one.problem for one in problems)


def test_a_file_that_goes_while_its_folder_is_listed_is_no_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {name: STORY.encode() for name in ("a.txt", "b.txt", "c.txt")})

    def listed(folder: Path) -> AbstractContextManager[list[os.DirEntry[str]]]:
        with scandir(folder) as scan:
            found = list(scan)
        (tmp_path / "b.txt").unlink()
        return nullcontext(found)

    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", listed)
    assert [found.path for found in list_inputs(tmp_path)] == ["a.txt", "c.txt"]
