"""Training of the line classifier that cleans articles.

The classifier learns from the pages of the article extraction benchmark (body marked by a
person), and from pages made of articles, furniture and comment threads (`cleaning_pages`).
How well it does is measured in `cleaning_evaluation`.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pipeline.clean.blocks import Block, split_lines
from pipeline.clean.classifier import LABELS, LineClassifier, save
from pipeline.clean.features import Matrix, features
from pipeline.clean.looks import word_count
from pipeline.settings import LINE_WEIGHTS
from pipeline.training.cleaning_pages import compose, render
from pipeline.training.cleaning_sources import (
    PageLine,
    label_page,
    read_pages,
    read_remarks,
    read_stories,
)
from pipeline.training.cleaning_threads import SYSTEMS
from pipeline.training.corpora import corpora_folder

if TYPE_CHECKING:
    from sklearn.neural_network import MLPClassifier

FOLDS = 5
_COUNTS = {"real": 2.0, "cut": 1.0, "made": 1.0}
"""How much the order of a page's labels counts."""
_SEED = 11
_NETWORKS = 8
_HIDDEN = 24
_EPOCHS = 7
MADE_PAGES = 900


@dataclass(frozen=True, slots=True)
class TrainingPage:
    """A page as the network sees it. *Shapes:* (blocks, features), (blocks,), (blocks,)."""

    kind: str
    """real, cut (a real page from its headline on) or made."""
    fold: int
    """Fold of the real page it is, or whose furniture it has; -1 for none."""
    system: str
    """The comment system of its thread, or ""."""
    seen: Matrix
    labels: NDArray[np.int64]
    words: NDArray[np.float32]


_WEIGHT = {"real": 6.0, "cut": 3.0, "made": 1.0}


def train_cleaning(corpora: Path, target: Path = LINE_WEIGHTS) -> None:
    """Train the line classifier on all pages and write its weights.

    Raises: CorpusMissing.
    """
    save(fit(training_pages(corpora, MADE_PAGES)), target)


def training_pages(corpora: Path, made: int) -> list[TrainingPage]:
    """The benchmark's pages, whole and cut, and `made` pages of our making."""
    stories, remarks = read_stories(corpora), read_remarks(corpora)
    labelled = [label_page(page) for page in read_pages(corpora)]
    folds = page_folds(len(labelled))
    pages = []
    for number, lines in enumerate(labelled):
        if lines:
            rng = random.Random(number)
            pages.append(_training_page("real", folds[number], "", lines))
            pages.append(_training_page("cut", folds[number], "", _cut(lines, rng)))
    rng = random.Random(_SEED)
    rng.shuffle(stories)
    systems = list(SYSTEMS)
    furnished = [number for number, lines in enumerate(labelled) if lines]
    for number in range(made):
        story = stories[number % len(stories)]
        page = rng.choice(furnished) if rng.random() < 0.3 else -1
        system = rng.choice(systems) if rng.random() < 0.68 else ""
        lines = compose(
            story, labelled[page] if page >= 0 else None, remarks, stories, rng, SYSTEMS.get(system)
        )
        title = story.title if rng.random() < 0.3 else ""
        pages.append(_training_page("made", folds[page] if page >= 0 else -1, system, lines, title))
    return pages


def page_folds(count: int) -> list[int]:
    """The fold of cross-validation of each of `count` real pages."""
    order = list(range(count))
    random.Random(1).shuffle(order)
    folds = [0] * count
    for place, number in enumerate(order):
        folds[number] = place % FOLDS
    return folds


def system_fold(system: str) -> int:
    """The fold of a comment system; -1 for none."""
    return list(SYSTEMS).index(system) % FOLDS if system else -1


def _cut(lines: Sequence[PageLine], rng: random.Random) -> list[PageLine]:
    """The page as people copy it: from about its headline to somewhere below its end."""
    headed = [n for n, line in enumerate(lines) if line.label in ("title", "body")]
    body = [n for n, line in enumerate(lines) if line.label == "body"]
    return list(lines[max(0, headed[0] - rng.randint(0, 6)) : body[-1] + 1 + rng.randint(0, 40)])


