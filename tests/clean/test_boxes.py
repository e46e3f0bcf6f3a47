"""Boxes between an HTML page's paragraphs: told by their classes, out of the article."""

import pytest

from pipeline.clean import clean
from pipeline.ingest.plain import page_article
from pipeline.records import CleanArticle
from tests.clean.pages import BODY, TITLE, removed


def page_with(box: str, body: tuple[str, ...] = BODY) -> CleanArticle:
    """A page with a box below its second paragraph."""
    paragraphs = [f"<p>{text}</p>" for text in body]
    paragraphs.insert(2, box)
    markup = (
        f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>"
        f"<p class='byline'>By Ada Quist</p>{''.join(paragraphs)}</article></body></html>"
    )
    return clean(page_article("p.html", b"p", markup))


@pytest.mark.parametrize(
    "named",
    [
        "newsletter-signup",
        "inline-asset",
        "c-newsletterBox",
        "poll",
        "lead-paywall",
        "ad-slot",
        "also-read",
    ],
)
def test_what_the_markup_calls_another_matter_is_out(named: str) -> None:
    said = "Three dozen people in the hall thought so as well, when we asked them."
    article = page_with(f'<div class="{named}"><h4>And what of you</h4><p>{said}</p></div>')
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert removed(article)[said] == "boilerplate"


@pytest.mark.parametrize("named", ["pollen", "subtext", "shadow", "badge", "advance", "polled"])
def test_other_classes_say_nothing(named: str) -> None:
    said = "The harbour master, Eskil Torp, said that he had counted the people on the stairs."
    article = page_with(f'<div class="{named}"><p>{said}</p></div>')
    assert said in article.text


def test_an_article_locked_behind_a_wall_is_no_box() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    markup = (
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>"
        f'<div class="paywall article-body">{paragraphs}</div></body></html>'
    )
    article = clean(page_article("p.html", b"p", markup))
    assert all(text in article.text for text in BODY)


def test_boxes_that_are_most_of_an_article_are_the_article() -> None:
    paragraphs = "".join(f'<div class="promo"><p>{text}</p></div>' for text in BODY)
    markup = (
        f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>"
        f"{paragraphs}</article></body></html>"
    )
    article = clean(page_article("p.html", b"p", markup))
    assert all(text in article.text for text in BODY)
