"""The debate, trial, match or vote that an article is about dates what was said there."""

from __future__ import annotations

import re

import pytest

from pipeline.annotate.dating.component import when_said
from pipeline.records import Quotation, Speaker

THURSDAY = "2021-03-18"
ON_MONDAY, NOT_DATED = ("2021-03-15", "carried"), (THURSDAY, "published")
OPENING = (
    "Old quarrels, new marks\n\n"
    "Orrin Vance and Vesna Brooks met in the first mayoral debate on Monday night.\n\n"
    "It was a long evening, and the debate seldom left the ground.\n\n"
    "Nobody had hoped for more.\n\n"
    "There has not been a debate since the bridge was built.\n\n"
    "The town is small, and its quarrels are old.\n\n"
    "Most of them are about the bridge.\n\n"
    "It has never been paid for.\n\n"
    "It has never been painted either.\n\n"
)


def dates(body: str, *, opening: str = OPENING) -> list[tuple[str, str]]:
    """(date, basis) of the statements of a body, each marked as `{speaker|cue|content}`; a
    speaker is a person where the name begins with a capital letter."""
    text, quotations = opening, []
    at = 0
    for mark in re.finditer(r"\{(.*?)\|(.*?)\|(.*?)\}", body):
        text += body[at : mark.start()]
        starts = []
        for words in mark.groups():
            starts.append(len(text))
            text += words + " "
        text = text[:-1]
        spans = [
            (start, start + len(words)) for start, words in zip(starts, mark.groups(), strict=True)
        ]
        person = mark[1][0].isupper()
        kind = "author" if mark[1] == "I" else "person" if person else "document"
        speaker = Speaker(name=mark[1], type=kind)
        source, cue, content = spans
        quotations.append(
            Quotation(content=(content,), cue=(cue,), source=(source,), speaker=speaker)
        )
        at = mark.end()
    text += body[at:]
    sentences = [(match.start(), match.end()) for match in re.finditer(r"[^.\n]+\.?", text)]
    found = when_said(text, quotations, THURSDAY, title_end=text.index("\n"), sentences=sentences)
    return [(said_on.date, said_on.basis) for said_on in found]


def test_who_took_part_spoke_there() -> None:
    body = "{Orrin Vance|boasted of|his thrift}. {Vesna Brooks|called|it meanness}."
    assert dates(body) == [ON_MONDAY, ON_MONDAY]


@pytest.mark.parametrize(
    "body",
    [
        "{Ada Moss|said|the hall was cold}.",
        "{spokesman|said|the hall was cold}.",
        "{Orrin Vance|has said|he is no miser}.",
        "In an interview, {Orrin Vance|said|he was no miser}.",
        "{Orrin Vance|said|he was no miser} to reporters outside.",
    ],
)
def test_others_and_other_places_did_not(body: str) -> None:
    assert dates(body) == [NOT_DATED]


def test_a_time_of_its_own_counts_for_more() -> None:
    assert dates("On Tuesday {Orrin Vance|said|he was no miser}.")[0][0] == "2021-03-16"


@pytest.mark.parametrize(
    "opening",
    [
        OPENING.replace("on Monday night", "on Thursday night"),
        OPENING.replace("on Monday night", "on March 1"),
        OPENING.replace(
            "Orrin Vance and Vesna Brooks met in the first mayoral debate", "It rained and rained"
        ),
        OPENING.replace("a debate since", "peace since"),
    ],
    ids=["the same day", "weeks ago", "no debate", "not what it is about"],
)
def test_only_a_debate_that_is_past_and_what_the_article_is_about(opening: str) -> None:
    assert dates("{Orrin Vance|boasted of|his thrift}.", opening=opening) == [NOT_DATED]


