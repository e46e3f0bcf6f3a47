"""What they, it, who and which take up."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.bodies import Bodies
from pipeline.annotate.cast import Cast
from pipeline.annotate.layout import Layout
from pipeline.annotate.lexicon import DETERMINERS, NAMED_GROUPS, PREPOSITIONS
from pipeline.annotate.mentions import Part, is_plural, read_source
from pipeline.annotate.pronouns import PRONOUNS
from pipeline.annotate.wording import Wording
from pipeline.records import Speaker

_BOUNDARIES = frozenset(
    "and but or is was are were be been has have had do does did said says told by that if as when "
    "than then because so not will would can could may might must should to there".split()
)
_LONGEST_PHRASE = 14


class Antecedents:
    """Antecedents of the pronouns that stand for no single person."""

    def __init__(self, doc: Doc, layout: Layout, cast: Cast, bodies: Bodies, wording: Wording):
        self._doc = doc
        self._layout = layout
        self._cast = cast
        self._bodies = bodies
        self._wording = wording

    def of(self, part: Part, earlier: list[tuple[int, Speaker]]) -> Speaker:
        """The speaker that `they` or `it` stands for.

        `earlier`: (token, speaker) of the sources before it. A group or body that was just
        named in the sentence or in the one before goes first, then the last such source of
        this paragraph or of the one before it.
        """
        plural = part.pronoun is not None and part.pronoun.plural
        named = self._named_before(part.start, plural)
        for at, speaker in reversed(earlier):
            if self._layout.paragraph[part.start] - self._layout.paragraph[at] > 1:
                break
            if at >= part.start or not _agrees(speaker, plural):
                continue
            if named is None or at >= named[0]:
                return Speaker(speaker.name, speaker.type, speaker.title, basis="pronoun")
            break
        return named[1] if named is not None else Speaker(basis="pronoun")

    def of_relative(self, part: Part) -> Part | None:
        """The noun phrase in front of `who` or `which`; None where it cannot be told."""
        doc, layout = self._doc, self._layout
        first = layout.sentence_start[part.start]
        end = part.start
        while end > first and (doc[end - 1].text in {",", "—", "–", "--", '"', "”"}):
            end -= 1
        if end > first and doc[end - 1].lower_ in PREPOSITIONS:
            end -= 1
        if end > first and doc[end - 1].text == ")":
            end = next((at for at in range(end - 1, first, -1) if doc[at].text == "("), end)
        if end <= first:
            return None
        if end - 1 in self._cast.at_token:
            return self._name_at(end - 1, end)
        if (apposed := self._apposed_to(first, end)) is not None:
            return apposed
        start = self._start_of_phrase(first, end)
        parts = read_source(doc, layout, self._cast, start, end) if start < end else []
        return parts[-1] if parts else None

    def _name_at(self, at: int, end: int) -> Part | None:
        start = at
        while start > 0 and self._cast.at_token.get(start - 1) == self._cast.at_token[at]:
            start -= 1
        parts = read_source(self._doc, self._layout, self._cast, start, end)
        return parts[0] if parts else None

    def _apposed_to(self, first: int, end: int) -> Part | None:
        """`Ada Brooks, a lawyer in Ohio, who …`: the name before the apposition."""
        at = end - 1
        while at > first and end - at < _LONGEST_PHRASE and self._doc[at].text != ",":
            if self._doc[at].lower_ in _BOUNDARIES - {"and", "to"}:
                return None
            at -= 1
        if self._doc[at].text == "," and self._doc[at + 1].lower_ in DETERMINERS | {"former"}:
            before = at - 1
            if before in self._cast.at_token:
                return self._name_at(before, at)
        return None

    def _start_of_phrase(self, first: int, end: int) -> int:
        at = end - 1
        prepositions = 0
        while at > first and end - at < _LONGEST_PHRASE:
            previous = self._doc[at - 1]
            low = previous.lower_
            inside = self._layout.entity[at - 1] >= 0
            if not inside and (
                low in _BOUNDARIES
                or previous.is_punct
                or low in PRONOUNS
                or (low.endswith("ed") and previous.is_lower)
            ):
                break
            if not inside and low in PREPOSITIONS:
                # "officials at the bank who": the phrase goes on left of one preposition.
                prepositions += 1
                left = at - 2
                if prepositions > 1 or left < first or not is_plural(self._doc[left].lower_):
                    break
            if self._doc[at].lower_ in DETERMINERS and low not in PREPOSITIONS:
                break
            at -= 1
        while at < end and self._doc[at].lower_ in PREPOSITIONS:
            at += 1
        return at

    def _named_before(self, at: int, plural: bool) -> tuple[int, Speaker] | None:
        """The group or body named last before a token, in its sentence or the one before."""
        sentence = self._layout.sentence[at]
        for index in range(at - 1, -1, -1):
            if sentence - self._layout.sentence[index] > 1:
                return None
            if self._layout.quoted[index] and not self._layout.quoted[at]:
                continue
            low = self._doc[index].lower_
            entity = self._layout.entity[index]
            if plural and low in NAMED_GROUPS:
                start = self._doc.ents[entity].start if entity >= 0 else index
                return start, Speaker(self._doc[start : index + 1].text, "group", basis="pronoun")
            if not plural and entity >= 0 and self._doc.ents[entity].label_ == "ORG":
                span = self._doc.ents[entity]
                name = self._bodies.canonical(span.text)
                return span.start, Speaker(name, "organization", basis="pronoun")
        return None


def _agrees(speaker: Speaker, plural: bool) -> bool:
    if not speaker.name:
        return False
    if plural:
        return speaker.type == "group" or " ; " in speaker.name or speaker.name.endswith("campaign")
    return speaker.type in {"organization", "document"} and " ; " not in speaker.name
