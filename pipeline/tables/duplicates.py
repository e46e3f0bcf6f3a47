"""Articles with the same text, or nearly so: wire copy, reposts, corrected editions.

Each article is reduced to a MinHash signature of its five-word shingles (Broder 1997);
articles that agree in a band of it are compared shingle by shingle. The keys of the bands
are made with an article's rows, once; only articles that do look alike are read again.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from pipeline.tables.codes import distinct, is_repeated
from pipeline.tables.statement_words import Hashes, scramble, statement_words
from pipeline.tables.word_numbers import StoredWords, number_words

if TYPE_CHECKING:
    import pyarrow as pa

_SHINGLE_WORDS = 5
_BANDS = 20
_ROWS = 3
"""A band agrees with probability similarity³: 20 of them find 99.9% of pairs at 0.7."""
_RESEMBLANCE = 0.6
"""Shared shingles over all shingles of both, from which texts are nearly the same."""
_CONTAINMENT = 0.85
"""Shared shingles over those of the shorter text, where one is a cut version."""
_CUT = 0.5
"""A cut version has at least this share of the fuller one's shingles."""
_LOOKED_AT = 50
"""Earlier originals of one band that an article is compared with."""
_KEPT = 1024
"""Articles whose shingles are kept while others are compared with them."""
_UNDATED = "9999"
_MULTIPLIERS = scramble(np.arange(_BANDS * _ROWS, dtype=np.uint64)) | np.uint64(1)
"""An odd factor permutes the 64-bit numbers; the hashes are spread already."""

Texts = Callable[[npt.NDArray[np.int64]], "Iterable[pa.RecordBatch]"]


def band_keys(text: str) -> bytes:
    """Keys of the bands of a text's signature; texts that are nearly the same share one.

    *Shape:* (bands,) of little-endian 64-bit numbers; empty for a text without words.
    """
    words = statement_words(text)
    signature = _signature(_shingles(np.array([_word_hash(word) for word in words], np.uint64)))
    if signature is None:
        return b""
    keys = np.zeros(_BANDS, np.uint64)
    for of_band in signature.reshape(_BANDS, _ROWS).T:
        keys = scramble(keys ^ of_band)
    return keys.astype("<u8").tobytes()


