"""What textacy's direct_quotations finds on PolNeAR dev, by the measure of `whosaid evaluate`.

    python -m benchmarks.rivals [--without-ours]

textacy takes sentences, parts of speech and dependencies from a trained spaCy pipeline;
here it is given CoreNLP's, which come with the corpus. It finds direct quotations only, so
the second column, of attributions by their words inside quotation marks, is its fair one.
An article with an unclosed quotation mark, which it refuses, it is given by paragraphs.
Articles that CoreNLP has no parse of are left out.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.annotate import load_annotator
from pipeline.records import Span
from pipeline.training.corpora import (
    LabelledArticle,
    corpus_file,
    read_json_lines,
    read_polnear,
)
from pipeline.training.measures import AttributionLike, Counts, WordsOf, match_attributions

PARTS_OF_SPEECH = {"V": "VERB", "MD": "AUX", "NNP": "PROPN", "N": "NOUN", "PRP": "PRON"}
"""Universal parts of speech by the longest beginning of CoreNLP's tag; textacy asks for verbs."""
AUXILIARIES = frozenset(("aux", "auxpass", "cop"))
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution that a rival found; spans are offsets into the article's text."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


Finder = Callable[[LabelledArticle], Sequence[AttributionLike]]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without-ours", action="store_true", help="leave our model out")
    given = parser.parse_args()
    finders: dict[str, Finder] = {"textacy": textacy_finder("dev")}
    if not given.without_ours:
        finders["whosaid"] = our_finder()
    print(f"{'attribution F1 on dev':<22} {'all':>6} {'direct':>7}")
    for name, find in finders.items():
        every, direct = score((a for a in read_polnear("dev") if a.sentences), find)
        print(f"{name:<22} {100 * every.f1:6.1f} {100 * direct.f1:7.1f}")


def score(articles: Iterator[LabelledArticle], find: Finder) -> tuple[Counts, Counts]:
    """Counts of attributions: of all, and by their words inside quotation marks."""
    every, direct = Counts(), Counts()
    for article in articles:
        gold, found = article.attributions or (), find(article)
        words = WordsOf(article.text)
        for counts, only_direct in ((every, False), (direct, True)):
            pairs, wanted, predicted = match_attributions(words, gold, found, direct=only_direct)
            counts.add(len(pairs), predicted, wanted)
    return every, direct


def our_finder() -> Finder:
    """What the shipped model finds, statements inside statements aside."""
    nlp = load_annotator().nlp

    def find(article: LabelledArticle) -> list[AttributionLike]:
        doc = nlp.make_doc(article.text)
        doc._.published = article.published
        return [q for q in nlp(doc)._.quotations if q.nested_in is None]

    return find


def textacy_finder(part: str) -> Finder:
    """What textacy finds in the articles of a part, on CoreNLP's parses."""
    vocab = spacy.blank("en").vocab
    parses = {
        row["name"]: row["sentences"]
        for row in read_json_lines(corpus_file("polnear", f"{part}.corenlp.jsonl.gz"))
    }

    def find(article: LabelledArticle) -> list[AttributionLike]:
        sentences = [sentence for sentence in parses[article.name] if sentence]
        try:
            return quotations(vocab, article.text, sentences)
        except ValueError:
            found: list[AttributionLike] = []
            for paragraph in by_paragraph(article.text, sentences):
                try:
                    found += quotations(vocab, article.text, paragraph)
                except ValueError:
                    continue
            return found

    return find


def quotations(vocab: Vocab, text: str, sentences: list[list[Any]]) -> list[AttributionLike]:
    """textacy's direct quotations in some sentences of a text.

    Raises: ValueError, where a quotation mark is not closed.
    """
    from textacy.extract import direct_quotations

    doc = parsed(vocab, text, sentences)
    offsets = [(token[0], token[1]) for sentence in sentences for token in sentence]
    return [
        Found(
            tuple(offsets[token.i] for token in found.speaker),
            tuple(offsets[token.i] for token in found.cue),
            tuple(offsets[token.i] for token in found.content),
        )
        for found in direct_quotations(doc)
    ]


def parsed(vocab: Vocab, text: str, sentences: list[list[Any]]) -> Doc:
    """A Doc with CoreNLP's layers: [start, end, lemma, tag, entity, head, dependency …] a token."""
    words, tags, parts, lemmas, heads, dependencies = [], [], [], [], [], []
    for sentence in sentences:
        first = len(words)
        for place, (start, end, lemma, tag, _, head, dependency, *_) in enumerate(sentence):
            words.append(text[start:end])
            tags.append(tag)
            parts.append(part_of_speech(tag, dependency))
            lemmas.append(lemma)
            heads.append(first + (head - 1 if head else place))
            dependencies.append("ROOT" if not head else dependency)
    return Doc(
        vocab, words=words, tags=tags, pos=parts, lemmas=lemmas, heads=heads, deps=dependencies
    )


def part_of_speech(tag: str, dependency: str) -> str:
    """The universal part of speech of a token."""
    fitting = [start for start in PARTS_OF_SPEECH if tag.startswith(start)]
    if not fitting:
        return "X"
    part = PARTS_OF_SPEECH[max(fitting, key=len)]
    return "AUX" if part == "VERB" and dependency in AUXILIARIES else part


def by_paragraph(text: str, sentences: list[list[Any]]) -> Iterator[list[list[Any]]]:
    """The sentences of each paragraph."""
    paragraph: list[list[Any]] = []
    for sentence in sentences:
        if paragraph and _PARAGRAPH_BREAK.search(text, paragraph[-1][-1][1], sentence[0][0]):
            yield paragraph
            paragraph = []
        paragraph.append(sentence)
    if paragraph:
        yield paragraph


if __name__ == "__main__":
    main()