TRIAL = (
    "Sailor stole a lock\n\nA sailor stole a lock, a court heard on Wednesday.\n\n"
    "The prosecution called it greed.\n\nThe defendant wept. A witness was heard.\n\n"
    "The jury was sent out.\n\nThe lock was old.\n\n"
)
SITTING = (
    "Ministers under fire\n\nThe minister was jeered in the Commons on Wednesday.\n\n"
    "The Speaker called for order. MPs did not listen.\n\nBackbenchers laughed.\n\n"
    "The House was full. It was hot.\n\nThe bridge was not named.\n\n"
)
MATCH = (
    "Late strike sinks Tolland\n\nHarbour beat Tolland 2-1 at the Weir on Wednesday.\n\n"
    "A penalty put the striker ahead at half-time. The coach smiled.\n\n"
    "The winger hit the post. The referee gave a goal.\n\nThe fans went home from the match.\n\n"
)
VOTE = (
    "Brooks is mayor\n\nVesna Brooks conceded late on Wednesday and Orrin Vance won the vote.\n\n"
    "Turnout was high, and voters were cold.\n\nBallots ran out.\n\n"
    "The election was close. The polls had said so.\n\nThe town was quiet.\n\n"
)
ON_WEDNESDAY = ("2021-03-17", "carried")


@pytest.mark.parametrize("opening", [TRIAL, SITTING, MATCH, VOTE])
def test_trial_sitting_match_and_vote_date_what_is_said_at_them(opening: str) -> None:
    found = dates("{Orrin Vance|said|it was hard}.", opening=opening)
    assert found == [ON_WEDNESDAY]


@pytest.mark.parametrize("opening", [TRIAL, SITTING, MATCH, VOTE])
@pytest.mark.parametrize(
    "body",
    [
        "{spokesman|said|it was hard}.",
        "{Orrin Vance|has said|it was hard}.",
        "{Orrin Vance|said|it was hard} in an interview.",
    ],
)
def test_but_nothing_else(opening: str, body: str) -> None:
    assert dates(body, opening=opening) == [NOT_DATED]


def test_after_a_match_the_press_is_told_too() -> None:
    told = "{Orrin Vance|said|it was hard}, and told Radio Port so. {Orrin Vance|said|no more}."
    assert dates(told, opening=MATCH)[1] == ON_WEDNESDAY
    assert dates(told, opening=VOTE)[1] == NOT_DATED


def test_what_voters_did_on_a_night_is_a_vote_too() -> None:
    sent = VOTE.replace(
        "Vesna Brooks conceded late on Wednesday and Orrin Vance won the vote.",
        "Voters sent Orrin Vance back to the town hall on Wednesday night, with seats to spare.",
    )
    assert dates("{Orrin Vance|said|it was hard}.", opening=sent) == [ON_WEDNESDAY]


def test_only_who_stood_speaks_of_a_vote_on_the_night() -> None:
    assert dates("{Ada Moss|said|it was hard}.", opening=VOTE) == [NOT_DATED]


def test_what_the_police_were_told_was_not_said_in_court() -> None:
    body = "{Orrin Vance|said|it was hard} when he was asked by police."
    assert dates(body, opening=TRIAL) == [NOT_DATED]


def test_a_match_of_last_week_dates_nothing() -> None:
    opening = MATCH.replace("on Wednesday", "on Saturday")
    assert dates("{Orrin Vance|said|it was hard}.", opening=opening) == [NOT_DATED]


def test_the_court_hears_it_there() -> None:
    assert dates("{the court|heard|it was hard}.", opening=TRIAL) == [ON_WEDNESDAY]


TITLE = "Mill leaks\n\n"
REFUSED = "{Orrin Vance|refused Monday night|to resign}.\n\n"
ASKED = "{Vesna Brooks|asked|why}.\n\n{Tilly Holm|cheered|her words}."


def behind_lead(lead: str, body: str) -> list[tuple[str, str]]:
    """The dates of the statements behind a lead, whose own is left out."""
    own = lead.count("{")
    return dates(lead + body, opening=TITLE)[own:]


@pytest.mark.parametrize(
    "told",
    [
        "During a town hall, a widow, Vesna Brooks, stood up.",
        "The widow Vesna Brooks stood up during a “Mill Forum” in Tolland.",
        "At a rally in Tolland, Vesna Brooks stood up.",
    ],
)
def test_who_is_named_at_a_meeting_right_behind_the_lead_spoke_on_its_day(told: str) -> None:
    assert behind_lead(REFUSED, f"{told} {ASKED}") == [ON_MONDAY, NOT_DATED]


