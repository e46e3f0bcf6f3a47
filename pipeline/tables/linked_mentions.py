"""Who the mentions of a corpus are, as columns that travel in files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

_AT_ONCE = 16_384


class LinkedSpeaker(NamedTuple):
    """Who a mention is, over all articles."""

    speaker_id: str
    speaker: str
    type: str
    title: str = ""
    """As a user gives it; empty where the mention's own is to stay."""


_SPEAKERS = pa.schema([(name, pa.string()) for name in LinkedSpeaker._fields])


class LinkedSpeakers:
    """Speakers by number, in the order in which they are found; there may be a million."""

    def __init__(self) -> None:
        self._batches: list[pa.RecordBatch] = []
        self._waiting: list[LinkedSpeaker] = []

    def __len__(self) -> int:
        return len(self._batches) * _AT_ONCE + len(self._waiting)

    def __getitem__(self, number: int) -> LinkedSpeaker:
        batch, place = divmod(number, _AT_ONCE)
        if batch == len(self._batches):
            return self._waiting[place]
        return LinkedSpeaker(*(column[place].as_py() for column in self._batches[batch].columns))

    def append(self, speaker: LinkedSpeaker) -> None:
        self._waiting.append(speaker)
        if len(self._waiting) == _AT_ONCE:
            self._batches.append(self._batch())
            self._waiting = []

    def table(self) -> pa.Table:
        """Columns as the fields of `LinkedSpeaker`, each in one piece."""
        batches = [*self._batches, self._batch()]
        return pa.Table.from_batches(batches, _SPEAKERS).combine_chunks()

    def _batch(self) -> pa.RecordBatch:
        columns = zip(*self._waiting, strict=True) if self._waiting else [()] * len(_SPEAKERS)
        return pa.record_batch([pa.array(column, pa.string()) for column in columns], _SPEAKERS)


@dataclass(frozen=True, slots=True)
class LinkedMentions:
    """Who the rows are that `Mentions` took."""

    speakers: pa.Table
    """See `LinkedSpeakers.table`."""
    of_row: npt.NDArray[np.int32]
    """Place in `speakers` for each row, in the order in which they were taken."""
    aliases: pa.Table
    """Columns speaker_id, speaker: names that articles have for speakers."""

    def of_rows(self, first: int, count: int) -> pa.Table:
        """The speakers of rows that follow one another."""
        return self.speakers.take(pa.array(self.of_row[first : first + count]))

    def names_of(self, rows: npt.NDArray[np.integer]) -> list[str]:
        """The speakers' names of some rows."""
        names: list[str] = self.speakers["speaker"].take(pa.array(self.of_row[rows])).to_pylist()
        return names

    def save(self, folder: Path) -> None:
        """Write all of it into a folder, which is made; `load` reads it."""
        folder.mkdir(exist_ok=True)
        pq.write_table(self.speakers, folder / "speakers")
        pq.write_table(self.aliases, self.aliases_in(folder))
        self.of_row.tofile(folder / "of rows")

    @classmethod
    def load(cls, folder: Path) -> LinkedMentions:
        speakers, aliases = (
            pq.read_table(path).combine_chunks()
            for path in (folder / "speakers", cls.aliases_in(folder))
        )
        return cls(speakers, np.fromfile(folder / "of rows", np.int32), aliases)

    @staticmethod
    def aliases_in(folder: Path) -> Path:
        """The Parquet file that `save` writes the aliases into."""
        return folder / "aliases"
