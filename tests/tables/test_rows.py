"""One article to its rows."""

from __future__ import annotations

from pipeline import schema
from pipeline.records import (
    AnnotatedArticle,
    CleanArticle,
    EntityMention,
    Metadata,
    Quotation,
    RemovedLine,
    Span,
    Speaker,
)
from pipeline.tables.rows import CORPUS_COLUMNS, article_rows

TEXT = (
    "Bridge plan\n\n"
    "“We will build,” said Mayor Ursula Ferrant, “and we will pay.”\n\n"
    "“We will build,” she said again. Bodo Kinsella laughed."
)


def spans(*pieces: str) -> tuple[Span, ...]:
    """Where pieces of TEXT stand, each searched after the one before."""
    found, end = [], 0
    for piece in pieces:
        start = TEXT.index(piece, end)
        end = start + len(piece)
        found.append((start, end))
    return tuple(found)


SECOND = TEXT.rindex("We will build")
ANNOTATED = AnnotatedArticle(
    CleanArticle(
        "0123456789abcdef",
        "city/bridge.txt",
        TEXT,
        11,
        Metadata(outlet="The Weir", published="2021-03-04", extra=(("desk", "city"),)),
        (RemovedLine(9, "comment", "first", "Bob"), RemovedLine(2, "byline", "By Ada Quill")),
    ),
    (
        Quotation(
            spans("We will build,", "and we will pay."),
            spans("said"),
            spans("Mayor Ursula Ferrant"),
            "direct",
            confidence=0.98765,
            speaker=Speaker("Ursula Ferrant", "person", "Mayor", "Mayor Ursula Ferrant", "name"),
        ),
        Quotation(((SECOND, SECOND + 14),), spans("she said")),
        Quotation(((SECOND + 3, SECOND + 7),), nested_in=1),
    ),
    (
        EntityMention(*spans("Bodo Kinsella")[0], "PERSON", "Bodo Kinsella"),
        EntityMention(SECOND, SECOND + 2, "ORG", "We"),
        EntityMention(SECOND + 3, SECOND + 7, "ORG", "will"),
    ),
)
ROWS = article_rows(ANNOTATED, "shard")


def test_rows_have_the_columns_of_their_table() -> None:
    for table in schema.TABLES:
        for row in ROWS.get(table.name, []):
            assert set(table.column_names) - CORPUS_COLUMNS <= set(row), table.name


def test_an_interrupted_statement_is_one_row() -> None:
    row = ROWS["quotes"][0]
    assert row["quote"] == "We will build, … and we will pay."
    assert row["pieces"] == "14-28;58-74"
    assert (row["start"], row["end"], row["cue"]) == (14, 74, "said")
    assert row["confidence"] == 0.988


def test_what_is_not_known_is_empty() -> None:
    row = ROWS["quotes"][2]
    assert row["cue_start"] is None
    assert row["speaker_start"] is None
    assert (row["speaker"], row["cue"], row["said_on"]) == ("", "", "")


def test_a_nested_statement_names_the_one_it_stands_in() -> None:
    assert [row["nested_in"] for row in ROWS["quotes"]] == ["", "", ROWS["quotes"][1]["quote_id"]]


def test_paragraphs_are_counted_from_one() -> None:
    assert [row["paragraph"] for row in ROWS["quotes"]] == [2, 3, 3]


def test_an_entity_names_the_innermost_statement_it_stands_in() -> None:
    ids = [row["quote_id"] for row in ROWS["quotes"]]
    assert [row["quote_id"] for row in ROWS["entities"]] == ["", ids[1], ids[2]]
    assert ROWS["entities"][0]["text"] == "Bodo Kinsella"


def test_ids_outlive_marks_and_spacing_but_tell_repetitions_apart() -> None:
    def ids(text: str, *contents: Span) -> list[str]:
        article = CleanArticle("0123456789abcdef", "a.txt", text)
        found = AnnotatedArticle(article, tuple(Quotation((content,)) for content in contents))
        return [row["quote_id"] for row in article_rows(found, "shard")["quotes"]]

    (plain,) = ids("We will build", (0, 13))
    assert ids("“We  WILL build,” yes", (0, 17)) == [plain]
    assert ids("We will build. We will build.", (0, 13), (15, 28)) == [plain, f"{plain}-2"]


def test_an_article_counts_its_rows() -> None:
    (row,) = ROWS["articles"]
    assert (row["quotes"], row["entities"], row["removed_lines"], row["comments"]) == (3, 3, 2, 1)
    assert row["words"] == len(TEXT.split())
    assert row["extra"] == [["desk", "city"]]
