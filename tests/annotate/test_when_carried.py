"""Dates carried over from one statement to the next of the same occasion."""

from __future__ import annotations

import pytest
import spacy

from pipeline.annotate.dating.component import When
from pipeline.records import Quotation, Span

FRIDAY = "2021-03-19"
NLP = spacy.blank("en")


def dates(marked: str, *, title: bool = False, published: str = FRIDAY) -> list[tuple[str, str]]:
    """(date, basis) of each statement of a text, marked as `{source|cue|content}`.

    The three may stand in any order, each named by its letter: `{s:…}`, `{q:…}`, `{c:…}`;
    a statement's marks follow one another, and `/` ends it.
    """
    text = ""
    quotations: list[Quotation] = []
    current: dict[str, list[Span]] = {"s": [], "q": [], "c": []}
    at = 0
    while at < len(marked):
        if marked[at] == "{":
            end = marked.index("}", at)
            role, words = marked[at + 1], marked[at + 3 : end]
            current[role].append((len(text), len(text) + len(words)))
            text += words
            at = end + 1
        elif marked[at] == "/":
            quotations.append(
                Quotation(
                    content=tuple(current["c"]), cue=tuple(current["q"]), source=tuple(current["s"])
                )
            )
            current = {"s": [], "q": [], "c": []}
            at += 1
        else:
            text += marked[at]
            at += 1
    doc = NLP(text)
    component = When()
    doc._.quotations = tuple(quotations)
    doc._.published = published
    doc._.title_end = text.index("\n") if title else 0
    return [(each.said_on.date, each.said_on.basis) for each in component(doc)._.quotations]


def test_the_same_speaker_goes_on() -> None:
    found = dates(
        "{c:“It leaked,”} {s:Orrin} {q:said} on Monday./\n\n{c:“It was old,”} {s:he} {q:said}./"
    )
    assert found == [("2021-03-15", "stated"), ("2021-03-15", "carried")]


def test_a_participle_shares_the_date_of_its_sentence() -> None:
    found = dates("{s:Orrin} {q:said} Monday {c:it leaked}/, {s:}{q:adding} {c:that it was old}.")
    assert found[0] == ("2021-03-15", "stated")
    found = dates(
        "On Monday, {s:Orrin} {q:said} {c:it leaked}/ and {s:Orrin} {q:warned of} {c:more}./"
    )
    assert found == [("2021-03-15", "stated"), ("2021-03-15", "stated")]


def test_who_goes_on_in_a_sentence_with_what_was_said_on_a_day_does_so_from_its_start() -> None:
    said = "{c:“It leaks,”} {s:Orrin} {q:told} the crew on Monday./\n\n"
    found = dates(
        said + "{s:He} {q:would not be drawn on} {c:a price}/ but {s:he} {q:hinted} {c:at one}./"
    )
    assert [each[0] for each in found] == 3 * ["2021-03-15"]
    found = dates(said + "{s:He} {q:has wanted} {c:a price}/ but {s:he} {q:hinted} {c:at one}./")
    assert found[1] == (FRIDAY, "published")


def test_another_speaker_does_not_inherit() -> None:
    found = dates(
        "{c:“It leaked,”} {s:Orrin} {q:said} on Monday./\n\n{c:“It did not,”} {s:Vesna} {q:said}./"
    )
    assert found[1] == (FRIDAY, "published")


def test_a_new_occasion_of_the_same_speaker_does_not_inherit() -> None:
    found = dates(
        "{c:“It leaked,”} {s:Orrin} {q:said} on Monday./\n\n"
        "{c:“It was old,”} {s:Orrin} {q:said} in an interview./"
    )
    assert found[1] == (FRIDAY, "published")


def test_a_standing_position_does_not_inherit() -> None:
    found = dates(
        "{c:“It leaked,”} {s:Orrin} {q:said} on Monday./\n\n{s:He} {q:has long said} {c:so}./"
    )
    assert found[1] == (FRIDAY, "published")


def test_an_occasion_ends_after_some_paragraphs() -> None:
    gap = "\n\nThe harbour was calm."
    found = dates(
        "{c:“It leaked,”} {s:Orrin} {q:said} on Monday./"
        + gap * 5
        + "\n\n{c:“It was old,”} {s:Orrin} {q:said}./"
    )
    assert found[1] == (FRIDAY, "published")


def test_a_scene_that_a_paragraph_opens_dates_what_is_said_in_it() -> None:
    found = dates(
        "On Monday night, the pump stopped. {s:Vesna} {q:asked} {c:whether it leaked}./"
        "\n\n{s:Orrin} {q:said} {c:it did}./"
    )
    assert found == [("2021-03-15", "carried"), (FRIDAY, "published")]


def test_a_headline_and_a_lead_are_dated_by_the_story_they_open() -> None:
    found = dates(
        "{s:Orrin} {q:calls} {c:ferry unsafe}/\n\n"
        "{s:Captain Orrin} {q:criticized} {c:the ferry as unsafe}./\n\n"
        "During the hearing Monday, {s:Orrin} {q:said} {c:it leaked}./",
        title=True,
    )
    assert [date for date, _ in found] == ["2021-03-15"] * 3
    assert [basis for _, basis in found] == ["carried", "carried", "stated"]


def test_the_turns_of_a_transcript_are_one_occasion() -> None:
    found = dates(
        "On Monday’s broadcast, {s:Orrin} {q:said} {c:it leaked}./\n\n"
        "{s:HOST}{q::} {c:Did it leak?}/\n\n{s:ORRIN}{q::} {c:It did.}/"
    )
    assert [date for date, _ in found] == ["2021-03-15"] * 3


