"""How often the speaker is right, on 21 articles of PolNeAR dev judged by hand.

The other 63 articles of dev, and 88 of train, were judged for this project, in the same form and
kept as ids and names (`gold/speakers_dev.jsonl`, `gold/speakers_train.jsonl`): from the words of
each article, before its rows were seen; rules were mended by what they showed. No rule was mended
by 20 more of train (`gold/speakers_unmended.jsonl`): they tell what to expect of other articles.

Two readings: with PolNeAR's own attributions (who a mention stands for, and nothing
else), or with what a pipeline found (`nlp`), matched to gold. With `--corpus` the answers
are those of the tables: the corpus step has joined the articles' speakers, so that an
article that says no more than "President Obama" gets his name from the others. Run with
`python -m pipeline.training.evaluate_speakers [--model models/…] [--corpus] [--wrong]`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate.entities.canonical import canonical_entities
from pipeline.annotate.speakers.component import Speakers
from pipeline.annotate.speakers.part_speakers import JOINT
from pipeline.annotate.text.names import fold
from pipeline.records import Quotation, Span
from pipeline.training.corpora import CorpusMissing, GoldAttribution, corpora_folder
from pipeline.training.measures import WordsOf, match_attributions
from pipeline.training.silver import SilverArticle, read_silver

GOLD_FILE = "speakers_when.dev.jsonl"
OWN_GOLD = Path(__file__).parent / "gold" / "speakers_dev.jsonl"
"""The same of the other articles of dev."""
_FOLDER = OWN_GOLD.parent
MORE_GOLD = {
    "63 more": (OWN_GOLD, "dev"),
    "88 of train": (_FOLDER / "speakers_train.jsonl", "train"),
    "20 unmended": (_FOLDER / "speakers_unmended.jsonl", "train"),
}
"""Further judged articles: their file, and the part of PolNeAR that holds them. The network knows
the attributions of train; by the last no rule was mended, nor should one be."""
TARGETS = {
    "speaker right": 92.0,
    "speaker right, name": 97.0,
    "speaker right, pronoun": 90.0,
    "speaker right, nominal": 75.0,
}


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
    path = path or corpora_folder().parent / "eval" / GOLD_FILE
    if not path.exists():
        raise CorpusMissing(
            f"the gold speakers {path} are missing: put speakers_when.dev.jsonl into the folder "
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


def is_right(gold: GoldSpeaker, found: str) -> bool:
    """Whether a speaker's name (joint speakers joined) is the gold one."""
    return same_speakers(gold.speaker, found, persons=gold.type in {"person", "author"})


def read_all_gold(folder: Path | None = None) -> dict[str, dict[str, GoldSpeaker]]:
    """The speakers of every article of PolNeAR dev: those of both readings.

    Raises: CorpusMissing, when the gold speakers are not there.
    """
    path = folder.parent / "eval" / GOLD_FILE if folder is not None else None
    return {**read_gold(OWN_GOLD), **read_gold(path)}


def speaker_judge(
    folder: Path | None = None,
) -> Callable[[str, GoldAttribution, Quotation], bool | None]:
    """A function of (article, its gold attribution of PolNeAR dev, the prediction matched to
    it): whether the prediction's speaker is right, None where no gold speaker is known.

    Raises: CorpusMissing, when the gold speakers are not there.
    """
    gold = read_all_gold(folder)

    def judged(article: str, attribution: GoldAttribution, found: Quotation) -> bool | None:
        answer = gold.get(article, {}).get(str(attribution.id))
        return None if answer is None else is_right(answer, found.speaker.name)

    return judged


