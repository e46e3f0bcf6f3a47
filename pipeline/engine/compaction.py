"""Joining small shards: a folder that grows by ten articles a night stays quick to read."""

from __future__ import annotations

from pipeline.engine.tasks import CompactTask
from pipeline.store import Store

_SMALL = 64
"""Live articles up to which a shard is small, whatever it once held."""
_MOST_SMALL = 16
"""So many small shards are left alone: joining has its price too."""
_LARGEST = 256
"""Articles that a joined shard may hold."""


def compaction_tasks(store: Store) -> list[CompactTask]:
    """The small shards to join, once there are too many of them."""
    tasks = []
    for small in store.manifest.small_shards(_SMALL).values():
        if len(small) > _MOST_SMALL:
            tasks += [_joining(store, group) for group in _groups(small) if len(group) > 1]
    return tasks


def _groups(small: list[tuple[str, int]]) -> list[list[str]]:
    """Shards in groups of at most `_LARGEST` articles."""
    groups: list[list[str]] = []
    room = 0
    for shard, articles in small:
        if articles > room:
            groups.append([])
            room = _LARGEST
        groups[-1].append(shard)
        room -= articles
    return groups


def _joining(store: Store, shards: list[str]) -> CompactTask:
    manifest = store.manifest
    return CompactTask(
        store.folder,
        tuple(
            (shard, frozenset(manifest.live_sources(shard)), manifest.sums(shard))
            for shard in shards
        ),
        store.new_shard(),
    )
