"""Readers who speak at the end of a page are told by their voice, where nothing marks them."""

import pytest

from tests.clean.pages import BODY, TITLE, cleaned, page

ARTICLE = "\n\n".join((TITLE, *BODY))
READERS = (
    "I have taken that boat for thirty years and nobody ever asked me what I think.",
    "lol they will cancel it again in the autumn",
    "Well said Maren!!! My sister was born on it too",
    "Who pays for all this? We do.",
)


def test_the_first_comment_goes_with_the_others() -> None:
    article = cleaned(page(TITLE, *BODY, *READERS))
    assert article.text == ARTICLE
    assert [line.text for line in article.removed] == list(READERS)
    assert {line.reason for line in article.removed} == {"comment"}


@pytest.mark.parametrize("count", [2, 3])
def test_a_short_thread(count: int) -> None:
    assert cleaned(page(TITLE, *BODY, *READERS[:count])).text == ARTICLE


def test_lines_without_blank_ones_between() -> None:
    assert cleaned("\n".join((TITLE, *BODY, *READERS))).text.split("\n\n") == [TITLE, *BODY]


def test_names_over_the_comments_are_their_authors() -> None:
    names = ("harbour_cat", "Ruth O.", "Bea Long", "sam77")
    thread = [line for pair in zip(names, READERS, strict=True) for line in pair]
    article = cleaned(page(TITLE, *BODY, *thread))
    assert article.text == ARTICLE
    assert [line.comment_author for line in article.removed[::2]] == list(names)


OWN_VOICES = (
    (
        "Mrs. Holt’s statement in full:",
        "I thank you all for coming out on a night like this. I have never seen such a crowd.",
        "I will fight for this boat as long as I live, and I hope that you will too.",
    ),
    (
        "Do you take the boat yourself?",
        "Every week. My mother lives over there and I would not see her without it, not in "
        "winter, and certainly not on a Sunday.",
        "What will you do if it stops after all?",
        "Well, I would have to move, I suppose, or buy a boat of my own and learn to sail it, "
        "which my husband says would be the end of me.",
        "Are you angry with the company?",
        "No. I know that they have to earn their money, and I told them so when they came to see "
        "me in the shop last spring.",
    ),
    (
        "Dear Mr. Brandt:",
        "I write to you as one who has used the night boat since 1974.",
        "I ask you to think of the nurses, and of my neighbours.",
        "Yours sincerely,",
        "Odd Lien",
    ),
)


@pytest.mark.parametrize("lines", OWN_VOICES)
def test_statements_interviews_and_letters_stay(lines: tuple[str, ...]) -> None:
    assert cleaned(page(TITLE, *BODY, *lines)).text == "\n\n".join((ARTICLE, *lines))


def test_a_column_in_the_first_person_stays() -> None:
    column = (
        "I never liked the night boat. It smells of diesel and I am sick on it every time.",
        "But I was on it last Thursday, and I will tell you what I saw.",
        "You could not find a seat. A boy slept against my shoulder and I let him.",
        "My neighbour says that I am getting soft. I think I am only getting old.",
        "So keep the boat. I shall go on complaining about it, as is my right.",
    )
    assert cleaned(page(TITLE, *column)).text == "\n\n".join((TITLE, *column))


def test_numbered_names_tell_what_stands_below_them() -> None:
    names = ("Brenda K", "old_mole", "Jean-Luc Petit", "Ruth")
    thread = [
        line
        for number, pair in enumerate(zip(names, READERS, strict=True), 1)
        for line in (f"{number}. {pair[0]}", pair[1])
    ]
    assert cleaned(page(TITLE, *BODY, *thread)).text == ARTICLE


@pytest.mark.parametrize("heading", ["Most read", "RECOMMENDED", "Related stories", "Read next"])
def test_other_stories_headlines_amid_a_text_are_furniture(heading: str) -> None:
    teasers = ("Goat found on church roof", "Ten walks for rainy days", "Bakery wins prize again")
    article = cleaned(page(TITLE, *BODY[:2], heading, *teasers, *BODY[2:]))
    assert article.text == ARTICLE
    assert {line.reason for line in article.removed} == {"boilerplate"}


def test_a_numbered_list_may_end_in_a_headline_that_quotes() -> None:
    teasers = (
        "1 'It bit me': Goat on church roof",
        "2 Bakery wins prize",
        "3 Vicar: 'It was mine'",
    )
    comments = ("Comments (2)", "Jo", "7 January 2020, 8.02am", "Great goat!", "Bo")
    said = ("6 January 2020, 9.15pm", "What a goat that was.")
    article = cleaned(page(TITLE, *BODY, "Most Viewed in News", *teasers, *comments, *said))
    assert article.text == ARTICLE


def test_the_comment_over_the_first_age_goes_with_its_age() -> None:
    ages = ("2 hours ago", "3 hours ago", "5 hours ago", "yesterday")
    thread = [line for pair in zip(READERS, ages, strict=True) for line in pair]
    assert cleaned(page(TITLE, *BODY, *thread)).text == ARTICLE


def test_a_list_of_dates_under_an_article_stays() -> None:
    dates = (
        "The Harbour Band’s summer",
        "June 9 – Low Quay, Tarn @ The Net Loft",
        "June 10 – Highwater, Brent @ Old Ropewalk (formerly Ferry Hall)",
        "June 14 – Eel Bay, Tarn @ Lantern Pavilion",
        "July 2 – Skerry, Brent @ Mill Pond Arena",
        "July 5 – Larkhaven, Tarn @ Custom House Green",
    )
    furniture = ("Why Can’t You Stop Reading?", "Sign up now!", "Love this? Tell your friends!")
    text = cleaned(page(TITLE, *BODY, *dates, *furniture)).text
    assert all(line in text for line in dates)


def test_the_number_of_those_who_like_it_stands_below_each_comment() -> None:
    thread = (
        *(
            "Gareth Moon",
            "190,000!! Last time I went they asked for a donation. They lost that.",
            "👍 14",
        ),
        *(
            "Priti",
            "Brandt said on local radio that nobody will be turned away. We'll see.",
            "👍 9",
        ),
        *("Gareth Moon", "@Priti he said that about the car park too 😂", "👍 22"),
    )
    article = cleaned(page(TITLE, *BODY, *thread))
    assert article.text == "\n\n".join((TITLE, *BODY))
