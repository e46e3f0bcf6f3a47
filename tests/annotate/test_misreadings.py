"""What the model misreads and words put right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.annotate.quotations.completion import complete
from tests.annotate.test_completion import completed, found, read


@pytest.mark.parametrize("cue", ["has been branded", "was accused of", "is often described as"])
def test_who_is_spoken_of_does_not_speak(cue: str):
    text = f"The dentist {cue} selfish neglect."
    assert completed(text, found(text, "selfish neglect", cue, "The dentist")) == [
        ("", cue, "selfish neglect")
    ]


def test_who_stands_behind_a_passive_speaks():
    text = "Stone was accused of neglect by Brooks."
    rows = completed(text, found(text, "neglect", "was accused of", "Brooks"))
    assert rows == [("Brooks", "was accused of", "neglect")]


def test_the_hearer_is_no_part_of_what_was_told():
    text = "The union told Lakeside Policy the pump was old."
    rows = completed(text, found(text, "Lakeside Policy the pump was old", "told", "The union"))
    assert rows == [("The union", "told", "the pump was old")]


def test_a_name_that_begins_the_sentence_told_stays():
    text = "The union told Stone Pumps were old."
    content = "Stone Pumps were old"
    assert completed(text, found(text, content, "told", "The union"))[0][2] == content


@pytest.mark.parametrize("description", ["Its convener", "A spokeswoman"])
def test_a_description_before_the_source_is_part_of_it(description: str):
    text = f"{description}, Ada Brooks, said the pump was old."
    rows = completed(text, found(text, [description, "the pump was old"], "said", "Ada Brooks"))
    assert rows == [(f"{description}, Ada Brooks", "said", "the pump was old")]


def test_words_said_before_the_source_stay_content():
    text = "The pump was his idea, Ada Brooks said, and it was old."
    quotation = found(text, ["The pump was his idea", "and it was old"], "said", "Ada Brooks")
    assert completed(text, quotation)[0][2] == "The pump was his idea | and it was old"


def test_a_person_in_a_headline_speaks():
    text = "Brooks: The pump was old\n\nIt rained."
    quotation = found(text, "The pump was old", ":", "Brooks")
    assert len(complete(text, (quotation,), text.index("\n"))) == 1


@pytest.mark.parametrize(
    "terms",
    [
        "not to be named",
        "to be identified",
        "anonymity",
        "not to be named because he feared for his job",
        "anonymity to speak freely",
        "that his name be withheld",
    ],
)
def test_the_terms_on_which_somebody_spoke_are_no_statement(terms: str):
    text = f"The clerk, who asked {terms}, said the pump was old."
    rows = completed(text, found(text, terms, "asked", "who"))
    assert rows == []


def test_a_quotation_that_another_paragraph_introduces_is_somebody_elses():
    text = "“Stay in,” she said.\n\nOur reporter Finn Osei is there: “The water is rising now.”"
    quotation = found(text, ["“Stay in,”", "“The water is rising now.”"], "said", "she")
    rows = completed(text, quotation)
    assert rows[0] == ("she", "said", "“Stay in,”")


def test_the_letters_of_an_agency_are_no_part_of_what_was_told():
    text = "Brooks, an engineer, tells PWN pumps, valves and pipes are best mended at once."
    content = "PWN pumps, valves and pipes are best mended at once"
    rows = completed(text, found(text, content, "tells", "Brooks"))
    assert rows[0][2] == "pumps, valves and pipes are best mended at once"


def test_letters_that_somebody_was_told_of_stay():
    text = "Brooks was told PWN is closing."
    assert completed(text, found(text, "PWN is closing", "told", ""))[0][2] == "PWN is closing"


def test_a_paper_that_says_something_of_a_memo_speaks():
    text = "It rained. The memo, which The Port Wire says is false, is long."
    rows = completed(text, found(text, "is false", "says", "The Port Wire"))
    assert rows[0][0] == "The Port Wire"


def test_whoever_calls_a_vote_a_sham_says_so():
    text = "The two men called the vote a sham."
    rows = completed(text, found(text, "the vote a sham", "called", "The two men"))
    assert rows == [("The two men", "called", "the vote a sham")]


def test_a_verb_in_front_of_a_name_and_a_colon_is_the_cue():
    text = "It rained.\n\nSaid Stone: “We wait.”"
    rows = completed(text, found(text, "“We wait.”", ":", "Stone"))
    assert rows == [("Stone", "Said", "“We wait.”")]


def test_a_name_and_a_colon_alone_are_a_turn():
    text = "It rained.\n\nStone: “We wait.”"
    rows = completed(text, found(text, "“We wait.”", ":", "Stone"))
    assert rows[0][1] == ":"


@pytest.mark.parametrize("cue", ["also known as", "is called", "titled"])
def test_what_something_is_called_by_nobody_is_no_statement(cue: str):
    text = f"The quay, {cue} the Low Pier, is old."
    assert completed(text, found(text, "the Low Pier", cue)) == []


def test_what_somebody_calls_something_is_a_statement():
    text = "Stone has called the quay a scandal."
    assert completed(text, found(text, "the quay a scandal", "has called", "Stone")) != []


@pytest.mark.parametrize("hearer", ["officers", "police", "them", "her"])
def test_a_bare_hearer_is_no_part_of_what_was_told(hearer: str):
    text = f"The clerk told {hearer} the pump was old."
    rows = completed(text, found(text, f"{hearer} the pump was old", "told", "The clerk"))
    assert rows == [("The clerk", "told", "the pump was old")]


def test_a_plural_that_is_the_subject_of_what_was_told_stays():
    text = "The clerk told pumps apart from valves."
    content = "pumps apart from valves"
    assert completed(text, found(text, content, "told", "The clerk"))[0][2] == content


@pytest.mark.parametrize("cited", ["an unnamed source", "people familiar with the talks"])
def test_whom_a_paper_cites_is_not_what_it_says(cited: str):
    text = f"The Post, citing {cited}, said the pump was old."
    rows = completed(
        text,
        found(text, cited, "citing", "The Post"),
        found(text, "the pump was old", "said", "The Post"),
    )
    assert [row[1] for row in rows] == ["said"]


def test_a_reason_that_is_cited_is_a_statement():
    text = "The Post, citing costs, said it would close."
    rows = completed(
        text,
        found(text, "costs", "citing", "The Post"),
        found(text, "it would close", "said", "The Post"),
    )
    assert [row[1] for row in rows] == ["citing", "said"]


@pytest.mark.parametrize("won", ["a 2-0 win", "the gold medal in Oslo", "at least 14 lives"])
def test_what_is_won_or_taken_is_not_claimed_in_words(won: str):
    text = f"Harbour claimed {won}."
    assert completed(text, found(text, won, "claimed", "Harbour")) == []


def test_a_victory_is_claimed_in_words():
    text = "Brooks claimed victory on Sunday."
    assert len(completed(text, found(text, "victory", "claimed", "Brooks"))) == 1


def test_a_card_that_is_shown_says_nothing():
    text = "Stone was shown a second yellow card for dissent."
    assert completed(text, found(text, "a second yellow card for dissent", "was shown", "")) == []


def test_a_city_whose_name_ends_like_a_participle_claims():
    text = "Beijing claims the pump was dry."
    quotation = found(text, "the pump was dry", "claims", "Beijing")
    assert completed(text, quotation) == [("Beijing", "claims", "the pump was dry")]


def test_what_a_quotation_refers_to_is_no_statement():
    text = "“It sank,” Ada Brooks said, referring to the pump."
    quoted = found(text, "“It sank,”", "said", "Ada Brooks")
    gloss = found(text, "the pump", "referring to", "Ada Brooks")
    assert completed(text, quoted, gloss) == [("Ada Brooks", "said", "“It sank,”")]


def test_who_is_named_in_the_next_sentence_did_not_accuse():
    text = "The firm has been accused of fraud. It was sued by Ada Brooks."
    quotation = found(text, "fraud", "has been accused of", "Ada Brooks")
    assert completed(text, quotation) == [("", "has been accused of", "fraud")]


@pytest.mark.parametrize(
    "called",
    [
        "the police",
        "the council's bluff",
        "an ambulance",
        "her deputy, Ada Lindsay Stone",
    ],
)
def test_who_calls_for_somebody_or_calls_a_bluff_says_nothing(called: str):
    text = f"Brooks called {called}."
    assert completed(text, found(text, called, "called", "Brooks")) == []


def test_a_conference_that_was_told_something_is_no_part_of_it():
    text = "Brooks told a conference that the pump was old."
    rows = completed(text, found(text, "a conference that the pump was old", "told", "Brooks"))
    assert rows == [("Brooks", "told", "that the pump was old")]


@pytest.mark.parametrize(
    "cue", ["was advised", "were twice denied", "is informed of", "were assured", "were briefed on"]
)
def test_who_is_spoken_to_does_not_speak(cue: str):
    text = f"The tenants {cue} a new lock."
    rows = completed(text, found(text, "a new lock", cue, "The tenants"))
    assert rows == [("", cue, "a new lock")]


def test_who_is_named_behind_by_speaks_and_not_the_hearer():
    text = "The tenants were advised by the harbour clerk to wait."
    rows = completed(text, found(text, "to wait", "were advised", "The tenants"))
    assert rows == [("the harbour clerk", "were advised", "to wait")]


def test_a_participle_in_front_of_a_speaker_is_no_part_of_the_name():
    text = "Moss said that when she was arrested Brooks replied: “I knew it would sink.”"
    outer = found(text, text[text.index("that") :], "said", "Moss")
    assert ("Brooks", "replied", "“I knew it would sink.”") in completed(text, outer)


@pytest.mark.parametrize("link", ["was responding to", "responded to"])
def test_reports_tell_what_is_responded_to(link: str):
    text = f"The harbour master {link} local press reports that the ferry had sunk."
    source, told = "The harbour master", "that the ferry had sunk"
    rows = completed(text, found(text, told, link, source))
    assert rows == [("local press reports", link, told)]


def test_whom_a_tag_stands_behind_is_told_of():
    text = "His sister, he added, had gone home. The pilot, Stone claimed, was late."
    added = found(text, ["His sister", "had gone home"], "added", "he")
    claimed = found(text, ["The pilot", "was late"], "claimed", "Stone")
    assert completed(text, added, claimed) == [
        ("he", "added", "His sister | had gone home"),
        ("Stone", "claimed", "The pilot | was late"),
    ]


def test_who_is_told_to_do_something_says_nothing():
    text = "Sailors told to stay in port. The harbour told crews to stay in port."
    first = found(text, "to stay in port", "told", "Sailors")
    assert completed(text, first) == [("", "told", "to stay in port")]


@pytest.mark.parametrize(
    "cue",
    [
        "was later slammed for",
        "accused of",
        "is now being condemned for",
        "grilled over",
        "quizzed about",
    ],
)
def test_who_is_blamed_later_or_in_a_headline_does_not_speak(cue: str):
    text = f"The dentist {cue} selfish neglect."
    rows = completed(text, found(text, "selfish neglect", cue, "The dentist"))
    assert [source for source, _, _ in rows] == [""]


def test_who_accused_somebody_speaks():
    text = "The dentist accused Brooks of neglect."
    quotation = found(text, "Brooks of neglect", "accused", "The dentist")
    assert completed(text, quotation) == [("The dentist", "accused", "Brooks of neglect")]


def test_who_is_quoted_according_to_the_press_speaks_inside_what_it_tells():
    text = "“The pump is old,” Brooks said, according to the local press."
    quotation = found(text, "“The pump is old,”", "according to", "the local press")
    assert completed(text, quotation) == [
        ("the local press", "according to", "“The pump is old,” Brooks said"),
        ("Brooks", "said", "“The pump is old,”"),
    ]


def test_whom_somebody_accused_is_no_subject():
    text = "The dentists, whom Stone accused of neglect, left."
    quotation = found(text, "neglect", "accused of", "Stone")
    assert completed(text, quotation) == [("Stone", "accused of", "neglect")]


def test_who_describes_those_accused_of_something_speaks():
    text = "Stone called the dentists rude, accused of neglect."
    quotation = found(text, "neglect", "accused of", "Stone")
    assert completed(text, quotation) == [("Stone", "accused of", "neglect")]


def test_who_denies_what_they_were_accused_of_is_no_accuser():
    text = "Stone was accused of neglect, but Stone has denied this."
    quotation = found(text, "neglect", "was accused of")
    at = text.rindex("Stone")
    quotation = replace(quotation, source=((at, at + len("Stone")),))
    assert completed(text, quotation) == [("", "was accused of", "neglect")]


def test_a_court_is_no_part_of_what_it_was_told():
    text = "The court was told the lock had rusted."
    quotation = found(text, ["The court", "the lock had rusted"], "was told", "")
    assert completed(text, quotation) == [("", "was told", "the lock had rusted")]


def test_a_message_in_pictures_is_told():
    text = "Ada Brooks posted a video message to the crew."
    rows = completed(text, found(text, "a video message to the crew", "posted", "Ada Brooks"))
    assert rows == [("Ada Brooks", "posted", "a video message to the crew")]


def test_a_description_and_a_source_without_a_cue_are_left():
    text = "Her husband, Ron, shook his head. “We will build it again.”"
    quotation = found(text, ["Her husband", "“We will build it again.”"], "", "Ron")
    assert completed(text, quotation) == [("Ron", "", "Her husband | “We will build it again.”")]


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("prices this winter would double", "prices this winter would double"),
        ("rates they had set would rise", "rates they had set would rise"),
        ("sailors the lock would close", "the lock would close"),
        ("firemen the wall would fall", "the wall would fall"),
    ],
)
def test_only_persons_are_warned_without_a_word_between(what: str, told: str):
    text = f"The harbour master warned {what}."
    quotation = found(text, what, "warned", "The harbour master")
    assert completed(text, quotation) == [("The harbour master", "warned", told)]


@pytest.mark.parametrize(
    "what", ["the police racist", "doctors heroes", "the ambulance service a disgrace to the town"]
)
def test_what_somebody_calls_the_police_is_a_statement(what: str):
    text = f"Brooks called {what}."
    assert completed(text, found(text, what, "called", "Brooks")) == [("Brooks", "called", what)]


@pytest.mark.parametrize("when", [" to the quay", " on Friday", " twice", ", who came late"])
def test_who_calls_the_police_somewhere_says_nothing(when: str):
    text = f"Brooks called the police{when}."
    assert completed(text, found(text, f"the police{when}", "called", "Brooks")) == []


@pytest.mark.parametrize(
    "what", ["the lives of miners were at risk", "the cup at Larkhaven had been fixed"]
)
def test_what_is_claimed_in_a_clause_is_no_prize(what: str):
    text = f"The union claimed {what}."
    quotation = found(text, what, "claimed", "The union")
    assert completed(text, quotation) == [("The union", "claimed", what)]


def test_a_prize_that_a_clause_tells_of_is_won():
    text = "Harbour claimed the cup in a game that was stopped twice."
    won = "the cup in a game that was stopped twice"
    assert completed(text, found(text, won, "claimed", "Harbour")) == []


@pytest.mark.parametrize(
    ("patient", "cue", "rest"),
    [("The mayor", "was asked", "whether the dam had leaked"), ("she", "was asked:", "“Why?”")],
)
def test_whom_somebody_asks_is_no_part_of_the_question(patient: str, cue: str, rest: str):
    text = f"In court, {patient} {cue} {rest}."
    assert completed(text, found(text, [patient, rest], cue)) == [("", cue, rest)]


def test_who_is_told_to_do_something_stays():
    text = "People in the valley were told to boil their water."
    told = found(text, ["People in the valley", "to boil their water"], "were told")
    assert completed(text, told) == [
        ("", "were told", "People in the valley | to boil their water")
    ]


@pytest.mark.parametrize("record", ["a transcript shown to the jury", "court documents"])
def test_the_words_that_a_record_keeps_are_whose_they_are(record: str):
    text = f"“I never sank it,” she told officers, according to {record}."
    assert completed(text, found(text, "“I never sank it,”", "according to", record)) == [
        ("she", "told", "“I never sank it,”")
    ]


def test_a_newspaper_tells_what_was_said():
    text = "“It sank,” she told friends, according to the Dispatch."
    rows = completed(text, found(text, "“It sank,”", "according to", "the Dispatch"))
    assert rows[0][0] == "the Dispatch"


def test_that_a_jury_was_told_something_is_sure():
    text = "It rained. The jury was told that the mill had burned."
    quotation = found(text, ["The jury", "that the mill had burned"], "was told")
    (told,) = complete(text, (replace(quotation, confidence=0.5),))
    assert read(text, (told,)) == [("", "was told", "that the mill had burned")]
    assert told.confidence == 0.7


def test_who_is_called_in_and_told_something_does_not_tell_it():
    text = "Workers at the mill, near Hull, were called to a meeting and told that it would close."
    told = found(text, "that it would close", "told", "Workers at the mill, near Hull,")
    assert completed(text, told) == [("", "told", "that it would close")]


def test_whom_a_headline_has_told_does_not_tell_it():
    text = "Workers told in canteen that mill will close\n\nIt rained."
    told = found(text, "that mill will close", "told in canteen", "Workers")
    got = complete(text, (told,), text.index("\n"))
    assert [quotation.source for quotation in got] == [()]


def test_what_stirs_a_fear_does_not_fear():
    text = "A drop in sales of boats fuelled concern that the yard would close."
    fear = found(text, "that the yard would close", "fuelled concern", "boats")
    assert completed(text, fear) == [("", "fuelled concern", "that the yard would close")]


@pytest.mark.parametrize(
    ("cue", "told", "rest"),
    [
        ("told", "the court officers had searched the mill", "officers had searched the mill"),
        ("told", "the jury he was ill", "he was ill"),
        ("suggested", "to him that the mill was old", "that the mill was old"),
        ("explained", "to Carl Rood that the mill was old", "that the mill was old"),
    ],
)
def test_a_hearer_in_front_of_a_clause_is_no_part_of_it(cue: str, told: str, rest: str):
    text = f"Ada Brooks {cue} {told}."
    assert completed(text, found(text, told, cue, "Ada Brooks")) == [("Ada Brooks", cue, rest)]


def test_a_means_tells_nobody():
    text = "Carl Moor was told by phone that it was over."
    told = found(text, "that it was over", "was told", "Carl Moor")
    assert completed(text, told) == [("", "was told", "that it was over")]


def test_what_somebody_is_said_to_have_said_is_of_whoever_tells_it():
    text = "Brooks, according to two clerks who saw it, said nothing for a minute."
    source = "two clerks who saw it,"
    said = found(text, "nothing for a minute", "said", source)
    named = found(text, "Brooks", "according to", source)
    assert completed(text, named, said) == [
        (source, "according to", "Brooks | said nothing for a minute")
    ]


def test_who_had_been_asked_for_days_does_not_speak():
    text = "Brooks had been asked for two days about the worst game of his life."
    about = "about the worst game of his life"
    rows = completed(text, found(text, about, "had been asked for two days", "Brooks"))
    assert [row[0] for row in rows] == [""]