def _training_page(
    kind: str, fold: int, system: str, lines: Sequence[PageLine], title: str = ""
) -> TrainingPage:
    text, labels = render(lines)
    blocks = [Block((line,), line.text) for line in split_lines(text)]
    return TrainingPage(
        kind,
        fold,
        system,
        features(blocks, title),
        np.array([LABELS.index(labels[block.lines[0].number]) for block in blocks]),
        np.array([word_count(block.text) for block in blocks], dtype=np.float32),
    )


def fit(pages: Sequence[TrainingPage], networks: int = _NETWORKS) -> LineClassifier:
    """A line classifier from labelled pages.

    The mean log-odds of several networks, trained from different starts, are those of one
    network with all their hidden units: so several are trained and one is kept.
    """
    seen = np.vstack([page.seen for page in pages])
    labels = np.concatenate([page.labels for page in pages])
    weights = np.concatenate([_weights(page) for page in pages])
    mean, scale = seen.mean(axis=0), seen.std(axis=0) + 1e-3
    standard = np.clip((seen - mean) / scale, -8, 8)
    trained = [
        _network(standard, labels, weights / weights.mean(), seed) for seed in range(networks)
    ]
    transitions, starts = _transitions(pages)
    return LineClassifier(
        *(
            np.asarray(array, dtype=np.float32)
            for array in (
                mean,
                scale,
                np.hstack([network.coefs_[0] for network in trained]),
                np.concatenate([network.intercepts_[0] for network in trained]),
                np.vstack([network.coefs_[1] for network in trained]) / networks,
                np.mean([network.intercepts_[1] for network in trained], axis=0),
                transitions,
                starts,
            )
        )
    )


def _network(
    seen: Matrix, labels: NDArray[np.int64], weights: NDArray[np.float64], seed: int
) -> MLPClassifier:
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier
    from threadpoolctl import threadpool_limits

    network = MLPClassifier(
        (_HIDDEN,),
        alpha=1e-3,
        max_iter=_EPOCHS,
        batch_size=256,
        learning_rate_init=2e-3,
        random_state=seed,
    )
    # One thread: with several, sums are rounded as the work happens to be cut.
    with warnings.catch_warnings(), threadpool_limits(1):
        # A fixed number of epochs is what is wanted.
        warnings.simplefilter("ignore", ConvergenceWarning)
        network.fit(seen, labels, sample_weight=weights)
    return network


def _weights(page: TrainingPage) -> NDArray[np.float64]:
    """A long line weighs more than a short one, a page as the root of its lines."""
    weights = np.sqrt(page.words)
    return np.asarray(_WEIGHT[page.kind] * np.sqrt(len(weights)) * weights / weights.sum())


def _transitions(pages: Sequence[TrainingPage]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Log-probabilities of a label after another and of the first one, halved.

    The network has seen the neighbours too, so the transitions count for half.
    """
    follows = np.ones((len(LABELS), len(LABELS)))
    starts = np.ones(len(LABELS))
    for page in pages:
        np.add.at(follows, (page.labels[:-1], page.labels[1:]), _COUNTS[page.kind])
        starts[page.labels[0]] += 1
    return (
        0.5 * np.log(follows / follows.sum(axis=1, keepdims=True)),
        0.5 * np.log(starts / starts.sum()),
    )


def main() -> None:
    """Train the weights anew and compare them with those that ship, or replace these.

    On one kind of processor the same corpora give the same bytes; another may round
    differently in the last place.
    """
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--write", type=Path, help="file that the weights are written to")
    parser.add_argument("--replace", action="store_true", help="write over those that ship")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        trained = Path(folder) / LINE_WEIGHTS.name
        train_cleaning(corpora_folder(), trained)
        same = LINE_WEIGHTS.exists() and trained.read_bytes() == LINE_WEIGHTS.read_bytes()
        print("The same as the weights that ship." if same else "Not those that ship.")
        if target := LINE_WEIGHTS if given.replace else given.write:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(trained.read_bytes())
            print(f"Written: {target}")


if __name__ == "__main__":
    main()
