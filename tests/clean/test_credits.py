"""Who wrote an article and where it appeared is read from the lines around it."""

import pytest

from pipeline.clean import clean
from pipeline.clean.credits import (
    authors_name,
    byline,
    name_beside_day,
    name_by_stamp,
    names_only,
    outlet_at_place,
    site_name,
    stamped_outlet,
)
from pipeline.clean.plain_lines import plain_label
from pipeline.ingest.plain import page_article
from tests.clean.pages import BODY, TITLE, cleaned, page, removed


@pytest.mark.parametrize(
    ("stamp", "name"),
    [
        ("By Jane Doe | January 6, 2020", "Jane Doe"),
        ("ByJane Doe", "Jane Doe"),
        ("writer: Jane Doe", "Jane Doe"),
        ("Interview by Jane Doe", "Jane Doe"),
        ("Compiled by Free Press staff", ""),
        ("By Jane Post", "Jane Post"),
        ("Words and pictures by Jane Doe", "Jane Doe"),
        ("By JANE DOE and JIM BEAM", "Jane Doe and Jim Beam"),
        ("BY JANE DOESTAFF WRITER", "Jane Doe"),
        ("By JANE DOE City Hall Bureau", "Jane Doe"),
        ("By Jane Doe, Staff Writer", "Jane Doe"),
        ("by Jane van Dijk · May 3, 2016 · 3 min read", "Jane van Dijk"),
        ("Written by Jane Doe on November 14, 2019", "Jane Doe"),
        ("By Jane Doe at the Quayside Stadium", "Jane Doe"),
        ("By Jane Doe and Jim Beam in Brackwater", "Jane Doe and Jim Beam"),
        ("By Jane Doe in Port Elm and Jim Beam in Brackwater", "Jane Doe and Jim Beam"),
        ("By Jane Doe in Port Elm, Harbour Correspondent", "Jane Doe"),
        ("Obituary by Jane Doe", "Jane Doe"),
        ("Health correspondent Oonagh Doe", "Oonagh Doe"),
        ("Health correspondent, Island Post", ""),
        ("By Jane Doe for the Island Post", "Jane Doe"),
        ("Words: Jane Doe", "Jane Doe"),
        ("By Jane Doe Jane Doe", "Jane Doe"),
        ("Jane van Dijk Transport correspondent", "Jane van Dijk"),
        ("Senior Health correspondent", ""),
        ("By Staff Reporter", ""),
        ("By Education Correspondent", ""),
        ("By Anna Doe Local Democracy Reporter", "Anna Doe"),
        ("By Local Democracy Reporter Anna Doe", "Anna Doe"),
        ("Jane Doe, Senior Health Correspondent", "Jane Doe"),
        ("Jane Doe North of Ulm correspondent", "Jane Doe"),
        ("Jane Doe West of the Isles correspondent", ""),
        ("By Jane Doe and KQLM Staff", "Jane Doe and KQLM Staff"),
        ("By Al Lantern Staff and News Agencies", "Al Lantern Staff"),
        ("By ORSOLYNA DOE and TAMSYNA BEAM-LEE", "Orsolyna Doe and Tamsyna Beam-Lee"),
        ("By Orsolyna DOEST", "Orsolyna Doest"),
        ("ORSOLYNA DOE, Lantern staff writer", "Orsolyna Doe"),
        ("By Jane Doe and CNN", "Jane Doe and CNN"),
        ("The Editorial Board, Island Post", "The Editorial Board"),
        ("Editorial Board of the harbour resigns", ""),
        ("11/19/2019 by Jane Doe", "Jane Doe"),
        ("5:45 AM PST 11/19/2019 by Jane Doe", "Jane Doe"),
        ("Posted on December 6, 2013 by Jane Doe", "Jane Doe"),
        ("Jane Doe Published March 3, 2020  Updated March 3, 2020 09:14am", "Jane Doe"),
        ("JANE DOE | Island Recorder  Jul 2, 2018", "Jane Doe"),
        ("Jane Doe · INB News · Posted: Nov 23, 2021 6:00 AM AST", "Jane Doe"),
        ("Island News | Posted: Nov 23, 2021", ""),
        ("By the time it was over", ""),
        ("May 3, 2016", ""),
    ],
)
def test_byline(stamp: str, name: str) -> None:
    assert byline([stamp]) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Maren Olsdatter Holt", "Maren Olsdatter Holt"),
        ("Maren Holt in Port Elm", "Maren Holt"),
        ("6 January 2020 | Maren Holt at the harbour", ""),
        ("6 January 2020 | Maren Holt at the Old Harbour", "Maren Holt"),
        ("Maren Holt, 6 January 2020", "Maren Holt"),
        ("Pavel Brandt", ""),
        ("Pavel Brandt in Cairo", ""),
        ("Harbour Road", ""),
        ("Maren", ""),
        ("Maren Holt stays", ""),
        ("Victoria Herald", ""),
        ("USA TODAY", ""),
        ("K. Sundaram", "K. Sundaram"),
        ("S. Korea", ""),
    ],
)
def test_the_name_of_nobody_in_the_article(line: str, name: str) -> None:
    assert authors_name(line, ["The director, Pavel Brandt, asked."]) == name


