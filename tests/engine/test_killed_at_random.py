"""A few rounds of the fault campaign; `make faults` runs hundreds."""

from __future__ import annotations

from pathlib import Path

from tests.faults import Campaign, command
from tests.running import write_corpus


def test_nothing_is_lost_by_kills_at_random_moments(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "given", 6)
    tally = Campaign(corpus, command(stand_in=True, batch=1), tmp_path, seed=7).run(5)
    assert tally.is_clean, (str(tally), tally.told)
    assert tally.in_time > 0
