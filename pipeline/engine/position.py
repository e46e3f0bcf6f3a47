"""Where the work stands: stages tell it, so that a lost worker can be laid to one article."""

from __future__ import annotations

from collections.abc import Callable

NOWHERE = -1
"""Between articles: while a file is read or written, or the model loaded."""

_told: Callable[[int], None] | None = None


def work_at(position: int) -> None:
    """Tell that the work at a position of the task begins; NOWHERE when it has ended."""
    if _told is not None:
        _told(position)


def tell_positions_to(listener: Callable[[int], None]) -> None:
    """Have a worker process's positions told to `listener`."""
    global _told
    _told = listener
