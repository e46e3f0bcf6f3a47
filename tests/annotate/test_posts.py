"""Posts set into an article belong to who signs them, on the day that is given."""

from __future__ import annotations

import pytest

from pipeline.annotate.dating.component import when_said
from pipeline.annotate.quotations.completion import complete
from pipeline.records import Quotation

_LEAD = "The news was met with sorrow.\n\n"


def posts_of(text: str, quotations: tuple[Quotation, ...] = ()) -> list[tuple[str, str]]:
    """(source, content) of each statement found."""
    return [
        (
            " ".join(text[start:end] for start, end in quotation.source),
            " ".join(text[start:end] for start, end in quotation.content),
        )
        for quotation in complete(text, quotations)
    ]


@pytest.mark.parametrize(
    "signature",
    [
        " — Ada Brooks (@adabrooks) January 3, 2020",
        "— Ada Brooks (@adabrooks) 3 Jan 2020",
        "\n— Ada Brooks (@adabrooks)",
        "\n\n—Ada Brooks (@adabrooks) January 3, 2020",
        " pic.twitter.com/abc123— Ada Brooks (@adabrooks) January 3, 2020",
        " https://example.org/abc\n-- Ada Brooks (@adabrooks) January 3, 2020",
    ],
)
def test_a_post_is_of_who_signs_it(signature):
    text = f"{_LEAD}We lost a friend today.{signature}\n\nThe harbour was quiet."
    assert posts_of(text) == [("Ada Brooks", "We lost a friend today.")]


def test_a_post_of_several_lines_is_one_statement():
    text = f"{_LEAD}We lost a friend.\nHe was kind.\n— Ada Brooks (@ada) May 3, 2020\n\nSo it was."
    assert posts_of(text) == [("Ada Brooks", "We lost a friend. He was kind.")]


def test_two_posts_are_two_statements():
    text = (
        f"{_LEAD}Goodbye.\n— Ada Brooks (@ada) May 3, 2020\n\n"
        "A great loss.\n— Abe Stone (@abe) May 4, 2020"
    )
    assert posts_of(text) == [("Ada Brooks", "Goodbye."), ("Abe Stone", "A great loss.")]


def test_what_the_model_took_over_the_post_is_mended():
    text = f"{_LEAD}We lost a friend today.\n— Ada Brooks (@adabrooks) January 3, 2020"
    start = text.index("We lost")
    wrong = Quotation(((start, start + 23),), (), ((0, 8),))
    assert posts_of(text, (wrong,)) == [("Ada Brooks", "We lost a friend today.")]


def test_the_day_of_a_post_is_when_it_was_said():
    text = f"{_LEAD}We lost a friend today.\n— Ada Brooks (@adabrooks) January 3, 2020"
    said = when_said(text, complete(text, ()), "2020-02-01", sentences=((0, 29), (31, len(text))))
    assert (said[0].date, said[0].basis) == ("2020-01-03", "stated")


def test_a_dash_without_a_handle_signs_no_post():
    text = f"{_LEAD}We lost a friend today.\n— Ada Brooks, mayor\n\nThe harbour was quiet."
    assert posts_of(text) == []


def test_hearts_and_flags_are_no_part_of_a_name():
    text = f"{_LEAD}We lost a friend today.\n— 🔥Ada Brooks 🏳️‍🌈 (@adabrooks) January 3, 2020"
    assert posts_of(text) == [("Ada Brooks", "We lost a friend today.")]


def test_a_post_in_marks_ends_with_its_signature():
    text = f"{_LEAD}“We lost a friend today. — Ada Brooks (@adabrooks) January 3, 2020”"
    assert posts_of(text) == [("Ada Brooks", "We lost a friend today.")]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_post_under_its_name_and_handle_ends_with_its_hour(gap: str):
    lines = ("Ada Brooks @adabrooks", "We lost a friend.", "9:04 PM - 3 Jan 2020")
    text = _LEAD + gap.join((*lines, "Abe Stone @abe", "So we did.", "9:10 PM · Jan 3, 2020"))
    found = complete(text, ())
    assert posts_of(text) == [("Ada Brooks", "We lost a friend."), ("Abe Stone", "So we did.")]
    said = when_said(text, found, "2020-02-01", sentences=((0, 29), (31, len(text))))
    assert said[0].date == "2020-01-03"


def test_a_handle_without_an_hour_below_heads_no_post():
    text = f"{_LEAD}Ada Brooks @adabrooks\n\nThe harbour was quiet."
    assert posts_of(text) == []


_READERS = "We asked our readers about the pier. Letters are edited for length.\n\n"


def test_what_readers_sent_in_is_of_who_signs_it():
    text = f"{_READERS}It is rotten. Burn it.\n\n— @harbourcat\n\nLet it be.\n\n— Ada Brooks"
    assert posts_of(text) == [
        ("@harbourcat", "It is rotten. Burn it."),
        ("Ada Brooks", "Let it be."),
    ]
    unsaid = text.removeprefix(_READERS)
    assert posts_of(unsaid) == []
