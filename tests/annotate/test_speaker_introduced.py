"""Persons whom an article introduces in passing, and whom the next sentence takes up."""

from __future__ import annotations

import pytest

from pipeline.annotate.speakers.component import Speakers
from pipeline.records import Quotation
from tests.annotate.marked_article import article, names_of, speakers_of

REPORTER = "Our man at the port, Mr {PERSON:Carl Stone}, went to the quay. It rained.\n\n"


@pytest.mark.parametrize(
    "introduced",
    [
        "a retired pilot who gave his name only as {PERSON:Otto}",
        "a retired pilot who gave only his first name, {PERSON:Otto}",
        "a retired pilot who identified himself as {PERSON:Otto}",
        "a young man called {PERSON:Otto}",
    ],
)
def test_he_is_who_gave_his_name(introduced: str):
    text = (
        f"{REPORTER}Mrs {{PERSON:Ada Brooks}} lives there. {{s:She}} {{c:said}} {{q:it was wet}}.| "
        f"Her neighbour, {introduced}, was calm. “{{q:It blows}},” {{s:he}} {{c:said}}.|"
    )
    assert names_of(text)[1] == "Otto"


def test_a_man_called_so_is_no_she():
    text = (
        "His aide, a young man called {PERSON:Toby}, rang. “{q:Rain},” {c:said} {s:{PERSON:Toby}}.|"
        "\n\nMy mother, who is 81, is waiting. I read her the speech. “{q:No},” {s:she} {c:said}.|"
    )
    assert names_of(text) == ["Toby", "my mother"]


def test_the_subject_is_taken_up_and_no_child_of_hers():
    text = (
        "{PERSON:Otto Stone} was shot. {PERSON:Stone}'s girlfriend, who had their daughter in May, "
        "wrote to him. “{q:You said so},” {s:she} {c:wrote}.|"
    )
    assert names_of(text) == ["Otto Stone's girlfriend"]


def test_he_is_who_was_born_and_no_merchant_whose_son_he_was():
    text = (
        "Mr {PERSON:Otto Stone} was born in 1934, the son of a wine merchant {s:who} {c:thought} "
        "{q:music idle}.| “{q:My father said no},” {s:he} {c:recalled}.|"
    )
    assert names_of(text) == ["wine merchant", "Otto Stone"]


def test_the_shopkeeper_is_the_shop_owner():
    text = (
        "Shop owner {PERSON:Ada Brooks} opened at nine. It rained. {PERSON:Mona Reed} waited.\n\n"
        "“{q:We sold out},” {s:the shopkeeper} {c:said}.|"
    )
    assert names_of(text) == ["Ada Brooks"]


@pytest.mark.parametrize(
    "first, then, name",
    [
        ("A source close to the couple", "the insider", "source close to the couple"),
        ("The striker, on loan from Larkhaven,", "the 19-year-old", "striker"),
    ],
)
def test_who_spoke_last_is_called_something_else(first: str, then: str, name: str):
    text = f"{{s:{first}}} {{c:said}} {{q:yes}}.|\n\n“{{q:No}},” {{s:{then}}} {{c:said}}.|"
    assert [speaker.name for speaker in speakers_of(text)] == [name, name]


def test_a_youth_is_no_lawyer_who_spoke_last():
    text = "{s:The lawyer} {c:said} {q:yes}.| “{q:No},” {s:the 19-year-old} {c:said}.|"
    assert names_of(text) == ["lawyer", "19-year-old"]


def test_two_persons_with_any_title_between_them_speak_together():
    text = (
        "{s:Deputy minister {PERSON:Abe Reed} and irrigation minister {PERSON:Ada Brooks}} "
        "{c:called} {q:it untrue}.| “{q:He is angry},” {s:they} {c:said}.|"
    )
    assert names_of(text) == ["Abe Reed ; Ada Brooks", "Abe Reed ; Ada Brooks"]


