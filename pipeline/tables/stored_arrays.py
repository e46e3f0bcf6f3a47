"""Long arrays on disk: written in order, some items at a time, by one step and read by another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt


class StoredArray:
    """An array in a file."""

    def __init__(self, path: Path, type_: npt.DTypeLike) -> None:
        self.path = path
        self.type = np.dtype(type_)

    def clear(self) -> None:
        """Begin anew: what a process that was lost left there does not count."""
        self.path.write_bytes(b"")

    def append(self, values: npt.ArrayLike) -> None:
        with self.path.open("ab") as file:
            np.asarray(values, self.type).tofile(file)

    def load(self) -> npt.NDArray[Any]:
        return np.fromfile(self.path, self.type)
