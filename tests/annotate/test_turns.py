"""Interviews and transcripts: each turn is one statement of whom its label names."""

from __future__ import annotations

import pytest

from pipeline.annotate.quotations.completion import complete
from pipeline.annotate.quotations.turns import turns
from pipeline.annotate.speakers.component import Speakers
from pipeline.annotate.text.marks import paragraphs
from pipeline.annotate.text.turn_labels import question_or_answer
from pipeline.records import Quotation
from tests.annotate.marked_article import article, names_of, speakers_of
from tests.annotate.test_completion import completed, found

INTERVIEW = (
    "Abe Stone met the architect Ada Brooks.\n\n"
    "Abe Stone: Will it hold?\n\n"
    "AB: It held in 1987.\n\n"
    "We raised the wall after that.\n\n"
    "AS: And now?\n\n"
    "AB: The harbour master said it would hold."
)


def labels(text: str) -> list[str]:
    return [text[slice(*turn.label)] for turn in turns(text, paragraphs(text))]


def test_labels_that_take_turns_are_a_conversation():
    assert labels(INTERVIEW) == ["Abe Stone", "AB", "AS", "AB"]


def test_labels_of_a_programme_are_none():
    text = (
        "Date: Monday\n\nPlace: Harbour Hall\n\nTickets: none left\n\nDate: Friday\n\nPlace: Quay"
    )
    assert labels(text) == []


def test_a_list_under_one_repeated_label_is_none():
    assert labels("Note: one.\n\nNote: two.\n\nNote: three.\n\nNote: four.\n\nNote: five.") == []


def test_a_turn_takes_all_that_is_said_and_the_paragraph_that_goes_on():
    rows = completed(INTERVIEW)
    assert rows[0] == ("Abe Stone", ":", "Will it hold?")
    assert rows[1] == ("AB", ":", "It held in 1987. | We raised the wall after that.")
    assert [kind.kind for kind in complete(INTERVIEW, ())[:4]] == ["direct"] * 4


def test_what_the_model_found_of_a_turn_becomes_the_turn():
    half = found(INTERVIEW, "in 1987", ":", "AB")
    shifted = Quotation(
        half.content, ((INTERVIEW.index("AB:") + 2, INTERVIEW.index("AB:") + 3),), half.source
    )
    rows = completed(INTERVIEW, shifted)
    assert ("AB", ":", "It held in 1987. | We raised the wall after that.") in rows


def test_who_is_quoted_in_a_turn_stands_inside_it():
    quotations = complete(INTERVIEW, ())
    inner = [q for q in quotations if q.nested_in is not None]
    assert [INTERVIEW[slice(*q.source[0])] for q in inner] == ["The harbour master"]


NUMBERED = (
    "The mill owner Ada Brooks answered our questions.\n\n"
    "{Q}1: Thank you for your time. Why a mill?\n\n"
    "{A}1: Nobody else wanted it.\n\n"
    'The mill is called "The Old Lady," after a ship.\n\n'
    "Flour was dear in those days. Bread was dearer.\n\n"
    "A Long Winter\n\n"
    'My father told me, "Never sell the stones," and I kept them.\n\n'
    'She laughs. "I keep everything," she says.\n\n'
    "{Q}2: Would you sell it now?\n\n"
    "{A}2: No."
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [("Q", "A"), ("Q.", "A."), ("Question ", "Answer "), ("QUESTION ", "ANSWER ")],
)
@pytest.mark.parametrize("end", [":", "."])
def test_numbered_questions_and_answers_are_turns(question: str, answer: str, end: str):
    text = NUMBERED.replace("{Q}", question).replace("{A}", answer)
    text = text.replace("1:", f"1{end}").replace("2:", f"2{end}")
    expected = [f"{question}1", f"{answer}1", f"{question}2", f"{answer}2"]
    assert labels(text) == expected
    rows = [q for q in complete(text, ()) if text[slice(*q.source[0])] in expected]
    assert [(text[slice(*q.cue[0])], q.kind) for q in rows] == [(end, "direct")] * 4


