"""Processes that do not outlive the one that leads them, and what they tell it of errors."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from multiprocessing.connection import wait


def die_with(parent: int) -> None:
    """End this process when the one that leads it ends, even by `kill -9`."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()
    try:
        import ctypes

        # Linux ends it at once, also in the middle of a long call into a library.
        set_death_signal = 1
        ctypes.CDLL(None).prctl(set_death_signal, signal.SIGKILL)
    except (OSError, AttributeError):
        return
    if os.getppid() != parent:
        os._exit(1)


def sendable(error: Exception) -> Exception:
    """The error, or one of the same words where another process could not make it again."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