def test_a_name_over_the_text_is_its_authors() -> None:
    for above in ((TITLE,), ()):
        article = cleaned(page(*above, "Paulina Vandersteen", *BODY))
        assert article.metadata.byline == "Paulina Vandersteen"
        assert article.text == "\n\n".join((*above, *BODY))
        assert removed(article) == {"Paulina Vandersteen": "byline"}


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Nomvuyo Adebanjor in Port Elm", "Nomvuyo Adebanjor"),
        (
            "Jane Amsel in Port Elm and Nomvuyo Adebanjor in Brack",
            "Jane Amsel and Nomvuyo Adebanjor",
        ),
    ],
)
def test_names_with_places_over_a_day_are_the_authors(line: str, author: str) -> None:
    article = cleaned(page(TITLE, line, "Monday 6 January 2020", *BODY))
    assert article.metadata.byline == author
    assert removed(article)[line] == "byline"


def test_a_headline_of_a_name_stays() -> None:
    article = cleaned(page("Pavel Brandt", *BODY))
    assert article.metadata.byline == ""


def test_the_outlet_is_read_from_a_repeated_title() -> None:
    assert site_name("Ferry stays", ["Ferry stays | The Island Post"]) == "The Island Post"
    assert site_name("Ferry stays", ["Ferry stays afloat", "Ferry stays"]) == ""


@pytest.mark.parametrize(
    ("stamp", "outlet"),
    [
        ("The Brackwater Ledger, 21 October 2025", "The Brackwater Ledger"),
        ("Island Post | 6 January 2020", "Island Post"),
        ("Brackwater, 21 October 2025", ""),
        ("Jane Doe, 21 October 2025", ""),
        ("By Jane Post, 21 October 2025", ""),
        ("Public hearing in the Island Post, 21 October 2025", ""),
        ("The Brackwater Ledger", ""),
    ],
)
def test_the_outlet_is_read_from_a_dated_line(stamp: str, outlet: str) -> None:
    assert stamped_outlet([stamp]) == outlet


def test_a_line_with_the_known_author_and_a_day_is_its_byline() -> None:
    assert names_only("Dalia Prior 14 Sept", "Dalia Prior")
    assert names_only("By Dalia Prior | 14 September 2021, 10:05 BST", "Dalia Prior")
    assert not names_only("Dalia Prior said so on 14 September", "Dalia Prior")
    assert names_only("Dalia Prior in Port Elm and Ivo Lund in Brack", "Dalia Prior; Ivo Lund")
    assert not names_only("14 Sept", "Dalia Prior")
    assert not names_only("Dalia Prior", "")


def test_a_name_and_a_day_beside_each_other() -> None:
    assert name_beside_day("Morag Baird | 27.02.2020") == "Morag Baird"
    assert name_beside_day("Morag Baird · 5 February 2020, 10:15") == "Morag Baird"
    assert name_beside_day("Opinion | 27.02.2020") == ""
    assert name_beside_day("Morag Baird on 27 February 2020") == ""
    text = page(TITLE, "Morag Baird | 27.02.2020", *BODY)
    assert cleaned(text).metadata.byline == "Morag Baird"


