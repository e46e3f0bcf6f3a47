"""The queries that give tables' rows out of the written statements, which they read as `quotes`."""

from __future__ import annotations

from pipeline.schema import Table

# A statement of several speakers has their names and ids joined alike: `A ; B`.
EACH_SPEAKER = """
WITH statements AS (
    SELECT string_split(speaker_id, ' ; ') AS ids, string_split(speaker, ' ; ') AS names,
        speaker_type, speaker_title, speaker_text, speaker_basis, article_id, outlet, said_on
    FROM quotes WHERE speaker_id <> ''
)
SELECT unnest(ids) AS speaker_id, unnest(names) AS speaker, len(ids) = 1 AS alone,
    * EXCLUDE (ids, names)
FROM statements
"""
"""The statements of each speaker, read below as `each_speaker`."""

# Of a source as the article words it, another name is what stands before its first comma or
# bracket, and a person's ends with it (`Gov. Field` of `Gov. Field of Ohio, who was late,`), if the
# last word of the speaker's name is in it, or if it is a body's short name.
SPEAKERS_OF_PART = r"""
WITH each AS (
    SELECT * FROM each_speaker WHERE hash(speaker_id) % $parts = $part
), worded AS (
    SELECT speaker_id, speaker, speaker_type, regexp_replace(
        regexp_replace(
            regexp_replace(speaker_text, '[ ]*(,|;|:|\(|—|–|…| who | whose | which ).*$', ''),
            '^((the|that|this|which|a|an|both|even|says|said|by|to|from|his|her|its|their) )+',
            '', 'i'
        ),
        '( himself| herself|[''’]s|[''’])$', ''
    ) AS wording,
    strpos(reverse(lower(wording)), reverse(lower(regexp_extract(speaker, '[^ ]+$')))) AS from_end,
    CASE WHEN speaker_type = 'person' AND from_end > 0 THEN
        left(wording, length(wording) - from_end + 1)
        || regexp_replace(right(wording, from_end - 1), '^ [a-z].*$', '')
    ELSE wording END AS alias
    FROM each WHERE alone AND speaker_basis = 'name' AND NOT contains(speaker_text, ' and ')
), mentioned AS (
    SELECT speaker_id, speaker AS alias FROM linked WHERE hash(speaker_id) % $parts = $part
    UNION
    SELECT speaker_id, alias FROM worded
    WHERE contains(lower(alias), lower(regexp_extract(speaker, '[^ ]+$')))
        OR (speaker_type <> 'person' AND regexp_matches(alias, '^[A-Z0-9][^ ]*$'))
    EXCEPT
    SELECT speaker_id, speaker FROM each
), other_names AS (
    SELECT speaker_id, string_agg(alias, ';' ORDER BY alias) AS aliases
    FROM mentioned WHERE alias <> '' GROUP BY speaker_id
), roles AS (
    SELECT DISTINCT speaker_id, unnest(string_split(speaker_title, '; ')) AS title
    FROM each WHERE alone AND speaker_title <> ''
), titled AS (
    SELECT speaker_id, string_agg(title, ';' ORDER BY title) AS titles
    FROM roles GROUP BY speaker_id
)
SELECT speaker_id, min(speaker) AS speaker,
    coalesce(mode(speaker_type ORDER BY speaker_type) FILTER (alone), min(speaker_type)) AS type,
    coalesce(any_value(titles), '') AS titles,
    coalesce(any_value(aliases), '') AS aliases,
    count(DISTINCT article_id) AS articles,
    count(DISTINCT outlet) FILTER (outlet <> '') AS outlets,
    count(*) AS quotes,
    coalesce(min(said_on) FILTER (said_on <> ''), '') AS first_said,
    coalesce(max(said_on) FILTER (said_on <> ''), '') AS last_said
FROM each LEFT JOIN other_names USING (speaker_id) LEFT JOIN titled USING (speaker_id)
GROUP BY speaker_id
"""
"""Some of the speakers: what is counted of millions at once does not fit in memory."""

_SAME_QUOTES = """
WITH carriers AS (
    SELECT same_quote, count(DISTINCT article_id) AS articles
    FROM quotes WHERE same_quote <> '' GROUP BY same_quote
)
SELECT groups.*, quotes.* EXCLUDE (quote_id, same_quote), carriers.articles
FROM groups JOIN carriers USING (same_quote) JOIN quotes USING (quote_id)
"""

_OF_TABLE = {
    "speakers": "SELECT * FROM found_speakers",
    "same_quotes": _SAME_QUOTES,
}


def table_query(table: Table) -> str:
    """The rows of a table in their final order."""
    columns = ", ".join(f'"{name}"' for name in table.column_names)
    order = ", ".join(
        f'"{name.removeprefix("-")}" {"DESC" if name.startswith("-") else "ASC"}'
        for name in table.sort
    )
    return f"SELECT {columns} FROM ({_OF_TABLE[table.name]}) ORDER BY {order}"
