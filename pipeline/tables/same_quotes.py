"""The same statement in several articles or sentences, in other lengths and wordings.

Which statements belong together `statement_groups` decides; here the groups become the
table, and each row tells how it differs from the fullest version.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from pipeline.identifiers import identifier
from pipeline.tables.mentions import JOINT
from pipeline.tables.statement_words import statement_words, words_in

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "same_quote",
    "quote_id",
    "article_id",
    "outlet",
    "published",
    "speaker",
    "quote",
    "similarity",
    "is_fullest",
    "difference",
    "other_speakers",
)
_SHOWN_WORDS = 8
"""Of a longer passage that differs, so many words from either end are shown."""


class Member(NamedTuple):
    """What the group of a statement tells about it."""

    same_quote: str
    similarity: float
    is_fullest: bool
    difference: str
    other_speakers: str


def same_quotes(quotes: pd.DataFrame) -> pd.DataFrame:
    """Groups of quotations that carry the same statement.

    quotes: rows of quotes.csv; columns quote_id, article_id, outlet, published, speaker,
    quote, and where there are any speaker_id, kind, start and end (a statement inside
    another's own words is no repetition).
    Returns: COLUMNS, sorted by group (that of the earliest statement first) and within it
    by published, article_id and quote_id. `similarity` is twice the words shared in order
    over the words of both, 0 to 1; `difference` says what the fullest version has
    otherwise; `other_speakers` names those that others of the group credit.
    """
    import pandas as pd
    import pyarrow as pa

    from pipeline.tables.statement_columns import NOBODY, StoredStatements
    from pipeline.tables.statement_groups import group_statements

    rows = quotes.sort_values(
        ["published", "article_id", "quote_id"],
        kind="stable",
        key=lambda column: column.fillna("").astype(str),
    )
    if not len(rows):
        return pd.DataFrame(columns=list(COLUMNS))
    who = rows["speaker_id" if "speaker_id" in rows else "speaker"].fillna("").astype(str)
    codes, names = pd.factorize(who)
    codes[who == ""] = NOBODY
    kinds = rows["kind"].fillna("").astype(str).tolist() if "kind" in rows else [""] * len(rows)
    places = {
        name: rows[name].fillna(-1) if name in rows else [-1] * len(rows)
        for name in ("start", "end")
    }
    with tempfile.TemporaryDirectory() as folder:
        stored = StoredStatements(Path(folder))
        stored.clear()
        stored.append(
            pa.array(rows["quote"].fillna("").astype(str).tolist(), pa.string()),
            pa.array(kinds, pa.string()),
            speaker=codes,
            article=pd.factorize(rows["article_id"])[0],
            day=[day_of(published) for published in rows["published"].fillna("").astype(str)],
            **places,
        )
        speakers = [frozenset(name.split(JOINT)) for name in names]
        groups = group_statements(stored.load(), speakers, Path(folder))
    wanted = [place for members in groups for place in members]
    shown = rows[list(COLUMNS[1:7])].iloc[wanted].reset_index(drop=True)
    texts, credited = shown["quote"].astype(str).tolist(), shown["speaker"].astype(str).tolist()
    told: list[Member] = []
    for members in groups:
        these = slice(len(told), len(told) + len(members))
        first = str(shown["quote_id"][len(told)])
        told += describe_group(first, texts[these], credited[these])
    found = pd.DataFrame(told, columns=list(Member._fields))
    return pd.concat([shown, found], axis=1)[list(COLUMNS)]


def describe_group(first: str, texts: Sequence[str], speakers: Sequence[str]) -> Iterator[Member]:
    """What the table tells of a group's statements, which are given in its order.

    first: quote_id of the first.
    """
    wordings = {text: Wording(text) for text in dict.fromkeys(texts)}
    place = max(range(len(texts)), key=lambda i: (len(wordings[texts[i]].words), -i))
    fullest = wordings[texts[place]]
    told = {
        text: (1.0, "")
        if wording.words == fullest.words
        else (similarity(wording, fullest), difference(wording, fullest))
        for text, wording in wordings.items()
    }
    same_quote = identifier(first.encode())
    everybody = sorted({speaker for speaker in speakers if speaker})
    others = {
        speaker: JOINT.join(other for other in everybody if other != speaker)
        for speaker in set(speakers)
    }
    for i, (text, speaker) in enumerate(zip(texts, speakers, strict=True)):
        like, different = told[text]
        yield Member(same_quote, like, i == place, different, others[speaker])


class Wording:
    """A statement as its words, and as it is written."""

    def __init__(self, text: str) -> None:
        self._given = text
        self.words = statement_words(text)

    def passage(self, start: int, end: int) -> str:
        """The words from one to another, with what stands between them; a long passage
        without its middle."""
        if end - start <= 2 * _SHOWN_WORDS:
            return self._slice(start, end)
        opening, ending = (
            self._slice(start, start + _SHOWN_WORDS),
            self._slice(end - _SHOWN_WORDS, end),
        )
        return f"{opening} […] {ending}"

    def _slice(self, start: int, end: int) -> str:
        text, spans = self._written
        first, last = spans[start][0], spans[end - 1][1]
        # The ’ve of we’ve, and the Ms. of Ms. Brooks.
        first -= text[first - 1 : first] in ("'", "’")
        return " ".join(text[first:last].split()).replace("“", "‘").replace("”", "’")

    @cached_property
    def _written(self) -> tuple[str, list[tuple[int, int]]]:
        return words_in(self._given)


def similarity(one: Wording, other: Wording) -> float:
    """Twice the words shared in order over the words of both, 0 to 1."""
    return round(float(Indel.normalized_similarity(one.words, other.words)), 3)


def difference(wording: Wording, fullest: Wording) -> str:
    """What the fullest version says that the wording leaves out, adds or has otherwise.

    Long passages are shortened in the middle. Empty where the words are the same.
    """
    told = []
    left = right = None
    for edit in [*Indel.opcodes(wording.words, fullest.words), None]:
        if edit is not None and edit.tag == "delete":
            left = wording.passage(edit.src_start, edit.src_end)
        elif edit is not None and edit.tag == "insert":
            right = fullest.passage(edit.dest_start, edit.dest_end)
        else:
            if left and right:
                told.append(f"“{left}” for “{right}”")
            elif right:
                told.append(f"without “{right}”")
            elif left:
                told.append(f"added “{left}”")
            left = right = None
    return "; ".join(told)


@lru_cache(maxsize=1 << 14)
def day_of(published: str) -> int:
    """Day of an ISO date, counted from any fixed day; NO_DAY of one that is not full."""
    from pipeline.tables.statement_columns import NO_DAY

    try:
        return date.fromisoformat(published).toordinal()
    except ValueError:
        return NO_DAY
