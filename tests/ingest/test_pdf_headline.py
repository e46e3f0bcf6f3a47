"""A headline that wraps over several lines is one line, told by the size of its letters."""

from pipeline.ingest.pdf_headline import join_headline
from pipeline.ingest.pdf_letters import Letters

UPRIGHT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
HALVED = (0.5, 0.0, 0.0, -0.5, 9.0, 9.0)
BODY = [
    "The last boat to Marrow Island left the harbour of Brackwater on Sunday,",
    "and no other will go before April, said the harbour master, Orla Quill.",
]
PAGE = ["The Bee", "Ferry to Marrow Island Stops for", "the Winter, and Nobody", "Knows"]


def test_wrapped_lines_of_one_size_are_one_headline() -> None:
    lines = [*PAGE, "By Ines Thorne", *BODY]
    assert join_headline(lines, [30, 22, 22, 22, 10, 10, 10]) == [
        "The Bee",
        "",
        "Ferry to Marrow Island Stops for the Winter, and Nobody Knows",
        "",
        "By Ines Thorne",
        *BODY,
    ]


def test_without_larger_letters_there_is_nothing_to_join() -> None:
    lines = [*PAGE, *BODY]
    assert join_headline(lines, [10.0] * 6) == lines
    assert join_headline(lines, []) == lines


def test_a_large_text_is_no_headline() -> None:
    lines = [f"Line {number} of a leaflet in large letters" for number in range(9)]
    assert join_headline([*lines, *BODY * 5], [20.0] * 9 + [10.0] * 10) == [*lines, *BODY * 5]


def test_sizes_are_those_seen_on_the_page() -> None:
    letters = Letters()
    letters.visit("Ferry stops\nfor the ", UPRIGHT, HALVED, None, 40)
    letters.visit("winter", UPRIGHT, HALVED, None, 40)
    letters.visit("\nThe last boat left.", HALVED, HALVED, None, 40)
    places = letters.of_lines(["Ferry stops", "for the winter", "", "The last boat left."])
    assert [place.size for place in places] == [20.0, 20.0, 0.0, 10.0]
    assert letters.of_lines(["Another page"]) == []