def test_what_others_said_before_a_conversation_dates_none_of_its_turns() -> None:
    turns = "{s:HOST}{q::} {c:Did it leak?}/\n\n{s:ORRIN}{q::} {c:It did.}/"
    praised = "{c:“She never sank,”} {s:Clerk Una Reeve} {q:said} at a dinner last month./\n\n"
    assert [date for date, _ in dates(praised + turns)[1:]] == [FRIDAY, FRIDAY]
    told = "{s:Una Reeve} {q:called} {c:her unsinkable} on Monday’s broadcast./\n\n"
    assert [date for date, _ in dates(told + turns)[1:]] == ["2021-03-15", "2021-03-15"]


def test_the_report_told_of_before_keeps_its_date() -> None:
    found = dates(
        "{s:A report} released Monday {q:found} {c:leaks}./\n\nThe harbour was calm.\n\n"
        "{s:The report} {q:says} {c:the ferry is old}./"
    )
    assert found == [("2021-03-15", "stated"), ("2021-03-15", "carried")]


def test_what_was_thought_at_some_time_is_not_when_the_next_thing_was_said() -> None:
    found = dates(
        "{s:Orrin} {q:feared} in 2009 {c:that it would leak}./\n\n"
        "The harbour was calm.\n\n{c:“It leaked,”} {s:Orrin} {q:said}./"
    )
    assert found[1] == (FRIDAY, "published")


MEETING = "On Monday night, the board met.\n\n"


def test_a_meeting_goes_on_in_the_next_paragraph() -> None:
    found = dates(MEETING + "{s:Vesna} {q:asked} {c:whether it leaked}./")
    assert found == [("2021-03-15", "carried")]


def test_what_is_quoted_behind_a_meeting_may_be_said_later() -> None:
    found = dates(MEETING + "{c:“It leaked,”} {s:Vesna} {q:said}./")
    assert found == [(FRIDAY, "published")]


def test_who_speaks_to_the_press_about_a_meeting_does_so_later() -> None:
    found = dates(MEETING + "{s:One official} {q:said} {c:it leaked}./")
    assert found == [(FRIDAY, "published")]


def test_who_spoke_before_a_meeting_is_told_of_does_not_inherit_it() -> None:
    text = "{s:Vesna} {q:said} {c:it leaked}./ " + MEETING + "{s:Vesna} {q:said} {c:it was old}./"
    assert dates(text)[1] == (FRIDAY, "published")


def test_another_time_ends_a_meeting() -> None:
    found = dates(MEETING + "In May it leaked again, {s:Vesna} {q:said} {c:so}./")
    assert found[0] != ("2021-03-15", "carried")


def test_the_occasion_that_opens_a_sentence_is_its_scene() -> None:
    found = dates(
        "At a rally in Halden on Monday, the crowd sang. {s:Vesna} {q:said} {c:it leaked}./"
    )
    assert found == [("2021-03-15", "carried")]


def test_a_year_does_not_go_on() -> None:
    found = dates("In 1938, the mill burned. {s:Vesna} {q:said} {c:it was rebuilt}./")
    assert found == [(FRIDAY, "published")]


def test_what_is_said_in_a_turn_dates_no_other_turn() -> None:
    text = (
        "{s:ORRIN}{q::} {c:Is it mended?}/\n\n"
        "{s:Vesna} {q:said} on Monday {c:it was}./\n\n{s:ORRIN}{q::} {c:Was it?}/"
    )
    assert dates(text)[2] == (FRIDAY, "published")


def test_who_declines_to_comment_does_so_now() -> None:
    text = "{s:Vesna} {q:said} on Monday {c:it leaked}./\n\n{s:Vesna} {q:declined} {c:to comment}./"
    assert dates(text)[1] == (FRIDAY, "published")


def test_what_is_said_at_a_meeting_is_of_the_day_on_which_people_met() -> None:
    found = dates(
        "Residents packed the hall for a public meeting on Monday night.\n\n"
        "{s:Clerk Una Reeve} {q:said} {c:the noise was bad}./ {c:“We cannot sleep,”} {s:she} "
        "{q:said}./\n\n{c:“My well is dry,”} {s:farmer Gil Stott} {q:said}./"
    )
    assert found == [("2021-03-15", "carried")] * 3


def test_what_is_told_to_reporters_behind_a_hearing_is_of_no_such_day() -> None:
    found = dates(
        "Tilly appeared at a hearing on Monday.\n\n"
        "{c:“He is sorry,”} {s:his mother} {q:said} outside./"
    )
    assert found == [("2021-03-19", "published")]


def test_a_meeting_that_is_ahead_or_told_of_dates_nothing() -> None:
    assert dates(
        "The board will vote at a meeting on Monday.\n\n{s:Una Reeve} {q:said} {c:it was time}./"
    ) == [("2021-03-19", "published")]
    found = dates(
        "{s:Orrin} {q:said} {c:she was at a meeting on Monday}./\n\n{s:Una} {q:said} {c:no}./"
    )
    assert found == [("2021-03-19", "published")] * 2


def test_a_year_is_not_carried_over_another_time() -> None:
    found = dates(
        "In 2015 {s:Orrin} {q:said} {c:the quay would last}./ She will speak on Friday. "
        "{s:Orrin} {q:said} {c:it would not}./"
    )
    assert found == [("2015", "stated"), ("2021-03-19", "published")]


def test_a_lead_is_not_of_the_month_in_which_its_speaker_said_something_else() -> None:
    found = dates(
        "{s:Orrin} {q:said} {c:it was painful}./\n\nIn February {s:Orrin} {q:insisted} "
        "{c:all was well}./"
    )
    assert found[0] == ("2021-03-19", "published")


