"""Where a sentence starts beyond doubt, by its full stop and the word behind it."""

from __future__ import annotations

from pipeline.annotate.text.doc_words import DocWords
from pipeline.annotate.text.lexicon import TITLE_ABBREVIATIONS, words

_OPENING = frozenset(
    word.title()
    for word in words(
        "he she they it we you i the a an this that these those there his her their its our my "
        "and but or so yet in on at for from with by as if when while after before since until "
        "although though because however meanwhile then now not no what who why how where "
        "some many most one all both each every another others"
    )
)
"""Words that have no capital but where a sentence starts, or in a title."""
_CLOSING = frozenset({"”", '"', "’", "'", "''", ")", "]"})
_MARKS = frozenset({"“", '"', "‘", "'", "``", "("})
_ABBREVIATIONS = words("approx assn assoc dept dist govt mass misc natl penn univ")
_SHORTEST = 3
"""Letters of a word that the stop behind it does not abbreviate."""
_PLAIN_WORD = 5
"""Characters of the same in front of a quotation, whatever word that begins with."""


def plain_starts(words: DocWords) -> list[int]:
    """Tokens with which sentences start: `|He` of `ice in Greenland. |He planted trees.`, the
    mark of `They left. |“We lost,”`. Two spaces, or a hard one, part them like one."""
    found = []
    for stop in words.places.get(".", ()):
        before = words.words[stop - 1] if stop else ""
        whole = len(before) >= _SHORTEST and before.isalnum() and not before.isupper()
        whole = whole or before in _CLOSING
        at = stop + 1
        while at < len(words.words) and words.words[at] in _CLOSING and not words.is_spaced(at - 1):
            at += 1
        closed, spaced = at > stop + 1, words.is_spaced(at - 1)
        while at < len(words.words) and words.words[at].isspace():
            at, spaced = at + 1, True
        first = at + (at < len(words.words) and words.words[at] in _MARKS)
        if first >= len(words.words) or not spaced:
            continue
        titled = words.words[first].istitle()
        spoken = first > at and titled and len(before) >= _PLAIN_WORD
        plain = titled and before.islower() and before.isalpha() and _is_whole(before)
        if spoken or plain or ((whole or closed) and words.words[first] in _OPENING):
            found.append(at)
    return found


def _is_whole(word: str) -> bool:
    """Whether a word in small letters is one that nobody abbreviates so: `king`, not `dept`."""
    return len(word) > _SHORTEST and word not in _ABBREVIATIONS | TITLE_ABBREVIATIONS.keys()
