"""Processes that do not outlive the one that leads them."""

from __future__ import annotations

import multiprocessing
import os
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


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
