"""The sentence that a `they` goes on from, and whom it tells of."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import DETERMINERS, PHRASE_STARTERS, words
from pipeline.annotate.text.nouns import is_plural

_LEADING_ON = words("but and yet so still then now later instead meanwhile however also")
"""What may stand in front of `they` where it opens a sentence."""
_ASKED = words("interviewed polled surveyed")
_SPOKE = words("spoke spoken talked")
_SPOKEN = words("to with")
_LONGEST_ASKED = 14
"""Words of `more than 20 former crew members, editors and contestants`."""
_FIRST = DETERMINERS - {"some", "many", "several", "most"}


def sentence_before(doc: Doc, layout: Layout, at: int) -> tuple[int, int] | None:
    """Token span of the sentence in front of a `they` that opens its own or stands right behind
    the words that they said; None for any other, or where nothing stands near."""
    first = _behind_words(doc, layout, at)
    while first and doc[first - 1].lower_ in _LEADING_ON:
        first = _behind_words(doc, layout, first - 1)
    if not first:
        return None
    last = first - 1
    if layout.sentence_start[last] == layout.sentence_start[at]:
        return None
    if layout.paragraph[at] - layout.paragraph[last] > 1:
        return None
    return layout.sentence_start[last], layout.sentence_end[last]


def _behind_words(doc: Doc, layout: Layout, at: int) -> int:
    """The end of the last word in front of a token that is not in quotation marks."""
    while at and (layout.quoted[at - 1] or not doc[at - 1].text[0].isalnum()):
        at -= 1
    return at


def they_at(doc: Doc, start: int) -> int | None:
    """Token of the `they` that opens a sentence: `They`, `But they`, `Still, they`."""
    for at in range(start, min(start + 3, len(doc))):
        if doc[at].lower_ == "they":
            return at
        if doc[at].lower_ not in _LEADING_ON | {","}:
            return None
    return None


def asked_in(doc: Doc, layout: Layout, start: int, end: int) -> tuple[int, int] | None:
    """Token span of whom a sentence says that somebody interviewed: `six pilots`."""
    for at in range(start + 1, end - 1):
        low = doc[at].lower_
        spoken = low in _SPOKE and doc[at + 1].lower_ in _SPOKEN
        if layout.quoted[at] or not (low in _ASKED or spoken):
            continue
        first = at + 1 + spoken
        first += doc[first].lower_ in _FIRST
        return first, _end_of_list(doc, first, min(end, first + _LONGEST_ASKED))
    return None


def _end_of_list(doc: Doc, start: int, end: int) -> int:
    """End of a plural, or of several that are listed."""
    stop = start
    while stop < end and (doc[stop].text == "," or doc[stop].text[0].isalnum()):
        if doc[stop].lower_ in PHRASE_STARTERS:
            break
        stop += 1
    listed = [doc[at].lower_ for at in range(start, stop)]
    if "," in listed and "and" not in listed[listed.index(",") :]:
        return start + listed.index(",")
    while stop > start and not is_plural(doc[stop - 1].lower_):
        stop -= 1
    return stop
