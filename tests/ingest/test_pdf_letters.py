"""Where paragraphs stand apart on the sheet, the space between lines tells where they end."""

from pipeline.ingest.pdf import join_lines
from pipeline.ingest.pdf_letters import COLUMN_BREAK, Line, margins, parted, usual_distance

FULL = [
    "The harbour master of Brackwater has closed the gate.",
    "Nobody, she said, had asked her to keep it open late.",
    "The council will talk about the gate again on Monday.",
    "The boats that are outside will have to stay outside.",
]


def placed(*heights: float) -> list[Line]:
    return [Line(10.0, height) for height in heights]


APART = placed(700, 686, 660, 646, 620, 606, 580, 566, 540, 526)


def test_the_distance_of_lines_is_told_where_paragraphs_stand_apart() -> None:
    assert usual_distance([APART]) == 14
    assert usual_distance([placed(700, 686, 672, 658, 644, 630)]) == 0
    assert usual_distance([[]]) == 0


def test_full_lines_that_end_sentences_are_told_from_paragraphs() -> None:
    lines, places = parted(FULL, APART[:4], 14)
    assert lines == [*FULL[:2], "", *FULL[2:]]
    assert [place.size for place in places] == [10, 10, 0, 10, 10]
    assert join_lines(lines, stand_apart=True) == (f"{FULL[0]} {FULL[1]}\n\n{FULL[2]} {FULL[3]}")


def test_a_short_sentence_at_a_line_end_ends_no_paragraph() -> None:
    lines = ["The harbour master closed the gate, she said.", *FULL[1:3]]
    assert join_lines(lines, stand_apart=True).count("\n\n") == 0
    assert join_lines(lines).count("\n\n") == 1


def test_at_the_end_of_a_column_sentences_tell() -> None:
    lines, _ = parted([FULL[1], "It was open late, she said at last.", FULL[2]],
                      placed(120, 106, 700), 14)  # fmt: skip
    assert lines[2] == COLUMN_BREAK
    assert join_lines(lines, stand_apart=True).count("\n\n") == 1


def test_nothing_is_parted_without_knowing_where_lines_are() -> None:
    assert parted(FULL, [], 14) == (FULL, [])
    assert parted(FULL, APART[:4], 0)[0] == FULL


def test_paragraphs_of_a_line_each_are_told_from_double_spacing() -> None:
    places = placed(700, 676, 652, 628)
    assert usual_distance([places], [FULL]) == 12.5
    spaced = [FULL[0], "and opened it again.", FULL[2], "as they always do there."]
    assert usual_distance([places], [spaced]) == 0


def test_a_line_set_in_from_the_margin_begins_a_paragraph() -> None:
    lefts = (70.0, 50.0, 70.0, 50.0, 50.0, 70.0, 50.0, 50.0)
    places = [Line(10.0, 700.0 - 14 * number, left) for number, left in enumerate(lefts)]
    assert margins([places]) >= {50.0}
    lines, _ = parted(FULL * 2, places, 0, margins([places]))
    assert [place for place, line in enumerate(lines) if not line] == [0, 3, 7]
    assert margins([[Line(10.0, 700.0 - 14 * number, 50.0) for number in range(8)]]) == set()
