"""Titles told away from the quotation: whole, of today, and no mere description."""

from __future__ import annotations

import pytest

from tests.annotate.marked_article import speakers_of


def _title(told: str) -> str:
    return speakers_of(f"{told} {{s:{{PERSON:Brooks}}}} {{c:said}} {{q:no}}.|")[0].title


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("It was asked by defense attorney {PERSON:Ada Brooks}.", "defense attorney"),
        ("It was on the mind of union leader {PERSON:Ada Brooks}.", "union leader"),
        ("It fell to seventh-grade pupil {PERSON:Ada Brooks}.", "seventh-grade pupil"),
        ("It fell to prize-winning potter {PERSON:Ada Brooks}.", "prize-winning potter"),
        ("It fell to a 40-year-old potter, {PERSON:Ada Brooks}.", "potter"),
        ("Head of UK drama {PERSON:Ada Brooks} came.", "Head of UK drama"),
        ("In came {PERSON:Ada Brooks}, Ph.D., R.N., Dean of Nursing.", "Dean of Nursing"),
        ("In came {PERSON:Ada Brooks}, a potter there, in May.", "potter"),
        ("It took a dental nurse named {PERSON:Ada Brooks} a year.", "dental nurse"),
        ("The motion of the crossbencher Lady {PERSON:Brooks} fell.", "crossbencher"),
    ],
)
def test_a_title_is_whole(told: str, title: str):
    assert _title(told) == title


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (
            "It was heard that {PERSON:Abe Stone}'s mother, {PERSON:Ada Brooks}, had left.",
            "Abe Stone's mother",
        ),
        (
            "It began after {ORG:Harbour Rail}'s chairwoman, {PERSON:Ada Brooks}, had left.",
            "Harbour Rail's chairwoman",
        ),
        ("Late {PERSON:Carl Field}, {PERSON:Abe Stone}'s pilot, {PERSON:Ada Brooks} sat.", ""),
    ],
)
def test_whose_somebody_is_in_the_midst_of_a_sentence(told: str, title: str):
    assert _title(told) == title


@pytest.mark.parametrize(
    ("told", "source"),
    [
        (
            "When {PERSON:Ada Brooks} was a young clerk, it rained. {PERSON:Brooks} is the mayor.",
            "",
        ),
        ("Mayor {PERSON:Ada Brooks} came.", ", a former potter,"),
        ("Mayor {PERSON:Ada Brooks} came.", ", the only woman on the board,"),
        ("Mayor {PERSON:Ada Brooks} came.", ", a man of many words,"),
    ],
)
def test_what_somebody_was_or_merely_is_gives_way_to_an_office(told: str, source: str):
    text = f"{told} {{s:{{PERSON:Brooks}}{source}}} {{c:said}} {{q:no}}.|"
    assert speakers_of(text)[0].title.casefold() == "mayor"


def test_a_former_office_of_state_stays():
    told = "Former President {PERSON:Ada Brooks}, a director of {ORG:Harbour Rail}, came."
    assert "Former President" in _title(told)


def test_a_rank_behind_a_dash_is_the_title():
    text = "{s:At least one Republican — Rep. {PERSON:Ada Brooks} —} {c:said} {q:no}.|"
    speaker = speakers_of(text)[0]
    assert (speaker.name, speaker.title) == ("Ada Brooks", "Rep.")


def test_its_role_and_a_title_in_front_of_a_name():
    source = "its shop steward, second-shift welder {PERSON:Ada Brooks},"
    text = f"The union was silent, but {{s:{source}}} {{c:said}} {{q:no}}.|"
    assert speakers_of(text)[0].name == "Ada Brooks"


def test_councillor_as_regional_papers_write_it():
    text = "{PERSON:Ada Brooks} came. {s:{PERSON:Coun Brooks}} {c:said} {q:no}.|"
    assert speakers_of(text)[0].name == "Ada Brooks"


@pytest.mark.parametrize(
    ("source", "title"),
    [
        (
            "{ORG:Harbour Rail}'s head of corporate communications {PERSON:Ada Brooks}",
            "Harbour Rail's head of corporate communications",
        ),
        (
            "Minister for Harbours, Tides and Low Water {PERSON:Ada Brooks}",
            "Minister for Harbours, Tides and Low Water",
        ),
        (
            "Minister for Lower and Higher Tides, Harbours, Ferries and Ports {PERSON:Ada Brooks}",
            "Minister for Lower and Higher Tides, Harbours, Ferries and Ports",
        ),
        ("Ceann Comhairle {PERSON:Ada Brooks}", "Ceann Comhairle"),
        ("{PERSON:Cathaoirleach Ada Brooks}", "Cathaoirleach"),
        ("Harbour Minister {PERSON:Datuk Seri Ada Brooks}", "Harbour Minister"),
        ("Health Minister Datuk Seri Dr {PERSON:Ada Brooks}", "Health Minister"),
    ],
)
def test_an_office_of_several_fields_and_a_style_of_address(source: str, title: str):
    speaker = speakers_of(f"{{s:{source}}} {{c:said}} {{q:no}}.|")[0]
    assert (speaker.name, speaker.type, speaker.title) == ("Ada Brooks", "person", title)


def test_somebody_between_a_minister_and_a_name_is_no_field():
    told = "It was the Minister of Health, {PERSON:Abe Stone} and {PERSON:Ada Brooks}."
    assert _title(told) == ""


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("She chose between the governor and Senator {PERSON:Ada Brooks}.", "Senator"),
        ("In came chairman and editor {PERSON:Ada Brooks}.", "chairman and editor"),
        ("It fell to deputy regional director {PERSON:Ada Brooks}.", "deputy regional director"),
        (
            "In came Minister of Health and Head of the {ORG:Low Board} {PERSON:Ada Brooks}.",
            "Minister of Health and Head of the Low Board",
        ),
        ("It was the Minister of Finance and Mayor {PERSON:Ada Brooks}.", "Mayor"),
        ("Rep. {PERSON:Ada Brooks} came. {PERSON:Brooks}, a brilliant former clerk, sat.", "Rep."),
    ],
)
def test_an_office_is_ones_own_and_of_today(told: str, title: str):
    assert _title(told) == title
