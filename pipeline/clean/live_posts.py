"""The posts of a live report, each of which its markup calls an `<article>`."""

from __future__ import annotations

from collections import defaultdict
from copy import deepcopy

from lxml import etree, html

from pipeline.clean.blocks import STOPPED
from pipeline.clean.comment_markup import holds_comments

_LEAST_POSTS = 2
_LINKED_HEADING = etree.XPath(
    ".//a[.//h1 or .//h2 or .//h3 or .//h4] | .//*[self::h1 or self::h2 or self::h3 or self::h4]//a"
)
_HEADLINE = etree.XPath(".//h1")


def with_posts_together(root: html.HtmlElement) -> html.HtmlElement:
    """The page, the posts of a live report in it no longer articles of their own.

    trafilatura takes a page's first `<article>` for the whole. Teasers of other stories,
    which their headings link to, and stories with a headline of their own stay what they are.
    """
    if not any(map(_is_report, _siblings(root))):
        return root
    together = deepcopy(root)
    for posts in filter(_is_report, _siblings(together)):
        for post in posts:
            post.tag = "div"
    return together


def _siblings(root: html.HtmlElement) -> list[list[etree._Element]]:
    """The articles of each element that holds several side by side, and is in no comments."""
    held: dict[etree._Element | None, list[etree._Element]] = defaultdict(list)
    for each in root.iter("article"):
        held[each.getparent()].append(each)
    return [
        posts
        for posts in held.values()
        if len(posts) >= _LEAST_POSTS
        and not any(map(holds_comments, (posts[0], *posts[0].iterancestors())))
    ]


def _is_report(posts: list[etree._Element]) -> bool:
    return all(_tells(post) for post in posts) and not any(
        _LINKED_HEADING(post) or _HEADLINE(post) for post in posts
    )


def _tells(post: etree._Element) -> bool:
    """Whether an article has a paragraph of its own that is a sentence."""
    texts = ("".join(map(str, each.itertext())).strip() for each in post.iter("p"))
    return any(STOPPED.search(text) for text in texts)
