"""Who said what, when: from Python and in notebooks. See docs/python.md.

Libraries load when a function is called, not when this is imported.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["article", "displacy_spans", "entities_table", "load", "quotes_table", "read_tables"]


def load(
    model: str | PathLike[str] | None = None,
    *,
    entities_from: str | None = None,
    threads: int = 0,
) -> Language:
    """The spaCy pipeline that ships, or the trained one in the folder `model`.

    `nlp(text)` and `nlp.pipe(texts)` read the text of an article, its paragraphs parted by
    blank lines, and give Docs with `doc.ents`, `doc.sents` and

    - `doc._.quotations`: tuple of `pipeline.records.Quotation`, in order of their start, with
      offsets into `doc.text`;
    - `doc.spans["source"]`, `["cue"]`, `["content"]`: their pieces as Spans, each with the
      quotation's index in `doc._.quotations` as its `id_`.

    `article` makes a Doc that says more than the words: date, title, byline.

    entities_from: name or folder of a spaCy pipeline whose entities are taken instead.
    threads: threads of the encoder; 0 for as many as there are cores.

    Raises: `pipeline.errors.WhosaidError`, when a pipeline is not there, its files are not as
    they were made, or `threads` is less than 0.
    """
    from pathlib import Path

    from pipeline.annotate import load_annotator

    folder = None if model is None else Path(model)
    return load_annotator(folder, entities_from=entities_from, threads=threads).nlp


def article(
    nlp: Language,
    text: str | None,
    *,
    title: str | None = None,
    byline: str | None = None,
    published: str | date | None = None,
    article_id: str | None = None,
) -> Doc:
    """A text as a Doc for `nlp(doc)` or `nlp.pipe(docs)`, with what is known of it besides.

    title: becomes the first paragraph of `doc.text`.
    byline: whose voice the article's own is, `Jane Roe and Abe Stone`.
    published: the day that `on Monday` is reckoned from; a date, or text as `2020-01-06`,
        `2020-01`, `2020`.
    article_id: a key of your own for the rows of `quotes_table` and `entities_table`; else
        they have 16 hex digits of the SHA-256 of the text.

    None is not known; so are the NaN, NaT and NA of a DataFrame. A text that is not known is
    empty: its Doc has no quotations.

    Raises: `pipeline.errors.WhosaidError`, if `published` cannot be read as one date.
    """
    from pipeline.notebook import articles

    return articles.article(
        nlp, text, title=title, byline=byline, published=published, article_id=article_id
    )


def quotes_table(docs: Doc | Iterable[Doc]) -> pd.DataFrame:
    """One row for each quotation of annotated Docs, as in quotes.csv (docs/tables.md).

    The columns are those of quotes.csv that a text alone can fill: all but `outlet`,
    `speaker_id`, `same_quote`, `file` and `corrected`. Text is of dtype `string`, offsets of
    `Int64` (in characters of `doc.text`), confidence of `float64`; what is not known is NA.
    A stream of Docs is read once and not kept.

    Raises: `pipeline.errors.WhosaidError`, for what no pipeline of whosaid has read.
    """
    from pipeline.notebook import frames

    return frames.quotes_table(docs)


def entities_table(docs: Doc | Iterable[Doc]) -> pd.DataFrame:
    """One row for each entity mention of annotated Docs, as in entities.csv without `entity_id`.

    Dtypes are those of `quotes_table`, and `article_id` and `quote_id` its keys. Beside
    `doc.ents`, it has each mention's canonical name in the article and the names that only the
    rest of the article shows to be names.

    Raises: `pipeline.errors.WhosaidError`, for what no pipeline of whosaid has read.
    """
    from pipeline.notebook import frames

    return frames.entities_table(docs)


def read_tables(outputs: str | PathLike[str]) -> dict[str, pd.DataFrame]:
    """All tables of a finished run by their names, `quotes`, `articles`, `speakers`, ….

    They are read from `tables/*.parquet` in the folder `outputs`, whole and without a
    spreadsheet's precautions. Text is of dtype `string`, counts and offsets of `Int64`, numbers
    of `float64`, flags of `bool`; what is not known is NA. Dates are text, for they may be
    partial (`2020-01`).

    Raises: `pipeline.errors.WhosaidError`, when a table is not there or of an earlier version.
    """
    from pathlib import Path

    from pipeline.notebook import frames

    return frames.read_tables(Path(outputs))


def displacy_spans(doc: Doc) -> dict[str, Any]:
    """The quotations of an annotated Doc for `displacy.render(…, style="span", manual=True)`.

    Spans are labelled SOURCE, CUE and CONTENT, and each content names its speaker.

    Raises: `pipeline.errors.WhosaidError`, for what no pipeline of whosaid has read.
    """
    from pipeline.notebook import displays

    return displays.displacy_spans(doc)
