"""Honours behind a name, nicknames and initials: other ways to write one person."""

from __future__ import annotations

import pytest

from pipeline.annotate.text.names import split_honours
from tests.annotate.marked_article import names_of, speakers_of


@pytest.mark.parametrize("entity", ["{PERSON:Marcus Bell KC}", "{PERSON:Marcus Bell} KC"])
def test_what_stands_behind_a_name_is_a_title(entity):
    text = f"{{s:{entity}}} {{c:said}} {{q:so}}.| {{s:Mr {{PERSON:Bell}}}} {{c:said}} {{q:no}}.|"
    first, second = speakers_of(text)
    assert (first.name, first.title) == ("Marcus Bell", "KC")
    assert (second.name, second.title) == ("Marcus Bell", "KC")


def test_a_name_is_never_emptied_of_honours():
    assert split_honours("Ada Brooks OBE KC") == ("Ada Brooks", ("OBE", "KC"))
    assert split_honours("KC") == ("KC", ())


@pytest.mark.parametrize(
    "introduced",
    [
        "{PERSON:Andrea Lozano Marín}, known as {ORG:ALMA},",
        "{PERSON:Andrea Lozano Marín}, aka ALMA,",
    ],
)
def test_who_is_known_as_something_else_is_that_person(introduced):
    text = f"{{s:{introduced}}} {{c:said}} {{q:so}}.| {{s:{{ORG:ALMA}}}} {{c:said}} {{q:no}}.|"
    assert names_of(text) == ["Andrea Lozano Marín"] * 2


def test_a_stage_name_in_two_words_is_that_person():
    text = (
        "{s:{PERSON:Rita Cole}, better known as {PERSON:Velvet Rain},} {c:said} {q:so}.| "
        "“{q:No},” {s:{PERSON:Velvet Rain}} {c:said}.|"
    )
    assert names_of(text) == ["Rita Cole", "Rita Cole"]


def test_a_nickname_in_quotation_marks_stands_for_its_bearer():
    text = (
        "{s:{PERSON:Thomas} “{PERSON:Tiny}” {PERSON:Broadbent}} {c:said} {q:so}.| "
        "“{q:No},” {c:said} {s:{PERSON:Tiny}}.| “{q:Yes},” {c:said} {s:{PERSON:Broadbent}}.|"
    )
    assert set(names_of(text)) == {"Thomas “Tiny” Broadbent"}


def test_the_initials_of_one_person_stand_for_them():
    text = "{s:{PERSON:Xenia Lucía Duarte}} {c:said} {q:so}.| “{q:No},” {s:{ORG:XLD}} {c:said}.|"
    assert names_of(text)[1] == "Xenia Lucía Duarte"


def test_initials_that_a_body_has_too_stand_for_the_body():
    text = (
        "{PERSON:Helen Paula Adams} was there. {ORG:Harbour Port Authority} staff came. "
        "{s:{ORG:HPA}} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Harbour Port Authority"]
