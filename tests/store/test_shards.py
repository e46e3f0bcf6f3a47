"""Shards give back the records that were put in."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import DamagedShard
from pipeline.records import (
    Article,
    CleanArticle,
    EntityMention,
    Metadata,
    Problem,
    Quotation,
    RemovedLine,
    SaidOn,
    Speaker,
)
from pipeline.store.shards import Annotation, read_shard, write_shard

METADATA = Metadata("u", "o", "t", "b", "2020-01", "page", "en", (("desk", "city"), ("x", "")))
CLEAN = CleanArticle(
    "0" * 16,
    "a/b.txt#3",
    "Title\n\n“Ünïcode” 😀",
    5,
    METADATA,
    (RemovedLine(3, "comment", "first!", "Bob", "2020-01-02"),),
    (Problem("a/b.txt", "clean", "warning", "Odd."),),
)
ANNOTATION = Annotation(
    "a.txt",
    "key",
    (
        Quotation(((7, 9), (12, 14)), kind="direct", speaker=Speaker("A", start=1, end=2)),
        Quotation(((8, 9),), ((1, 2),), said_on=SaidOn("2020", "in 2020", "stated"), nested_in=0),
    ),
    (EntityMention(1, 2, "PERSON", "A"),),
)


@pytest.mark.parametrize(
    "record", [Article("0" * 16, "a.txt", "text", METADATA, "<p>text"), CLEAN, ANNOTATION]
)
def test_records_come_back_as_they_were(tmp_path: Path, record: object) -> None:
    path = tmp_path / "shard.parquet"
    write_shard(path, type(record), [record, record])
    assert list(read_shard(path, type(record))) == [record, record]


def test_a_shard_may_be_empty(tmp_path: Path) -> None:
    write_shard(tmp_path / "shard.parquet", CleanArticle, [])
    assert list(read_shard(tmp_path / "shard.parquet", CleanArticle)) == []


@pytest.mark.parametrize("flip", [False, True])
def test_a_damaged_shard_is_noticed(tmp_path: Path, flip: bool) -> None:
    path = tmp_path / "shard.parquet"
    write_shard(path, CleanArticle, [CLEAN] * 50)
    whole = bytearray(path.read_bytes())
    if flip:
        whole[60] ^= 0xFF
    path.write_bytes(whole if flip else whole[: len(whole) // 2])
    with pytest.raises(DamagedShard, match=r"shard\.parquet"):
        list(read_shard(path, CleanArticle))
