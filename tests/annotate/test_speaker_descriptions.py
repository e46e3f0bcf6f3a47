"""Descriptions that take up somebody who was just named."""

from __future__ import annotations

import pytest

from pipeline.annotate.persons.seats import Seat, seat_behind
from pipeline.annotate.speakers.component import Speakers
from tests.annotate.marked_article import article, names_of, speakers_of


@pytest.mark.parametrize(
    "description", ["the striker", "the 23-year-old", "the Spaniard", "the 23-year-old Spaniard"]
)
def test_a_trade_an_age_or_a_country_takes_up_who_was_just_named(description):
    marked = description.replace("Spaniard", "{NORP:Spaniard}")
    text = (
        "{s:{PERSON:Marta Velez}} {c:said} {q:she was happy}.| "
        f"“{{q:I love it here}},” {{s:{marked}}} {{c:added}}.|"
    )
    assert names_of(text)[1] == "Marta Velez"


def test_the_skipper_is_the_captain():
    text = (
        "Captain {PERSON:Sean Whitlock} was lucky. "
        "{s:Referee {PERSON:Paul Dunn}} {c:said} {q:so}.| "
        "{s:The skipper} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] == "Sean Whitlock"


def test_singer_and_guitarist_are_told_apart():
    text = (
        "Guitarist {PERSON:Tim Rowe} and singer {PERSON:Ann Lake} opened the show. "
        "“{q:We were late},” {s:the singer} {c:said}.| {s:The guitarist} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Ann Lake", "Tim Rowe"]


def test_an_age_without_anybody_named_is_one_unnamed_person():
    speaker = speakers_of("“{q:No},” {s:a 34-year-old} {c:said}.|")[0]
    assert speaker.type == "unnamed"


def test_they_are_the_people_whom_the_sentence_before_begins_with():
    text = "Several harbour pilots met on the pier. {s:They} {c:said} {q:no}.|"
    assert names_of(text) == ["harbour pilots"]


def test_the_body_named_behind_a_description_is_the_speaker():
    text = (
        "“{q:He is ill},” {s:{PERSON:Colin Prater}} {c:said}.| "
        "{s:The owner, {ORG:Brightway Care},} {c:said} {q:it was closed}.|"
    )
    speaker = speakers_of(text)[1]
    assert (speaker.name, speaker.type) == ("Brightway Care", "organization")


def test_the_head_of_a_body_is_the_chief_executive_of_the_next_paragraph():
    text = (
        "{s:The head of {ORG:Union Lakes}} {c:said} {q:sorry}.|\n\n"
        "“{q:I am},” {s:CEO {PERSON:Grant Whitfield}} {c:said}.|"
    )
    assert names_of(text) == ["Grant Whitfield", "Grant Whitfield"]


def test_a_doctor_is_what_else_they_are_said_to_be():
    speaker = speakers_of(
        "{s:A consultant for the port, Dr. {PERSON:Lena Fischer}} {c:said} {q:no}.|"
    )
    assert speaker[0].title == "consultant for the port"


def test_one_of_them_is_no_title():
    assert speakers_of("{s:One of them, {PERSON:Mavis Todd}} {c:said} {q:no}.|")[0].title == ""


def test_a_man_named_somebody_is_that_somebody():
    text = "{s:The conductor, a cheerful man named {PERSON:Otto}} {c:said} {q:no}.|"
    speaker = speakers_of(text)[0]
    assert (speaker.name, speaker.title) == ("Otto", "conductor")


def test_the_prime_minister_is_not_another_minister():
    text = "Health minister {PERSON:Abe Stone} spoke. {s:The prime minister} {c:said} {q:no}.|"
    assert names_of(text) == ["prime minister"]


def test_the_spokesman_is_the_one_described_in_full_before():
    text = (
        "{s:A {ORG:Harbour Board} spokesman} {c:said} {q:no}.|\n\n"
        "“{q:Never},” {s:the spokesman} {c:added}.|"
    )
    assert names_of(text)[1] == "Harbour Board spokesman"


def test_the_person_is_whoever_was_described_just_before():
    text = (
        "“{q:It is dear},” {c:said} {s:a senior diplomat}.|\n\n“{q:So},” {s:the person} {c:added}.|"
    )
    assert names_of(text) == ["senior diplomat", "senior diplomat"]


def test_the_source_is_no_person_with_a_name():
    text = (
        "{s:A source} {c:said} {q:so}.| {PERSON:Ada Brooks} left. {s:The source} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] == "source"


def test_the_prosecutor_is_not_the_lawyer_of_the_accused():
    text = (
        "“{q:No},” {s:lawyer {PERSON:Mark Davis}} {c:said}.| "
        "{s:The police prosecutor} {c:said} {q:so}.|"
    )
    assert names_of(text)[1] == "police prosecutor"


def test_the_former_first_lady_may_have_another_role_now():
    text = (
        "Secretary {PERSON:Ada Brooks} spoke. "
        "{s:The former first lady and senator} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Ada Brooks"]


def test_a_study_written_by_somebody_is_a_document():
    speaker = speakers_of("{s:A 2021 study co-authored by {PERSON:Ada Brooks}} {c:said} {q:no}.|")[
        0
    ]
    assert speaker.type == "document"


def test_it_is_not_whom_another_quotes():
    text = (
        "{s:A study} {c:said} {q:interviews revealed doubts}.| “{q:It is dear},” {s:it} {c:said}.|"
    )
    assert names_of(text)[1] == "study"


def test_the_captain_may_be_one_whom_the_article_just_told_of():
    text = (
        "{PERSON:Ada Brooks} had a visit from a young captain within the hour. "
        "{s:The captain} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["captain"]


def test_the_person_who_adds_is_not_somebody_named_between():
    text = (
        "“{q:It is dear},” {c:said} {s:a senior diplomat}.| {PERSON:Ada Brooks} was away.\n\n"
        "“{q:So},” {s:the person} {c:added}.|"
    )
    assert names_of(text) == ["senior diplomat", "senior diplomat"]


@pytest.mark.parametrize(
    ("known", "described"),
    [
        ("centre-back", "the defender"),
        ("senator", "the lawmaker"),
    ],
)
def test_roles_of_one_field_may_be_one_persons(known, described):
    text = (
        f"{{s:The {known} {{PERSON:Sean Whitlock}}}} {{c:said}} {{q:so}}.| "
        f"“{{q:No}},” {{s:{described}}} {{c:added}}.|"
    )
    assert names_of(text)[1] == "Sean Whitlock"


@pytest.mark.parametrize(
    ("known", "described"),
    [("striker", "the goalkeeper"), ("lawyer", "the prosecutor"), ("historian", "the economist")],
)
def test_roles_that_exclude_one_another_are_two_persons(known, described):
    text = (
        f"{{s:The {known} {{PERSON:Sean Whitlock}}}} {{c:said}} {{q:so}}.| "
        f"“{{q:No}},” {{s:{described}}} {{c:added}}.|"
    )
    assert names_of(text)[1] == described.removeprefix("the ")


def test_her_lawyer_is_the_one_introduced_so():
    text = (
        "{PERSON:Carla Dunning} left. {s:Her lawyer, {PERSON:Peter Voss},} {c:said} {q:so}.| "
        "“{q:No},” {s:her lawyer} {c:said}.| {s:His lawyer} {c:said} {q:yes}.|"
    )
    assert names_of(text)[1] == "Peter Voss"
    assert names_of(text)[2] != "Peter Voss"


def test_a_mother_of_three_is_nobody_elses():
    text = (
        "{s:{PERSON:Marta Velez}} {c:said} {q:she was happy}.| "
        "“{q:I love it here},” {s:the 34-year-old mother of three} {c:added}.|"
    )
    assert names_of(text)[1] == "Marta Velez"


@pytest.mark.parametrize(
    ("between", "source", "name"),
    [
        ("", "The keen harbour sailor", "Ada Brooks"),
        ("", "The {NORP:Burmese} lawmaker", "Ada Brooks"),
        ("", "The sailor", "sailor"),
        ("", "The other sailor", "other sailor"),
        ("", "The {ORG:Bay Club} sailor", "Bay Club sailor"),
        ("Judge {PERSON:Abe Stone} left. ", "The keen harbour sailor", "keen harbour sailor"),
        ("It rained. When ", "the keen harbour sailor", "keen harbour sailor"),
    ],
)
def test_who_is_described_at_length_is_the_only_one_who_just_spoke(between, source, name):
    text = f"{{s:Surgeon {{PERSON:Ada Brooks}}}} {{c:said}} {{q:so}}.| {between}"
    assert names_of(f"{text}{{s:{source}}} {{c:said}} {{q:no}}.|")[1] == name


def test_the_dane_is_who_was_just_named_whatever_the_role():
    text = "{s:Goalkeeper {PERSON:Stefan Lund}} {c:said} {q:so}.| {s:The Dane} {c:added} {q:yes}.|"
    assert names_of(text) == ["Stefan Lund", "Stefan Lund"]


def test_an_opposite_number_is_one_person():
    assert speakers_of("{s:His opposite number} {c:said} {q:no}.|")[0].type == "unnamed"


def test_the_labour_mp_may_be_who_speaks_for_the_party_on_schools():
    text = (
        "{s:Shadow education secretary {PERSON:Leila Marsh}} {c:said} {q:so}.| "
        "{s:The {NORP:Labour} MP} {c:urged} {q:talks}.|"
    )
    assert names_of(text)[1] == "Leila Marsh"


def test_a_lead_describes_whom_the_next_paragraph_names():
    text = (
        "{s:A harbour engineer} {c:said} {q:the gate would hold}.|\n\n"
        "{s:{PERSON:Ada Brooks}} {c:told} {q:the council that she had tested it}.|"
    )
    assert names_of(text) == ["Ada Brooks", "Ada Brooks"]


def test_a_witness_of_the_lead_is_not_the_councillor_named_next():
    text = (
        "{s:A witness} {c:said} {q:the gate gave way}.|\n\n"
        "{s:Councillor {PERSON:Ada Brooks}} {c:said} {q:it would be mended}.|"
    )
    assert names_of(text) == ["witness", "Ada Brooks"]


def test_a_lead_does_not_describe_who_was_named_before_it():
    text = (
        "{PERSON:Ada Brooks} was there. {s:A harbour engineer} {c:said} {q:it would hold}.|\n\n"
        "{s:{PERSON:Ada Brooks}} {c:said} {q:it had been tested}.|"
    )
    assert names_of(text) == ["harbour engineer", "Ada Brooks"]


def test_the_scholar_is_a_scholar_without_a_name_who_just_spoke():
    text = (
        "{s:{PERSON:Ada Brooks}, a professor of maps,} {c:said} {q:it was late}.|\n\n"
        "It rained.\n\nIt rained on.\n\nIt rained still.\n\n"
        "{s:A harbour scholar, who gave no name,} {c:said} {q:the pier was old}.|\n\n"
        "{q:“It leans,”} {s:the scholar} {c:said}.|"
    )
    assert names_of(text) == ["Ada Brooks", "harbour scholar", "harbour scholar"]


def test_a_president_is_not_who_is_named_pages_later():
    text = (
        "{s:The {NORP:Norwegian} president} {c:said} {q:it was late}.|\n\n"
        + "It rained.\n\n" * 6
        + "In {GPE:Uganda}, president {PERSON:Ada Brooks} signed it."
    )
    assert names_of(text) == ["Norwegian president"]


def test_the_piece_is_what_a_paper_was_told_to_have_run():
    text = (
        "The {ORG:Lakeside Post} ran a long feature on Monday. {s:The piece} {c:said} "
        "{q:it was late}.| {s:This article} {c:says} {q:so}.|"
    )
    assert names_of(text) == ["Lakeside Post feature", "article"]


def test_the_minister_of_a_country_is_whom_the_article_calls_the_counterpart():
    text = (
        "{s:Prime Minister {PERSON:Otto Lind}} {c:told} his {NORP:Irish} counterpart "
        "{PERSON:Carl Moe} {q:so}.| {s:The {NORP:Irish} prime minister} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] == "Carl Moe"


def test_the_leader_of_a_country_is_its_prime_minister():
    text = "{s:{GPE:Larkhaven} Prime Minister {PERSON:Ada Brooks}} {c:said} {q:so}.| "
    text += (
        "Justice Minister {PERSON:Otto Lind} left. {s:The {GPE:Larkhaven} leader} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Ada Brooks", "Ada Brooks"]


def test_the_leader_of_a_party_is_no_prime_minister_of_whom_no_party_is_told():
    text = (
        "{s:{PERSON:Otto Lind}, a lawmaker,} {c:praised} {q:Prime Minister {PERSON:Ada Brooks}}.| "
        "{s:The {ORG:HCP} leader} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] != "Ada Brooks"


def test_a_party_goes_by_the_initials_of_its_name():
    text = (
        "Rep. {PERSON:Otto Lind}, floor leader of the {ORG:Harbour Care Party}, was sorry. "
        "{s:{PERSON:Lind}} {c:had blamed} {q:{ORG:HCP} Rep. {PERSON:Carl Moe}}.|\n\n"
        "{s:{PERSON:Lind}} {c:said} {q:so}.|\n\n“{q:I am sorry},” {s:the {ORG:HCP} lawmaker} "
        "{c:wrote}.|"
    )
    assert names_of(text)[-1] == "Otto Lind"


@pytest.mark.parametrize("words", ["The two", "The pair", "The duo"])
def test_the_two_are_the_only_two_who_were_just_named(words):
    text = (
        "{PERSON:Ada Brooks} met {PERSON:Otto Lind}. {s:The statement} {c:said} {q:so}.| "
        f"{{s:{words}}} {{c:called for}} {{q:calm}}.|"
    )
    assert names_of(text)[1] == "Ada Brooks ; Otto Lind"


def test_both_are_not_the_one_of_whom_nothing_is_told():
    text = (
        "{s:{PERSON:Ada Brooks}} and {PERSON:Otto Lind}, a biologist, read {PERSON:Carl Moe}. "
        "{c:said} {q:so}.| {s:Both scientists} {c:said} {q:no}.|"
    )
    assert names_of(text)[-1] == "Ada Brooks ; Otto Lind"


def test_the_parliamentarian_is_the_assemblyman():
    text = (
        "{s:Assemblyman {PERSON:Otto Lind}} {c:said} {q:so}.| "
        "{s:The parliamentarian} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] == "Otto Lind"


@pytest.mark.parametrize("noun", ["tourist", "participant", "paratrooper", "care professional"])
def test_one_person_without_a_name_is_unnamed(noun):
    assert speakers_of(f"{{s:One {noun}}} {{c:said}} {{q:so}}.|")[0].type == "unnamed"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Messages discovered on a phone", "document"),
        ("data compiled by the port", "document"),
        ("A copy of the memo seen by the crew", "document"),
        ("a footnote in the report", "document"),
        ("the chancellery", "organization"),
        ("state radio", "organization"),
        ("Fifty of the town's officers", "group"),
        ("Nearly eight of 10 voters", "group"),
        ("minutes of the meeting", "document"),
        ("the business lobby", "organization"),
        ("law enforcement", "group"),
    ],
)
def test_what_kind_of_source_its_noun_tells(source: str, kind: str):
    assert speakers_of(f"It rained. {{s:{source}}} {{c:said}} {{q:so}}.|")[0].type == kind


def test_a_company_that_no_entity_names_is_an_organization():
    text = "It rained. {s:Power company Harbourgrid} {c:said} {q:so}.|"
    assert speakers_of(text)[0].type == "organization"


def test_his_lawyer_is_the_lawyer_who_is_named_next():
    text = (
        "{PERSON:Carl Field} was released. {s:His lawyer} {c:said} {q:he was glad}.| "
        "{s:The lawyer, {PERSON:Ada Brooks},} {c:said} {q:it was over}.|"
    )
    assert names_of(text) == ["Ada Brooks", "Ada Brooks"]


def test_how_an_aide_is_thought_of_is_no_other_aide():
    text = (
        "{s:Special Adviser {PERSON:Ifeanyi Okpo}} {c:said} {q:no}.|\n\nIt rained.\n\n"
        "{s:{PERSON:Sule Dan}, a union leader,} {c:said} {q:yes}.| "
        "“{q:I am sorry},” {s:the embattled aide} {c:said}.|"
    )
    assert names_of(text)[2] == "Ifeanyi Okpo"


def test_the_leader_of_a_party_is_no_leader_named_long_before():
    text = (
        "{s:The leader of the opposition, {PERSON:James Orde},} {c:said} {q:no}.|\n\n"
        + "It rained.\n\n" * 4
        + "{s:First minister {PERSON:Morag Finn}} {c:said} {q:yes}.| "
        "{s:The {ORG:SNP} leader} {c:said} {q:she would write}.|"
    )
    assert names_of(text)[2] == "Morag Finn"


def test_the_spokesman_is_the_ministers_spokesman_just_quoted():
    text = (
        "{s:{PERSON:Morag Finn}, the first minister,} {c:said} {q:yes}.|\n\n"
        "{s:The prime minister’s spokesman} {c:said} {q:no}.| "
        "{s:The spokesman} {c:said} {q:it was late}.|"
    )
    assert names_of(text)[1:] == ["prime minister’s spokesman"] * 2


@pytest.mark.parametrize(
    ("role", "description"),
    [
        ("Captain {PERSON:Ada Brooks}", "the {GPE:England} skipper"),
        ("Committee chair {PERSON:Ada Brooks}", "the {GPE:Lakeside} senator"),
        ("Town councillor {PERSON:Ada Brooks}", "the {ORG:Liberal Democrat}"),
        ("Agriculture Cabinet Secretary {PERSON:Ada Brooks}", "the CS"),
    ],
)
def test_what_goes_with_a_role_takes_up_who_has_just_spoken(role: str, description: str):
    text = (
        f"{{s:{role}}} {{c:said}} {{q:no}}.| “{{q:It was late}},” {{s:{description}}} {{c:said}}.|"
    )
    assert names_of(text) == ["Ada Brooks", "Ada Brooks"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("A long study being released on the coast by a group of officials", "long study"),
        ("A 2014 study that appeared in a journal", "2014 study"),
        ("Anything close to that range", "Anything close to that range"),
    ],
)
def test_what_explains_a_study_in_a_clause_is_no_part_of_its_name(source: str, name: str):
    assert names_of(f"{{s:{source}}} {{c:shows}} {{q:it is so}}.|") == [name]


def test_the_conductor_of_the_third_paragraph_is_nobody_who_is_named_below():
    text = (
        "It rained.\n\nIt snowed.\n\nHe played for {PERSON:Stone}.\n\n"
        "“{q:I can hear it},” {s:the conductor} {c:said}.|\n\n"
        "{s:His daughter, the conductor {PERSON:Julia Trent},} {c:said} {q:so}.|"
    )
    assert speakers_of(text)[0].name != "Julia Trent"


def test_they_are_the_family_that_the_sentence_before_begins_with():
    text = (
        "“{q:It leaks},” {s:two gunners} {c:said}.| Mrs {PERSON:Ada Stone} wept.\n\n"
        "The Stones have a new kitchen. {s:They} {c:said} {q:so}.|"
    )
    assert names_of(text)[1] == "Stones"


@pytest.mark.parametrize("hour", ["2:45 p.m.", "14:45", "2 pm", "2:45 p.m. EST:"])
def test_each_entry_of_a_report_by_the_hour_has_a_lead(hour):
    text = (
        "{s:{PERSON:Rita Gold}} {c:said} {q:the ferry was late}.|\n\nNobody waited.\n\n"
        f"The pier was closed.\n\n{hour}\n\n"
        "{s:{GPE:Larkhaven}'s ferry commissioner} {c:says} {q:the pier is safe}.|\n\n"
        "{s:{PERSON:Kevin Marsh}} {c:says} {q:he looked}.|"
    )
    assert names_of(text)[1:] == ["Kevin Marsh"] * 2


def test_without_an_hour_an_article_has_one_lead():
    text = (
        "{s:{PERSON:Rita Gold}} {c:said} {q:the ferry was late}.|\n\nNobody waited.\n\n"
        "The pier was closed.\n\n45\n\n"
        "{s:{GPE:Larkhaven}'s ferry commissioner} {c:says} {q:the pier is safe}.|\n\n"
        "{s:{PERSON:Kevin Marsh}} {c:says} {q:he looked}.|"
    )
    assert names_of(text)[1] == "Larkhaven's ferry commissioner"


def test_an_office_with_a_place_is_no_one_of_two_topics():
    text = (
        "{s:{PERSON:Liam Stone}} {c:says} {q:too much is made of letters}.|\n\n"
        "{s:{PERSON:Neil Harker}} {c:says} {q:too little is}.| "
        "{s:Senator {PERSON:Carl Reed} of {GPE:Utah}} {c:said} {q:no}.|\n\n"
        "{s:The {GPE:Ohio} governor} {c:said} {q:others were to blame}.|"
    )
    assert names_of(text)[3] == "Ohio governor"


def test_an_office_that_begins_a_paragraph_is_the_only_person_of_the_one_before():
    text = (
        "{s:Council candidate {PERSON:Liam Stone}'s doctor} {c:calls} {q:him fit}.|\n\n"
        "The former {GPE:New Mexico} governor is a swimmer. {s:He} {c:says} {q:he feels young}.|"
    )
    assert names_of(text)[1] == "Liam Stone"


def test_an_office_that_begins_a_paragraph_is_not_told_behind_two_persons():
    text = (
        "{s:Council candidate {PERSON:Liam Stone}'s doctor} {c:calls} {q:{PERSON:Carl Reed} fit}.|"
        "\n\nThe former {GPE:New Mexico} governor is a swimmer. "
        "{s:He} {c:says} {q:he feels young}.|"
    )
    assert names_of(text)[1] == "former New Mexico governor"


AHEAD = (
    "{s:Ferry spokeswoman {PERSON:Rita Gold}} {c:said} {q:it was late}.|\n\nNobody waited.\n\n"
    "It rained.\n\nIt snowed.\n\nA crowd had come. As {s:the harbour commissioner} {c:read} "
    "{q:the order},| it left.\n\n"
)
MARSH = "{s:Harbour Commissioner {PERSON:Kevin Marsh}} {c:says} {q:he looked}.|"


@pytest.mark.parametrize(
    "named",
    [
        f"{MARSH} {{s:Harbour Commissioner {{PERSON:Ada Holt}}}} {{c:says}} {{q:no}}.|",
        f"It rained.\n\nIt snowed.\n\nIt hailed.\n\n{MARSH}",
        MARSH.replace("Harbour Commissioner", "Ferry chief"),
    ],
)
def test_an_office_is_nobody_of_two_or_far_ahead_or_another(named):
    assert names_of(AHEAD + named)[1] == "harbour commissioner"


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("all the experts I interviewed", "all the experts", "group"),
        ("Several sailors I've spoken with", "several sailors", "group"),
        ("dozens of papers ranging from the big to the small", "dozens of papers", "group"),
        ("rich owners such as {PERSON:Abe Stone}", "rich owners", "group"),
        ("Polls there", "polls", "document"),
        ("Many sailors here", "many sailors", "group"),
        ("an outside group", "outside group", "group"),
        (
            "{NORP:Liberals} probing the port's accounts",
            "Liberals probing the port's accounts",
            "group",
        ),
        ("aides and outside advisers", "aides and outside advisers", "group"),
        ("those surveyed", "those surveyed", "group"),
        ("A {ORG:Lakeside} poll out Monday", "Lakeside poll", "document"),
        ("a constellation of lobby groups", "constellation of lobby groups", "group"),
        ("A woman later identified as {PERSON:Ada Brooks}", "Ada Brooks", "person"),
    ],
)
def test_what_is_no_part_of_a_description(source, name, kind):
    speaker = speakers_of(f"It rained. {{s:{source}}} {{c:said}} {{q:no}}.|")[0]
    assert (speaker.name, speaker.type) == (name, kind)


def test_a_batch_of_emails_is_a_document():
    speaker = speakers_of("{s:A trove of harbour emails} {c:shows} {q:so}.|")[0]
    assert (speaker.name, speaker.type) == ("trove of harbour emails", "document")


def test_what_is_counted_begins_small():
    assert names_of("{s:Nearly half of the pilots} {c:said} {q:no}.|") == [
        "nearly half of the pilots"
    ]


def test_a_party_member_from_a_place_is_the_elected_one_of_those_just_named():
    text = (
        "{s:House Speaker {PERSON:Abe Stone}} {c:said} {q:President {PERSON:Ada Brooks} is late}.| "
        "In a statement, {s:the {ORG:Ohio Republican}} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] == "Abe Stone"


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("another {ORG:North Dakota Democrat}", "another North Dakota Democrat", "unnamed"),
        ("A {ORG:Surrey Tory}", "Surrey Tory", "unnamed"),
        ("The {ORG:Tallahassee Democrat}", "Tallahassee Democrat", "organization"),
    ],
)
def test_a_party_member_from_a_place_is_no_body(source, name, kind):
    speaker = speakers_of(f"It rained. {{s:{source}}} {{c:said}} {{q:no}}.|")[0]
    assert (speaker.name, speaker.type) == (name, kind)


