"""A text saved with its article's address is read as without it, and knows where it is from."""

import pytest

from pipeline.clean.address import address_in
from pipeline.records import Metadata
from tests.clean.pages import BODY, TITLE, cleaned, page, removed

URL = "https://www.island.example/2020/01/06/night-ferry-stays"


@pytest.mark.parametrize(
    "line",
    [
        URL,
        f"<{URL}>",
        f"Source: {URL}",
        f"URL: {URL}",
        f"Link: <{URL}>",
        f"Retrieved from {URL}.",
        f"Retrieved 9 March 2021, from {URL}",
        f"Original article: {URL}",
    ],
)
def test_the_address_in_the_first_line(line: str) -> None:
    article = cleaned(page(line, TITLE, *BODY))
    assert article.text == cleaned(page(TITLE, *BODY)).text
    assert removed(article) == {line: "boilerplate"}
    given = article.metadata
    assert (given.url, given.outlet) == (URL, "island.example")
    assert (given.published, given.published_basis) == ("2020-01-06", "url")


def test_it_may_stand_below_the_headline_or_the_text() -> None:
    for parts in ((TITLE, URL, *BODY), (TITLE, *BODY, URL), (TITLE, *BODY, f"Source: {URL}")):
        article = cleaned(page(*parts))
        assert article.text == "\n\n".join((TITLE, *BODY))
        assert article.metadata.url == URL


def test_no_blank_line_is_needed_at_the_top() -> None:
    article = cleaned("\n".join((TITLE, URL, *BODY)))
    assert article.metadata.url == URL
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_without_a_scheme() -> None:
    given = cleaned(page("www.island.example/news/4711", TITLE, *BODY)).metadata
    assert (given.url, given.outlet) == ("http://www.island.example/news/4711", "island.example")


@pytest.mark.parametrize("lead", ["", "URL: ", "Source: "])
def test_without_a_scheme_or_www(lead: str) -> None:
    line = f"{lead}news.island.example/2020/01/06/ferry-stays.html"
    for parts in ((line, TITLE, *BODY), (TITLE, *BODY, line)):
        article = cleaned(page(*parts))
        assert article.text == "\n\n".join((TITLE, *BODY))
        given = article.metadata
        assert given.url == "http://news.island.example/2020/01/06/ferry-stays.html"
        assert (given.published, given.published_basis) == ("2020-01-06", "url")


def test_the_day_it_was_saved_is_none_of_publication() -> None:
    saved = "Accessed on 7 January 2020"
    for parts in ((URL, saved, TITLE, *BODY), (TITLE, *BODY, URL, saved)):
        article = cleaned(page(*parts))
        assert article.text == "\n\n".join((TITLE, *BODY))
        assert set(removed(article)) == {URL, saved}
        assert (article.metadata.url, article.metadata.published) == (URL, "2020-01-06")
    alone = cleaned(page(saved, TITLE, *BODY))
    assert removed(alone) == {saved: "boilerplate"}
    assert alone.metadata.published == ""


@pytest.mark.parametrize(
    "line", ["islandpost.example", "www.islandpost.example/", "Read more at islandpost.example/a/b"]
)
def test_a_site_named_below_the_article_is_taken_out(line: str) -> None:
    article = cleaned(page(TITLE, *BODY, line))
    assert removed(article) == {line: "boilerplate"}


def test_the_query_may_name_the_article() -> None:
    line = "https://island.example/ST/?url=/db/read.php%3fidx=4711&PHPSESSID=70cafe12"
    article = cleaned(page(line, *BODY))
    assert article.text == "\n\n".join(BODY)
    assert article.metadata.url == line


def test_other_sources_go_first() -> None:
    known = Metadata(url="https://other.example/a", outlet="The Other")
    assert cleaned(page(URL, TITLE, *BODY), known).metadata.url == known.url
    dated = cleaned(page(URL, TITLE, "By Jane Doe | January 7, 2020", *BODY)).metadata
    assert (dated.published, dated.published_basis) == ("2020-01-07", "page")
    named = cleaned(page(URL, TITLE, *BODY), Metadata(outlet="The Other")).metadata
    assert (named.url, named.outlet) == (URL, "The Other")


