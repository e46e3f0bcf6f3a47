"""Documents that an article may quote from, by kind: a letter is no report."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.annotate.text.lexicon import words

_RULINGS = words("ruling opinion decision judgment judgement verdict order")
_STATEMENTS = words("statement")
_KINDS = (
    words(
        "report study survey poll analysis data review authors author researchers researcher "
        "document"
    ),
    words(
        "article piece story feature column post editorial book memoir essay profile review author "
        "authors document"
    ),
    words("letter memo document"),
    words("lawsuit suit petition motion filing complaint brief document"),
    words("email e-mail"),
    _RULINGS,
    _STATEMENTS,
    words("report"),
)
"""Nouns that may be the same document by another name."""
_DOCUMENT = "|".join(sorted(frozenset().union(*_KINDS)))
A_DOCUMENT = re.compile(rf"\b(?:{_DOCUMENT})\b", re.IGNORECASE)
_NO_EMAIL = r"(?!\s(?:server|account|address|scandal|practices)s?\b)"
THE_DOCUMENT = re.compile(
    rf"\b(?:the|this|that)\s+(?:[\w’'-]+\s+)?({_DOCUMENT})\b{_NO_EMAIL}", re.IGNORECASE
)
IN_THE_DOCUMENT = re.compile(
    r"\b(?:in|from|according to|through)\s+(?:the|this|that|its|his|her|their)\s+"
    rf"(?:[\w’'-]+\s+){{0,2}}?({_DOCUMENT})\b{_NO_EMAIL}",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+(?:-mail)?")


def kinds_of_documents(text: str) -> frozenset[int]:
    """The kinds of the documents that a text names."""
    return _kinds(_WORD.findall(text.lower()))


def _kinds(nouns: Iterable[str]) -> frozenset[int]:
    named = frozenset(nouns)
    return frozenset(kind for kind, alike in enumerate(_KINDS) if not alike.isdisjoint(named))


RULING = _kinds(_RULINGS)
STATEMENT = _kinds(_STATEMENTS)
REPORTED = frozenset((len(_KINDS) - 1,))
"""Of what somebody makes who `reported` something: a report, but no survey."""
