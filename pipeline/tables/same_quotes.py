"""The same statement in several articles or sentences, in other lengths and wordings.

Which statements belong together `statement_groups` decides; here the groups become the
table, and each row tells how it differs from the fullest version.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from pipeline.tables.statement_groups import JOINT, Statement, group_statements
from pipeline.tables.statement_words import statement_words, written_words

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

    order = quotes[["published", "article_id", "quote_id"]].fillna("").reset_index(drop=True)
    places = order.sort_values(list(order.columns), kind="stable").index.tolist()
    del order
    statements = _statements(quotes, places)
    texts = [statement.text for statement in statements]
    groups = group_statements(statements)
    wanted = [places[i] for members in groups for i in members]
    rows = iter(quotes[list(COLUMNS[1:7])].iloc[wanted].to_dict("records"))
    found = []
    for members in groups:
        of_group = [next(rows) for _ in members]
        fullest = min(members, key=lambda i: (-len(statement_words(texts[i])), i))
        speakers = [str(row["speaker"]) for row in of_group]
        same_quote = hashlib.sha256(str(of_group[0]["quote_id"]).encode()).hexdigest()[:16]
        for i, row, speaker in zip(members, of_group, speakers, strict=True):
            others = sorted({other for other in speakers if other and other != speaker})
            found.append(
                {
                    **row,
                    "same_quote": same_quote,
                    "similarity": similarity(texts[i], texts[fullest]),
                    "is_fullest": i == fullest,
                    "difference": difference(texts[i], texts[fullest]),
                    "other_speakers": JOINT.join(others),
                }
            )
    return pd.DataFrame(found, columns=list(COLUMNS))


def similarity(one: str, other: str) -> float:
    """Twice the words shared in order over the words of both, 0 to 1."""
    shared = Indel.normalized_similarity(statement_words(one), statement_words(other))
    return round(float(shared), 3)


def difference(text: str, fullest: str) -> str:
    """What the fullest version says that the text leaves out, adds or has otherwise.

    Long passages are shortened in the middle. Empty where the words are the same.
    """
    words, full_words = written_words(text), written_words(fullest)
    edits = Indel.opcodes(statement_words(text), statement_words(fullest))
    told = []
    left = right = None
    for edit in [*edits, None]:
        if edit is not None and edit.tag == "delete":
            left = _passage(words[edit.src_start : edit.src_end])
        elif edit is not None and edit.tag == "insert":
            right = _passage(full_words[edit.dest_start : edit.dest_end])
        else:
            if left and right:
                told.append(f"“{left}” for “{right}”")
            elif right:
                told.append(f"without “{right}”")
            elif left:
                told.append(f"added “{left}”")
            left = right = None
    return "; ".join(told)


def _passage(words: Sequence[str]) -> str:
    if len(words) <= 2 * _SHOWN_WORDS:
        return " ".join(words)
    return f"{' '.join(words[:_SHOWN_WORDS])} […] {' '.join(words[-_SHOWN_WORDS:])}"


def _statements(quotes: pd.DataFrame, places: Sequence[int]) -> list[Statement]:
    """The rows at `places`, in that order."""

    def column(name: str, otherwise: str) -> list[str]:
        # One object for each distinct text: articles and speakers come again and again.
        seen: dict[str, str] = {}
        values = quotes[name if name in quotes else otherwise].fillna("").astype(str)
        return [seen.setdefault(value, value) for value in values]

    def offsets(name: str) -> list[int]:
        if name not in quotes:
            return [-1] * len(quotes)
        return [int(value) for value in quotes[name].fillna(-1)]

    kinds = column("kind", "quote") if "kind" in quotes else [""] * len(quotes)
    texts, speakers = column("quote", "quote"), column("speaker_id", "speaker")
    articles, starts, ends = column("article_id", "article_id"), offsets("start"), offsets("end")
    days = [_day(published) for published in column("published", "published")]
    return [
        Statement(texts[i], speakers[i], kinds[i], articles[i], days[i], starts[i], ends[i])
        for i in places
    ]


@lru_cache(maxsize=1 << 14)
def _day(published: str) -> int | None:
    try:
        return date.fromisoformat(published).toordinal()
    except ValueError:
        return None
