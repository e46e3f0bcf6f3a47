"""Words as numbers: the same number for the same word, wherever and however it stands."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.tables.statement_words import is_content_word, statement_words
from pipeline.tables.word_numbers import StoredWords, Words, is_content, number_words

TEXTS = st.text() | st.text(" ab.UÉß“”’…-_1\u00a0")


def numbers(*texts: str) -> Words:
    return number_words(pa.array(texts, pa.string()))


@settings(deadline=None)
@given(st.lists(TEXTS))
def test_texts_have_the_same_number_for_the_same_word(texts: list[str]) -> None:
    words = numbers(*texts)
    expected = [statement_words(text) for text in texts]
    assert words.lengths().tolist() == [len(of_text) for of_text in expected]
    flat = [word for of_text in expected for word in of_text]
    alone = {word: numbers(word).of(0) for word in set(flat)}
    assert words.numbers.tolist() == [number for word in flat for number in alone[word]]
    assert is_content(words.numbers).tolist() == [is_content_word(word) for word in flat]


def test_an_ellipsis_may_end_a_short_form() -> None:
    assert numbers("in the U.S… and").of(0) == numbers("in the US and").of(0)


def test_case_marks_and_short_forms_do_not_matter() -> None:
    words = numbers("The U.S. — “didn’t” sign", "the us didn t SIGN")
    assert words.of(0) == words.of(1)


def test_texts_of_the_same_words_share_a_key_and_others_do_not() -> None:
    one, other, turned, less = numbers(
        "open the lock", "Open the Lock!", "lock the open", "open the"
    ).keys()
    assert one == other
    assert len({one, turned, less}) == 3


def test_stored_words_are_those_that_were_written(tmp_path: Path) -> None:
    stored = StoredWords(tmp_path / "words")
    for texts in (["open the lock", ""], ["no toll", "ice"]):
        stored.append(numbers(*texts))
    ((first, words),) = stored.blocks()
    assert first == 0
    assert words.lengths().tolist() == [3, 0, 2, 1]
    taken = stored.take(np.array([0, 3]))
    assert [taken.of(0), taken.of(1)] == [numbers("open the lock").of(0), numbers("ice").of(0)]
