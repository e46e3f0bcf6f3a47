"""A report by the hour keeps all its entries, whatever buttons stand between them."""

import pytest

from tests.clean.pages import cleaned, removed

MENU = ("Skip to content", "News", "Opinion", "Sport", "Culture", "Sign in", "Subscribe", "Live")
ENTRIES = (
    ("16:42", "We pause our coverage here for the night. Thank you for being with us."),
    (
        "16:20",
        "Network says 61,000 homes are dark",
        "The number of homes without electricity has risen to 61,000, the network has said. “Our "
        "crews do not go up a pole in such a wind,” its head of operations, Jo Brandt, told the "
        "island radio. “So we wait like everyone else, with a torch and a kettle.”",
    ),
    ("15:58", "“There is no journey that is worth it,” the minister said after a meeting."),
    (
        "14:30",
        "Our correspondent Ada Quist is at the landing, where the sea comes over the wall. Maren "
        "Holt has taken her loaves up to the loft, and the ferry lies at two anchors in the bay.",
    ),
)


def test_all_entries_are_kept() -> None:
    lines = [line for entry in ENTRIES for line in (*entry, "Share")]
    text = "\n".join((*MENU, "Storm over the islands: latest", "By Ada Quist", *lines, "Load more"))
    article = cleaned(text)
    for entry in ENTRIES:
        for line in entry:
            assert line in article.text
    assert "Share" in removed(article)


def test_hours_in_a_menu_are_no_report() -> None:
    programme = ("19:30", "The island news", "20:00", "Songs of the sea", "21:15", "Late film")
    opening = ENTRIES[1][2] + " " + ENTRIES[3][1]
    text = "\n".join((*MENU, "Storm over the islands", "By Ada Quist", opening, opening[::1]))
    article = cleaned("\n".join((text, "On television", *programme)))
    assert "Songs of the sea" not in article.text


def test_a_paragraph_that_quotes_is_no_caption() -> None:
    line = (
        "Not everyone likes it. Elders grumble that a quarrel that a poem once settled is now "
        "settled by a screenshot. “A goat in two places was a matter for God,” sighs one."
    )
    article = cleaned("\n\n".join(("Goats get a signal", ENTRIES[1][2], line, ENTRIES[3][1])))
    assert line in article.text


def test_a_transcript_with_its_times_is_kept() -> None:
    lines = ("0:00", "good morning this is lock nine and I'm", "standing with the keeper who has")
    lines += ("0:09", "how many boats would you say", "0:12", "oh I'd say all of them")
    lines += ("0:15", "and what would you tell a beginner", "0:19", "keep your rope off your foot")
    article = cleaned("\n".join(("What the lock keeper knows", *lines)))
    assert all(line in article.text for line in lines)


def test_days_that_head_the_parts_of_a_log_are_kept() -> None:
    log = (
        "Monday, Aug. 14",
        "7:12 a.m. A caller on Pine Street reported a goose in the hall. Officer Jo Brandt took "
        "it to the pond. “It was calm until the stairs,” his report says.",
        "Tuesday, Aug. 15",
        "9:05 p.m. A man told the police that he could not find his other boat. He has only one, "
        "and it was found at the landing, where he had left it on Sunday evening.",
    )
    article = cleaned("\n\n".join(("Police log: goose taken to the pond", *log)))
    assert all(line in article.text for line in log)


@pytest.mark.parametrize("last", [(), ("Thank you, Mo!",)])
def test_a_thanks_to_a_reader_starts_no_comments(last: tuple[str, ...]) -> None:
    head = (
        "Storm over the islands live: ferry tied up for the night",
        "Updates from our reporters at the landing",
        "Tuesday 8 November 2022",
        "",
        "Key events",
        "1h ago  Ferry tied up",
        "2h ago  School closed",
    )
    letter = "Jo, who reads us in Skerry, writes: “I have seen worse from a bathtub, and wetter.”"
    greeting = "Good morning. I'm Ada Quist and I'll be with you until the lamps go out tonight."
    entries = (
        ("16.48 GMT", "That's it from us", "We are going home now. Thanks for staying with us."),
        *((time.replace(":", ".") + " GMT", *lines) for time, *lines in ENTRIES[1:]),
        ("13.50 GMT", letter, "Thanks, Jo."),
        ("13.30 GMT", greeting, *last),
    )
    lines = [line for entry in entries for line in ("", *entry)]
    article = cleaned("\n".join((*head, *lines)))
    assert article.metadata.title == head[0]
    assert article.metadata.published == "2022-11-08"
    assert not [line for line in article.removed if line.reason == "comment"]
    assert all(line in article.text for line in (letter, "Thanks, Jo.", greeting, *last))