def test_a_meeting_goes_on_though_a_month_is_told() -> None:
    found = dates(
        "The council agreed to close it after a meeting on Tuesday night.\n\n"
        "Members voted to shut it in September.\n\n{s:Joan Tresco} {q:said} {c:it was sad}./"
    )
    assert found == [("2021-03-16", "carried")]


def test_a_lawsuit_is_not_of_the_day_of_a_letter() -> None:
    text = (
        "{s:A letter from the harbour} {q:said} {c:in January 2019 that the gate was old}/.\n\n"
        "The gate broke.\n\n{s:The lawsuit} {q:said} {c:nobody had looked}/."
    )
    assert dates(text)[1] == (FRIDAY, "published")


def test_what_a_court_heard_on_a_day_was_said_to_it_on_that_day() -> None:
    found = dates(
        "{s:Orrin} {q:told} {c:police it leaked}/, Harbour Crown Court heard on Monday.\n\n"
        "{c:“It was old,”} {s:Vesna} {q:told} the court./\n\n"
        "{c:“It was new,”} {s:Tadeusz} {q:told} reporters outside./"
    )
    assert found[1] == ("2021-03-15", "carried")
    assert found[2] == (FRIDAY, "published")


def test_a_relative_clause_has_a_time_of_its_own() -> None:
    found = dates(
        "The captain, {s:who} last year {q:called} {c:it a wreck}/, {q:said} {c:it sank}./"
    )
    assert found[1] == (FRIDAY, "published")


def test_a_relative_clause_about_the_past_begins_no_occasion():
    found = dates(
        "Orrin, {s:who} last year {q:called} {c:it a wreck}/, rowed home. "
        "{s:He} {q:said} {c:it sank}./"
    )
    assert found == [("2020", "stated"), (FRIDAY, "published")]


def test_the_day_of_a_hearing_may_stand_behind_other_times():
    found = dates(
        "{s:Orrin} {q:told} {c:police it leaked} in May 2019 and last June/, Harbour Crown Court "
        "heard on Monday.\n\n{c:“It was old,”} {s:Vesna} {q:told} the court./"
    )
    assert found[1] == ("2021-03-15", "carried")


def test_with_whom_somebody_spoke_dates_nothing() -> None:
    found = dates(
        "Orrin spoke with Vesna on Sunday about the mill.\n\n{c:“It sank,”} {s:Orrin} {q:said}./"
    )
    assert found == [(FRIDAY, "published")]


def test_what_others_say_was_not_said_at_a_briefing() -> None:
    found = dates(
        "At a briefing on Thursday {s:Orrin} {q:said} {c:it leaked}./\n\n"
        "{s:Vesna} {q:said} {c:it did not}./"
    )
    assert found == [("2021-03-18", "stated"), (FRIDAY, "published")]


def test_a_hearing_goes_on_while_what_came_before_is_told() -> None:
    found = dates(
        "An inquest opened at the court on Thursday.\n\nVesna left home on 3 March.\n\n"
        "{c:“She was calm,”} {s:Orrin} {q:said}./"
    )
    assert found == [("2021-03-18", "carried")]


def test_what_a_council_decided_on_a_day_was_debated_on_it() -> None:
    found = dates(
        "The plans were approved by Port Council on Tuesday night.\n\n"
        "{c:“It is the wrong place,”} {s:Vesna} {q:told} the meeting./"
    )
    assert found == [("2021-03-16", "carried")]


def test_a_later_speech_does_not_date_an_answer_to_something_newer() -> None:
    found = dates(
        "Mill\n\n{s:Orrin} {q:said} on Wednesday {c:it was safe}./ {s:Vesna} {q:called} "
        "{c:that “absurd”}./\n\n{s:Vesna} {q:said} in a speech on Tuesday {c:it leaked}./",
        title=True,
    )
    assert found[1] == (FRIDAY, "published")


def test_a_letter_that_others_signed_has_no_date_of_what_came_after_it() -> None:
    found = dates(
        "{s:Orrin} {q:said} on Wednesday {c:it was safe}, a day after Vesna signed a letter./\n\n"
        "{s:The letter} {q:says} {c:“It leaks.”}/"
    )
    assert found[1] == (FRIDAY, "published")


def test_a_clause_behind_a_dash_has_its_own_time() -> None:
    found = dates(
        "The mill was summoned on Monday over a leak — {s:Orrin} {q:claims} {c:it sank}./"
    )
    assert found == [(FRIDAY, "published")]


def test_a_column_of_some_year_does_not_date_what_its_author_says_now() -> None:
    found = dates(
        "{s:Orrin, who told of it in a 2018 column,} {q:said} {c:it leaked}./ "
        "{s:He} {q:wrote} then: {c:“It leaks.”}/"
    )
    assert found == [(FRIDAY, "published"), ("2018", "stated")]


def test_a_speaker_who_did_something_later_no_longer_speaks_on_the_earlier_day() -> None:
    found = dates(
        "{s:Orrin} {q:said} on Monday {c:it leaked}./\n\nOrrin flew home on Wednesday.\n\n"
        "{c:“It sank,”} {s:Orrin} {q:said}./"
    )
    assert found[1] == (FRIDAY, "published")


def test_what_somebody_refers_to_dates_nothing() -> None:
    found = dates("{c:“It sank,”} {s:Orrin} {q:said}, referring to the flood in 2004./")
    assert found == [(FRIDAY, "published")]


def test_a_council_that_voted_on_a_day_was_told_things_on_it() -> None:
    found = dates(
        "The Bay Council voted 5-2 Tuesday to wait.\n\n{s:Orrin} {q:said} {c:it was late}/.\n\n"
        "{c:“It is wet,”} {s:Brooks} {q:said}/."
    )
    assert found == [("2021-03-16", "carried")] * 2


