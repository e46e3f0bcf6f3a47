"""The tables' contract."""

from __future__ import annotations

from pipeline import schema


def test_column_names_are_told_once_and_explained() -> None:
    for table in schema.TABLES:
        names = table.column_names
        assert len(set(names)) == len(names)
        assert all(column.meaning for column in table.columns)


def test_columns_that_spreadsheets_depend_on_keep_their_place() -> None:
    quotes = schema.QUOTES.column_names
    assert quotes[:5] == ("quote_id", "article_id", "published", "outlet", "speaker")
    assert quotes[20:28] == (
        "paragraph",
        "pieces",
        "start",
        "end",
        "speaker_start",
        "speaker_end",
        "cue_start",
        "cue_end",
    )
    assert quotes[28:] == ("title", "file", "names_only", "corrected")
    assert schema.SAME_QUOTES.column_names[10:] == (
        *("other_speakers", "kind", "articles", "title", "file"),
    )
    assert schema.ARTICLES.column_names[-1] == "duplicate_of"
