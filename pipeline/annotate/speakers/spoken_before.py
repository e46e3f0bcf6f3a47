"""Who spoke before, whom a description without a name takes up: `the official`, `another`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part, reference_token
from pipeline.annotate.persons.ages import age_in
from pipeline.annotate.persons.aliases import initials
from pipeline.annotate.persons.bodies import Bodies
from pipeline.annotate.persons.subjects import is_subject
from pipeline.annotate.speakers.part_speakers import PartSpeakers
from pipeline.annotate.speakers.references import References
from pipeline.annotate.speakers.sources import ADDING
from pipeline.annotate.speakers.suitability import ON_DUTY
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    COMPANY_NOUNS,
    INTRODUCING,
    MEDIA_NOUNS,
    RELATIONS,
    words,
)
from pipeline.annotate.text.names import fold
from pipeline.annotate.text.nouns import YEAR_OLD, is_plural, singular
from pipeline.annotate.text.spans import token_span, tokens_of
from pipeline.records import Quotation, Span, Speaker

LOOK_BACK = 8
"""Statements that are looked back on for whoever goes on speaking."""
_ADDING = ADDING | {"also"}
BODIES = frozenset({"ORG"})
"""Labels of what may be a subject that speaks."""
_INFORMANTS = words("source insider informant")
_OF_MONEY = words("fund asset wealth money investment")
"""What a firm is a manager of."""
_RESPONSES = words("response statement reply reaction comment")
"""What a body gives whose spokesman is then quoted."""
_ONE_MORE = words("another other second third fourth fifth")
_SPOKESMEN = words("spokesman spokeswoman spokesperson")
_ANYBODY = words("person source official aide speaker individual man woman worker employee staffer")
_ANY_BODY = words(
    "party organisation organization company group firm body association agency institution union "
    "charity outfit club"
)
"""Nouns that fit any single person, and any body, who was described or named more fully."""
_KINDS_OF_BODIES = (_ANY_BODY | MEDIA_NOUNS | words("website agency foundation alliance")) - words(
    "group party"
)
"""Nouns that tell the kind of a body."""
_LABELLED = words("team club company")
"""Nouns for the body whose name begins a note: `Rovers: …, the team said`."""


class SpokenBefore:
    """The sources of an article in their order, looked back on from a later one.

    order: indexes of `doc._.quotations` by the place of their sources; speaker_of: the speaker
    of each by that index.
    """

    def __init__(
        self,
        doc: Doc,
        layout: Layout,
        references: References,
        written: PartSpeakers,
        bodies: Bodies,
        order: Sequence[int],
        speaker_of: Callable[[int], Speaker],
    ) -> None:
        self._doc = doc
        self._layout = layout
        self._references = references
        self._written = written
        self._bodies = bodies
        self._order = order
        self.place = {index: place for place, index in enumerate(order)}
        """Where each quotation stands in that order."""
        self._speaker_of = speaker_of
        self._quotations: tuple[Quotation, ...] = doc._.quotations
        self._text = doc_words(doc).text

    def earlier(self, index: int) -> list[tuple[int, Speaker]]:
        """(token, speaker) of the sources before this one, the latest last; not of those whom
        another one quotes."""
        place = self.place[index]
        around = {None, self._quotations[index].nested_in}
        return [
            (token_span(self._doc, self._quotations[other].source)[0], self._speaker_of(other))
            for other in self._order[max(0, place - LOOK_BACK) : place]
            if self._quotations[other].source and self._quotations[other].nested_in in around
        ]

    def cue_words(self, index: int) -> set[str]:
        """The words of a statement's cue, in small letters."""
        return {self._doc[at].lower_ for at in tokens_of(self._doc, self._quotations[index].cue)}

    def taken_up(self, index: int, part: Part) -> Speaker | None:
        """Who a description takes up: somebody who goes on, a body by its kind, or the body that
        a bare spokesman speaks for; None where it is read by its own words."""
        same = self._goes_on(index, part) or self._body_before(index, part)
        same = same or self._keeper_of_money(index, part)
        return same or self._for_whom(index, part)

    def another(self, index: int, part: Part) -> Speaker | None:
        """`another user` for `One user wrote so. |Another| wrote …`: one more of who spoke last,
        who was told of for the first time there."""
        said = doc_words(self._doc).lower[part.start : part.end]
        if said[-1] not in _ONE_MORE or said[:-1] not in ([], ["a"], ["the"]):
            return None
        place = self.place[index]
        last = self._order[place - 1] if place else index
        parts = self._references.parts[last]
        if last == index or len(parts) != 1 or self._doc[parts[0].start].lower_ not in INTRODUCING:
            return None
        speaker = self._speaker_of(last)
        first, _, rest = speaker.name.partition(" ")
        kind = rest if first.lower() in INTRODUCING | _ONE_MORE else speaker.name
        # Another than "a woman with a dog" has none.
        kind = kind.partition(" with ")[0]
        near = self._layout.paragraph[part.start] - self._layout.paragraph[parts[0].start] <= 1
        if speaker.type != "unnamed" or not near or not kind:
            return None
        name = f"{said[-1]} {kind}"
        return Speaker(name, "unnamed", name, basis="description")

    def _goes_on(self, index: int, part: Part) -> Speaker | None:
        """Who spoke just before, where `the spokesman`, `the person` or `the party` is them:
        a fuller description with the same noun, or anybody it fits who `also said` more."""
        if part.definite and (same := self._just_introduced(index, part)) is not None:
            return same
        if not part.definite or not self._written.is_short(part):
            return None
        adds = not _ADDING.isdisjoint(self.cue_words(index))
        named = reference_token(self._doc, part) in self._references.persons
        if part.type == "organization" and self._bodies.described(part.head, part.start):
            named = True
        place = self.place[index]
        if named and part.type == "unnamed" and (same := self._spoken_so(index)) is not None:
            return same
        if part.type not in {"unnamed", "organization"} or (named and not adds):
            return None
        before = [
            other
            for other in reversed(self._order[max(0, place - LOOK_BACK) : place])
            if len(self._references.parts[other]) == 1 and self._quotations[other].nested_in is None
        ]
        for back, other in enumerate(before):
            earlier = self._references.parts[other]
            speaker = self._speaker_of(other)
            apart = self._layout.paragraph[part.start] - self._layout.paragraph[earlier[0].start]
            alike = earlier[0].head == part.head or self._is_one_of(earlier[0], part.head)
            fuller = alike and self._is_bare(part) and not named
            if fuller and part.type == speaker.type == "organization":
                return replace(speaker, basis="description")
            if part.type == "unnamed" and speaker.type == "unnamed":
                # "Her father stood by. “No,” he said. |The father| left."
                taken_up = earlier[0].form == "pronoun" and speaker.name.endswith(f" {part.head}")
                fuller = fuller or (taken_up and self._is_bare(part) and not named)
                fuller = fuller or self._is_short_for(part, speaker)
                fuller = fuller or (
                    back == 0 and apart <= 1 and self._is_same_still(part, earlier[0])
                )
                if fuller or (back == 0 and apart <= 1 and part.head in _ANYBODY):
                    return replace(speaker, basis="description")
            if self._names_body(part, earlier[0], speaker) and apart <= 1 and not adds:
                break
            fits = part.head in _ANY_BODY or part.head in fold(speaker.name).split()
            bodies = part.type == speaker.type == "organization"
            if back == 0 and apart <= 1 and adds and bodies and fits:
                return replace(speaker, basis="description")
        return None

    def _body_before(self, index: int, part: Part) -> Speaker | None:
        """The body that `the website` is by its kind alone: the one that spoke by its name in
        this paragraph or the one before, where no other stands out."""
        if not part.definite or not self._is_bare(part):
            return None
        if part.head in _LABELLED and (labelled := self._label_before(part)):
            return Speaker(labelled, "organization", basis="description")
        if part.head not in _KINDS_OF_BODIES:
            return None
        if self._bodies.described(part.head, part.start):
            return None
        place = self.place[index]
        for other in reversed(self._order[max(0, place - LOOK_BACK) : place]):
            earlier = self._references.parts[other]
            if len(earlier) != 1 or self._label_of(earlier[0]) != "ORG":
                continue
            if self._layout.paragraph[part.start] - self._layout.paragraph[earlier[0].start] > 1:
                break
            speaker = self._speaker_of(other)
            cue = self._quotations[other].cue
            told = " ".join(self._text[start:end] for start, end in cue).lower()
            body = speaker.type == "organization" and "report" not in told
            if body and self._bodies.may_be_called(part.head, speaker.name):
                return replace(speaker, basis="description")
        return self._only_firm(index) if part.head in COMPANY_NOUNS else None

    def _keeper_of_money(self, index: int, part: Part) -> Speaker | None:
        """The body that `the Larkhaven-based fund manager` is: who spoke last, by its name, in this
        paragraph or the one before."""
        kind = doc_words(self._doc).lower[part.end - 2]
        if part.head != "manager" or not part.definite or kind not in _OF_MONEY:
            return None
        at, speaker = (self.earlier(index) or [(0, Speaker())])[-1]
        near = self._layout.paragraph[part.start] - self._layout.paragraph[at] <= 1
        body = near and speaker.type == "organization"
        return replace(speaker, basis="description") if body else None

    def _for_whom(self, index: int, part: Part) -> Speaker | None:
        """`Harbour Board spokesman` for `|A spokesman| said`, where the sentence before the
        statement opens with the Harbour Board and names no other body."""
        lower = doc_words(self._doc).lower
        bare = lower[part.start : part.start + 2] == ["a", part.head]
        bare = bare and lower[part.start + 2 : part.end][:1] in ([], ["who"])
        content = tokens_of(self._doc, self._quotations[index].content)
        here = self._layout.sentence_start[min({part.start, *content})]
        if not bare or part.head not in _SPOKESMEN or not here:
            return None
        start = self._layout.sentence_start[here - 1]
        if self._layout.paragraph[part.start] - self._layout.paragraph[start] > 1:
            return None
        body = self.subject_of(start) or ("police" if lower[start] == "police" else "")
        named = {
            self._bodies.canonical(entity.text)
            for entity in self._layout.ents
            if start <= entity.start < here and entity.label_ == "ORG"
        }
        spoke = any(start <= at <= start + 1 and s.name == body for at, s in self.earlier(index))
        spoke = spoke or not _RESPONSES.isdisjoint(lower[start:here])
        if not (spoke or named <= {body}) or not body or not self._bodies.may_speak(body):
            return None
        name = f"{body} {part.head}"
        return Speaker(name, "unnamed", name, basis="description")

    def subject_of(self, sentence: int, labels: frozenset[str] = BODIES) -> str:
        """The body whose name is the subject with which the sentence at a token opens: `Bloomberg`
        of `|Bloomberg| had a story too, but its sources …`; "" where none does."""
        start = sentence + (self._doc[sentence].lower_ == "the")
        entity = self._layout.entity[start] if start < len(self._doc) else -1
        if entity < 0 or self._layout.ents[entity].start != start:
            return ""
        opening = self._layout.ents[entity]
        body = opening.label_ in labels and not self._layout.quoted[start]
        body = body and is_subject(self._doc, self._layout, opening.end, frozenset())
        return self._bodies.canonical(opening.text) if body else ""

    def _is_one_of(self, part: Part, noun: str) -> bool:
        """Whether a description is `one of the divers`, who is `the diver` from then on."""
        said = doc_words(self._doc).lower[part.start : part.end]
        many = (low for low in said if is_plural(low))
        return part.head == "one" and any(singular(low) == noun for low in many)

    def _names_body(self, part: Part, before: Part, speaker: Speaker) -> bool:
        """Whether a source before `the club` names a body that may be called so."""
        named = before.form == "name" and speaker.type == "organization"
        kind = part.head in _KINDS_OF_BODIES and self._is_bare(part)
        return named and kind and self._bodies.may_be_called(part.head, speaker.name)

    def _label_before(self, part: Part) -> str:
        """The body that opens the sentence as a label: `|Rovers|: Stone is hurt, the team said`."""
        start = self._layout.sentence_start[part.start]
        if self._layout.entity[start] < 0:
            return ""
        entity = self._layout.ents[self._layout.entity[start]]
        label = entity.start == start and entity.label_ == "ORG" and entity.end < part.start
        label = label and self._doc[entity.end].text == ":"
        return self._bodies.canonical(entity.text) if label else ""

    def _only_firm(self, index: int) -> Speaker | None:
        """The one body that has spoken by its name so far and may be `the company`."""
        firms: dict[str, Speaker] = {}
        for other in self._order[: self.place[index]]:
            parts = self._references.parts[other]
            if len(parts) == 1 and self._label_of(parts[0]) == "ORG":
                speaker = self._speaker_of(other)
                if speaker.type == "organization" and self._bodies.may_be_called(
                    "company", speaker.name
                ):
                    firms[speaker.name] = speaker
        return replace(*firms.values(), basis="description") if len(firms) == 1 else None

    def _label_of(self, part: Part) -> str:
        """The label of the entity that a name begins with; "" without one."""
        entity = self._layout.entity[part.name_start] if part.form == "name" else -1
        return self._layout.ents[entity].label_ if entity >= 0 else ""

    def _spoken_so(self, index: int) -> Speaker | None:
        """Who spoke last, if in the same words and without a name: `the official`."""
        place = self.place[index]
        if not place:
            return None
        last = self._order[place - 1]
        ours, theirs = (self._quotations[at].source for at in (index, last))
        if not theirs or self._wording(ours) != self._wording(theirs):
            return None
        speaker = self._speaker_of(last)
        return replace(speaker, basis="description") if speaker.type == "unnamed" else None

    def _just_introduced(self, index: int, part: Part) -> Speaker | None:
        """Who spoke last and was introduced in the same words: `Another diver said no. |The diver|
        said …`."""
        place = self.place[index]
        source = self._quotations[self._order[place - 1]].source if place else ()
        if not source:
            return None
        first, _, rest = self._wording(source).partition(" ")
        ours = self._wording(self._quotations[index].source).partition(" ")[2]
        start = token_span(self._doc, source)[0]
        near = self._layout.paragraph[part.start] - self._layout.paragraph[start] <= 1
        if first not in INTRODUCING or rest != ours or not near:
            return None
        speaker = self._speaker_of(self._order[place - 1])
        unnamed = part.type == speaker.type == "unnamed"
        return replace(speaker, basis="description") if unnamed else None

    def _wording(self, source: tuple[Span, ...]) -> str:
        return " ".join(self._text[start:end] for start, end in source).casefold()

    def _is_short_for(self, part: Part, speaker: Speaker) -> bool:
        """Whether `the DG` are the initials of who spoke before, the director-general."""
        office = speaker.title.partition(" of ")[0]
        return part.head == initials(office) and self._doc[part.end - 1].is_upper

    def _is_same_still(self, part: Part, before: Part) -> bool:
        """Whether `the insider` is the source who spoke last, or `the 19-year-old` the striker, of
        whom no age was told."""
        if part.head in _INFORMANTS:
            return self._is_bare(part) and before.head in _INFORMANTS
        aged = part.head == YEAR_OLD and self._doc[part.start].lower_ == "the"
        may_be = before.form == "nominal" and before.head not in ON_DUTY | _INFORMANTS | RELATIONS
        untold = before.head != YEAR_OLD and age_in(self._doc, before.start, before.end) is None
        return aged and may_be and untold

    def _is_bare(self, part: Part) -> bool:
        return part.end - part.start == 2 and self._doc[part.start].lower_ == "the"
