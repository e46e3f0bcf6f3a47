"""Whom `the witness` of a trial stands for."""

from __future__ import annotations

import pytest

from pipeline.annotate.speakers.component import Speakers
from pipeline.records import Quotation
from tests.annotate.marked_article import article, names_of, speakers_of

TATE = (
    "{PERSON:Denise Hall} is accused of theft, the trial heard.\n\n"
    "{s:{PERSON:Maureen Tate}} {c:told the jury} {q:she lived next door}.| "
)


def test_the_witness_of_a_trial_is_who_gave_evidence_last():
    text = TATE + "{s:The witness} {c:said} {q:she had seen nothing}.|"
    assert names_of(text)[1] == "Maureen Tate"


@pytest.mark.parametrize("title", ["Judge", "Defence barrister", "Prosecutor"])
def test_who_asks_or_judges_is_no_witness(title: str):
    text = TATE + (
        f"{{s:{title} {{PERSON:Rupert Shaw}}}} {{c:told the jury}} {{q:she was mistaken}}.| "
        "“{q:I was not},” {s:the witness} {c:said}.|"
    )
    assert names_of(text)[2] == "Maureen Tate"


def test_the_accused_is_no_witness():
    text = (
        "{PERSON:Denise Hall} denied theft at the start of her trial. "
        "{s:{PERSON:Hall}} {c:said} {q:no}.| {s:The witness} {c:said} {q:she was there}.|"
    )
    assert speakers_of(text)[1].type == "unnamed"


def test_the_witness_of_an_accident_has_no_name():
    text = (
        "{s:{PERSON:Maureen Tate}} {c:said} {q:no}.| {s:The witness} {c:said} {q:the lorry sped}.|"
    )
    assert speakers_of(text)[1].type == "unnamed"


def test_who_represents_somebody_is_no_witness():
    text = (
        "The inquest went on. {s:The supervisor, {PERSON:Ian Frew},} {c:said} {q:he had}.| "
        "“{q:Who was it?}” {s:{PERSON:Marcus Teale}, representing the family,} {c:asked}.| "
        "{s:The witness} {c:said} {q:he could not say}.|"
    )
    assert names_of(text)[2] == "Ian Frew"


@pytest.mark.parametrize(
    "text",
    [
        "{q:It sank}, {s:the jury} was {c:told}.|",
        "{s:Sailors} {c:were told} {q:it would sink}.|",
        "{s:Sailors at the port} were called in at noon and {c:told} {q:that it would sink}.|",
    ],
)
def test_who_is_told_says_nothing(text):
    assert names_of(text) == [""]


def test_a_headlines_people_who_are_told_of_something_say_nothing():
    doc = article("It rained.", title="Sailors told of cuts")
    doc._.title_end = 20
    told = Quotation(((16, 20),), ((8, 12),), ((0, 7),))
    doc._.quotations = (told,)
    assert Speakers()(doc)._.quotations[0].speaker.name == ""


def test_who_tells_somebody_speaks():
    assert names_of("{s:The sailor} was late and {c:told} Stone {q:it would sink}.|") == ["sailor"]


def test_her_son_is_the_son_of_whom_a_court_hears():
    text = (
        "{s:Coroner {PERSON:Ada Brooks}} {c:said} {q:so}.| {s:She} {c:said} {q:she would write}.| "
        "{s:{PERSON:Brooks}} {c:said} {q:she was sorry}.|\n\n{s:The inquest} {c:heard} {q:that "
        "Tim’s mother, {PERSON:Donna Lake}, had asked a nurse whether her son’s leg was swollen}.| "
        "{q:She was told it was nothing}, {s:she} {c:said} in evidence.|"
    )
    assert names_of(text)[4] == "Donna Lake"


def test_who_is_named_in_what_a_lead_tells_is_not_who_tells_it():
    doc = article(
        "{s:A former ferry clerk} {c:testified} {q:that Martin Hale asked him how it burned}.|"
        "\n\n{s:{PERSON:Peter Dunn}}, who worked there, {c:told} jurors {q:he refused}.|",
        title="Trial hears from clerk",
    )
    told, refused = doc._.quotations
    asks, how = doc.text.index("Martin Hale"), doc.text.index("how it burned")
    inner = Quotation(
        ((how, how + len("how it burned")),),
        ((asks + len("Martin Hale "), how - 1),),
        ((asks, asks + len("Martin Hale")),),
        nested_in=0,
    )
    name = doc.char_span(asks, asks + len("Martin Hale"), label="PERSON")
    assert name is not None
    doc.ents = sorted([*doc.ents, name])
    doc._.quotations = (told, inner, refused)
    names = [quotation.speaker.name for quotation in Speakers()(doc)._.quotations]
    assert names == ["Peter Dunn", "Martin Hale", "Peter Dunn"]


def test_a_court_that_was_told_something_does_not_tell_it():
    names = names_of("{q:The boat was empty}, {s:the jury} was {c:told}.|", title="Trial opens")
    assert names == [""]


def test_a_minister_is_no_leader_of_the_opposition_who_is_named_next():
    names = names_of(
        "{s:The minister} {c:said} {q:the bill was ready}.|\n\n"
        "{s:Opposition leader {PERSON:Karin Holm}} {c:said} {q:it was a mess}.|",
        title="Parliament sits late",
    )
    assert names == ["minister", "Karin Holm"]


@pytest.mark.parametrize("name", ["Denise Hall}, 52,", "Denise Hall}"])
def test_the_defendant_is_who_is_accused(name):
    text = (
        f"{{PERSON:{name} is accused of theft from {{PERSON:Abe Stone}}.\n\n"
        "{s:{PERSON:Maureen Tate}} {c:said} {q:it rained}.|\n\n"
        "{s:The defendant} {c:told} friends {q:it was hers}.|"
    )
    assert names_of(text)[1] == "Denise Hall"


@pytest.mark.parametrize(
    "opening",
    [
        "Opening for the prosecution, {s:{PERSON:Martin Hale}}",
        "{s:{PERSON:Martin Hale}}, prosecuting,",
    ],
)
def test_the_prosecutor_is_who_prosecutes(opening):
    text = (
        f"{{PERSON:Denise Hall}} denies theft.\n\n{opening} {{c:said}} {{q:it was greed}}.|\n\n"
        "{q:It went on cars}, {s:the prosecutor} {c:said}.|"
    )
    assert names_of(text)[1] == "Martin Hale"
