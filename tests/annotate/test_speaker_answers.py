"""Who answers in the sentence in which they were asked."""

from __future__ import annotations

import pytest

from pipeline.annotate.speakers.component import Speakers
from pipeline.records import Quotation
from tests.annotate.marked_article import article


@pytest.mark.parametrize(
    ("asked", "answers"),
    [
        ("I asked the second clerk and she", "second clerk"),
        ("I spoke to the ferry captain today and she", "ferry captain"),
        ("I rang {PERSON:Ada Brooks} and she", "Ada Brooks"),
    ],
)
def test_whom_somebody_asked_answers(asked: str, answers: str) -> None:
    doc = article(
        "{PERSON:Mary Stone} rowed home. {PERSON:Joan Pell} spoke in Porlow."
        f" “{{q:{asked} told me it was late}},” {{s:{{PERSON:Otto Lind}}}} {{c:said}}.|"
    )
    at = doc.text.index("she told me")
    inner = Quotation(((at + 12, at + 23),), ((at + 4, at + 11),), ((at, at + 3),), nested_in=0)
    outer = doc._.quotations[0]
    doc._.quotations = (outer, inner)
    assert Speakers()(doc)._.quotations[1].speaker.name == answers
