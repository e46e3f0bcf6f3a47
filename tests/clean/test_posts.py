"""Posts that an article quotes are its text; the same names in a comment section are not."""

import pytest

from tests.clean.pages import BODY, TITLE, cleaned, page, removed

LINES = [
    "Nobody tells me anything, of course! Proud of you all #nightferry",
    "— Greta Lund (@gretalund) March 5, 2021",
]
ANSWER = ["I was on the stairs. I saw you.", "— Pavel Brandt (@pbrandt) March 6, 2021"]

AFTER = [
    "That was the week before. By Friday the two of them had shared a table in the harbour café "
    "and agreed, she says, on nothing but the soup.",
    "The timetable that hangs in the café is from the summer before last. Somebody has crossed out "
    "the boat at ten to midnight and somebody else has written it in again.",
    "Whoever wants to know whether it sails tonight goes down to the quay at eleven and looks for "
    "a light, as people on the island did when there was no telephone.",
]


@pytest.mark.parametrize("below", [0, 1, 3])
@pytest.mark.parametrize("above", [2, 3, 5])
def test_posts_between_paragraphs_and_at_the_end(above: int, below: int) -> None:
    parts = [TITLE, *BODY[:above], "She wrote on Twitter:", *LINES]
    parts += ["He answered within the hour:", *ANSWER]
    parts += AFTER[:below]
    article = cleaned(page(*parts))
    assert article.text == "\n\n".join(parts)
    assert not article.removed
    assert not article.metadata.published


@pytest.mark.parametrize(
    "post",
    [
        "Island Ferries @islandferries · Jan 14\nThe night boat stays! Timetable soon.",
        "Island Ferries @islandferries · 3h\nThe night boat stays! Timetable soon.",
        "Greta Lund (@gretalund)\nI can’t believe it!!",
        "I can’t believe it!!\n— Greta Lund (@gretalund)",
        "Greta Lund\n@gretalund\nI can’t believe it!!\n3:04 PM · Mar 4, 2021 · Twitter for iPhone",
        "A post shared by Greta Lund (@gretalund) on Mar 4, 2021 at 7:12am PST",
        "Greta Lund \u200f@gretalund\nI can’t believe it!!\n3:04 PM - 4 Mar 2021",
    ],
)
def test_forms_of_a_post(post: str) -> None:
    article = cleaned(page(TITLE, *BODY[:3], post, "A second one followed:", post, *BODY[3:]))
    assert not article.removed
    assert not article.metadata.published


def test_the_link_over_a_post_is_furniture() -> None:
    post = "A post shared by Greta Lund (@gretalund) on Mar 4, 2021 at 7:12am PST"
    article = cleaned(page(TITLE, *BODY[:3], "View this post on Instagram", post, *BODY[3:]))
    assert removed(article) == {"View this post on Instagram": "boilerplate"}


def test_a_link_to_the_comments_over_the_text_says_nothing_of_posts() -> None:
    article = cleaned(page(TITLE, "12 Comments", *BODY[:3], *LINES, *ANSWER, *BODY[3:]))
    assert set(removed(article)) == {"12 Comments"}


@pytest.mark.parametrize("header", ["Comments (2)", "2 Comments"])
def test_handles_below_the_header_of_comments(header: str) -> None:
    comments = (
        header,
        "Greta Lund @gretalund · Mar 5, 2021",
        "About time. I’ve been on that boat in every weather and so has my dog.",
        "Otto Lind @ottolind · Mar 6, 2021",
        "And who pays for it? We do, as always!",
    )
    article = cleaned(page(TITLE, *BODY, *comments))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert article.metadata.published == "2021-03-05"


def test_handles_over_the_buttons_of_comments() -> None:
    comments = (
        "Greta Lund (@gretalund)",
        "About time. I’ve been on that boat in every weather and so has my dog.",
        "Like · Reply · March 5, 2021",
        "Otto Lind (@ottolind)",
        "And who pays for it? We do, as always!",
        "Like · Reply · March 6, 2021",
    )
    assert cleaned(page(TITLE, *BODY, *comments)).text == "\n\n".join((TITLE, *BODY))


def test_posts_of_the_site_in_its_footer_are_furniture() -> None:
    article = cleaned(
        page(
            TITLE,
            *BODY,
            "Most read",
            "Goat on the runway again",
            "Ten walks for a wet Sunday",
            "Follow us",
            "The Island Post @islandpost · 2h",
            "Our weekend edition is out.",
            "About us",
            "Privacy policy",
            "© 2021 The Island Post. All rights reserved.",
        )
    )
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_a_page_of_nothing_but_a_post() -> None:
    assert cleaned(page(*ANSWER)).text
