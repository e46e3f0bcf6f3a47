"""Who has written a text, by the note at its end: `Ada Brooks is a playwright in Ripon.`"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.stated_roles import has_role_head
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import words
from pipeline.annotate.text.title_phrases import start_of_title

_PARAGRAPHS = 2
"""Last paragraphs of a text in which the note may stand."""
_BEING = words("is was are")
_WRITING = words("writes teaches covers")
_LONGEST_ASIDE = 24
"""Words of `, a professor of law at Ripon,` between the name and the verb."""


def authors_noted(doc: Doc, layout: Layout, cast: Cast) -> list[str]:
    """The persons whom a text first names in a sentence of its last paragraphs that begins with
    them and says what they are; empty for a text without such a note."""
    last = layout.paragraph[-1] if len(doc) else 0
    found = []
    for person in cast.persons:
        start, end = min(person.mentions)
        late = last - layout.paragraph[start] < _PARAGRAPHS and layout.paragraph[start] > 0
        opens = start_of_title(doc, layout, start) == layout.sentence_start[start]
        tells = opens and not layout.quoted[start] and not layout.source[start]
        if late and tells and person.parsed.given and _says_what_they_are(doc, layout, end):
            found.append(person.name)
    return found


def _says_what_they_are(doc: Doc, layout: Layout, end: int) -> bool:
    """Whether the words behind a name say what its bearer is or does for a living."""
    lower = doc_words(doc).lower
    limit = layout.sentence_end[end - 1]
    at = end
    if lower[at : at + 1] == [","]:
        close = range(at + 1, min(at + _LONGEST_ASIDE, limit - 1))
        at = next((i + 1 for i in reversed(close) if lower[i] == ","), limit)
    if at + 1 >= limit:
        return False
    return lower[at] in _WRITING or (
        lower[at] in _BEING and has_role_head(doc, layout, at + 1, limit)
    )
