"""A text with what is known of it as a Doc, and an annotated Doc as the article it is."""

from __future__ import annotations

from datetime import date

import pandas as pd
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate.annotator import article_doc
from pipeline.errors import WhosaidError
from pipeline.identifiers import identifier
from pipeline.ingest.dates import read_date
from pipeline.records import AnnotatedArticle, CleanArticle, Metadata


def article(
    nlp: Language,
    text: str | None,
    *,
    title: str | None = None,
    byline: str | None = None,
    published: str | date | None = None,
    article_id: str | None = None,
) -> Doc:
    """See `pipeline.article`."""
    heading = " ".join(_known(title).split())
    known = Metadata(title=heading, byline=_known(byline), published=_iso(_known(published)))
    body = _known(text)
    whole = f"{heading}\n\n{body}" if heading else body
    return article_doc(nlp, CleanArticle(_known(article_id), "", whole, len(heading), known))


def annotated_article(doc: Doc) -> AnnotatedArticle:
    """The article that a Doc holds, with its quotations and without its entities.

    An article without a key of its own gets the one that a file of its text would have.

    Raises: WhosaidError, for what whosaid has not read.
    """
    check_read(doc)
    text = doc.text
    known = Metadata(title=text[: doc._.title_end], byline=doc._.byline, published=doc._.published)
    article_id = doc._.article_id or identifier(text.encode())
    clean = CleanArticle(article_id, "", text, doc._.title_end, known)
    return AnnotatedArticle(clean, tuple(doc._.quotations))


def check_read(doc: object) -> None:
    """Raise WhosaidError for what is no Doc, or one that no pipeline of whosaid has read."""
    if not isinstance(doc, Doc):
        raise WhosaidError(f"this is a {type(doc).__name__} and no Doc: give what nlp(text) makes.")
    if doc._.encoding is None and doc._.cast is None and not doc._.quotations:
        raise WhosaidError(
            "nothing was looked for in this Doc yet: give what nlp(doc) makes of it."
        )


def _known(given: object) -> str:
    """Text of what a user, or a cell of a DataFrame, gives; "" of what is missing."""
    return "" if pd.isna(given) else str(given)  # type: ignore[call-overload]


def _iso(published: str) -> str:
    # A DataFrame's years with a gap are decimal numbers.
    published = published.strip().removesuffix(".0")
    iso = read_date(published)
    if published and not iso:
        raise WhosaidError(
            f"published={published!r} is no date that can be read in one way only: "
            "give it as 2020-01-06, 2020-01 or 2020."
        )
    return iso