def test_a_name_over_an_account_is_the_authors() -> None:
    text = page(TITLE, "Hector Amsel", "@hectoramsel", "Tue 14 Sep 2021 11.20 BST", *BODY)
    assert cleaned(text).metadata.byline == "Hector Amsel"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("November 4, 2013 by Maren Holt 5 Comments", "Maren Holt"),
        ("Words by Maren Holt. Photographs by Ivo Lund.", "Maren Holt"),
        ("Posted by Winifred at 19:22", "Winifred"),
    ],
)
def test_what_stands_behind_the_name_is_not_it(line: str, author: str) -> None:
    assert byline([line]) == author


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        (("Desmond Crake", "June 22, 2018", "3 min read"), "Desmond Crake"),
        (("DESMOND CRAKE", "JULY 12, 2017 1:15 PM"), "Desmond Crake"),
        (
            ("Desmond Crake and Sunil Oda", "Thu 12 Dec 2019 23.58 GMT"),
            "Desmond Crake and Sunil Oda",
        ),
        (("DESMOND CRAKE - 10/2/2018, 4:35 PM",), "Desmond Crake"),
        (("Harbour News", "June 22, 2018"), ""),
    ],
)
def test_names_beside_the_day_are_the_authors(lines: tuple[str, ...], author: str) -> None:
    menu = ("Skip to content", "News", "Sport", "Log in")
    article = cleaned(page(*menu, TITLE, *lines, *BODY))
    assert article.metadata.byline == author
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_a_blogs_author_stands_below_the_text() -> None:
    end = ("Posted by Winifred at 19:22", "Labels: ferry, council", "Newer Post", "Home")
    article = cleaned(page(TITLE, *BODY, *end))
    assert article.metadata.byline == "Winifred"


def test_a_running_head_gives_day_and_outlet() -> None:
    head = "Wednesday, October 9, 2013 THE ISLAND MESSENGER Page A3"
    article = cleaned(page(head, TITLE, "By Maren Oster", *BODY))
    assert article.metadata.title == TITLE
    assert article.metadata.published == "2013-10-09"
    assert article.metadata.outlet == "THE ISLAND MESSENGER"
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_a_site_before_the_title_of_its_page_is_the_outlet() -> None:
    markup = (
        f"<html><head><title>The Island Sentinel: {TITLE}</title></head><body><b>{TITLE}</b>"
        + "".join(f"<p>{line}</p>" for line in BODY)
        + "</body></html>"
    )
    article = clean(page_article("a.html", b"", markup))
    assert (article.metadata.outlet, article.metadata.title) == ("The Island Sentinel", TITLE)
    assert article.text == "\n\n".join((TITLE, *BODY))


@pytest.mark.parametrize(
    ("line", "author"),
    [
        (
            "Skerry Gazette | Harbour reporter: Desmond Crake | Thursday 6 October 2022",
            "Desmond Crake",
        ),
        ("An investigation by Desmond Crake and Sunil Oda", "Desmond Crake and Sunil Oda"),
        ("Special investigation by Desmond Crake", "Desmond Crake"),
        ("By Showbiz Reporter Desmond Crake", "Desmond Crake"),
        ("By our Harbour Correspondent", ""),
        ("By a Staff Reporter", ""),
        ("Press Digest | SKERRY, August 12, 2018", ""),
    ],
)
def test_who_is_named_as_the_writer(line: str, author: str) -> None:
    article = cleaned(page(TITLE, line, *BODY))
    assert article.metadata.byline == author
    assert article.text == "\n\n".join((TITLE, *BODY))


SAID = "“It is a road,” the bakery’s owner told The Lantern, “and it floats.”"


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ((TITLE, "Skerry Gazette | By Ada Quist | 6 January 2020"), "Skerry Gazette"),
        ((TITLE, "By Ada Quist", "Skerry Echo", "Updated: 6 January 2020"), "Skerry Echo"),
        ((TITLE, "By Ada Quist", "The Lantern, 6 January 2020"), "The Lantern"),
        ((TITLE, "The Editorial Board, Skerry Gazette", "6 January 2020"), "Skerry Gazette"),
        ((TITLE, "Ada Quist", "Politics Reporter, Skerry Post", "6 January 2020"), "Skerry Post"),
        ((TITLE, "USA TODAY", "Published 6 January 2020"), "USA TODAY"),
        ((TITLE, "By Ada Quist", "The Landing, 6 January 2020"), ""),
        ((TITLE, "By Ada Quist", "On January 6, 2020 | In News"), ""),
    ],
)
def test_the_outlet_beside_the_byline(head: tuple[str, ...], outlet: str) -> None:
    assert cleaned(page(*head, *BODY, SAID)).metadata.outlet == outlet