@pytest.mark.parametrize(
    "told", ["{s:His office} {q:said} {c:“no”}", "{s:Letters} {q:show} {c:no}"]
)
def test_an_office_and_a_present_tense_are_of_no_meeting(told: str) -> None:
    opening = "{c:“It leaked,”} {s:Orrin} {q:told} a meeting on Monday./"
    assert dates(f"{opening}\n\n{told}./")[1] == (FRIDAY, "published")


def test_who_speaks_on_her_part_speaks_at_the_same_occasion() -> None:
    opening = "On Monday, {s:Orrin} {q:said} {c:“it leaked”}./\n\n"
    told = "{s:Vesna}, on her part, {q:denied} {c:that it leaked}./"
    assert dates(opening + told)[1] == ("2021-03-15", "carried")
    assert dates(opening + told.replace(", on her part,", ""))[1] == (FRIDAY, "published")


def test_what_the_author_is_told_is_of_no_scene() -> None:
    told = "Last month {s:Orrin} {q:promised} {c:a boat}./ {s:I} {q:am told} {c:it leaks}./"
    assert dates(told)[1] == (FRIDAY, "published")


@pytest.mark.parametrize(
    "line",
    ["___.", "* * *", "———", "---", "4:30 p.m.", "9.15am", "12 p.m. EST:", "14:30", "14.30 GMT"],
)
def test_nothing_is_carried_from_one_report_of_a_live_file_to_the_next(line: str) -> None:
    found = dates(
        "On Monday, {s:Orrin} {q:said} {c:it leaked}./\n\n"
        f"{line}\n\n{{c:“It sank,”}} {{s:Orrin}} {{q:tweeted}}./\n\n{{s:Vesna}} {{q:agreed}}./"
    )
    assert found == [("2021-03-15", "stated"), (FRIDAY, "published"), (FRIDAY, "published")]


@pytest.mark.parametrize("line", ["5 pumps", "45", "3.50"])
def test_a_short_line_of_another_kind_parts_no_reports(line: str) -> None:
    found = dates(
        f"{{s:Orrin}} {{q:said}} on Monday {{c:it leaked}}./\n\n{line}\n\n"
        "{c:“It sank,”} {s:Orrin} {q:said}./"
    )
    assert found[1] == ("2021-03-15", "carried")


def test_what_somebody_said_back_then_is_an_aside() -> None:
    found = dates(
        "{s:Orrin} {q:said} on Thursday {c:it leaked}./\n\nIn June {s:he} {q:called for} "
        "{c:a pump}./ {c:“It sinks,”} {s:he} {q:told} the Quay Herald then./\n\n"
        "{c:“It is late,”} {s:Orrin} {q:said}./"
    )
    assert found[2:] == [("2020-06", "stated"), ("2021-03-18", "carried")]


@pytest.mark.parametrize(
    "told",
    [
        "{s:Orrin} {q:continues his praise of} {c:the mill}",
        "{s:Orrin} will be unable to stand up and {q:accuse} {c:the mill}",
    ],
)
def test_the_present_is_of_no_day_told_before(told: str) -> None:
    found = dates(f"{{s:Orrin}} {{q:said}} on Monday {{c:it leaked}}./ {told}./")
    assert found[1] == (FRIDAY, "published")


def test_what_a_speech_was_used_to_do_was_done_in_it() -> None:
    found = dates(
        "{s:Orrin} {q:said} on Monday {c:it leaked}./ {s:He} used the speech to {q:blame} "
        "{c:the mill}./"
    )
    assert found[1] == ("2021-03-15", "carried")


@pytest.mark.parametrize(
    "told",
    [
        "{s:It} {q:says} {c:the mill leaks}",
        "{s:The letter} {q:said} {c:“it leaks”}",
        "{s:Mayor Orrin} {q:said in the letter} {c:that it leaks}",
        "In its letter, {s:the town} {q:called} {c:the mill a wreck}",
    ],
)
def test_what_is_quoted_from_a_letter_has_the_day_on_which_it_was_sent(told: str) -> None:
    sent = "The town sent a stern letter to the mill Wednesday. "
    assert dates(f"{sent}{told}./") == [("2021-03-17", "carried")]
    assert dates(f"On Wednesday, the town sent a letter. {told}./") == [("2021-03-17", "carried")]


@pytest.mark.parametrize(
    "told",
    [
        "{s:The report} {q:said} {c:“it leaks”}",
        "{s:The letter’s author} {q:said} on Thursday {c:“it leaks”}",
        "The mill stood empty. {s:It} {q:said} {c:it was sold}",
    ],
)
def test_what_is_of_no_letter_has_not_the_day_of_one(told: str) -> None:
    found = dates(f"The town sent a stern letter to the mill Wednesday. {told}./")
    assert found[0][0] != "2021-03-17"


def test_who_wrote_something_right_behind_a_letter_wrote_it_in_the_letter() -> None:
    sent = "The crew sent the mayor a letter on Monday.\n\n"
    assert dates(sent + "{c:“It leaks,”} {s:they} {q:wrote}./") == [("2021-03-15", "carried")]
    for other in (
        "{c:“It leaks,”} {s:Vesna Holm} {q:wrote}./",
        "{c:“It leaks,”} {s:they} {q:wrote} on Facebook./",
        "It rained. It poured. {c:“It leaks,”} {s:they} {q:wrote}./",
    ):
        assert dates(sent + other) == [(FRIDAY, "published")]