def test_an_answer_goes_on_to_the_next_question():
    text = NUMBERED.replace("{Q}", "Q").replace("{A}", "A")
    quotations = [q for q in complete(text, ()) if q.nested_in is None]
    assert [text[start:end] for start, end in quotations[1].content] == [
        "Nobody else wanted it.",
        'The mill is called "The Old Lady," after a ship.',
        "Flour was dear in those days. Bread was dearer.",
        'My father told me, "Never sell the stones," and I kept them.',
    ]


def test_answers_alone_may_be_labelled():
    text = (
        "Abe Stone met the architect Ada Brooks.\n\nWill it hold?\n\nA: It held in 1987.\n\n"
        "We raised the wall after that.\n\nYou did. And now?\n\nA: I think so.\n\n"
        "Who pays?\n\nA: You do."
    )
    assert [row for row in completed(text) if row[1] == ":"] == [
        ("A", ":", "It held in 1987. | We raised the wall after that."),
        ("A", ":", "I think so."),
        ("A", ":", "You do."),
    ]


def test_answers_without_a_question_before_them_are_a_list():
    text = "The quay.\n\nA: Ours.\n\nThe mill.\n\nA: Yours.\n\nThe lock.\n\nA: Mine."
    assert labels(text) == []


def test_a_numbered_list_is_no_conversation():
    text = "A1. The quay.\n\nA2. The mill.\n\nA3. Our lock.\n\nA4. Your bridge."
    assert labels(text) == []


@pytest.mark.parametrize(
    ("label", "meaning"),
    [("Q", "Q"), ("Q12", "Q"), ("Question 3", "Q"), ("A.1", "A"), ("ANSWER", "A"), ("AB", "")],
)
def test_a_label_asks_or_answers(label: str, meaning: str):
    assert question_or_answer(label) == meaning


def test_stage_directions_are_not_said():
    text = "STONE: Yes?\n\nBROOKS: No.\n\n(THEY LAUGH AT US)\n\nSTONE: Why?\n\nBROOKS: We wait."
    assert [content for _, _, content in completed(text)] == ["Yes?", "No.", "Why?", "We wait."]


def test_the_mark_that_opens_before_a_label_is_no_part_of_the_turn():
    text = '"STONE: Yes?"\n\n"BROOKS: No."\n\n"STONE: Why?"\n\n"BROOKS: We wait."'
    assert [content for _, _, content in completed(text)] == ["Yes?", "No.", "Why?", "We wait."]


def test_initials_before_a_turn_are_the_person_who_bears_them():
    text = "{PERSON:Ada Brooks} met {PERSON:Abe Stone}.\n\n{s:AB}{c::} {q:It held.}|"
    assert names_of(text) == ["Ada Brooks"]


def test_initials_of_two_persons_are_nobodys():
    text = "{PERSON:Ada Brooks} met {PERSON:Abe Blunt}.\n\n{s:AB}{c::} {q:It held.}|"
    assert names_of(text) == ["AB"]


def test_q_is_the_author_and_a_whom_the_article_is_about():
    text = (
        "{PERSON:Ada Brooks} builds. {PERSON:Brooks} met {PERSON:Abe Stone}.\n\n"
        "{s:Q}{c::} {q:Will it hold?}|\n\n{s:A}{c::} {q:It held.}|"
    )
    speakers = speakers_of(text, byline="By Abe Stone")
    assert [(s.name, s.type) for s in speakers] == [
        ("Abe Stone", "author"),
        ("Ada Brooks", "person"),
    ]


def test_numbered_questions_and_answers_have_the_speakers_of_plain_ones():
    text = (
        "{PERSON:Ada Brooks} builds. {PERSON:Brooks} met {PERSON:Abe Stone}.\n\n"
        "{s:Q1}{c::} {q:Will it hold?}|\n\n{s:A1}{c::} {q:It held.}|"
    )
    speakers = speakers_of(text, byline="By Abe Stone")
    assert [s.name for s in speakers] == ["Abe Stone", "Ada Brooks"]


def test_a_label_that_names_a_part_is_written_small():
    speaker = speakers_of("{s:CALLER}{c::} {q:When will it be dry?}|")[0]
    assert (speaker.name, speaker.type) == ("caller", "unnamed")


