"""What a page declares is taken; what merely stands on it is not."""

import json

import pytest

from pipeline.ingest import page_metadata


def page(head: str = "", body: str = "<p>The last boat left.</p>") -> str:
    return f"<html><head><title>Ferry stops</title>{head}</head><body>{body}</body></html>"


def json_ld(*records: object) -> str:
    content = json.dumps(records[0] if len(records) == 1 else list(records))
    return f'<script type="application/ld+json">{content}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "datePublished": "2021-11-07T08:00:00+01:00",
    "headline": "Ferry",
}


@pytest.mark.parametrize(
    "markup",
    [
        page(json_ld(ARTICLE)),
        page(json_ld({"@graph": [{"@type": "WebSite"}, ARTICLE]})),
        page('<meta property="article:published_time" content="2021-11-07T08:00:00+01:00">'),
        page('<meta name="pubdate" content="20211107">'),
        page(
            body='<article><time itemprop="datePublished" datetime="2021-11-07">x</time></article>'
        ),
        page(body='<article><time datetime="2021-11-07T08:00">Sunday</time></article>'),
        page(body='<p class="post-date">Posted on November 7, 2021 by Ines</p>'),
        page(body='<div class="byline">By Ines Thorne | 7 November 2021</div>'),
        page('<script type="application/ld+json">{"datePublished": "2021-11-07", broken</script>'),
    ],
)
def test_a_declared_publication_date_is_read(markup: str) -> None:
    found = page_metadata(markup)
    assert (found.published, found.published_basis) == ("2021-11-07", "page")


@pytest.mark.parametrize(
    "markup",
    [
        page(body="<p>He was born on November 7, 2021 in Brackwater.</p>"),
        page('<meta property="article:modified_time" content="2021-11-07">'),
        page('<meta itemprop="copyrightYear" content="2021">'),
        page(body='<div class="comments"><time datetime="2021-11-07">7 November</time></div>'),
        page(body='<aside><span class="date">November 7, 2021</span></aside>'),
        page(body='<footer>© 2021 <span class="date">November 7, 2021</span></footer>'),
        page(body='<span class="date">7/11/2021</span>'),
        page(body='<span class="date">7 November 2021</span><span class="date">9 May 2020</span>'),
        page(json_ld({"@type": "ItemList", "itemListElement": [ARTICLE]})),
        page(json_ld({"@type": "Event", "datePublished": "2021-11-07"})),
    ],
)
def test_a_date_that_only_stands_on_the_page_is_not(markup: str) -> None:
    assert page_metadata(markup).published == ""


def test_a_stamp_in_universal_time_yields_to_the_papers_own_day() -> None:
    stamp = '<meta property="article:published_time" content="2021-11-08T02:30:00Z">'
    link = '<link rel="canonical" href="https://bee.example/2021/11/07/ferry">'
    shown = '<p class="timestamp">9:30 pm EST, Sunday, November 7, 2021</p>'
    assert page_metadata(page(stamp)).published == "2021-11-08"
    assert page_metadata(page(stamp + link)).published == "2021-11-07"
    assert page_metadata(page(stamp, shown)).published == "2021-11-07"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        # the same minute in another element of the head, with or without its zone
        ('<meta name="sailthru.date" content="2021-11-07 21:30:12">', ""),
        ('<meta name="sailthru.date" content="2021-11-07 21:30:12 -0500">', ""),
        (
            '<meta name="article_date_original" content="Sunday, November 7, 2021, 09:30 PM">',
            '<p class="date">Updated November 9, 2021, 09:41 AM</p>',
        ),
        # the page's clock, told by when the article was changed
        ("", '<time datetime="2021-11-08T05:24:29Z">Updated 12:24 am EST, November 8, 2021</time>'),
        ("", '<p class="date">November 7, 2021 at 9:30 p.m. | Updated November 9, 2021</p>'),
    ],
)
def test_the_pages_own_clock_tells_the_day_of_a_stamp_in_universal_time(
    head: str, body: str
) -> None:
    stamp = '<meta property="article:published_time" content="2021-11-08T02:30:12.500Z">'
    assert page_metadata(page(stamp + head, f"<article>{body}</article>")).published == "2021-11-07"


