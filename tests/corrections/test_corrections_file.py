"""corrections.csv is written so that spreadsheets may edit it, and read as they leave it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.corrections.applying import without_undone
from pipeline.corrections.corrections_file import (
    COLUMNS,
    Correction,
    append_corrections,
    now,
    read_corrections,
)
from pipeline.errors import WhosaidError
from tests.conftest import Office

SPEAKER = Correction(
    "speaker",
    "“We sail at dawn,”",
    source="ferry.txt",
    article_id="00112233445566aa",
    quote_id="ffeeddccbbaa0099",
    pieces=((120, 137),),
    speaker="Runa Hale",
    confidence=0.41,
    was="Runa Hale",
    value="Odo Brack",
    when="2024-05-03T10:00:00.000Z",
    who="ada",
)
DATE = Correction(
    "said_on", "the sea was calm", source="ferry.txt", value="2024-03-05",
    when="2024-05-03T10:01:00.000Z", who="ada",
)  # fmt: skip


def written(path: Path, *corrections: Correction) -> Path:
    append_corrections(path, corrections)
    return path


def read(path: Path) -> list[Correction]:
    corrections, problems = read_corrections(path)
    assert problems == []
    return corrections


def resaved(path: Path, separator: str, encoding: str, columns: list[str]) -> None:
    """The file as a spreadsheet of another country saves it."""
    import csv

    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, columns, delimiter=separator)
        writer.writeheader()
        writer.writerows(rows)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    (again,) = read(written(tmp_path / "corrections.csv", SPEAKER))
    assert again.row == 1
    for name in Correction.__slots__:
        if name != "row":
            assert getattr(again, name) == getattr(SPEAKER, name), name


def test_a_spreadsheet_reads_the_file_right(tmp_path: Path) -> None:
    data = written(tmp_path / "corrections.csv", SPEAKER, DATE).read_bytes()
    assert data.startswith(b"\xef\xbb\xbfwhen,who,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == 3


def test_words_that_start_a_formula_are_defused_and_come_back(tmp_path: Path) -> None:
    dash = Correction("accept", "-- said nobody", source="=cmd.txt", speaker="@odo")
    path = written(tmp_path / "corrections.csv", dash)
    assert b",'-- said nobody," in path.read_bytes()
    (again,) = read(path)
    assert (again.quote, again.source, again.speaker) == ("-- said nobody", "=cmd.txt", "@odo")


def test_decisions_are_only_added(tmp_path: Path) -> None:
    path = written(tmp_path / "corrections.csv", SPEAKER)
    before = path.read_bytes()
    append_corrections(path, [DATE])
    assert path.read_bytes().startswith(before)
    assert [c.what for c in read(path)] == ["speaker", "said_on"]


@pytest.mark.parametrize(("separator", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-16"),
                                                     (";", "cp1252"), (",", "utf-8")])  # fmt: skip
def test_a_file_saved_by_a_spreadsheet_is_read_and_gone_on_with(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    path = written(tmp_path / "corrections.csv", SPEAKER)
    resaved(path, separator, encoding, list(reversed(COLUMNS)))
    assert read(path)[0].quote == "“We sail at dawn,”"
    append_corrections(path, [DATE])
    assert [c.value for c in read(path)] == ["Odo Brack", "2024-03-05"]


def test_a_file_without_a_last_line_end_is_gone_on_with(tmp_path: Path) -> None:
    path = written(tmp_path / "corrections.csv", SPEAKER)
    path.write_bytes(path.read_bytes().rstrip())
    append_corrections(path, [DATE])
    assert len(read(path)) == 2


def test_a_column_of_the_users_own_stays(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text("what,quote,is,article_id,note\nkind,the sea,direct,00ff,look again\n", "utf-8")
    append_corrections(path, [DATE])
    assert "look again" in path.read_text("utf-8")
    assert [c.what for c in read(path)] == ["kind", "said_on"]


def test_dates_are_read_as_the_spreadsheet_writes_them(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text(
        "when;article_id;quote;what;was;is\n"
        "03/05/2024 10:01;aa;the sea;said_on;28/02/2024;05/03/2024\n",
        "utf-8",
    )
    assert read(path)[0].value == "2024-03-05"


def test_a_date_that_was_taken_back_is_so_after_a_spreadsheet_wrote_it_anew(tmp_path: Path) -> None:
    undone = replace(DATE, what="undone", was="said_on", when="2024-05-03T10:02:00.000Z")
    path = written(tmp_path / "corrections.csv", replace(DATE, value="2023-01-31"))
    append_corrections(path, [replace(undone, value="2023-01-31")])
    path.write_bytes(path.read_bytes().replace(b"2023-01-31", b"31/01/2023"))
    assert without_undone(read(path)) == ([], [])


def test_a_date_that_can_be_two_days_is_told(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text("article_id,quote,what,is\naa,the sea,said_on,05/03/2024\n", "utf-8")
    corrections, (problem,) = read_corrections(path)
    assert corrections == []
    assert problem.source == "corrections.csv#1"
    assert "2020-01-31" in problem.problem


def test_rows_count_in_the_order_of_their_time(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text(
        "when,article_id,quote,what,is\n"
        "2024-05-04T09:00:00Z,aa,the sea,speaker,Later\n"
        "13.4.2024 9:00,aa,the sea,speaker,Earlier\n"
        ",aa,the sea,speaker,Beside\n"
        "2024-05-04,aa,the sea,speaker,Last\n",
        "utf-8",
    )
    assert [c.value for c in read(path)] == ["Earlier", "Beside", "Later", "Last"]


@pytest.mark.parametrize(
    "when",
    ["14:05-31.12.2025", "0001-01-01T00:00:00+14:00", "14:05", "5 May 10:00", "May 2024", "noon"],
)
def test_a_row_whose_moment_is_told_in_part_or_is_none_follows_the_row_above(
    tmp_path: Path, when: str
) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text(
        "when,article_id,quote,what,is\n"
        "2024-05-04T09:00:00Z,aa,the sea,speaker,Above\n"
        f"{when},aa,the sea,speaker,Beside\n"
        "2024-05-04T08:00:00Z,aa,the sea,speaker,Earlier\n"
        "2024-05-04T09:30:00Z,aa,the sea,speaker,Later\n",
        "utf-8",
    )
    assert [c.value for c in read(path)] == ["Earlier", "Above", "Beside", "Later"]


@pytest.mark.filterwarnings("error")
def test_offsets_count_and_zones_by_name_do_not(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text(
        "when,article_id,quote,what,is\n"
        "4 May 2024 9:00 CET,aa,the sea,speaker,Third\n"
        "4 May 2024 10:00 +0200,aa,the sea,speaker,Second\n"
        "4 May 2024 7:59 UTC,aa,the sea,speaker,First\n",
        "utf-8",
    )
    assert [c.value for c in read(path)] == ["First", "Second", "Third"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("aa,the sea,applaud,x", "is no decision"),
        ("aa,the sea,kind,sung", "use one of direct, mixed, indirect"),
        ("aa,,speaker,Odo", "words are missing"),
        ("aa,the sea,extent,", "words that the quotation should have"),
    ],
)
def test_a_row_that_is_no_decision_is_a_problem(tmp_path: Path, row: str, told: str) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text(f"article_id,quote,what,is\n{row}\naa,the sea,act,thought\n", "utf-8")
    (good,), (problem,) = read_corrections(path)
    assert good.what == "act"
    assert told in problem.problem


def test_a_row_shorter_than_the_header_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text("article_id,what,is,quote\naa,accept\naa,act,thought,the sea\n", "utf-8")
    (good,), (problem,) = read_corrections(path)
    assert good.what == "act"
    assert "words are missing" in problem.problem


def test_a_cell_that_nothing_closes_is_told_and_takes_in_no_new_decision(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text(
        'article_id,quote,what,is,note\naa,the sea,act,thought,"see mail\naa,a gull,accept,,\n',
        "utf-8",
    )
    before = path.read_bytes()
    (good,), (problem,) = read_corrections(path)
    assert good.what == "act"
    assert problem.source == "corrections.csv"
    assert "begins with a quotation mark that nothing closes" in problem.problem
    with pytest.raises(WhosaidError, match="nothing was decided"):
        append_corrections(path, [DATE])
    assert path.read_bytes() == before


def test_a_missing_column_is_told(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text("article_id,words,what,is\naa,the sea,act,thought\n", "utf-8")
    assert "column quote is missing" in read_corrections(path)[1][0].problem


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "corrections.csv") == ([], [])


def test_a_file_that_cannot_be_written_loses_nothing_silently(tmp_path: Path) -> None:
    with pytest.raises(WhosaidError, match="cannot be written"):
        append_corrections(tmp_path / "nowhere" / "corrections.csv", [SPEAKER])


def test_moments_follow_one_another() -> None:
    assert now() <= now()
    assert len(now()) == len("2024-05-03T10:00:00.000Z")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_libreoffice_opens_and_saves_it_and_no_decision_changes(
    tmp_path: Path, office: Office, separator: str
) -> None:
    hard = [
        replace(DATE, value="", when="2024-05-03T10:02:00.000Z"),
        replace(DATE, value="2024-03", when="2024-05-03T10:03:00.000Z"),
        replace(
            SPEAKER, value="=Odo", quote="+44 “is” a; number,", when="2024-05-03T10:04:00.000Z"
        ),
        replace(SPEAKER, what="undone", was="speaker", when="2024-05-03T10:05:00.000Z"),
    ]
    path = written(tmp_path / "corrections.csv", SPEAKER, DATE, *hard)
    saved = office(
        path,
        "--infilter=CSV:44,34,76,1,,1033,false,true",
        to=f"csv:Text - txt - csv (StarCalc):{ord(separator)},34,76,1,,0,false,true,false",
    )
    assert read(saved) == read(path)
