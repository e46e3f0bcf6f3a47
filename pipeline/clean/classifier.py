"""The line classifier: a small network over a page's features, and the page-wise decoder.

The network (one hidden layer) says for each block how likely each label is; a Viterbi
search then finds the best labelling of the whole page, with the costs of one label
following another counted on the training pages: a comment section seldom ends before
the page does, and furniture may stand between paragraphs.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from pipeline.clean.blocks import Block
from pipeline.clean.features import Matrix, features
from pipeline.errors import WhosaidError
from pipeline.settings import LINE_WEIGHTS

Scores = NDArray[np.float32]

LABELS = ("title", "deck", "byline", "body", "caption", "boilerplate", "comment")
KEPT = frozenset(("title", "deck", "body"))
"""Labels of what belongs to the article."""
TEXT = KEPT - {"title"}
_TILE_ROWS, _TILE_COLUMNS = 26, 24
"""With 400 features; OpenBLAS takes more threads for more than 2^18 products."""


@dataclass(frozen=True, slots=True)
class LineClassifier:
    """Weights of the network. *Shapes:* see the training; features are standardised first."""

    mean: Scores
    scale: Scores
    hidden: Scores
    hidden_bias: Scores
    output: Scores
    output_bias: Scores
    transitions: Scores
    """Log-probability of a label (column) after another (row)."""
    starts: Scores
    """Log-probability of a label as the page's first."""

    def scores(self, seen: Matrix) -> Scores:
        """Log-probability of each label. *Shapes:* (blocks, features) to (blocks, labels)."""
        standard = seen - self.mean
        standard /= self.scale
        np.minimum(standard, 8, out=standard)
        np.maximum(standard, -8, out=standard)
        active = np.maximum(_product(standard, self.hidden) + self.hidden_bias, 0)
        logits = active @ self.output + self.output_bias
        logits -= logits.max(axis=1, keepdims=True)
        return np.asarray(logits - np.log(np.exp(logits).sum(axis=1, keepdims=True)))

    def decode(self, scores: Scores) -> list[int]:
        """The best labelling of a page, as places in `LABELS`.

        Args:
            scores: Log-probability of each label. *Shape:* (blocks, labels).
        """
        return _best_path(scores, self.transitions, self.starts) if len(scores) else []

    def judge(self, blocks: Sequence[Block], title: str = "") -> tuple[Scores, list[int]]:
        """Log-probabilities of the labels, and the best labelling as places in `LABELS`."""
        scores = self.scores(features(blocks, title))
        return scores, self.decode(scores)


@lru_cache(maxsize=1)
def line_classifier(path: Path = LINE_WEIGHTS) -> LineClassifier:
    """The trained classifier that ships with the project.

    Raises: WhosaidError, when its weights are not there or not as they were made.
    """
    try:
        with np.load(path, allow_pickle=False) as arrays:
            return LineClassifier(
                **{name: arrays[name].astype(np.float32) for name in LineClassifier.__slots__}
            )
    except (OSError, ValueError, KeyError, EOFError, BadZipFile, zlib.error) as error:
        raise WhosaidError(
            f"the weights for cleaning, {path}, are missing or damaged: get the project's files "
            "again, or train them as README.md tells."
        ) from error


def save(classifier: LineClassifier, path: Path) -> None:
    """Write the weights, halved in precision: the labels do not change by it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    arrays = {
        name: getattr(classifier, name).astype(
            np.float32 if name in ("mean", "scale", "transitions", "starts") else np.float16
        )
        for name in LineClassifier.__slots__
    }
    with path.open("wb") as file:
        np.savez_compressed(file, **arrays)


def _product(rows: Scores, weights: Scores) -> Scores:
    """The matrix product, in tiles so small that BLAS takes one thread for each.

    Several would wait for more work, busily, for longer than an article takes to clean; and
    sums in another order could change a label with the number of threads.
    """
    tiles = range(0, weights.shape[1], _TILE_COLUMNS)
    return np.concatenate(
        [
            np.concatenate(
                [
                    rows[top : top + _TILE_ROWS] @ weights[:, left : left + _TILE_COLUMNS]
                    for left in tiles
                ],
                axis=1,
            )
            for top in range(0, max(1, len(rows)), _TILE_ROWS)
        ]
    )


def _best_path(scores: Scores, transitions: Scores, starts: Scores) -> list[int]:
    """Viterbi: the sequence of labels with the highest sum of scores and transitions."""
    into = np.ascontiguousarray(transitions.T)
    best = scores[0] + starts
    reached = [best]
    for score in scores[1:]:
        best = np.maximum.reduce(best + into, axis=1) + score
        reached.append(best)
    path = [int(best.argmax())]
    for best in reached[-2::-1]:
        path.append(int((best + into[path[-1]]).argmax()))
    return path[::-1]
