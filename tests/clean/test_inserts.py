"""E-mails, verse and messages that an article sets between its paragraphs stay in it, and so
does what stands below them."""

import pytest

from pipeline.clean import clean
from pipeline.ingest.plain import page_article
from tests.clean.pages import TITLE, cleaned, page, removed

OPENING = (
    "The harbour board released the papers on Thursday, after residents of the island had asked "
    "for them since the spring."
)
CLOSING = (
    "Asked about it on Thursday, the director, Pavel Brandt, said: “I was tired that day.”",
    "The board meets again in May.",
)
MAILS = """From: Pavel Brandt
Sent: Tuesday, April 2, 2019 4:11 PM
To: Maren Holt
Subject: the boat

Could you find me a smaller boat? I don't care which.

Pavel

From: Maren Holt
Sent: Tuesday, April 2, 2019 4:15 PM

I'd love to! How small do you want it?"""
VERSE = """The gull that will not leave the pier
has nowhere else to stand,
it looks at me as if I knew
the shortest way to land."""
POSTED = """Maren Holt, who runs the bakery, wrote on Facebook:

Maren Holt
April 8 at 9:14 PM

To whoever took my oven: I know your mother. Thank you for leaving the door."""
TWEETS = """Islanders were quick to answer on Twitter.

@gullwatch
I am crying in my kitchen. Goodbye, dear boat.

@night_porter · Apr 3
He said in 2010 that he would swim first."""
LETTER = """Maren,

The water came up to the door this morning and I let it in.

Your loving sister,
Ada"""


@pytest.mark.parametrize("insert", [MAILS, f"She wrote this:\n\n{VERSE}", POSTED, TWEETS, LETTER])
def test_an_insert_is_the_articles_with_all_below_it(insert: str) -> None:
    article = cleaned(page(TITLE, OPENING, insert, *CLOSING))
    assert removed(article) == {}


def test_comments_below_an_insert_are_still_taken_out() -> None:
    thread = "2 Comments\n\nOld Salt\n3 April 2021\nIt was me. I took the oven.\n\nRuth Lund\n\
4 April 2021\nI knew it!"
    article = cleaned(page(TITLE, OPENING, POSTED, *CLOSING, thread))
    assert article.text.endswith(CLOSING[-1])
    assert set(removed(article).values()) == {"comment"}


def test_handles_over_comments_are_no_posts() -> None:
    last = "“We heard it all on Twitter first,” said Maren Holt, who runs the bakery."
    thread = "2 Comments\n\n@gullwatch\nI am crying in my kitchen!!\n\n@night_porter\nlol typical"
    article = cleaned(page(TITLE, OPENING, *CLOSING, last, thread))
    assert article.text.endswith(last)


def test_mails_of_a_web_page_stay_too() -> None:
    lines = [line for line in MAILS.split("\n") if line]
    paragraphs = "".join(f"<p>{line}</p>" for line in (OPENING, *lines, *CLOSING))
    markup = (
        f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{paragraphs}"
        "</article></body></html>"
    )
    text = clean(page_article("page.html", b"page", markup)).text
    assert all(line in text for line in (*lines, *CLOSING))


def test_a_column_of_letters_begins_with_its_salutation() -> None:
    letters = (
        "Dear Dora,",
        "My neighbour has kept my ladder since 2011. What should I do?",
        "Grounded in Graynes",
        "Dear Grounded,",
        "Buy him a wall.",
        "Dear Dora,",
        "My wife says that the two of us should never meet. Is she right?",
    )
    article = cleaned(page("Ask Dora: the ladder next door", *letters))
    assert all(line in article.text for line in letters)
