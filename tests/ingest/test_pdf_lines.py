"""Lines of a printed page become the paragraphs they were set from."""

from pipeline.ingest.pdf import join_lines, without_running_heads


def test_hard_wrapped_lines_are_joined_and_paragraphs_kept() -> None:
    lines = [
        "Ferry stops for the winter",
        "The last boat to Marrow Island left the harbour of Brackwater on",
        "Sunday, and no other will go before April. The master of the harb-",
        "our said so.",
        "“We can’t run it in ice,” said Orla Quill, who has been there since",
        "the well-",
        "known storm. It was a well-known day.",
    ]
    assert join_lines(lines).split("\n\n") == [
        "Ferry stops for the winter",
        "The last boat to Marrow Island left the harbour of Brackwater on Sunday, and no other "
        "will go before April. The master of the harbour said so.",
        "“We can’t run it in ice,” said Orla Quill, who has been there since the well-known storm. "
        "It was a well-known day.",
    ]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        ["07/11/2021 Ferry stops", f"Text of page {n} begins", "and ends here.",
         f"https://bee.example/ferry {n}/3"]
        for n in (1, 2, 3)
    ]  # fmt: skip
    kept, address = without_running_heads(pages)
    assert kept[1] == ["Text of page 2 begins", "and ends here."]
    assert address == "https://bee.example/ferry"


def test_a_last_page_of_few_lines_has_the_head_of_the_others() -> None:
    head = ["1/7/2020", "Ferry stops | The Bee"]
    pages = [[*head, *(f"Line {n} of text" for n in range(9))] for _ in range(2)]
    kept, _ = without_running_heads([*pages, [*head, "The last line."]])
    assert kept[2] == ["The last line."]


def test_one_page_has_no_running_head() -> None:
    assert without_running_heads([["Ferry stops", "The last boat left."]])[0] == [
        ["Ferry stops", "The last boat left."]
    ]
