"""Nouns that name somebody by their family."""

from __future__ import annotations

from pipeline.annotate.text.lexicon import words

KIN = words(
    "father mother parent dad mum mom stepfather stepmother husband wife widow widower bride groom "
    "spouse son daughter stepson stepdaughter brother sister sibling twin grandmother grandfather "
    "grandparent grandson granddaughter uncle aunt nephew niece"
)


def is_kin(head: str) -> bool:
    """Whether a noun in lower case names somebody by their family.

    >>> is_kin("wife"), is_kin("ex-wife"), is_kin("lawyer")
    (True, True, False)
    """
    return head.removeprefix("ex-") in KIN
