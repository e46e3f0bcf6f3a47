"""Articles with the same text, or nearly so: wire copy, reposts, corrected editions.

Each article is reduced to a MinHash signature of its five-word shingles (Broder 1997);
articles that agree in a band of it are compared shingle by shingle. The keys of the bands
are made with an article's rows, once; only articles that do look alike are read again.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from pipeline.tables.statement_words import Hashes, scramble, statement_words

if TYPE_CHECKING:
    import pandas as pd
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
_UNDATED = "9999"
_MULTIPLIERS = scramble(np.arange(_BANDS * _ROWS, dtype=np.uint64)) | np.uint64(1)
"""An odd factor permutes the 64-bit numbers; the hashes are spread already."""

Texts = Callable[[Sequence[int]], Iterable[str]]


def band_keys(text: str) -> bytes:
    """Keys of the bands of a text's signature; texts that are nearly the same share one.

    *Shape:* (bands,) of little-endian 64-bit numbers; empty for a text without words.
    """
    signature = _signature(_shingles(text))
    if signature is None:
        return b""
    keys = np.zeros(_BANDS, np.uint64)
    for of_band in signature.reshape(_BANDS, _ROWS).T:
        keys = scramble(keys ^ of_band)
    return keys.astype("<u8").tobytes()


def duplicates(articles: pd.DataFrame) -> pd.Series:
    """article_id of the earliest article with the same text or nearly so, else empty.

    articles: columns article_id, published (ISO date, full, partial or empty) and text.
    Returns: a text series with the articles' index; see `find_duplicates`.
    """
    import pandas as pd
    import pyarrow as pa

    held = articles["text"].fillna("").astype(str).tolist()
    ids = articles["article_id"].astype(str).tolist()
    table = pa.table(
        {
            "article_id": pa.array(ids, pa.string()),
            "published": pa.array(articles["published"].fillna("").astype(str).tolist()),
            "bands": pa.array([band_keys(text) for text in held], pa.binary()),
        }
    )
    of_article = [""] * len(ids)
    found = find_duplicates(table, partial(map, held.__getitem__))
    for i, original in zip(*(places.to_pylist() for places in found), strict=True):
        of_article[i] = ids[original]
    return pd.Series(of_article, index=articles.index, dtype=object, name="duplicate_of")


def find_duplicates(articles: pa.Table, texts: Texts) -> tuple[pa.Array, pa.Array]:
    """Places of articles that have the text of an earlier one, or nearly so; and of that one.

    articles: columns article_id, published (ISO date, full, partial or empty), and bands
    (`band_keys` of the text).
    texts: gives the texts of the articles at some places, which rise, in their order; only
    articles that share a band with another are asked for.
    An article without a date counts as later than all dated ones; among equals the smaller
    id is the earlier. What is named is never itself a duplicate.
    """
    import pyarrow as pa

    suspects, keys = _with_shared_bands(articles["bands"].combine_chunks())
    wanted = articles.select(["article_id", "published"]).take(pa.array(suspects))
    when = [
        (date or _UNDATED, article_id)
        for article_id, date in zip(*(c.to_pylist() for c in wanted.columns), strict=True)
    ]
    held = list(texts(suspects.tolist()))
    originals: dict[tuple[int, int], list[int]] = defaultdict(list)
    found = []
    for i in sorted(range(len(suspects)), key=when.__getitem__):
        bands = list(enumerate(keys[i].tolist()))
        alike = {j for band in bands for j in originals.get(band, ())[:_LOOKED_AT]}
        earliest = _first_alike(i, sorted(alike, key=when.__getitem__), held)
        if earliest is not None:
            found.append((i, earliest))
            continue
        for band in bands:
            originals[band].append(i)
    pairs = np.array(found, np.int64).reshape(-1, 2)
    return pa.array(suspects[pairs[:, 0]]), pa.array(suspects[pairs[:, 1]])


def _with_shared_bands(keys: pa.BinaryArray) -> tuple[npt.NDArray[np.int64], Hashes]:
    """Places of the articles that share a band with another one, and their bands.

    *Shape:* of the bands: (places, bands)
    """
    import pyarrow.compute as pc

    places = np.flatnonzero(np.asarray(pc.greater(pc.binary_length(keys), 0)))
    bands = np.frombuffer(b"".join(keys.take(places).to_pylist()), "<u8")
    bands = bands.reshape(len(places), _BANDS)
    shared = np.zeros(len(places), bool)
    for of_band in bands.T:
        _, which, counts = np.unique(of_band, return_inverse=True, return_counts=True)
        shared |= counts[which] > 1
    return places[shared], bands[shared]


def _first_alike(i: int, candidates: Iterable[int], text_of: Sequence[str]) -> int | None:
    shingles = None
    for j in candidates:
        if shingles is None:
            shingles = _shingles(text_of[i])
        if _nearly_same(shingles, _shingles(text_of[j])):
            return j
    return None


def _shingles(text: str) -> Hashes:
    """Sorted hashes of the text's runs of five words; of a shorter text, of all its words."""
    words = statement_words(text)
    if not words:
        return np.zeros(0, np.uint64)
    hashes = np.array([_word_hash(word) for word in words], dtype=np.uint64)
    length = min(_SHINGLE_WORDS, len(hashes))
    count = len(hashes) - length + 1
    mixed = np.zeros(count, np.uint64)
    for i in range(length):
        mixed = scramble(mixed ^ hashes[i : i + count])
    return np.unique(mixed)


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
