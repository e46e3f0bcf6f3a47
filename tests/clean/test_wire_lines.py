"""A story as an agency sends it: without what is meant for machines and desks."""

from tests.clean.pages import BODY, TITLE, cleaned, page, removed


def test_a_transmission_reads_as_its_story() -> None:
    wire = (
        "ZCZC INA0413 4 I 0201",
        "BC-ISLAND-FERRY, 1ST LD-WRITETHRU",
        "EDS: UPDATES with council's vote; ADDS quote",
        "(MORE)",
        "X X X spreadsheet like that.",
        "NNNN",
    )
    text = page(*wire[:3], TITLE, "By ADA QUIST", *BODY[:2], *wire[3:5], *BODY[2:], wire[5])
    article = cleaned(text)
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert article.metadata.byline == "Ada Quist"
    assert all(removed(article)[line] == "boilerplate" for line in wire)


def test_an_article_about_the_morning_is_no_slug() -> None:
    line = "AM radio is what the island hears in a storm."
    assert line in cleaned(page(TITLE, *BODY[:2], line, *BODY[2:])).text


def test_who_signs_off_a_report_that_names_nobody_else_wrote_it() -> None:
    credit = "(Reporting by Ada Quist and Jo Stone in Skerry; Editing by Ole Brandt)"
    assert cleaned(page(TITLE, *BODY, credit)).metadata.byline == "Ada Quist and Jo Stone"
    assert cleaned(page(TITLE, "By Eve Lund", *BODY, credit)).metadata.byline == "Eve Lund"
    bureau = credit.replace("Ada Quist and Jo Stone in", "the Island Wire bureau in")
    assert cleaned(page(TITLE, *BODY, bureau)).metadata.byline == ""


def test_what_an_agencys_site_says_of_its_reporter() -> None:
    credit = "Reporting by Ada Quist in Skerry; Editing by Ole Brandt and Ida Moe"
    bio = "Ada reports on boats from the north. Before joining the agency in 2014 she was a cook."
    article = cleaned(page(TITLE, "By Ada Quist", *BODY, credit, bio))
    assert article.text == "\n\n".join((TITLE, *BODY))