def test_the_first_lady_is_whoever_is_called_so_though_a_president_has_her_name():
    text = (
        "President {PERSON:Stone} left. {s:First Lady {PERSON:Margaret Stone}} {c:said} {q:no}.| "
        "“{q:We must},” {s:the First Lady} {c:said}.|"
    )
    assert names_of(text) == ["Margaret Stone", "Margaret Stone"]


def test_a_sheikh_has_the_office_in_front_of_the_word():
    text = (
        "Prime Minister Sheikh {PERSON:Salem Nasser} left. {PERSON:Omar Haddad} came. "
        "{s:The prime minister} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Salem Nasser"]


def test_the_senator_just_named_is_whoever_is_of_a_party():
    text = (
        "{s:Senator {PERSON:Ada Brooks}} {c:said} {q:no}.| "
        "“{q:It is late},” {s:the Republican from {GPE:Ohio}} {c:said}.|"
    )
    assert names_of(text)[1] == "Ada Brooks"


def test_an_entry_of_a_report_by_the_hour_may_be_of_two():
    text = (
        "{s:{PERSON:Rita Gold}} {c:said} {q:so}.|\n\nIt rained.\n\n2:45 p.m.\n\n"
        "{s:A voter} {c:says} {q:she queued}.|\n\n"
        "{s:Polling officer {PERSON:Kevin Marsh}} {c:says} {q:it moves}.|"
    )
    assert names_of(text)[1] == "voter"


