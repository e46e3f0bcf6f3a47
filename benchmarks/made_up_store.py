"""A store of made-up shards: the rows of a million articles without a million articles.

The rows have the shape of news: names by Zipf's law, in full, with a middle initial, by
surname alone or with a slip of the pen; statements that are repeated for a week, whole or in
part; articles that are copies of others, with all that is said in them. A shard is the same
whoever makes it, and in whatever order.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline import schema
from pipeline.records import CleanArticle
from pipeline.store import StoreFolder
from pipeline.store.manifest import RecordState
from pipeline.store.shards import arrow_schema
from pipeline.tables.rows import row_schema
from pipeline.tables.statement_words import function_words

_SHARD = 256
ROWS = {"quotes": 6, "entities": 12, "removed": 6}
"""Rows of an article, besides its own: 25 in all."""
_WORDS_OF_STATEMENT = 20
_WORDS_OF_TEXT = 300
_FUNCTION_WORDS = 0.45
_BANDS = 20
_COPIES = 0.02
"""Articles that are copies of the one before."""
_REPEATED = 0.06
"""Statements that repeat one of the week's."""
_WEEK = 20
"""Shards that share what is repeated, and how many statements that is."""
_STATEMENTS_OF_WEEK = 300
_PEOPLE, _GIVEN, _SURNAMES = 200_000, 2_000, 20_000
_BODIES, _PLACES, _ROLES = 20_000, 3_000, 1_000
_TABLE = {table.name: table for table in schema.TABLES}
_KINDS = np.array(["direct", "mixed", "indirect"], dtype=object)
_LABELS = np.array(["PERSON", "ORG", "GPE", "DATE"], dtype=object)


@dataclass(frozen=True, slots=True)
class _Names:
    words: Any
    function: Any
    people: Any
    bodies: Any
    places: Any
    roles: Any


@lru_cache(maxsize=1)
def _names() -> _Names:
    rng = np.random.default_rng(0)
    letters, vowels = np.array(list("bcdfghjklmnprstvw")), np.array(list("aeiou"))
    parts = [rng.choice(letters if i % 2 == 0 else vowels, 80_000).tolist() for i in range(7)]
    words = np.array(list(dict.fromkeys(map("".join, zip(*parts, strict=True)))), dtype=object)
    titled = np.array([word.title() for word in words], dtype=object)
    given = titled[rng.integers(0, _GIVEN, _PEOPLE)]
    surnames = titled[_GIVEN + rng.integers(0, _SURNAMES, _PEOPLE)]
    bodies = titled[rng.integers(0, len(words), _BODIES)] + " Council"
    roles = words[rng.integers(0, 400, _ROLES)] + " " + words[rng.integers(400, 800, _ROLES)]
    function = np.array(sorted(function_words()), dtype=object)
    return _Names(words, function, np.stack([given, surnames]), bodies, titled[-_PLACES:], roles)


