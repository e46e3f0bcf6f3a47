"""The Doc attributes that the components of whosaid exchange."""

from __future__ import annotations

from spacy.tokens import Doc


def register_extensions() -> None:
    """Register `doc._.quotations`, `doc._.published` and `doc._.title_end`, once.

    - `quotations`: tuple of `pipeline.records.Quotation`, offsets into `doc.text`.
    - `published`: ISO date of the article, full or partial, or "" if not known.
    - `title_end`: offset at which the title paragraph ends; 0 when there is none.
    - `encoding`: what the shared encoder says of each token; None before it ran.
    """
    for name, default in (
        ("quotations", ()),
        ("published", ""),
        ("title_end", 0),
        ("encoding", None),
    ):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