def test_an_occasion_behind_the_lead_ends_where_another_is_told() -> None:
    body = f"During a town hall, Vesna Brooks stood up. In an August speech, she sat. {ASKED}"
    assert ON_MONDAY not in behind_lead(REFUSED, body)


@pytest.mark.parametrize(
    ("lead", "behind"),
    [
        ("{The mayor|refused|to resign}.\n\n", "During a town hall, Vesna Brooks rose."),
        ("The mayor signed the bill on Monday.\n\n", "At a hearing, Vesna Brooks rose."),
        (REFUSED, "During a town hall on Tuesday, Vesna Brooks rose."),
    ],
)
def test_other_openings_behind_a_lead_tell_of_no_meeting(lead: str, behind: str) -> None:
    assert ON_MONDAY not in behind_lead(lead, f"{behind} {ASKED}")


def test_the_day_of_a_debate_may_stand_in_front_of_it() -> None:
    opening = OPENING.replace(
        "Orrin Vance and Vesna Brooks met in the first mayoral debate on Monday night.",
        "Orrin Vance and Vesna Brooks met Monday night in the first mayoral debate.",
    )
    assert dates("{Orrin Vance|boasted of|his thrift}.", opening=opening) == [ON_MONDAY]


def test_those_between_whom_a_debate_was_took_part() -> None:
    body = "The debate between Eve Lund and Dan Reed was short. {Eve Lund|called|it silly}."
    assert dates(body) == [ON_MONDAY]
    assert dates("The debate was short. {Eve Lund|called|it silly}.") == [NOT_DATED]


MEETING = (
    "Council shelves harbour toll\n\n"
    "The Tolland Town Council voted 5-2 Monday to shelve a toll that nobody liked.\n\n"
    "The motion came at the end of a long agenda, and of a longer meeting.\n\n"
    "Council members had argued about it since winter.\n\n"
    "Two trustees of the harbour sat in the front row.\n\n"
    "The board that runs the ferry had asked for it.\n\n"
    "Nobody from the board came.\n\n"
)


def test_who_speaks_on_what_a_council_voted_on_did_so_at_its_meeting() -> None:
    said = "{Vesna Brooks|told|the hall it would ruin her}."
    assert dates(said, opening=MEETING) == [ON_MONDAY]
    later = "{Ada Moss|said|it was a pity} by phone."
    assert dates(later, opening=MEETING) == [NOT_DATED]


TITLE = "Two differ\n\n"
LEAD = "{Orrin Vance and Ada Moss|differed|over the tides} on Wednesday in Ashby."
BODY = "\n\n{Orrin Vance|said|the old wall would do}."
OF_ANOTHER = "\n\n{Vesna Brooks|said|the old wall would do}."


@pytest.mark.parametrize("lead", [LEAD, "{The mayor|refused Wednesday|to leave by June}."])
def test_what_is_told_behind_a_lead_of_one_past_day_was_said_on_it(lead: str) -> None:
    assert dates(lead + BODY, opening=TITLE)[1] == ("2021-03-17", "carried")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LEAD.replace("Wednesday", "Thursday") + BODY, id="today"),
        pytest.param(
            LEAD.replace("in Ashby", "after a fire in Ashby") + OF_ANOTHER, id="what befell"
        ),
        pytest.param(
            "{Orrin Vance|differed|from Ada Moss}, who won on Wednesday." + BODY,
            id="of a clause of its own",
        ),
        pytest.param(LEAD + "\n\nThe wall broke in May." + OF_ANOTHER, id="another time"),
        pytest.param("The town voted on Wednesday. {Ada Moss|said|no}." + BODY, id="a deed"),
    ],
)
def test_a_lead_that_tells_no_one_past_day_of_what_follows_dates_nothing(text: str) -> None:
    assert dates(text, opening=TITLE)[1] == NOT_DATED


def test_a_lead_stands_behind_its_decks() -> None:
    decks = TITLE + "Mayor is critical.\n\nRepairs are late again.\n\n"
    assert dates(LEAD + BODY, opening=decks)[1] == ("2021-03-17", "carried")


