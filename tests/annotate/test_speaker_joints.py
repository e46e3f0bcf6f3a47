"""Several speakers of one statement."""

from __future__ import annotations

import pytest

from tests.annotate.marked_article import names_of, speakers_of


def _speaker(source: str) -> tuple[str, str, str]:
    speaker = speakers_of(f"“{{q:No}},” {{s:{source}}} {{c:said}}.|")[0]
    return speaker.name, speaker.title, speaker.type


def test_each_of_two_persons_keeps_the_own_title():
    source = (
        "Harbour Secretary {PERSON:Ada Brooks} and Gen. {PERSON:Abe Stone}, "
        "the chairman of the {ORG:Low Water Board},"
    )
    title = "Harbour Secretary ; Gen.; chairman of the Low Water Board"
    assert _speaker(source) == ("Ada Brooks ; Abe Stone", title, "person")


def test_the_title_of_two_is_nobodys_afterwards():
    text = (
        "{s:Harbour Secretary {PERSON:Ada Brooks} and Gen. {PERSON:Abe Stone}} {c:said} {q:no}.| "
        "{s:{PERSON:Stone}} {c:said} {q:so}.| {s:{PERSON:Brooks}} {c:said} {q:so}.|"
    )
    assert [speaker.title for speaker in speakers_of(text)[1:]] == ["Gen.", "Harbour Secretary"]


def test_two_persons_with_appositions():
    source = "{PERSON:Ada Brooks}, the mayor, and {PERSON:Abe Stone}, a farmer,"
    assert _speaker(source)[:2] == ("Ada Brooks ; Abe Stone", "mayor ; farmer")


def test_two_roles_of_one_person_are_one_speaker():
    source = "Harbour contender and former nurse {PERSON:Ada Brooks}"
    assert _speaker(source)[0] == "Ada Brooks"


def test_a_name_and_others_are_both():
    assert _speaker("The {ORG:Lakeside News} and a host of other outlets")[::2] == (
        "Lakeside News ; host of other outlets",
        "group",
    )
    assert _speaker("the {ORG:Harbour Board} and administration")[::2] == (
        "Harbour Board ; administration",
        "organization",
    )


def test_two_names_before_one_noun_are_one_group():
    source = "{PERSON:Brooks} and {PERSON:Stone} supporters"
    assert _speaker(source)[::2] == ("Brooks and Stone supporters", "group")


def test_a_newspapers_reporter_and_its_editor():
    source = "The {ORG:Lanternist}'s {PERSON:Ada Brooks} and Editor {PERSON:Abe Stone}"
    assert _speaker(source)[0] == "Ada Brooks ; Abe Stone"


def test_the_persons_of_a_briefing_speak():
    source = "a tense briefing by Gen. {PERSON:Stone} and Harbour Secretary {PERSON:Ada Brooks}"
    assert _speaker(source) == ("Stone ; Ada Brooks", "Gen. ; Harbour Secretary", "person")
    assert _speaker("a gaffe by Sen. {PERSON:Ada Brooks}")[0] == "Ada Brooks"


def test_a_report_by_persons_is_a_document():
    assert _speaker("a report by {PERSON:Ada Brooks}")[2] == "document"


def test_who_behind_a_role_without_article_is_the_name_before_it():
    text = (
        "It was {PERSON:Ada Brooks}, harbour chief for the {ORG:Lakeside News}, {s:who} {c:noted} "
        "{q:so}.|"
    )
    assert names_of(text) == ["Ada Brooks"]


def test_who_behind_those_in_a_place_is_those():
    text = "He met those in {GPE:Ohio} {s:who} {c:think} {q:so}.|"
    assert names_of(text) == ["those in Ohio"]


def test_a_place_in_a_title_is_no_second_speaker():
    source = "{GPE:Larkhaven} and {ORG:Bay Affairs Office} director {PERSON:Ada Brooks}"
    assert _speaker(source)[0] == "Ada Brooks"


def test_the_member_of_two_bodies_is_one_person():
    source = "the {MISC:Gale} and {MISC:Port First Nations} citizen"
    assert _speaker(source)[0] == "Gale and Port First Nations citizen"


