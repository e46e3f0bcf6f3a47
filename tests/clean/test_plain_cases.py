"""Some lines are furniture by their wording alone; an editor's note with content is not."""

import pytest

from pipeline.clean.blocks import Block, Line, split_lines
from pipeline.clean.plain_cases import settle
from tests.clean.pages import BODY, TITLE, cleaned, page, removed


def settled(*texts: str) -> list[str]:
    blocks = [Block((Line(number, text, 0, 1),), text) for number, text in enumerate(texts, 1)]
    return settle(blocks, ["body"] * len(blocks))


@pytest.mark.parametrize(
    "text",
    [
        "© 2021 The Island Post",
        "Copyright 2021 The Island Post. All rights reserved.",
        "This article has been updated.",
        "Editor’s note: This story was updated at 9:15 p.m.",
        "This article was originally published by The Island Post.",
        "The views and opinions expressed here are solely those of the author.",
        "Sign up for our daily newsletter",
        "Follow us on Twitter @islandpost",
        "By Taboola",
        "Story continues below advertisement",
        "Tags island ferry council harbour",
        "CLICK HERE TO GET THE ISLAND POST APP",
        "Read the whole plan by clicking here",
        "You may also like...",
        "Don’t miss",
        "Support our reporting:",
        "Image 3 of 12",
        "1 / 23",
        '<span class="end"></span>',
        '[button link="https://bee.example/kit" type="big"] Send us your kit[/button]',
        "191119052250266",
        "Why you can trust The Island Post",
        "View all (23)",
        "This content is for subscribers only.",
        "Tell us what YOU think...",
        "Also on bee.example The council that could not count",
        "Reach the reporters on Twitter at http://twitter.example/bee",
        "Follow The Bee on Facebook, Twitter and Instagram.",
        "Subscribe to The Bee and stay smart with more of your favourite writers.",
        "Every day we send an email with the top stories.",
        "Get access to the island’s fastest growing financial subscription.",
        "This article was originally published by The Bee. Read the original article.",
        "Originally published in The Bee. Read it here.",
    ],
)
def test_furniture(text: str) -> None:
    assert settled(text) == ["boilerplate"]


@pytest.mark.parametrize(
    "text",
    [
        "Editor’s note: This story was updated to say that Ms. Holt has resigned.",
        "She first appeared on the stage in 1961.",
        "The views of the two women could not be further apart.",
        "The advertisement cost 4,000 dollars, the council said.",
        "“Sign up for our fight,” she said.",
        "Man of the match: Maren Holt",
        "Tags on the boats show who owns them.",
        "Get off the island, they told him.",
        "Why you can trust the bridge, and why some do not, is told by its cables.",
        "Follow the money on Facebook, he said, and you will find the council.",
        "Subscribe to a newspaper and you get its opinions, she said.",
    ],
)
def test_an_articles_own_sentences(text: str) -> None:
    assert settled(text) == ["body"]


@pytest.mark.parametrize(
    "credit",
    [
        "The ferry leaves the landing on March 5, 2021. Lea Dahl/Getty Images",
        "The ferry leaves the landing. (AP Photo/Lea Dahl)",
        "Lea Dahl / Reuters",
        "The ferry leaves the landing in March. Photo: Lea Dahl",
        "The ferry leaves the landing (Photo by Lea Dahl)",
        "(Image credit: Lea Dahl)",
        "Maren Holt at her bakery on Wednesday. Lea Dahl / Island Post",
        "The harbour office in winter. (Lea Dahl)",
    ],
)
def test_photo_credits(credit: str) -> None:
    assert settled(credit) == ["caption"]


def test_a_caption_above_its_own_repetition() -> None:
    start = "The ferry Solveig, left, and the harbour master"
    assert settled(start, start + " on March 5. Lea Dahl/Getty Images") == ["caption", "caption"]


def test_the_deck_under_the_headline_is_no_caption() -> None:
    def labelled(line: str) -> str:
        texts = ("Council keeps the ferry", line)
        blocks = [Block((Line(n, text, 0, 1),), text) for n, text in enumerate(texts, 1)]
        return settle(blocks, ["title", "caption"])[1]

    assert labelled("Several members called the report of its director a “mistake.”") == "deck"
    assert labelled("The ferry at the landing. (Photo: Handout)") == "caption"


def test_the_sources_of_passages_are_all_kept() -> None:
    texts = (BODY[0], "[The Bee]", BODY[1], "[Elm Guide]", BODY[2], "[Port Post]", BODY[3], "[Bee]")
    blocks = [Block((Line(n, text, 0, 1),), text) for n, text in enumerate(texts, 1)]
    labels = ["body", "body", "body", "boilerplate", "body", "body", "body", "body"]
    assert settle(blocks, labels) == ["body"] * 8
    assert settle(blocks[:4], labels[:4]) == labels[:4]