def test_the_notice_of_rights_names_the_site() -> None:
    menu = ("Skip to content", "The Skerry Lighthouse", "Log in", "News", "Sport", "Opinion")
    heading = (*menu, TITLE, "By Ada Quist", "January 6, 2020")
    article = cleaned("\n".join((*heading, *BODY, "Copyright © 2020 Skerry Lighthouse", "Terms")))
    assert article.metadata.outlet == "The Skerry Lighthouse"


def test_an_agencys_initials_end_the_text() -> None:
    article = cleaned(page(TITLE, *BODY, "aq/jd/mh"))
    assert removed(article) == {"aq/jd/mh": "byline"}


def test_a_role_in_capitals_is_no_papers_name() -> None:
    line = "Charlotte Swain Local Democracy Reporter"
    article = cleaned(page(TITLE, line, "12th September 2024 14:20", *BODY))
    assert (article.metadata.byline, article.metadata.outlet) == ("Charlotte Swain", "")
    assert byline(["Skerry County Reporter"]) == ""


def test_the_writers_of_a_live_report_by_turns() -> None:
    line = "Nell Abernathy (now) and Tomas Vrba (earlier)"
    article = cleaned(page(TITLE, line, "Sun 26 Sep 2021 23.58 BST", *BODY))
    assert article.metadata.byline == "Nell Abernathy and Tomas Vrba"


@pytest.mark.parametrize(
    ("role", "outlet"),
    [
        ("Local Democracy Reporter", ""),
        ("Local Democracy Reporting Service", ""),
        ("Community Affairs Reporter", ""),
        ("Local Democracy Reporter, Island Post", "Island Post"),
        ("Brackwater Reporter", "Brackwater Reporter"),
    ],
)
def test_a_role_below_the_name_is_no_outlet(role: str, outlet: str) -> None:
    head = f"By Anna Quist\n{role}\nPublished: 14 March 2023, 17:42"
    article = cleaned(page(TITLE, head, *BODY))
    assert (article.metadata.byline, article.metadata.outlet) == ("Anna Quist", outlet)
    assert role not in article.text


def test_a_role_in_place_of_a_name_is_nobody() -> None:
    head = "By Staff Reporter\nPublished: 14 March 2023"
    assert cleaned(page(TITLE, head, *BODY)).metadata.byline == ""


def test_a_name_right_below_the_headline_far_above_the_text() -> None:
    stamps = ("Jo Whitby", "Wednesday 24 May 2023 13:47 BST")
    buttons = (
        "Comments",
        "Sign up for our email",
        "Your email",
        "SIGN UP",
        "Read our privacy policy",
    )
    article = cleaned(page(TITLE, *stamps, *buttons, "Share", "Print", "Email", *BODY))
    assert (article.metadata.byline, article.metadata.published) == ("Jo Whitby", "2023-05-24")


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        (("By", "Jo Whitby", ",", "Ali Amin", "Updated May 24, 2023"), "Jo Whitby and Ali Amin"),
        (("By Jo Whitby", "and", "Ali Amin", "May 24, 2023"), "Jo Whitby and Ali Amin"),
        (("By", "Jo Whitby", "Jo Whitby", "Reporter"), "Jo Whitby"),
        (("Published Wed, May 24 2023 4:29 AM EDT", "Jo Whitby @jowhitby"), "Jo Whitby"),
        (("Jo Whitby @jowhitby / 2 days",), "Jo Whitby"),
        (("JO WHITBY, ISLANDISM", "18 NOV 2019"), "Jo Whitby"),
        (("Jo Whitby, Island Press", "Updated 1:39 am EDT, Wednesday, May 24, 2023"), "Jo Whitby"),
        (("Jo Whitby", "News reporter @jowhitby1"), "Jo Whitby"),
    ],
)
def test_authors_in_lines_of_their_own(lines: tuple[str, ...], author: str) -> None:
    buttons = ("Share", "Print", "Email")
    assert cleaned(page(TITLE, *lines, *buttons, *BODY)).metadata.byline == author


