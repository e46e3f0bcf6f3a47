"""The other names of a speaker, as speakers.csv lists them."""

from __future__ import annotations

import duckdb

from pipeline.schema import SPEAKERS
from pipeline.tables.queries import table_query
from pipeline.tables.query_tables import put_speakers


def aliases(*mentions: str) -> str:
    db = duckdb.connect()
    db.execute(
        "CREATE TABLE quotes AS SELECT 's1' AS speaker_id, 'Odo Brack' AS speaker, "
        "'person' AS speaker_type, '' AS speaker_title, mention AS speaker_text, "
        "'name' AS speaker_basis, 'a1' AS article_id, '' AS outlet, '' AS said_on "
        "FROM unnest(?) AS given(mention)",
        [list(mentions)],
    )
    db.execute("CREATE TABLE linked AS SELECT DISTINCT speaker_id, speaker FROM quotes")
    put_speakers(db, parts=3)
    (row,) = db.sql(table_query(SPEAKERS)).fetchall()
    return str(dict(zip(SPEAKERS.column_names, row, strict=True))["aliases"])


def test_the_comma_after_a_name_is_no_part_of_it() -> None:
    assert aliases("Odo Brack,", "Brack,", "Odo Brack") == "Brack"


def test_each_is_told_once_in_order() -> None:
    assert aliases("Mr. Brack", "Brack", "Mr. Brack") == "Brack;Mr. Brack"


def test_what_is_told_about_somebody_is_no_name() -> None:
    told = [
        "Brack, who was late",
        "Mr. Brack (left)",
        "the mayor's brother, Odo Brack",
        "that Brack’s",
    ]
    assert aliases(*told) == "Brack;Mr. Brack"


def test_two_speakers_are_nobodys_name() -> None:
    assert aliases("Brack and Ada Stone") == ""


def test_where_somebody_is_from_is_no_part_of_the_name() -> None:
    told = ["Odo Brack of Ghent", "Mr. Brack from the port’s office", "its harbour master Brack"]
    assert aliases(*told) == "Mr. Brack;harbour master Brack"


def test_small_words_before_a_last_name_are_part_of_it() -> None:
    assert aliases("Odo van den Brack") == "Odo van den Brack"


def test_each_of_several_titles_is_told_once() -> None:
    db = duckdb.connect()
    db.execute(
        "CREATE TABLE quotes AS SELECT 's1' AS speaker_id, 'Odo Brack' AS speaker, "
        "'person' AS speaker_type, title AS speaker_title, 'Brack' AS speaker_text, "
        "'name' AS speaker_basis, 'a1' AS article_id, '' AS outlet, '' AS said_on "
        "FROM unnest(['Captain; harbour master', 'harbour master', '']) AS given(title)",
    )
    db.execute("CREATE TABLE linked AS SELECT DISTINCT speaker_id, speaker FROM quotes")
    put_speakers(db, parts=1)
    (row,) = db.sql(table_query(SPEAKERS)).fetchall()
    assert dict(zip(SPEAKERS.column_names, row, strict=True))["titles"] == "Captain;harbour master"
