"""Interviews whose questions have no labels: who asks is the author, who answers is announced."""

from __future__ import annotations

import pytest

from pipeline.annotate.quotations.bare_turns import bare_turns
from pipeline.annotate.quotations.completion import complete
from pipeline.annotate.text.marks import paragraphs
from tests.annotate.marked_article import speakers_of

TITLE = "The last keeper: an interview with Walter Innes"
INTRO = "Walter Innes has kept the light since 1981. He hands over the keys next week."
TURNS = (
    ("How did you come to the light?",),
    (
        "I came for a summer, because my uncle had broken his leg.",
        "Nobody told me it was for good.",
    ),
    ("Tell us about the birds.",),
    ("The puffins are the ones that we count, forty pairs in a good year.",),
    ("What does the council want?",),
    ('They want a hotel. I told the mayor, "You will have to carry me out," and he laughed.',),
    ("Will you miss it?",),
    ("I will miss the noise of the gulls. My wife says that she will not.",),
)
CODA = "The light guided its last ship in 2019."


def interview(*parts: str) -> str:
    return "\n\n".join(parts)


WHOLE = interview(TITLE, INTRO, *(said for turn in TURNS for said in turn), CODA)


def said(text: str) -> list[tuple[bool, tuple[str, ...]]]:
    return [
        (turn.asks, tuple(text[start:end] for start, end in turn.pieces))
        for turn in bare_turns(text, paragraphs(text), text.index("\n"))
    ]


def test_questions_and_answers_take_turns() -> None:
    assert said(WHOLE) == [(place % 2 == 0, turn) for place, turn in enumerate(TURNS)]


def test_each_turn_is_one_statement() -> None:
    quotations = complete(WHOLE, (), len(TITLE))
    outer = [q for q in quotations if q.nested_in is None]
    assert [tuple(WHOLE[start:end] for start, end in q.content) for q in outer] == list(TURNS)
    assert {q.kind for q in outer} == {"direct"}


@pytest.mark.parametrize(
    "text",
    [
        # not announced
        WHOLE.replace("an interview with ", ""),
        # questions that readers may have, and answers by nobody
        interview(
            "What to ask before the interview: questions and answers",
            "What is a light?",
            "A light is a tower with a lamp in it, and the lamp is seen for many miles at sea.",
            "Who keeps it?",
            "The keeper keeps it, and a second keeper keeps it while the first one is asleep.",
            "When is it lit?",
            "It is lit at dusk. It is put out at dawn, when the ships can see the rocks again.",
        ),
        # a column that asks its readers
        interview(
            "What I learned from an interview",
            "I went to the light last week, and I have thought of little else since that day.",
            "What is a light for?",
            "I believe that it is for those who are not there, and who do not know that we are.",
            "Who pays?",
            "We do, and I for one am glad of it, though the council has never once asked me.",
            "And after that?",
            "I do not know. My own guess is that there will be a hotel, and that I will not go.",
        ),
        # told, not asked
        interview(
            "Interview with a keeper",
            "Did you like it?",
            "“I liked it well enough, most of the time,” he said of his years on the rock.",
            "Do you miss it?",
            "“I miss the noise of the gulls in the morning,” he said, and looked at his hands.",
            "Will you go back?",
            "“I would if they let me, but they have sold my bed,” he said, laughing.",
        ),
    ],
)
def test_other_questions_make_no_interview(text: str) -> None:
    assert said(text) == []


def test_labelled_turns_are_not_taken_twice() -> None:
    labelled = [f"{'Q' if place % 2 == 0 else 'A'}: {turn[0]}" for place, turn in enumerate(TURNS)]
    assert said(interview(TITLE, INTRO, *labelled)) == []


MARKED = interview(
    "{PERSON:Walter Innes} has kept the light for {PERSON:Ada Brooks} since 1981.",
    *("{q:" + "}\n\n{q:".join(turn) + "}|" for turn in TURNS),
)


def test_the_author_asks_and_who_is_announced_answers() -> None:
    title = "An interview with {PERSON:Walter Innes} on {PERSON:Ada Brooks}"
    speakers = speakers_of(title + "\n\n" + MARKED, byline="By Kate Orme")
    assert [(s.name, s.type) for s in speakers] == [
        ("Kate Orme", "author"),
        ("Walter Innes", "person"),
    ] * 4


