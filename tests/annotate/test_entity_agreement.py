"""The mentions of a name in one article agree on what it is."""

import pytest

from pipeline.annotate.entities.agreement import agreed


def entities_of(text, *found):
    """Agreed entities as (words, label), from (words, label) in order of the text."""
    words = text.split()
    spans, at = [], 0
    for name, label in found:
        parts = name.split()
        at = next(i for i in range(at, len(words)) if words[i : i + len(parts)] == parts)
        spans.append((at, at + len(parts), label))
        at += len(parts)
    return [(" ".join(words[start:end]), label) for start, end, label in agreed(words, spans)]


def test_the_label_of_most_mentions_is_given_to_the_rest():
    text = "Velda said so . Velda 's owners agree . The Velda spoke , he told Velda ."
    found = [("Velda", "ORG"), ("Velda 's", "ORG"), ("The Velda", "PERSON"), ("Velda", "ORG")]
    assert entities_of(text, *found) == [
        ("Velda", "ORG"),
        ("Velda 's", "ORG"),
        ("The Velda", "ORG"),
        ("Velda", "ORG"),
    ]


def test_two_mentions_that_disagree_stay_as_they_were_read():
    found = [("Jordan", "PERSON"), ("Jordan", "LOC")]
    assert entities_of("Jordan flew to Jordan", *found) == found


def test_a_mention_that_was_passed_over_is_found():
    text = "Orrin Vale left . Orrin Vale came back . Later Orrin Vale left again ."
    found = [("Orrin Vale", "PERSON"), ("Orrin Vale", "PERSON")]
    assert entities_of(text, *found) == [("Orrin Vale", "PERSON")] * 3


def test_one_mention_is_not_enough_to_find_others():
    assert entities_of("Rose came . Rose bushes burn .", ("Rose", "PERSON")) == [("Rose", "PERSON")]


def test_half_a_pair_of_brackets_divides_an_entity():
    text = "Harbour Workers ( HW ) Caucus"
    assert entities_of(text, ("HW ) Caucus", "ORG")) == [("HW", "ORG"), ("Caucus", "ORG")]
    assert entities_of(text, ("Harbour Workers ( HW )", "ORG")) == [
        ("Harbour Workers ( HW )", "ORG")
    ]


def test_abbreviations_that_are_always_a_name_are_found():
    assert entities_of("a plan of the U.S. and the U.N. to help") == [
        ("U.S.", "LOC"),
        ("U.N.", "ORG"),
    ]


def headline_of(first, name):
    words = [*first.split(), "\n\n", *"Harbour Rail said so .".split()]
    found = [(0, len(name.split()), "ORG"), (len(first.split()) + 1, len(first.split()) + 3, "ORG")]
    start, end, _ = agreed(words, found)[0]
    return " ".join(words[start:end])


def test_a_headlines_verb_is_no_part_of_a_name():
    name = headline_of("Harbour Rail Bats Down Reports", "Harbour Rail Bats Down")
    assert name == "Harbour Rail"


def test_a_longer_name_in_a_headline_stays():
    name = headline_of("Harbour Rail Museum Opens", "Harbour Rail Museum")
    assert name == "Harbour Rail Museum"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Haldane Motors rose . Haldane said so .", "ORG"),
        ("Haldane Utilities rose . Haldane said so .", "ORG"),
        ("Haldane Motors rose . Eve Haldane left . Haldane said so .", "PERSON"),
        ("Haldane Media rose . Haldane said so .", "PERSON"),
    ],
)
def test_a_firm_is_called_by_its_first_word(text, label):
    words = text.split()
    entities = [(0, 2, "ORG"), (words.index("said") - 1, words.index("said"), "PERSON")]
    if "Eve" in words:
        entities.append((words.index("Eve"), words.index("Eve") + 2, "PERSON"))
    assert (words.index("said") - 1, words.index("said"), label) in agreed(words, entities)