def test_a_bracket_inside_a_name_is_closed():
    assert _speaker("the {ORG:LPP(M})")[0] == "LPP(M)"


def test_a_count_with_a_courts_name_leads_up_to_those_who_speak():
    text = (
        "{s:Three {ORG:Court of Appeal} judges - {PERSON:Ada Brooks}, {PERSON:Abe Stone} and "
        "{PERSON:Carl Field} -} {c:agreed} {q:it was late}.|"
    )
    assert names_of(text) == ["Ada Brooks ; Abe Stone ; Carl Field"]


def test_he_and_his_lawyer_are_two():
    text = (
        "{s:{PERSON:Abe Stone}} {c:said} {q:so}.| "
        "{s:He and his lawyer, {PERSON:Tom Gaines},} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] == "Abe Stone ; Tom Gaines"


def test_somebody_and_i_are_both():
    text = "{s:{PERSON:Abe Stone} and I} {c:believe} {q:so}.| {s:My aunts and I} {c:hope} {q:so}.|"
    assert names_of(text, byline="By Ada Brooks") == [
        "Abe Stone ; Ada Brooks",
        "my aunts ; Ada Brooks",
    ]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("{PERSON:Ada Brooks}  and {PERSON:Abe Stone}", "Ada Brooks ; Abe Stone"),
        ("{PERSON:Ada Brooks}, along with {PERSON:Abe Stone},", "Ada Brooks ; Abe Stone"),
        ("{PERSON:Ada Brooks} as well as {PERSON:Abe Stone}", "Ada Brooks ; Abe Stone"),
        ("{PERSON:Ada Brooks} along with two other pilots", "Ada Brooks ; two other pilots"),
        ("{PERSON:Ada Brooks}, head of the fund, and other sailors", "Ada Brooks ; other sailors"),
        ("{PERSON:Ada Brooks}, owner of hotels, and other houses,", "Ada Brooks"),
    ],
)
def test_who_speaks_along_with_somebody_speaks_too(source: str, name: str):
    assert _speaker(source)[0] == name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (
            "Several mayors, including {PERSON:Ada Brooks} and {PERSON:Abe Stone},",
            "several mayors ; Ada Brooks ; Abe Stone",
        ),
        ("miners — including Gov. {PERSON:Ada Brooks} —", "miners ; Ada Brooks"),
        ("As many unions, including the {ORG:Port Union},", "many unions ; Port Union"),
        ("Many mayors, including {PERSON:Ada Brooks}'s deputies,", "many mayors"),
        ("Many mayors, including those in the north,", "many mayors"),
        ("as many as 40 mayors", "as many as 40 mayors"),
    ],
)
def test_who_is_named_of_many_speaks_with_them(source: str, name: str):
    assert _speaker(source)[::2] == (name, "group")


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("the family, sailors and civic leaders", "family ; sailors ; civic leaders"),
        ("Many nurses, two groups, and patients", "many nurses ; two groups ; patients"),
        ("pilots, sailors and rowers in {GPE:Kent}", "pilots ; sailors ; rowers in Kent"),
        ("the press, sports and brand manager", "press"),
    ],
)
def test_groups_that_are_listed_are_several(source, names):
    assert _speaker(source)[0] == names


@pytest.mark.parametrize(
    "source",
    [
        "Councillors {PERSON:Ada Brooks} and {PERSON:Abe Stone}",
        "Local businessmen {PERSON:Ada Brooks} and {PERSON:Abe Stone}",
        "committee members {PERSON:Ada Brooks} (HPP) and {PERSON:Abe Stone} (LU)",
        "the harbour experts {PERSON:Ada Brooks} and {PERSON:Abe Stone} of {ORG:Low Water Fund}",
    ],
)
def test_a_plural_title_is_that_of_two(source):
    assert _speaker(source)[0] == "Ada Brooks ; Abe Stone"


def test_supporters_of_somebody_are_not_joined_to_them():
    assert ";" not in _speaker("{PERSON:Brooks} supporters and aides")[0]


