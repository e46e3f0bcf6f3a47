"""Statements reported more than once are found; phrases that anybody uses are not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa

from pipeline.tables.same_quotes import COLUMNS, Wording, difference, same_quotes, similarity
from pipeline.tables.statement_columns import StoredStatements
from pipeline.tables.statement_groups import group_statements

FULL = (
    "“We will open the northern lock before the frost, and no barge captain shall pay a "
    "toll until the river ice is gone.”"
)
PART = "“no barge captain shall pay a toll until the river ice is gone.”"


def quotes(*rows: tuple[str, str, str], **columns: list[object]) -> pd.DataFrame:
    """Rows of (article, speaker, quote)."""
    table = pd.DataFrame(rows, columns=["article_id", "speaker", "quote"])
    table["quote_id"] = [f"q{i}" for i in range(len(table))]
    return table.assign(outlet="Tidings", published="2021-03-04").assign(**columns)


def grouped(*rows: tuple[str, str, str], **columns: list[object]) -> list[list[str]]:
    found = same_quotes(quotes(*rows, **columns))
    return [list(group["quote_id"]) for _, group in found.groupby("same_quote", sort=False)]


def test_what_differs_stands_as_it_is_written() -> None:
    assert difference(Wording("we don’t know"), Wording("We don’t know yet")) == "without “yet”"
    assert difference(Wording("we've won"), Wording("We have won")) == "“'ve” for “have”"
    assert (
        difference(Wording("the e-mail, he said"), Wording("the letter, he said"))
        == "“e-mail” for “letter”"
    )


def test_part_of_a_statement_joins_the_fullest() -> None:
    found = same_quotes(quotes(("a", "Orla Vantongeren", PART), ("b", "Orla Vantongeren", FULL)))
    assert tuple(found.columns) == COLUMNS
    assert found["is_fullest"].tolist() == [False, True]
    assert found["similarity"][1] == 1.0 > found["similarity"][0] > 0.5
    assert (
        found["difference"][0] == "without “We will open the northern lock before the frost, and”"
    )
    assert found["difference"][1] == ""


def test_other_punctuation_and_insertions_do_not_matter() -> None:
    assert grouped(
        ("a", "Orla Vantongeren", "It was a draft. It was unsigned. It never left the harbour."),
        (
            "b",
            "Orla Vantongeren",
            "“It was a draft, it was unsigned — [the memo] never left the harbour”",
        ),
        kind=["direct", "direct"],
    ) == [["q0", "q1"]]


def test_interrupted_and_quoted_in_pieces() -> None:
    assert grouped(
        ("a", "Mark Tilvey", "the notice was “badly phrased” because it “suggests surrender”"),
        ("b", "Mark Tilvey", "“[It was] badly phrased, suggests surrender, which is untrue.”"),
        kind=["mixed", "direct"],
    ) == [["q0", "q1"]]


def test_long_wording_shows_who_credits_whom() -> None:
    found = same_quotes(quotes(("a", "Orla Vantongeren", FULL), ("b", "Harbour Board", PART)))
    assert found["other_speakers"].tolist() == ["Harbour Board", "Orla Vantongeren"]


def test_one_of_joint_speakers_is_the_same_speaker() -> None:
    ids = ["v ; t", "t"]
    assert grouped(
        ("a", "Orla Vantongeren ; Mark Tilvey", "“a stubborn misreading”"),
        ("b", "Mark Tilvey", "“It was a stubborn misreading, nothing more.”"),
        speaker_id=list(ids),
        kind=["direct", "direct"],
    ) == [["q0", "q1"]]


def test_short_phrase_of_different_speakers_is_not_the_same_quotation() -> None:
    assert (
        grouped(
            ("a", "Orla Vantongeren", "“we are moving forward”"),
            ("b", "Mark Tilvey", "“We are moving forward,”"),
        )
        == []
    )


def test_short_phrase_on_another_occasion_is_not_the_same_quotation() -> None:
    rows = [
        ("a", "Orla Vantongeren", "it was a “stubborn misreading”"),
        ("b", "Orla Vantongeren", "“A stubborn misreading of the charts sank her.”"),
    ]
    assert grouped(*rows, kind=["mixed", "direct"]) == [["q0", "q1"]]
    months_apart: list[object] = ["2021-03-04", "2021-09-04"]
    assert grouped(*rows, kind=["mixed", "direct"], published=months_apart) == []


def test_title_in_quotation_marks_is_no_statement() -> None:
    assert (
        grouped(
            ("a", "Orla Vantongeren", "that she had never watched “Northern Lock Tonight”"),
            ("b", "Orla Vantongeren", "“I will be a guest on Northern Lock Tonight again.”"),
            kind=["mixed", "direct"],
        )
        == []
    )


def test_same_topic_in_reported_speech_is_not_the_same_statement() -> None:
    assert (
        grouped(
            ("a", "Orla Vantongeren", "the plan of Harbour Secretary Mark Tilvey on dredging"),
            (
                "b",
                "Orla Vantongeren",
                "Harbour Secretary Mark Tilvey should resign over the dredging",
            ),
            kind=["indirect", "indirect"],
        )
        == []
    )


def test_statement_inside_another_of_its_article_is_no_repetition() -> None:
    places: dict[str, list[object]] = {"start": [0, 60], "end": [120, 119]}
    assert grouped(("a", "Mark Tilvey", FULL), ("a", "Mark Tilvey", PART), **places) == []
    apart: dict[str, list[object]] = {"start": [0, 200], "end": [120, 260]}
    assert grouped(("a", "Mark Tilvey", FULL), ("a", "Mark Tilvey", PART), **apart) != []


def test_short_statement_does_not_make_two_longer_ones_one_group() -> None:
    assert grouped(
        ("a", "Mark Tilvey", "“The king must sign the winter toll law today or all barges wait,”"),
        ("b", "Mark Tilvey", "“Nobody can sign the winter toll law unless parliament agrees,”"),
        ("c", "Mark Tilvey", "that he would “sign the winter toll law”"),
        kind=["direct", "direct", "mixed"],
    ) == [["q0", "q2"]]


def test_groups_do_not_depend_on_row_order() -> None:
    table = quotes(
        ("a", "Mark Tilvey", FULL), ("b", "Mark Tilvey", PART), ("c", "Orla Vantongeren", PART)
    )
    backwards = same_quotes(table.iloc[::-1])
    pd.testing.assert_frame_equal(same_quotes(table), backwards)


def test_what_a_lost_process_left_of_its_index_does_not_count(tmp_path: Path) -> None:
    texts = (FULL, PART, "“The lock stays shut until the last of the ice is gone.”")
    stored = StoredStatements(tmp_path)
    stored.clear()
    stored.append(
        pa.array(texts),
        pa.array(["direct"] * len(texts)),
        speaker=np.zeros(len(texts)),
        article=np.arange(len(texts)),
        day=np.zeros(len(texts)),
        start=np.full(len(texts), -1),
        end=np.full(len(texts), -1),
    )
    for kind in ("two", "three"):
        for part in range(64):
            (tmp_path / f"runs-{kind}-{part:02d}").write_bytes(b"\7" * 5)
    assert group_statements(stored.load(), [frozenset(["a"])], tmp_path) == [[0, 1]]


def test_no_quotes_give_no_groups() -> None:
    assert same_quotes(quotes()).empty


def test_similarity_counts_shared_words_of_both() -> None:
    assert similarity(Wording("the lock is open"), Wording("The lock is closed!")) == 0.75


def test_difference_tells_what_stands_for_what() -> None:
    told = difference(
        Wording("the crew repaired the lock"), Wording("the crew of HMS Tern repaired a lock")
    )
    assert told == "without “of HMS Tern”; “the” for “a”"


def test_contractions_are_the_words_that_they_stand_for() -> None:
    assert grouped(
        ("a", "Orla Vantongeren", "“We do not abandon our friends.”"),
        ("b", "Orla Vantongeren", "“We don’t abandon our friends,”"),
    ) == [["q0", "q1"]]


def test_a_sentence_is_no_slogan() -> None:
    said = ("a", "Orla Vantongeren", "“Peace has no loser,”")
    assert grouped(said, ("b", "Orla Vantongeren", "“Peace has no loser.”"))
    named = ("a", "Orla Vantongeren", "“Peace Without Losers,”")
    assert not grouped(named, ("b", "Orla Vantongeren", "“Peace Without Losers,”"))
