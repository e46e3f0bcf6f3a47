"""Where the sources, cues and contents of an article's quotations stand, in tokens."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part, reference_token
from pipeline.annotate.mentions.reading import read_source
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.quotations.act import is_heard
from pipeline.annotate.speakers.discourse import Sources
from pipeline.annotate.speakers.interviewees import of_initials
from pipeline.annotate.speakers.mentioned_persons import mentioned_persons
from pipeline.annotate.speakers.relatives import relative_antecedents, told_to_be
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    GENDERED_ROLES,
    POSSESSIVE_MARKS,
    PREPOSITIONS,
    Gender,
    words,
)
from pipeline.annotate.text.pronouns import PRONOUNS
from pipeline.annotate.text.spans import token_span, tokens_of
from pipeline.annotate.text.turn_labels import is_turn
from pipeline.records import Quotation

_OF_SELF = words(
    "said says told tells added adds believes believed thinks thought hopes hoped promised "
    "admitted insisted complained claimed denied feared vowed pledged"
)
"""Cues whose speaker mostly tells of themselves, as who asks or writes does not."""

ADDING = words("added adds adding continued continues further reiterated")
"""What cues of those say who go on speaking; `also` may be somebody else's."""
_TELLING = words("told tells telling asked asks reminded informed assured")
_BEHIND_WHOM = (
    PREPOSITIONS
    | PRONOUNS.keys()
    | words("that and but or to if whether when after while because there this these those so then")
    | words("how what why where not also last later earlier again a an the his her their my our")
)
"""What may follow whom something is told."""
_LONGEST_ADDRESS = 4
"""Words of `told |the host Ada Brooks|`."""
_BETWEEN = 3
"""Tokens from the last of a statement to the pronoun behind it, marks between them."""


def read_sources(doc: Doc, layout: Layout, cast: Cast) -> tuple[Sources, list[list[Part]]]:
    """The sources of `doc._.quotations` in tokens, and the parts of each."""
    reading = _Reading(doc, layout, cast)
    parts_of = [reading.add(quotation) for quotation in doc._.quotations]
    return reading.sources(), parts_of


