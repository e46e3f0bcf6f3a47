"""Texts that come again and again, as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa

_SOME_BITS = 22
Number = TypeVar("Number", bound=np.integer)


class Codes:
    """Gives each distinct text a number, in the order of its first appearance."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self.values: list[str] = []
        self._number: dict[str, int] = {}
        for text in known:
            self(text)

    def __call__(self, text: str) -> int:
        number = self._number.setdefault(text, len(self.values))
        if number == len(self.values):
            self.values.append(text)
        return number

    def encode(self, texts: pa.StringArray) -> npt.NDArray[np.int32]:
        """The number of each text of a column."""
        column = Distinct(texts)
        return np.array([self(text) for text in column.texts], np.int32)[column.index]


class Distinct:
    """A column as its distinct texts, in no particular order, and which of them each is."""

    def __init__(self, texts: pa.StringArray) -> None:
        encoded = texts.dictionary_encode()
        self.texts: list[str] = encoded.dictionary.to_pylist()
        self.index: npt.NDArray[np.int32] = np.asarray(encoded.indices, np.int32)

    def sorted_index(self) -> npt.NDArray[np.int32]:
        """For each text of the column, its place among the distinct ones in their order."""
        place = np.empty(len(self.texts), np.int32)
        place[sorted(range(len(self.texts)), key=self.texts.__getitem__)] = np.arange(len(place))
        return place[self.index]


def distinct(numbers: npt.NDArray[Number]) -> npt.NDArray[Number]:
    """Each of the numbers once, in rising order.

    NumPy's own looks them up one by one, which takes many times as long as sorting.
    """
    in_order = np.sort(numbers)
    is_new = np.ones(len(in_order), bool)
    is_new[1:] = in_order[1:] != in_order[:-1]
    return in_order[is_new]


def is_among(
    values: npt.NDArray[np.integer], wanted: npt.NDArray[np.integer]
) -> npt.NDArray[np.bool_]:
    """Which values are among others, which rise."""
    found = np.zeros(len(values), bool)
    if not len(wanted):
        return found
    # Where few are, most are told by some of their bits, without a search.
    known = np.zeros(1 << _SOME_BITS, bool)
    known[wanted & values.dtype.type(len(known) - 1)] = True
    likely = np.flatnonzero(known[values & values.dtype.type(len(known) - 1)])
    looked_for = values[likely]
    places = np.minimum(np.searchsorted(wanted, looked_for), len(wanted) - 1)
    found[likely] = wanted[places] == looked_for
    return found


def is_repeated(numbers: npt.NDArray[Number]) -> npt.NDArray[np.bool_]:
    """Which numbers come more than once."""
    in_order = np.sort(numbers)
    return is_among(numbers, distinct(in_order[1:][in_order[1:] == in_order[:-1]]))


def stretches(numbers: npt.NDArray[np.integer]) -> Iterator[tuple[int, int]]:
    """Where each stretch of equal numbers begins and ends."""
    if len(numbers):
        starts = [0, *(np.flatnonzero(np.diff(numbers)) + 1).tolist()]
        yield from zip(starts, [*starts[1:], len(numbers)], strict=True)