def test_a_clock_ahead_of_universal_time_gives_the_day_after() -> None:
    stamp = '<meta property="article:published_time" content="2021-11-07T20:45:00+00:00">'
    shown = '<article><span class="date">8 November 2021, 2:15</span></article>'
    assert page_metadata(page(stamp, shown)).published == "2021-11-08"
    assert page_metadata(page(stamp, shown.replace("2:15", "2:22"))).published == "2021-11-07"


def test_the_articles_record_is_told_from_its_neighbours_by_address() -> None:
    records = [
        {**ARTICLE, "url": "https://bee.example/old", "datePublished": "2019-01-01"},
        {**ARTICLE, "url": "https://bee.example/ferry", "author": {"name": "Ines Thorne"}},
    ]
    found = page_metadata(page(json_ld(*records)), "https://www.bee.example/ferry?from=mail")
    assert (found.published, found.byline) == ("2021-11-07", "Ines Thorne")


def test_an_author_given_by_reference_is_looked_up() -> None:
    author = {"@type": "Person", "@id": "#1", "name": "Ines Thorne"}
    graph = {"@graph": [{**ARTICLE, "author": {"@id": "#1"}}, author]}
    assert page_metadata(page(json_ld(graph))).byline == "Ines Thorne"


def test_title_outlet_address_and_language() -> None:
    head = (
        '<meta property="og:title" content="Ferry &amp; ice | The Bee">'
        '<meta property="og:site_name" content="The Bee">'
        '<meta property="og:locale" content="en_GB">'
        '<link rel="canonical" href="https://bee.example/ferry">'
    )
    found = page_metadata(page(head))
    assert (found.title, found.outlet, found.url, found.language) == (
        "Ferry & ice", "The Bee", "https://bee.example/ferry", "en",
    )  # fmt: skip


def test_the_site_is_what_the_title_has_behind_the_heading() -> None:
    def outlet(title: str) -> str:
        head = f"<html><head><title>{title}</title></head>"
        return page_metadata(
            f"{head}<body><h1>Ferry stops</h1><p>It does.</p></body></html>"
        ).outlet

    assert outlet("Ferry stops - The Brackwater Bee") == "The Brackwater Bee"
    assert outlet("Ferry stops – and what it means for all of us now") == ""
    assert outlet("Ferry stops – what now?") == ""
    assert outlet("The Brackwater Bee") == ""
    assert outlet("Ferry stops | Island | The Bee") == "The Bee"


def test_a_blogs_name_before_its_headline_and_over_it_is_no_headline() -> None:
    markup = (
        "<html><head><title>Island Watch: Night ferry stays after all</title></head><body>"
        "<h1>Island Watch</h1><h3>Night ferry stays after all</h3><p>It stays.</p></body></html>"
    )
    found = page_metadata(markup)
    assert (found.title, found.outlet) == ("Night ferry stays after all", "Island Watch")


def test_the_address_stands_in_a_head_that_a_picture_has_ended() -> None:
    link = '<link rel="canonical" href="https://bee.example/ferry">'
    assert page_metadata(page('<img src="pixel.gif">' + link)).url == "https://bee.example/ferry"
    assert page_metadata(page(body=f"<p>The boat left.</p><div>{link}</div>")).url == ""


@pytest.mark.parametrize(
    ("site", "title", "address", "outlet"),
    [
        ("elmbee.example", "Ferry | The Elm Bee", "https://www.elmbee.example/1", "The Elm Bee"),
        ("", "A Ferry's Last Trip - Elmbee", "https://elmbee.example/1", "Elmbee"),
        ("", "A Ferry's Last Trip - Part Two", "https://elmbee.example/1", ""),
        ("elmbee", "Ferry stops", "https://www.elmbee.example/1", "elmbee.example"),
        ("Hosted", "Ferry stops | Hosted", "https://hosted.elmbee.example/1", ""),
    ],
)
def test_an_outlet_is_spelled_as_its_readers_know_it(
    site: str, title: str, address: str, outlet: str
) -> None:
    markup = (
        f'<html><head><title>{title}</title><meta property="og:site_name" content="{site}">'
        f'<link rel="canonical" href="{address}"></head><body><p>It stops.</p></body></html>'
    )
    assert page_metadata(markup).outlet == outlet


