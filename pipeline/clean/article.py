"""One article from what was read: its lines labelled, the article kept, the rest accounted for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.clean.address import SetAside, set_address_aside
from pipeline.clean.authorship import shown_author, shown_site, without_site
from pipeline.clean.blocks import Block, join_lines, split_lines
from pipeline.clean.classifier import KEPT, LABELS, LineClassifier, line_classifier
from pipeline.clean.comment_section import free_article, take_in_between, without_empty_section
from pipeline.clean.comments import Signature, signatures
from pipeline.clean.credits import LONGEST_STAMP, names_only
from pipeline.clean.date_order import is_open as date_is_open
from pipeline.clean.date_order import settled
from pipeline.clean.dates import with_year
from pipeline.clean.dating import NEAR_HEAD, dated_lines, own_order, stamps
from pipeline.clean.even_layout import even_layout
from pipeline.clean.headlines import same_title
from pipeline.clean.houses import shown_house
from pipeline.clean.inserts import insert_places
from pipeline.clean.labelled_page import LabelledPage
from pipeline.clean.language import language_of
from pipeline.clean.layout import lay_out
from pipeline.clean.paragraphs import by_paragraphs
from pipeline.clean.plain_cases import settle
from pipeline.clean.posts import settle_posts
from pipeline.clean.problems import text_problems
from pipeline.clean.published import complete, dateline_date
from pipeline.clean.pull_quotes import take_out_repeated
from pipeline.clean.titles import find_title
from pipeline.clean.writers_roles import is_role
from pipeline.records import Article, CleanArticle, DateOrder, Metadata, RemovedLine, RemovedReason

_ORDERS: tuple[DateOrder, ...] = ("dmy", "mdy")
_REASONS: dict[str, RemovedReason] = {
    "byline": "byline",
    "caption": "caption",
    "comment": "comment",
    "duplicate": "duplicate",
}
_LAST_DAY = "2049-12-31"
"""Of publication: what is dated later is a slip, or stands for no date. No clock is asked, so that
an article is the same whenever it is read."""
_ENOUGH_TO_TELL = 50
"""Words of a text whose language is seen from it, whatever is declared."""


def clean(article: Article, date_order: DateOrder = "") -> CleanArticle:
    """The article alone, with its metadata completed and every other line in `removed`.

    Each line of the input that is not blank is either in the text or in `removed`.

    Args:
        article: What was read.
        date_order: How its dates in figures are to be read, where nothing in it tells.
    """
    return clean_with(line_classifier(), article, date_order)


def clean_with(
    classifier: LineClassifier,
    article: Article,
    date_order: DateOrder = "",
) -> CleanArticle:
    """As `clean`, with a line classifier of one's own."""
    article = without_site(article)
    page = _read(classifier, article)
    heading = next(
        (
            block.written
            for block, label in zip(page.blocks, page.labels, strict=True)
            if label == "title"
        ),
        "",
    )
    kept = [block for block, label in zip(page.blocks, page.labels, strict=True) if label in KEPT]
    paragraphs = [block.text for block in kept]
    written = [block.written for block in kept]
    if not heading and article.metadata.title and paragraphs:
        heading = " ".join(article.metadata.title.split())
        paragraphs.insert(0, heading)
        written.insert(0, heading)
    text = "\n\n".join(written)
    given = _with_address(article.metadata, page.address)
    opening = paragraphs[1] if heading and len(paragraphs) > 1 else (paragraphs or [""])[0]
    # Over the dateline a summary in points may stand.
    opening = next(filter(dateline_date, paragraphs[1:NEAR_HEAD]), opening)
    its_order = own_order(page, given, article.source)

    def completed(order: DateOrder, removed: Sequence[RemovedLine]) -> Metadata:
        return complete(
            given,
            article.source,
            heading,
            stamps(page, order),
            opening,
            [line.comment_date for line in removed if line.comment_date],
            [line.text for line in removed if line.reason == "duplicate"],
            shown_author(page, paragraphs),
            shown_site(page, paragraphs),
            shown_house(page, paragraphs),
            order,
            _LAST_DAY,
        )

    order: DateOrder = its_order or date_order
    removed = _removed(page, order)
    metadata = completed(order, removed)
    is_open = not its_order and any(
        map(date_is_open, (given.figures, article.source, *dated_lines(page)))
    )
    if is_open:
        read = [completed(each, _removed(page, each)).published for each in _ORDERS]
        is_open = len(set(read)) > 1
        if is_open and metadata.published_basis == "comments":
            # The page shows a day, and a comment's is not to be taken for it.
            metadata = replace(metadata, published="", published_basis="")
    metadata = replace(metadata, language=_language(metadata.language, text))
    if metadata.published_basis != "comments" and "comment" in page.labels:
        removed = _removed(page, order, metadata.published)
    problems = text_problems(
        article.source,
        paragraphs,
        bool(heading),
        removed,
        metadata.language,
        page.linked,
        bool(article.markup),
        given.published if given.published > _LAST_DAY else "",
    )
    return CleanArticle(
        article_id=article.article_id,
        source=article.source,
        text=text,
        title_end=len(heading) if text else 0,
        metadata=metadata,
        removed=removed,
        problems=problems,
        date_order=its_order,
        date_is_open=is_open,
    )


def _with_address(metadata: Metadata, address: str) -> Metadata:
    """The metadata with the address that the text gives, and the outlet from it."""
    if metadata.url or not address:
        return metadata
    from pipeline.ingest.join import with_outlet

    return with_outlet(replace(metadata, url=address))


