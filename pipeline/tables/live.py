"""The articles that the corpus holds now, each once, wherever else its bytes lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from pipeline.store.manifest import RecordState

PLACE_JOINER = " ; "


@dataclass(frozen=True, slots=True)
class LiveArticle:
    """An article of the corpus, and the record that stands for it."""

    article_id: str
    shard: str
    source: str
    places: str
    """All its sources, joined."""


def live_articles(records: Iterable[RecordState]) -> Iterator[LiveArticle]:
    """One for each article_id: of the same bytes at several places, the first place counts."""
    first: dict[str, RecordState] = {}
    others: dict[str, list[str]] = {}
    for record in sorted(records, key=attrgetter("source")):
        if first.setdefault(record.article_id, record) is not record:
            others.setdefault(record.article_id, []).append(record.source)
    for article_id, record in first.items():
        places = PLACE_JOINER.join([record.source, *others.get(article_id, ())])
        yield LiveArticle(article_id, record.shard, record.source, places)
