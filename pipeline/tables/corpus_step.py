"""What only the whole corpus can tell: who speaks, which entity, what was said before.

Each step takes a frame out of DuckDB, gives it to the function that decides, and puts
the answer back as a table that the final queries join.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.tables.database import put_table
from pipeline.tables.overrides import read_overrides
from pipeline.tables.queries import QUOTES

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

_SPEAKER_TYPES = {"PERSON": "person", "ORG": "organization"}


def run(db: duckdb.DuckDBPyConnection, overrides: Path) -> None:
    """Make the tables that `queries` joins: linked, linked_entities, duplicates, groups, quotes.

    overrides: a user's speakers.csv; it need not exist.
    """
    link_speakers(db, overrides)
    link_entities(db, overrides)
    db.execute("CREATE TABLE duplicates (article_id VARCHAR, duplicate_of VARCHAR)")
    db.execute(f"CREATE TABLE quotes AS {QUOTES}")
    group_same_quotes(db)


def link_speakers(db: duckdb.DuckDBPyConnection, overrides: Path) -> None:
    """Make table `linked`: who each speaker of each article is.

    Columns article_id, speaker, type, title, text as in `quotes_rows`, and speaker_id,
    linked_speaker, linked_type, linked_title.
    """
    from pipeline.tables import people

    mentions = db.sql(
        """
        SELECT DISTINCT article_id, speaker, speaker_type AS type, speaker_title AS title,
            speaker_text AS text
        FROM quotes_rows WHERE speaker <> '' ORDER BY ALL
        """
    ).df()
    linked = people.link_speakers(mentions, read_overrides(overrides))
    for column in ("speaker", "type", "title"):
        mentions[f"linked_{column}"] = linked[column]
    mentions["speaker_id"] = linked["speaker_id"]
    _put(db, "linked", mentions)


def link_entities(db: duckdb.DuckDBPyConnection, overrides: Path) -> None:
    """Make table `linked_entities`: article_id, entity, label; entity_id, linked_entity.

    People and organisations are found again under their other names as speakers are, by
    the same rules; anything else is the same where its name is.
    """
    from pipeline.tables import people

    named = db.sql("SELECT DISTINCT article_id, entity, label FROM entities_rows ORDER BY ALL").df()
    kinds = named["label"].map(_SPEAKER_TYPES)
    found = people.link_speakers(
        named.assign(speaker=named["entity"], type=kinds, title="", text=named["entity"])[
            kinds.notna()
        ],
        read_overrides(overrides),
    )
    named["linked_entity"] = found["speaker"].reindex(named.index)
    named["linked_entity"] = named["linked_entity"].fillna(named["entity"])
    ids = {
        (name, label): people.stable_id(name, label)
        for name, label in set(zip(named["linked_entity"], named["label"], strict=True))
    }
    named["entity_id"] = found["speaker_id"].reindex(named.index)
    named["entity_id"] = [
        known if isinstance(known, str) else ids[name, label]
        for known, name, label in zip(
            named["entity_id"], named["linked_entity"], named["label"], strict=True
        )
    ]
    _put(db, "linked_entities", named)


def group_same_quotes(db: duckdb.DuckDBPyConnection) -> None:
    """Make table `groups`: statements that are carried more than once, in the order to show."""
    import pyarrow as pa

    from pipeline.tables.same_quotes import same_quotes

    statements = db.sql(
        """
        SELECT quote_id, article_id, outlet, published, speaker, speaker_id, quote, kind,
            start, "end"
        FROM quotes ORDER BY ALL
        """
    ).df()
    found = same_quotes(statements)
    types = {"similarity": pa.float64(), "is_fullest": pa.bool_()}
    columns = {
        column: pa.array(found[column], types.get(column, pa.string()))
        for column in (
            *("same_quote", "quote_id", "similarity"),
            *("is_fullest", "difference", "other_speakers"),
        )
    }
    put_table(db, "groups", pa.table({"place": pa.array(range(len(found)), pa.int64()), **columns}))


def _put(db: duckdb.DuckDBPyConnection, name: str, frame: pd.DataFrame) -> None:
    """Make a table of text columns from a frame, also from an empty one."""
    import pyarrow as pa

    columns = {column: pa.array(frame[column], pa.string()) for column in frame.columns}
    put_table(db, name, pa.table(columns))
