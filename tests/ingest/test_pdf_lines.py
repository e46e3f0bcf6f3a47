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


def _export_page(number: int) -> list[str]:
    return [
        f"Crane number {number} lifted in",
        "The Brackwater Bee",
        f"November {number}, 2021 Monday",
        "Body",
        *(f"The crane of dock {number} stood for {years} years." for years in range(9)),
        "Load-Date: November 30, 2021",
        "End of Document",
        f"Page {number} of 3",
    ]


def test_heads_and_feet_of_an_exports_articles_are_no_running_heads() -> None:
    pages = [_export_page(number) for number in (1, 2, 3)]
    kept, _ = without_running_heads(pages)
    assert kept == [page[:-1] for page in pages]


def test_an_exports_article_of_two_pages_loses_the_head_of_the_second() -> None:
    text = _rows("ijklmnopq")
    pages = [
        ["Crane lifted in", "The Brackwater Bee", "November 1, 2021 Monday", "Body", *_rows("abc")],
        ["Crane lifted in", *text, "End of Document"],
        _export_page(7),
    ]
    kept, _ = without_running_heads(pages)
    assert kept[0] == pages[0]
    assert kept[1] == [*text, "End of Document"]
    assert kept[2] == _export_page(7)[:-1]


def test_the_end_of_a_sentence_is_no_running_foot() -> None:
    pages = [[*_rows(rows), "The door was", "shut for good."] for rows in ("abcdefg", "hijklmn")]
    kept, _ = without_running_heads(pages)
    assert [page[-1] for page in kept] == ["shut for good."] * 2


def test_numbers_inside_a_line_are_no_page_numbers() -> None:
    pages = [
        [*_rows(rows), f"Ward {number} voted yes."]
        for number, rows in ((4, "abcdefg"), (9, "hijklmn"))
    ]
    assert without_running_heads(pages)[0] == pages


def test_what_a_browser_prints_around_a_lone_page_is_left_out() -> None:
    text = _rows("abcdefgh")
    printed = ["3/4/2022, 9:05 AM Hall stays empty | The Bee", "file:///home/ines/hall.html 1/1"]
    assert without_running_heads([[*text, *printed]]) == ([text], "")


def _rows(letters: str) -> list[str]:
    return [f"Row {letter} of the hall was empty." for letter in letters]


def test_pages_of_a_line_do_not_speak_against_a_head() -> None:
    stories = [
        [f"Line {line} of story {story} goes on and on." for line in "abcdefgh"] for story in "xy"
    ]
    pages = [
        page
        for number, story in enumerate(stories, start=1)
        for page in (["THE BEE 5 May 2020", *story], [f"Page {number}"])
    ]
    kept, _ = without_running_heads(pages)
    assert [kept[0], kept[2]] == stories
