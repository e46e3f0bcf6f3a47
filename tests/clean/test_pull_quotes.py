"""A sentence that is shown a second time between the paragraphs is no second quotation; nor is a
paragraph that stands twice a second one."""

import pytest

from tests.clean.pages import BODY, TITLE, cleaned, page, removed


@pytest.mark.parametrize(
    "pulled",
    [
        "“You don’t close a thing like that with a spreadsheet.”",
        '"You don\'t close a thing like that with a spreadsheet"',
        "“My daughter was born on that boat”",
        "Its director, Pavel Brandt, told the council that he would not ask for more money.",
        "The ferry carried 11,400 people last year, a third of them on their way to the hospital.",
    ],
)
def test_it_is_taken_out(pulled: str) -> None:
    article = cleaned(page(TITLE, *BODY[:4], pulled, *BODY[4:]))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert removed(article) == {pulled: "duplicate"}


def test_its_speaker_goes_with_it() -> None:
    article = cleaned(
        page(TITLE, *BODY[:4], "“My daughter was born on that boat.”", "— Maren Holt", *BODY[4:])
    )
    assert article.text == "\n\n".join((TITLE, *BODY))


@pytest.mark.parametrize(
    "twice",
    [
        ("“The boat is the road,” she said again.", "“The boat is the road,” she said again."),
        ("“The boat is the road.”", "“The boat is the road and nothing else,” she said."),
        ("“No.”", "“No,” he said again, and again: “No.”"),
        ("The boat leaves at night.", "The boat leaves at night. The harbour closes at noon."),
        (
            "The boat leaves at night and comes back",
            "The boat leaves at night and comes back early.",
        ),
    ],
)
def test_what_is_said_twice_is_kept(twice: tuple[str, str]) -> None:
    article = cleaned(page(TITLE, *BODY[:3], twice[0], BODY[3], twice[1], *BODY[4:]))
    assert all(line in article.text for line in twice)


def test_a_summary_over_the_text_goes_and_nothing_between_it_and_its_paragraph() -> None:
    article = cleaned(page(BODY[3], *BODY))
    assert article.text == "\n\n".join(BODY)
    assert removed(article) == {BODY[3]: "duplicate"}


def test_paragraphs_that_stand_again_below_go() -> None:
    article = cleaned(page(*BODY[:3], *BODY))
    assert article.text == "\n\n".join(BODY)
    assert set(removed(article).values()) == {"duplicate"}


def test_a_line_that_stands_twice_stays() -> None:
    hours = "Open seven days a week from 8:00 a.m. to 3:30 p.m."
    article = cleaned(page(TITLE, *BODY[:2], hours, BODY[2], hours, *BODY[3:]))
    assert article.text.count(hours) == 2


def test_notes_below_the_end_of_a_release() -> None:
    notes = ("ENDS", "Notes to editors", "For interviews, call the press office of the council.")
    article = cleaned(page(TITLE, *BODY, *notes))
    assert article.text == "\n\n".join((TITLE, *BODY))
