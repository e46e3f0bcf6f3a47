"""An HTML page: what a reader sees of it, block by block, and the article among that."""

import json

import numpy as np
import pytest
from lxml import html

from pipeline.clean import clean
from pipeline.clean.blocks import join_lines, split_lines
from pipeline.clean.classifier import LABELS
from pipeline.clean.comments import signatures
from pipeline.clean.main_content import labels_by_main
from pipeline.clean.markup import read_markup
from pipeline.ingest.plain import page_article
from pipeline.records import Article
from tests.clean.pages import BODY, TITLE, page

PAGE = f"""<!doctype html><html><head><title>{TITLE} - The Island Post</title>
<script>var a = "not seen";</script><style>p {{ color: red }}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<article><h1>{TITLE}</h1><p class="byline">By Ada Quist</p>
{"".join(f"<p>{paragraph}</p>" for paragraph in BODY)}
<p style="display:none">Hidden text.</p></article>
<section class="comments"><h3>2 Comments</h3>
<div class="comment"><b>old salt</b> <span>March 5, 2021 at 9:00 am</span>
<p>About time. I’ve been on that boat in every weather.</p></div>
<div class="comment"><b>Greta Lund</b> <span>March 6, 2021 at 8:12 am</span>
<p>And who pays?</p></div>
</section><footer>© 2021 The Island Post. All rights reserved.</footer></body></html>"""


def cleaned_markup(markup: str):  # type: ignore[no-untyped-def]
    return clean(Article("0" * 16, "page.html", "", markup=markup))


def test_visible_text_one_block_a_line() -> None:
    seen = read_markup("<p>One <b>bold</b> word.<br>Two.</p><div>Three<p>Four</p>five</div>")
    blocks = seen.blocks
    assert [block.text for block in blocks] == ["One bold word.", "Two.", "Three", "Four", "five"]
    assert [block.lines[0].number for block in blocks] == [1, 2, 3, 4, 5]


def test_scripts_comments_and_hidden_parts_are_not_seen() -> None:
    texts = [block.text for block in read_markup(PAGE).blocks]
    assert not any("not seen" in text or "Hidden" in text or "color" in text for text in texts)


def test_the_article_alone() -> None:
    article = cleaned_markup(PAGE)
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert article.text[: article.title_end] == TITLE
    reasons = {line.text: line.reason for line in article.removed}
    assert reasons["About time. I’ve been on that boat in every weather."] == "comment"
    assert reasons["© 2021 The Island Post. All rights reserved."] == "boilerplate"


def test_every_block_is_kept_or_removed() -> None:
    article = cleaned_markup(PAGE)
    blocks = [block.text for block in read_markup(PAGE).blocks]
    found = [*article.text.split("\n\n"), *(line.text for line in article.removed)]
    assert sorted(found) == sorted(blocks)


def test_a_page_without_text() -> None:
    for markup in ("<html></html>", "<script>1</script>", "<!-- -->"):
        (problem,) = cleaned_markup(markup).problems
        assert problem.severity == "error"


def test_text_behind_a_comment_in_the_markup_is_kept() -> None:
    markup = PAGE.replace("night ferry for two", "night<!-- ad --> ferry for two")
    assert cleaned_markup(markup).text == cleaned_markup(PAGE).text


def test_lines_that_are_links_say_what_share_is_linked() -> None:
    seen = read_markup("<p><a href='/a'>All of it</a></p><p>None of it</p><p>Half <a>half</a></p>")
    assert [round(share, 1) for share in seen.linked] == [1.0, 0.0, 0.4]


def test_teasers_inside_the_article_are_taken_out() -> None:
    teasers = (
        "<ul>"
        + "".join(
            f"<li><a href='/{n}'>{text}</a></li>"
            for n, text in enumerate(
                ("Bakery at the landing wins a prize", "Harbour crane sold abroad")
            )
        )
        + "</ul>"
    )
    article = cleaned_markup(PAGE.replace(f"<p>{BODY[3]}</p>", f"{teasers}<p>{BODY[3]}</p>"))
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_what_the_markup_calls_a_caption_is_taken_out() -> None:
    first, *rest = (f"<p>{paragraph}</p>" for paragraph in BODY)
    article = cleaned_markup(
        f"<html><body><article><h1>{TITLE}</h1>"
        "<figure><img src='a.jpg'><figcaption>The ferry at dusk.</figcaption></figure>"
        f"{first}<div class='wp-caption'><img src='b.jpg'>"
        "<p class='wp-caption-text'>The stairs outside the hall were full on Thursday.</p></div>"
        "<p><a href='c.jpg'><img src='c.jpg'></a><br><em>The landing in winter.</em></p>"
        f"{rest[0]}<p class='photo-credit'>Lea Dahl</p>{''.join(rest[1:])}"
        "</article></body></html>"
    )
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert {line.reason for line in article.removed} == {"caption"}


def test_a_picture_story_keeps_its_captions() -> None:
    story = "".join(f"<p class='caption'>{paragraph}</p>" for paragraph in BODY)
    article = cleaned_markup(
        f"<html><body><article><h1>{TITLE}</h1>{story}</article></body></html>"
    )
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_a_date_in_the_markup_dates_what_shows_an_age() -> None:
    seen = read_markup(
        "<body><p>Petra Vane</p><time datetime='2021-03-04T07:12:00Z'>2 years ago</time>"
        "<p>Stone costs money.</p><p>Tom <a title='Friday, March 5, 2021 9:30 AM'>1y</a></p>"
        "<p><a title='The vote of March 5, 2021' href='/v'>The vote</a></p></body>"
    )
    assert [block.text for block in seen.blocks] == [
        "Petra Vane", "2 years ago", "Stone costs money.", "Tom 1y", "The vote",
    ]  # fmt: skip
    assert seen.dates == ["", "2021-03-04", "", "2021-03-05", ""]
    lines = [block.text for block in seen.blocks[:3]]
    assert [one.date for one in signatures(lines, seen.dates[:3])] == ["2021-03-04"] * 3