class _Reading:
    """Gathers what the quotations of one article tell of its tokens; `Sources` says what each
    of the attributes is."""

    def __init__(self, doc: Doc, layout: Layout, cast: Cast):
        self._doc = doc
        self._layout = layout
        self._cast = cast
        self._words = doc_words(doc)
        self._source_tokens: set[int] = set()
        self._before_named: set[int] = set()
        self._joined_to: dict[int, frozenset[int]] = {}
        self._described_labels: set[int] = set()
        self._cue_tokens: set[int] = set()
        self._quoted_by: dict[int, int] = {}
        self._quoted_by_pronoun: dict[int, int] = {}
        self._told_by: dict[int, int] = {}
        self._described: dict[int, Part] = {}
        self._spoken_of: dict[int, frozenset[int]] = {}
        self._named_in_quotation: dict[int, frozenset[int]] = {}
        self._addressed: dict[int, frozenset[int]] = {}
        self._adding: set[int] = set()
        self._since: dict[int, int] = {}
        self._told: set[int] = set()
        self._told_until: dict[int, int] = {}
        self._said_by_any: set[int] = set()
        self._reported: dict[int, Gender] = {}
        self._quoted_as: dict[int, str] = {}
        self._in_turns: set[int] = set()
        self._take_turns: set[int] = set()
        self._heard: set[int] = set()

    def add(self, quotation: Quotation) -> list[Part]:
        """The parts of a quotation's source, and all that they tell."""
        cue, content = (tokens_of(self._doc, x) for x in (quotation.cue, quotation.content))
        self._cue_tokens.update(cue)
        self._said_by_any.update(content)
        if is_heard_in(self._words.text, quotation):
            self._heard.update(content)
        turn = is_turn(self._doc, quotation)
        parts = self._parts(quotation, turn)
        if not parts:
            return parts
        self._add_speakers(parts, content)
        first = parts[0]
        if turn and first.person is not None:
            self._in_turns.update(content)
            self._take_turns.add(first.person)
        elif turn and first.form == "nominal":
            self._described_labels.add(reference_token(self._doc, first))
        if first.pronoun is None or first.pronoun.reference != "self":
            gender = _gender_of(self._cast, first)
            self._reported.update({at: gender for at in content if not self._layout.quoted[at]})
        if len(parts) == 1:
            if first.form == "nominal" and first.type == "unnamed":
                self._add_description(first, content)
            if first.pronoun is not None:
                self._add_pronoun(first.start, cue, content)
            if first.person is not None:
                self._add_person(first.start, first.person, cue, content, turn)
        return parts

    def _parts(self, quotation: Quotation, turn: bool) -> list[Part]:
        """Who the words of a source are, initials before a turn by their names."""
        start, end = token_span(self._doc, quotation.source)
        contracted = end - start == 2 and self._words.words[start + 1][0] in "'’"
        if contracted and self._words.lower[start] in PRONOUNS:
            # "he'd told": the auxiliary is no part of who speaks.
            end -= 1
        if turn and (person := of_initials(self._doc, self._cast, start, end)) is not None:
            named = Part(start, end, "name", "person", name_start=start, name_end=end)
            return [replace(named, person=person)]
        parts = self._read(start, end) if end > start else []
        name_end = _end_of_name_behind(self._doc, self._cast, parts, end)
        if name_end > end:
            return self._read(start, name_end)
        of_one = len(parts) == 1 and parts[0].type == "unnamed"
        bearer = told_to_be(self._doc, self._layout, self._cast, parts[0]) if of_one else []
        return bearer or parts

    def _read(self, start: int, end: int) -> list[Part]:
        return read_source(self._doc, self._layout, self._cast, start, end)

    def _add_speakers(self, parts: list[Part], content: list[int]) -> None:
        """Where each of those who speak stands, and who they are described as."""
        if parts[0].person is not None:
            self._before_named.update(range(parts[0].start, parts[0].name_start))
        named = frozenset(part.person for part in parts if part.person is not None)
        for part in parts:
            self._joined_to[reference_token(self._doc, part)] = named
            self._source_tokens.update(_head_tokens(self._doc, part))
            taken = part
            if part.pronoun is not None and part.pronoun.reference == "relative":
                antecedents = relative_antecedents(self._doc, self._layout, self._cast, part)
                taken = antecedents[0] if antecedents else part
            if taken.form == "nominal" and taken.type == "unnamed":
                at = reference_token(self._doc, taken)
                self._described[at] = taken
                self._told.update(content)
                self._told_until[at] = max(content, default=part.start)

    def _add_description(self, part: Part, content: list[int]) -> None:
        """What somebody says who is only described."""
        quoted, at_token = self._layout.quoted, self._cast.at_token
        self._quoted_as.update({at: part.head for at in content if quoted[at]})
        mentioned = frozenset(at_token[at] for at in content if at in at_token)
        start = reference_token(self._doc, part)
        self._speak_of(start, mentioned)
        self._add_since(start, content)

    def _speak_of(self, at: int, persons: frozenset[int]) -> None:
        self._spoken_of[at] = self._spoken_of.get(at, frozenset()) | persons

    def _add_pronoun(self, start: int, cue: list[int], content: list[int]) -> None:
        """What `he` or `they` at a token say, to whom and of whom."""
        quoted, at_token = self._layout.quoted, self._cast.at_token
        persons = {at: at_token[at] for at in content if at in at_token}
        inside = {person for at, person in persons.items() if quoted[at]}
        self._quoted_by_pronoun.update({at: start for at in content if quoted[at]})
        self._speak_of(start, frozenset(persons.values()))
        self._named_in_quotation[start] = self._named_in_quotation.get(start, frozenset()) | inside
        self._addressed[start] = self._addressed.get(start, frozenset()) | (
            _addressed(self._doc, self._cast, cue) | _told_of(self._doc, self._cast, cue)
        )
        if not ADDING.isdisjoint(self._words.lower[at] for at in cue):
            self._adding.add(start)
        self._add_since(start, content)

    def _add_since(self, start: int, content: list[int]) -> None:
        """Where the statement begins that ends right before its source at a token."""
        before = [at for at in content if at < start]
        marked = 2 * sum(self._layout.quoted[at] for at in before) > len(before)
        if marked and start - before[-1] <= _BETWEEN:
            self._since[start] = min(before[0], self._since.get(start, start))

    def _add_person(
        self, start: int, person: int, cue: list[int], content: list[int], turn: bool
    ) -> None:
        """What somebody says who is named at a token."""
        of_self = not _OF_SELF.isdisjoint(self._words.lower[at] for at in cue)
        for at in content:
            if self._layout.quoted[at] or turn:
                self._quoted_by[at] = person
            elif of_self and start < at < self._layout.sentence_end[start]:
                self._told_by[at] = person

    def sources(self) -> Sources:
        """All that was gathered."""
        cues = frozenset(self._cue_tokens)
        parts = self._described.values()
        inside = {at for part in parts for at in range(part.start, part.end)}
        for at in self._described_labels:
            # "The Prime Minister: …", "Ms Brooks: …": who has a label of their own is another.
            self._joined_to[at] = self._joined_to[at] | self._take_turns
        return Sources(
            source_tokens=frozenset(self._source_tokens),
            before_named=frozenset(self._before_named),
            joined_to=self._joined_to,
            inner=frozenset(self._source_tokens & self._said_by_any),
            cue_tokens=cues,
            quoted_by=self._quoted_by,
            quoted_by_pronoun=self._quoted_by_pronoun,
            told_by=self._told_by,
            described=self._described,
            mentioned=mentioned_persons(self._doc, self._layout, self._cast, inside, cues),
            spoken_of=self._spoken_of,
            named_in_quotation=self._named_in_quotation,
            addressed=self._addressed,
            adding=frozenset(self._adding),
            since=self._since,
            told=frozenset(self._told),
            told_until=self._told_until,
            reported=self._reported,
            quoted_as=self._quoted_as,
            in_turns=frozenset(self._in_turns),
            take_turns=frozenset(self._take_turns),
            heard=frozenset(self._heard),
        )