@pytest.mark.parametrize(("tag", "speaker"), [("R-Fla.", "Moe Banks"), ("R-Texas", "Rita Cole")])
def test_the_florida_republican_is_from_florida(tag, speaker):
    text = (
        f"Sen. {{PERSON:Rita Cole}}, R-Texas, met Rep. {{PERSON:Moe Banks}}, R-Fla., there.| "
        f"{{s:The {'Florida' if tag == 'R-Fla.' else 'Texas'} Republican}} {{c:said}} {{q:no}}.|"
    )
    assert names_of(text) == [speaker]


def test_who_held_an_office_is_not_its_bearer():
    text = (
        "It rained.\n\nIt snowed.\n\n{s:The harbour mayor} {c:said} {q:it was shut}.|\n\n"
        "{s:{PERSON:Bill Oakes}, a former harbour mayor,} {c:said} {q:so}.|"
    )
    assert names_of(text)[0] == "harbour mayor"


@pytest.mark.parametrize("word", ["Someone", "Somebody"])
def test_someone_is_one_person(word):
    assert speakers_of(f"{{s:{word}}} {{c:said}} {{q:so}}.|")[0].type == "unnamed"


def test_the_defence_is_a_side_in_court():
    text = "{s:The defence for {PERSON:Ada Brooks}} {c:argued} {q:so}.|"
    assert speakers_of(text)[0].type == "organization"