def test_a_page_that_a_script_fills_in_tells_its_article_in_its_record() -> None:
    record = {
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2021-05-02",
        "articleBody": "\n\n".join(BODY),
    }
    markup = (
        f'<html><head><script type="application/ld+json">{json.dumps(record)}</script></head>'
        '<body><div id="app">Loading</div></body></html>'
    )
    article = clean(page_article("page.html", b"", markup))
    assert article.text.startswith(TITLE)
    assert all(paragraph in article.text for paragraph in BODY)
    assert article.problems == ()


def test_a_line_of_invisible_characters_in_a_pages_record_is_none() -> None:
    record = {"@type": "NewsArticle", "articleBody": f"{BODY[0]}\n\u200b\n{BODY[1]}"}
    script = f'<script type="application/ld+json">{json.dumps(record)}</script>'
    seen = read_markup(f'<html><head>{script}</head><body><div id="app"></div></body></html>')
    assert [block.text for block in seen.blocks] == list(BODY[:2])


def test_text_in_elements_that_are_never_closed_is_seen() -> None:
    lines = [f"The ferry made crossing {number} on Monday." for number in range(300)]
    seen = read_markup("<body><div>" + "<div>".join(lines))
    assert [block.text for block in seen.blocks] == lines


def test_a_page_of_lists_in_lists_without_end_is_read() -> None:
    seen = read_markup(f"<body><p>{BODY[0]}</p>{'<ol><li>' * 600}<p>It stays.")
    assert [block.text for block in seen.blocks] == [BODY[0], "It stays."]


def test_what_opens_over_a_word_is_not_seen() -> None:
    popup = '<span class="rollover-people-block"><a href="/a">Ada Brooks</a> More on her</span>'
    page = (
        '<p>The pump is old, Rep. <span class="rollover-people"><a href="/a">Ada Brooks</a>'
        f'{popup}</span> said. It <span class="tooltip">leaks</span> too.</p>'
    )
    assert [block.text for block in read_markup(page).blocks] == [
        "The pump is old, Rep. Ada Brooks said. It leaks too."
    ]


@pytest.mark.parametrize(
    "card",
    [
        '<span class="tooltip">Born in 1961, she owns a bakery.</span>',
        '<span class="is-small HoverCard"><b>Ada Brooks</b> <span>bakes bread</span></span>',
        '<em role="tooltip">The baker</em>',
        '<span><div class="popover">She bakes at the landing.</div></span>',
    ],
)
def test_a_card_beside_a_name_is_not_seen(card: str) -> None:
    page = f"<p>The pump is old, <a>Ada Brooks</a>{card} said.</p>"
    assert [block.text for block in read_markup(page).blocks] == [
        "The pump is old, Ada Brooks said."
    ]


@pytest.mark.parametrize(
    "word",
    [
        '<span class="tooltip">pump of the old harbour'
        '<span class="tooltip">It pumps day by day.</span></span>',
        '<span class="tooltip">pump of the old harbour<i role="tooltip">A machine.</i></span>',
        '<span class="tooltip" title="A machine.">pump of the old harbour</span>',
        '<span class="hovercard"><a href="/p">pump of the old harbour</a></span>',
    ],
)
def test_the_words_under_a_card_are_seen(word: str) -> None:
    assert [block.text for block in read_markup(f"<p>The {word} leaks.</p>").blocks] == [
        "The pump of the old harbour leaks."
    ]


def test_the_lines_of_an_embedded_post_are_one_paragraph() -> None:
    page = (
        "<p>She wrote:<br>Twice.</p><blockquote class='twitter-tweet'><p>The ferry is late."
        "<br><br>Again.</p>— Ada Brooks (@ada) <a>March 4, 2021</a></blockquote>"
    )
    assert [block.text for block in read_markup(page).blocks] == [
        "She wrote:",
        "Twice.",
        "The ferry is late. Again.",
        "— Ada Brooks (@ada) March 4, 2021",
    ]


def test_a_sentence_between_the_headline_and_the_author_is_the_deck() -> None:
    deck = "Residents say it ends a quarrel of three winters over who may sleep on the night boat"
    blocks = join_lines(split_lines(page(TITLE, deck, "By Jane Doe", *BODY)))
    main = np.array([0.0, 0.0, 0.0, *[1.0] * len(BODY)], dtype=np.float32)
    scores = np.full((len(blocks), len(LABELS)), -5.0, dtype=np.float32)
    for looks in ("deck", "boilerplate"):
        path = [LABELS.index(label) for label in ("title", looks, looks, *["body"] * len(BODY))]
        labels = labels_by_main(blocks, [0.0] * len(blocks), main, scores, path)
        assert labels == ["title", "deck", "boilerplate", *["body"] * len(BODY)]


@pytest.mark.parametrize(
    ("inline", "seen"),
    [
        ('<span class="u">Ruth O.</span><span class="d">Oct. 18, 2023</span>', True),
        ('<span class="user">sam62</span><time>18 Mar 2025</time>', True),
        ('<span class="drop">T</span><span class="rest">he ferry</span>', False),
        ('<b class="a">Harrow</b><span class="b">’s ferry</span>', False),
    ],
)
def test_a_name_and_its_day_side_by_side_are_two_words(inline: str, seen: bool) -> None:
    blocks = read_markup(f"<html><body><p>{inline}</p></body></html>").blocks
    shown = inline.replace("><", "> <" if seen else "><")
    plain = html.document_fromstring(f"<p>{shown}</p>").text_content()
    assert [block.text for block in blocks] == [plain]
