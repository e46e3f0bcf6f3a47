"""Where the paper's own sentences go on below names and days, these begin no comments."""

import pytest

from pipeline.clean.blocks import join_lines, split_lines
from pipeline.clean.dated_thread import with_dated_thread
from tests.clean.pages import BODY, TITLE, cleaned, page, removed

CLOSING = (
    "The director of the company, Pavel Brandt, told the council that he had read all of it.",
    "The vote is final, the harbour office said on Friday.",
)
DIARY = (
    "She kept a diary that week.",
    "May 1, 2019",
    "I did not sleep. You would not have slept either.",
    "May 2, 2019",
    "I have had enough of boats!",
)
REVIEWS = (
    "Passengers left their views on a travel site.",
    "John D.",
    "March 4, 2019",
    "Worst boat ever. I was sick all night!",
    "Pat",
    "March 9, 2019",
    "Lovely crew, we will be back.",
)
FORUM = (
    "On the island’s web forum, a user called Torvik started a thread in March.",
    "Torvik wrote on March 3, 2019:",
    "Does anyone know what happened to the boat? I miss it.",
    "Ruth replied on March 4, 2019:",
    "They sold it. I cried.",
)
TWEETS = (
    "“I have lost a ferry,” Brandt tweeted.",
    "@islander_jo: Look under your sofa!!",
    "@gullwatch: lol",
)
THREAD = (
    "old_salt",
    "4 May 2019 6:31pm",
    "Brandt said in August that we would have a new boat by now. Where is it?",
    "gullwatch",
    "5 May 2019 9:02am",
    "lol the boat is a wreck",
)


@pytest.mark.parametrize("quoted", [DIARY, REVIEWS, FORUM, TWEETS])
def test_what_is_quoted_between_the_papers_sentences_stays(quoted: tuple[str, ...]) -> None:
    assert removed(cleaned(page(TITLE, *BODY[:2], *quoted, *CLOSING))) == {}


@pytest.mark.parametrize("between", [(), ("Sign up to our newsletter",), ("2 Comments",)])
@pytest.mark.parametrize("below", [(), ("Show 25 more",)])
def test_a_short_thread_right_below_the_last_paragraph(
    between: tuple[str, ...], below: tuple[str, ...]
) -> None:
    article = cleaned(page(TITLE, *BODY, *CLOSING, *between, *THREAD, *below))
    assert article.text == "\n\n".join((TITLE, *BODY, *CLOSING))
    reasons = removed(article)
    assert {reasons[line] for line in THREAD} == {"comment"}


def test_two_comments_with_days_below_a_long_page() -> None:
    menu = ("Football", "Live scores | Tables | Fixtures", "Results", "Clubs", "Weather", "Jobs")
    thread = (*THREAD[:3], "1966andallthat", "5 May 2019 9:02am", "Brandt out.", "Show 25 more")
    article = cleaned("\n".join((*menu, TITLE, *BODY, "Attendance: 3,114.", *thread)))
    assert not any(line in article.text for line in thread)
    assert article.text.endswith("Attendance: 3,114.")


def test_a_list_of_events_is_no_thread() -> None:
    events = (
        "Jazz on the Quay",
        "4 May 2019 7:30pm",
        "Tickets from the harbour office, at the usual price.",
        "Harbour Swim",
        "5 May 2019 9:00am",
        "Begins at the landing and ends where it can.",
    )
    blocks = join_lines(split_lines(page(TITLE, *BODY, *events)))
    labels = ["title", *["body"] * (len(blocks) - 1)]
    assert with_dated_thread(blocks, labels) == labels


def test_a_heading_such_as_discussion_begins_no_comments() -> None:
    below = (
        "The panel found that the ferry loses money every year, and no other route does.",
        "We need a new boat, and we need it soon.",
        "The first one will be ordered in the spring, according to the harbour office.",
    )
    assert removed(cleaned(page(TITLE, *BODY, "Discussion", *below))) == {}


INVITATION = ("SHARE YOUR THOUGHTS", "Do you prefer the night boat? Join the conversation below.")


@pytest.mark.parametrize("below", [(), ("2 Comments", *THREAD)])
def test_an_invitation_amid_the_text_begins_no_comments(below: tuple[str, ...]) -> None:
    article = cleaned(page(TITLE, *BODY[:3], *INVITATION, *BODY[3:], *CLOSING, *below))
    assert article.text == "\n\n".join((TITLE, *BODY, *CLOSING))


def test_below_an_invitation_readers_speak() -> None:
    reader = "They sold it behind our backs. I cried when I heard it."
    article = cleaned(page(TITLE, *BODY, *INVITATION, reader, "Posted by Ruth, 4 May 2019 6:31pm"))
    assert article.text == "\n\n".join((TITLE, *BODY))
