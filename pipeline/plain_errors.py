"""What a command tells of an error: one plain sentence."""

from __future__ import annotations

import errno
import json
import signal
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from pipeline.errors import WhosaidError

Debug = Annotated[
    bool, typer.Option("--debug", envvar="WHOSAID_DEBUG", help="Show where an error came from.")
]
GOES_ON = "stopped; what was done is kept, the next run goes on from there."
STOPPED = "stopped."
_INTERRUPTED = 130
"""Exit status of a command that Ctrl-C stopped, by the shells' custom."""


@contextmanager
def plain_errors(debug: bool, *, as_json: bool = False, stopped: str = GOES_ON) -> Iterator[None]:
    """Show an error as one sentence and end with status 1; its origin only if asked for.

    stopped: the sentence for Ctrl-C.
    """
    try:
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, signal.default_int_handler)
        yield
    except (typer.Exit, BrokenPipeError):
        # Whoever reads what is printed has enough (`whosaid show … | head`): click ends quietly.
        raise
    except (Exception, KeyboardInterrupt) as error:
        if debug:
            raise
        sentence = stopped if isinstance(error, KeyboardInterrupt) else _sentence(error)
        event = json.dumps({"event": "error", "message": sentence})
        typer.echo(event if as_json else f"whosaid: {sentence}", err=True)
        raise typer.Exit(_INTERRUPTED if isinstance(error, KeyboardInterrupt) else 1) from None


def _sentence(error: BaseException) -> str:
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "the disk is full: make room and run again; what was done is kept."
    if isinstance(error, OSError):
        where = f" {error.filename}" if error.filename else ""
        return (
            f"a file cannot be used:{where} ({error.strerror or error}); check that it is there, "
            "and its permissions."
        )
    if isinstance(error, WhosaidError):
        return str(error)
    if isinstance(error, sqlite3.OperationalError):
        return (
            f"the store cannot be used ({error}): check its permissions and the space left, and "
            "run again."
        )
    if isinstance(error, sqlite3.DatabaseError):
        return f"the store is damaged ({error}): delete its folder, and run again."
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return f"this is a fault in whosaid ({what[:300]}): run again with --debug, and report it."