@pytest.mark.parametrize(
    ("met", "said", "name"),
    [
        (
            "{PERSON:Dan Reed} (Ky.) and {PERSON:Abe Stone} (Fla.)",
            "The Florida senator",
            "Abe Stone",
        ),
        (
            "{PERSON:Dan Reed} (R-Ky.) and {PERSON:Abe Stone} (R-Fla.)",
            "The Kentucky senator",
            "Dan Reed",
        ),
        (
            "{PERSON:Dan Reed}, D-N.H., and {PERSON:Abe Stone}",
            "The New Hampshire senator",
            "Dan Reed",
        ),
        (
            "{PERSON:Dan Reed} of Ohio and {PERSON:Abe Stone} of Texas",
            "The Texas Republican",
            "Abe Stone",
        ),
        (
            "{PERSON:Dan Reed} (Va.) and {PERSON:Abe Stone} (W.Va.)",
            "The West Virginia senator",
            "Abe Stone",
        ),
    ],
)
def test_a_senator_is_known_by_the_state(met, said, name):
    text = f"Sens. {met} met. {{PERSON:Stone}} was late.\n\n{{s:{said}}} {{c:said}} {{q:no}}.|"
    assert names_of(text) == [name]


def test_who_lives_in_a_town_has_no_seat_of_its_state():
    text = (
        "{PERSON:Abe Stone}, a Democratic congressman from Colorado, left. "
        "{PERSON:Ada Brooks}, Denver, Colorado, runs a shop. "
        "{s:The Colorado Democrat} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Abe Stone"]


