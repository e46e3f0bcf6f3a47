"""Sentences start behind a full stop with words that have a capital nowhere else."""

from __future__ import annotations

import pytest
import spacy

from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.sentence_starts import plain_starts


def starts_in(text: str) -> list[str]:
    """The words with which sentences start beyond doubt."""
    doc = spacy.blank("en")(text)
    return [doc[at : at + 2].text for at in plain_starts(doc_words(doc))]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("She saw the ice in Greenland. He planted trees.", "He planted"),
        ("They left. “We lost,” she said.", "“We"),
        ("They paid 1,200,000. “Too little,” she said.", "“Too"),
        ("“We lost.” They left.", "They left"),
        ("It rained (a lot). The quay was wet.", "The quay"),
        ("She saw the ice in Greenland.  He planted trees.", "He planted"),
        ("They left.\xa0 A boat came.", "A boat"),
    ],
)
def test_a_pronoun_or_article_behind_a_full_stop_starts_a_sentence(text: str, start: str):
    assert starts_in(text) == [start]


@pytest.mark.parametrize(
    "text",
    [
        "Brooks met Dr. Stone.",
        "He grew up in the U.S. The Hague was far.",
        "They sailed to St. The ferry",
        "She said, “The quay is wet.”",
        "They met Capt. “Red” Stone.",
    ],
)
def test_a_stop_that_abbreviates_ends_no_sentence(text: str):
    assert starts_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "He met the king. Brooks left.",
        "It fell in a vise. Making it",
        "It fell by 5%. Brooks left.",
        "They made £53m. Prosecutor Brooks left.",
        "They met in 2019. Brooks left.",
    ],
)
def test_a_name_behind_a_word_in_small_letters_starts_a_sentence(text: str):
    assert starts_in(text) == [" ".join(text.split(". ")[1].strip(".").split()[:2])]


@pytest.mark.parametrize(
    "text", ["The health dept. Brooks runs", "They saw approx. Ten ships", "See No. 5. Brooks left"]
)
def test_an_abbreviation_in_small_letters_ends_no_sentence(text: str):
    assert starts_in(text) == []
