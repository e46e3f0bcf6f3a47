"""The error that a user is shown."""

from __future__ import annotations


class WhosaidError(Exception):
    """One plain sentence: what is wrong, where, and what to do. The command prints only it."""