@pytest.mark.parametrize(
    "behind", [" (Dallas, Texas)", ", Raleigh, N.C.", ", Director of Oregon Health"]
)
def test_a_town_or_an_office_is_no_party(behind):
    assert seat_behind(f"Ada Brooks{behind}", len("Ada Brooks"), official=False) is None


@pytest.mark.parametrize(
    ("behind", "party"),
    [
        (" (R., Ohio)", "republican"),
        (" (Rep., Ohio)", "republican"),
        (", Republican of Ohio", "republican"),
        (" (DFL-Ohio)", "democratic"),
        (", Democrat from Ohio", "democratic"),
        (" (Independent, Ohio)", ""),
    ],
)
def test_a_party_in_front_of_a_state_is_written_in_many_ways(behind, party):
    seat = seat_behind(f"Ada Brooks{behind}", len("Ada Brooks"), official=False)
    assert seat == Seat("ohio", party)


@pytest.mark.parametrize("met", ["Mayor {PERSON:Ada Brooks}", "{PERSON:Ada Brooks}, the mayor,"])
def test_the_former_mayor_is_not_the_mayor_of_today(met):
    text = (
        f"{{PERSON:Abe Stone}}, a former mayor, met {met} there. {{PERSON:Brooks}} was late. "
        "{s:The former mayor} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Abe Stone"]


def test_a_senator_of_another_state_is_another():
    text = (
        "{s:Sen. {PERSON:Ada Brooks}, R-Iowa,} {c:said} {q:it leaked}.| "
        "{s:The Florida senator} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] != "Ada Brooks"


def test_top_figures_are_no_numbers():
    [speaker] = speakers_of("{s:The party's top figures} {c:said} {q:it leaked}.|")
    assert speaker.type == "group"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Sen. {PERSON:Dan Reed} (R-Fla.) left.", "The Florida governor"),
        ("Sen. {PERSON:Dan Reed} (D-Fla.) left.", "The Florida Republican"),
        ("Sen. {PERSON:Dan Reed} (R-Fla.) left.", "A Florida lawmaker"),
        ("Prof. {PERSON:Dan Reed} of {ORG:New York University} left.", "The New York Democrat"),
        ("{PERSON:Dan Reed}, Washington bureau chief, left.", "The Washington senator"),
    ],
)
def test_a_seat_is_of_an_office_and_a_party(told, said):
    assert names_of(f"{told}\n\n{{s:{said}}} {{c:said}} {{q:no}}.|")[0] != "Dan Reed"


