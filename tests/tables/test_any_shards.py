"""The tables do not depend on how articles are spread over shards."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from benchmarks import made_up_store
from pipeline.store import ROW_TABLES, StoreFolder
from pipeline.store.manifest import RecordState
from pipeline.tables import build
from pipeline.tables.build import build_tables

Records = list[RecordState]


def tables(
    store: StoreFolder, records: Records, outputs: Path, processes: int = 1
) -> dict[str, str]:
    """Hash of each CSV and Parquet file."""
    outputs.mkdir()
    absent = outputs / "absent.csv"
    build_tables(
        store, outputs, records, [], overrides=absent, corrections=absent, processes=processes
    )
    files = sorted([*outputs.glob("*.csv"), *outputs.glob("tables/*.parquet")])
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def spread_anew(
    store: StoreFolder, records: Records, into: Path, shards: int
) -> tuple[StoreFolder, Records]:
    """The same articles, every so many of them in one shard, the last ones first."""
    spread = StoreFolder(into)
    shard_of = {record.source: f"shard {i % shards}" for i, record in enumerate(records)}
    for kind in ("clean", *(f"rows/{table}" for table in ROW_TABLES)):
        files = sorted({store.file(kind, record.shard) for record in records})
        rows = [row for file in files for row in pq.read_table(file).to_pylist()][::-1]
        schema = pq.read_schema(files[0])
        source = "source" if kind == "clean" else "article_source"
        for shard in sorted(set(shard_of.values())):
            of_shard = [
                row | ({} if kind == "clean" else {"shard": shard})
                for row in rows
                if shard_of[row[source]] == shard
            ]
            path = spread.file(kind, shard)
            path.parent.mkdir(parents=True, exist_ok=True)
            pq.write_table(pa.Table.from_pylist(of_shard, schema=schema), path)
    return spread, [
        RecordState(r.source, r.path, r.article_id, shard_of[r.source]) for r in records
    ]


@pytest.fixture
def made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[StoreFolder, Records]:
    monkeypatch.setattr(made_up_store, "_SHARD", 100)
    records: Records = []
    store = StoreFolder(tmp_path / "store")
    for file in store.files("any"):
        file.parent.mkdir(parents=True, exist_ok=True)
    for number in range(2):
        records += made_up_store._write_shard(store, 200, made_up_store.ROWS, number)
    return store, records


def test_any_shards_give_the_same_bytes(
    tmp_path: Path, made_up: tuple[StoreFolder, Records]
) -> None:
    store, records = made_up
    expected = tables(store, records, tmp_path / "outputs")
    assert pq.read_table(tmp_path / "outputs" / "tables" / "same_quotes.parquet").num_rows > 20
    for shards in (1, 7):
        anew = spread_anew(store, records, tmp_path / f"store of {shards}", shards)
        assert tables(*anew, tmp_path / f"outputs of {shards}") == expected


def test_a_process_beside_gives_the_same_bytes(
    tmp_path: Path, made_up: tuple[StoreFolder, Records], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = tables(*made_up, tmp_path / "outputs of one")
    monkeypatch.setattr(build, "_MANY_ARTICLES", 1)
    assert tables(*made_up, tmp_path / "outputs of two", processes=2) == alone
