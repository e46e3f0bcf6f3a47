"""The pointers once more, on the finished encoder and over whole articles.

While the encoder is trained, pointers see windows cut at random and a body that moves
under them. Here the body stands still, so that a few passes over the vectors of the
gold spans' first and last words (a minute) settle the pointers and their distance
biases, with the candidates they will have in use: those of the whole article.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from pipeline.annotate.network.decoding import SLOTS
from pipeline.annotate.network.pointers import candidates
from pipeline.annotate.network.windows import plan_windows, window_inputs
from pipeline.training.examples import Example
from pipeline.training.network import POINTER_WIDTH, Network, PointerBias

Ends = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Task:
    """One kind of pointer in one article: S spans with C candidates each."""

    first: Tensor
    """Row of each span's first word in the article's vectors. *Shape:* (S,)"""
    last: Tensor
    key_first: Tensor
    """*Shape:* (S, C)"""
    key_last: Tensor
    distance: Tensor
    rank: Tensor
    valid: Tensor
    target: Tensor
    """Right column; C for none. *Shape:* (S,)"""


@dataclass(frozen=True, slots=True)
class Pointed:
    """An article's vectors of the words at spans' ends, and its two tasks."""

    vectors: Tensor
    """*Shape:* (words at ends, width)"""
    cue_of_content: Task
    source_of_cue: Task


@torch.no_grad()
def point_example(network: Network, example: Example) -> Pointed | None:
    """Vectors and tasks of an article; None when it has no attributions."""
    if not example.contents or not example.cues:
        return None
    cue_order = sorted(range(len(example.cues)), key=lambda i: example.cues[i][0])
    source_order = sorted(range(len(example.sources)), key=lambda i: example.sources[i][0])
    cue_place = {cue: at for at, cue in enumerate(cue_order)}
    source_place = {source: at for at, source in enumerate(source_order)}
    contents = sorted(example.contents)
    cues = [example.cues[i] for i in cue_order]
    sources = [example.sources[i] for i in source_order]
    ends = sorted({w for span in (*contents, *cues, *sources) for w in span[:2]})
    row = {word: at for at, word in enumerate(ends)}
    paragraph = np.cumsum(example.sequence.starts_paragraph, dtype=np.int64)

    def task(spans: Ends, targets: Ends, gold: list[int]) -> Task:
        s = np.array(spans, dtype=np.int64).reshape(-1, 2)
        t = np.array(targets, dtype=np.int64).reshape(-1, 2)
        index, distance, rank = candidates(s, t, paragraph)
        wanted = np.array(gold)
        hit = (index == wanted[:, None]) & (index >= 0)
        target = np.where(wanted < 0, index.shape[1], np.where(hit.any(1), hit.argmax(1), -1))
        keys = t[np.maximum(index, 0)] if len(t) else np.full((*index.shape, 2), ends[0])
        known = target >= 0

        def rows(words: np.ndarray) -> Tensor:
            return torch.from_numpy(np.vectorize(row.__getitem__, otypes=[np.int64])(words[known]))

        return Task(
            rows(s[:, 0]),
            rows(s[:, 1]),
            rows(keys[:, :, 0]),
            rows(keys[:, :, 1]),
            *(torch.from_numpy(part[known]) for part in (distance, rank, index >= 0, target)),
        )

    return Pointed(
        _vectors(network, example, ends),
        task(
            [span[:2] for span in contents],
            [span[:2] for span in cues],
            [cue_place.get(span[2], -1) for span in contents],
        ),
        task(
            [span[:2] for span in cues],
            sources,
            [source_place.get(span[2], -1) for span in cues],
        ),
    )


def _vectors(network: Network, example: Example, words: list[int]) -> Tensor:
    """What the encoder says of some words, as in use: window by window."""
    parts = []
    for window in plan_windows(example.sequence):
        kept = [w for w in words if window.keep_start <= w < window.keep_end]
        if not kept:
            continue
        ids, shapes, states, first = (
            torch.from_numpy(a)[None]
            for a in window_inputs(example.sequence, window.start, window.end)
        )
        x = network.encoder(ids, shapes, states, torch.ones_like(ids, dtype=torch.float32))
        parts.append(x[0, first[0, [w - window.start for w in kept]]])
    return torch.cat(parts)


def train_pointers(
    network: Network,
    articles: Sequence[Pointed],
    *,
    epochs: int = 12,
    rate: float = 5e-4,
    bias_rate: float = 2e-2,
    dropout: float = 0.3,
    seed: int = 1,
    after_epoch: Callable[[int], None] | None = None,
) -> None:
    """Train the pointers' part of a network, in place; the encoder is not touched."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    biases = [network.cue_of_content, network.source_of_cue]
    for bias in biases:
        _expect_the_nearest(bias)
    heads = [*network.pointer_hidden.parameters(), *network.pointers.parameters()]
    optimizer = torch.optim.AdamW(
        [
            {"params": heads, "lr": rate, "weight_decay": 0.05},
            {"params": [p for bias in biases for p in bias.parameters()], "lr": bias_rate},
        ]
    )
    order = list(articles)
    total = epochs * -(-len(order) // 8)
    step = 0
    for epoch in range(epochs):
        rng.shuffle(order)
        for at in range(0, len(order), 8):
            for group in optimizer.param_groups:
                group.setdefault("first", group["lr"])
                group["lr"] = group["first"] * max(0.02, 1 - step / total)
            step += 1
            parts = [
                loss
                for article in order[at : at + 8]
                for loss in _losses(network, article, dropout)
            ]
            spans = sum(len(a.cue_of_content.target) for a in order[at : at + 8])
            (torch.stack(parts).sum() / spans).backward()
            nn.utils.clip_grad_norm_(heads, 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        if after_epoch:
            after_epoch(epoch + 1)


@torch.no_grad()
def accuracy(network: Network, articles: Sequence[Pointed]) -> tuple[float, float]:
    """Share of content pieces and of cues that point right, between gold spans."""
    right, count = [0, 0], [0, 0]
    for article in articles:
        for kind, scores, task in _scores(network, article, 0.0):
            right[kind] += int((scores.argmax(1) == task.target).sum())
            count[kind] += len(task.target)
    return right[0] / max(count[0], 1), right[1] / max(count[1], 1)


def _losses(network: Network, article: Pointed, dropout: float) -> list[Tensor]:
    return [
        F.cross_entropy(scores, task.target, reduction="sum")
        for _, scores, task in _scores(network, article, dropout)
        if len(task.target)
    ]


def _scores(network: Network, article: Pointed, dropout: float) -> list[tuple[int, Tensor, Task]]:
    training = dropout > 0
    x = F.dropout(article.vectors, dropout, training)
    x = F.dropout(F.gelu(network.pointer_hidden(x)), dropout, training)
    flat = network.pointers(x).view(len(x), len(SLOTS), 2, POINTER_WIDTH)
    found = []
    for kind, (task, bias) in enumerate(
        (
            (article.cue_of_content, network.cue_of_content),
            (article.source_of_cue, network.source_of_cue),
        )
    ):
        queries = flat[task.first, 2 * kind, 0] + flat[task.last, 2 * kind, 1]
        keys = flat[task.key_first, 2 * kind + 1, 0] + flat[task.key_last, 2 * kind + 1, 1]
        scores = bias(queries, keys, task.distance, task.rank)
        scores = scores.masked_fill(~F.pad(task.valid, (0, 1), value=True), -1e4)
        found.append((kind, scores, task))
    return found


@torch.no_grad()
def _expect_the_nearest(bias: PointerBias) -> None:
    """Begin with what is true of most spans: the nearer, the likelier."""
    half = len(bias.distance) // 2
    slope = -0.25 * torch.arange(half, dtype=torch.float32)
    bias.distance.copy_(torch.cat([slope, slope]))
