"""Other names that an article gives a person: `Ada Brooks, known as Tiny`, `Ada “Tiny”
Brooks`, and the initials of a name, `AMLO`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Doc

from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.names import fold

_KNOWN_AS = re.compile(
    r"\s*[,(–—]?\s*(?:\d{1,3}, )?(?:(?:who )?(?:is|was) )?(?:an? [a-z-]+(?: [a-z-]+){0,3} )?"
    r"(?:(?:also|better|best|widely|popularly|commonly|simply|universally|often) )?"
    r"(?:known (?:(?:simply|widely|locally|affectionately) )?as"
    r"|known by (?:his|her|their|the) [a-z]{2,12} ?name|aka|a\.k\.a\.|nicknamed|dubbed)\s+"
    r"[“\"‘']?(?P<alias>[A-Z][\w.-]*\w(?: [A-Z][\w.-]*\w){0,2})"
)
_NICKNAME = re.compile(r"[“\"‘'(](?P<alias>[A-Z][\w.-]*\w(?: [A-Z][\w.-]*\w)?)[”\"’')]")
_INITIALS = re.compile(r"[A-Z]{3,5}")
_FARTHEST = 90
"""Characters behind a name in which another one is given."""


def aliases(doc: Doc, spans: Iterable[tuple[int, int]]) -> dict[str, int]:
    """Folded alias → first token of the name it is given for.

    spans: token spans of persons' names.
    """
    words = doc_words(doc)
    found: dict[str, int] = {}
    for start, end in spans:
        behind = words.offsets[end - 1] + len(words.words[end - 1])
        text = words.text
        name = text[words.offsets[start] : behind]
        if " " not in name:
            continue
        for match in (_KNOWN_AS.match(text, behind, behind + _FARTHEST), _NICKNAME.search(name)):
            if match is not None:
                found.setdefault(fold(match["alias"]), start)
    return found


def are_initials(word: str) -> bool:
    """Whether a word looks like somebody's initials: three to five capitals."""
    return _INITIALS.fullmatch(word) is not None


def initials(name: str) -> str:
    """The initials of a name, folded: `aoc` of Ada Ormond-Cole."""
    pieces = name.replace("-", " ").split()
    return fold("".join(piece[0] for piece in pieces if piece[0].isalpha()))