def test_a_veteran_washington_lawmaker_sits_for_any_state():
    text = (
        "{s:Rep. {PERSON:Dan Reed} (R-Ohio)} {c:said} {q:it leaked}.| "
        "{s:The Washington lawmaker} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] == "Dan Reed"


def test_the_nurse_of_an_age_is_the_daughter_who_has_just_spoken():
    text = (
        "{s:The miner's daughter, {PERSON:Ada Brooks},} {c:said} {q:it was late}.| "
        "“{q:I wept},” {s:the 42-year-old nurse} {c:said}.|"
    )
    assert names_of(text)[1] == "Ada Brooks"


def test_the_nurse_of_an_age_is_no_judge():
    text = (
        "{s:Judge {PERSON:Ada Brooks}} {c:said} {q:it was late}.| "
        "“{q:I wept},” {s:the 42-year-old nurse} {c:said}.|"
    )
    assert names_of(text)[1] == "42-year-old nurse"


@pytest.mark.parametrize(
    ("owner", "speaker"), [("Stone", "Lena Holm"), ("Pike", "Abe Stone's lawyer")]
)
def test_his_lawyer_is_who_was_named_as_the_lawyer_of_the_same_man(owner, speaker):
    text = (
        "{PERSON:Abe Stone} was late. "
        "{s:{PERSON:%s}'s lawyer {PERSON:Lena Holm}} {c:said} {q:no}.| "
        "{PERSON:Stone} was seen at the pool, but {s:his lawyer} {c:said} {q:that he was ill}.|"
    )
    assert names_of(text % owner)[1] == speaker


@pytest.mark.parametrize("office", ["prime minister", "health minister"])
def test_a_minister_is_not_whoever_spoke_before(office: str):
    text = (
        "“{q:No},” {c:said} {s:{PERSON:Ada Brooks}, a teacher}.| "
        f"{{s:The {office}}} {{c:said}} {{q:the country mourned}}.|"
    )
    assert names_of(text)[1] == office


@pytest.mark.parametrize(
    "source",
    [
        "one pilot, who gave only his first name, {PERSON:Omar}",
        "a pilot, who gave his name as {PERSON:Omar}",
        "a pilot who identified himself only as {PERSON:Omar}",
        "a pilot who would give only his first name, {PERSON:Omar}, for fear of losing his job",
        "a pilot, identified only as {PERSON:Omar}",
    ],
)
def test_who_gives_a_name_is_called_so(source: str):
    speaker = speakers_of(f"“{{q:We are tired}},” {{c:said}} {{s:{source}}}.|")[0]
    assert (speaker.name, speaker.type, speaker.title) == ("Omar", "person", "pilot")


def test_a_pilot_who_knew_somebody_is_not_he():
    text = "“{q:We are tired},” {c:said} {s:a pilot who gave her seat to {PERSON:Omar}}.|"
    assert names_of(text) == ["pilot"]


def test_the_minister_of_a_lead_is_no_partys_leader_who_answers():
    text = (
        "{s:The prime minister} {c:said} {q:the road was done}.| "
        "Opposition leader {s:{PERSON:Ada Brooks}} {c:said} {q:it was a joke}.|"
    )
    assert names_of(text) == ["prime minister", "Ada Brooks"]
    assert names_of(text.replace("prime minister", "Speaker"))[0] == "Speaker"


def test_a_description_may_be_the_last_word_of_a_text():
    assert names_of("It was late. {q:“We sank,”} {c:said} {s:the skipper}|") == ["skipper"]


@pytest.mark.parametrize(
    "description",
    ["The {GPE:Oslo}-born singer", "The 29-year-old singer", "The {GPE:Oslo}-based singer"],
)
def test_where_and_how_old_somebody_is_tells_no_role(description: str):
    text = (
        "The singer {PERSON:Ada Brooks} has left. "
        "{s:Her manager, {PERSON:Paul Trent},} {c:said} {q:no}.|\n\n"
        f"{{s:{description}}} {{c:said}} {{q:yes}}.|"
    )
    assert names_of(text)[1] == "Ada Brooks"


def test_somebody_of_an_age_is_nobody_named_far_above_for_the_same_work():
    text = "{PERSON:Ada Brooks}, a consultant, left.\n\n" + "It rained.\n\n" * 5
    text += "{PERSON:Otto Reed}, a pilot, met {PERSON:Abe Stone}, a clerk.\n\n"
    text += "“{q:No},” {c:said} {s:the 42-year-old consultant}.|"
    assert names_of(text) == ["42-year-old consultant"]


def test_the_mother_of_three_is_who_has_just_spoken_whatever_her_work():
    text = "{s:Shop steward {PERSON:Denise Ward}} {c:said} {q:no}.| "
    text += "{s:The mother of three} {c:said} {q:she was tired}.|"
    assert names_of(text)[1] == "Denise Ward"


def test_a_quotation_of_several_sentences_does_not_part_a_description_from_who_speaks():
    text = "{s:Tailor {PERSON:Otto Reed}} {c:said} {q:no}.| {PERSON:Reed} ran. "
    text += "“{q:It rained. I ran. I fell. I wept},” {s:the keen swimmer} {c:said}.|"
    assert names_of(text)[1] == "Otto Reed"


def test_the_monarch_is_the_emir():
    text = "{s:The Emir of Holm, {PERSON:Musa Bello},} {c:said} {q:no}.| "
    text += "{s:The monarch} {c:said} {q:yes}.|"
    assert names_of(text)[1] == "Musa Bello"


def test_the_boss_who_follows_a_speaker_is_nobody_named_after():
    text = "{s:{PERSON:Usman Baba}, the inspector-general of police,} {c:said} {q:no}.| "
    text += "{s:The police boss} {c:said} {q:yes}.|\n\n"
    text += "{s:{PERSON:Ade Ogun}, the Alara of Ilara,} {c:said} {q:maybe}.|"
    assert names_of(text)[1] == "Usman Baba"


def test_the_father_is_whoever_was_told_to_be_hers():
    text = (
        "{s:{PERSON:Camila Reed}} {c:said} {q:no}.|\n\nNext to her stood her father. "
        "“{q:I marched},” {s:he} {c:said}.|\n\n{s:The father} {c:said} {q:it rained}.|"
    )
    assert names_of(text)[1:] == ["Camila Reed's father"] * 2


def test_the_coast_guard_is_a_body():
    assert speakers_of("{s:The coast guard} {c:said} {q:no}.|")[0].type == "organization"


def test_who_would_not_be_named_is_nobody_named_after():
    text = (
        "{s:Mr {PERSON:Finch}'s neighbour}, who did not want to be named, {c:said} {q:no}.|\n\n"
        "Another neighbour, {PERSON:Tariq Reed}, ran. {s:{PERSON:Tariq Reed}} {c:said} {q:yes}.|"
    )
    assert names_of(text)[0] == "Mr Finch's neighbour"


def test_another_neighbour_is_not_the_neighbour_of_the_lead():
    text = "{s:A guard} {c:said} {q:no}.| {s:Another guard, {PERSON:Ada Brooks},} {c:said} {q:ah}.|"
    assert names_of(text) == ["guard", "Ada Brooks"]


@pytest.mark.parametrize("age", ["", "30-year-old "])
def test_a_father_of_two_is_one_person(age: str):
    speaker = speakers_of(f"{{s:The {age}father-of-two}} {{c:said}} {{q:no}}.|")[0]
    assert speaker.type == "unnamed"


def test_what_somebody_is_known_for_goes_with_any_office():
    text = "{s:{PERSON:Julius Reed}, leader of the {ORG:Harbour Party},} {c:said} {q:no}.| "
    text += "{s:The firebrand} {c:said} {q:yes}.|"
    speakers = speakers_of(text)
    assert [speaker.name for speaker in speakers] == ["Julius Reed"] * 2
    assert speakers[1].title == "leader of the Harbour Party"


@pytest.mark.parametrize(
    ("role", "name"),
    [("Defence Secretary", "Ben Reed"), ("Port Board press secretary", "minister")],
)
def test_the_minister_is_a_secretary_who_has_a_portfolio(role: str, name: str):
    text = f"{{s:{role} {{PERSON:Ben Reed}}}} {{c:said}} {{q:no}}.|\n\nIt rained.\n\n"
    text += "{s:{PERSON:Ada Brooks}, a farmer,} {c:said} {q:ah}.| "
    text += "{s:The minister} {c:said} {q:yes}.|"
    assert names_of(text)[2] == name


def test_two_roles_behind_one_article_are_one_persons():
    text = (
        "Senator {PERSON:Ada Brooks} met the crowd at the pier. "
        "“{q:No},” {s:the {GPE:Ohio} senator and {NORP:Republican} presidential candidate} "
        "{c:said}.| {PERSON:Abe Stone} had come.|"
    )
    assert names_of(text) == ["Ada Brooks"]


def test_an_inside_source_has_no_article():
    assert names_of("The plan, {s:an inside source} {c:said}, {q:is old}.|") == ["inside source"]


def test_a_party_member_is_the_candidate_who_was_just_named():
    text = (
        "Presidential candidate {PERSON:Ada Brooks} wants fewer rules.\n\n"
        "“{q:It might surprise you},” {s:the Republican} {c:said}.|"
    )
    assert names_of(text) == ["Ada Brooks"]


def test_who_is_quoted_by_a_paper_is_not_who_answers():
    text = (
        "{PERSON:Ada Brooks} met the crew. The Times quoted {s:one of Brooks's advisers} "
        "{c:as saying} {q:she is lost}.|\n\n{s:She} {c:denied} {q:it}.|"
    )
    assert names_of(text)[1] == "Ada Brooks"


def test_what_was_done_to_a_report_is_cut_off_with_its_time():
    assert names_of("{s:The report being released on Friday} {c:says} {q:no}.|") == ["report"]


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("The sharp, ill-tempered headline", "sharp, ill-tempered headline", "document"),
        ("This sloppy fact check", "sloppy fact check", "document"),
        ("One small, 3-month study", "one small, 3-month study", "document"),
        ("A tall, quiet keeper", "tall, quiet keeper", "unnamed"),
        ("The drifter, a tall keeper", "drifter", "unknown"),
        ("The strategy, chosen by keepers", "strategy", "unknown"),
    ],
)
def test_a_comma_between_two_adjectives_ends_no_description(source: str, name: str, kind: str):
    speaker = speakers_of(f"{{s:{source}}} {{c:said}} {{q:no}}.|")[0]
    assert (speaker.name, speaker.type) == (name, kind)