def find_duplicates(
    articles: pa.Table, texts: Texts, words: StoredWords
) -> tuple[pa.Array, pa.Array]:
    """Places of articles that have the text of an earlier one, or nearly so; and of that one.

    articles: columns article_id (or its place among all ids), published (ISO date, full,
    partial or empty), and bands (`band_keys` of the text).
    texts: gives the texts of the articles at some places, in any order and some at a time, as
    columns number (which of the places) and text; only articles that share a band with another
    are asked for.
    words: a place for the words of those texts.
    An article without a date counts as later than all dated ones; among equals the smaller
    id is the earlier. What is named is never itself a duplicate.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    suspects, keys = _with_shared_bands(articles["bands"].combine_chunks())
    wanted = articles.select(["published", "article_id"]).take(pa.array(suspects))
    dated = pc.fill_null(wanted["published"], "")
    dated = pc.if_else(pc.equal(dated, ""), _UNDATED, dated)
    in_order = pc.sort_indices(
        wanted.set_column(0, "published", dated),
        sort_keys=[("published", "ascending"), ("article_id", "ascending")],
    )
    order = np.asarray(in_order)
    when = np.empty(len(order), np.int64)
    when[order] = np.arange(len(order))
    # Compared by the numbers of their words, which are made for many texts at once.
    stored_as = np.empty(len(suspects), np.int64)
    words.clear()
    count = 0
    for some in texts(suspects):
        stored_as[np.asarray(some["number"])] = np.arange(count, count + len(some))
        words.append(number_words(some["text"]))
        count += len(some)

    @lru_cache(maxsize=_KEPT)
    def shingles(i: int) -> Hashes:
        return _shingles(words.of(stored_as[i]).astype(np.uint64))

    originals = _Originals(keys)
    found = []
    for i in order.tolist():
        candidates = sorted(originals.sharing_with(i), key=when.__getitem__)
        earliest = next((j for j in candidates if _nearly_same(shingles(i), shingles(j))), None)
        if earliest is not None:
            found.append((i, earliest))
        else:
            originals.add(i)
    pairs = np.array(found, np.int64).reshape(-1, 2)
    return pa.array(suspects[pairs[:, 0]]), pa.array(suspects[pairs[:, 1]])


class _Originals:
    """Articles that are no duplicates, by the bands that they share with others."""

    def __init__(self, keys: Hashes) -> None:
        """keys: of the bands of all articles. *Shape:* (articles, bands)"""
        self._groups = np.full(keys.shape, -1, np.int32)
        """Number of what shares a band; -1 of a band that is nobody else's."""
        sizes = [np.zeros(0, np.int64)]
        first = 0
        for of_band, group in zip(keys.T, self._groups.T, strict=True):
            _, key, count = np.unique(of_band, return_inverse=True, return_counts=True)
            shared = count > 1
            number = np.where(shared, np.cumsum(shared) - 1 + first, -1)
            group[:] = number[key]
            sizes.append(count[shared])
            first += int(shared.sum())
        self._starts = np.concatenate([[0], np.cumsum(np.concatenate(sizes))])
        self._members = np.zeros(int(self._starts[-1]), np.int32)
        """The originals of each group, in the order in which they were added."""
        self._counts = np.zeros(first, np.int32)

    def sharing_with(self, article: int) -> set[int]:
        """The originals that share a band with an article, some of each at most."""
        found: set[int] = set()
        groups = self._groups[article]
        groups = groups[groups >= 0]
        groups = groups[self._counts[groups] > 0]
        counts = np.minimum(self._counts[groups], _LOOKED_AT)
        for start, count in zip(self._starts[groups].tolist(), counts.tolist(), strict=True):
            found.update(self._members[start : start + count].tolist())
        return found

    def add(self, article: int) -> None:
        groups = self._groups[article]
        groups = groups[groups >= 0]
        self._members[self._starts[groups] + self._counts[groups]] = article
        self._counts[groups] += 1


def _with_shared_bands(keys: pa.BinaryArray) -> tuple[npt.NDArray[np.int64], Hashes]:
    """Places of the articles that share a band with another one, and their bands.

    *Shape:* of the bands: (places, bands)
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    is_known = np.asarray(pc.greater(pc.fill_null(pc.binary_length(keys), 0), 0))
    places = np.flatnonzero(is_known)
    _, _, data = keys.take(pa.array(places)).buffers()
    bands = np.frombuffer(data or b"", "<u8", len(places) * _BANDS).reshape(len(places), _BANDS)
    shared = np.zeros(len(places), bool)
    for of_band in bands.T:
        shared |= is_repeated(of_band)
    return places[shared], bands[shared]


def _shingles(words: Hashes) -> Hashes:
    """Sorted hashes of the runs of five words; of fewer words, of all of them.

    words: a number for each.
    """
    if not len(words):
        return words
    length = min(_SHINGLE_WORDS, len(words))
    count = len(words) - length + 1
    mixed = np.zeros(count, np.uint64)
    for i in range(length):
        mixed = scramble(mixed ^ words[i : i + count])
    return distinct(mixed)


@lru_cache(maxsize=1 << 18)
def _word_hash(word: str) -> int:
    return zlib.crc32(word.encode())


def _signature(shingles: Hashes) -> Hashes | None:
    """MinHash signature. *Shape:* (bands * rows,); None for a text without words."""
    if not len(shingles):
        return None
    least: Hashes = (shingles * _MULTIPLIERS[:, None]).min(axis=1)
    return least


def _nearly_same(one: Hashes, other: Hashes) -> bool:
    shared = len(np.intersect1d(one, other, assume_unique=True))
    shorter, longer = sorted((len(one), len(other)))
    if shared >= _RESEMBLANCE * (shorter + longer - shared):
        return True
    return shared >= _CONTAINMENT * shorter and shorter >= _CUT * longer
