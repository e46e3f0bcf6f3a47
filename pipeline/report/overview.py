"""The overview: counts, who is quoted most, outlets by speakers."""

from __future__ import annotations

from typing import Any

from pipeline.report.reading import Row, Tables
from pipeline.report.speakers import EACH_SPEAKER

MOST_QUOTED = 12
MOST_OUTLETS = 8
MATRIX_SPEAKERS = 8
PROBLEMS_SHOWN = 50
_NAMED = "speaker_id <> '' AND speaker_type NOT IN ('unknown', 'author')"


def overview(tables: Tables) -> dict[str, Any]:
    """What the overview shows besides its table and timeline."""
    most_quoted = list(
        tables.rows(
            f"""SELECT speaker_id, min(speaker) AS speaker, count(*) AS quotes,
                       count(*) FILTER (act = 'thought') AS thought,
                       count(DISTINCT nullif(outlet, '')) AS outlets
                FROM {EACH_SPEAKER} WHERE {_NAMED}
                GROUP BY speaker_id ORDER BY quotes DESC, speaker, speaker_id
                LIMIT {MOST_QUOTED}"""
        )
    )
    return {
        "counts": _counts(tables),
        "most_quoted": most_quoted,
        "matrix": _outlets_by_speakers(tables),
        "problems": list(
            tables.rows(f"SELECT * FROM problems ORDER BY ALL LIMIT {PROBLEMS_SHOWN}")
        ),
    }


def _counts(tables: Tables) -> Row:
    return tables.one(
        """SELECT (SELECT count(*) FROM articles) AS articles,
                  (SELECT count(*) FROM articles WHERE coalesce(duplicate_of, '') <> '')
                      AS copies,
                  (SELECT count(*) FROM quotes) AS quotes,
                  (SELECT count(*) FROM quotes WHERE coalesce(corrected, '') <> '') AS corrected,
                  (SELECT count(*) FROM speakers) AS speakers,
                  (SELECT count(DISTINCT outlet) FROM articles WHERE outlet <> '') AS outlets,
                  (SELECT count(DISTINCT same_quote) FROM same_quotes) AS same_quotes,
                  (SELECT count(*) FROM removed) AS removed,
                  (SELECT count(*) FROM problems) AS problems,
                  (SELECT min(published) FROM articles WHERE published <> '') AS first,
                  (SELECT max(published) FROM articles WHERE published <> '') AS last"""
    )


def _outlets_by_speakers(tables: Tables) -> dict[str, Any]:
    """How often the largest outlets quote each of the speakers that outlets quote most.

    `shade` is 0 to 6, the share of the largest count.
    """
    speakers = list(
        tables.rows(
            f"""SELECT speaker_id, min(speaker) AS speaker, count(*) AS quotes,
                       count(DISTINCT outlet) AS outlets
                FROM {EACH_SPEAKER} WHERE outlet <> '' AND {_NAMED}
                GROUP BY speaker_id ORDER BY quotes DESC, outlets DESC, speaker, speaker_id
                LIMIT {MATRIX_SPEAKERS}"""
        )
    )
    outlets = [
        row["outlet"]
        for row in tables.rows(
            f"""SELECT outlet, count(*) AS quotes FROM quotes
                WHERE outlet <> '' AND {_NAMED}
                GROUP BY outlet ORDER BY quotes DESC, outlet LIMIT {MOST_OUTLETS}"""
        )
    ]
    counts = {
        (row["outlet"], row["speaker_id"]): row["quotes"]
        for row in tables.rows(
            f"""SELECT outlet, speaker_id, count(*) AS quotes FROM {EACH_SPEAKER}
                WHERE outlet <> '' AND {_NAMED} GROUP BY outlet, speaker_id"""
        )
    }
    ids = [speaker["speaker_id"] for speaker in speakers]
    largest = max((counts.get((outlet, id_), 0) for outlet in outlets for id_ in ids), default=0)
    return {
        "speakers": speakers,
        "rows": [
            {
                "outlet": outlet,
                "cells": [
                    {"quotes": count, "shade": -(-6 * count // largest) if largest else 0}
                    for count in (counts.get((outlet, id_), 0) for id_ in ids)
                ],
            }
            for outlet in outlets
        ],
    }
