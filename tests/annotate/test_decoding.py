"""The best tags, their probabilities, and which pieces find each other."""

import itertools

import numpy as np
import pytest

from pipeline.annotate.network.decoding import (
    FORBIDDEN,
    SLOTS,
    Decoder,
    Pointer,
    WordScores,
    decode_attributions,
    marginals,
    viterbi,
)
from pipeline.annotate.network.labels import ENTITY_LABELS, ROLES, bio, bio_spans
from pipeline.annotate.network.pointers import DISTANCES, RANKS


def moves_of(tags: int, rng: np.random.Generator) -> np.ndarray:
    moves = rng.normal(size=(tags, tags)).astype(np.float32)
    for tag in range(2, tags, 2):
        allowed = moves[[tag - 1, tag], tag].copy()
        moves[:, tag] = FORBIDDEN
        moves[[tag - 1, tag], tag] = allowed
    return moves


def all_sequences(emissions, moves, breaks):
    """Every tag sequence of every paragraph, with its score: what the decoder must beat."""
    tags = emissions.shape[1]
    opening = moves[0].copy()
    opening[2::2] = FORBIDDEN
    starts = [i for i in range(len(emissions)) if i == 0 or breaks[i]] + [len(emissions)]
    for start, end in itertools.pairwise(starts):
        scored = []
        for sequence in itertools.product(range(tags), repeat=end - start):
            score = opening[sequence[0]]
            score += sum(emissions[start + i, tag] for i, tag in enumerate(sequence))
            score += sum(moves[a, b] for a, b in itertools.pairwise(sequence))
            scored.append((float(score), sequence))
        yield start, scored


@pytest.mark.parametrize("seed", range(12))
def test_viterbi_and_marginals_agree_with_trying_every_sequence(seed):
    rng = np.random.default_rng(seed)
    length = int(rng.integers(1, 8))
    emissions = (2 * rng.normal(size=(length, 5))).astype(np.float32)
    moves = moves_of(5, rng)
    breaks = rng.random(length) < 0.4
    best, likely = [], np.zeros((length, 5))
    for start, scored in all_sequences(emissions, moves, breaks):
        best.extend(max(scored)[1])
        for score, sequence in scored:
            for i, tag in enumerate(sequence):
                likely[start + i, tag] += np.exp(score)
    likely /= likely.sum(1, keepdims=True)
    assert viterbi(emissions, moves, breaks) == best
    np.testing.assert_allclose(marginals(emissions, moves, breaks), likely, atol=1e-4)


def test_no_span_reaches_into_a_paragraph():
    inside = np.array([[0, 5, 0], [0, 0, 5], [0, 0, 5], [0, 0, 5]], dtype=np.float32)
    moves = np.zeros((3, 3), dtype=np.float32)
    moves[0, 2] = FORBIDDEN
    breaks = np.array([True, False, True, False])
    assert bio_spans(viterbi(inside, moves, breaks)) == [(0, 2, 0), (2, 4, 0)]


def test_a_text_without_words_has_no_tags():
    none = np.zeros((0, 7), dtype=np.float32)
    assert viterbi(none, np.zeros((7, 7), dtype=np.float32), np.zeros(0, dtype=bool)) == []


def test_neighbouring_spans_of_one_label_stay_two():
    tags = bio(("A", "B"))
    sequence = [tags.index(tag) for tag in ("B-A", "I-A", "B-A", "O", "B-B", "I-B")]
    assert bio_spans(sequence) == [(0, 2, 0), (2, 3, 0), (4, 6, 1)]


def test_two_cues_may_share_a_source_and_two_pieces_a_cue():
    # "X said A , adding B , C": source cue content, cue content content.
    roles = ["B-SOURCE", "B-CUE", "B-CONTENT", "O", "B-CUE", "B-CONTENT", "O", "B-CONTENT"]
    scores = word_scores(roles)
    # Pieces at 2 → cue at 1; 5 and 7 → cue at 4; both cues → source at 0.
    aim(scores, 2, 1, "content")
    aim(scores, 5, 4, "content")
    aim(scores, 7, 4, "content")
    aim(scores, 1, 0, "cue")
    aim(scores, 4, 0, "cue")
    breaks = np.zeros(len(roles), dtype=bool)
    found = decode_attributions(scores, plain_decoder(), breaks)
    assert [[(p.start, p.end) for p in a.content] for a in found] == [[(2, 3)], [(5, 6), (7, 8)]]
    assert [a.cue.start for a in found] == [1, 4]
    assert [a.source.start for a in found] == [0, 0]


@pytest.mark.parametrize(
    ("starts", "source"),
    [
        ((0,), 3),
        ((0, 4), 3),  # a headline of two lines
        ((0, 1, 2, 4), None),
    ],
)
def test_a_source_stands_in_the_paragraph_of_its_cue_or_in_the_headline(starts, source):
    roles = ["O", "O", "O", "B-SOURCE", "B-CUE", "B-CONTENT", "O", "O"]
    scores = word_scores(roles)
    aim(scores, 5, 4, "content")
    aim(scores, 4, 3, "cue")
    breaks = np.isin(np.arange(len(roles)), starts)
    [found] = decode_attributions(scores, plain_decoder(), breaks)
    assert (found.source and found.source.start) == source


def word_scores(roles):
    tags = bio(ROLES)
    emissions = np.zeros((len(roles), len(tags)), dtype=np.float32)
    for i, role in enumerate(roles):
        emissions[i, tags.index(role)] = 20.0
    return WordScores(
        emissions,
        np.zeros((len(roles), len(bio(ENTITY_LABELS))), dtype=np.float32),
        np.zeros(len(roles), dtype=np.float32),
        np.zeros((len(roles), len(SLOTS) * 2 * len(roles)), dtype=np.float32),
    )


def aim(scores, span, target, slot):
    """Give a span's query and its target's key one dimension of their own."""
    parts = scores.pointers.reshape(len(scores.roles), len(SLOTS), 2, -1)
    at = SLOTS.index(slot)
    parts[span, at, 0, target] += 30.0
    parts[target, at + 1, 1, target] = 30.0


def plain_decoder():
    tags, entities = len(bio(ROLES)), len(bio(ENTITY_LABELS))
    pointer = Pointer(
        np.zeros(DISTANCES, dtype=np.float32),
        np.zeros(RANKS, dtype=np.float32),
        np.zeros(8, dtype=np.float32),
        0.0,
    )
    return Decoder(
        np.zeros((tags, tags), dtype=np.float32),
        np.zeros((entities, entities), dtype=np.float32),
        pointer,
        pointer,
    )
