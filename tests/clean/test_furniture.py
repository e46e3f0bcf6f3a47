"""Site furniture is taken out with its reason, wherever on the page it stands."""

import pytest

from pipeline.clean.phrases import KINDS, kinds_of
from tests.clean.pages import BODY, TITLE, cleaned, page, removed


@pytest.mark.parametrize(
    "furniture",
    [
        ("Share this:", "Twitter", "Facebook"),
        ("Trending Now", "Sponsored Links by Taboola"),
        ("Related Stories",),
        ("More from The Island Post",),
        ("Ada Quist is a staff writer at The Island Post. Twitter: @adaquist",),
        ("Sign up for our daily newsletter",),
        ("© 2021 The Island Post. All rights reserved.",),
        (
            "The views and opinions expressed in this column are solely those of the author and "
            "do not necessarily represent those of this site.",
        ),
        ("Filed under: Politics, Islands",),
        ("For more, follow @islandpost or #islandletters.",),
        ("What do you think? Scroll down to comment below!",),
        ("The Post's editorial opinions are decided by its Editorial Board, apart from its news.",),
    ],
)
def test_below_the_article(furniture: tuple[str, ...]) -> None:
    article = cleaned(page(TITLE, *BODY, *furniture))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert removed(article) == dict.fromkeys(furniture, "boilerplate")


@pytest.mark.parametrize(
    "furniture",
    [
        "Advertisement",
        "Story continues below advertisement",
        "Read more: Ferry fares to rise in spring",
        "Sign up for our daily newsletter",
    ],
)
def test_between_paragraphs(furniture: str) -> None:
    article = cleaned(page(TITLE, *BODY[:2], furniture, *BODY[2:]))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert removed(article) == {furniture: "boilerplate"}


def test_what_a_newsletter_says_of_itself() -> None:
    above, below = (
        "View this email in your browser: https://bee.example/7",
        (
            "Unsubscribe | Update your preferences",
            "You are receiving this email because you signed up at our website.",
        ),
    )
    article = cleaned(page(above, TITLE, *BODY, *below))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert set(removed(article)) == {above, *below}


def test_a_credit_at_the_end_of_a_paragraph_does_not_take_it_out() -> None:
    last = (
        "Brandt declined to comment. The minister's office did not respond to a request for "
        "comment. (Reporting by Lena Forsyth; Editing by Mark Oduya)"
    )
    assert cleaned(page(TITLE, *BODY, last)).text.endswith(last)
    alone = "(Reporting by Lena Forsyth; Editing by Mark Oduya)"
    assert alone not in cleaned(page(TITLE, *BODY, alone)).text


def test_a_caption_repeated_with_its_credit() -> None:
    caption = "The night ferry Solveig, left, at the north landing on"
    credit = "The night ferry Solveig, left, at the north landing on March 5. Lea Dahl/Getty Images"
    article = cleaned(page(TITLE, f"{caption}\n{credit}", *BODY))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert removed(article) == {caption: "caption", credit: "caption"}


@pytest.mark.parametrize(
    "line",
    [
        "sign up for our emails",
        "get our daily briefing in your inbox",
        "may not be published or reproduced",
        "subject to our terms of use",
        "the crew of the boat. photo courtesy of the owner",
        "lea dahl is a reporter at the post",
    ],
)
def test_cheap_clues_hide_no_wording(line: str) -> None:
    every = [
        kind.opening.match(line) is not None
        or (kind.inside is not None and kind.inside.search(line) is not None)
        for kind in KINDS.values()
    ]
    assert any(every) and [*kinds_of(line)] == every


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("READ ALSO: Harbour fog review: grey, wet, free?", "boilerplate"),
        ("Also read: The woman who winds the clocks", "boilerplate"),
        ("You are receiving this because you signed up at the landing.", "boilerplate"),
        ("FILE PHOTO: Cranes stand idle at the quay, January 2, 2020", "caption"),
        ("Image caption The gull was not identified", "caption"),
    ],
)
def test_labelled_lines_amid_the_text_are_taken_out(line: str, reason: str) -> None:
    article = cleaned(page(TITLE, *BODY[:2], line, *BODY[2:]))
    assert removed(article) == {line: reason}
