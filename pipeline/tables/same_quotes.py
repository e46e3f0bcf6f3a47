"""The same statement in several articles or sentences, in other lengths and wordings.

Which statements belong together `statement_groups` decides; here the groups become the
table, and each row tells how it differs from the fullest version.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
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

    rows = quotes.reset_index(drop=True)
    order = rows.sort_values(["published", "article_id", "quote_id"], kind="stable").index
    rows = rows.loc[order].reset_index(drop=True)
    statements = _statements(rows)
    texts = [statement.text for statement in statements]
    found = []
    for members in group_statements(statements):
        fullest = min(members, key=lambda i: (-len(statement_words(texts[i])), i))
        speakers = {i: str(rows["speaker"][i]) for i in members}
        same_quote = hashlib.sha256(str(rows["quote_id"][members[0]]).encode()).hexdigest()[:16]
        for i in members:
            others = sorted({s for s in speakers.values() if s and s != speakers[i]})
            found.append(
                {
                    **{c: rows[c][i] for c in COLUMNS[1:7]},
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


def _statements(rows: pd.DataFrame) -> list[Statement]:
    def column(name: str, otherwise: str) -> list[str]:
        values = rows[name if name in rows else otherwise].fillna("").astype(str)
        return list(values)

    def offsets(name: str) -> list[int]:
        if name not in rows:
            return [-1] * len(rows)
        return [int(value) for value in rows[name].fillna(-1)]

    kinds = column("kind", "quote") if "kind" in rows else [""] * len(rows)
    columns = zip(
        column("quote", "quote"),
        column("speaker_id", "speaker"),
        kinds,
        column("article_id", "article_id"),
        [_day(published) for published in column("published", "published")],
        offsets("start"),
        offsets("end"),
        strict=True,
    )
    return [Statement(*values) for values in columns]


def _day(published: str) -> int | None:
    try:
        return date.fromisoformat(published).toordinal()
    except ValueError:
        return None
