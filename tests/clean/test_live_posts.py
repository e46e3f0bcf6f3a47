"""A live report whose posts are `<article>` elements keeps them all; teasers stay outside."""

from lxml import html

from pipeline.clean import clean
from pipeline.clean.live_posts import with_posts_together
from pipeline.records import Article

TWEET = (
    '<blockquote class="twitter-tweet"><p>The landing is under water and nobody at the harbour '
    "office picks up. Who is in charge?</p>&mdash; Maren Holt (@marenholt) "
    '<a href="#">March 4, 2021</a></blockquote>'
)
POSTS = (
    "<h2>Ferry tied up</h2><p>The night ferry stays in the harbour until the wind falls, its "
    "director, Pavel Brandt, has told the islanders.</p><p>“No boat of mine goes out in this,” "
    "he said after a meeting at the town hall.</p>",
    "<h2>Roof blown off school</h2><p>The roof of the school at the landing has come down in the "
    "yard, the fire brigade said. Nobody was hurt.</p>",
    f"<p>The baker at the landing writes on Twitter:</p>{TWEET}",
    "<h2>Good morning</h2><p>Welcome to our report on the storm. The weather office warned on "
    "Sunday of gusts that these islands have not seen for ten years.</p>",
)


def _page(posts: tuple[str, ...]) -> str:
    listed = "".join(
        f'<article class="b"><time>{14 - n}.05</time>{post}<p class="s">Share</p></article>'
        for n, post in enumerate(posts)
    )
    return (
        "<html><body><nav><a>News</a> <a>Sport</a></nav><main><h1>Storm over the islands: live"
        f"</h1><p>By Ada Quist</p><div>{listed}</div></main></body></html>"
    )


def test_all_posts_and_an_embedded_tweet_are_kept() -> None:
    article = clean(Article("0" * 16, "page.html", "", markup=_page(POSTS)))
    for words in ("Ferry tied up", "No boat of mine", "roof of the school", "Welcome to our"):
        assert words in article.text
    assert "Who is in charge?" in article.text
    assert "Maren Holt (@marenholt)" in article.text


def test_teasers_and_stories_with_a_headline_stay_articles() -> None:
    teasers = tuple(post.replace("<h2>", '<h2><a href="#">') for post in POSTS)
    stories = tuple(post.replace("h2", "h1") for post in POSTS)
    comments = _page(POSTS).replace("<div>", '<div class="comments">')
    for markup in (_page(teasers), _page(stories), comments):
        root = html.document_fromstring(markup)
        assert with_posts_together(root) is root
