"""The words of a Doc as plain lists say what spaCy's tokens say."""

import pytest
import spacy

from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.spans import token_span, tokens_of


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Ada  said:\n\n“It’s late.”", "Ada\tBrooks."])
def test_lists_agree_with_the_tokens(text: str) -> None:
    doc = spacy.blank("en")(text)
    words = doc_words(doc)
    assert words.text == text
    assert words.words == [token.text for token in doc]
    assert words.lower == [token.lower_ for token in doc]
    assert words.offsets == [token.idx for token in doc]
    assert {word: places for word, places in words.places.items()} == {
        token.text: [other.i for other in doc if other.text == token.text] for token in doc
    }


def test_words_are_read_anew_after_retokenisation() -> None:
    doc = spacy.blank("en")("Ada Brooks said so.")
    assert doc_words(doc).words[0] == "Ada"
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc[:2])
    assert doc_words(doc).words[0] == "Ada Brooks"


@pytest.mark.parametrize("span", [(0, 3), (1, 3), (4, 15), (5, 10), (11, 21), (20, 22)])
def test_spans_touch_the_tokens_that_spacy_gives(span: tuple[int, int]) -> None:
    doc = spacy.blank("en")("Ada Brooks, mayor, said so.")
    expected = doc.char_span(*span, alignment_mode="expand")
    assert token_span(doc, (span,)) == (expected.start, expected.end)
    assert tokens_of(doc, (span,)) == list(range(expected.start, expected.end))
