"""From labelled articles to batches: words, gold tags, gold pointers, cut into windows."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from spacy.language import Language
from torch import Tensor

from pipeline.annotate.network.labels import ENTITY_LABELS
from pipeline.annotate.network.pointers import candidates
from pipeline.annotate.network.windows import window_inputs
from pipeline.annotate.network.wordpieces import PieceSequence, WordPieces
from pipeline.records import Span
from pipeline.training.corpora import LabelledArticle

Ints = npt.NDArray[np.int64]
NO_LABEL = -100
LONGEST = 320
"""Word pieces of a stretch to train on, at most."""


@dataclass(slots=True)
class Example:
    """A whole article, ready to be cut. W words."""

    sequence: PieceSequence
    roles: Ints | None = None
    """Gold role tag of each word. *Shape:* (W,)"""
    entities: Ints | None = None
    sentences: Ints | None = None
    """1 where a sentence starts, 0 elsewhere. *Shape:* (W,)"""
    contents: list[tuple[int, int, int]] = field(default_factory=list)
    """Content pieces: first word, last word, index of their cue (-1 for none)."""
    cues: list[tuple[int, int, int]] = field(default_factory=list)
    """Cues: first word, last word, index of their source (-1 for none)."""
    sources: list[tuple[int, int]] = field(default_factory=list)
    filled: frozenset[str] = frozenset()
    """As in `LabelledArticle`."""


def encode_article(article: LabelledArticle, nlp: Language, pieces: WordPieces) -> Example:
    """Words by the pipeline's own tokenizer; a gold span is the words it touches."""
    doc = nlp.make_doc(article.text)
    words = [(token.text, token.idx) for token in doc]
    starts = np.array([at for _, at in words] or [0], dtype=np.int64)
    ends = starts + np.array([len(word) for word, _ in words] or [0], dtype=np.int64)

    def words_of(span: Span) -> tuple[int, int]:
        return (
            int(np.searchsorted(ends, span[0], side="right")),
            int(np.searchsorted(starts, span[1], side="left")),
        )

    example = Example(pieces(article.text, words), filled=article.filled)
    if article.attributions is not None:
        _add_attributions(example, article, words_of, len(words))
    if article.entities is not None:
        tags = np.zeros(len(words), dtype=np.int64)
        for start, end, label in article.entities:
            first, end_word = words_of((start, end))
            index = ENTITY_LABELS.index(label)
            tags[first:end_word] = 2 * index + 2
            tags[first : first + 1] = 2 * index + 1
        example.entities = _legal(tags, example.sequence)
    if article.sentences is not None:
        marks = np.zeros(len(words), dtype=np.int64)
        for span in article.sentences:
            first, end_word = words_of(span)
            if first < end_word:
                marks[first] = 1
        example.sentences = marks
    return example


def _add_attributions(
    example: Example,
    article: LabelledArticle,
    words_of: Callable[[Span], tuple[int, int]],
    length: int,
) -> None:
    tags = np.zeros(length, dtype=np.int64)
    sources: dict[tuple[int, int], int] = {}
    for attribution in article.attributions or ():
        for role, spans in enumerate((attribution.source, attribution.cue, attribution.content)):
            for span in spans:
                first, end = words_of(span)
                tags[first:end] = 2 * role + 2
                tags[first : first + 1] = 2 * role + 1
    example.roles = _legal(tags, example.sequence)
    for attribution in article.attributions or ():
        source = -1
        for span in attribution.source[:1]:
            first, end = words_of(span)
            if first < end:
                source = sources.setdefault((first, end - 1), len(sources))
        cue = -1
        for span in attribution.cue[:1]:
            first, end = words_of(span)
            if first < end:
                cue = len(example.cues)
                example.cues.append((first, end - 1, source))
        for span in attribution.content:
            first, end = words_of(span)
            if first < end:
                example.contents.append((first, end - 1, cue))
    example.sources = list(sources)


