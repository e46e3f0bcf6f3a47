"""Subjects that stand far from their verb."""

from __future__ import annotations

import pytest

from tests.annotate.test_completion import completed, found


@pytest.mark.parametrize(
    ("front", "who", "behind", "cue"),
    [
        (
            "",
            "Brooks Marine",
            " (BRK.L) cut its forecast on Friday after a poor spring, ",
            "citing",
        ),
        ("", "The Bank of Hull", " kept rates on hold, but opened the door to a cut by ", "saying"),
        ("HULL, May 3 (PWN) - ", "Dutch shipping firm Rood Lijn", " closed a yard, ", "blaming"),
        ("", "The company", " raised its target, ", "citing"),
    ],
)
def test_a_participle_has_the_subject_of_its_sentence(front: str, who: str, behind: str, cue: str):
    told = "that ships are late"
    text = f"{front}{who}{behind}{cue} {told}."
    assert completed(text, found(text, told, cue, ""))[0] == (who, cue, told)


def test_a_participle_has_not_the_subject_of_another_who_speaks():
    text = "The firm closed a yard after Ada Brooks said it leaked, citing the tides."
    said = found(text, "it leaked", "said", "Ada Brooks")
    cited = found(text, "the tides", "citing", "")
    assert ("", "citing", "the tides") in completed(text, said, cited)


def test_a_subject_with_a_clause_of_its_own_keeps_its_verb():
    text = "Towns that closed their ports last year have found that it cost them."
    told = "that it cost them"
    assert completed(text, found(text, told, "have found", ""))[0][0] == "Towns"


def test_who_was_sent_off_after_arguing_argued_and_not_who_begins_the_next_sentence():
    text = "Stone was sent off on Monday after arguing that it was late. Brooks told him to go."
    argued = found(text, "that it was late", "arguing", "Brooks")
    told = found(text, "to go", "told", "Brooks")
    assert completed(text, argued, told) == [
        ("Stone", "arguing", "that it was late"),
        ("Brooks", "told", "to go"),
    ]