def judge(
    nlp: Language | None = None,
    *,
    folder: Path | None = None,
    gold_path: Path | None = None,
    part: str = "dev",
    drop: float = 0.0,
    people: list[tuple[str, str]] | None = None,
) -> Iterator[Judgement]:
    """Each attribution of gold that was found, with its answer.

    Without `nlp`, the attributions are PolNeAR's and the entities CoreNLP's, of which the
    share `drop` is left out at random. `part` of PolNeAR holds the articles. `people` is filled
    with (article, person named in it).
    """
    gold = read_gold(gold_path)
    component = Speakers()
    for article in read_silver(part, folder=folder, drop=drop, names=frozenset(gold)):
        own: tuple[Quotation, ...] = article.doc._.quotations
        found: Sequence[Quotation]
        answers = gold[article.name]
        if nlp is None:
            article.doc._.byline = article.author
            doc = component(article.doc)
            pairs = [(i, i) for i in range(len(own))]
            found = doc._.quotations
        else:
            doc = _annotated(nlp, article)
            found = [q for q in doc._.quotations if q.nested_in is None]
            pairs, _, _ = match_attributions(WordsOf(doc.text), own, found)
        if people is not None:
            named = {e.name for e in canonical_entities(doc) if e.label == "PERSON"}
            people.extend((article.name, name) for name in sorted(named))
        for i, j in sorted(pairs):
            identity = article.attribution_ids[i]
            answer = answers.get(identity)
            if answer is None:
                continue
            right = is_right(answer, found[j].speaker.name)
            source = _text(doc.text, own[i].source)
            yield Judgement(article.name, identity, answer, found[j], source, right)


def evaluate_speakers(
    nlp: Language | None = None,
    *,
    folder: Path | None = None,
    gold_path: Path | None = None,
    part: str = "dev",
    drop: float = 0.0,
    wrong: bool = False,
    corpus: bool = False,
) -> dict[str, float]:
    """Percentages of right speakers: `speaker right`, and `speaker right, <mention>` by how
    gold says the source mentions the speaker.

    With `nlp`, of the gold attributions that it found, whose share is `speakers matched`;
    `wrong` prints each wrong answer, `corpus` judges what the corpus step makes of them.
    `speaker wrong, empty` is the share of the wrong answers that claim nobody.
    """
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    empty = 0
    people: list[tuple[str, str]] = []
    judgements = list(
        judge(nlp, folder=folder, gold_path=gold_path, part=part, drop=drop, people=people)
    )
    for judgement in over_corpus(judgements, people) if corpus else judgements:
        for name in ("speaker right", f"speaker right, {judgement.gold.mention}"):
            total[name] += 1
            right[name] += judgement.right
        empty += not judgement.right and not judgement.quotation.speaker.name
        if wrong and not judgement.right:
            _show(judgement)
    figures = {name: 100 * right[name] / total[name] for name in sorted(total)}
    missed = total["speaker right"] - right["speaker right"]
    figures["speaker wrong, empty"] = 100 * empty / missed if missed else 0.0
    if nlp is not None:
        known = sum(len(answers) for answers in read_gold(gold_path).values())
        figures["speakers matched"] = 100 * total["speaker right"] / known
    return figures


def over_corpus(
    judgements: Sequence[Judgement], people: Sequence[tuple[str, str]]
) -> list[Judgement]:
    """The judgements with the speakers' names over the corpus of all of them.

    `people`: (article, person named in it), also those who say nothing.
    """
    import pandas as pd

    from pipeline.tables.people import link_speakers

    speakers = [judgement.quotation.speaker for judgement in judgements]
    mentions = pd.DataFrame(
        {
            "article_id": [judgement.article for judgement in judgements],
            "speaker": [speaker.name for speaker in speakers],
            "type": [speaker.type for speaker in speakers],
            "title": [speaker.title for speaker in speakers],
            "text": [speaker.text for speaker in speakers],
        }
    )
    named = pd.DataFrame(people, columns=["article_id", "entity"]).assign(label="PERSON")
    linked = link_speakers(mentions, entities=named)
    found = []
    for judgement, name in zip(judgements, linked["speaker"], strict=True):
        speaker = replace(judgement.quotation.speaker, name=name)
        quotation = replace(judgement.quotation, speaker=speaker)
        found.append(replace(judgement, quotation=quotation, right=is_right(judgement.gold, name)))
    return found


def _annotated(nlp: Language, article: SilverArticle) -> Doc:
    doc = nlp.make_doc(article.doc.text)
    doc._.title_end = article.doc._.title_end
    if Doc.has_extension("byline"):
        doc._.byline = article.author
    return nlp(doc)


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
    arguments.add_argument("--corpus", action="store_true", help="judge the tables' speakers")
    options = arguments.parse_args()
    nlp = spacy.load(options.model) if options.model else None
    figures = evaluate_speakers(nlp, drop=options.drop, wrong=options.wrong, corpus=options.corpus)
    for name, value in figures.items():
        target = f" (target {TARGETS[name]:g})" if name in TARGETS else ""
        print(f"{name}: {value:.1f}{target}")


if __name__ == "__main__":
    main()
