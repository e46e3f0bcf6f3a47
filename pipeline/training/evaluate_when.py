"""How often the date of a statement is right, and whether it was said or thought.

On 21 articles of PolNeAR dev judged by hand (`speakers_when.dev.jsonl`), with PolNeAR's
own attributions or with those of a pipeline; and on GUM's gold dates, for the reading
of single expressions. Run with `python -m pipeline.training.evaluate_when [--wrong]`.

Where the gold is doubtful: of the 208 dated attributions one has cue and source
exchanged, and "published" dates are not given, so that a statement without a date of
its own counts as undated. Acts such as "imposed a penalty" count as not said.
"""

from __future__ import annotations

import argparse
import json
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language

from pipeline.annotate.dating.component import When
from pipeline.annotate.dating.time_expressions import find_time_expressions
from pipeline.annotate.dating.time_values import resolve
from pipeline.records import Quotation, Speaker
from pipeline.training.corpora import (
    CorpusMissing,
    LabelledArticle,
    corpora_folder,
    corpus_file,
    read_polnear,
)
from pipeline.training.measures import WordsOf, match_attributions

TARGETS = {
    "dated right": 80.0,
    "stated or carried right": 88.0,
    "act right": 90.0,
    "GUM dates right": 92.0,
}

_GUM_ELEMENT = re.compile(r"<date ([^>]*)>(.*?)</date>", re.DOTALL)
_GUM_CREATED = re.compile(r'dateCreated="([^"]*)"')
_GUM_NOT_BY_DOCUMENT = {
    # The year is 2020 in the element and 2019 in the document's own date.
    ("GUM_vlog_radiology", "2020-10-22"),
    # Words quoted from another day, which they count from.
    ("GUM_speech_impeachment", "2020-01-31"),
    ("GUM_bio_emperor", "1859-10-12", "12th of October last"),
    ("GUM_bio_emperor", "1860-02-01", "the 1st day of Feb. next"),
    # A day in the element, a month in the words.
    ("GUM_bio_emperor", "1860-02-01", "February 1860"),
}
"""Elements of GUM's dev part whose date does not follow from words and document."""


@dataclass(frozen=True, slots=True)
class GoldTime:
    """When an attribution was made, and whether it is a statement at all."""

    article: str
    id: str
    date: str
    said: bool
    speaker: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """One attribution of gold beside what was found for it."""

    gold: GoldTime
    found: Quotation
    cue: str


