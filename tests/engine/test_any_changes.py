"""Whatever a corpus went through, its tables are those of a run from nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.running import output_bytes, run

_PEOPLE = ("Ursula Ferrant", "Ursula M. Ferrant", "Bodo Kinsella", "Ferrant", "Bodo Kinsela")
_WORDS = (
    "We will mend the old bridge over the river before the winter comes",
    "We will mend the old bridge over the river, and nobody will pay for it twice",
    "Nobody asked the people of the valley what they think of the new canal",
)
_ARTICLE = """The council talks about its works

The council met on Tuesday, and {other} was there from the start to the end of it.

“{first},” said {speaker} after the meeting, when most of the others had gone home.

“{second},” said {other} to those who had waited in front of the hall.
"""

ARTICLE = st.builds(
    _ARTICLE.format,
    first=st.sampled_from(_WORDS),
    second=st.sampled_from(_WORDS),
    speaker=st.sampled_from(_PEOPLE),
    other=st.sampled_from(_PEOPLE),
)
NAME = st.sampled_from(["a.txt", "b.txt", "c.txt", "d.txt"])
CHANGES = st.lists(st.dictionaries(NAME, ARTICLE | st.none(), min_size=1), min_size=2, max_size=3)
"""Each a run's news: the texts of articles that are new or changed, None for those that go."""


def apply(change: dict[str, str | None], corpus: Path) -> None:
    for name, text in change.items():
        if text is None:
            (corpus / name).unlink(missing_ok=True)
        else:
            (corpus / name).write_text(text, "utf-8")


@settings(max_examples=8, deadline=None)
@given(CHANGES)
def test_any_changes_end_as_at_once(changes: Sequence[dict[str, str | None]]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        corpus = Path(scratch) / "corpus"
        corpus.mkdir()
        (corpus / "always.txt").write_text(
            _ARTICLE.format(
                first=_WORDS[0], second=_WORDS[2], speaker=_PEOPLE[0], other=_PEOPLE[2]
            ),
            "utf-8",
        )
        for change in changes:
            apply(change, corpus)
            run(corpus, Path(scratch) / "step by step")
        run(corpus, Path(scratch) / "at once")
        assert output_bytes(Path(scratch) / "step by step") == output_bytes(
            Path(scratch) / "at once"
        )
