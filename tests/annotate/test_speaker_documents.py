"""What documents go by, and which one a description takes up."""

from __future__ import annotations

import pytest

from tests.annotate.marked_article import names_of, speakers_of


def says(source: str) -> str:
    return f"{{s:{source}}} {{c:says}} {{q:so}}.|"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("A new {ORG:Port Wire} poll", "Port Wire poll"),
        ("The latest {ORG:Port Wire} poll released Friday", "Port Wire poll"),
        ("A {ORG:Tarn} report tabled in March", "Tarn report"),
        ("A report issued by the {ORG:Harbour Board}", "report by the Harbour Board"),
        ("An opinion poll last week by {ORG:Port Wire}", "opinion poll by Port Wire"),
        ("A report filed in May by the {ORG:Harbour Board}", "report by the Harbour Board"),
        ("A survey in May by the {ORG:Harbour Board}", "survey by the Harbour Board"),
        (
            "A statement {DATE:Tuesday} from the {ORG:Harbour Board}",
            "statement from the Harbour Board",
        ),
        (
            "Figures released on Friday by the {ORG:Harbour Board}",
            "figures released by the Harbour Board",
        ),
        (
            "The {ORG:Port Wire} average of polls taken over two weeks",
            "Port Wire average of polls",
        ),
        ("A statement posted on Friday", "statement"),
        (
            "A {ORG:Port Wire} review of newly filed claims",
            "Port Wire review of newly filed claims",
        ),
        ("An analysis of published papers", "analysis of published papers"),
        ("Recently leaked {ORG:Port Wire} reports", "leaked Port Wire reports"),
        ("-One poll", "One poll"),
        ("The {GPE:New Larkhaven} report", "New Larkhaven report"),
    ],
)
def test_a_document_goes_by_what_lasts(source: str, name: str):
    assert names_of(says(source)) == [name]


@pytest.mark.parametrize(
    ("told", "noun", "name"),
    [
        (
            "A new advert from {PERSON:Ada Brooks}'s mayoral campaign is out.",
            "The spot",
            "advert from Ada Brooks's mayoral campaign",
        ),
        ("Fans shared a {ORG:Chirper} post.", "The post", "Chirper post"),
        ("A {ORG:Harbour Board} memo was late.", "The memo", "Harbour Board memo"),
        (
            "A letter issued by the {ORG:Brooks} campaign came.",
            "The letter",
            "letter by the Brooks campaign",
        ),
        ("A {ORG:Harbour Board} memo came. Then a memo came.", "The memo", "memo"),
        ("A {ORG:Harbour Board} memo came.\n\n___\n\nIt rained.", "The memo", "memo"),
        ("A {ORG:Harbour Board} memo came.\n\n14:30\n\nIt rained.", "The memo", "memo"),
        ("The {ORG:Harbour Board} did not release it.", "The release", "release"),
        ("A court judge's {ORG:Bay} decision was held.", "The ruling", "ruling"),
    ],
)
def test_the_document_is_the_one_told_of_last(told: str, noun: str, name: str):
    assert names_of(f"{told} {says(noun)}") == [name]


def test_the_new_poll_is_not_the_old_one_beside_it():
    text = (
        says("A {ORG:Port Wire} poll")
        + " "
        + says("A poll by {ORG:Bay Post} in March")
        + " "
        + says("The new poll")
    )
    assert names_of(text)[2] == "Port Wire poll"


def test_a_statewide_poll_is_another_one():
    text = f"{says('The {ORG:Port Wire} poll')} {says('The {ORG:Port Wire} statewide poll')}"
    assert names_of(text)[0] == "Port Wire poll"


def test_the_poll_of_the_lead_is_the_one_named_next():
    text = f"{says('A new poll')}\n\nIt rained.\n\n{says('The {ORG:Port Wire} poll')}"
    assert names_of(text) == ["Port Wire poll"] * 2


def test_who_gave_a_speech_is_heard_in_it():
    text = "It rained, {c:according to} {s:a speech Mr. {PERSON:Abe Stone} gave in May}{q:so}.|"
    assert [(each.name, each.type) for each in speakers_of(text)] == [("Abe Stone", "person")]


def test_a_letter_that_somebody_wrote_is_a_document():
    assert speakers_of(says("a letter {PERSON:Abe Stone} wrote to a board"))[0].type == "document"


def test_whom_the_author_asked_are_a_group():
    found = speakers_of(says("all the experts I interviewed"))[0]
    assert (found.name, found.type) == ("all the experts", "group")


def test_a_best_seller_is_a_document():
    assert speakers_of(says("{PERSON:Abe Stone}'s best seller"))[0].type == "document"


def test_the_star_of_a_show_is_no_show():
    text = says("{PERSON:Ada Brooks}, star of {ORG:Bay TV}'s “Low Water,”")
    assert names_of(text) == ["Ada Brooks"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Centre for Harbour Policy", "organization"),
        ("Halden Development Programme", "organization"),
        ("Club for Harbours ad", "document"),
    ],
)
def test_a_body_may_end_with_a_documents_noun(name: str, kind: str):
    assert speakers_of(says(f"The {{ORG:{name}}}"))[0].type == kind


def test_the_report_of_a_body_is_no_part_of_the_body():
    assert names_of(says("The harbour ministry in its latest Port report")) == ["harbour ministry"]


def test_the_new_poll_of_a_headline_is_the_one_named_next():
    text = f"{says('{ORG:New Poll}')}\n\n{says('The {ORG:Port Wire} poll')} {says('This poll')}"
    assert names_of(text) == ["Port Wire poll"] * 3