def test_he_in_a_turn_is_not_who_speaks():
    doc = article("{PERSON:Abe Stone} asks.\n\n{s:{PERSON:STONE}}{c::} {q:He says it held.}|")
    at = doc.text.index("He says")
    inner = Quotation(((at + 8, at + 15),), ((at + 3, at + 7),), ((at, at + 2),), nested_in=0)
    doc._.quotations = (*doc._.quotations, inner)
    assert [q.speaker.name for q in Speakers()(doc)._.quotations] == ["Abe Stone", ""]


def test_you_in_a_turn_are_not_the_readers():
    doc = article("{PERSON:Abe Stone} asks.\n\n{s:{PERSON:STONE}}{c::} {q:You said it held.}|")
    at = doc.text.index("You said")
    inner = Quotation(((at + 9, at + 16),), ((at + 4, at + 8),), ((at, at + 3),), nested_in=0)
    doc._.quotations = (*doc._.quotations, inner)
    assert [q.speaker.name for q in Speakers()(doc)._.quotations] == ["Abe Stone", ""]


def test_what_the_reporter_tells_between_two_turns_is_no_part_of_one():
    told = "She laughs and shows me a scar. “That's number seven,” she says.\n\n"
    text = INTERVIEW.replace("AS: And now?", told + "AS: And now?")
    pieces = [
        text[slice(*piece)] for turn in turns(text, paragraphs(text)) for piece in turn.pieces
    ]
    assert not any("scar" in piece for piece in pieces)


def test_of_two_persons_named_as_often_the_one_who_is_met_answers():
    text = (
        "{PERSON:Kate Orme} talks to the keeper {PERSON:Walter Innes}.\n\n"
        "{s:Q}{c::} {q:Do you like it?}|\n\n{s:A}{c::} {q:It held.}|"
    )
    assert names_of(text) == ["", "Walter Innes"]


def test_you_in_a_question_is_who_answers():
    doc = article(
        "{PERSON:Ada Brooks} builds. {PERSON:Brooks} met {PERSON:Abe Stone}.\n\n"
        "{s:Q}{c::} {q:You like it?}|\n\n{s:A}{c::} {q:It held.}|"
    )
    at = doc.text.index("You like it")
    inner = Quotation(((at + 9, at + 11),), ((at + 4, at + 8),), ((at, at + 3),), nested_in=0)
    doc._.quotations = (*doc._.quotations, inner)
    assert Speakers()(doc)._.quotations[-1].speaker.name == "Ada Brooks"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("At the port\n\nDIAZ: We shut it.\n\nLIND: Who told you?\n\nDIAZ: The master did.", 3),
        ("Reporter: Will you stay?\n\nDiaz: I will.", 2),
        ("Place: Where you are?\n\nIt was cold.", 0),
        ("Diaz: We shut it.\n\nLind: So did you.", 0),
    ],
)
def test_a_question_and_its_answer_are_an_exchange_however_brief(text, count):
    assert len(turns(text, paragraphs(text))) == count


def test_a_turn_that_is_left_without_words_answers_no_question_about_attribution():
    text = (
        "“Stone: Will it hold this time?”\n\n“Lind: It held in 1987, and I was there.”\n\n"
        "“Stone: And will you stay?”\n\n“Lind: I never give up hope, and I will stay.”\n\n"
        "— Ada Brooks\n\n“It was a hard year,” she said."
    )
    said = "I never give up hope, and I will stay."
    rows = completed(text, found(text, said, "—", "Ada Brooks"))
    assert ("Lind", ":", said) in rows
    assert "Ada Brooks" not in {source for source, _, _ in rows}


def test_the_us_speaks_in_no_person():
    labelled = ("DIAZ: It told us.", "LIND: Ships are here.", "DIAZ: It sank.", "LIND: It did not.")
    spoken = "\n\n".join(labelled)
    assert len(turns(spoken, paragraphs(spoken))) == len(labelled)
    told_of = spoken.replace(" us", " the US")
    assert not turns(told_of, paragraphs(told_of))


def test_a_label_may_say_in_brackets_what_its_bearer_is():
    text = (
        "Ms Joan Fairley (Northmoor) (Ind): Is the clinic open?\n\n"
        "The Minister of State for Health and Sport (Mr Roy Ames): I am told that it is.\n\n"
        "Mr Alan Sturt (Leader of the Opposition): Who told you?\n\n"
        "The Minister of State for Health and Sport: We heard it.\n\n"
        "Ms Fairley: I heard nothing."
    )
    assert labels(text) == [
        "Ms Joan Fairley (Northmoor) (Ind)",
        "The Minister of State for Health and Sport (Mr Roy Ames)",
        "Mr Alan Sturt (Leader of the Opposition)",
        "The Minister of State for Health and Sport",
        "Ms Fairley",
    ]