def test_a_portal_is_not_the_outlet_of_what_it_passes_on() -> None:
    head = (
        '<meta property="og:site_name" content="Portal">'
        '<meta property="og:url" content="https://www.portal.example/elm/7">'
    )
    own = '<link rel="canonical" href="https://m.portal.example/elm/7">'
    others = '<link rel="canonical" href="https://www.elmbee.example/ferry">'
    assert page_metadata(page(head + own)).outlet == "Portal"
    found = page_metadata(page(head + others))
    assert (found.url, found.outlet) == ("https://www.elmbee.example/ferry", "")


def test_an_account_is_no_author() -> None:
    head = (
        '<meta name="author" content="admin"><meta name="author" content="https://bee.example/x">'
    )
    assert page_metadata(page(head)).byline == ""


def test_a_byline_is_a_name_without_its_role() -> None:
    for author in ("Ines Thorne, Sea Correspondent", "Ines Thorne, Associated Press"):
        assert page_metadata(page(json_ld({**ARTICLE, "author": author}))).byline == "Ines Thorne"


def test_each_of_several_authors_is_named() -> None:
    shown = '<div class="byline">By INES THORNE, JO ANN BEAM and ALI AMIN</div><p>Elm Press</p>'
    assert page_metadata(page(body=shown)).byline == "Ines Thorne; Jo Ann Beam; Ali Amin"
    for author in ("Ines Thorne and Ali Amin", "By INES THORNE and ALI AMIN, Associated Press"):
        found = page_metadata(page(json_ld({**ARTICLE, "author": author})))
        assert found.byline == "Ines Thorne; Ali Amin"
    desk = page_metadata(page(json_ld({**ARTICLE, "author": "Health and Science Desk"})))
    assert desk.byline == "Health and Science Desk"


def test_the_outlet_is_not_its_own_author() -> None:
    head = '<meta property="og:site_name" content="Elm News">'
    shown = '<p class="story-author">Ines Thorne</p>'
    record = json_ld({**ARTICLE, "author": {"@type": "Organization", "name": "Elm"}})
    assert page_metadata(page(head + record, shown)).byline == "Ines Thorne"
    assert page_metadata(page(record, shown)).byline == "Elm"


def test_a_house_behind_a_name_is_no_author() -> None:
    head = '<meta name="author" content="Ines Thorne, Elmpress">'
    assert page_metadata(page(head)).byline == "Ines Thorne"


@pytest.mark.parametrize("given", ["Ines Thorne ithorne@bee.example", "Ines Thorne - "])
def test_a_byline_is_a_name_without_its_address_and_signs(given: str) -> None:
    assert page_metadata(page(f'<meta name="author" content="{given}">')).byline == "Ines Thorne"
    shown = page(body='<div class="author">By <a>Ines Thorne</a> -</div><p>It stays.</p>')
    assert page_metadata(shown).byline == "Ines Thorne"


def test_a_byline_ends_before_the_day() -> None:
    shown = '<p class="byline">By <a rel="author">Ines Thorne</a> <time>7 November 2021</time></p>'
    assert page_metadata(page(body=shown)).byline == "Ines Thorne"


def test_a_fragment_gives_no_title() -> None:
    assert page_metadata("<h2>A heading inside</h2><p>The last boat left.</p>").title == ""


def test_a_papers_name_behind_its_headline_and_over_it_is_no_headline() -> None:
    markup = (
        "<html><head><title>Night ferry stays after all - The Island Post</title></head><body>"
        "<h1>The Island Post</h1><h2>Night ferry stays after all</h2><p>It stays.</p></body></html>"
    )
    found = page_metadata(markup)
    assert (found.title, found.outlet) == ("Night ferry stays after all", "The Island Post")


def test_the_site_stands_behind_its_section() -> None:
    markup = (
        "<html><head><title>Night ferry stays | Island News | Harbour Radio</title></head><body>"
        "<h1>Night ferry stays</h1><p>It stays.</p></body></html>"
    )
    assert page_metadata(markup).outlet == "Harbour Radio"
