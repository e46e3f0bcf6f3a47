"""Which source of metadata wins: the sidecar, then the record or page, then the address."""

from __future__ import annotations

from dataclasses import replace

from pipeline.ingest.places import outlet_from_url
from pipeline.records import Metadata

_FIELDS = ("url", "outlet", "title", "byline", "language")


def join_metadata(first: Metadata, second: Metadata) -> Metadata:
    """Both, field by field: what `first` does not know is taken from `second`."""
    known = {name: getattr(first, name) or getattr(second, name) for name in _FIELDS}
    dated = first if first.published else second
    given = first if first.figures or first.published else second
    names = {name for name, _ in first.extra}
    return replace(
        first,
        **known,
        published=dated.published,
        published_basis=dated.published_basis,
        figures=given.figures,
        figures_basis=given.figures_basis,
        extra=first.extra + tuple(pair for pair in second.extra if pair[0] not in names),
    )


def with_outlet(metadata: Metadata) -> Metadata:
    """The metadata with the address's site as outlet, where nothing else names one."""
    if metadata.outlet or not metadata.url:
        return metadata
    return replace(metadata, outlet=outlet_from_url(metadata.url))