DAYS = (
    "3 March 2021",
    "The company writes to the council that the route loses 190,000 a year. The letter is filed "
    "under “weather”, where nobody looks for it.",
    "18 June 2021",
    "Maren Holt, who runs the bakery, finds the letter behind a stove. “You do not close a thing "
    "like that with a spreadsheet,” she tells the council.",
    "2 September 2021",
    "The director, Pavel Brandt, will not ask for more money. “I am not a monster,” he said.",
    "11 November 2021",
    "The council votes 6-3 to keep the ferry. The first boat of the new contract leaves on 1 May.",
)
TIMELINE = "How the ferry was lost and kept: a timeline"
INTRO = (
    "The council kept the night ferry for two more years on Thursday, after a quarrel that began "
    "with a letter. This is how it went, day by day."
)


def test_a_chronology_is_no_thread() -> None:
    article = cleaned("\n\n".join((TIMELINE, INTRO, *DAYS)))
    assert article.text == "\n\n".join((TIMELINE, INTRO, *DAYS))
    assert article.metadata.published == ""


def test_a_chronology_may_have_readers_below() -> None:
    comments = ("2 comments", "Jo", "12 November 2021", "Great read!", "Bo", "13 November 2021")
    article = cleaned("\n\n".join((TIMELINE, INTRO, *DAYS, *comments, "About time too!!")))
    assert article.text == "\n\n".join((TIMELINE, INTRO, *DAYS))


def test_readers_without_names_are_no_chronology() -> None:
    said = ("I loved this!!", "Thanks for this article.", "What a joke, they never asked me.")
    dates = ("3 March 2021", "4 March 2021", "5 March 2021")
    thread = [line for pair in zip(dates, said, strict=True) for line in pair]
    article = cleaned("\n\n".join((TIMELINE, INTRO, *DAYS[1::2], "3 comments", *thread)))
    assert "loved" not in article.text


VOTE = (
    (
        "17.48",
        "Closing summary",
        "The council has voted for an inquiry into the ferry contract. Members voted by 14 to 9 "
        "for a motion by Maren Holt, who said that the company was “hiding behind its timetable”.",
        "That is all from us today. Thank you for reading.",
    ),
    (
        "16.52",
        "The company has put out a response to the vote. A spokesperson said:",
        "We are sorry about this vote. The motion cannot work and would hand our figures to those "
        "who charge too much already. We will ask the council to think again when it meets in May.",
    ),
    (
        "16.20",
        "The council has just voted for the Holt motion. Speaking for the company, Pavel Brandt "
        "said that he had “much sympathy” with it, but that the boats would not wait for it.",
        "Holt did not give way. She said:",
        "I have heard in this hall for nine years that it is too early. I am 81 now, and I would "
        "like it to be early enough while I can still take the boat myself.",
        "The motion now goes to the harbour committee, where the company has friends enough to "
        "bury it, and members think that it will find a way of its own.",
    ),
    (
        "14.37",
        "Member says she would end the contract ‘on day one’",
        "At the landing Rosa Lind told reporters:",
        "Nobody here is unkind. They are just tired of being told that the next boat is coming by "
        "people who never take it.",
    ),
    (
        "13.05",
        "At the noon briefing the mayor’s office would not say whether he had seen the figures. "
        "He said the harbour master did “what he has to do”.",
    ),
)


@pytest.mark.parametrize("zone", [" GMT", "", "pm"])
@pytest.mark.parametrize("entries", [VOTE, VOTE[:3]])
def test_what_somebody_said_below_a_time_is_no_comment(
    zone: str, entries: tuple[tuple[str, ...], ...]
) -> None:
    title = "Ferry contract: opposition grows as council votes for an inquiry – as it happened"
    deck = "Members vote 14 to 9; director says the plan is ‘not workable’"
    lines = [line for time, *told in entries for line in (time + zone, *told)]
    article = cleaned("\n\n".join((title, deck, "Ada Quist", "Tue 14 Jan 2025 18.05 GMT", *lines)))
    assert article.text == "\n\n".join((title, deck, *lines))
    assert article.metadata.byline == "Ada Quist"
    assert article.metadata.published == "2025-01-14"