def test_where_several_are_named_and_none_is_announced_nobody_is_made_up() -> None:
    title = "An interview at the last light"
    names = [s.name for s in speakers_of(title + "\n\n" + MARKED, byline="By Kate Orme")]
    assert names == ["Kate Orme", ""] * 4


def test_who_is_sat_down_with_answers_however_long_the_introduction() -> None:
    intro = (
        "We sat down with the man behind the light, keeper and writer {PERSON:Walter Innes}, to "
        "hear more. {PERSON:Ada Brooks} was there too.\n\n"
    )
    names = {s.name for s in speakers_of("The last light\n\n" + intro + MARKED)}
    assert names == {"", "Walter Innes"}


def test_work_that_somebody_discusses_with_a_paper_announces_the_interview() -> None:
    lead = "Walter Innes discusses his work with the Larkhaven Herald."
    turns = (part for turn in TURNS for part in turn)
    assert len(said(interview("The last keeper", lead, *turns))) == len(TURNS)


LABELLED = interview(
    "A year on the moor",
    "Nora Tidey counts curlews. Her father, Amos Tidey, counted them before her.",
    "Q: How was the count?",
    "Poor. I found nine nests in all. My dog found two of them.",
    "Nobody knows where the others went.",
    "Q. Why do they leave?",
    "I blame the drains, which we dug ourselves in the 1970s.",
    "Question 3: The duke wants to shoot again.",
    "We told him no, and he laughed at us.",
)


def test_questions_that_are_labelled_are_answered_by_the_paragraphs_between_them() -> None:
    turns = bare_turns(LABELLED, paragraphs(LABELLED), LABELLED.index("\n"))
    assert [(turn.asks, len(turn.pieces)) for turn in turns] == [
        (True, 1), (False, 2), (True, 1), (False, 1), (True, 1), (False, 1)
    ]  # fmt: skip
    labels = [LABELLED[slice(*turn.label)] for turn in turns if turn.label]
    assert labels == ["Q", "Q", "Question 3"]


def test_labelled_questions_that_nobody_answers_in_person_make_no_interview() -> None:
    advice = LABELLED.replace("I found", "There were").replace("My dog", "A dog")
    advice = advice.replace("I blame the drains, which we dug", "It is the drains")
    assert not bare_turns(advice, paragraphs(advice), advice.index("\n"))


@pytest.mark.parametrize(
    "lead",
    ["Edited excerpts:", "Excerpts from our chat:", "Excerpts:", "Condensed and edited excerpts."],
)
def test_excerpts_announce_an_interview(lead: str) -> None:
    title = "“I never lock the gate”: Keeper Walter Innes on goats and grief"
    text = interview(title, f"{INTRO} {lead}", *(said for turn in TURNS for said in turn))
    assert len(bare_turns(text, paragraphs(text), len(title))) == len(TURNS)


def test_the_us_answers_in_no_person() -> None:
    answers = ("The US army left at noon. The town was quiet.", "Nobody in the US had asked.")
    questions = ("What did you see?", "Did you ask why?", "Will you go?", "Would you stay?")
    parts = [part for asked in questions for part in (asked, *answers)]
    text = interview(TITLE, INTRO, *parts)
    assert bare_turns(text, paragraphs(text), len(TITLE)) == []
    told = text.replace("The US army left", "The army left us")
    assert len(bare_turns(told, paragraphs(told), len(TITLE))) == 2 * len(questions)


def test_a_short_remark_between_two_answers_is_who_asks() -> None:
    plain = [turn if len(turn) == 1 else turn[:1] for turn in TURNS]
    plain[3:4] = [
        ("I count the puffins, forty pairs in a good year, and a bad one is none at all.",),
        ("The puffins are famous.",),
        ("They are, and I have told everybody who asked me that they bite.",),
    ]
    text = interview(TITLE, INTRO, *(words for turn in plain for words in turn), CODA)
    assert said(text) == [(place % 2 == 0, turn) for place, turn in enumerate(plain)]
