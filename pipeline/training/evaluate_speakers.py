"""How often the speaker is right, on 21 articles of PolNeAR dev judged by hand.

Two readings: with PolNeAR's own attributions (who a mention stands for, and nothing
else), or with what a pipeline found (`nlp`), matched to gold. Run with
`python -m pipeline.training.evaluate_speakers [--model models/…] [--wrong]`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate.names import fold
from pipeline.annotate.resolve import JOINT
from pipeline.annotate.speakers import Speakers
from pipeline.records import Quotation, Span
from pipeline.training.corpora import CorpusMissing, corpora_folder
from pipeline.training.silver import SilverArticle, read_silver

TARGETS = {"overall": 0.92, "name": 0.97, "pronoun": 0.90, "nominal": 0.75}
LEAST_JACCARD = 0.5


@dataclass(frozen=True, slots=True)
class GoldSpeaker:
    """Who an attribution's source really is; several names are joined by ` | `."""

    speaker: str
    type: str
    mention: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """One attribution of gold beside what was found for it."""

    article: str
    id: str
    gold: GoldSpeaker
    quotation: Quotation
    source: str
    right: bool


def read_gold(path: Path | None = None) -> dict[str, dict[str, GoldSpeaker]]:
    """Article → attribution id → speaker.

    Raises: CorpusMissing, when the file is not there.
    """
    path = path or corpora_folder().parent / "eval" / "speakers_when.dev.jsonl"
    if not path.exists():
        raise CorpusMissing(
            f"The gold speakers {path} are missing: put speakers_when.dev.jsonl into the folder "
            "eval beside the corpora that WHOSAID_CORPORA names."
        )
    gold: dict[str, dict[str, GoldSpeaker]] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            gold.setdefault(row["doc"], {})[row["id"]] = GoldSpeaker(
                row["speaker"], row["type"], row["mention"]
            )
    return gold


def same_speakers(gold: str, found: str, *, persons: bool) -> bool:
    """Whether two answers name the same speakers, in any order.

    Case, accents, possessives and leading articles don't count, nor (for `persons`)
    middle names and initials.
    """
    left = {_key(name, persons) for name in gold.split(" | ")}
    return left == {_key(name, persons) for name in found.split(JOINT)}


def judge(
    nlp: Language | None = None,
    *,
    folder: Path | None = None,
    gold_path: Path | None = None,
    drop: float = 0.0,
) -> Iterator[Judgement]:
    """Each attribution of gold that was found, with its answer.

    Without `nlp`, the attributions are PolNeAR's and the entities CoreNLP's, of which the
    share `drop` is left out at random.
    """
    gold = read_gold(gold_path)
    component = Speakers()
    for article in read_silver("dev", folder=folder, drop=drop, names=frozenset(gold)):
        own = article.doc._.quotations
        if nlp is None:
            article.doc._.byline = article.author
            doc = component(article.doc)
            pairs = list(zip(doc._.quotations, own, strict=True))
        else:
            doc = _annotated(nlp, article)
            pairs = [
                (_match(doc.text, quotation, doc._.quotations), quotation) for quotation in own
            ]
        for identity, (found, quotation) in zip(article.attribution_ids, pairs, strict=True):
            answer = gold[article.name].get(identity)
            if answer is None or found is None:
                continue
            persons = answer.type in {"person", "author"}
            right = same_speakers(answer.speaker, found.speaker.name, persons=persons)
            source = _text(doc.text, quotation.source)
            yield Judgement(article.name, identity, answer, found, source, right)


def evaluate_speakers(
    nlp: Language | None = None,
    *,
    folder: Path | None = None,
    gold_path: Path | None = None,
    drop: float = 0.0,
    wrong: bool = False,
) -> dict[str, float]:
    """Print and return the share of right speakers: `overall` and by kind of mention, and
    of the wrong ones the share that was left `empty`.

    With `nlp`, `matched` is the share of gold attributions that were found at all;
    `wrong` prints each wrong answer.
    """
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    empty = 0
    for judgement in judge(nlp, folder=folder, gold_path=gold_path, drop=drop):
        for kind in ("overall", judgement.gold.mention):
            total[kind] += 1
            right[kind] += judgement.right
        empty += not judgement.right and not judgement.quotation.speaker.name
        if wrong and not judgement.right:
            _show(judgement)
    results = {kind: right[kind] / total[kind] for kind in total}
    missed = total["overall"] - right["overall"]
    results["empty"] = empty / missed if missed else 0.0
    for kind in total:
        target = f" (target {TARGETS[kind]:.0%})" if kind in TARGETS else ""
        print(f"speaker right, {kind}: {results[kind]:.1%} of {total[kind]}{target}")
    print(f"of {missed} wrong answers, left empty: {results['empty']:.1%}")
    if nlp is not None:
        results["matched"] = total["overall"] / sum(len(v) for v in read_gold(gold_path).values())
        print(f"gold attributions matched: {results['matched']:.1%}")
    return results


def _annotated(nlp: Language, article: SilverArticle) -> Doc:
    doc = nlp.make_doc(article.doc.text)
    doc._.title_end = article.doc._.title_end
    if Doc.has_extension("byline"):
        doc._.byline = article.author
    return nlp(doc)


def _match(text: str, own: Quotation, found: tuple[Quotation, ...]) -> Quotation | None:
    """The found quotation most like a gold one in content, whose source shares a word with
    it or is empty with it."""
    best: tuple[float, Quotation] | None = None
    for quotation in found:
        shared = _words(text, own.source) & _words(text, quotation.source)
        if not shared and (own.source or quotation.source):
            continue
        wanted, given = _words(text, own.content), _words(text, quotation.content)
        jaccard = len(wanted & given) / len(wanted | given) if wanted | given else 0.0
        if jaccard >= LEAST_JACCARD and (best is None or jaccard > best[0]):
            best = jaccard, quotation
    return best[1] if best else None


def _words(text: str, spans: tuple[Span, ...]) -> set[int]:
    """Offsets of the words that some spans cover."""
    words = set()
    for start, end in spans:
        at = start
        for word in text[start:end].split():
            at = text.index(word, at, end)
            words.add(at)
            at += len(word)
    return words


def _key(name: str, person: bool) -> str:
    words = []
    for word in fold(name).replace(".", "").replace(",", " ").split():
        bare = word.removesuffix("'s").rstrip("'").strip('"“”')
        if bare:
            words.append(bare)
    if words and words[0] in {"the", "a", "an"}:
        words = words[1:]
    if person and len(words) > 2:
        last = -2 if words[-1] in {"jr", "sr", "ii", "iii"} else -1
        words = [words[0], *words[last:]]
    return " ".join(words)


def _text(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)


def _show(judgement: Judgement) -> None:
    gold, speaker = judgement.gold, judgement.quotation.speaker
    print(
        f"{judgement.article[:30]} {judgement.id} {gold.mention}: {judgement.source[:70]!r} "
        f"is {gold.speaker!r} ({gold.type}), found {speaker.name!r} ({speaker.type})"
    )


def main() -> None:
    """Print the measures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--model", type=Path, help="pipeline to load; else gold attributions")
    arguments.add_argument("--wrong", action="store_true", help="print each wrong answer")
    arguments.add_argument("--drop", type=float, default=0.0, help="share of entities left out")
    options = arguments.parse_args()
    nlp = spacy.load(options.model) if options.model else None
    evaluate_speakers(nlp, drop=options.drop, wrong=options.wrong)


if __name__ == "__main__":
    main()