def test_the_tabloid_is_the_newspaper_just_named():
    text = "{s:{PERSON:Ada Brooks}} {c:told} the {ORG:Halden Daily News} {q:so}.| {s:The tabloid} "
    assert names_of(text + "{c:said} {q:no}.|")[1] == "Halden Daily News"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Top {PERSON:Brooks} aides", "top Brooks aides"),
        ("Nuclear experts", "nuclear experts"),
        ("Democratic aides", "Democratic aides"),
        ("Border Patrol agents", "Border Patrol agents"),
        ("Halden divers", "Halden divers"),
    ],
)
def test_an_adjective_that_begins_a_sentence_is_written_small(source: str, name: str):
    text = "A border of democratic nuclear states is long. "
    assert names_of(f"{text}{{s:{source}}} {{c:said}} {{q:no}}.|") == [name]


def test_a_trade_behind_a_quotation_is_who_did_something_before_it():
    text = (
        "{s:{PERSON:Ada Brooks}} {c:said} {q:she and husband {PERSON:Carl Stone} had a boat}.|\n\n"
        "{PERSON:Stone}, 38, chimed in. "
        "“{q:She told me she wanted a dog},” {s:the cook} {c:joked}.|"
    )
    assert names_of(text)[1] == "Carl Stone"


def test_a_headlines_late_goal_is_no_obituary():
    text = (
        "{PERSON:Carl Stone} made a save. It was late when {PERSON:Stone} smiled.\n\n"
        "{s:{PERSON:Rowe}} {c:said} {q:{PERSON:Carl Stone} had told him so}.|\n\n"
        "“{q:Abe came and told me to stay},” {s:the 23-year-old} {c:said}.|"
    )
    title = "Halden 1-1 Port: Late {PERSON:Tim Rowe} header saves a point"
    assert names_of(text, title=title)[1] == "Tim Rowe"


