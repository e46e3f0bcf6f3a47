"""All statements of a corpus as columns: what grouping them needs to know, and no more."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.tables.statement_match import PHRASE, is_name
from pipeline.tables.statement_words import quoted_part
from pipeline.tables.stored_arrays import StoredArray
from pipeline.tables.word_numbers import StoredWords, Words, number_words

NOBODY = -1
"""Stands for a speaker who is not known."""
NO_DAY = np.iinfo(np.int32).min
"""Stands for a day of publication that is not known."""

_TYPES: dict[str, Any] = {
    "key": np.uint64,
    "size": np.int32,
    "speaker": np.int32,
    "article": np.int32,
    "day": np.int32,
    "start": np.int32,
    "end": np.int32,
    "direct": np.bool_,
    "name": np.bool_,
    "quoted": np.int64,
    "quoted_name": np.bool_,
}


@dataclass(frozen=True, slots=True)
class Statements:
    """Statements in order of publication. The arrays have one item a statement."""

    key: npt.NDArray[np.uint64]
    """Shared by statements of the same words."""
    size: npt.NDArray[np.int32]
    """Characters."""
    speaker: npt.NDArray[np.int32]
    """A number, or NOBODY."""
    article: npt.NDArray[np.int32]
    day: npt.NDArray[np.int32]
    """Day of publication, counted from any fixed day, or NO_DAY."""
    start: npt.NDArray[np.int32]
    """Outer offsets in the article; -1 where they are not known."""
    end: npt.NDArray[np.int32]
    direct: npt.NDArray[np.bool_]
    """Whether all of it is in quotation marks."""
    name: npt.NDArray[np.bool_]
    """Whether it is rather a title or slogan; see `is_name`."""
    words: StoredWords
    quoted: npt.NDArray[np.int64]
    """Statements with a part in quotation marks, in rising order."""
    quoted_words: StoredWords
    """The words of those parts."""
    quoted_name: npt.NDArray[np.bool_]


class StoredStatements:
    """Statements in files: written in order of publication, some at a time, then read."""

    def __init__(self, folder: Path) -> None:
        self._columns = {
            name: StoredArray(folder / f"statements, {name}", type_)
            for name, type_ in _TYPES.items()
        }
        self._words = StoredWords(folder / "words")
        self._quoted_words = StoredWords(folder / "quoted words")
        self._count = 0

    def clear(self) -> None:
        """Begin anew."""
        for column in self._columns.values():
            column.clear()
        self._words.clear()
        self._quoted_words.clear()
        self._count = 0

    def append(self, texts: pa.StringArray, kinds: pa.StringArray, **columns: Any) -> None:
        """Take some statements.

        kinds: `direct`, `mixed`, `indirect`, or empty where it is not known.
        columns: speaker, article, day, start and end of `Statements`.
        """
        words = number_words(texts)
        self._words.append(words)
        direct = np.asarray(pc.equal(kinds, "direct"))
        columns |= {
            "key": words.keys(),
            "size": np.asarray(pc.utf8_length(texts)),
            "direct": direct,
            "name": _names(texts, words, direct),
        }
        for name, values in columns.items():
            self._columns[name].append(values)
        self._append_quoted(texts, kinds)
        self._count += len(texts)

    def _append_quoted(self, texts: pa.StringArray, kinds: pa.StringArray) -> None:
        may_be_mixed = np.flatnonzero(pc.is_in(kinds, value_set=pa.array(["mixed", ""])))
        parts = [quoted_part(text) for text in texts.take(pa.array(may_be_mixed)).to_pylist()]
        words = number_words(pa.array(parts, pa.string()))
        some = np.flatnonzero(words.lengths() > 0)
        words = words.take(some)
        self._quoted_words.append(words)
        found = pa.array([parts[i] for i in some.tolist()], pa.string())
        self._columns["quoted"].append(may_be_mixed[some] + self._count)
        self._columns["quoted_name"].append(_names(found, words, np.ones(len(some), bool)))

    def load(self, **instead: Any) -> Statements:
        """All that was taken; instead: columns that are known better than when they were."""
        columns = {
            name: instead[name] if name in instead else stored.load()
            for name, stored in self._columns.items()
        }
        return Statements(**columns, words=self._words, quoted_words=self._quoted_words)


def _names(
    texts: pa.StringArray, words: Words, quoted: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """Which texts are names; asked of short quoted ones alone, to others it does not matter."""
    names = np.zeros(len(texts), bool)
    short = np.flatnonzero(quoted & (words.lengths() < PHRASE))
    names[short] = [is_name(text) for text in texts.take(pa.array(short)).to_pylist()]
    return names
