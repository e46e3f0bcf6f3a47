"""An annotator without a model: `“…” said Name.` is a statement, `Mr. Name` an entity."""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path

from pipeline.records import (
    AnnotatedArticle,
    CleanArticle,
    EntityMention,
    Quotation,
    SaidOn,
    Speaker,
)

NAME = "tests.fake_annotator:load"

_STATEMENT = re.compile(r"“([^”]*)” (said) ((?:[A-Z]\w+ ?)+)")
_NAME = re.compile(r"[A-Z]\w+ [A-Z]\w+")


class FakeAnnotator:
    def annotate(self, article: CleanArticle) -> AnnotatedArticle:
        time.sleep(float(os.environ.get("FAKE_ANNOTATOR_SECONDS", "0")))
        if "unspeakable evening" in article.text:
            raise ValueError("unspeakable")
        if "deadly evening" in article.text or _dies_once():
            os.kill(os.getpid(), signal.SIGKILL)
        if "endless evening" in article.text:
            time.sleep(3600)
        quotations = tuple(
            Quotation(
                content=(match.span(1),),
                cue=(match.span(2),),
                source=(match.span(3),),
                kind="direct",
                confidence=0.87654,
                speaker=Speaker(
                    match[3].strip(), "person", "", match[3].strip(), "name", *match.span(3)
                ),
                said_on=SaidOn(article.metadata.published, "", "published"),
            )
            for match in _STATEMENT.finditer(article.text)
        )
        entities = tuple(
            EntityMention(*match.span(), "PERSON", match[0])
            for match in _NAME.finditer(article.text)
        )
        return AnnotatedArticle(article, quotations, entities)


def _dies_once() -> bool:
    """Whether this process is to die: once, if a file is named that tells that it has."""
    told = os.environ.get("FAKE_ANNOTATOR_DIES_ONCE")
    if not told or Path(told).exists():
        return False
    Path(told).touch()
    return True


def load(model: Path, *, entities_from: str | None = None, threads: int = 1) -> FakeAnnotator:
    return FakeAnnotator()