def _legal(tags: Ints, sequence: PieceSequence) -> Ints:
    """Tags with spans that others cut short begun anew: the CRF knows no other kind."""
    for i in range(len(tags)):
        tag = tags[i]
        if tag and tag % 2 == 0:
            before = tags[i - 1] if i else 0
            if sequence.starts_paragraph[i] or before not in (tag, tag - 1):
                tags[i] = tag - 1
    return tags


@dataclass(frozen=True, slots=True)
class Cut:
    """A window of an example: words `start` to `end`."""

    example: Example
    start: int
    end: int
    pieces: int


def cut_examples(examples: list[Example], rng: random.Random, short_share: float) -> list[Cut]:
    """Cut every article into windows, anew each epoch: the first at a random offset, some
    articles into short stretches, so that the network also knows a sentence on its own."""
    cuts = []
    for example in examples:
        first = example.sequence.first_piece
        total = len(example.sequence.ids)
        short = rng.random() < short_share
        size = rng.randint(24, 120) if short else LONGEST
        left = 0
        until = rng.randint(size // 4, size) if total > size else size
        while left < total:
            start = int(np.searchsorted(first, left, side="left"))
            end = int(np.searchsorted(first, left + until, side="right")) - 1
            end = len(first) if left + until >= total else max(end, start + 1)
            if start >= len(first):
                break
            right = int(first[end]) if end < len(first) else total
            cuts.append(Cut(example, start, end, right - int(first[start])))
            left, until = right, size
    return cuts


def batches(cuts: list[Cut], rng: random.Random, pieces: int) -> Iterator[list[Cut]]:
    """Batches of at most so many pieces, padding counted; windows of like length together."""
    order = sorted(cuts, key=lambda cut: (cut.pieces // 32, rng.random()))
    groups: list[list[Cut]] = []
    group: list[Cut] = []
    for cut in order:
        longest = max(cut.pieces, max((c.pieces for c in group), default=0))
        if group and longest * (len(group) + 1) > pieces:
            groups.append(group)
            group = []
        group.append(cut)
    if group:
        groups.append(group)
    rng.shuffle(groups)
    yield from groups


@dataclass(frozen=True, slots=True)
class PointerBatch:
    """Gold pointers of a batch; S spans, C candidates. Rows of spans are indexes into
    (batch × words)."""

    first: Tensor
    last: Tensor
    key_first: Tensor
    """*Shape:* (S, C)"""
    key_last: Tensor
    distance: Tensor
    rank: Tensor
    valid: Tensor
    """*Shape:* (S, C)"""
    target: Tensor
    """Column of the right candidate; C for none. *Shape:* (S,)"""


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of a batch. *Shapes:* (batch, pieces) or (batch, words)."""

    ids: Tensor
    shapes: Tensor
    states: Tensor
    mask: Tensor
    first_piece: Tensor
    words: Tensor
    """1 for a word, 0 for padding."""
    breaks: Tensor
    roles: Tensor
    entities: Tensor
    sentences: Tensor
    """Gold, `NO_LABEL` where a corpus has none."""
    filled_roles: Tensor
    """Whether a model gave the roles, no person. *Shape:* (batch,)"""
    filled_entities: Tensor
    cue_of_content: PointerBatch
    source_of_cue: PointerBatch

    @property
    def has_roles(self) -> Tensor:
        return self.roles[:, 0] != NO_LABEL

    @property
    def has_entities(self) -> Tensor:
        return self.entities[:, 0] != NO_LABEL


def collate(cuts: list[Cut], rng: random.Random | None = None, shape_dropout: float = 0.0) -> Batch:
    """Put windows into one padded batch.

    shape_dropout: share of windows whose words all lose their capitals or are set in
        capitals (headlines, chat), so that names are known without them.
    """
    inputs = [window_inputs(cut.example.sequence, cut.start, cut.end) for cut in cuts]
    length = max(len(ids) for ids, *_ in inputs)
    words = max(cut.end - cut.start for cut in cuts)
    size = len(cuts)
    ids, shapes, states, mask = (np.zeros((size, length), dtype=np.int64) for _ in range(4))
    first, live, breaks = (np.zeros((size, words), dtype=np.int64) for _ in range(3))
    roles, entities, sentences = (np.full((size, words), NO_LABEL) for _ in range(3))
    for row, (cut, (i, s, q, f)) in enumerate(zip(cuts, inputs, strict=True)):
        if rng is not None and rng.random() < shape_dropout:
            s = np.where(s <= 3, rng.choice((0, 2, 2)), s)
        ids[row, : len(i)], shapes[row, : len(i)], states[row, : len(i)] = i, s, q
        mask[row, : len(i)] = 1
        count = cut.end - cut.start
        first[row, :count], live[row, :count] = f, 1
        breaks[row, :count] = cut.example.sequence.starts_paragraph[cut.start : cut.end]
        for gold, given in (
            (roles, cut.example.roles),
            (entities, cut.example.entities),
            (sentences, cut.example.sentences),
        ):
            if given is not None:
                gold[row, :count] = given[cut.start : cut.end]
                gold[row, count:] = 0
    tensors = [
        torch.from_numpy(array) for array in (ids, shapes, states, mask, first, live, breaks)
    ]
    labels = [torch.from_numpy(array.astype(np.int64)) for array in (roles, entities, sentences)]
    filled = [
        torch.tensor([name in cut.example.filled for cut in cuts])
        for name in ("attributions", "entities")
    ]
    pointers = (_pointers(cuts, words, kind) for kind in ("cue", "source"))
    parts: tuple[Any, ...] = (*tensors, *labels, *filled, *pointers)
    return Batch(*parts)


def _pointers(cuts: list[Cut], words: int, kind: str) -> PointerBatch:
    """Gold pointers of the spans that lie wholly inside their windows. A span whose target
    lies outside its window teaches nothing and is left out."""
    columns: list[tuple[Ints, ...]] = []
    for row, cut in enumerate(cuts):
        example = cut.example
        spans, targets = (
            (example.contents, example.cues) if kind == "cue" else (example.cues, example.sources)
        )
        here = [i for i, span in enumerate(targets) if cut.start <= span[0] and span[1] < cut.end]
        here.sort(key=lambda i: targets[i][0])
        place = {target: at for at, target in enumerate(here)}
        inside = [
            span
            for span in spans
            if cut.start <= span[0] and span[1] < cut.end and (span[2] == -1 or span[2] in place)
        ]
        if not inside:
            continue
        ends = np.array([span[:2] for span in inside], dtype=np.int64) - cut.start
        target_ends = np.array([targets[i][:2] for i in here], dtype=np.int64).reshape(-1, 2)
        target_ends = target_ends - cut.start
        paragraph = np.cumsum(
            example.sequence.starts_paragraph[cut.start : cut.end], dtype=np.int64
        )
        index, distance, rank = candidates(ends, target_ends, paragraph)
        gold = np.array([place.get(span[2], -1) for span in inside])
        hit = (index == gold[:, None]) & (index >= 0)
        target = np.where(gold < 0, index.shape[1], np.where(hit.any(1), hit.argmax(1), -1))
        known = target >= 0
        key = (
            target_ends[np.maximum(index, 0)]
            if len(target_ends)
            else np.zeros((*index.shape, 2), dtype=np.int64)
        )
        base = row * words
        columns.append(
            tuple(
                part[known]
                for part in (
                    ends[:, 0] + base,
                    ends[:, 1] + base,
                    key[:, :, 0] + base,
                    key[:, :, 1] + base,
                    distance,
                    rank,
                    (index >= 0).astype(np.int64),
                    target,
                )
            )
        )
    if not columns:
        empty = torch.zeros(0, dtype=torch.long)
        return PointerBatch(*[empty] * 8)
    return PointerBatch(
        *(torch.from_numpy(np.concatenate(parts)) for parts in zip(*columns, strict=True))
    )
