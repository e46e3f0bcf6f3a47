"""Exact-match F1 on sentences cut into words beforehand, as CofeNet was measured.

There a system sees a sentence, or the few that one attribution runs over, and not the
article around it: no paragraph, no title, no speaker named before.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.records import Span
from pipeline.training.corpora import GoldAttribution, corpus_file, read_json_lines, read_polnear
from pipeline.training.measures import Counts, count_pieces

if TYPE_CHECKING:
    from spacy.language import Language

ROLES = ("source", "cue", "content")
Word = tuple[Span, str]


def evaluate_sentences(nlp: Language, folder: Path | None = None) -> dict[str, float]:
    """F1 in percent, over the sentences of PolNeAR dev that hold an attribution."""
    from spacy.tokens import Doc

    pieces = {role: Counts() for role in ROLES}
    for words, attributions in read_sentences(folder):
        spaces = [left[0][1] < right[0][0] for left, right in pairwise(words)]
        doc = nlp(Doc(nlp.vocab, words=[word for _, word in words], spaces=[*spaces, False]))
        found = [q for q in doc._.quotations if q.nested_in is None]
        starts = {span[0]: token.idx for (span, _), token in zip(words, doc, strict=True)}
        ends = {
            span[1]: token.idx + len(token) for (span, _), token in zip(words, doc, strict=True)
        }
        for role in ROLES:
            gold = [
                (starts[start], ends[end])
                for attribution in attributions
                for start, end in getattr(attribution, role)
                if start in starts and end in ends
            ]
            given = [span for quotation in found for span in getattr(quotation, role)]
            count_pieces(pieces[role], doc.text, gold, given)
    return {f"{role} F1, sentences alone": 100 * pieces[role].f1 for role in ROLES}


def read_sentences(
    folder: Path | None = None,
) -> Iterator[tuple[list[Word], list[GoldAttribution]]]:
    """Words of a sentence, or of those that attributions tie together, with their places in
    the article, and the attributions. The words are CoreNLP's."""
    articles = {article.name: article for article in read_polnear("dev", folder)}
    for row in read_json_lines(corpus_file("polnear", "dev.corenlp.jsonl.gz", folder)):
        article = articles[row["name"]]
        sentences = [
            [((token[0], token[1]), article.text[token[0] : token[1]]) for token in sentence]
            for sentence in row["sentences"]
            if sentence
        ]
        extents = [
            (_extent(attribution), attribution) for attribution in article.attributions or ()
        ]
        for first, end in _tied(sentences, [extent for extent, _ in extents]):
            words = [word for sentence in sentences[first:end] for word in sentence]
            left, right = words[0][0][0], words[-1][0][1]
            inside = [a for (start, stop), a in extents if left <= start and stop <= right]
            if inside:
                yield words, inside


def _extent(attribution: GoldAttribution) -> Span:
    spans = [*attribution.source, *attribution.cue, *attribution.content]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _tied(sentences: list[list[Word]], extents: list[Span]) -> Iterator[tuple[int, int]]:
    """First and end of each run of sentences that no attribution crosses the edge of."""
    first = 0
    for at in range(1, len(sentences) + 1):
        edge = sentences[at][0][0][0] if at < len(sentences) else None
        if edge is None or not any(start < edge < stop for start, stop in extents):
            yield first, at
            first = at
