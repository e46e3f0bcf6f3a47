"""From the scores of the network to spans and to the attributions that join them."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.annotate.network.labels import ENTITY_LABELS, ROLES, bio_spans
from pipeline.annotate.network.pointers import candidates

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

FORBIDDEN = -1e4
_LAST_HEADLINE = 2
"""Number of the last paragraph that may be a line of the headline, the first being one."""
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
    chains of their own, decoded side by side.

    *Shape:* emissions (words, tags); moves (tags, tags); breaks (words,), True where a
    paragraph starts.
    """
    if not len(emissions):
        return []
    steps = _side_by_side(len(emissions), breaks)
    inward = np.ascontiguousarray(moves.T, dtype=np.float32)
    back = np.zeros(emissions.shape, dtype=np.int8)
    score = emissions[steps[0]] + _opening(moves)
    for words in steps[1:]:
        reached = score[: len(words), None, :] + inward
        back[words] = reached.argmax(2)
        score[: len(words)] = reached.max(2) + emissions[words]
    tags = np.empty(len(emissions), dtype=np.int64)
    tag = score.argmax(1)
    for words in reversed(steps):
        here = tag[: len(words)]
        tags[words] = here
        tag[: len(words)] = back[words, here]
    found: list[int] = tags.tolist()
    return found


def marginals(emissions: Floats, moves: Floats, breaks: Bools) -> Floats:
    """Probability of each tag of each word, by forward-backward. Chains as in `viterbi`.

    *Shape:* (words, tags)
    """
    if not len(emissions):
        return np.zeros(emissions.shape, dtype=np.float32)
    steps = _side_by_side(len(emissions), breaks)
    step = np.exp(moves.astype(np.float64))
    local = np.exp(emissions - emissions.max(1, keepdims=True), dtype=np.float64)
    found = np.empty_like(local)
    row = local[steps[0]] * np.exp(_opening(moves), dtype=np.float64)
    found[steps[0]] = row / row.sum(1, keepdims=True)
    for before, words in itertools.pairwise(steps):
        row = (found[before[: len(words)]] @ step) * local[words]
        found[words] = row / row.sum(1, keepdims=True)
    backward = np.ones_like(row, shape=(len(steps[0]), row.shape[1]))
    for before, words in itertools.pairwise(reversed(steps)):
        # `before` is the step after `words` in the text; chains that end here stay at one.
        row = (backward[: len(before)] * local[before]) @ step.T
        backward[: len(before)] = row / row.sum(1, keepdims=True)
        found[words] *= backward[: len(words)]
    return np.asarray(found / found.sum(1, keepdims=True), dtype=np.float32)


def _opening(moves: Floats) -> Floats:
    """Scores of a paragraph's first tag: as after `O`, and never inside a span."""
    opening = np.array(moves[0], dtype=np.float32)
    opening[2::2] = FORBIDDEN
    return opening


def _side_by_side(words: int, breaks: Bools) -> list[npt.NDArray[np.int64]]:
    """All first words of paragraphs, all second words and so on: longer paragraphs first,
    so that those which go on are the first rows of the step before."""
    starts = np.flatnonzero(breaks)
    if not len(starts) or starts[0]:
        starts = np.concatenate([[0], starts])
    lengths = np.diff(np.concatenate([starts, [words]]))
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    live = np.searchsorted(-lengths, -np.arange(lengths[0]), side="left")
    return [starts[:count] + t for t, count in enumerate(live)]


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
        allowed = index >= 0
        if SLOTS[slot] == "cue":
            # Who says something stands in the paragraph of the verb, or in the line of a headline
            # before it. (Of 20,412 in PolNeAR, six do not.)
            here = paragraph[[span.start for span in spans]][:, None]
            there = paragraph[[target.start for target in targets]][np.maximum(index, 0)]
            allowed &= (there == here) | ((there < here) & (here <= _LAST_HEADLINE))
        logits = np.where(allowed, logits, FORBIDDEN)
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