def read_gold_times(path: Path | None = None) -> dict[str, dict[str, GoldTime]]:
    """Article → attribution id → time.

    Raises: CorpusMissing, when the file is not there.
    """
    path = path or corpora_folder().parent / "eval" / "speakers_when.dev.jsonl"
    if not path.exists():
        raise CorpusMissing(
            f"the gold dates {path} are missing: put speakers_when.dev.jsonl into the folder "
            "eval beside the corpora that WHOSAID_CORPORA names."
        )
    gold: dict[str, dict[str, GoldTime]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold.setdefault(row["doc"], {})[row["id"]] = GoldTime(
            row["doc"], row["id"], row["when_iso"], row["speech"], row["speaker"]
        )
    return gold


def judge(
    nlp: Language | None = None,
    *,
    folder: Path | None = None,
    gold_path: Path | None = None,
    part: str = "dev",
) -> Iterator[Judgement]:
    """Each attribution of gold that was found, with its answer; `part` of PolNeAR holds them.

    Without `nlp`, attributions and their speakers are those of gold.
    """
    gold = read_gold_times(gold_path)
    blank, component = spacy.blank("en"), When()
    for article in read_polnear(part, folder):
        times = gold.get(article.name)
        if times is None or article.attributions is None:
            continue
        doc = (nlp or blank).make_doc(article.text)
        doc._.published = article.published
        doc._.title_end = max(0, article.text.find("\n"))
        if nlp is None:
            doc._.quotations = _gold_quotations(article, times)
            doc = component(doc)
            pairs = [(at, at) for at in range(len(article.attributions))]
        else:
            doc = nlp(doc)
            words = WordsOf(doc.text)
            pairs, _, _ = match_attributions(words, article.attributions, doc._.quotations)
        for own, found in pairs:
            attribution = article.attributions[own]
            if attribution.id in times:
                cue = " ".join(doc.text[start:end] for start, end in attribution.cue)
                yield Judgement(times[attribution.id], doc._.quotations[found], cue)


def evaluate_when(
    nlp: Language | None = None,
    *,
    folder: Path | None = None,
    gold_path: Path | None = None,
    part: str = "dev",
    wrong: bool = False,
) -> dict[str, float]:
    """In percent, over the attributions that were found.

    - `dated right`: of those dated in gold, `said_on` exactly right;
    - `stated or carried right`: of those that we date by more than the article's own
      date, right; what gold leaves undated counts as wrong;
    - `stated or carried right, dated in gold`: the same among those dated in gold;
    - `act right`; `dates matched`: share of gold attributions that were found at all;
    - `GUM dates right`: expressions normalised right, given the document's date.

    `wrong` prints each wrong date. Raises: CorpusMissing.
    """
    judgements = list(judge(nlp, folder=folder, gold_path=gold_path, part=part))
    dated = [_is_right(each) for each in judgements if each.gold.date]
    own = [each for each in judgements if each.found.said_on.basis in ("stated", "carried")]
    if wrong:
        for each in judgements:
            if each.gold.date != each.found.said_on.date and (each.gold.date or each in own):
                _show(each)
    every, by_document = evaluate_gum_dates(folder)
    total = sum(len(times) for times in read_gold_times(gold_path).values())
    return {
        "dated right": _share(dated),
        "stated or carried right": _share([_is_right(each) for each in own]),
        "stated or carried right, dated in gold": _share(
            [_is_right(each) for each in own if each.gold.date]
        ),
        "act right": _share([(each.found.act == "said") == each.gold.said for each in judgements]),
        "dates matched": 100 * len(judgements) / total if total else 0.0,
        "GUM dates right": by_document,
        "GUM dates right, doubtful gold included": every,
    }


def evaluate_gum_dates(folder: Path | None = None, part: str = "dev") -> tuple[float, float]:
    """Share of GUM's `<date when=…>` elements normalised right, of one part by GUM's split.

    Returns the percentage of all, and of those that follow from words and document.
    """
    every, by_document = [], []
    for name, created, words, gold, anchor in _gum_dates(part, folder):
        found = find_time_expressions(f"in {words}")
        right = bool(found) and resolve(found[0], created, anchor=anchor) == gold
        every.append(right)
        if not {(name, gold), (name, gold, words)} & _GUM_NOT_BY_DOCUMENT:
            by_document.append(right)
    return _share(every), _share(by_document)


def _gum_dates(part: str, folder: Path | None) -> Iterator[tuple[str, str, str, str, str]]:
    """Document, its date, the words, their date, and the date resolved last before it."""
    with tarfile.open(corpus_file("gum", "gum.tar.xz", folder)) as archive:
        for member in archive:
            handle = archive.extractfile(member) if member.name.endswith(".xml") else None
            if handle is None:
                continue
            text = handle.read().decode("utf-8")
            if f'partition="{part}"' not in text[:500]:
                continue
            created = _GUM_CREATED.search(text)
            anchor = ""
            for element in _GUM_ELEMENT.finditer(text):
                words = _words(element[2])
                when = re.search(r'\bwhen="([^"]*)"', element[1])
                date = created[1] if created else ""
                if when:
                    yield Path(member.name).stem, date, words, when[1], anchor
                found = find_time_expressions(f"in {words}")
                anchor = (found and resolve(found[0], date, anchor=anchor)) or anchor


def _words(element: str) -> str:
    """The words of an element of GUM's XML, a token a line."""
    words = " ".join(line.split("\t")[0] for line in element.split("\n") if "\t" in line)
    words = re.sub(r" (?=[,.;:%)\]]|['’]s\b)", "", words)
    return re.sub(r"(?<=\w) - (?=\w)", "-", words)


def _gold_quotations(article: LabelledArticle, times: dict[str, GoldTime]) -> tuple[Quotation, ...]:
    return tuple(
        Quotation(
            content=each.content,
            cue=each.cue,
            source=each.source,
            speaker=Speaker(name=times[each.id].speaker if each.id in times else ""),
        )
        for each in article.attributions or ()
    )


def _is_right(judgement: Judgement) -> bool:
    return judgement.found.said_on.date == judgement.gold.date


def _share(right: list[bool]) -> float:
    """In percent."""
    return 100 * sum(right) / len(right) if right else 0.0


def _show(judgement: Judgement) -> None:
    gold, said_on = judgement.gold, judgement.found.said_on
    print(
        f"{gold.article} {gold.id}: {gold.date or 'undated'}, found {said_on.date} "
        f"({said_on.basis}: {said_on.text!r}); cue {judgement.cue!r}"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", help="a pipeline, instead of PolNeAR's own attributions")
    parser.add_argument("--wrong", action="store_true", help="print each wrong date")
    options = parser.parse_args()
    nlp = spacy.load(options.model) if options.model else None
    for name, value in evaluate_when(nlp, wrong=options.wrong).items():
        target = f" (target {TARGETS[name]:g})" if name in TARGETS else ""
        print(f"{name}: {value:.1f}{target}")


if __name__ == "__main__":
    main()
