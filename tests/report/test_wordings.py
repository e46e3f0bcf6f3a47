from __future__ import annotations

from pipeline.report.wordings import Piece, differences


def test_the_same_words_are_one_piece_whatever_marks_stand_around_them() -> None:
    assert differences("“The sea does not wait.”", "the sea does not wait") == [
        Piece("same", "the sea does not wait")
    ]


def test_words_left_out_and_added_stand_in_their_place() -> None:
    assert differences("the sea does not wait", "the [big] sea does wait") == [
        Piece("same", "the"),
        Piece("added", "[big]"),
        Piece("same", "sea does"),
        Piece("left out", "not"),
        Piece("same", "wait"),
    ]


def test_a_changed_word_is_left_out_and_added() -> None:
    assert differences("neither will I", "neither will we") == [
        Piece("same", "neither will"),
        Piece("left out", "I"),
        Piece("added", "we"),
    ]


def test_no_word_of_a_wording_is_lost_however_long() -> None:
    wording = " ".join(f"w{number}" for number in range(2500))
    kept = [piece.text for piece in differences("w1 w2", wording) if piece.change != "left out"]
    assert " ".join(kept) == wording


def test_marks_without_letters_are_words_of_their_own() -> None:
    assert differences("yes … no", "yes — no")[1:3] == [
        Piece("left out", "…"),
        Piece("added", "—"),
    ]
