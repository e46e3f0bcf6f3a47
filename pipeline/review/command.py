"""The command `whosaid review`."""

from __future__ import annotations

import getpass
import webbrowser
from collections.abc import Callable
from pathlib import Path

from pipeline.errors import WhosaidError


def review(
    outputs: Path, *, who: str, port: int, browser: bool, say: Callable[[str], None]
) -> None:
    """Serve the review page until it is interrupted.

    who: whom decisions are written down as; empty: who is logged in.
    Raises WhosaidError if there is nothing to review, or the port is taken.
    """
    from pipeline.review.desk import Desk
    from pipeline.review.server import ReviewServer

    desk = Desk(outputs, who or _user())
    try:
        server = ReviewServer(desk, port)
    except OSError as error:
        raise WhosaidError(
            f"port {port} cannot be used ({error.strerror}): leave out --port, or name another."
        ) from error
    with server:
        say(f"Review: {server.address}")
        say("Open it in a browser on this machine. Ctrl-C stops; every decision is kept at once.")
        if browser:
            webbrowser.open(server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            desk.refresh()
            say(f"\n{desk.decided()} quotations are decided on, in {desk.corrections}.")
            say("Run the same extraction again: it brings the tables up to date.")


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "reviewer"
