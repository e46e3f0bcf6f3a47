"""Names of people in articles as columns: what linking them over a corpus looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

Indices = npt.NDArray[np.integer]


class ArticleIds(Protocol):
    """Ids of articles by their numbers."""

    def __getitem__(self, number: int, /) -> str: ...


@dataclass(frozen=True, slots=True)
class Occurrences:
    """One name in one article, all its mentions together, in order of article and name.

    The arrays have one item an occurrence, unless it says otherwise.
    """

    article: Indices
    """Numbers, in the order of the articles' ids."""
    name: Indices
    """Number of its name."""
    speaks: npt.NDArray[np.bool_]
    """False for a name that is only spoken of in the article."""
    female: Indices
    male: Indices
    """Mentions whose own words tell the gender."""
    mentions: Indices
    """How many there are of one who speaks."""
    titled: Indices
    """Occurrence of each title that one is given with, in rising order. *Shape:* (titles,)"""
    title: Indices
    """Number of that title. *Shape:* (titles,)"""
    names: Sequence[str]
    """Names by their numbers."""
    title_words: Sequence[frozenset[str]]
    """What tells a role from others, by the numbers of titles."""
    article_ids: ArticleIds

    def take(self, indices: Indices) -> Occurrences:
        """Some of them, given in rising order."""
        first, last = self.title_bounds(indices)
        counts = last - first
        ends = np.cumsum(counts)
        titles = np.arange(counts.sum()) + np.repeat(first - ends + counts, counts)
        return Occurrences(
            self.article[indices],
            self.name[indices],
            self.speaks[indices],
            self.female[indices],
            self.male[indices],
            self.mentions[indices],
            np.repeat(np.arange(len(indices)), counts),
            self.title[titles],
            self.names,
            self.title_words,
            self.article_ids,
        )

    def title_bounds(self, indices: Indices) -> tuple[Indices, Indices]:
        """Where the titles of some occurrences begin and end in `title`."""
        # Asked for numbers of another size, NumPy would copy all of `titled` each time.
        indices = indices.astype(self.titled.dtype, copy=False)
        return (
            np.searchsorted(self.titled, indices, "left"),
            np.searchsorted(self.titled, indices, "right"),
        )
