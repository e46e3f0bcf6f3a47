"""From cleaned articles to annotated ones: the pipeline of `models/` behind plain records."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.annotate.evened import evened
from pipeline.annotate.foreign import without_foreign
from pipeline.clean.language import READ
from pipeline.errors import WhosaidError
from pipeline.records import AnnotatedArticle, CleanArticle

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

HASHED = "files"
"""Key of meta.json: SHA-256 of each of the model's files."""


class Annotator:
    """A spaCy pipeline that takes `CleanArticle`s and gives `AnnotatedArticle`s."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        # Texts longer than spaCy's default bound are read in sections by the encoder.
        self.nlp.max_length = 100_000_000

    def annotate(self, article: CleanArticle) -> AnnotatedArticle:
        """Annotate one article; the result depends on nothing else.

        In an article of another language than English nothing is found, and in an English
        one nothing in paragraphs that are not.
        """
        if article.metadata.language not in ("", READ) or not article.text.strip():
            return AnnotatedArticle(article)
        from pipeline.annotate.entities.canonical import canonical_entities

        even = evened(article)
        doc = self.nlp(article_doc(self.nlp, even.article))
        found = AnnotatedArticle(
            even.article, tuple(doc._.quotations), tuple(canonical_entities(doc))
        )
        return without_foreign(even.led_back(found))

    def pipe(self, articles: Iterable[CleanArticle]) -> Iterator[AnnotatedArticle]:
        """Annotate a stream of articles, one at a time."""
        for article in articles:
            yield self.annotate(article)


def article_doc(nlp: Language, article: CleanArticle) -> Doc:
    """An article as a Doc that carries what the components read besides its words.

    It is tokenised and no more: `nlp(doc)` or `nlp.pipe(docs)` annotates it.
    """
    doc = nlp.make_doc(article.text)
    doc._.article_id = article.article_id
    doc._.published = article.metadata.published
    doc._.byline = article.metadata.byline
    doc._.title_end = article.title_end
    return doc


def load_annotator(
    model: Path | None = None, *, entities_from: str | None = None, threads: int = 0
) -> Annotator:
    """Load the pipeline that ships, or the one in `model`.

    entities_from: name or folder of a spaCy pipeline whose entities are taken instead.
    threads: threads of the encoder; 0 for as many as there are cores.

    Raises: WhosaidError, when a pipeline is not there, its files are not as they were made, or
    `threads` is no number of threads.
    """
    import spacy

    from pipeline.settings import DEFAULT_MODEL

    if threads < 0:
        raise WhosaidError(
            f"{threads} is no number of threads: give one from 1 on, or 0 for one for each core."
        )
    folder = model or DEFAULT_MODEL
    if not (folder / "config.cfg").is_file():
        raise WhosaidError(
            f"there is no model in {folder}: get the whole repository again, or name the "
            "folder of a trained one."
        )
    _check_files(folder)
    config: dict[str, Any] = {"components": {"whosaid_encoder": {"threads": threads}}}
    nlp = spacy.load(folder, config=config)
    if entities_from:
        _take_entities_from(nlp, entities_from)
    return Annotator(nlp)


def _check_files(folder: Path) -> None:
    """Compare a model's files with the hashes that meta.json gives."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    for name, digest in meta.get(HASHED, {}).items():
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise WhosaidError(
                f"the model file {path} is missing or damaged: get the folder {folder} again."
            )


def _take_entities_from(nlp: Language, name: str) -> None:
    import spacy

    from pipeline.annotate.entities.borrowed import BorrowedEntities

    try:
        lender = spacy.load(name)
    except OSError as error:
        raise WhosaidError(
            f"the spaCy pipeline {name} is not installed: run `python -m spacy download {name}`, "
            "or go without it."
        ) from error
    nlp.replace_pipe("whosaid_entities", "whosaid_borrowed_entities")
    component = nlp.get_pipe("whosaid_entities")
    assert isinstance(component, BorrowedEntities)
    component.lender = lender
