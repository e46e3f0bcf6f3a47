"""How work is spread: `stages` are the functions, `local` and `cluster` run them, `run` leads.

An engine offers `workers` and `spread(function, tasks)`; nothing else knows how many
processes there are.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from pipeline.errors import WhosaidError
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.engine.recovery import Engine


def open_engine(settings: Settings) -> AbstractContextManager[Engine]:
    """The engine that the settings name, ready to be entered.

    Raises WhosaidError if there is none of that name, or its library is not installed.
    """
    if settings.engine == "local":
        from pipeline.engine.local import LocalEngine

        return LocalEngine(settings.processes, settings.article_timeout)
    if settings.engine == "ray":
        from pipeline.engine.cluster import RayEngine
        from pipeline.store import StoreFolder

        marks = StoreFolder(settings.outputs.absolute() / "store").scratch
        return RayEngine(settings.ray_address, settings.workers, marks, settings.article_timeout)
    raise WhosaidError(f"there is no engine {settings.engine}: give --engine local or ray.")