def test_the_research_is_no_institute():
    assert names_of(f"{{ORG:Institute for Bay Research}} met. {says('The research')}") == [
        "research"
    ]


def test_the_post_is_a_newspaper():
    found = speakers_of(f"{{ORG:Larkhaven Post}} has asked. {says('The Post')}")[0]
    assert (found.name, found.type) == ("Larkhaven Post", "organization")


@pytest.mark.parametrize(
    "source", ["The club's bylaws", "The city ordinance", "The catalogue", "Its playbook"]
)
def test_rules_and_catalogues_are_documents(source: str):
    assert speakers_of(says(source))[0].type == "document"


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("“{q:We won},” {s:{PERSON:Ada Brooks}} {c:said} in a brief statement.|", "Ada Brooks"),
        ("In a statement, {s:the {ORG:Harbour Union}} {c:said} {q:no}.|", "the Harbour Union"),
        ("“{q:We won},” {s:a spokesman} {c:said} in a statement.|", ""),
        ("“{q:We won},” {s:{PERSON:Ada Brooks}} {c:said} in a letter.|", ""),
    ],
)
def test_the_statement_is_by_whoever_spoke_in_one(before, name):
    found = names_of(f"{before}\n\n{{s:The statement}} {{c:added}} {{q:it was over}}.|")
    assert found[1] == (f"statement by {name}" if name else "statement")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("An internal memo prepared in May and obtained by {ORG:Port Wire}", "internal memo"),
        (
            "A note written by {ORG:Harbour Rail} and seen by {ORG:Port Wire}",
            "note by Harbour Rail",
        ),
        ("A memo written by clerks and pilots", "memo by clerks and pilots"),
    ],
)
def test_who_obtained_a_document_has_not_written_it(source: str, name: str):
    assert names_of(says(source)) == [name]


def test_data_are_compiled_and_not_written():
    assert names_of(says("Data compiled by {ORG:Port Wire}")) == ["data compiled by Port Wire"]
    assert names_of(says("A study compiled by {ORG:Port Wire}")) == ["study by Port Wire"]


@pytest.mark.parametrize(
    ("publishing", "name"),
    [
        ("{PERSON:Ada Brooks} posted a note on Friday.", "note by Ada Brooks"),
        ("{PERSON:Ada Brooks} was late. She sent out a note.", "note by Ada Brooks"),
        ("The {ORG:Harbour Board} sent out a note.", "Harbour Board note"),
        ("A {ORG:Port Wire} reporter sent out a note.", "note"),
        ("The family of {PERSON:Ada Brooks} sent out a note.", "note"),
        ("A group led by {PERSON:Ada Brooks} sent out a note.", "note"),
    ],
)
@pytest.mark.parametrize(
    "behind", ["{s:The note} {c:said} {q:no}.|", "{s:It} {c:read}: “{q:No}.”|"]
)
def test_a_document_is_theirs_who_are_told_to_have_published_it(
    publishing: str, name: str, behind: str
):
    assert names_of(f"{publishing}\n\n{behind}") == [name]


def test_a_poll_goes_by_whose_it_is():
    assert names_of("{s:The {ORG:Sunday Wire} poll} {c:shows} {q:no}.|") == ["Sunday Wire poll"]


def test_findings_without_a_name_are_read_in_an_article_without_any():
    assert names_of("{s:Data from both sides} {c:show} {q:it leaks}.|") == ["data from both sides"]


def test_the_book_is_the_textbook_before():
    text = (
        "{s:A geography textbook by {ORG:Port Press}} {c:said} {q:so}.| "
        "{s:The book} {c:added} {q:that it rains}.|"
    )
    assert names_of(text)[1] == "geography textbook by Port Press"


@pytest.mark.parametrize("report", ["report", "latest July report on trade"])
def test_the_report_is_what_a_body_said_something_in(report):
    text = (
        f"In its {report}, {{s:the {{ORG:Harbour Fund}}}} {{c:said}} {{q:it grew}}.| "
        "{s:The report} {c:added} {q:that it rains}.|"
    )
    assert names_of(text)[1] == "report by the Harbour Fund"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("The shop “{MISC:Salt Road}”", "organization"),
        ("A blood test", "document"),
    ],
)
def test_a_shop_with_a_title_is_a_body_and_a_test_is_a_document(source, kind):
    assert speakers_of(says(source))[0].type == kind


def test_a_work_is_called_by_its_title_behind_what_it_is():
    speaker = speakers_of("{q:It cost little}, {c:according to} {s:his book “Low Water.”}|")[0]
    assert (speaker.name, speaker.type) == ("Low Water", "document")


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("The {ORG:Harbour Wire} reported on Friday that it rained.", "Harbour Wire report"),
        ("{ORG:Harbour Wire} reported that, by an analysis, it rained.", "Harbour Wire report"),
        ("The {ORG:Harbour Wire} was reported shut.", "report"),
        ("{ORG:Harbour Wire} reported it. It rained. It blew. It froze.", "report"),
    ],
)
def test_the_report_is_of_who_just_reported(before: str, name: str):
    assert names_of(f"{before} {{s:The report}} {{c:said}} {{q:no}}.|") == [name]


@pytest.mark.parametrize("got", ["obtained", "seen", "reviewed"])
def test_who_obtained_a_document_did_not_make_it(got: str):
    text = (
        f"{{s:An internal memo prepared in May and {got} by {{ORG:Port Wire}}}} {{c:warned}} "
        "{q:that it rained}.| {s:The memo} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["internal memo", "internal memo"]