def test_bodies_behind_their_kind_or_place():
    source = (
        "{NORP:Norwegian} rights group {ORG:iFree}, internet watchdog {ORG:Port Watch} and "
        "{GPE:Larkhaven}-based {ORG:Free Port}"
    )
    assert _speaker(source)[0] == "iFree ; Port Watch ; Free Port"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The mayor, {PERSON:Ada Brooks}, and {PERSON:Abe Stone}", "Ada Brooks ; Abe Stone"),
        (
            "The club's chairwoman, {PERSON:Ada Brooks}, and its secretary, {PERSON:Abe Stone},",
            "Ada Brooks ; Abe Stone",
        ),
        (
            "The head of the port, {PERSON:Ada Brooks}, and the {ORG:Low Water Board}",
            "Ada Brooks ; Low Water Board",
        ),
        ("The mayor, {PERSON:Ada Brooks}, and other officials", "Ada Brooks ; other officials"),
        ("The mayor, {PERSON:Ada Brooks}, a farmer and a clerk,", "Ada Brooks"),
    ],
)
def test_a_description_and_its_name_are_joined_to_another_speaker(source, name):
    assert _speaker(source)[0] == name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Neither {PERSON:Ada Brooks} nor {PERSON:Abe Stone}", "Ada Brooks ; Abe Stone"),
        ("Neither Mr. {PERSON:Stone} nor other officials", "Stone ; other officials"),
        (
            "Sens. {PERSON:Ada Brooks} (R), who is ill, and {PERSON:Abe Stone} (D)",
            "Ada Brooks ; Abe Stone",
        ),
        ("{PERSON:Ada Brooks} and the bishop", "Ada Brooks ; bishop"),
    ],
)
def test_speakers_are_joined_by_nor_behind_clauses_and_in_lists(source, name):
    assert _speaker(source)[0] == name


def test_who_is_joined_to_somebody_is_another():
    text = (
        "The bishop, {PERSON:Carl Reed}, met {PERSON:Ada Brooks}.\n\n"
        "{s:{PERSON:Reed} and the bishop} {c:said} {q:it leaked}.|"
    )
    assert names_of(text) == ["Carl Reed ; bishop"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (
            "{PERSON:Otto Reed}'s biographers, {PERSON:Ada Brooks} and {PERSON:Abe Stone},",
            "Ada Brooks ; Abe Stone",
        ),
        (
            "The biographers, {PERSON:Peter} and {PERSON:Susan Lund},",
            "Peter Lund ; Susan Lund",
        ),
    ],
)
def test_names_explain_a_plural(source, name):
    assert _speaker(source)[0] == name


@pytest.mark.parametrize(
    "source",
    [
        "{PERSON:Ada Brooks}, her party's star and the prime minister,",
        "{PERSON:Ada Brooks}, her mother's closest aide and the president of the party,",
    ],
)
def test_an_apposition_with_an_owner_is_no_list(source):
    assert _speaker(source)[0] == "Ada Brooks"


def test_couples_of_two_names_are_none_of_one():
    text = (
        "{PERSON:Brad Pitt} swam. {s:{PERSON:Brad} and {PERSON:Angelina Jolie}} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Brad Pitt ; Angelina Jolie"]


def test_neither_of_two_kinds_is_no_pair():
    text = (
        "{PERSON:Dan Reed} met {PERSON:Carl Stone}. "
        "{s:Neither {NORP:Republican} nor {NORP:Democratic} leaders} {c:said} {q:so}.|"
    )
    assert "Reed" not in names_of(text)[0]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Senator {PERSON:Ada Brooks} and a clutch of other senators", "clutch of other senators"),
        ("{PERSON:Ada Brooks} and a handful of councillors", "handful of councillors"),
    ],
)
def test_who_speaks_with_somebody_is_counted(source, name):
    assert _speaker(source)[0].partition(" ; ")[2] == name


