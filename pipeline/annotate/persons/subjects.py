"""Whether a name is the subject of the verb behind it, told without a parse."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.persons.ages import start_of_age
from pipeline.annotate.persons.stated_roles import end_of_brackets
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import DASHES, PREPOSITIONS, words
from pipeline.annotate.text.title_phrases import start_of_title

_AUXILIARIES = words(
    "is was has have had will would can could may might must should did does do are were said says "
    "told tells went took made gave got came saw knew ran held left spoke began won lost met "
    "wrote put led stood sat kept brought thought found argued also never then now still who "
    "has've isn wasn doesn didn won't can't hit set cut broke chose drew drove fell fought flew "
    "heard laid paid read rose sang sent shook shot shut sold spent struck swore taught threw "
    "wore woke quit hurt split burst let built bought caught dealt felt hung hid rode sought "
    "slept slid stole stuck swam swept swung tore understood wound blew grew drank rang sank "
    "shrank sprang bore beat became bound bred clung crept dug fed forbade forgave froze ground "
    "leapt lent lit meant overcame slung spat spread strode strove undertook upset wept withdrew "
    "wrung shed sped rid overtook foresaw forgot forswore mistook outdid rebuilt repaid resold "
    "retook shone slew stung upheld withheld withstood wonders remembers considers prefers suffers"
)
_AFFILIATING = words("from of at with in")
_INSIDE_NAMES = words("the a of and & for - – 's ’s based")
_APART = DASHES | {","}
_LONGEST_BODY = 14
_NO_VERBS = PREPOSITIONS | words(
    "as whereas unless plus thus always perhaps sometimes besides indeed instead yes ahead "
    "his its this us ours hers theirs yours others hundred red"
)
"""Words in -s and -ed that no verb is."""
_MEANWHILE = tuple([",", word, ","] for word in ("meanwhile", "however", "though", "too", "also"))
"""What may stand between commas behind a subject."""
_FLOATING = frozenset({"both", "each"})
"""What may stand between a subject and its verb: `Brooks and Stone |both| waited`."""
_NOUN_ENDINGS = ("ers", "ors", "ists", "ans", "aides", "allies", "backers", "remarks")


def is_subject(doc: Doc, layout: Layout, end: int, cue_tokens: frozenset[int]) -> bool:
    """Whether a name that ends at token `end` looks like the subject of a verb."""
    words = doc_words(doc)
    limit = layout.sentence_end[end - 1]
    at = end_of_brackets(doc, end, limit)
    if at in cue_tokens or at + 1 in cue_tokens:
        if at >= limit:
            return True
        # "Carl Field, a lawyer for Ada Brooks, said": it is Field who said.
        inside = words.words[at] == "," and _before_name(doc, layout, end) in PREPOSITIONS
        return not inside and words.words[at] not in {"'s", "’s"}
    before = _before_name(doc, layout, end)
    aged = at > end
    if words.lower[at : at + 3] in _MEANWHILE:
        # "Ada Brooks, meanwhile, wonders": no apposition, and the verb is the name's.
        return before not in PREPOSITIONS and _is_verb(doc, at + 3, limit)
    if at < limit and words.lower[at] in _AFFILIATING and before not in PREPOSITIONS:
        # "Ada Brooks of Port Vale, a pilot, said"
        at = _after_body(doc, layout, at + 1, limit)
    if at < limit and words.words[at] in _APART:
        if words.words[at] == "," and before == "for" and _opens(doc, layout, end):
            # "For Ada Brooks, the march was a first."
            return True
        verb = _is_verb(doc, at + 1, limit)
        if verb and (aged or before == ","):
            # "Ada Brooks, 54, has lived here", "His assistant, Ada Brooks, was calm"
            return True
        if aged and words.lower[at + 1 : at + 2] and words.lower[at + 1] in _AFFILIATING:
            # "Ada Brooks, 54, of Port Vale sold boats"
            behind = _after_body(doc, layout, at + 2, limit)
            return _is_verb(doc, behind + (words.words[behind : behind + 1] == [","]), limit)
        # An apposition: "Ada Brooks, the mayor, said"; the verb follows its closing comma.
        for close in range(at + 1, min(at + 26, limit)):
            if words.words[close] in _APART:
                at = close + 1
                break
        else:
            return False
    if at < limit and words.lower[at] in _AFFILIATING:
        at = _after_body(doc, layout, at + 1, limit)
    return _is_verb(doc, at, limit)


def _after_body(doc: Doc, layout: Layout, at: int, limit: int) -> int:
    """The first token after `the Bay Land Council` in `Ada Brooks from the Bay Land Council`."""
    lower = doc_words(doc).lower
    end = min(at + _LONGEST_BODY, limit)
    while at < end and (
        layout.entity[at] >= 0 or doc[at].is_title or doc[at].is_upper or lower[at] in _INSIDE_NAMES
    ):
        at += 1
    return at


def _start_with_title(doc: Doc, layout: Layout, end: int) -> int:
    entity = layout.entity[end - 1]
    start = layout.ents[entity].start if entity >= 0 else end - 1
    start = start_of_title(doc, layout, start)
    return start_of_title(doc, layout, start_of_age(doc, start))


def _before_name(doc: Doc, layout: Layout, end: int) -> str:
    """The word before a name and its title in the sentence, in lower case."""
    start = _start_with_title(doc, layout, end)
    return doc[start - 1].lower_ if start > layout.sentence_start[end - 1] else ""


def _opens(doc: Doc, layout: Layout, end: int) -> bool:
    """Whether a sentence begins with the word before a name and its title."""
    return _start_with_title(doc, layout, end) - 1 == layout.sentence_start[end - 1]


def _is_verb(doc: Doc, at: int, limit: int) -> bool:
    """Whether a word looks like the verb of the subject before it."""
    lower = doc_words(doc).lower
    if at >= limit:
        return False
    low = lower[at]
    if low in _AUXILIARIES:
        return True
    if not doc[at].is_lower or not doc[at].is_alpha:
        return False
    if (low.endswith("ly") or low in _FLOATING) and at + 1 < limit:
        low = lower[at + 1]
    if low in _NO_VERBS:
        return False
    return low.endswith("ed") or (low.endswith("s") and not low.endswith((*_NOUN_ENDINGS, "ss")))
