"""Given names by which the two parties of a transcript address each other.

    HOLLOWAY: Will it open in May?
    LUND: We are on time, Julia.

The host of a programme often is a family name there and nothing else; this one is Julia Holloway.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.annotate.persons.name_mentions import NameMention
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.lexicon import DETERMINERS, words
from pipeline.annotate.text.names import fold, is_common_given_name, is_role_noun, parse_name
from pipeline.annotate.text.spans import tokens_of
from pipeline.annotate.text.turn_labels import is_turn
from pipeline.records import Quotation

_ENDS = frozenset(".!?")
_OPENING = words("well look listen yes yeah no okay ok so now see thanks know sure right and but")
"""Words before the first comma of `Look, Julia, it is late`."""
_TELLING_OF = DETERMINERS | {"who", "whose", "and"}
"""Words behind the comma of `Julia, who came late`: she is not addressed."""


def with_names_in_address(doc: Doc, mentions: list[NameMention]) -> list[NameMention]:
    """The mentions of an article; of a party that it names by the family name alone, the first
    one has the given name by which the only other party addresses it, where there is one."""
    turns = list(_turns(doc, mentions))
    parties = {party for party, _ in turns}
    if len(parties) != 2:
        return mentions
    named = {mention.start for mention in mentions}
    families = [fold(mention.parsed.family) for mention in mentions]
    in_full = {fold(mention.parsed.family) for mention in mentions if mention.parsed.given}
    for party in parties.intersection(families) - in_full:
        others = (turn for other, turn in turns if other != party)
        names = {name for turn in others for name in _addressed(doc, turn, named)}
        if len(names) == 1 and party not in map(fold, names):
            place = families.index(party)
            name = f"{names.pop()} {mentions[place].name}"
            mentions[place] = replace(mentions[place], name=name, parsed=parse_name(name))
    return mentions


def _turns(doc: Doc, mentions: list[NameMention]) -> Iterator[tuple[str, Quotation]]:
    """The turns of a conversation, each with the family name in its label, folded; the label
    itself where it names nobody."""
    family_at = {mention.start: fold(mention.parsed.family) for mention in mentions}
    for quotation in doc._.quotations:
        if is_turn(doc, quotation):
            label = tokens_of(doc, quotation.source)
            families = [family_at[at] for at in label if at in family_at]
            yield (families or ["".join(doc[at].lower_ for at in label)])[0], quotation


def _addressed(doc: Doc, turn: Quotation, named: Set[int]) -> Iterator[str]:
    """Given names in a turn that address somebody: `Look, |Julia|, …`, `…, |Julia|.`

    named: first tokens of the names of persons."""
    texts, lower = doc_words(doc).words, doc_words(doc).lower
    said = tokens_of(doc, turn.content)
    for at in said[:-1]:
        if at not in named or not is_common_given_name(texts[at]):
            continue
        opens = at == said[0] or texts[at - 1] in _ENDS
        follows = texts[at + 1] == "," and lower[at + 2] not in _TELLING_OF
        if opens and follows:
            yield texts[at]
        elif texts[at - 1] == "," and not opens:
            before = lower[at - 2]
            ends = texts[at + 1] in _ENDS and not is_role_noun(before)
            if ends or (follows and before in _OPENING):
                yield texts[at]
