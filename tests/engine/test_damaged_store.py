"""What a failing disk does to the store is noticed, told and mended, without being asked."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.errors import DamagedShard
from pipeline.store import KINDS
from tests.running import output_bytes, run, write_article, write_corpus


def problems(outputs: Path) -> list[dict[str, str]]:
    with (outputs / "problems.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def tables_but_problems(outputs: Path) -> dict[str, str]:
    return {name: hashed for name, hashed in output_bytes(outputs).items() if "problem" not in name}


def flip_a_bit(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 0x10
    path.write_bytes(whole)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def remove(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("damage", [flip_a_bit, cut_short, remove])
@pytest.mark.parametrize("kind", ["clean", "rows/quotes", "rows/removed"])
def test_what_the_tables_are_made_of_is_made_again_and_told(
    tmp_path: Path, kind: str, damage: object
) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 2), tmp_path / "outputs"
    run(corpus, outputs)
    (shard,) = (outputs / "store" / kind).glob("*.parquet")
    assert callable(damage)
    damage(shard)
    write_article(corpus / "03.txt", 3)
    run(corpus, outputs)
    (told,) = (row for row in problems(outputs) if "store/" in row["source"])
    assert told["source"] == f"store/{kind}/{shard.name}"
    assert told["severity"] == "warning"
    assert "made again" in told["problem"]
    run(corpus, tmp_path / "undisturbed")
    assert tables_but_problems(outputs) == tables_but_problems(tmp_path / "undisturbed")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_is_mended_when_it_is_needed(tmp_path: Path, kind: str) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 2), tmp_path / "outputs"
    run(corpus, outputs)
    before = tables_but_problems(outputs)
    for shard in (outputs / "store" / kind).glob("*.parquet"):
        flip_a_bit(shard)
    for manifest in [outputs / "store" / "manifest.sqlite"]:
        forget_all_stages(manifest)
    run(corpus, outputs)
    assert tables_but_problems(outputs) == before


def test_files_that_a_damage_has_read_again_are_not_said_to_have_changed(tmp_path: Path) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 4), tmp_path / "outputs"
    run(corpus, outputs)
    (corpus / "04.txt").unlink()
    for kind in ("articles", "clean"):
        (shard,) = (outputs / "store" / kind).glob("*.parquet")
        flip_a_bit(shard)
    (corpus / "05.txt").write_bytes((corpus / "01.txt").read_bytes() + b"More.\n")
    done = run(corpus, outputs)
    assert (done.new, done.changed, done.read_again, done.removed) == (1, 0, 3, 1)


def forget_all_stages(manifest: Path) -> None:
    import sqlite3

    with sqlite3.connect(manifest) as notes:
        notes.execute("UPDATE shards SET clean = '', annotated = '', rows = '', texts = ''")
        notes.execute("UPDATE notes SET value = '' WHERE name = 'outputs'")


def test_damage_is_told_once_and_a_rerun_leaves_all_as_it_is(tmp_path: Path) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 2), tmp_path / "outputs"
    run(corpus, outputs)
    (shard,) = (outputs / "store" / "rows" / "quotes").glob("*.parquet")
    flip_a_bit(shard)
    write_article(corpus / "03.txt", 3)
    run(corpus, outputs)
    assert run(corpus, outputs).nothing_new
    (corpus / "03.txt").unlink()
    run(corpus, outputs)
    assert not [row for row in problems(outputs) if "store/" in row["source"]]


def test_a_file_that_cannot_be_mended_does_not_run_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 1), tmp_path / "outputs"

    def always(*_: object) -> None:
        raise DamagedShard(outputs / "store" / "rows" / "quotes" / "x.parquet", "it always is")

    monkeypatch.setattr("pipeline.tables.corpus_step.sort_rows", always)
    with pytest.raises(DamagedShard, match="is damaged"):
        run(corpus, outputs)
