"""Given names that an article gives with what is called after somebody: `the Ada Brooks
campaign` of Brooks, `The Ada Brooks Show`."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.lexicon import words
from pipeline.annotate.text.names import is_given_name

_CALLED_AFTER = words(
    "campaign campaigns administration presidency candidacy camp team show programme program "
    "podcast rally supporter supporters backer backers fundraiser headquarters"
)


def name_with_campaign(doc: Doc, family: str) -> str:
    """The full name of a person with a family name, where their campaign or show alone has it;
    "" where none does, or several do.

    family: as the article spells it.
    """
    words = doc_words(doc)
    given = {
        words.words[at - 1]
        for at in words.places.get(family, ())
        if at
        and at + 1 < len(words.lower)
        and words.lower[at + 1] in _CALLED_AFTER
        and words.words[at - 1].istitle()
        and is_given_name(words.words[at - 1])
    }
    return f"{given.pop()} {family}" if len(given) == 1 else ""
