"""Comments of web pages are told by their markup, or by their lines below the article."""

import pytest

from pipeline.clean import clean
from pipeline.clean.blocks import Block, Line, join_lines, split_lines
from pipeline.clean.comment_section import without_empty_section
from pipeline.ingest.plain import page_article
from pipeline.records import CleanArticle
from tests.clean.pages import BODY, TITLE

ARTICLE = "\n\n".join((TITLE, *BODY))


def shown(below: str) -> CleanArticle:
    """A web page with something below its article, cleaned."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    markup = (
        f"<html><head><title>{TITLE}</title></head><body><nav><a href='/'>Bay News</a></nav><main>"
        f"<article><h1>{TITLE}</h1>{text}</article>{below}</main><footer><p>© Bay News</p></footer>"
        "</body></html>"
    )
    return clean(page_article("page.html", b"page", markup))


def comments(article: CleanArticle) -> list[tuple[str, str]]:
    return [
        (line.comment_author, line.text) for line in article.removed if line.reason == "comment"
    ]


@pytest.mark.parametrize(
    ("section", "each", "author", "text"),
    [
        ('id="disqus_thread"', 'class="post"', 'class="post-byline"', 'class="post-message"'),
        ('class="vf-comments"', 'class="vf-comment"', 'class="vf-name"', 'class="vf-html"'),
        ('id="coral_thread"', 'class="coral"', 'class="coral-name"', 'class="coral-content"'),
        ('class="fb-comments"', 'class="_1x"', 'class="_2x"', 'class="_3x"'),
        ('id="wpdcom"', 'class="wpd-comment"', 'class="wpd-name"', 'class="wpd-text"'),
        ('id="comments"', 'class="comment-body"', 'class="vcard"', 'class="comment-content"'),
        ('class="x"', 'itemprop="comment"', 'class="y"', 'class="z"'),
    ],
)
def test_each_comment_has_its_author(section: str, each: str, author: str, text: str) -> None:
    said = (
        ("Old Salt", "4 March, 2021", "The engine is older than the captain."),
        ("Ruth Lund", "5 March, 2021", "They should have asked the nurses first."),
    )
    thread = "".join(
        f"<div {each}><div {author}>{name}</div><span>{day}</span><div {text}>{words}</div></div>"
        for name, day, words in said
    )
    article = shown(f"<div {section}>{thread}</div>")
    assert article.text == ARTICLE
    assert comments(article) == [
        (name, line) for name, day, words in said for line in (name, day, words)
    ]


def test_what_the_section_offers_is_nobodys() -> None:
    thread = (
        "<div>2 Comments</div><div>Login</div><div>Sort by Best</div>"
        "<div><b>Old Salt</b> • <span>2 years ago</span></div><p>The engine is older than I am.</p>"
        "<div><b>Ruth Lund</b> • <span>2 years ago</span></div><p>Ask the nurses.</p>"
    )
    found = comments(shown(f'<div id="disqus_thread">{thread}</div>'))
    assert [author for author, _ in found] == ["", "", "", *["Old Salt"] * 2, *["Ruth Lund"] * 2]


def test_comments_without_a_class_are_told_by_their_voice() -> None:
    words = (
        "I was on it yesterday and it is a disgrace.",
        "lol typical. they never learn",
        "Well said Maren!!!",
    )
    article = shown("<div>" + "".join(f"<p>{each}</p>" for each in words) + "</div>")
    assert article.text == ARTICLE
    assert comments(article) == [("", each) for each in words]


def test_a_box_of_recent_comments_holds_none_of_the_page() -> None:
    box = '<div class="widget_recent_comments"><p>Jo on a bridge too long for the river</p></div>'
    assert comments(shown(box)) == []


def test_dated_links_to_other_stories_are_no_comments() -> None:
    stories = "".join(
        f"<li><a href='/{day}'>{title}</a> <span>{day} May 2021</span></li>"
        for day, title in ((3, "Goat found on church roof"), (5, "Bakery wins prize again"))
    )
    thread = "<div><b>Old Salt</b> <i>6 May 2021</i><p>The engine is older than I am.</p></div>"
    article = shown(f"<h3>Related stories</h3><ul>{stories}</ul><div id='comments'>{thread}</div>")
    assert {author for author, _ in comments(article)} == {"Old Salt"}


@pytest.mark.parametrize(
    "below",
    [
        "<p>View Comments</p>",
        "<p>Feedback</p><p>Privacy &amp; Cookies</p><p>Terms of use</p>",
        "<h3>Comments</h3><p>Disclaimer</p><p>Rules apply to all content you submit.</p><p>Ads</p>",
        "<div id='comments'><p>Join the conversation</p><p>You must log in to comment here.</p>"
        "<p>Please avoid attacks and abide by the guidelines.</p></div>",
    ],
)
def test_a_section_without_a_comment_holds_none(below: str) -> None:
    article = shown(below)
    assert article.text == ARTICLE
    assert comments(article) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("2 comments", "Disclaimer"),
        ("Comments", "Jo Miller", "The council has lost its way."),
        ("Comments", "Jo Miller", "March 4, 2021", "Keep the boat"),
        ("Comments", "Keep the boat!!", "View all comments"),
    ],
)
def test_one_comment_is_enough(lines: tuple[str, ...]) -> None:
    blocks = [Block((Line(n, text, 0, 1),), text) for n, text in enumerate(lines, 1)]
    labels = ["comment"] * len(lines)
    assert without_empty_section(blocks, labels) == labels


FEET = (
    "Harbourline is a part of Island Media Corporation. © 2026 Harbourline, LLC.",
    "This website and associated newspapers adhere to the island’s code of practice.",
    "Terms of Use",
)


@pytest.mark.parametrize("foot", FEET)
def test_the_foot_of_a_page_is_no_readers_words(foot: str) -> None:
    said = (
        "2 Comments",
        "Jo 6 Jan 2020 10:14",
        "Loved the boat.",
        "Ali 6 Jan 2020 11:50",
        "Me too.",
    )
    blocks = join_lines(split_lines("\n\n".join((*said, foot))))
    labels = without_empty_section(blocks, ["comment"] * len(blocks))
    assert labels == [*["comment"] * len(said), "boilerplate"]
