"""Every word is read once, and long articles where words stand far from an edge."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.network.windows import plan_windows, window_inputs
from pipeline.annotate.network.wordpieces import PieceSequence


def sequence(piece_counts):
    counts = np.array(piece_counts, dtype=np.int64)
    total = int(counts.sum())
    zeros = np.zeros(total, dtype=np.int64)
    return PieceSequence(
        np.arange(total), zeros, zeros, np.cumsum(counts) - counts, np.zeros(len(counts), bool)
    )


@given(st.lists(st.integers(1, 8), min_size=1, max_size=400), st.integers(20, 60))
def test_each_word_is_taken_from_exactly_one_window_that_holds_it(counts, size):
    text = sequence(counts)
    kept = []
    for window in plan_windows(text, size, size // 4):
        assert window.start <= window.keep_start <= window.keep_end <= window.end
        ids, *_ = window_inputs(text, window.start, window.end)
        # A window may run over by the pieces of the word at its edge, no more.
        assert len(ids) - 2 <= size + 8
        kept.extend(range(window.keep_start, window.keep_end))
    assert kept == list(range(len(counts)))


def test_a_short_text_is_one_window():
    assert len(plan_windows(sequence([1] * 100), 320, 64)) == 1


def test_words_at_a_seam_stand_away_from_both_edges():
    windows = plan_windows(sequence([1] * 500), 320, 64)
    for left, right in pairwise(windows):
        assert left.end - left.keep_end >= 30
        assert right.keep_start - right.start >= 30