class _Shard:
    def __init__(self, number: int, first: int, count: int, rows: Mapping[str, int]) -> None:
        self._number = number
        self._rows = rows
        self._count = count
        self._rng = np.random.default_rng([1, number])
        self._names = _names()
        numbers = range(first, first + count)
        self.sources = [f"{i // 1000:04d}/{i:07d}.txt" for i in numbers]
        self.ids = [f"{i * 2654435761 * 97 % (1 << 64):016x}" for i in numbers]
        self._published = np.array(
            [f"20{15 + i % 9}-{number % 12 + 1:02d}-{i % 28 + 1:02d}" for i in numbers], object
        )
        copied = self._rng.random(count) < _COPIES
        copied[0] = False
        self._original = np.maximum.accumulate(np.where(copied, 0, np.arange(count)))

    def tables(self) -> dict[str, dict[str, Any]]:
        count, rng = self._count, self._rng
        bands = rng.integers(0, 1 << 63, (count, _BANDS), dtype=np.int64)[self._original]
        articles = {
            "article_id": self.ids,
            "source": self.sources,
            "published": self._published,
            "outlet": [f"outlet {i % 40}" for i in range(count)],
            "title": self._texts(count, 8, rng),
            "bands": [row.tobytes() for row in bands],
            "extra": [[] for _ in range(count)],
            **{name: [rows] * count for name, rows in (("words", 300), *self._rows.items())},
        }
        return {
            "articles": articles,
            "quotes": self._quotes(),
            "entities": self._entities(),
            "removed": self._removed(),
        }

    def clean(self) -> pa.Table:
        texts = np.array(self._texts(self._count, _WORDS_OF_TEXT, self._rng), object)
        rows = [
            {"article_id": id_, "source": source, "text": text, "removed": [], "title_end": 0}
            for id_, source, text in zip(self.ids, self.sources, texts[self._original], strict=True)
        ]
        return pa.Table.from_pylist(rows, schema=arrow_schema(CleanArticle))

    def _quotes(self) -> dict[str, Any]:
        rows = self._rows["quotes"]
        many = self._count * rows
        rng, names = self._rng, self._names
        person = (rng.zipf(1.2, many) - 1) % _PEOPLE
        texts = np.array(self._texts(many, _WORDS_OF_STATEMENT, rng), object)
        of_week = np.random.default_rng([2, self._number // _WEEK])
        known = self._texts(_STATEMENTS_OF_WEEK, _WORDS_OF_STATEMENT, of_week)
        known_by = (of_week.zipf(1.2, _STATEMENTS_OF_WEEK) - 1) % _PEOPLE
        for i in np.flatnonzero(rng.random(many) < _REPEATED):
            chosen = int(rng.zipf(1.5)) % _STATEMENTS_OF_WEEK
            words = known[chosen].split()
            texts[i] = " ".join(words[: len(words) - int(rng.integers(0, 8))])
            person[i] = known_by[chosen]
        kinds = _KINDS[rng.choice(3, many, p=(0.4, 0.2, 0.4))]
        mixed = kinds == "mixed"
        texts[mixed] = [f"that “{text[:60]}” {text[60:]}" for text in texts[mixed]]
        speakers = self._written(person)
        types = np.array(["person"] * many, object)
        body = rng.random(many) < 0.15
        speakers[body] = self._names.bodies[(rng.zipf(1.3, int(body.sum())) - 1) % _BODIES]
        types[body] = "organization"
        unnamed = rng.random(many) < 0.1
        speakers[unnamed], types[unnamed] = "a senior official", "unnamed"
        unknown = rng.random(many) < 0.04
        speakers[unknown], types[unknown] = "", "unknown"
        titles = names.roles[person % _ROLES]
        titles[(types != "person") | (rng.random(many) < 0.6)] = ""
        starts = [200 * (i % rows) for i in range(many)]
        taken = self._taken(rows)
        return {
            "quote_id": [f"{self._number * _SHARD * rows + i:016x}" for i in range(many)],
            "speaker": speakers[taken],
            "speaker_text": speakers[taken],
            "speaker_type": types[taken],
            "speaker_title": titles[taken],
            "speaker_basis": ["name"] * many,
            "quote": texts[taken],
            "kind": kinds[taken],
            "outlet": [f"outlet {i // rows % 40}" for i in range(many)],
            "cue": ["said"] * many,
            "act": ["said"] * many,
            "said_on": np.repeat(self._published, rows),
            "confidence": rng.integers(0, 1001, many) / 1000,
            "pieces": [f"{start}-{start + 150}" for start in starts],
            "start": starts,
            "end": [start + 150 for start in starts],
        }

    def _entities(self) -> dict[str, Any]:
        rows = self._rows["entities"]
        many = self._count * rows
        labels = _LABELS[self._rng.choice(4, many, p=(0.4, 0.2, 0.25, 0.15))]
        texts = self._written((self._rng.zipf(1.2, many) - 1) % _PEOPLE)
        drawn = self._rng.zipf(1.3, many) - 1
        for label, pool in (("ORG", self._names.bodies), ("GPE", self._names.places)):
            texts[labels == label] = pool[drawn[labels == label] % len(pool)]
        texts[labels == "DATE"] = [f"{n % 28 + 1} May" for n in drawn[labels == "DATE"]]
        taken = self._taken(rows)
        starts = [100 * (i % rows) for i in range(many)]
        return {
            "entity": texts[taken],
            "text": texts[taken],
            "label": labels[taken],
            "start": starts,
            "end": [start + 12 for start in starts],
            "paragraph": [1] * many,
        }

    def _removed(self) -> dict[str, Any]:
        rows = self._rows["removed"]
        many = self._count * rows
        return {
            "line": [i % rows + 1 for i in range(many)],
            "reason": ["boilerplate"] * many,
            "text": self._texts(many, 8, self._rng),
        }

    def _taken(self, rows: int) -> Any:
        """Places of rows, those of a copy taken from its original."""
        return (self._original[:, None] * rows + np.arange(rows)).ravel()

    def _written(self, person: Any) -> Any:
        given, surnames = self._names.people[:, person]
        form = self._rng.random(len(person))
        names = given + " " + surnames
        middle, alone, slip = form < 0.05, form > 0.93, (form > 0.9) & (form < 0.93)
        names[middle] = given[middle] + " Q. " + surnames[middle]
        names[alone] = surnames[alone]
        names_with_slip = zip(given[slip], surnames[slip], strict=True)
        names[slip] = [f"{a} {b[:3]}{b[4:]}" for a, b in names_with_slip]
        return names

    def _texts(self, count: int, words: int, rng: np.random.Generator) -> list[str]:
        """Texts of words by Zipf's law, with function words among them."""
        known, function = self._names.words, self._names.function
        drawn = rng.zipf(1.2, (count, words)) % len(known) * rng.integers(1, 40, (count, words))
        chosen = known[drawn % len(known)]
        often = rng.random((count, words)) < _FUNCTION_WORDS
        chosen[often] = function[rng.integers(0, len(function), int(often.sum()))]
        return [" ".join(row) for row in chosen.tolist()]


def _write_shard(
    folder: StoreFolder, articles: int, rows_of: Mapping[str, int], number: int
) -> list[RecordState]:
    first = number * _SHARD
    shard = _Shard(number, first, min(_SHARD, articles - first), rows_of)
    name = f"{number:08d}"
    pq.write_table(shard.clean(), folder.clean(name), compression="zstd")
    made = shard.tables()
    for table, columns in (*made.items(), ("problems", {})):
        rows = rows_of.get(table, 1) if columns else 0
        given = {
            "shard": [name] * (rows * len(shard.ids)),
            "article_source": [source for source in shard.sources for _ in range(rows)],
            "article_id": [id_ for id_ in shard.ids for _ in range(rows)],
            "published": np.repeat(np.asarray(made["articles"]["published"]), rows),
            "title": [title for title in made["articles"]["title"] for _ in range(rows)],
            **columns,
        }
        arrays = []
        for field in row_schema(_TABLE[table]):
            otherwise: Any = "" if pa.types.is_string(field.type) else None
            values = given.get(field.name, [otherwise] * len(given["shard"]))
            arrays.append(pa.array(values, field.type))
        rows_of_shard = pa.Table.from_arrays(arrays, schema=row_schema(_TABLE[table]))
        pq.write_table(rows_of_shard, folder.rows(table, name), compression="zstd")
    return [
        RecordState(source, source, id_, name)
        for source, id_ in zip(shard.sources, shard.ids, strict=True)
    ]


def made_up_store(
    outputs: Path, articles: int, rows: Mapping[str, int] | None = None, workers: int = 2
) -> tuple[list[RecordState], StoreFolder]:
    """Write the shards of so many articles; return their records.

    rows: of an article in each table; without it, ROWS.
    """
    folder = StoreFolder(outputs.absolute() / "store")
    for file in folder.files("any"):
        file.parent.mkdir(parents=True, exist_ok=True)
    shards = range(-(-articles // _SHARD))
    with ProcessPoolExecutor(workers) as pool:
        write = partial(_write_shard, folder, articles, rows or ROWS)
        written = pool.map(write, shards, chunksize=8)
        return [record for records in written for record in records], folder
