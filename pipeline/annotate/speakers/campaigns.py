"""Whose campaign `the campaign` is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.persons.bodies import plain
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.subjects import is_subject
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import POSSESSIVE_MARKS, words
from pipeline.annotate.text.sections import section_starts

_KINDS = words("presidential campaign election re-election reelection senate mayoral leadership")
"""What stands between the owner and the noun: `Brooks's presidential campaign`."""
_LONGEST_SHORT = 3
"""Words of `Brooks's campaign`; with a given name it is told in full."""
_NEW = frozenset({"a", "an", "another"})
_NEAR = 5
"""Sentences from a campaign that is named to `the campaign`."""
_TOLD_OF = 1


class Campaigns:
    """The campaigns of one article, by the persons who run."""

    def __init__(self, doc: Doc, layout: Layout, cast: Cast, persons: Mapping[int, int]):
        """persons: person of each resolved third-person pronoun, by token."""
        self._doc = doc
        self._layout = layout
        self._cast = cast
        self._persons = persons
        self._lower = doc_words(doc).lower

    def name(self, part: Part) -> str:
        """What a campaign goes by: `Brooks campaign` where the article calls hers so, for
        `Brooks's campaign` and `her campaign` and for `the campaign` behind them; "" where
        nothing tells more than the words do."""
        if part.head != "campaign":
            return ""
        if part.end - part.start == 2 and self._lower[part.start] == "the":
            return self._taken_up(part.start)
        owner = self._owner(part.end - 1)
        short = part.end - part.start <= _LONGEST_SHORT and self._lower[part.end - 2] not in _KINDS
        return self._bodies.get(owner, "") if owner is not None and short else ""

    def _taken_up(self, at: int) -> str:
        """The campaign named in the last sentences of the section, or else the one of the
        candidate whom a sentence of it was about last, or who was named last; `campaign` where it
        may be of several."""
        first = self._section[at]
        sentence = self._layout.sentence[at]
        for noun in range(at - 1, first - 1, -1):
            if sentence - self._layout.sentence[noun] > _NEAR:
                break
            if noun in self._owners:
                return self._written(noun)
            if self._lower[noun] == "campaign" and not _NEW.isdisjoint(
                self._lower[max(first, noun - _LONGEST_SHORT) : noun]
            ):
                # "A health campaign began. The campaign says …"
                return ""
        running = set(self._owners.values())
        named = [
            (end, index)
            for index, person in enumerate(self._cast.persons)
            for start, end in person.mentions
            if first <= start < at
        ]
        about = [
            each for each in named if is_subject(self._doc, self._layout, each[0], frozenset())
        ]
        # Who is told of may run as well, for all that the article says.
        others = [end for end, index in about if index not in running]
        about, named = ([each for each in some if each[1] in running] for some in (about, named))
        if not named or (others and sentence - self._layout.sentence[max(others)] <= _TOLD_OF):
            return "campaign" if len(running) > 1 else ""
        return self._called(max(about or named)[1])

    def _written(self, noun: int) -> str:
        """`Ada Brooks's 2008 campaign` for what is told of her; what it goes by elsewhere."""
        person = self._owners[noun]
        kind = noun
        while self._doc[kind - 1].is_digit or self._lower[kind - 1] in _KINDS:
            kind -= 1
        if kind == noun or self._doc[kind - 1].text not in POSSESSIVE_MARKS:
            return self._called(person)
        kinds = doc_words(self._doc).between(kind, noun + 1)
        return f"{self._cast.persons[person].name}'s {kinds}"

    def _called(self, person: int) -> str:
        return self._bodies.get(person) or f"{self._cast.persons[person].name}'s campaign"

    @cached_property
    def _section(self) -> list[int]:
        return section_starts(self._doc)

    @cached_property
    def _bodies(self) -> dict[int, str]:
        """`Brooks campaign` by person, where it is an entity."""
        found: dict[int, str] = {}
        for body in self._layout.ents:
            name = plain(body.text)
            owner, _, noun = name.rpartition(" ")
            person = self._cast.find(owner) if noun == "campaign" and body.label_ == "ORG" else None
            if person is not None:
                found.setdefault(person, name)
        return found

    @cached_property
    def _owners(self) -> dict[int, int]:
        """Token of each `campaign` that has an owner → the owner."""
        nouns = (at for at, word in enumerate(self._lower) if word == "campaign")
        owners = {at: self._owner(at) for at in nouns}
        return {at: person for at, person in owners.items() if person is not None}

    def _owner(self, noun: int) -> int | None:
        """The person in front of a campaign: `Brooks`, `Brooks's`, `her`, with a kind behind."""
        at = noun - 1
        while at > 0 and (self._lower[at] in _KINDS or self._doc[at].is_digit):
            at -= 1
        if at > 0 and self._doc[at].text in POSSESSIVE_MARKS:
            at -= 1
        if at < 0:
            return None
        person = self._cast.at_token.get(at, self._persons.get(at))
        if person is None and self._layout.entity[at] >= 0:
            # "the Brooks campaign", which is one entity
            person = self._cast.find(self._doc[at].text)
        return person
