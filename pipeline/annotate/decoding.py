"""From the scores of the network to spans and to the attributions that join them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.annotate.labels import ENTITY_LABELS, ROLES, bio, bio_spans
from pipeline.annotate.pointers import candidates

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

FORBIDDEN = -1e4
SLOTS = ("content", "cue_of_content", "cue", "source_of_cue")
"""Pointer vectors of a word, in order; each has a part for first and for last words."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a pointer adds to the product of its vectors (see training/network.py)."""

    distance: Floats
    rank: Floats
    none_vector: Floats
    none_bias: float


@dataclass(frozen=True, slots=True)
class Decoder:
    """The part of the network that is not in the ONNX graph. R role tags, E entity tags."""

    role_moves: Floats
    """Transition scores between role tags. *Shape:* (R, R)"""
    entity_moves: Floats
    """*Shape:* (E, E)"""
    cue_of_content: Pointer
    source_of_cue: Pointer


@dataclass(frozen=True, slots=True)
class WordScores:
    """What the network says of each of W words."""

    roles: Floats
    """*Shape:* (W, R)"""
    entities: Floats
    """*Shape:* (W, E)"""
    sentences: Floats
    """Logit of "a sentence starts here". *Shape:* (W,)"""
    pointers: Floats
    """*Shape:* (W, slots × 2 × width)"""


@dataclass(frozen=True, slots=True)
class Piece:
    """A span of words with one role, and how sure the network is of it."""

    start: int
    end: int
    """First word after the span."""
    probability: float
    """Lowest marginal probability of its words and its right neighbour's boundary."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Pieces that belong together. Any role may be empty but content."""

    content: tuple[Piece, ...]
    cue: Piece | None
    source: Piece | None
    cue_probability: float
    """Lowest probability with which a content piece points to the cue."""
    source_probability: float
    """Probability with which the cue points to this source, or to none."""


def viterbi(emissions: Floats, moves: Floats, breaks: Bools) -> list[int]:
    """The best tag of each word, paragraph by paragraph.

    A paragraph begins after the tag `O`, and no span reaches into it, so paragraphs are
    chains of their own; those of like length are decoded side by side.

    *Shape:* emissions (words, tags); moves (tags, tags); breaks (words,), True where a
    paragraph starts.
    """
    tags = np.zeros(len(emissions), dtype=np.int64)
    inward = np.ascontiguousarray(moves.T, dtype=np.float32)
    for index, local in _chains(emissions, breaks):
        count, length, width = local.shape
        back = np.zeros((length, count, width), dtype=np.int8)
        score = local[:, 0] + _opening(moves)
        for t in range(1, length):
            reached = score[:, None, :] + inward
            best = reached.argmax(2)
            step = np.take_along_axis(reached, best[:, :, None], 2)[:, :, 0] + local[:, t]
            live = index[:, t, None] >= 0
            score = np.where(live, step, score)
            back[t] = np.where(live, best, np.arange(width))
        rows = np.arange(count)
        tag = score.argmax(1)
        found = np.empty((count, length), dtype=np.int64)
        found[:, length - 1] = tag
        for t in range(length - 1, 0, -1):
            tag = back[t, rows, tag]
            found[:, t - 1] = tag
        known = index >= 0
        tags[index[known]] = found[known]
    return [int(tag) for tag in tags]


def marginals(emissions: Floats, moves: Floats, breaks: Bools) -> Floats:
    """Probability of each tag of each word, by forward-backward. Chains as in `viterbi`.

    *Shape:* (words, tags)
    """
    result = np.zeros(emissions.shape, dtype=np.float32)
    step = np.exp(moves.astype(np.float64))
    for index, scores in _chains(emissions, breaks):
        local = np.exp(scores - scores.max(2, keepdims=True), dtype=np.float64)
        length = local.shape[1]
        live = index[:, :, None] >= 0
        forward = np.empty_like(local)
        row = local[:, 0] * np.exp(_opening(moves), dtype=np.float64)
        for t in range(length):
            if t:
                row = np.where(live[:, t], (row @ step) * local[:, t], row)
            row = row / row.sum(1, keepdims=True)
            forward[:, t] = row
        row = np.ones_like(row)
        for t in range(length - 1, -1, -1):
            forward[:, t] *= row
            row = np.where(live[:, t], (row * local[:, t]) @ step.T, row)
            row = row / row.sum(1, keepdims=True)
        known = index >= 0
        found = forward / forward.sum(2, keepdims=True)
        result[index[known]] = found[known]
    return result


def _opening(moves: Floats) -> Floats:
    """Scores of a paragraph's first tag: as after `O`, and never inside a span."""
    opening = np.array(moves[0], dtype=np.float32)
    opening[2::2] = FORBIDDEN
    return opening


def _chains(emissions: Floats, breaks: Bools) -> Iterator[tuple[npt.NDArray[np.int64], Floats]]:
    """Paragraphs of like length, padded to the longest: indexes of their words, -1 for
    padding, *shape* (paragraphs, length), and their scores, (paragraphs, length, tags)."""
    starts = np.flatnonzero(breaks)
    if not len(starts) or starts[0]:
        starts = np.concatenate([[0], starts])
    lengths = np.diff(np.concatenate([starts, [len(emissions)]]))
    kept = lengths > 0
    starts, lengths = starts[kept], lengths[kept]
    # A padded chain is at most half as long again as its shortest member, plus a few words.
    size = np.ceil(np.log(lengths + 8) / np.log(1.5)).astype(np.int64)
    for like in np.unique(size):
        of_size = size == like
        longest = int(lengths[of_size].max())
        at = np.arange(longest)[None, :]
        index = np.where(at < lengths[of_size][:, None], starts[of_size][:, None] + at, -1)
        yield index, np.asarray(emissions[np.maximum(index, 0)], dtype=np.float32)


