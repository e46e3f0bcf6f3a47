"""The Doc attributes that the components of whosaid exchange."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

_CAST = "whosaid_cast"


def register_extensions() -> None:
    """Register what the components exchange as `doc._.…`, once.

    - `quotations`: tuple of `pipeline.records.Quotation`, offsets into `doc.text`.
    - `published`: ISO date of the article, full or partial, or "" if not known.
    - `byline`: the article's authors, as `By Jane Roe and Abe Stone`, or "" if not known.
    - `article_id`: the article's own key, or "" where nobody gave one.
    - `title_end`: offset at which the title paragraph ends; 0 when there is none.
    - `encoding`: what the shared encoder says of each token; None before it ran.
    - `cast`: who plays in the article, as (`Cast`, `Bodies`); None where no speakers were
      looked for, and in a copy of a Doc.
    """
    for name, default in (
        ("quotations", ()),
        ("published", ""),
        ("byline", ""),
        ("article_id", ""),
        ("title_end", 0),
        ("encoding", None),
    ):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
    if not Doc.has_extension("cast"):
        Doc.set_extension("cast", getter=_cast, setter=_set_cast)


class _OfOneDoc:
    """What holds Spans of its Doc, which can neither be copied nor pickled: it stays behind."""

    def __init__(self, held: Any = None) -> None:
        self.held = held

    def __reduce__(self) -> tuple[type[_OfOneDoc], tuple[()]]:
        return _OfOneDoc, ()


def _cast(doc: Doc) -> Any:
    return doc.user_data.get(_CAST, _OfOneDoc()).held


def _set_cast(doc: Doc, cast: Any) -> None:
    doc.user_data[_CAST] = _OfOneDoc(cast)
