"""A store of made-up shards: the rows of a million articles without a million articles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from pipeline import schema
from pipeline.records import CleanArticle
from pipeline.store import StoreFolder
from pipeline.store.manifest import RecordState
from pipeline.store.shards import arrow_schema, write_table
from pipeline.tables.rows import row_schema

_SHARD = 256
_ROWS = {"quotes": 6, "entities": 12, "removed": 6}
"""Rows of an article, besides its own: 25 in all."""
_WORDS_OF_STATEMENT = 20
_WORDS_OF_TEXT = 300
_BANDS = 20
_COPIES = 0.02
"""Articles that are copies of one before."""
_TABLE = {table.name: table for table in schema.TABLES}


class _Maker:
    def __init__(self, folder: StoreFolder) -> None:
        self._folder = folder
        self._rng = np.random.default_rng(0)
        letters = np.array(list("bcdfghjklmnprstvw"))
        vowels = np.array(list("aeiou"))
        parts = [
            self._rng.choice(letters if i % 2 == 0 else vowels, 60_000).tolist() for i in range(7)
        ]
        made = dict.fromkeys("".join(word) for word in zip(*parts, strict=True))
        self._words = np.array(list(made), dtype=object)
        self._people = np.array(
            [
                f"{a.title()} {b.title()}"
                for a, b in zip(self._some(40_000), self._some(40_000), strict=True)
            ],
            dtype=object,
        )

    def _some(self, count: int) -> Any:
        return self._rng.choice(self._words[:5000], count)

    def _texts(self, count: int, words: int) -> list[str]:
        """Texts of words by Zipf's law."""
        drawn = np.minimum(self._rng.zipf(1.3, (count, words)) * 7, len(self._words)) - 1
        shift = self._rng.integers(0, 7, (count, words))
        chosen = self._words[np.maximum(drawn - shift, 0)]
        return [" ".join(row) for row in chosen]

    def shard(self, number: int, first: int, count: int) -> list[RecordState]:
        """Write a shard's files of `count` articles; return its records."""
        name = f"{number:08d}"
        sources = [f"{i // 1000:04d}/{i:07d}.txt" for i in range(first, first + count)]
        ids = [f"{i * 2654435761 % (1 << 64):016x}" for i in range(first, first + count)]
        published = [f"20{15 + i % 9}-{i % 12 + 1:02d}-{i % 28 + 1:02d}" for i in range(count)]
        texts = self._texts(count, _WORDS_OF_TEXT)
        write_table(
            self._folder.clean(name),
            pa.Table.from_pylist(
                [
                    {
                        "article_id": id_,
                        "source": source,
                        "text": text,
                        "removed": [],
                        "title_end": 0,
                    }
                    for id_, source, text in zip(ids, sources, texts, strict=True)
                ],
                schema=arrow_schema(CleanArticle),
            ),
        )
        bands = self._rng.integers(0, 1 << 63, (count, _BANDS), dtype=np.int64)
        copies = np.flatnonzero(self._rng.random(count) < _COPIES)
        bands[copies] = bands[np.maximum(copies - 1, 0)]
        articles = {
            "article_id": ids,
            "source": sources,
            "published": published,
            "outlet": [f"outlet {i % 40}" for i in range(count)],
            "bands": [row.tobytes() for row in bands],
            "extra": [[] for _ in range(count)],
            **{name: [rows] * count for name, rows in (("words", 300), *_ROWS.items())},
        }
        self._write("articles", name, articles, sources, 1)
        for table, rows in _ROWS.items():
            of_table: dict[str, Any] = {
                "article_id": [id_ for id_ in ids for _ in range(rows)],
                "published": [day for day in published for _ in range(rows)],
            }
            many = count * rows
            if table == "quotes":
                people = self._people[np.minimum(self._rng.zipf(1.2, many), 40_000) - 1].tolist()
                starts = [200 * (i % rows) for i in range(many)]
                of_table |= {
                    "quote_id": [f"{first * rows + i:016x}" for i in range(many)],
                    "speaker": people,
                    "speaker_text": people,
                    "speaker_type": ["person"] * many,
                    "speaker_title": [""] * many,
                    "speaker_basis": ["name"] * many,
                    "quote": self._texts(many, _WORDS_OF_STATEMENT),
                    "kind": ["direct"] * many,
                    "start": starts,
                    "end": [start + 150 for start in starts],
                }
            elif table == "entities":
                names = self._people[np.minimum(self._rng.zipf(1.2, many), 40_000) - 1].tolist()
                of_table |= {"entity": names, "text": names, "label": ["PERSON"] * many}
            else:
                of_table |= {"line": list(range(many)), "text": self._texts(many, 8)}
            self._write(table, name, of_table, sources, rows)
        self._write("problems", name, {}, [], 0)
        return [
            RecordState(source, source, id_, name) for source, id_ in zip(sources, ids, strict=True)
        ]

    def _write(
        self, table: str, shard: str, columns: dict[str, Any], sources: list[str], rows: int
    ) -> None:
        places = [source for source in sources for _ in range(rows)]
        given = {"shard": [shard] * len(places), "article_source": places, **columns}
        arrays = []
        for field in row_schema(_TABLE[table]):
            otherwise: Any = "" if pa.types.is_string(field.type) else None
            values = given.get(field.name, [otherwise] * len(places))
            arrays.append(pa.array(values, field.type))
        made = pa.Table.from_arrays(arrays, schema=row_schema(_TABLE[table]))
        write_table(self._folder.rows(table, shard), made)


def made_up_store(outputs: Path, articles: int) -> tuple[list[RecordState], StoreFolder]:
    """Write the shards of so many articles, unless they are there; return their records."""
    folder = StoreFolder(outputs.absolute() / "store")
    for file in folder.files("any"):
        file.parent.mkdir(parents=True, exist_ok=True)
    maker = _Maker(folder)
    records = []
    for number, first in enumerate(range(0, articles, _SHARD)):
        records += maker.shard(number, first, min(_SHARD, articles - first))
    return records, folder
