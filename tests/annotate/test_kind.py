"""Direct, mixed and indirect statements."""

from __future__ import annotations

import pytest

from pipeline.annotate.quotations.kind import kind_of
from pipeline.annotate.text.marks import quoted_spans


def kind(text: str, *pieces: str, block_quotation: bool = False) -> str:
    spans = [(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
    return kind_of(text, spans, quoted_spans(text), block_quotation=block_quotation)


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        ("“We sail at dawn,” Captain Orrin said.", ["“We sail at dawn,”"], "direct"),
        ("“We sail at dawn,” Captain Orrin said.", ["We sail at dawn"], "direct"),
        ('Orrin said he would "sail at dawn".', ['he would "sail at dawn"'], "mixed"),
        ("Orrin said the ship would sail at dawn.", ["the ship would sail at dawn"], "indirect"),
        ("“We sail,” Orrin said, “at dawn.”", ["“We sail,”", "“at dawn.”"], "direct"),
        ("“We sail,” Orrin said, at dawn.", ["“We sail,”", "at dawn"], "mixed"),
        ("Orrin said that “we sail at dawn.”", ["that “we sail at dawn.”"], "direct"),
        ("Orrin said “we” and that was all.", ["that was all"], "indirect"),
        ("Orrin said it was the crew’s wish.", ["it was the crew’s wish"], "indirect"),
        ("Orrin: 'We sail at dawn.'", ["'We sail at dawn.'"], "direct"),
    ],
)
def test_words_in_quotation_marks_decide(text: str, pieces: list[str], expected: str) -> None:
    assert kind(text, *pieces) == expected


def test_a_quotation_inside_a_quotation_is_direct() -> None:
    text = "“She said ‘no’ twice,” Orrin recalled."
    assert kind(text, "She said ‘no’ twice") == "direct"


def test_an_unclosed_quotation_runs_to_the_end_of_its_paragraph() -> None:
    text = "“We sail at dawn.\n\n“And we return,” Orrin said."
    assert kind(text, "“We sail at dawn.", "“And we return,”") == "direct"


def test_a_block_quotation_is_direct_without_marks() -> None:
    assert kind("We sail at dawn.", "We sail at dawn.", block_quotation=True) == "direct"


def test_content_without_words_is_indirect() -> None:
    assert kind_of("Orrin: …", [(7, 8)], []) == "indirect"