def test_what_was_done_on_the_day_of_a_lead_is_no_occasion() -> None:
    text = "The crew struck on Wednesday night. {Ada Moss|hopes for|talks}." + BODY
    assert NOT_DATED in dates(text, opening=TITLE)


def test_a_column_goes_on_about_no_day() -> None:
    asked = LEAD + "\n\n{I|asked|what it would cost}. {Orrin Vance|said|nothing}."
    assert dates(asked, opening=TITLE)[2] == NOT_DATED


PACKED = "A row over tides\n\nSome 90 neighbours packed the mill on Monday night.\n\n"


def test_who_spoke_at_a_packed_meeting_spoke_on_its_day() -> None:
    body = (
        "They told the crowd that all was well. {Vesna Holm|said|it leaked}.\n\n"
        "{Orrin Vale|urged|to mend it}, and told members so twice.\n\n"
        "In an email, {Ada Lund|said|it floats}.\n\n"
    )
    assert dates(body, opening=PACKED) == [ON_MONDAY, ON_MONDAY, NOT_DATED]


def test_a_crowd_that_hears_nobody_is_no_meeting() -> None:
    body = "They came to dance. {Vesna Holm|said|it leaked}.\n\nNobody left early.\n\n"
    assert dates(body, opening=PACKED) == [NOT_DATED]


FILLED = "Gulls came.\n\nIt was cold.\n\n"
ACTED = "Mayor Ada Moss opened the new quay on Monday.\n\n"


def test_who_did_something_on_the_day_of_a_lead_spoke_on_it() -> None:
    body = "{Ada Moss|said|it would last}. {Orrin Vale|said|it would not}.\n\nMoss smiled.\n\n"
    assert dates(body, opening=TITLE + ACTED) == [ON_MONDAY, NOT_DATED]
    told = "In a short speech, {Ada Moss|thanked|the crew}.\n\nIt had rained in May.\n\n"
    later = "The bridge reopens on Friday, it will be painted then. {Ada Moss|said|so}.\n\n"
    assert dates(told + later, opening=TITLE + ACTED) == [ON_MONDAY, ON_MONDAY]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ACTED + "The quay shut on Tuesday. {Ada Moss|said|so}.", id="another day"),
        pytest.param(ACTED + FILLED + "{Ada Moss|said|so} to reporters.", id="outside"),
        pytest.param("The Moss cabinet met on Monday.\n\n{Ada Moss|said|so}.", id="not herself"),
        pytest.param("Ada Moss, who won on Monday, is 40.\n\n{Ada Moss|said|so}.", id="aside"),
        pytest.param("A fire hurt Ada Moss on Monday.\n\n{Ada Moss|said|so}.", id="a misfortune"),
        pytest.param("Ada Moss sings on Thursday.\n\n{Ada Moss|said|so}.", id="the same day"),
    ],
)
def test_who_did_nothing_on_the_one_past_day_of_a_lead_did_not_speak_on_it(text: str) -> None:
    assert dates(text + "\n\nIt rained.\n\n", opening=TITLE)[-1] == NOT_DATED


def test_a_statement_right_behind_a_lead_is_of_its_day() -> None:
    text = "{the guild|rejected|the toll} on Wednesday.\n\n"
    issued = "In a statement, {the guild|called|it a tax}. In a letter, {Vesna Holm|agreed|to it}."
    on_wednesday = ("2021-03-17", "carried")
    assert dates(text + issued, opening=TITLE)[1:] == [on_wednesday, on_wednesday]
    assert dates(text + FILLED + issued, opening=TITLE)[1:] == [NOT_DATED, NOT_DATED]


def test_what_is_of_the_one_day_of_a_speaker_is_shared_in_its_sentence() -> None:
    rain = "It rained.\n\n"
    body = "In remarks on Tuesday, {Orrin Vale|called|it a wreck}.\n\n" + 6 * rain
    body += "{Orrin Vale|hoped for|a buyer}, but {Orrin Vale|hinted|at one}.\n\n"
    on_tuesday = ("2021-03-16", "carried")
    opening = TITLE + "The mill has stood on the quay, and the quay on the rock, for longer than"
    opening += " anybody in the town cares to remember.\n\n"
    assert dates(body, opening=opening)[1:] == [on_tuesday, on_tuesday]
