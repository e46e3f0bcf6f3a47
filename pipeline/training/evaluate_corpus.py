"""How well the corpus step links speakers and groups quotations, on PolNeAR.

The answers were checked by hand and are kept as ids and names alone (`gold/`): 202 people
of the train part with up to 30 of their occurrences each, and 197 groups of quotations of
train and dev. They started from what the program proposed; names that it had left apart
were looked through by surname, so recall is measured on those names only.

    python -m pipeline.training.evaluate_corpus
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from importlib import resources
from itertools import combinations
from typing import TYPE_CHECKING

from pipeline.tables.people import link_speakers
from pipeline.tables.same_quotes import same_quotes
from pipeline.training.silver_speakers import read_polnear_people, read_polnear_quotes

if TYPE_CHECKING:
    import pandas as pd


def evaluate_speakers() -> dict[str, float]:
    """Pairwise precision and recall of speakers over the corpus. Raises: CorpusMissing."""
    quotes = read_polnear_quotes("train")
    linked = _linked(quotes, read_polnear_people("train"))
    found = dict(
        zip(
            zip(quotes["article_id"], quotes["speaker"], strict=True),
            linked["speaker_id"],
            strict=True,
        )
    )
    gold = _gold("speakers_over_corpus.csv")
    keys = list(zip(gold["article"], gold["name"], strict=True))
    missing = sum(key not in found for key in keys)
    clusters = [found.get(key, f"missing {i}") for i, key in enumerate(keys)]
    precision, recall = pairwise(clusters, gold["speaker"])
    return {
        "people": float(gold["speaker"].nunique()),
        "occurrences": float(len(gold)),
        "occurrences missing": float(missing),
        "pairwise precision": 100 * precision,
        "pairwise recall": 100 * recall,
    }


def evaluate_same_quotes() -> dict[str, float]:
    """Share of the groups that are right, of those judged. Raises: CorpusMissing."""
    import pandas as pd

    quotes = pd.concat([read_polnear_quotes(part) for part in ("train", "dev")])
    people = pd.concat([read_polnear_people(part) for part in ("train", "dev")])
    linked = _linked(quotes.reset_index(drop=True), people)
    quotes = quotes.reset_index(drop=True).assign(
        speaker=linked["speaker"], speaker_id=linked["speaker_id"]
    )
    gold = _gold("same_quotes.csv")
    right = gold[gold["right"] == "1"]
    group_of = dict(zip(right["quote_id"], right["group"], strict=True))
    judged = set(gold["quote_id"])
    groups = [list(g["quote_id"]) for _, g in same_quotes(quotes).groupby("same_quote")]
    known = [g for g in groups if judged.issuperset(g)]
    good = [g for g in known if len({group_of.get(q, q) for q in g}) == 1]
    found_pairs = {pair for g in groups for pair in combinations(sorted(g), 2)}
    gold_pairs = {
        pair for _, g in right.groupby("group") for pair in combinations(sorted(g["quote_id"]), 2)
    }
    return {
        "groups": float(len(groups)),
        "groups judged": float(len(known)),
        "precision of the judged": 100 * len(good) / max(len(known), 1),
        "right pairs still found": 100 * len(found_pairs & gold_pairs) / max(len(gold_pairs), 1),
    }


def pairwise(found: Iterable[Hashable], gold: Iterable[Hashable]) -> tuple[float, float]:
    """Precision and recall over the pairs of items that share a cluster."""
    both = list(zip(found, gold, strict=True))
    shared = _pairs(Counter(both))
    in_found = _pairs(Counter(cluster for cluster, _ in both))
    in_gold = _pairs(Counter(cluster for _, cluster in both))
    return shared / max(in_found, 1), shared / max(in_gold, 1)


def _pairs(sizes: Counter[tuple[Hashable, Hashable]] | Counter[Hashable]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes.values())


def _linked(quotes: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    mentions = quotes.rename(
        columns={"speaker_type": "type", "speaker_title": "title", "speaker_text": "text"}
    )
    return link_speakers(mentions, entities=people)


def _gold(name: str) -> pd.DataFrame:
    import pandas as pd

    with resources.files(__package__).joinpath("gold", name).open("rb") as lines:
        return pd.read_csv(lines, dtype=str)


def main() -> None:
    """Print both evaluations."""
    for title, scores in (
        ("speakers over the corpus", evaluate_speakers()),
        ("same quotations", evaluate_same_quotes()),
    ):
        print(title)
        for name, value in scores.items():
            print(f"  {name}: {value:.4g}")


if __name__ == "__main__":
    main()