def test_names_in_capitals_may_come_once_and_say_what_they_are():
    text = (
        "RENATA KLEIN (Chief of staff): I thought it was my mother.\n\n"
        "OTTO LIND (Minister): It was a quarter past three.\n\nKLEIN: It was two.\n\n"
        "PETER SALIS (Interpreter): I used the weakest word."
    )
    assert len(labels(text)) == 4


def test_a_voice_that_comes_once_between_stage_directions_is_a_turn():
    text = (
        "STONE: You voted for it.\n\nBROOKS: I did.\n\nSTONE: Why?\n\nBROOKS: It changed.\n\n"
        "(BEGIN CLIP)\n\nUNIDENTIFIED MALE: He sold us out.\n\n(END CLIP)\n\n"
        "STONE: You heard him.\n\nBROOKS: I did."
    )
    assert "UNIDENTIFIED MALE" in labels(text)
    assert ("BROOKS", ":", "It changed.") in completed(text)


def test_a_label_that_describes_is_nobody_who_has_a_label_of_their_own():
    text = (
        "{s:Ms {PERSON:Ada Brooks}}{c::} {q:Is the clinic open?}|\n\n"
        "{s:The Prime Minister}{c::} {q:I am told that it is.}|\n\n"
        "{s:Ms {PERSON:Brooks}}{c::} {q:Who told you?}|"
    )
    assert names_of(text) == ["Ada Brooks", "Prime Minister", "Ada Brooks"]


def test_to_whom_somebody_talked_asks():
    text = (
        "{PERSON:Ingrid Solheim} counts birds. She talked to {PERSON:Tom Beddoes} about them.\n\n"
        "{s:Q}{c::} {q:How did you start?}|\n\n{s:A}{c::} {q:By accident.}|"
    )
    assert names_of(text) == ["", "Ingrid Solheim"]


def test_a_label_may_say_behind_a_dash_what_its_bearer_is():
    text = (
        "Operator: We begin.\n\nLaura Stone - Chief Executive: Thank you. We grew.\n\n"
        "Operator: We have a question.\n\nPam Orme -- J.T. Bay -- Analyst: Will you grow on?\n\n"
        "Laura Stone - Chief Executive: I hope so."
    )
    assert labels(text)[1:4] == [
        "Laura Stone - Chief Executive",
        "Operator",
        "Pam Orme -- J.T. Bay -- Analyst",
    ]


def test_she_in_an_interview_is_neither_who_asks_nor_who_answers():
    doc = article(
        "{s:{PERSON:Nora Stone}}{c::} {q:And your mother?}|\n\n"
        "{s:{PERSON:Abe Brooks}}{c::} {q:She told me no.}|"
    )
    at = doc.text.index("She told")
    inner = Quotation(((at + 12, at + 14),), ((at + 4, at + 11),), ((at, at + 3),), nested_in=1)
    doc._.quotations = (*doc._.quotations, inner)
    assert [q.speaker.name for q in Speakers()(doc)._.quotations][2] == ""


def test_in_a_turn_my_doctor_is_of_who_answers_and_your_doctor_of_who_is_asked():
    doc = article(
        "{PERSON:Ada Brooks} builds walls.\n\n"
        "{s:Q1}{c::} {q:Your doctor says no?}|\n\n{s:A1}{c::} {q:My doctor says yes.}|"
    )

    def told(source: str, said: str, turn: int) -> Quotation:
        start, at = doc.text.index(source), doc.text.index(said)
        end = start + len(source)
        content, cue = ((at, at + len(said)),), ((end + 1, end + 5),)
        return Quotation(content, cue, ((start, end),), nested_in=turn)

    inner = (told("Your doctor", "no", 0), told("My doctor", "yes", 1))
    doc._.quotations = (*doc._.quotations, *inner)
    names = [quotation.speaker.name for quotation in Speakers()(doc)._.quotations[2:]]
    assert names == ["Ada Brooks's doctor", "Ada Brooks's doctor"]