def test_a_letter_that_will_be_sent_dates_nothing() -> None:
    found = dates("The town will send a letter on Wednesday. {s:It} {q:says} {c:it leaks}./")
    assert found == [(FRIDAY, "published")]


def test_a_ruling_is_quoted_with_its_day() -> None:
    opening = "The High Court ruled Wednesday against the mill.\n\nIt stands on the quay.\n\n"
    assert dates(f"{opening}{{c:“It leaks,”}} {{q:said}} {{s:the ruling}}./") == [
        ("2021-03-17", "carried")
    ]


def test_what_an_author_says_now_is_not_of_the_year_of_the_book() -> None:
    opening = "In his 2002 book, {s:Orrin} {q:advised} {c:thrift}./ {c:“I save,”} {s:he} "
    assert dates(f"{opening}{{q:said}}./")[1] == (FRIDAY, "published")
    assert dates(f"{opening}{{q:wrote}}./")[1] == ("2002", "carried")


def test_what_is_added_later_is_of_the_same_occasion() -> None:
    found = dates("{s:Orrin} {q:said} Monday {c:it leaked}/, {s:}{q:adding later}, {c:“It sank.”}/")
    assert [date for date, _ in found] == ["2021-03-15"] * 2


def test_an_event_of_some_month_is_not_the_one_that_the_article_is_about() -> None:
    found = dates(
        "Brooks left the room at a debate in August.\n\n"
        "At the debate, nobody smiled. {s:He} {q:mocked} {c:the mill}./"
    )
    assert found == [(FRIDAY, "published")]


def test_a_month_is_not_carried_over_another_time() -> None:
    found = dates(
        "In January {s:Orrin} {q:said} {c:the quay would last}./\n\n"
        "It sank on Monday.\n\n{s:Orrin} {q:said} {c:it would not}./"
    )
    assert found == [("2021-01", "stated"), (FRIDAY, "published")]


@pytest.mark.parametrize(
    "told",
    [
        "{s:A neighbour} {q:called} {c:it a wreck}.",
        "{s:Vesna Holm of the Herald} {q:called} {c:it a wreck}.",
    ],
)
def test_who_is_introduced_later_is_of_no_scene(told: str) -> None:
    scene = "On Monday Brooks met the crew at the quay. It rained."
    she = "{s:She} {q:called} {c:it a wreck}."
    for apart in (" ", "\n\n"):
        assert dates(f"{scene}{apart}{told}/") == [(FRIDAY, "published")]
        assert dates(f"{scene}{apart}{she}/") == [("2021-03-15", "carried")]


def test_where_nobody_meets_or_speaks_a_scene_ends_with_its_second_sentence() -> None:
    told = "{s:She} {q:called} {c:it a wreck}./"
    assert dates(f"On Monday the mill burned. {told}") == [("2021-03-15", "carried")]
    assert dates(f"On Monday the mill burned. It rained. {told}") == [(FRIDAY, "published")]


def test_according_to_whom_something_happened_has_no_day_of_its_own() -> None:
    found = dates(
        "On Monday thousands marched. {c:It was loud}, {q:according to} {s:the organisers}./"
    )
    assert found == [(FRIDAY, "published")]


@pytest.mark.parametrize(
    ("issued", "said"),
    [
        (
            "A federal court on Tuesday overturned the rule.",
            "{c:“It leaks,”} {q:said} {s:the ruling}",
        ),
        (
            "A judge late Tuesday blocked the rule.",
            "{s:Orrin} {q:said in the ruling} {c:it leaked}",
        ),
        ("The port on Tuesday released a report.", "{s:The report} {q:said} {c:it leaked}"),
    ],
)
def test_a_day_stands_between_a_body_and_what_it_did(issued: str, said: str) -> None:
    assert dates(f"{issued} It was long.\n\n{said}./") == [("2021-03-16", "carried")]


def test_a_decision_is_not_of_the_day_that_somebody_calls_today() -> None:
    text = (
        "{s:Orrin} {q:said} {c:no} in the decision./\n\n"
        "{c:“Today’s decision hurts,”} {q:said} {s:Lund}./"
    )
    assert dates(text)[0][1] == "published"


def test_what_is_said_at_length_belongs_to_the_scene_in_front_of_it() -> None:
    text = "On Wednesday Orrin was back. {c:“I am a lockman. I lock.”} {s:He} {q:said}./"
    assert dates(text) == [("2021-03-17", "carried")]


def test_minutes_later_is_no_time_in_a_month_that_was_remembered() -> None:
    text = (
        "Orrin, who led a march in January, spoke to me. The mill was cold.\n\n"
        "A few minutes later, {s:Orrin} {q:said} {c:it leaked}./"
    )
    assert dates(text) == [("2021-03-19", "published")]


def test_the_day_of_a_book_is_not_that_of_the_talk_about_it() -> None:
    text = (
        "In a memoir published Tuesday, {s:Orrin} {q:tells of} {c:the mill}./\n\n"
        "{s:Q}{q::} {c:Did it leak?}/\n\n{s:A}{q::} {c:It did.}/"
    )
    assert [date for date, _ in dates(text)] == ["2021-03-16", "2021-03-19", "2021-03-19"]


def test_without_publication_date_the_words_of_an_occasion_are_carried() -> None:
    text = (
        "{c:“It leaked,”} {s:Orrin} {q:told} the council on Monday./\n\n"
        "{c:“It was old,”} {s:he} {q:said}./\n\n{s:Vesna Holm} {q:disagreed} {c:}./"
    )
    assert dates(text, published="") == [("", "stated"), ("", "carried"), ("", "")]