@pytest.mark.parametrize(
    "line", ["Updated at 1:23 p.m.", "Posted on May 3, 2016", "First published"]
)
def test_when_it_was_changed_is_no_part_of_the_article(line: str) -> None:
    dated = any(map(str.isdigit, line))
    assert settled(line) == (["byline"] if dated else ["body"])


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("12 September 2023", "byline"),
        ("Lea Dahl", "byline"),
        ("Island Post August 8, 2018", "byline"),
        ("0", "boilerplate"),
        ("The boats stay.", "body"),
    ],
)
def test_between_headline_and_text(line: str, label: str) -> None:
    assert settled(line, BODY[0])[0] == label


def test_anothers_headline_in_capitals_between_paragraphs() -> None:
    loud = "HARBOUR CRANE THAT COST TWO MILLION FALLS INTO SEA"
    assert settled(BODY[0], loud, BODY[1]) == ["body", "boilerplate", "body"]
    assert settled(BODY[0], "WHAT COMES NEXT", BODY[1]) == ["body"] * 3
    assert settled(BODY[0], loud + ".", BODY[1]) == ["body"] * 3


def test_a_name_in_capitals_over_a_quotation_is_no_headline() -> None:
    name = "ADA BROOKS, DIRECTOR GENERAL, ISLAND CHAMBER OF TRADE AND COMMERCE"
    assert settled(BODY[0], name, f"“{BODY[1]}”") == ["body"] * 3


def test_a_heading_with_nothing_below_it_but_more() -> None:
    box = page(TITLE, *BODY[:2], "The Island Channel", "More>>", *BODY[2:])
    assert cleaned(box).text == "\n\n".join((TITLE, *BODY))
    heading = page(TITLE, *BODY[:2], "The Island Channel", *BODY[2:])
    assert cleaned(heading).text == "\n\n".join((TITLE, *BODY[:2], "The Island Channel", *BODY[2:]))


@pytest.mark.parametrize("credit", ["– Harbour Online", "-- Reuters", "— Island News Agency"])
def test_whose_the_article_is_stands_behind_a_dash_at_its_end(credit: str) -> None:
    assert settled(*BODY, credit)[-1] == "byline"
    assert settled(*BODY[:2], credit)[-1] == "body"
    assert settled(credit, *BODY)[0] == "body"


@pytest.mark.parametrize("line", ["– Maren Holt", "– Ferries stay online", "- Two more boats"])
def test_other_lines_behind_a_dash_stay(line: str) -> None:
    assert settled(*BODY, line)[-1] == "body"


def test_a_post_set_inside_the_article_stays_with_its_signature() -> None:
    post = ("on. the. boat.", "lol", "— Mara Quill (@mara_q) November 18, 2019")
    blocks = [
        Block((line,), line.text) for line in split_lines("\n".join((BODY[0], *post, BODY[1])))
    ]
    labels = ["body", "boilerplate", "boilerplate", "boilerplate", "body"]
    assert settle(blocks, labels) == ["body"] * 5
    assert settle(blocks[:4], labels[:4]) == labels[:4]


def test_the_signature_of_a_post_that_ends_the_article_stays() -> None:
    def last(line: str) -> str:
        texts = (*BODY[:2], "Keep the boat.", line)
        blocks = [Block((Line(n, text, 0, 1),), text) for n, text in enumerate(texts, 1)]
        return settle(blocks, ["body", "body", "body", "boilerplate"])[-1]

    assert last("— Mara Quill (@mara_q) November 18, 2019") == "body"
    assert last("— Mara Quill (@mara_q)") == "boilerplate"


def test_a_byline_below_a_long_caption() -> None:
    caption = "Maren Holt, who runs the bakery, at the landing on the night of the vote. " * 2
    article = cleaned(page(TITLE, caption.strip(), "By Ines Thorne | The Bee for bee.com", *BODY))
    assert "By Ines Thorne" not in article.text


def test_a_caption_between_headline_and_byline_has_its_credit_below() -> None:
    caption = "Islanders follow the meeting in the hall of Skerry on March 13, 2025."
    article = cleaned(page(TITLE, caption, "Photo credit: Ada Quist", "By Jo Brandt", *BODY))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert removed(article)[caption] == "caption"


def test_the_writer_of_an_opinion_is_told_of_below_it() -> None:
    bio = "Ada Quist teaches the law of the sea at the University of Skerry."
    more = "Write to her at ada@post.example."
    article = cleaned(page(TITLE, "By Ada Quist", "June 14, 2023", *BODY, bio, more))
    assert article.text == "\n\n".join((TITLE, *BODY))
    told = "Maren Holt runs the only bakery at the landing, and she will be glad."
    article = cleaned(page(TITLE, "By Ada Quist", "June 14, 2023", *BODY, told))
    assert told in article.text


