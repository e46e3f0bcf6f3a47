"""Training examples from people's own corrections: the paragraphs that they went through.

Only what was decided teaches. A paragraph counts if each of its quotations was decided on;
one with a statement whose cue or source nobody marked, or which has a part in a paragraph
that does not count, is left out, for its words would be taught as no cue. Nested statements
are left out, as in the training corpora.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pipeline.corrections.applying import apply_corrections
from pipeline.corrections.corrections_file import Correction, read_corrections
from pipeline.errors import WhosaidError
from pipeline.records import AnnotatedArticle, Quotation, Span
from pipeline.store import StoreFolder
from pipeline.store.manifest import read_manifest
from pipeline.tables.corrected import annotated_articles, by_article, homes
from pipeline.tables.live import live_articles
from pipeline.training.corpora import GoldAttribution, LabelledArticle


def read_corrected(
    corrections: Path, outputs: Path, say: Callable[[str], None]
) -> list[LabelledArticle]:
    """The corrected stretches of a corpus's articles, from a corrections.csv.

    outputs: of a run on that corpus; the articles are taken from its store.
    say: is told how many rows are left out, if any.
    Raises WhosaidError if either is not there, or nothing can be learnt.
    """
    if not corrections.is_file():
        raise WhosaidError(f"there is no file {corrections}: review some quotations first.")
    path = outputs / "store" / "manifest.sqlite"
    if not path.is_file():
        raise WhosaidError(f"no run has written to {outputs} yet: name its folder with --outputs.")
    with read_manifest(path) as manifest:
        articles = list(live_articles(manifest.records()))
    rows, problems = read_corrections(corrections)
    if problems and not rows:
        raise WhosaidError(f"{corrections} has no row that is a decision. {problems[0].problem}")
    decisions, homeless = by_article(rows, homes(articles))
    if homeless and not decisions:
        raise WhosaidError(
            f"none of the articles of {corrections} is in {outputs}: name the outputs of a run on "
            "their corpus with --outputs."
        )
    if problems or homeless:
        say(
            f"rows of {corrections} left out: {len(problems)} that are no decision, "
            f"{len(homeless)} on articles that are not in {outputs}"
        )
    wanted = [article for article in articles if article.article_id in decisions]
    learnt = [
        stretch
        for annotated in annotated_articles(StoreFolder(outputs / "store"), wanted)
        for stretch in labelled_stretches(annotated, decisions[annotated.article.article_id])
    ]
    if not learnt:
        raise WhosaidError(
            f"{corrections} has no paragraph whose quotations are all decided on: review some "
            "articles from beginning to end first."
        )
    return learnt


def labelled_stretches(
    annotated: AnnotatedArticle, corrections: Sequence[Correction]
) -> Iterator[LabelledArticle]:
    """Runs of paragraphs in which all is decided, as articles of their own."""
    from pipeline.report.marking import paragraph_spans

    corrected = apply_corrections(annotated, corrections)
    article = annotated.article
    paragraphs = paragraph_spans(article.text)
    quotations = corrected.annotated.quotations
    decided: set[int] = set()
    open_: set[int] = set()
    reaches = []
    for quotation, marks in zip(quotations, corrected.marks, strict=True):
        reach = _touched(paragraphs, (*quotation.content, *quotation.cue, *quotation.source))
        (decided if marks else open_).update(reach)
        if quotation.nested_in is None:
            reaches.append(reach)
            if not _teaches(quotation):
                open_.update(reach)
    kept = {quotation.content for quotation in quotations}
    for quotation in annotated.quotations:
        if quotation.content not in kept:
            decided.update(_touched(paragraphs, quotation.content))
    for first, last in _runs(sorted(_whole(decided - open_, reaches))):
        start, end = paragraphs[first][0], paragraphs[last][1]
        yield LabelledArticle(
            f"{article.article_id}-{start}",
            article.text[start:end],
            article.metadata.published,
            tuple(
                _attribution(f"{article.article_id}-{number}", quotation, start)
                for number, quotation in enumerate(quotations)
                if quotation.nested_in is None and _inside(quotation.content, start, end)
            ),
        )


def _teaches(quotation: Quotation) -> bool:
    return bool(quotation.cue) and bool(quotation.source or not quotation.speaker.name)


def _touched(paragraphs: Sequence[Span], spans: Sequence[Span]) -> list[int]:
    return [
        number
        for number, (start, end) in enumerate(paragraphs)
        if any(span[0] < end and start < span[1] for span in spans)
    ]


def _whole(decided: set[int], reaches: Sequence[Sequence[int]]) -> set[int]:
    """The paragraphs without those of statements that do not stand in one run of them.

    reaches: for each statement, its paragraphs in order.
    """
    while True:
        torn = {
            number
            for reach in reaches
            if reach and not decided.issuperset(range(reach[0], reach[-1] + 1))
            for number in reach
        }
        if decided.isdisjoint(torn):
            return decided
        decided = decided - torn


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of numbers that follow one another."""
    first = last = None
    for number in numbers:
        if first is None or last is None or number != last + 1:
            if first is not None and last is not None:
                yield first, last
            first = number
        last = number
    if first is not None and last is not None:
        yield first, last


def _attribution(name: str, quotation: Quotation, start: int) -> GoldAttribution:
    roles = (quotation.source, quotation.cue, quotation.content)
    return GoldAttribution(
        name, *(tuple((s - start, e - start) for s, e in spans) for spans in roles)
    )


def _inside(spans: Sequence[Span], start: int, end: int) -> bool:
    return all(start <= s and e <= end for s, e in spans)
