"""What the corpus knows of dates that can be read two ways: how its other dates are written.

The nearest that tell decide: those of the same outlet, else of the same folder or file, else
of the whole corpus. Where these are not of one mind, the date stays open; it is never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.records import DateOrder
from pipeline.store.manifest import DatesInFigures

Group = tuple[str, str]
"""Articles whose dates are likely written alike: (kind, name)."""


def settled_orders(dates: Iterable[DatesInFigures]) -> dict[str, DateOrder]:
    """By source, the order in which an article's open date is to be read.

    An article whose date stays open is not in it.
    """
    dates = list(dates)
    written: dict[Group, set[DateOrder]] = {}
    for known in dates:
        if known.order:
            for group in _groups(known):
                written.setdefault(group, set()).add(known.order)
    orders: dict[str, DateOrder] = {}
    for waiting in dates:
        if waiting.is_open:
            told = next(filter(None, (written.get(group) for group in _groups(waiting))), set())
            if len(told) == 1:
                orders[waiting.source] = next(iter(told))
    return orders


def _groups(article: DatesInFigures) -> Iterator[Group]:
    """Nearest first."""
    if article.outlet:
        yield "outlet", article.outlet.casefold()
    container = article.source.rpartition("#")[0]
    yield "folder", container or article.source.rpartition("/")[0]
    yield "corpus", ""