def test_in_her_speech_is_the_speech_told_before() -> None:
    rain = "It rained.\n\n"
    found = dates(
        f"{{s:Vesna}} {{q:said}} on Monday {{c:it sails}}./\n\n{5 * rain}"
        "In her speech, {s:Vesna} {q:urged} {c:repairs}./"
    )
    assert found[1] == ("2021-03-15", "carried")


@pytest.mark.parametrize("channel", ["Twitter", "X", "Bluesky", "CNN", "the BBC", "Sky News"])
def test_what_is_said_to_all_is_said_on_an_occasion_of_its_own(channel: str) -> None:
    found = dates(
        "{c:“It leaked,”} {s:Orrin} {q:said} on Monday./ "
        f"{{s:Orrin}} {{q:said}} on {channel} {{c:that it sank}}./"
    )
    assert found[1] == (FRIDAY, "published")


def test_an_x_ray_is_no_occasion() -> None:
    found = dates(
        "{c:“It leaked,”} {s:Orrin} {q:said} on Monday./ "
        "{s:Orrin} {q:said} on X-ray evidence {c:that it sank}./"
    )
    assert found[1] == ("2021-03-15", "carried")


def test_what_had_been_said_before_begins_no_occasion() -> None:
    found = dates(
        "On Monday, {s:Orrin} {q:said} {c:it leaked}/. "
        "On Sunday {s:he} {q:had said} {c:it sailed}/."
        "\n\n{c:“It moves,”} {s:Orrin} {q:said}./"
    )
    assert found[1:] == [("2021-03-14", "stated"), ("2021-03-15", "carried")]
    found = dates(
        "On Sunday {s:Orrin} {q:had said} {c:it sailed}/.\n\n{c:“It moves,”} {s:Orrin} {q:said}./"
    )
    assert found[1] == (FRIDAY, "published")
    found = dates("On Sunday {s:Orrin} {q:had told} {c:all}/. {c:“It moves,”} {s:Orrin} {q:said}./")
    assert found[1] == ("2021-03-14", "carried")


def test_the_next_day_counts_from_the_saying_not_from_what_is_said() -> None:
    found = dates(
        "{s:Orrin} {q:said} on Monday {c:that it sank on March 2}/. "
        "{s:Vesna} {q:denied} {c:that} the next day./"
    )
    assert found[1] == ("2021-03-16", "stated")


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("When I met Orrin in Tolland in February, he was ill.", "2021-02"),
        ("Orrin was asked three times on Sunday whether it leaked.", "2021-03-14"),
    ],
)
def test_when_somebody_was_met_or_asked_dates_what_is_quoted(told: str, date: str) -> None:
    assert dates(f"{told} {{c:“It did,”}} {{s:he}} {{q:said}}./") == [(date, "carried")]


def test_afterwards_is_the_day_that_was_told_before() -> None:
    found = dates("The jury freed her on Monday. {c:“I prayed,”} {s:she} {q:said} afterwards./")
    assert found == [("2021-03-15", "stated")]


def test_who_replies_does_so_at_the_same_occasion() -> None:
    said = "At the debate on Monday, {s:Orrin} {q:said} {c:it leaked}/. "
    assert dates(f"{said}{{s:Vesna}} {{q:replied}} {{c:that it sailed}}./")[1] == (
        "2021-03-15",
        "carried",
    )
    later = "It rained. It poured. {s:Vesna} {q:replied} {c:that it sailed}./"
    assert dates(f"On Monday, {{s:Orrin}} {{q:said}} {{c:it leaked}}/. {later}")[1] == (
        FRIDAY,
        "published",
    )


def test_what_somebody_does_on_a_later_day_ends_an_occasion() -> None:
    found = dates(
        "On Monday, {s:Orrin} {q:said} {c:it sailed}/. On Thursday he sold it.\n\n"
        "{c:“I was wrong,”} {s:Orrin} {q:said}./"
    )
    assert found[1] == (FRIDAY, "published")


def test_the_day_in_front_of_a_paragraph_is_that_of_all_it_tells() -> None:
    found = dates(
        "It began in May.\n\nMarch 4: The board meets. {c:“It sails,”} {s:Orrin} {q:says}./\n\n"
        "{c:“It sank,”} {s:Orrin} {q:says}./"
    )
    assert found == [("2021-03-04", "carried"), (FRIDAY, "published")]


def test_no_lead_is_of_a_day_long_ago() -> None:
    found = dates("{s:Orrin} {q:said} {c:it sailed}./\n\n{s:He} {q:told} them so on January 3./")
    assert found[0] == (FRIDAY, "published")


@pytest.mark.parametrize("cue", ["answer was", "response was"])
def test_an_answer_is_of_the_occasion_though_it_is_owned(cue: str) -> None:
    found = dates(
        "{s:Orrin’s} {q:question was} on Monday {c:whether it leaked}./\n\n"
        f"{{s:Orrin’s}} {{q:{cue}}} {{c:that it was old}}./"
    )
    assert found[1] == ("2021-03-15", "carried")


def test_since_somebody_announced_it_is_of_no_occasion() -> None:
    found = dates(
        "{c:“It leaked,”} {s:Orrin} {q:said} on Monday./\n\n"
        "It had sailed twice since {s:Orrin} {q:announced} {c:the line}./"
    )
    assert found[1] == (FRIDAY, "published")


def test_a_documentary_is_another_occasion() -> None:
    found = dates(
        "{c:“It leaked,”} {s:Orrin} {q:said} on Monday./\n\n"
        "{c:“It is like new,”} {s:Orrin} {q:said} in a documentary./"
    )
    assert found[1] == (FRIDAY, "published")


