"""Articles with the same text, or nearly so: wire copy, reposts, corrected editions.

Each article is reduced to a MinHash signature of its five-word shingles (Broder 1997);
articles that agree in a band of it are compared shingle by shingle. The keys of the bands
are made with an article's rows, once; only articles that do look alike are read again.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import numpy as np

from pipeline.tables.statement_words import Hashes, scramble, statement_words

if TYPE_CHECKING:
    import pandas as pd

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


def duplicates(articles: pd.DataFrame, texts: Texts | None = None) -> pd.Series:
    """article_id of the earliest article with the same text or nearly so, else empty.

    articles: columns article_id, published (ISO date, full, partial or empty), and bands
    (`band_keys` of the text) or, without `texts`, text.
    texts: gives the texts of the articles at some places of the frame, in their order; only
    articles that share a band with another are asked for.
    Returns: a text series with the articles' index. An article without a date counts as
    later than all dated ones; among equals the smaller id is the earlier. What is named is
    never itself a duplicate.
    """
    import pandas as pd

    if texts is None:
        held = articles["text"].fillna("").astype(str).tolist()
        keys = [band_keys(text) for text in held]
        texts = partial(map, held.__getitem__)
    else:
        keys = articles["bands"].tolist()
    ids = articles["article_id"].astype(str).tolist()
    dates = [date or _UNDATED for date in articles["published"].fillna("").astype(str)]
    suspects = sorted(_with_shared_bands(keys), key=lambda i: (dates[i], ids[i]))
    text_of = dict(zip(suspects, texts(suspects), strict=True))
    originals: dict[tuple[int, int], list[int]] = defaultdict(list)
    duplicate_of = [""] * len(ids)
    for i in suspects:
        bands = list(enumerate(np.frombuffer(keys[i], "<u8").tolist()))
        alike = {j for band in bands for j in originals.get(band, ())[:_LOOKED_AT]}
        earliest = _first_alike(i, sorted(alike, key=lambda j: (dates[j], ids[j])), text_of)
        if earliest is not None:
            duplicate_of[i] = ids[earliest]
            continue
        for band in bands:
            originals[band].append(i)
    return pd.Series(duplicate_of, index=articles.index, dtype=object, name="duplicate_of")


def _with_shared_bands(keys: Sequence[bytes]) -> list[int]:
    """Places of the articles that share a band with another one."""
    places = np.array([i for i, key in enumerate(keys) if key], dtype=np.int64)
    bands = np.frombuffer(b"".join(keys), "<u8").reshape(len(places), _BANDS)
    shared = np.zeros(len(places), bool)
    for of_band in bands.T:
        _, which, counts = np.unique(of_band, return_inverse=True, return_counts=True)
        shared |= counts[which] > 1
    found: list[int] = places[shared].tolist()
    return found


def _first_alike(i: int, candidates: Iterable[int], text_of: Mapping[int, str]) -> int | None:
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