def test_the_dane_is_who_is_told_to_be_danish():
    text = (
        "{NORP:Danish} minister {PERSON:Abe Holm} met "
        "{s:{NORP:German} minister {PERSON:Ida Lang}}, who {c:said} {q:so}.| "
        "{s:The {NORP:Dane}} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] == "Abe Holm"


def test_the_briton_is_whom_britain_has():
    text = (
        "{PERSON:Abe Holm} will meet {GPE:Britain}'s {PERSON:Jack Dunn}. "
        "“{q:He is good},” {s:the {NORP:Briton}} {c:said}.|"
    )
    assert names_of(text) == ["Jack Dunn"]


@pytest.mark.parametrize("role", ["Scottish", "British"])
def test_a_scot_is_a_briton_and_may_be_called_british(role):
    text = (
        f"{{s:{{NORP:{role}}} sailor {{PERSON:Abe Holm}}}} {{c:said}} {{q:so}}.| "
        "“{q:It rained},” {s:the {NORP:Scot}} {c:added}.| "
        "“{q:No},” {s:the {NORP:Briton}} {c:said}.|"
    )
    assert names_of(text) == ["Abe Holm"] * 3


def test_who_coaches_denmark_need_not_be_a_dane():
    text = (
        "{s:{GPE:Denmark} coach {PERSON:Carl Ruiz}} {c:said} {q:he was sad}.| "
        "“{q:We lost},” {s:the {NORP:Spaniard}} {c:said}.|"
    )
    assert names_of(text)[1] == "Carl Ruiz"


def test_the_swiss_of_a_plural_verb_are_a_people():
    text = "{s:{PERSON:Abe Holm}} {c:said} {q:so}.| {s:The {NORP:Swiss}} {c:are proud of} {q:it}.|"
    speaker = speakers_of(text)[1]
    assert (speaker.name, speaker.type) == ("Swiss", "group")


def test_a_score_is_no_age():
    text = (
        "{PERSON:Ada Brooks} beat {PERSON:Ida Lang}, 4-6, 7-5. "
        "{s:{PERSON:Lang}} {c:conceded} {q:she was slow}.| "
        "“{q:I was late},” {s:the {NORP:Ukrainian}} {c:said}.|"
    )
    assert names_of(text)[1] == "Ida Lang"


def test_one_of_many_who_has_spoken_is_no_other_of_them_who_was_named():
    text = (
        "Veteran diver {PERSON:Ada Brooks} met the harbour master.\n\n"
        "{s:One of the divers at the quay} {c:said} {q:it was over}.| "
        "“{q:We go down on Friday},” {s:the diver} {c:said}.|"
    )
    assert names_of(text) == ["one of the divers at the quay"] * 2


def test_who_is_led_in_by_name_holds_the_office_behind_the_quotation():
    text = (
        "{s:{GPE:Norway}'s prime minister, {PERSON:Kari Holt},} {c:said} {q:it was slow}.|\n\n"
        "{GPE:Portugal}'s {PERSON:Maria Duarte} was less hopeful: “{q:Not before autumn},” "
        "{s:the prime minister} {c:said}.|"
    )
    assert names_of(text) == ["Kari Holt", "Maria Duarte"]


def test_who_is_led_in_with_another_role_holds_no_office():
    text = (
        "{s:{GPE:Norway}'s prime minister, {PERSON:Kari Holt},} {c:said} {q:it was slow}.|\n\n"
        "Goalkeeper {PERSON:Maria Duarte} had not heard of it: “{q:Not before autumn},” "
        "{s:the prime minister} {c:said}.|"
    )
    assert names_of(text) == ["Kari Holt", "Kari Holt"]


@pytest.mark.parametrize(
    "source",
    [
        "The {NORP:South African}",
        "The {NORP:South African}, who came last summer,",
        "The 52-year-old {NORP:South African}",
    ],
)
def test_a_people_of_two_words_is_a_person(source: str):
    text = (
        "Head coach {PERSON:Carl Venter} was angry.\n\n“{q:We all saw it},” {s:he} {c:said}.|\n\n"
        f"{{s:{source}}} {{c:said}} {{q:the side was slow}}.|"
    )
    assert names_of(text) == ["Carl Venter"] * 2


def test_where_somebody_is_from_tells_no_other_role():
    text = (
        "“{q:It is late},” {s:director {PERSON:Nils Ekberg}} {c:said}.| Halden and "
        "{PERSON:Abe Stone} waited.\n\n{s:The {NORP:Swedish} filmmaker} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Nils Ekberg"] * 2


def test_a_headlines_party_leader_may_be_named_at_the_end():
    lines = "\n\n".join(["It rained."] * 7)
    text = (
        "{s:{ORG:Harbour} leader} {c:says} {q:it is late}|\n\n"
        "{s:The {ORG:Tide Party}'s {PERSON:Abe Stone}} {c:said} {q:no}.|\n\n"
        f"{lines}\n\n{{s:{{ORG:Harbour}} leader {{PERSON:Ada Brooks}}}} {{c:said}} {{q:so}}.|"
    )
    assert names_of(text, title="Ferry stops")[0] == "Ada Brooks"


def test_a_prime_minister_of_the_end_may_be_another():
    lines = "\n\n".join(["It rained."] * 7)
    text = (
        "{s:The Prime Minister} {c:said} {q:it is late}.|\n\n"
        f"{lines}\n\nIn came Prime Minister of {{GPE:Norda}} {{PERSON:Ada Brooks}}."
    )
    assert names_of(text, title="Ferry stops")[0] == "Prime Minister"


def test_a_petitioner_is_no_judge_who_was_just_named():
    text = "{PERSON:Ada Brooks} heard it. {s:The petitioner} {c:contended} {q:that it was late}.|"
    assert names_of(text) == ["petitioner"]


def test_what_somebody_is_told_to_be_one_of_is_they():
    text = (
        "{PERSON:Ada Brooks} won. {PERSON:Brooks} is {s:one of ten {NORP:Democrats}} {c:defending} "
        "{q:seats}.| {s:She} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Ada Brooks"] * 2


@pytest.mark.parametrize("position", ["prop", "lock", "striker"])
def test_a_captain_plays_somewhere(position: str):
    text = (
        "{s:Coach {PERSON:Carl Venter}} {c:said} {q:no}.|\n\nCaptain {PERSON:Iosefa Stone} smiled "
        f"at that. “{{q:He knows}},” {{s:the {position}}} {{c:said}}.|"
    )
    assert names_of(text)[1] == "Iosefa Stone"


def test_a_heckler_is_nobody_who_was_just_named():
    text = "{PERSON:Ada Brooks} spoke. “{q:No},” {s:the heckler} {c:yelled}.|"
    assert names_of(text) == ["heckler"]


def test_a_lawmaker_of_a_party_in_a_headline_is_one():
    doc = article("{s:GOP lawmaker}{c::} {q:pupils should go}|\n\nIt rained.")
    doc._.title_end = doc.text.index("\n")
    assert [quotation.speaker.type for quotation in Speakers()(doc)._.quotations] == ["unnamed"]


def test_the_two_lawmakers_are_no_director_who_was_just_named():
    text = (
        "Rep. {PERSON:Bob Goodman} and Rep. {PERSON:Trey Gower} wrote.\n\n{s:Director {PERSON:Jim "
        "Cole}} {c:called} {q:{PERSON:Ada Clay} careless}.| {s:The two lawmakers} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] == "Bob Goodman ; Trey Gower"


def test_the_two_are_who_spoke_together_last():
    text = (
        "{s:{PERSON:Bob Goodman} and {PERSON:Trey Gower}} {c:wrote} {q:to {PERSON:Ada Clay} and "
        "{PERSON:Jim Cole}}.|\n\n“{q:{PERSON:Clay} was late, {PERSON:Cole} was not},” {s:the two} "
        "{c:write}.|"
    )
    assert names_of(text) == ["Bob Goodman ; Trey Gower"] * 2