def test_a_forum_of_another_day_that_names_the_speaker_is_where_it_was_said() -> None:
    found = dates(
        "At a rally on Thursday, {s:Orrin} {q:promised} {c:repairs}./\n\n"
        "A day earlier, at a forum in Tolland, Orrin met his critics.\n\n"
        "{c:“Anyone been there?”} {s:he} {q:asked}./"
    )
    assert found == [("2021-03-18", "stated"), ("2021-03-17", "carried")]


def test_an_interview_is_gone_back_to_by_who_asked() -> None:
    found = dates(
        "On Thursday, {s:Orrin} {q:told} Vesna Holm of Port Wire {c:that it sails}./\n\n"
        "Orrin was less sure when interviewed on Wednesday by the Tolland Herald.\n\n"
        "{c:“Who knows?”} {s:he} {q:asked} the paper./\n\n"
        "{c:“It sails,”} {s:Orrin} {q:told} Vesna Holm./\n\n"
        "In his interview with the Tolland Herald, {s:Orrin} {q:said} {c:it was old}./"
    )
    thursday, wednesday = ("2021-03-18", "carried"), ("2021-03-17", "carried")
    assert found[1:] == [wednesday, thursday, wednesday]


def test_an_editorial_of_a_day_dates_what_is_quoted_from_it() -> None:
    found = dates(
        "The editors aimed their Wednesday editorial at Orrin.\n\n"
        "{c:“He should go,”} {s:the editorial} {q:read}./"
    )
    assert found == [("2021-03-17", "carried")]


def test_a_time_that_a_source_has_swallowed_dates_what_is_said() -> None:
    found = dates(
        "{s:An aide} {q:said} Thursday {c:so}./ It came after {s:Mayor Orrin earlier in the day} "
        "{q:touted} {c:progress}./"
    )
    assert found[1] == ("2021-03-18", "stated")


def test_a_time_in_a_clause_of_the_source_dates_nothing() -> None:
    found = dates("{s:The draft that they will read on Monday} {q:speaks of} {c:repairs}./")
    assert found == [(FRIDAY, "published")]


def test_a_headline_has_the_day_that_the_story_tells_of_its_speaker() -> None:
    rain = "It rained.\n\n"
    found = dates(
        f"{{s:Orrin}} {{q:promises}} {{c:repairs}}/\n\n{8 * rain}"
        "{s:Orrin} {q:said} on Thursday {c:it leaked}./",
        title=True,
    )
    assert found[0] == ("2021-03-18", "carried")


def test_one_of_several_interviews_is_of_their_day() -> None:
    found = dates(
        "In television interviews on Wednesday, {s:Orrin} {q:dismissed} {c:the report}./\n\n"
        "{c:“It floats,”} {s:he} {q:said} on MSNBC./ {c:“It does,”} {s:he} {q:added}./"
    )
    assert found[1:] == [("2021-03-17", "carried")] * 2
    assert dates(
        "In a letter on Wednesday, {s:Orrin} {q:dismissed} {c:the report}./\n\n"
        "{c:“It floats,”} {s:he} {q:said} on MSNBC./"
    )[1] == (FRIDAY, "published")


def test_the_day_of_a_show_that_a_content_has_swallowed_dates_what_is_said_on_it() -> None:
    found = dates(
        "{s:Orrin} {q:slammed} {c:the crew for its idleness on Monday’s edition of his show}./\n\n"
        "{s:He} {q:said} {c:they slept}./"
    )
    assert found == [("2021-03-15", "stated"), ("2021-03-15", "carried")]
    quoted = "{s:Orrin} {q:said} {c:“they slept on Monday’s edition of my show”}./"
    assert dates(quoted) == [(FRIDAY, "published")]


@pytest.mark.parametrize(
    "told",
    [
        "Based on what they did that night, {c:“I see no hope,”} {s:Orrin} {q:said}./",
        "During the past year, {s:the crew} {q:say} {c:it has leaked}./",
    ],
)
def test_a_time_of_which_is_spoken_dates_nothing(told: str) -> None:
    assert dates(f"The ferry sank in May.\n\n{told}") == [(FRIDAY, "published")]


def test_what_is_said_to_this_day_has_no_day_of_the_clause_before() -> None:
    found = dates(
        "{s:Orrin} {q:told} them on Monday {c:that it sails}/, but {s:the crew} {q:say} "
        "{c:it leaks}./"
    )
    assert found == [("2021-03-15", "stated"), (FRIDAY, "published")]


def test_the_day_at_the_end_of_saying_nothing_dates_it() -> None:
    assert dates("{s:Orrin} {q:declined} {c:to comment further on Tuesday}./")[0][0] == "2021-03-16"


def test_a_tribute_is_paid_in_words() -> None:
    found = dates("Orrin paid tribute on Monday. {c:“He taught us,”} {s:Orrin} {q:said}./")
    assert found == [("2021-03-15", "carried")]


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        ("On the night of Feb. 9, 2011, Orrin sent a message to the crew.", "2011-02-09"),
        ("One grey morning in January, Orrin stood on the quay. It leaked.", "2021-01"),
    ],
)
def test_a_day_told_of_dates_what_is_said_next(opening: str, date: str) -> None:
    assert dates(f"{opening} {{c:“Hear that?”}} {{s:he}} {{q:said}}./") == [(date, "carried")]


def test_a_report_is_of_the_day_on_which_it_was_reported() -> None:
    found = dates(
        "{s:The Herald} {q:reported} in February {c:that funds were lost}./ In that report, "
        "{s:a treasurer} {q:said} {c:he read of it in the papers}./"
    )
    assert found[1] == ("2021-02", "carried")
    data = dates(
        "{s:The Herald} {q:reported} in February {c:that funds were lost}./\n\n"
        "{q:According to} {s:the data}, {c:most were}./"
    )
    assert data[1] == (FRIDAY, "published")


