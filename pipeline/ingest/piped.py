"""What comes through a pipe, as a file in a folder: all else reads folders."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import WhosaidError

PIPE = "-"
"""What a user gives for the standard input."""
_PREFIX = "whosaid-pipe-"
_CHUNK = 1 << 20


def told_corpus(name: str) -> str:
    """The name of a corpus as a user knows it: the folder of a pipe was none of theirs."""
    return "what was piped in" if Path(name).name.startswith(_PREFIX) else name


@contextmanager
def piped(name: str, stream: BinaryIO | None = None) -> Iterator[Path]:
    """A folder that holds what comes through the pipe, as a file of a name, until the end.

    stream: what is read; the standard input if None.

    Raises: WhosaidError, when nothing is piped in.
    """
    if stream is None:
        if sys.stdin is None or sys.stdin.isatty():
            raise WhosaidError(
                "- stands for what is piped in, and nothing is: write 'cat FILE | whosaid …', or "
                "name a file or folder."
            )
        stream = sys.stdin.buffer
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as folder:
        file = Path(folder) / name
        with file.open("wb") as written:
            while chunk := stream.read(_CHUNK):
                written.write(chunk)
        if not file.stat().st_size:
            raise WhosaidError("nothing came through the pipe: look at the command before it.")
        yield Path(folder)
