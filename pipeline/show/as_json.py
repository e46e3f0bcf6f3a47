"""An article as a line of JSON: the rows that the tables would have of it."""

from __future__ import annotations

import json
from typing import Any

from pipeline.records import AnnotatedArticle, Problem
from pipeline.schema import TABLES
from pipeline.tables.rows import CORPUS_COLUMNS, article_rows, problem_row

_COLUMNS = {
    table.name: [column.name for column in table.columns if column.name not in CORPUS_COLUMNS]
    for table in TABLES
}


def json_line(found: AnnotatedArticle | Problem) -> str:
    """One object: `article`, `text`, `quotes`, `entities`, `removed`, `problems`, each with the
    columns of its table that one article can fill. A problem alone has `problems` only."""
    if isinstance(found, Problem):
        return json.dumps({"problems": [_chosen("problems", problem_row(found))]})
    rows = article_rows(found, "")
    (article,) = rows.pop("articles")
    tables = {name: [_chosen(name, row) for row in of_table] for name, of_table in rows.items()}
    return json.dumps(
        {"article": _chosen("articles", article), "text": found.article.text, **tables}
    )


def _chosen(table: str, row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in _COLUMNS[table] if name in row}
