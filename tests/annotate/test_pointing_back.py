"""What a sentence that tells who said it points back to."""

from __future__ import annotations

import pytest

from tests.annotate.test_completion import completed, found

NEWS = "The ferry to the islands will stop in May"


@pytest.mark.parametrize(
    ("behind", "cue", "content", "source"),
    [
        ("The mayor announced this on Monday.", "announced", "this", "The mayor"),
        (
            "The mayor disclosed this in a talk with the Harbour News.",
            "disclosed",
            "this in a talk with the Harbour News",
            "The mayor",
        ),
        ("This was revealed by the mayor on Monday.", "was revealed", "This", "the mayor"),
    ],
)
def test_what_was_announced_is_the_sentence_before(
    behind: str, cue: str, content: str, source: str
):
    text = f"It rained.\n\n{NEWS}.\n\n{behind}"
    assert completed(text, found(text, content, cue, source)) == [(source, cue, NEWS)]


def test_what_somebody_else_said_before_is_theirs():
    text = f"{NEWS}, the crew said. The mayor announced this in May."
    rows = completed(
        text,
        found(text, NEWS, "said", "the crew"),
        found(text, "this", "announced", "The mayor"),
    )
    assert ("The mayor", "announced", "this") in rows


@pytest.mark.parametrize(
    ("behind", "cue", "content"),
    [
        ("The mayor has never said this.", "has never said", "this"),
        ("The mayor denied this.", "denied", "this"),
        ("The mayor said this was wrong.", "said", "this was wrong"),
    ],
)
def test_what_is_denied_or_goes_on_is_left(behind: str, cue: str, content: str):
    text = f"{NEWS}. {behind}"
    assert completed(text, found(text, content, cue, "The mayor"))[0][2] == content


@pytest.mark.parametrize("cue", ["made this known", "made the disclosure"])
def test_what_was_made_known_is_the_sentence_before(cue: str):
    text = f"It rained.\n\n{NEWS}.\n\nThe Minister of Works, Mr. Ade Bello, {cue} on Tuesday."
    assert completed(text) == [("The Minister of Works, Mr. Ade Bello", cue, NEWS)]


def test_what_is_somebodys_already_was_made_known_by_nobody_else():
    text = f"{NEWS}, the crew said. The mayor made this known on Tuesday."
    assert len(completed(text, found(text, NEWS, "said", "the crew"))) == 1