def test_a_sign_beside_a_day_is_no_name() -> None:
    assert name_by_stamp("Jane Doe and  , Island Post, 18 NOV 2019", ()) == "Jane Doe"
    assert name_by_stamp("Jane Doe, Defence Correspondent", ()) == "Jane Doe"


def test_a_city_with_its_state_is_no_author() -> None:
    assert authors_name("Washington DC", ()) == ""


def test_the_outlet_and_the_place_below_the_author_are_no_deck() -> None:
    for line in ("BBC Sport at the Field of Stones", "Island Press in Harrow Bay"):
        article = cleaned(page(TITLE, "By Jane Doe", line, "Published", "6 January 2020", *BODY))
        assert article.text == "\n\n".join((TITLE, *BODY))
        assert article.metadata.byline == "Jane Doe"
        assert article.metadata.outlet == line.split(" at ")[0].split(" in ")[0]


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("BBC News, Harrow Bay", "BBC News"),
        ("PA, London", "PA"),
        ("JANE DOE in Cairo", ""),
        ("By JANE DOE, CAIRO", ""),
        ("PARIS, France", ""),
        ("Jane Post in Cairo", ""),
    ],
)
def test_an_outlet_before_a_place(line: str, outlet: str) -> None:
    assert outlet_at_place(line) == outlet


@pytest.mark.parametrize(
    "line",
    [
        "Ada Quist in Tolmin contributed to this report.",
        "Island Radio’s Ada Quist contributed to this report.",
        "Ada Quist and Jon Ember contributed reporting from Tolmin.",
        "Ada Quist reported from Ostmere, and Jon Ember from the Salt Bay.",
        "Quist reported from Ostmere and Ember from Tolmin, Skerry.",
    ],
)
def test_who_helped_and_where_they_were_is_no_paragraph(line: str) -> None:
    article = cleaned(page(TITLE, "By Jane Doe", *BODY[:3], line, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert article.metadata.byline == "Jane Doe"


@pytest.mark.parametrize(
    "line",
    [
        "The warm winter contributed to this report of losses, the company said.",
        "Jane Doe reported from the harbour that the boats had left.",
        "Quist reported from Ostmere for nine years.",
        "Jane Doe came from Ostmere.",
    ],
)
def test_what_happened_is_no_credit(line: str) -> None:
    assert plain_label(line) == ""


def test_agencies_that_helped_are_no_authors() -> None:
    assert name_by_stamp("Jane Doe with AFP, dpa", ()) == "Jane Doe"
    assert name_by_stamp("Jane Doe with Ali Amin", ()) == ""


def test_part_of_another_name_speaks_of_no_author() -> None:
    article = ("Captain Stern-Doe kept the ferry, said Ms Doering.",)
    assert authors_name("Jane Doe", article) == "Jane Doe"
    assert authors_name("Jane Doe", ("Ms Doe’s boat is late.",)) == ""


def test_the_staff_of_a_house_over_the_day_is_no_text() -> None:
    stamps = ("Published Sunday, January 10, 2021 7:41AM EST", "Last Updated January 11, 2021")
    article = cleaned(page(TITLE, "KQ24 Web Staff", *stamps, *BODY))
    assert removed(article)["KQ24 Web Staff"] == "byline"
    assert article.text == "\n\n".join((TITLE, *BODY))


@pytest.mark.parametrize(
    "role", ["Transportation Reporter", "Chief Golf Writer", "Island Affairs Columnist"]
)
def test_a_role_below_its_author_is_no_outlet(role: str) -> None:
    article = cleaned(page(TITLE, "Ada Quist", role, "Published March 6, 2021", *BODY))
    assert article.text == page(TITLE, *BODY).rstrip()
    assert (article.metadata.byline, article.metadata.outlet) == ("Ada Quist", "")