@pytest.mark.parametrize(
    "line",
    [
        "https://www.island.example/",
        "https://www.island.example/img/2020/01/06/ferry.jpg",
        "https://ads.island.example/click/2020/01/06",
        "https://ad.doubleclick.net/clk;4711",
        "https://twitter.com/janedoe/status/4711",
        "https://m.facebook.com/islandpost",
        "mailto:jane@island.example",
        "jane@island.example",
        "http://[broken/2020",
    ],
)
def test_addresses_that_are_no_articles(line: str) -> None:
    assert cleaned(page(line, TITLE, *BODY)).metadata.url == ""


def test_of_two_addresses_the_first_that_an_article_may_have() -> None:
    other = "https://www.island.example/2020/01/07/fares"
    assert cleaned(page(URL, other, TITLE, *BODY)).metadata.url == URL
    assert cleaned(page("https://www.island.example", URL, TITLE, *BODY)).metadata.url == URL


def test_a_page_in_an_archive_is_of_its_own_site() -> None:
    line = f"https://web.archive.org/web/20200110120000/{URL}"
    given = cleaned(page(line, TITLE, *BODY)).metadata
    assert (given.outlet, given.published) == ("island.example", "2020-01-06")


def test_an_address_inside_the_article_is_not_its_own() -> None:
    for parts in (
        (TITLE, *BODY[:2], URL, *BODY[2:]),
        (TITLE, "She put the link on her page:", URL, *BODY),
        (TITLE, *BODY, "The timetable can be found here:", URL),
        (TITLE, *BODY, f"[1] {URL}"),
        (TITLE, *BODY, "See also", URL),
        (TITLE, f"The council put it at {URL} on Friday.", *BODY),
    ):
        assert cleaned(page(*parts)).metadata.url == ""


def test_an_address_below_reader_comments_is_a_readers() -> None:
    comments = (
        "2 Comments",
        "Dora says:",
        "January 7, 2020 at 9:15 am",
        "I have taken that boat since I was a child, and I am glad of it!",
        "Reply",
        "Emil says:",
        "January 8, 2020 at 10:15 am",
        "lol they wrote the same thing last year, see below.",
        URL,
    )
    article = cleaned(page(TITLE, *BODY, *comments))
    assert article.metadata.url == ""
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_a_text_of_nothing_but_an_address_keeps_it() -> None:
    assert cleaned(f"{URL}\n").text == URL


def test_an_address_line() -> None:
    assert address_in(f"See also {URL}") == ""
    assert address_in(f"{URL} and more") == ""
    assert (
        address_in("https://island.example/ferry_(boat)") == "https://island.example/ferry_(boat)"
    )


def test_what_a_browser_prints_on_each_sheet() -> None:
    head = "3/16/25, 10:02 AM\tCouncil votes to keep the night ferry | The Island Post"
    feet = [f"https://www.island-post.example/2025/03/14/ferry\t{n}/2" for n in (1, 2)]
    lines = (head, "", TITLE, "", *BODY[:2], "", feet[0], head, "", *BODY[2:], "", feet[1])
    article = cleaned("\n".join(lines))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert article.metadata.url == "https://www.island-post.example/2025/03/14/ferry"
    assert article.metadata.published == "2025-03-14"


def test_a_web_archive_names_the_page_that_it_kept() -> None:
    page_address = "http://www.island-post.example:80/news/2009/04/11/ferry.html"
    line = f"The Wayback Machine - https://web.archive.org/web/20090415021412/{page_address}"
    article = cleaned(page(line, TITLE, *BODY))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert article.metadata.url == page_address
    assert article.metadata.published == "2009-04-11"