def test_what_somebody_is_joined_to_is_counted_as_no_people():
    assert _speaker("{PERSON:Ada Brooks} and a host of problems")[0].partition(" ; ")[2] == ""


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Union groups and the port committees", "union groups ; port committees"),
        ("many divers and some lawmakers", "many divers ; some lawmakers"),
        ("The {ORG:Stone campaign} and some divers", "Stone campaign ; some divers"),
        ("other divers and even a columnist", "other divers ; columnist"),
        ("divers and keepers of the port", "divers and keepers of the port"),
        ("keepers of the port and the board", "keepers of the port and the board"),
        ("divers and other incentives", "divers and other incentives"),
        ("divers and others", "divers and others"),
    ],
)
def test_two_descriptions_with_an_article_of_their_own_are_two(source: str, names: str):
    assert names_of(f"{{s:{source}}} {{c:said}} {{q:no}}.|") == [names]


def test_a_pronoun_and_others_are_two():
    text = (
        "{s:{PERSON:Ada Brooks}} {c:said} {q:so}.| {s:She and other {GPE:Halden} divers} "
        "{c:said} {q:no}.|"
    )
    assert names_of(text)[1] == "Ada Brooks ; other Halden divers"


def test_an_apposition_of_two_roles_is_no_second_speaker():
    text = "{s:{PERSON:Ada Brooks}, the former {GPE:Ohio} governor and a {NORP:Norse} candidate,} "
    text += "{c:said} {q:no}.|"
    assert names_of(text) == ["Ada Brooks"]


def test_a_comma_alone_joins_two_persons_in_a_headline():
    title = "{s:{PERSON:Brooks}, {PERSON:Stone},} {c:promise} {q:to work}|"
    text = "{PERSON:Ada Brooks} met {PERSON:Carl Stone}. {s:{PERSON:Ada Brooks}, {PERSON:Stone}} "
    assert names_of(f"{text}{{c:said}} {{q:no}}.|", title=title) == [
        "Ada Brooks ; Carl Stone",
        "Ada Brooks",
    ]


def test_who_is_included_is_the_person_and_not_the_body_of_their_title():
    source = "Some divers, including {ORG:Halden College} at Low Bay professor {PERSON:Ada Brooks},"
    assert names_of(f"{{s:{source}}} {{c:said}} {{q:no}}.|") == ["some divers ; Ada Brooks"]


@pytest.mark.parametrize("before", ["", "Two Democrats, "])
def test_two_persons_are_joined_over_the_places_they_are_from(before: str):
    source = (
        f"{before}Sens. {{PERSON:Ada Brooks}} of {{GPE:Ohio}} and {{PERSON:Abe Stone}} of "
        "{GPE:Maine}"
    )
    assert _speaker(source) == ("Ada Brooks ; Abe Stone", "Sen.", "person")


def test_two_offices_of_one_person_are_no_two_speakers():
    source = "{PERSON:Tánaiste} and Minister for Harbours {PERSON:Ada Brooks}"
    assert _speaker(source)[0] == "Ada Brooks"


def test_persons_behind_a_dash_are_all_who_they_are_said_to_be():
    source = (
        "The senators running for mayor -- {PERSON:Ada Brooks} of {GPE:Ohio}, {PERSON:Carl Field} "
        "of {GPE:Iowa} and {PERSON:Abe Stone} of {GPE:Maine} --"
    )
    assert _speaker(source)[0] == "Ada Brooks ; Carl Field ; Abe Stone"


def test_whom_a_bench_comprises_are_not_its_joint_speakers():
    source = "A bench comprising Justices {PERSON:Ada Brooks} and {PERSON:Abe Stone}"
    name = "bench comprising Justices Ada Brooks and Abe Stone"
    assert _speaker(source)[::2] == (name, "organization")


@pytest.mark.parametrize("link", ["of", "at the"])
def test_two_persons_are_joined_over_the_bodies_they_are_of(link: str):
    source = (
        f"{{PERSON:Ada Brooks}} {link} {{ORG:Low Bank}} and {{PERSON:Carl Field}} {link} "
        "{ORG:High Bank}"
    )
    assert _speaker(source)[0] == "Ada Brooks ; Carl Field"


def test_the_bodies_that_one_person_is_of_are_no_speakers():
    source = "{PERSON:Ada Brooks} of {ORG:Low Bank} and {ORG:High Bank}"
    assert _speaker(source)[0] == "Ada Brooks"
