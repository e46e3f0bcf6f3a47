"""`The CEC` for the Chief Electoral Commissioner: an office by the initials of its name."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.persons.aliases import initials
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.roles import heads_of
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.names import is_role_noun

_KEPT = "whosaid_initials"
_LONGEST = 5
OFFICE_INITIALS = frozenset({"CJI", "CM", "CS", "DCM", "DGP", "IGP", "PM"})
"""Initials that stand for an office behind a place or field, too: `the Lakeside CM` is its chief
minister, `the Health CS` a cabinet secretary."""
_ALWAYS = OFFICE_INITIALS | {"DG", "MD", "SG"}
"""Initials that stand for an office wherever no body bears them: director-general, …"""


def is_office(doc: Doc, cast: Cast, at: int) -> bool:
    """Whether the capitals at a token stand for an office and not for a body.

    The article shows it: by the words before `(CEC)`, or by a person whose role has these
    initials, where no body does.
    """
    letters = doc_words(doc).words[at]
    if not (2 <= len(letters) <= _LONGEST and letters.isalpha() and letters.isupper()):
        return False
    introduced = [
        place
        for place in doc_words(doc).places[letters]
        if 0 < place < len(doc) - 1 and doc[place - 1].text == "(" and doc[place + 1].text == ")"
    ]
    if introduced:
        return _names_office(doc, letters, introduced[0] - 1)
    if letters.casefold() in _initials_of_bodies(doc):
        return False
    offices = (heads_of(role) for person in cast.persons for role in person.roles)
    return letters in _ALWAYS or any(letters.casefold() in heads for heads in offices)


def _initials_of_bodies(doc: Doc) -> frozenset[str]:
    """The initials of the article's entities of several words; read once and kept with it."""
    kept: frozenset[str] | None = doc.user_data.get(_KEPT)
    if kept is None:
        kept = frozenset(initials(entity.text) for entity in doc.ents if len(entity) > 1)
        doc.user_data[_KEPT] = kept
    return kept


def _names_office(doc: Doc, letters: str, bracket: int) -> bool:
    """Whether the capitalised words before a bracket have the initials in it and name an
    office: `Inspector General of Police`, not `Office of the Inspector General`."""
    spoken = doc[max(0, bracket - len(letters)) : bracket]
    if "".join(word.text[0] for word in spoken).casefold() == letters.casefold():
        # "the chief election commissioner (CEC)"
        return is_role_noun(doc[bracket - 1].text)
    start, left = bracket, len(letters)
    while start and left and bracket - start < 2 * _LONGEST:
        start -= 1
        left -= doc[start].text[:1].isupper()
    words = doc[start:bracket]
    if "".join(word.text[0] for word in words if word.text[:1].isupper()) != letters:
        return False
    for word in words:
        if word.lower_ in {"of", "for"}:
            return is_role_noun(doc[word.i - 1].text)
    return is_role_noun(doc[bracket - 1].text)