def test_a_lawyer_and_policy_expert_is_one_person():
    text = "{s:Port lawyer and policy expert {PERSON:Ada Brooks}} {c:said} {q:no}.|"
    assert names_of(text) == ["Ada Brooks"]


def test_those_close_to_her_are_close_to_who_was_named():
    text = (
        "{PERSON:Ada Brooks} won in May. {s:Sources close to her} {c:said} {q:she would stay}.| "
        "{s:Her lawyer} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["sources close to Ada Brooks", "Ada Brooks's lawyer"]


def test_who_is_told_at_the_end_of_a_headline_says_nothing():
    title = "{q:Ferry ‘may not sail’}, {s:islanders} {c:warned}|"
    assert names_of("The ferry is old.", title=title) == [""]


def test_an_operator_of_a_thing_is_no_person_who_is_named_next():
    text = (
        "The ferry is late, {s:its operator} {c:admitted} {q:so}.|\n\n"
        "{s:Port director {PERSON:Ada Brooks}} {c:said} {q:no}.|"
    )
    assert names_of(text)[0] != "Ada Brooks"


def test_a_firm_whose_name_ends_in_s_is_told_of():
    text = "{s:{PERSON:Hadley}'s}, which reports next week, {c:said} {q:that all was well}.|"
    speaker = speakers_of(text)[0]
    assert (speaker.name, speaker.type) == ("Hadley's", "organization")


def test_a_detective_constable_is_not_called_con():
    text = "{s:Det {PERSON:Con Ada Brooks}} {c:said} {q:no}.|"
    speaker = speakers_of(text)[0]
    assert (speaker.name, speaker.title) == ("Ada Brooks", "Det Con")


def test_who_heads_an_entry_by_the_hour_is_named_in_its_first_lines():
    text = (
        "It blew.\n\nIt rained.\n\nIt was dark.\n\nIt was cold.\n\n18:20\n\n"
        "{s:Energy minister} {c:urges} {q:patience}|\n\n"
        "The energy minister, {PERSON:Ada Brooks}, has been speaking. {s:She} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Ada Brooks", "Ada Brooks"]


def test_a_plural_before_two_names_is_the_title_of_each():
    text = "{s:Port ecologists {PERSON:Ada Brooks} and {PERSON:Abe Stone}} {c:said} {q:no}.|"
    speaker = speakers_of(text)[0]
    assert (speaker.name, speaker.title) == ("Ada Brooks ; Abe Stone", "Port ecologist")


def test_an_oboist_is_called_so():
    speaker = speakers_of("{s:The oboist {PERSON:Ada Brooks}} {c:said} {q:no}.|")[0]
    assert speaker.title == "oboist"


def test_who_is_named_behind_a_trade_in_small_letters_speaks():
    text = (
        "The union has not met, but "
        "{s:its branch secretary, retired bus driver {PERSON:Ada Brooks},} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Ada Brooks"]


def test_a_leads_description_is_nobody_of_whom_it_tells():
    text = (
        "{s:A former cook} {c:said} {q:that {PERSON:Carl Stone} asked him when it rained}.|\n\n"
        "{s:{PERSON:Abe Holm}, who worked there,} {c:said} {q:it was odd}.|"
    )
    doc = article(text)
    at = doc.text.index("Carl Stone")
    inner = Quotation(((at + 21, at + 35),), ((at + 11, at + 20),), ((at, at + 10),))
    doc._.quotations = (*doc._.quotations, inner)
    assert Speakers()(doc)._.quotations[0].speaker.name == "Abe Holm"


def test_the_pilot_behind_who_was_named_is_nobody_named_later():
    text = (
        "Council leader {PERSON:Ida Lang} resigned. "
        "In a letter, {s:the councillor} {c:said} {q:no}.| "
        "{s:Her deputy, {PERSON:Abe Holm},} {c:said} {q:it was late}.|"
    )
    assert names_of(text, title="Leader resigns")[0] != "Abe Holm"