def decode_entities(
    scores: WordScores, decoder: Decoder, breaks: Bools
) -> list[tuple[int, int, str]]:
    """Entities as (first word, end word, label)."""
    tags = viterbi(scores.entities, decoder.entity_moves, breaks)
    return [(start, end, ENTITY_LABELS[label]) for start, end, label in bio_spans(tags)]


def decode_attributions(scores: WordScores, decoder: Decoder, breaks: Bools) -> list[Attribution]:
    """Attributions in order of their first content word."""
    tags = viterbi(scores.roles, decoder.role_moves, breaks)
    spans = bio_spans(tags)
    if not spans:
        return []
    likely = marginals(scores.roles, decoder.role_moves, breaks)
    pieces = {
        role: [
            Piece(start, end, _piece_probability(likely, start, end, label))
            for start, end, label in spans
            if label == index
        ]
        for index, role in enumerate(ROLES)
    }
    paragraph = np.cumsum(breaks, dtype=np.int64)
    contents, cues, sources = pieces["CONTENT"], pieces["CUE"], pieces["SOURCE"]
    to_cue = _point(scores, decoder.cue_of_content, contents, cues, paragraph, 0)
    to_source = _point(scores, decoder.source_of_cue, cues, sources, paragraph, 2)
    pointed = [to_cue.best(content) for content in range(len(contents))]
    by_cue: dict[int, list[int]] = {}
    for content, (cue, _) in enumerate(pointed):
        by_cue.setdefault(cue if cue >= 0 else -1 - content, []).append(content)
    found = []
    for key, pointing in by_cue.items():
        members = _together(contents, pointing, cues[key] if key >= 0 else None, paragraph)
        if not members:
            continue
        source, source_probability = to_source.best(key) if key >= 0 else (-1, 1.0)
        found.append(
            Attribution(
                tuple(contents[content] for content in members),
                cues[key] if key >= 0 else None,
                sources[source] if source >= 0 else None,
                min(pointed[content][1] for content in members),
                source_probability,
            )
        )
    return sorted(found, key=lambda attribution: attribution.content[0].start)


def _together(
    contents: list[Piece],
    members: list[int],
    cue: Piece | None,
    paragraph: npt.NDArray[np.int64],
) -> list[int]:
    """The pieces that stand with their cue: a statement may run on from one paragraph to the
    next, but it does not leap over one. (Of 19,821 in PolNeAR train, three do.)"""
    if cue is None:
        return members
    here = int(paragraph[cue.start])
    where = {member: int(paragraph[contents[member].start]) for member in members}
    first = last = here
    for member in sorted(members, key=lambda member: abs(where[member] - here)):
        if where[member] in (first - 1, last + 1):
            first, last = min(first, where[member]), max(last, where[member])
    return [member for member in members if first <= where[member] <= last]


@dataclass(frozen=True, slots=True)
class _Pointing:
    """Where S spans point: C candidates each, the last of them none."""

    index: npt.NDArray[np.int64]
    """Index of the target; -1 for none and for no candidate. *Shape:* (S, C)"""
    probability: Floats
    """*Shape:* (S, C)"""

    def best(self, span: int) -> tuple[int, float]:
        """The likeliest target of a span (-1 for none) and its probability."""
        column = int(self.probability[span].argmax())
        return int(self.index[span, column]), float(self.probability[span, column])


def _point(
    scores: WordScores,
    pointer: Pointer,
    spans: list[Piece],
    targets: list[Piece],
    paragraph: npt.NDArray[np.int64],
    slot: int,
) -> _Pointing:
    queries = _vectors(scores.pointers, spans, slot)
    width = queries.shape[1]
    index, distance, rank = candidates(_ends(spans), _ends(targets), paragraph)
    scale = width**-0.5
    if targets:
        keys = _vectors(scores.pointers, targets, slot + 1)
        logits = np.einsum("sd,scd->sc", queries, keys[np.maximum(index, 0)]) * scale
        logits = logits + pointer.distance[distance] + pointer.rank[rank]
        logits = np.where(index >= 0, logits, FORBIDDEN)
    else:
        logits = np.full(index.shape, FORBIDDEN, dtype=np.float32)
    none = queries @ pointer.none_vector * scale + pointer.none_bias
    logits = np.concatenate([logits, none[:, None]], axis=1)
    odds = np.exp(logits - logits.max(1, keepdims=True))
    index = np.concatenate([index, np.full((len(spans), 1), -1)], axis=1)
    return _Pointing(index, np.asarray(odds / odds.sum(1, keepdims=True), dtype=np.float32))


def _vectors(vectors: Floats, spans: list[Piece], slot: int) -> Floats:
    """First word's part plus last word's part of a slot. *Shape:* (spans, width)"""
    parts = vectors.reshape(len(vectors), len(SLOTS), 2, -1)
    first = [span.start for span in spans]
    last = [span.end - 1 for span in spans]
    return np.asarray(parts[first, slot, 0] + parts[last, slot, 1], dtype=np.float32)


def _ends(spans: list[Piece]) -> npt.NDArray[np.int64]:
    return np.array([(s.start, s.end - 1) for s in spans], dtype=np.int64).reshape(-1, 2)


def _piece_probability(likely: Floats, start: int, end: int, label: int) -> float:
    begin, inside = 2 * label + 1, 2 * label + 2
    lowest = float(likely[start, begin])
    if end - start > 1:
        lowest = min(lowest, float(likely[start + 1 : end, inside].min()))
    if end < len(likely):
        lowest = min(lowest, 1.0 - float(likely[end, inside]))
    return lowest


ROLE_TAGS = bio(ROLES)
ENTITY_TAGS = bio(ENTITY_LABELS)
