"""Wire copy is traced to its earliest article; another story never is."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from pipeline.tables.duplicates import band_keys, find_duplicates
from pipeline.tables.word_numbers import StoredWords

# fmt: off
_WORDS = [
    "harbour", "frost", "barge", "lock", "toll", "river", "captain", "ice", "keeper", "tide",
    "lantern", "rope", "council", "winter", "ledger", "fog", "signal", "crew", "sluice",
    "anchor", "pilot", "storm", "cargo", "grain", "timber", "quarry", "bridge", "mill",
]
# fmt: on


def story(seed: int, words: int = 300) -> str:
    chosen = random.Random(seed).choices(_WORDS, k=words)
    return " ".join(chosen)


def found(*rows: tuple[str, str, str]) -> list[str]:
    """Of articles (id, published, text), each one's original; empty if it is one."""
    ids, published, texts = map(list, zip(*rows, strict=True))
    bands = pa.array([band_keys(text) for text in texts], pa.binary())

    def wanted(places: npt.NDArray[np.int64]) -> Iterator[pa.RecordBatch]:
        some = pa.array([texts[place] for place in places], pa.string())
        yield pa.record_batch({"number": np.arange(len(places)), "text": some})

    articles = pa.table({"article_id": ids, "published": published, "bands": bands})
    with tempfile.TemporaryDirectory() as folder:
        pairs = find_duplicates(articles, wanted, StoredWords(Path(folder) / "words"))
    copies = dict(zip(*(places.to_pylist() for places in pairs), strict=True))
    return [ids[copies[place]] if place in copies else "" for place in range(len(ids))]


def test_same_text_names_the_earliest() -> None:
    text = story(1)
    rows = [("c", "2021-03-05", text), ("a", "2021-03-06", text), ("b", "2021-03-04", text)]
    assert found(*rows) == ["b", "b", ""]


def test_undated_article_is_no_original_of_a_dated_one() -> None:
    assert found(("a", "", story(1)), ("b", "2021-03-04", story(1))) == ["b", ""]


def test_few_changed_words_are_nearly_the_same() -> None:
    words = story(1).split()
    for place in range(0, len(words), 60):
        words[place] = "altered"
    rows = [("a", "2021-03-04", story(1)), ("b", "2021-03-05", " ".join(words))]
    assert found(*rows) == ["", "a"]


def test_wire_copy_cut_short_is_a_duplicate() -> None:
    whole = story(1)
    cut = " ".join(whole.split()[:200])
    assert found(("a", "2021-03-04", whole), ("b", "2021-03-05", cut)) == ["", "a"]


def test_other_stories_and_shared_boilerplate_are_not() -> None:
    boilerplate = " Subscribe to our morning letter and never miss a tide table again."
    assert found(
        ("a", "2021-03-04", story(1) + boilerplate), ("b", "2021-03-05", story(2) + boilerplate)
    ) == ["", ""]


def test_short_and_empty_texts() -> None:
    rows = [("a", "", "Fog tonight."), ("b", "", "Fog tonight"), ("c", "", ""), ("d", "", "")]
    assert found(*rows) == ["", "a", "", ""]


def test_what_is_named_is_never_itself_a_duplicate() -> None:
    words = story(1).split()
    rows = []
    for i in range(6):
        rows.append((f"{i}", f"2021-03-0{i + 1}", " ".join(words)))
        words = words[25:] + story(10 + i, 25).split()
    named = dict(zip("012345", found(*rows), strict=True))
    assert any(named.values())
    assert all(named[original] == "" for original in named.values() if original)


def test_order_of_rows_does_not_matter() -> None:
    rows = [(str(i), f"2021-03-0{i + 1}", story(i // 2)) for i in range(8)]
    shuffled = random.Random(3).sample(rows, len(rows))
    whole = dict(zip([row[0] for row in rows], found(*rows), strict=True))
    assert dict(zip([row[0] for row in shuffled], found(*shuffled), strict=True)) == whole
