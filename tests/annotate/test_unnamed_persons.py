"""He and she take up who is only described, where they were mentioned last."""

from __future__ import annotations

import pytest

from pipeline.annotate.speakers.component import Speakers
from pipeline.records import Quotation
from tests.annotate.marked_article import article, names_of


def test_she_is_the_driver_who_just_spoke():
    text = (
        "{PERSON:Ada Brooks} opened the quay.\n\n"
        "{s:A driver} {c:said} {q:it was late}.| {s:She} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["driver", "driver"]


def test_a_person_named_in_between_is_meant():
    text = (
        "{s:A driver} {c:said} {q:it was late}.| {PERSON:Ada Brooks} agreed. "
        "{s:She} {c:said} {q:so}.|"
    )
    assert names_of(text)[1] == "Ada Brooks"


def test_a_description_that_is_a_named_person_is_that_person():
    text = (
        "Captain {PERSON:Ada Brooks} sailed.\n\n"
        "{s:The captain} {c:said} {q:it was late}.| {s:She} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Ada Brooks", "Ada Brooks"]


def test_his_grandmother_is_she_where_no_woman_is_near():
    text = (
        "{PERSON:Ada Brooks} opened the quay.\n\n"
        "{PERSON:Abe Stone} thanked his late grandmother. {s:She} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Abe Stone's late grandmother"]


def test_a_woman_of_the_same_paragraph_is_she():
    text = "{PERSON:Ada Brooks} spoke of his late grandmother. {s:She} {c:said} {q:so}.|"
    assert names_of(text) == ["Ada Brooks"]


def test_his_wife_with_a_name_behind_is_no_description():
    text = "{PERSON:Abe Stone} met his wife, {PERSON:Ada Stone}. {s:She} {c:said} {q:so}.|"
    assert names_of(text) == ["Ada Stone"]


def test_the_senator_may_be_whom_the_paragraph_before_named():
    text = (
        "{PERSON:Abe Stone} stood by.\n\n"
        "{s:The Ohio senator} {c:said} {q:it was late}.| {s:He} {c:said} {q:so}.|"
    )
    assert names_of(text)[1] == "Abe Stone"


def test_the_bodys_spokesman_is_not_whom_the_paragraph_before_named():
    text = (
        "{PERSON:Abe Stone} stood by.\n\n"
        "{s:The agency’s spokesman} {c:said} {q:it was late}.| {q:It rained,} {s:he} {c:said}.|"
    )
    assert names_of(text)[1] == "agency’s spokesman"


def test_whom_somebody_asked_is_the_one_who_answers():
    text = (
        "{s:Treasurer {PERSON:Gordon Blaise}} {c:said} {q:it was dear}.| {s:One member} {c:asked} "
        "{q:if he had counted}.| “{q:I have},” {s:he} {c:said}.|"
    )
    assert names_of(text)[2] == "Gordon Blaise"


def test_the_judge_who_is_spoken_of_is_she_who_speaks_next():
    text = (
        "{PERSON:Abe Stone} wept. But the judge was unmoved. “{q:No},” {s:she} {c:said}.|\n\n"
        "{s:She} {c:added} {q:that it was late}.|"
    )
    assert names_of(text) == ["judge", "judge"]


def test_the_coach_is_he_where_nobody_is_named():
    text = "The coach looked tired. “{q:We lost},” {s:he} {c:said}.|"
    assert names_of(text) == ["coach"]


def test_the_judge_is_she_who_has_that_role():
    text = (
        "Judge {PERSON:Ada Brooks} heard {PERSON:Ines Stone}.\n\n"
        "The judge was unmoved. “{q:No},” {s:she} {c:said}.|"
    )
    assert names_of(text) == ["Ada Brooks"]


def test_the_judge_may_be_a_person_without_a_role():
    text = "{PERSON:Ada Brooks} sat down. The judge was unmoved. “{q:No},” {s:she} {c:said}.|"
    assert names_of(text) == ["Ada Brooks"]


def test_a_person_whose_role_is_another_is_not_the_referee():
    text = (
        "Striker {PERSON:Tom Reed} scored twice.\n\n"
        "The referee blew early. “{q:I saw nothing},” {s:he} {c:said}.|"
    )
    assert names_of(text) == ["referee"]


def test_a_candidate_is_no_new_person_who_speaks_next() -> None:
    text = (
        "Pollster {PERSON:Tom Reed} has doubts. But the candidate could still change the subject."
        "\n\n“{q:He may yet win},” {s:he} {c:said}.|"
    )
    assert names_of(text) == ["Tom Reed"]


def test_whom_a_paragraph_introduces_goes_on_in_the_next():
    text = (
        "{s:{PERSON:Abe Stone}} {c:said} {q:it was calm}.|\n\n"
        "{s:A pilot who gave no name} {c:said} {q:the boats were old}.|\n"
        "{q:Nobody checks them}, {s:he} {c:said}.|"
    )
    assert names_of(text) == ["Abe Stone", "pilot", "pilot"]


def test_the_sentences_of_a_quotation_do_not_part_it_from_who_was_just_described():
    text = (
        "{s:{PERSON:Ada Brooks}} {c:said} {q:no}.|\n\n{s:A weaver} {c:complained} {q:of noise}.| "
        "“{q:Go away. Take it with you. You are late},” {s:she} {c:said}.|"
    )
    assert names_of(text)[2] == "weaver"


def test_the_same_words_are_whoever_spoke_last_in_them():
    text = (
        "{PERSON:Otto Lind} was dismissed.\n\n{s:A harbour chief} {c:said} {q:no}.| "
        "{s:The official} {c:also said} {q:it was late}.|\n\n"
        "“{q:{PERSON:Lind} was right},” {s:the official} {c:said}.|"
    )
    assert names_of(text)[2] == "harbour chief"


def test_she_in_the_words_of_a_nurse_is_no_nurse():
    doc = article(
        "{s:A second nurse} {c:said} {q:she had asked {PERSON:Ada Brooks} for help}.| "
        "“{q:She told me to wait},” {s:the nurse} {c:said}.|"
    )
    at = doc.text.index("She told")
    inner = Quotation(((at + 12, at + 19),), ((at + 4, at + 8),), ((at, at + 3),), nested_in=1)
    doc._.quotations = (*doc._.quotations, inner)
    speakers = [quotation.speaker.name for quotation in Speakers()(doc)._.quotations]
    assert speakers == ["second nurse", "second nurse", "Ada Brooks"]


def test_who_remembers_a_man_goes_on_remembering():
    text = (
        "{s:{PERSON:Otto Reed}} {c:recalls} {q:that the boy was cheerful}.| "
        "{s:He} {c:says} {q:it rained}.|"
    )
    assert names_of(text) == ["Otto Reed", "Otto Reed"]


def test_he_is_the_porter_with_whom_the_sentence_before_begins():
    text = (
        "{PERSON:Abe Stone} opened the inn. A porter was waiting by the stairs. “{q:We are full},” "
        "{s:he} {c:said}.|"
    )
    assert names_of(text) == ["porter"]


def test_he_is_the_father_of_whom_the_paragraph_tells():
    text = (
        "{PERSON:Abe Stone} {c:said} {q:that towns shape us}.|\n\n"
        "My father, to his credit, is coming around. When I told him, he was quiet. Then {s:he} "
        "{c:said}, “{q:For a month?}”|"
    )
    assert names_of(text)[1] == "my father"


def test_whoever_a_person_of_the_sentence_before_met_is_not_he():
    text = "{PERSON:Abe Stone} met a porter at the inn. “{q:We are full},” {s:he} {c:said}.|"
    assert names_of(text) == ["Abe Stone"]


def test_whose_neighbour_she_is_does_not_speak_next():
    text = (
        "{PERSON:Ada Brooks} wept.\n\n"
        "{s:A neighbour of Mrs {PERSON:Brooks}, who gave her name to nobody,} {c:said} "
        "{q:it was late}.| {s:She} {c:wrote} {q:so}.|"
    )
    assert names_of(text)[1] == "neighbour of Mrs Brooks"


def test_her_in_the_clause_about_his_mother_is_hers():
    text = (
        "{s:{PERSON:Jane Stone}} {c:said} {q:it was late}.|\n\n"
        "{PERSON:Abe Stone} was a quiet man.\n\n"
        "His mother, who had lost her sight, taught him to sew. {s:She} {c:said} {q:so}.|"
    )
    assert names_of(text)[1] == "Abe Stone's mother"


def test_his_father_as_the_author_thought_of_him_may_speak():
    text = (
        "{s:{PERSON:Abe Stone}} {c:said} {q:it was late}.|\n\n"
        "{s:I} {c:used to think} {q:my late father was a crank}.| {s:He} {c:said} {q:so}.|"
    )
    assert names_of(text)[2] == "my late father"


def test_a_man_whom_he_remembers_does_not_speak_next():
    text = (
        "{s:{PERSON:Abe Stone}} {c:remembers} {q:that the man was polite}.| "
        "{s:He} {c:says} {q:so}.|"
    )
    assert names_of(text)[1] == "Abe Stone"


def test_he_added_is_the_farmer_without_a_name_who_has_just_spoken():
    text = (
        "{s:{PERSON:Abe Stone}, a banker,} {c:said} {q:no}.|\n\n"
        "It rained.\n\nIt snowed.\n\nIt rained.\n\n"
        "{s:The {GPE:Southland} farmer} {c:said} {q:the board was wrong}.|\n\n"
        "“{q:It was not their farm},” {s:he} {c:added}.|"
    )
    assert names_of(text)[2] == "Southland farmer"


def test_who_was_introduced_as_another_is_no_bearer_of_the_same_role_with_a_name():
    text = (
        "{PERSON:Ada Brooks}, an {ORG:RNL} pilot, sailed.\n\n"
        "{s:Another {ORG:RNL} pilot} {c:said} {q:it was late}.| "
        "{s:The {ORG:RNL} pilot} {c:said} {q:{PERSON:Brooks} was lost}.|"
    )
    assert names_of(text) == ["another RNL pilot", "another RNL pilot"]


def test_one_official_who_lost_her_post_is_she():
    text = (
        "{s:{PERSON:Ada Brooks}} {c:said} {q:it was late}.|\n\n"
        "One senior keeper, who lost her post, was furious. “{q:No},” {s:she} {c:said}.|"
    )
    assert names_of(text)[1] == "one senior keeper"


def test_the_bishop_of_the_place_who_objected_is_he():
    text = (
        "{s:{PERSON:Abe Stone}, a pilot,} {c:said} {q:it was late}.|\n\n"
        "The bishop of the southern islands objected. “{q:No},” {s:he} {c:said}.|"
    )
    assert names_of(text)[1] == "bishop"


def test_one_mother_is_not_the_other():
    text = (
        "{PERSON:Ada Brooks} and {PERSON:Abe Stone} sailed.\n\n"
        "{s:{PERSON:Brooks}'s mother} {c:said} {q:it was late}.| "
        "{s:{PERSON:Stone}'s mother} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Ada Brooks's mother", "Abe Stone's mother"]


def test_what_was_done_to_somebody_tells_who_they_are():
    text = (
        "{s:One woman raised in {GPE:Norda}} {c:said} {q:it was late}.| "
        "“{q:No},” {c:said} {s:the woman}.|"
    )
    assert names_of(text) == ["one woman raised in Norda"] * 2


def test_her_is_who_was_she_before():
    text = (
        "{s:{PERSON:Ada Brooks}} {c:said} {q:it was late}.|\n\n"
        "{s:One pilot} {c:knew} {q:nothing}.| She sold the boat.\n\n"
        "The debts had cost her sleep. {s:She} {c:said} {q:it was over}.|"
    )
    assert names_of(text)[2] == "one pilot"


def test_the_aide_is_the_official_who_has_just_spoken():
    text = (
        "{s:{PERSON:Abe Stone}, an adviser to the mayor,} {c:said} {q:it was late}.|\n\n"
        "{s:A palace official} {c:said} {q:talks went on}.| {s:The aide} {c:gave} {q:no details}.|"
    )
    assert names_of(text)[1:] == ["palace official"] * 2


def test_the_spokesperson_is_the_one_without_a_name_who_spoke_last():
    text = (
        "{s:A mill spokesperson, {PERSON:Ada Brooks},} {c:wrote} {q:that it was late}.|\n\n"
        "{s:A harbour spokesperson} {c:said} {q:it rained}.| It was asked again. "
        "{s:The spokesperson} {c:said} {q:no}.|"
    )
    assert names_of(text)[2] == "harbour spokesperson"


def test_the_spokesperson_is_no_secretary_of_another_office():
    text = (
        "{s:{PERSON:Ada Brooks}, the harbour secretary,} {c:said} {q:so}.|\n\n"
        "{s:The mayor's spokesperson} {c:refused} {q:to say if Brooks was late}.| "
        "{s:The spokesperson} {c:denied} {q:it}.|"
    )
    assert names_of(text)[2] == "mayor's spokesperson"


def test_the_press_secretary_is_still_a_spokesman():
    text = (
        "{s:{PERSON:Ada Brooks}, the mayor's press secretary,} {c:said} {q:so}.| "
        "{s:The spokeswoman} {c:added} {q:that it rained}.|"
    )
    assert names_of(text)[1] == "Ada Brooks"


def test_he_is_whom_a_source_is_close_to():
    text = (
        "{s:{PERSON:Carl Stone}} {c:said} {q:no}.|\n\n"
        "{s:A source close to {PERSON:Stone}} {c:insisted} {q:he had refused the offer}.|"
    )
    doc = article(text)
    at = doc.text.index("he had")
    inner = Quotation(((at + 15, at + 24),), ((at + 7, at + 14),), ((at, at + 2),), nested_in=1)
    doc._.quotations = (*doc._.quotations, inner)
    assert Speakers()(doc)._.quotations[2].speaker.name == "Carl Stone"


def test_who_knows_of_others_tells_of_them_and_not_of_himself():
    text = (
        "{PERSON:Abe Stone} lost the vote.\n\n{s:A source close to {PERSON:Stone}} {c:insisted}"
        " {q:he had refused the money}.|"
    )
    doc = article(text)
    start = doc.text.index("he had")
    inner = Quotation(
        ((start + 15, start + 24),), ((start + 7, start + 14),), ((start, start + 2),), nested_in=0
    )
    doc._.quotations = (*doc._.quotations, inner)
    assert [q.speaker.name for q in Speakers()(doc)._.quotations] == [
        "source close to Stone",
        "Abe Stone",
    ]


def test_who_asks_does_not_answer():
    text = (
        "The mayor, {PERSON:Joan Pell}, met the crew. {c:Asked} by {s:a reporter}"
        " {q:whether she would go}|, {s:she} {c:said} {q:she would not}.|"
    )
    assert names_of(text) == ["reporter", "Joan Pell"]


def test_a_named_person_who_asks_does_not_answer():
    text = (
        "{PERSON:Joan Pell} spoke to the crew in Porlow. {c:Asked} by {s:the Sun's"
        " {PERSON:Ada Brooks}} {q:how she would pay for it}|, {s:she} {c:said} {q:she would not}.|"
    )
    assert names_of(text)[1] == "Joan Pell"


def test_she_is_who_came_last_month():
    text = "Last month a retired driver came to us. “{q:I am tired},” {s:she} {c:said}.|"
    assert names_of(text) == ["retired driver"]


@pytest.mark.parametrize("who", ["a nurse from Tarn", "an old nurse", "a nurse who left"])
def test_one_of_them_who_is_told_of_goes_on(who: str):
    text = f"{{s:One of them, {who},}} {{c:said}} {{q:no}}.| “{{q:So}},” {{s:she}} {{c:said}}.|"
    first, second = names_of(text)
    assert first == second != ""
