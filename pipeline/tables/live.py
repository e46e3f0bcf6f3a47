"""The articles that the corpus holds now, each once, wherever else its bytes lie."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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


def live_articles(records: Iterable[RecordState]) -> list[LiveArticle]:
    """One for each article_id: of the same bytes at several places, the first place counts."""
    places: dict[str, list[RecordState]] = {}
    for record in sorted(records, key=lambda record: record.source):
        places.setdefault(record.article_id, []).append(record)
    return [
        LiveArticle(
            article_id,
            same[0].shard,
            same[0].source,
            PLACE_JOINER.join(record.source for record in same),
        )
        for article_id, same in places.items()
    ]
