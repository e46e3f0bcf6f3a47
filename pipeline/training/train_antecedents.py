"""Learns the weights that rank the antecedents of he and she.

Teacher: the silver coreference chains beside PolNeAR's train part. They are noisy (a
quarter of the links are wrong), which the few weights average out. Each pronoun gives
pairs (right candidate, wrong candidate); a logistic regression on their differences is
a log-linear ranker. Run with `python -m pipeline.training.train_antecedents`. The weights
that ship were set by hand and rank judged antecedents better (`speakers/antecedents.py`): what
is learnt is written beside the other training runs, to be compared with them.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pipeline.annotate.entities.naming import name_spans
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.speakers.antecedents import Features, History, Pronominal, score
from pipeline.annotate.speakers.discourse import walk
from pipeline.annotate.speakers.sources import read_sources
from pipeline.annotate.text.layout import lay_out
from pipeline.training.silver import SilverArticle, read_silver

TARGET = Path("training-runs/antecedents.json")
SOURCE_WEIGHT = 3.0
MOST_RIVALS = 5

Example = tuple[bool, list[Features]]
"""(whether the pronoun is a source, features of the right candidate and its rivals)."""


def examples(article: SilverArticle) -> Iterator[Example]:
    """The pronouns of an article whose silver antecedent is among the candidates."""
    doc = article.doc
    layout = lay_out(doc)
    cast = Cast(doc, layout, name_spans(doc))
    answers = _silver_answers(article, cast)
    found: list[Example] = []

    def teach(history: History, pronoun: Pronominal) -> int | None:
        answer = answers.get(doc[pronoun.at].idx)
        ranked = history.ranked_features(pronoun)
        right = [features for person, features in ranked if person == answer]
        rivals = [features for person, features in ranked if person != answer]
        if right and rivals and not pronoun.described:
            found.append((pronoun.source, right + rivals[:MOST_RIVALS]))
        return answer

    sources, _ = read_sources(doc, layout, cast)
    walk(doc, layout, cast, sources, teach)
    yield from found


def fit(data: list[Example], strength: float = 0.3) -> dict[str, float]:
    """Weights of a pairwise logistic regression, features seen in fewer than 20 examples left
    out."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    rows: list[Features] = []
    weights: list[float] = []
    for source, (right, *rivals) in data:
        for rival in rivals:
            names = right.keys() | rival.keys()
            rows.append({n: right.get(n, 0.0) - rival.get(n, 0.0) for n in names})
            weights.append((SOURCE_WEIGHT if source else 1.0) / len(rivals))
    counts = Counter(name for row in rows for name, value in row.items() if value)
    rows = [{n: v for n, v in row.items() if v and counts[n] >= 20} for row in rows]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    # A classifier needs both classes: every second difference is turned round.
    signs = np.where(np.arange(len(rows)) % 2 == 0, 1.0, -1.0)
    model = LogisticRegression(C=strength, fit_intercept=False, max_iter=2000)
    model.fit(matrix.multiply(signs[:, None]).tocsr(), signs, sample_weight=weights)
    names = vectorizer.get_feature_names_out()
    return {
        str(name): round(float(weight), 4)
        for name, weight in zip(names, model.coef_[0], strict=True)
        if abs(weight) >= 0.0005
    }


def accuracy(data: list[Example], weights: dict[str, float], *, source: bool) -> float:
    """Share of pronouns (sources only, or the others) whose silver antecedent ranks first."""
    chosen = [candidates for is_source, candidates in data if is_source == source]
    right = sum(
        score(c[0], weights) > max(score(rival, weights) for rival in c[1:]) for c in chosen
    )
    return right / len(chosen) if chosen else 0.0


def _silver_answers(article: SilverArticle, cast: Cast) -> dict[int, int]:
    """Offset of each mention of a silver chain → the person most of its names name."""
    answers: dict[int, int] = {}
    starts = {token.idx: token.i for token in article.doc}
    for chain in article.chains:
        votes: Counter[int] = Counter()
        for start, end in chain:
            at = starts.get(start)
            if at is not None and at in cast.at_token and end - start < 40:
                votes[cast.at_token[at]] += 1
        if votes:
            answers.update((start, votes.most_common(1)[0][0]) for start, _ in chain)
    return answers


def main() -> None:
    """Fit on train, print accuracies on train and dev, write the weights."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--output", type=Path, default=TARGET, help="default: %(default)s")
    arguments.add_argument("--every", type=int, default=1, help="each so-manieth article only")
    options = arguments.parse_args()
    output = options.output
    parts = (read_silver(part, every=options.every) for part in ("train", "dev"))
    data, dev = ([pair for article in part for pair in examples(article)] for part in parts)
    weights = fit(data)
    for part, rows in (("train", data), ("dev", dev)):
        print(
            f"{part}: {len(rows)} pronouns; silver antecedent first: "
            f"sources {accuracy(rows, weights, source=True):.1%}, "
            f"others {accuracy(rows, weights, source=False):.1%}"
        )
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(dict(sorted(weights.items())), indent=0) + "\n", encoding="utf-8")
    print(f"{output}: {len(weights)} weights")


if __name__ == "__main__":
    main()
