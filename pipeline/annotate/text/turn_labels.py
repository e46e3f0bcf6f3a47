"""Labels in front of the turns of an interview or a transcript: `STONE:`, `Q:`, `A12:`."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from pipeline.annotate.text.doc_words import doc_words
from pipeline.records import Quotation

QUESTION, ANSWER = "Q", "A"
_QUESTION_OR_ANSWER = re.compile(
    r"(?:(?P<question>Q|Question|QUESTION)|A|Answer|ANSWER)(?P<number>\.? ?\d{1,3})?"
)


def question_or_answer(label: str) -> str:
    """`QUESTION` for `Q`, `Q.1`, `Question 12`, …, `ANSWER` for `A`, `A1`, …, else ""."""
    match = _QUESTION_OR_ANSWER.fullmatch(label)
    if match is None:
        return ""
    return QUESTION if match["question"] else ANSWER


def is_turn(doc: Doc, quotation: Quotation) -> bool:
    """Whether a quotation is a turn of a conversation: `STONE: Yes`, `Q2. Why?`."""
    text = doc_words(doc).text
    cue = [text[start:end] for start, end in quotation.cue]
    if cue in (["."], [")"]):
        return any(question_or_answer(text[start:end]) for start, end in quotation.source)
    return cue == [":"]