def test_the_writer_who_is_told_of_only_below_an_opinion_is_its_author() -> None:
    bio = (
        "Ada Quist, a former member of the Island House of Representatives, teaches civics in "
        "Skerry. Follow her on Twitter: @adaquist"
    )
    article = cleaned(page(TITLE, *BODY, bio))
    assert article.metadata.byline == "Ada Quist"
    assert bio not in article.text


def test_the_sections_of_other_stories_stand_over_their_headlines() -> None:
    others = (
        "FEATURED STORIES",
        "NEWS",
        "Two fishers missing off the bank",
        "SPORT",
        "Cup tie off",
    )
    article = cleaned(page(TITLE, *BODY[:3], *others, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_below_buttons_a_list_of_other_stories_goes_on() -> None:
    others = ("RELATED ARTICLES", "Previous", "1", "Next", "Vicar's fury as thieves steal bell")
    article = cleaned(page(TITLE, *BODY[:3], *others, "Share this article", *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_another_storys_box_runs_from_its_section_to_its_day() -> None:
    box = (
        "HARBOURS & ISLANDS",
        "A fire captain’s long road back",
        "He lost his house and his dog. He kept his job.",
        "Feb. 5, 2021",
    )
    article = cleaned(page(TITLE, *BODY[:3], *box, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_what_leads_to_a_post_stays() -> None:
    lead = "Skipper Ola Miles responded on Twitter:"
    post = "“We are leaving. Enough is enough,” he said in the post, which was read by thousands."
    article = cleaned(page(TITLE, *BODY[:3], lead, post, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY[:3], lead, post, *BODY[3:]))


def test_captions_between_a_deck_and_the_day() -> None:
    deck = "The vote escalates a months-long fight over the night boat."
    captions = (
        "Pavel Brandt is pictured. | Getty Images",
        "Director Pavel Brandt has refused to come. | Ada Quist/AFP/Getty Images",
    )
    day = "06/13/2018 04:15 PM EDT"
    article = cleaned(page("ISLANDS", TITLE, deck, *captions, "By ADA QUIST", day, *BODY))
    assert article.text == "\n\n".join((TITLE, deck, *BODY))
    assert article.metadata.published == "2018-06-13"


def test_a_briefing_ends_with_its_hour() -> None:
    article = cleaned(page(TITLE, *BODY, "END                 1:02 P.M. MST"))
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_a_box_for_a_newsletter_ends_with_its_button() -> None:
    box = (
        "NEWSLETTER SIGN-UP",
        "The 10-Point.",
        "A personal, guided tour to the best scoops and stories every day.",
        "PREVIEW SUBSCRIBE",
    )
    article = cleaned(page(TITLE, *BODY[:3], *box, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))


@pytest.mark.parametrize(
    "head",
    [
        ("by Ada Quist and Jon Ember", "Oct. 3, 2023, 5 a.m. EDT"),
        ("Ada Quist", "October 3, 2023"),
        ("3 Oct 2023, 05:00 GMT",),
        ("Ada Quist Published October 3, 2023",),
        ("Oct 3rd 2023 | OSTMERE",),
        ("ADA QUIST", "OSTMERE", "PUBLISHED OCTOBER 3, 2023"),
        ("Ada Quist", "Island News, Ostmere", "Published", "3 October 2023"),
        ("Ada Quist", "Political reporter @adaquist", "Tuesday 3 October 2023 05:00, UK"),
        ("By", "Ada Quist and Jon Ember", "Oct. 3, 2023 5:00 am ET"),
        ("By Ada Quist", "October 3, 20235:00 AM GMT+1Updated 3 hours ago"),
        (
            "By Ada Quist",
            "Ada Quist reported from Ostmere, and Jon Ember from Tolmin.",
            "Oct. 3, 2023",
        ),
    ],
)
def test_the_author_and_the_day_stand_below_a_long_deck(head: tuple[str, ...]) -> None:
    title = "“Do not tell the mainland”: How a ferry company kept its passengers from hearing of it"
    deck = (
        "Letters and logs show that those who run the night boat had known of the cracks in its "
        "hull for years. The harbour office was told something else."
    )
    article = cleaned(page(title, deck, *head, *BODY))
    assert article.text == "\n\n".join((title, deck, *BODY))
    assert article.metadata.published == "2023-10-03"


def test_days_below_long_entries_are_those_of_a_diary() -> None:
    days = ("3 October 2023, 05:00", "4 October 2023, 06:30")
    lines = (BODY[0], days[0], BODY[1], BODY[2], days[1], BODY[3])
    assert cleaned(page(TITLE, *lines)).text == "\n\n".join((TITLE, *lines))