def _language(declared: str, text: str) -> str:
    """The language of the text: many pages declare their site's, and not their own.

    Only English or not is told by the text with certainty, and matters; and it takes a
    few sentences.
    """
    if declared and len(text.split()) < _ENOUGH_TO_TELL:
        return declared
    seen = language_of(text)
    return seen if seen and (not declared or "en" in (seen, declared)) else declared


def _read(classifier: LineClassifier, article: Article) -> LabelledPage:
    title = article.metadata.title
    if article.markup:
        from pipeline.clean.markup import read_markup

        seen = read_markup(article.markup)
        aside = SetAside([])
        blocks = seen.blocks
    else:
        seen = None
        aside = set_address_aside(split_lines(article.text), article.metadata.url)
        blocks = even_layout(join_lines(aside.lines))
    if seen is not None and seen.main is not None:
        from pipeline.clean.main_content import labels_by_main, tells_apart

        scores, path = classifier.judge(blocks, title)
        if tells_apart(seen.main, scores):
            labels = labels_by_main(blocks, seen.linked, seen.main, scores, path)
            take_in_between(blocks, labels)
        else:
            labels = _by_lines(classifier, blocks, title)
    else:
        labels = _by_lines(classifier, blocks, title)
    free_article(blocks, labels)
    labels = settle(blocks, labels)
    if seen is not None:
        from pipeline.clean.boxes import take_out_boxes
        from pipeline.clean.comment_markup import label_comments
        from pipeline.clean.main_content import label_captions

        labels = label_captions(blocks, labels, seen.captioned, seen.linked)
        labels = label_comments(blocks, labels, seen.commented, seen.linked)
        labels = take_out_boxes(blocks, labels, seen.boxed)
    labels = without_empty_section(blocks, labels)
    labels = find_title(blocks, _article_kept(blocks, labels, title), title)
    take_out_repeated(blocks, labels)
    head = labels.index("body") if "body" in labels else 0
    for place in range(min(head, len(blocks)), min(head + NEAR_HEAD, len(blocks))):
        text = blocks[place].text
        # what the markup calls the author needs no other sign
        named = names_only(text, article.metadata.byline)
        below_name = place > 0 and labels[place - 1] == "byline"
        if labels[place] == "body" and (named or (below_name and is_role(text))):
            labels[place] = "byline"
    # Below comments it is a reader's link.
    theirs = aside.stands_below and labels[-1] == "comment"
    address = "" if theirs else aside.address
    dates = seen.dates if seen else ()
    linked = _share_linked(blocks, labels, seen.linked) if seen else 0.0
    return LabelledPage(blocks, labels, aside.taken, address, dates, linked)


def _share_linked(blocks: Sequence[Block], labels: Sequence[str], linked: Sequence[float]) -> float:
    """Share of the kept words that are links."""
    kept = [
        (len(block.text.split()), share)
        for block, label, share in zip(blocks, labels, linked, strict=True)
        if label == "body"
    ]
    return sum(words * share for words, share in kept) / max(1, sum(words for words, _ in kept))


def _by_lines(classifier: LineClassifier, blocks: Sequence[Block], title: str) -> list[str]:
    """The labels of a page of which nothing is known but its lines."""
    inserts = insert_places(blocks)
    others = [block for place, block in enumerate(blocks) if place not in inserts]
    _, path = classifier.judge(others, title)
    labels = by_paragraphs(others, lay_out(others, [LABELS[found] for found in path]))
    return settle_posts(labels, inserts, len(blocks))


def _article_kept(blocks: Sequence[Block], labels: list[str], title: str) -> list[str]:
    """The labels, unless they leave no article at all: then only comments are taken out.

    A lone line that is not the title the metadata gives is the article's text.
    """
    if any(label == "body" for label in labels):
        return labels
    return [
        label
        if label == "comment" or (label == "title" and (not title or same_title(block.text, title)))
        else "body"
        for block, label in zip(blocks, labels, strict=True)
    ]


def _removed(page: LabelledPage, order: DateOrder, since: str = "") -> tuple[RemovedLine, ...]:
    """The lines taken out; days of comments without a year are those next to `since`."""
    found = dict(_signatures(page, order, since))
    lines: list[RemovedLine] = []
    for place, (block, label) in enumerate(zip(page.blocks, page.labels, strict=True)):
        if label in KEPT:
            continue
        signature = found.get(place, Signature())
        lines.extend(
            RemovedLine(
                line.number,
                _REASONS.get(label, "boilerplate"),
                line.text,
                signature.author,
                signature.date,
            )
            for line in block.lines
        )
    lines.extend(RemovedLine(line.number, "boilerplate", line.text) for line in page.set_aside)
    return tuple(sorted(lines, key=lambda line: line.line) if page.set_aside else lines)


def _signatures(page: LabelledPage, order: DateOrder, since: str) -> list[tuple[int, Signature]]:
    places = [place for place, label in enumerate(page.labels) if label == "comment"]
    texts = [settled(page.blocks[place].text, order) for place in places]
    marked = [page.dates[place] if page.dates else "" for place in places]
    dates = [
        day or (with_year(text, since) if len(text) <= LONGEST_STAMP else "")
        for day, text in zip(marked, texts, strict=True)
    ]
    return list(zip(places, signatures(texts, dates), strict=True))
