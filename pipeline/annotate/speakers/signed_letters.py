"""Letters to the editor: whose voice each stretch of a page of signed letters speaks in."""

from __future__ import annotations

import re
from bisect import bisect_left

from pipeline.annotate.quotations.posts import SENT_IN
from pipeline.annotate.text.lexicon import PERSON_NOUNS
from pipeline.annotate.text.marks import paragraphs
from pipeline.annotate.text.names import split_title
from pipeline.records import Span

_NAME = re.compile(
    r"[—–-]?\s*(?P<name>@\w+|(?:[A-Z][\w’'\-]*\.?\s+){1,3}[A-Z][\w’'\-]+)"
    r"(?:[,;]\s*[A-Z][\w .,’'\-]{1,40})?\.?"
)
_FEWEST = 2
_PROSE = 12


class SignedLetters:
    """The signatures of a page of letters; empty for any other text.

    A signature is a paragraph of nothing but a name or handle, a place behind it allowed.
    Names over sections look alike, but text follows the last of those.
    """

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._names: list[str] = []
        self._of_paper: list[Span] = []
        after_prose = False
        for start, end in paragraphs(text):
            line = text[start:end]
            if SENT_IN.search(line):
                self._of_paper.append((start, end))
            signed = _NAME.fullmatch(line) if after_prose else None
            if signed and line.rstrip(".").split()[-1].lower() not in PERSON_NOUNS:
                self._starts.append(start)
                self._names.append(split_title(signed["name"])[1])
                after_prose = False
            elif len(line.split()) >= _PROSE or line.rstrip()[-1:] in "!?":
                after_prose = True
            else:
                after_prose = after_prose or len(line.split()) > 4
        if len(self._names) < _FEWEST or after_prose:
            self._starts, self._names = [], []

    def author_at(self, offset: int) -> str:
        """Who signs the letter that an offset stands in; empty where nobody does."""
        if any(start <= offset < end for start, end in self._of_paper):
            return ""
        at = bisect_left(self._starts, offset)
        return self._names[at] if at < len(self._names) else ""
