"""How sure a row is, and what is so unlikely that it is no row."""

from __future__ import annotations

import spacy

from pipeline.annotate.confidence import Calibration, WhosaidConfidence, likely
from pipeline.annotate.quotations.span_groups import set_quotations
from pipeline.records import Quotation

CALIBRATION = Calibration({"logit": 1.0}, {"bias": 30.0})
"""The network's own probability is that of content and source; speakers are right."""
TEXT = "The plan seems to work. Brooks said it rained. “It rained,” said Ada."


def quotation(words: str, confidence: float, kind: str = "indirect", **more: object) -> Quotation:
    start = TEXT.index(words)
    return Quotation(
        ((start, start + len(words)),),
        kind=kind,  # type: ignore[arg-type]
        confidence=confidence,
        **more,  # type: ignore[arg-type]
    )


def test_what_is_hardly_a_statement_is_left_out():
    unsure, sure = quotation("to work", 0.2), quotation("it rained", 0.6)
    assert likely([unsure, sure], CALIBRATION, TEXT) == [sure]


def test_where_nobody_is_named_more_is_asked():
    start = TEXT.index("Brooks")
    named = quotation("it rained", 0.35, source=((start, start + len("Brooks")),))
    assert likely([quotation("to work", 0.35), named], CALIBRATION, TEXT) == [named]


def test_words_in_quotation_marks_always_have_their_row():
    unsure = quotation("“It rained,”", 0.05, "direct")
    assert likely([unsure], CALIBRATION, TEXT) == [unsure]


def test_a_statement_around_another_stays_and_places_are_counted_anew():
    rows = [
        quotation("The plan", 0.1),
        quotation("Brooks said it rained", 0.1),
        quotation("it rained", 0.1, nested_in=1),
    ]
    assert [row.nested_in for row in likely(rows, CALIBRATION, TEXT)] == [None, 0]


def test_nothing_is_left_out_before_confidences_are_fitted():
    assert len(likely([quotation("to work", 0.01)], Calibration(), TEXT)) == 1


def test_the_span_groups_of_a_doc_follow_its_quotations():
    component = WhosaidConfidence()
    component.calibration = CALIBRATION
    doc = spacy.blank("en")(TEXT)
    set_quotations(doc, (quotation("to work", 0.2), quotation("it rained", 0.6)))
    component(doc)
    assert [q.confidence for q in doc._.quotations] == [0.6]
    assert [(span.text, span.id_) for span in doc.spans["content"]] == [("it rained", "0")]


def test_a_statement_that_is_hardly_one_is_not_kept_for_a_name_inside_it_that_goes():
    rows = [
        quotation("Brooks said it rained", 0.1),
        quotation("Brooks", 0.1, nested_in=0),
    ]
    assert likely(rows, CALIBRATION, TEXT) == []
