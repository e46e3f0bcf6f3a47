"""What only the whole corpus can tell: who speaks, which entity, what was said before.

Each step takes a frame out of DuckDB, gives it to the function that decides, and puts
the answer back as a table that the final queries join.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.tables.database import put_table
from pipeline.tables.overrides import read_overrides
from pipeline.tables.queries import QUOTES

if TYPE_CHECKING:
    import duckdb
    import pandas as pd


def run(db: duckdb.DuckDBPyConnection, overrides: Path) -> None:
    """Make the tables that `queries` joins: linked, linked_entities, duplicates, groups, quotes.

    overrides: a user's speakers.csv; it need not exist.
    """
    link_speakers(db, overrides)
    link_entities(db, overrides)
    find_duplicates(db)
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
    people_named = db.sql(
        "SELECT DISTINCT article_id, entity, label FROM entities_rows "
        "WHERE label = 'PERSON' ORDER BY ALL"
    ).df()
    linked = people.link_speakers(mentions, read_overrides(overrides), people_named)
    for column in ("speaker", "type", "title"):
        mentions[f"linked_{column}"] = linked[column]
    mentions["speaker_id"] = linked["speaker_id"]
    _put(db, "linked", mentions)


def link_entities(db: duckdb.DuckDBPyConnection, overrides: Path) -> None:
    """Make table `linked_entities`: article_id, entity, label; entity_id, linked_entity."""
    from pipeline.tables.entity_names import link_entities as link

    named = db.sql(
        """
        SELECT article_id, entity, label, min(text) AS text FROM entities_rows
        GROUP BY ALL ORDER BY ALL
        """
    ).df()
    found = link(named, read_overrides(overrides))
    named["entity_id"] = found["entity_id"]
    named["linked_entity"] = found["entity"]
    _put(db, "linked_entities", named)


def find_duplicates(db: duckdb.DuckDBPyConnection) -> None:
    """Make table `duplicates`: article_id, duplicate_of."""
    import pyarrow as pa

    from pipeline.tables.duplicates import duplicates

    articles = db.sql(
        "SELECT article_id, published, bands FROM articles_rows ORDER BY article_id"
    ).df()
    ids = articles["article_id"].tolist()

    def texts(places: Sequence[int]) -> list[str]:
        wanted = pa.array([ids[place] for place in places], pa.string())
        put_table(db, "suspects", pa.table({"article_id": wanted}))
        rows = db.sql(
            "SELECT article_id, text FROM articles_rows SEMI JOIN suspects USING (article_id) "
            "JOIN texts USING (shard, article_source)"
        ).fetchall()
        of_id = dict(rows)
        return [of_id[ids[place]] for place in places]

    found = articles[["article_id"]].assign(duplicate_of=duplicates(articles, texts))
    _put(db, "duplicates", found)


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
