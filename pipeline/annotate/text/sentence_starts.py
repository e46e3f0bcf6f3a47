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
_MILLION = "m."
"""One token behind a number, `£53m.`, its stop the sentence's."""
_UNITS = words("% bn tn k am pm km kg cm mm mph ft")
_BEFORE_NUMBERS = words("no no. nos. vol. art. sec. ch. p. pp. fig. . v.")
_SHORTEST = 3
"""Letters of a word that the stop behind it does not abbreviate."""
_PLAIN_WORD = 5
"""Characters of the same in front of a quotation, whatever word that begins with."""


def plain_starts(words: DocWords) -> list[int]:
    """Tokens with which sentences start: `|He` of `ice in Greenland. |He planted trees.`, the
    mark of `They left. |“We lost,”`. Two spaces, or a hard one, part them like one."""
    found = []
    for stop in (*words.places.get(".", ()), *words.places.get(_MILLION, ())):
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
        counted = stop > 1 and not words.words[stop - 2].isspace()
        plain = titled and (_is_whole(before) or (counted and _ends_number(words, stop - 1)))
        if spoken or plain or ((whole or closed) and words.words[first] in _OPENING):
            found.append(at)
    return sorted(found)


def _is_whole(word: str) -> bool:
    """Whether a word in small letters is one that nobody abbreviates so: `king`, not `dept`."""
    plain = word.islower() and word.isalpha() and len(word) > _SHORTEST
    return plain and word not in _ABBREVIATIONS and word not in TITLE_ABBREVIATIONS


def _ends_number(words: DocWords, at: int) -> bool:
    """Whether a number ends with a token: `2019`, `5%`, `2.5bn`; `No. 5` has its own noun."""
    if words.words[at] in _UNITS:
        return words.words[at - 1][-1:].isdigit()
    return words.words[at][:1].isdigit() and words.lower[at - 1] not in _BEFORE_NUMBERS
