"""The errors that a user is shown."""

from __future__ import annotations

from pathlib import Path


class WhosaidError(Exception):
    """One plain sentence: what is wrong, where, and what to do. The command prints only it."""


class DamagedShard(WhosaidError):
    """A shard that is cut short or whose checksums do not match. The run mends it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path} is damaged ({self.reason}): 'whosaid run' makes it again."
