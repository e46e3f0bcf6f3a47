"""A sentence that is shown a second time between the paragraphs is no second quotation."""

import pytest

from tests.clean.pages import BODY, TITLE, cleaned, page, removed


@pytest.mark.parametrize(
    "pulled",
    [
        "“You don’t close a thing like that with a spreadsheet.”",
        '"You don\'t close a thing like that with a spreadsheet"',
        "“My daughter was born on that boat”",
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
    ],
)
def test_what_is_said_twice_is_kept(twice: tuple[str, str]) -> None:
    article = cleaned(page(TITLE, *BODY[:3], twice[0], BODY[3], twice[1], *BODY[4:]))
    assert all(line in article.text for line in twice)


def test_notes_below_the_end_of_a_release() -> None:
    notes = ("ENDS", "Notes to editors", "For interviews, call the press office of the council.")
    article = cleaned(page(TITLE, *BODY, *notes))
    assert article.text == "\n\n".join((TITLE, *BODY))
