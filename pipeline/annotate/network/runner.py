"""Runs the network's windows, side by side where there are threads for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.annotate.network.decoding import Floats

WEIGHTS = "network.onnx"
_INPUTS = ("ids", "shapes", "states", "first_piece")


class Runner:
    """A session of ONNX Runtime. A window has one thread from end to end: that way threads
    never wait for each other, and what comes out does not depend on their number."""

    def __init__(self, folder: Path, threads: int) -> None:
        self._session = _open_session(folder / WEIGHTS)
        self._pool = ThreadPoolExecutor(threads, "whosaid") if threads > 1 else None
        self._process = os.getpid()

    def is_mine(self) -> bool:
        """Whether it was made in this process: threads do not come along into a forked one."""
        return self._process == os.getpid()

    def begin(self, *window: Any) -> Callable[[], list[Floats]]:
        """Begin to run a window (see `windows.window_inputs`); the result waits for its end.
        With one thread, it is run when asked for."""
        if self._pool is None:
            return partial(self._run, window)
        return self._pool.submit(self._run, window).result

    def _run(self, window: tuple[Any, ...]) -> list[Floats]:
        outputs: list[Floats] = self._session.run(None, dict(zip(_INPUTS, window, strict=True)))
        return outputs


def _open_session(weights: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Windows differ in length; a memory plan for each length is kept for ever otherwise.
    options.enable_mem_pattern = False
    return onnxruntime.InferenceSession(
        str(weights),
        options,
        providers=["CPUExecutionProvider"],
        # Adding and normalising in one operator is slower than in two (ONNX Runtime 1.31).
        disabled_optimizers=["SkipLayerNormFusion"],
    )