def test_a_report_of_a_year_is_of_that_year_for_some_sentences() -> None:
    text = (
        "The claim rests on a 2011 report by the guild.{} {s:The report} {q:said} {c:it leaked}./"
    )
    assert dates(text.replace("{}", "", 1)) == [("2011", "carried")]
    far = text.replace("{}", " It is thick. It is blue. It is long.", 1)
    assert dates(far) == [(FRIDAY, "published")]


def test_at_the_time_of_an_interview_is_no_aside() -> None:
    found = dates(
        "{s:Orrin} {q:said} on Monday {c:he sails}./\n\nIn a June 2015 interview, {s:Orrin} "
        "{q:praised} {c:the crew}./\n\n{c:“It leaks,”} {s:Orrin} {q:said} at the time./\n\n"
        "{s:Orrin} {q:confessed} {c:he was afraid}./\n\n{s:Orrin} {q:added} {c:it was blue}./"
    )
    assert found[2:] == [("2015-06", "stated"), ("2015-06", "carried"), ("2015-06", "carried")]


def test_who_rejects_what_was_said_does_so_at_some_other_time() -> None:
    found = dates(
        "In a statement on Tuesday, {s:the guild} {q:said} {c:it leaked}./ {s:The ministry} "
        "{q:rejected} {c:the claim}./"
    )
    assert found == [("2021-03-16", "stated"), (FRIDAY, "published")]


def test_what_is_said_outside_court_is_not_of_the_day_of_the_evidence() -> None:
    found = dates(
        "{s:Orrin} {q:said} in evidence on Tuesday {c:it sank}./\n\nOutside court, {s:Orrin} "
        "{q:said} {c:he had waited}./ {c:“I knew,”} {s:he} {q:said}./"
    )
    assert found == [("2021-03-16", "stated"), (FRIDAY, "published"), (FRIDAY, "published")]


def test_what_went_with_an_earlier_act_begins_no_occasion() -> None:
    found = dates(
        "{s:Orrin} had recommended the sale in December, {q:saying} {c:it leaked}./\n\n"
        "{c:“I am sorry,”} {s:Orrin} {q:told} the crew./"
    )
    assert found[-1] == (FRIDAY, "published")


@pytest.mark.parametrize("source", ["A review by the guild in 2019", "A 2019 assessment"])
def test_what_a_review_of_a_year_found_is_of_that_year(source: str) -> None:
    assert dates(f"{{s:{source}}} {{q:found}} {{c:it leaked}}./") == [("2019", "stated")]


def test_a_year_of_what_is_told_dates_no_statement() -> None:
    text = (
        "{s:Orrin} {q:told} the Herald {c:that all is weighed}./ "
        "{c:In 2014}, {s:he} {q:said}, {c:it was not}./"
    )
    assert dates(text)[1] == (FRIDAY, "published")


def test_what_the_author_is_told_is_of_no_year_before() -> None:
    text = (
        "In 1971 {s:Orrin} {q:wrote} {c:that it was flat}./\n\n"
        "{s:Orrin} {q:told} me {c:that it rang}./"
    )
    assert dates(text) == [("1971", "stated"), (FRIDAY, "published")]


def test_days_after_what_was_said_count_back_from_what_happens_now() -> None:
    text = "The mill is closing, just five days after {s:it} {q:told} its crew {c:to stay}./"
    assert dates(text) == [("2021-03-14", "stated")]
    text = "The mill closed on Monday, days after {s:it} {q:told} its crew {c:to stay}./"
    assert dates(text) == [(FRIDAY, "published")]
    text = "The mill is closing, some days after {s:it} {q:told} its crew {c:to stay}./"
    assert dates(text) == [(FRIDAY, "published")]


def test_what_is_said_today_is_not_of_the_days_before_it() -> None:
    text = (
        "{s:Mill} {q:says} {c:it will stay open}./\n\n"
        "{s:The mill} {q:has said} {c:it stays}/ five days after {s:it} {q:told} all {c:to go}./"
    )
    assert [each[0] for each in dates(text, title=True)] == [FRIDAY, FRIDAY, "2021-03-14"]


def test_a_day_behind_what_is_ahead_is_no_scene() -> None:
    text = (
        "{s:Orrin} {q:announced} {c:that the crew would skip the board meeting} on Wednesday./\n\n"
        "{c:“It leaks,”} {s:he} {q:said}./"
    )
    assert dates(text) == [(FRIDAY, "published"), (FRIDAY, "published")]
    met = "{s:Orrin} {q:told} {c:that the crew skipped} the board meeting on Wednesday./"
    assert dates(met) == [("2021-03-17", "stated")]


def test_a_day_is_parted_from_who_speaks_by_what_happened_on_it() -> None:
    found = dates(
        "On a call with the crew on Tuesday, when {s:the firm} {q:reported} {c:a loss}/, {s:she}"
        " {q:refused} {c:to name the buyer}/. {c:“I sell boats,”} {s:she} {q:said}./"
    )
    assert found[1:] == [("2021-03-16", "stated"), ("2021-03-16", "carried")]


def test_a_deposition_is_of_whoever_gives_it_alone() -> None:
    found = dates(
        "In a deposition taken in January 2021, {s:Orrin} {q:testified} {c:that it leaked}/.\n\n"
        "{s:Vesna Holm} {q:read} {c:the papers}/. {s:She} {q:said} {c:that she would sue}./"
    )
    assert found[0] == ("2021-01", "stated")
    assert found[2] == (FRIDAY, "published")
