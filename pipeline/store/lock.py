"""One run at a time on one outputs folder."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import WhosaidError


@contextmanager
def locked(folder: Path) -> Iterator[Path]:
    """Hold the folder for this process until the block ends or the process dies.

    Gives the lock's own file.

    The lock belongs to the open file, so the system gives it back even after `kill -9`;
    the process id inside is only there to be told.

    Raises WhosaidError if another process holds it.
    """
    path = folder / "lock"
    with path.open("a+", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in (errno.EWOULDBLOCK, errno.EACCES):
                raise WhosaidError(
                    f"{folder} cannot be locked ({error.strerror}): this file system knows no "
                    "locks; give a folder on another with --outputs."
                ) from error
            file.seek(0)
            holder = file.read().strip()
            who = f" (process {holder})" if holder else ""
            raise WhosaidError(
                f"another run{who} is working on {folder.parent}: wait for it to end, or give "
                "this one another folder with --outputs."
            ) from None
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield path