def is_heard_in(text: str, quotation: Quotation) -> bool:
    """Whether a court or the like hears a statement, which others make."""
    cue, source = (
        " ".join(text[start:end] for start, end in spans)
        for spans in (quotation.cue, quotation.source)
    )
    return is_heard(cue, source)


def _addressed(doc: Doc, cast: Cast, cue: list[int]) -> frozenset[int]:
    """Whom something is told: Brooks in `told the host |Ada Brooks|`."""
    lower = doc_words(doc).lower
    verb = next((at for at in cue if lower[at] in _TELLING), len(doc))
    for at in range(verb + 1, min(verb + 1 + _LONGEST_ADDRESS, len(doc))):
        if at in cast.at_token:
            behind = at
            while cast.at_token.get(behind) == cast.at_token[at]:
                behind += 1
            noun = "".join(lower[behind : behind + 1])
            # "told Brooks supporters", "told Brooks's staff"
            belongs = noun.isalpha() and doc[behind].is_lower and noun not in _BEHIND_WHOM
            others = belongs or noun in POSSESSIVE_MARKS
            return frozenset() if others else frozenset({cast.at_token[at]})
        if doc[at].is_punct:
            break
    return frozenset()


def _told_of(doc: Doc, cast: Cast, cue: list[int]) -> frozenset[int]:
    """Of whom something is said: both in `he said of |Brooks| and |Stone|`."""
    lower = doc_words(doc).lower
    at = max(cue, default=len(doc))
    at += lower[at : at + 1] not in (["of"], ["about"])
    if lower[at : at + 1] not in (["of"], ["about"]):
        return frozenset()
    found: set[int] = set()
    for behind in range(at + 1, len(doc)):
        if behind in cast.at_token:
            found.add(cast.at_token[behind])
        elif lower[behind] != "and":
            # "of Brooks's plan" tells of the plan, which may be the speaker's own.
            return frozenset() if lower[behind] in POSSESSIVE_MARKS else frozenset(found)
    return frozenset(found)


def _gender_of(cast: Cast, part: Part) -> Gender:
    """What tells whether who speaks is he or she; "" for nothing."""
    if part.pronoun is not None:
        return part.pronoun.gender
    if part.person is not None:
        return cast.persons[part.person].gender
    return GENDERED_ROLES.get(part.head, "")


def _end_of_name_behind(doc: Doc, cast: Cast, parts: list[Part], end: int) -> int:
    """End of the name that explains a description without one, as in `|His deputy|, Ada Brooks,
    went further, saying`; `end` if there is none."""
    described = len(parts) == 1 and parts[0].form == "nominal" and parts[0].type == "unnamed"
    if not described or end + 2 >= len(doc) or doc[end].text != ",":
        return end
    person = cast.at_token.get(end + 1)
    if person is None:
        return end
    name = end + 1
    while cast.at_token.get(name) == person:
        name += 1
    return name if doc[name : name + 1].text == "," else end


def _head_tokens(doc: Doc, part: Part) -> range:
    """Who speaks, and not whoever else the mention names (`a lawyer for Ada Brooks`)."""
    if part.form == "name":
        return range(part.name_start, part.name_end)
    at = reference_token(doc, part)
    return range(at, at + 1)
