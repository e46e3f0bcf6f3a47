"""What they and it take up."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from pipeline.annotate.mentions.joints import joint_persons
from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.persons.bodies import Bodies
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.subjects import is_subject
from pipeline.annotate.speakers.counted import behind_lead
from pipeline.annotate.speakers.going_on import sentence_before, they_at
from pipeline.annotate.speakers.part_speakers import JOINT
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    DASHES,
    DETERMINERS,
    NAMED_GROUPS,
    PERSON_AND_BODY_NOUNS,
    POSSESSIVE_MARKS,
    POSSESSIVES,
    PREPOSITIONS,
    words,
)
from pipeline.annotate.text.names import is_party_tag
from pipeline.annotate.text.nouns import is_plural, singular, type_of_head
from pipeline.records import Speaker

READERS = "readers"
"""Whom an article addresses as "you"."""


_ARTICLES = frozenset({"the", "a", "an", "this", "that"})
_BEHIND_NOUNS = PREPOSITIONS | {",", "of"}
_READING = (["read"], ["reads"])
_SAYING = (*_READING, ["said"], ["says"], ["stated"], ["states"], ["went"], ["goes"], ["added"])
_TEXTS = words(
    "letter note message email e-mail text tweet post fax memo statement notice sign poster "
    "placard banner card postcard inscription plaque leaflet flyer telegram caption affidavit "
    "missive memorandum"
)
"""What has been written to be read, and has no other voice than its own."""
_FARTHEST_TEXT = 2
"""Sentences from a text that is mentioned to the words it has."""
_LAST_SOURCES = 4
"""Sources that are looked back on for the one in front of a pronoun."""
_INTRODUCING = DETERMINERS | POSSESSIVES
_LONGEST_TEXT = 4
"""Words of `long anonymous letter`, the article counted."""
_SUBJECTS = frozenset("i you he she it we they".split())
_MANY = frozenset("police group team crew family couple duo trio staff band".split())
_BODIES = frozenset({"group", "panel", "coalition", "lobby"})
"""Groups that `it` stands for."""
_SENTENCES_OF_TWO = 4
"""Sentences back to the two whom `both` takes up."""
_APPOSING = DASHES | {","}
_PAIR = 2
_LONGEST_JOINT = 60
"""Words of persons who are named side by side, and of what is told of them."""
_BEFORE_NOUNS = frozenset("a an the these those some many most several but and".split())


class Antecedents:
    """Antecedents of the pronouns that stand for no single person."""

    def __init__(self, doc: Doc, layout: Layout, cast: Cast, bodies: Bodies):
        self._doc = doc
        self._words = doc_words(doc)
        self._cast = cast
        self._layout = layout
        self._bodies = bodies
        self._families = {person.parsed.family.casefold() for person in cast.persons} - {""}

    def of(
        self, part: Part, earlier: list[tuple[int, Speaker]], since: int | None = None
    ) -> Speaker:
        """The speaker that `they` or `it` stands for.

        `earlier`: (token, speaker) of the sources before it. A group or body that was just
        named in the sentence or in the one before goes first, then the last such source of
        this paragraph or of the one before it. `since`: first token of the statement in front
        of it, whose names do not make it where another body just spoke: `The port is shut, the
        ministry said. |Harbour Oil is late|, it said`.
        """
        plural = part.pronoun is not None and part.pronoun.plural
        reads = self._words.lower[part.start + 1 : part.start + 2] in _READING
        if not plural and reads and (text := self._text_before(part.start)).name:
            # "Brooks sent the Harbour Board a fax. It read: “No.”": no body reads.
            return text
        if plural and (pair := self._joint_subject_before(part.start)) is not None:
            return pair
        if plural and (going_on := self._going_on(part.start, earlier)) is not None:
            return going_on
        return self._named_last(part.start, earlier, since, plural)

    def _named_last(
        self, start: int, earlier: list[tuple[int, Speaker]], since: int | None, plural: bool
    ) -> Speaker:
        """The speaker that `they` or `it` at a token stands for, of those named or told of last."""
        told = since
        if since is None or not self._just_spoke(start, earlier, plural):
            since = start
        named = self._named_before(since, plural)
        if plural and named is None and (people := self._new_subject(start, earlier)):
            return people
        for at, speaker in reversed(earlier):
            apart = self._layout.paragraph[start] - self._layout.paragraph[at]
            if apart > 1:
                break
            if at >= start or not _agrees(speaker, plural):
                continue
            leads = (
                at - self._layout.sentence_start[at] <= 2
                and self._layout.sentence[start] - self._layout.sentence[at] <= 1
            )
            if named is None or at >= named[0] or leads:
                return Speaker(speaker.name, speaker.type, speaker.title, basis="pronoun")
            break
        if named is not None:
            return named[1]
        if plural:
            people = self._people_before(since)
            return people if people.name else self._body_before(start, earlier)
        thing = self._thing_before(start)
        found = thing if thing.name else self._text_before(start)
        return found if found.name or told is None else self._own_subject(told)

    def both(self, at: int, earlier: list[tuple[int, Speaker]]) -> Speaker | None:
        """The two of `Brooks and Stone met. |Both| …` and `Brooks and Stone met, |each| …`: who
        stand side by side last, in this sentence or a few before, or are alone in the sentence
        before; or who spoke together."""
        end = at
        inside = range(self._layout.sentence_start[at], at)
        apposed = self._words.words[at - 1] in _APPOSING
        apposed = apposed and any(i in self._cast.at_token for i in inside)
        for _ in range(1 if apposed else _SENTENCES_OF_TWO):
            start = self._layout.sentence_start[end - 1] if end else 0
            if self._layout.paragraph[at] - self._layout.paragraph[start] > 1:
                break
            before = self._layout.sentence[at] - self._layout.sentence[start] == 1
            if pair := self._two_between(start, end, at, apart=before):
                return pair
            end = start
        for told, who in reversed(earlier):
            near = self._layout.paragraph[at] - self._layout.paragraph[told] <= 1
            if told < at and near and who.type == "person" and who.name.count(JOINT) == 1:
                return replace(who, basis="pronoun")
        return None

    def _two_between(self, start: int, end: int, at: int, *, apart: bool) -> Speaker | None:
        """The last two persons between two tokens who are named side by side, and no third; or,
        if that will do, the only two who are named there at all. Who is quoted where `both` at a
        token is not is left out."""
        inside = [
            name
            for name in range(start, end)
            if name in self._cast.at_token and self._layout.quoted[name] == self._layout.quoted[at]
        ]
        pair, last = None, start
        for name in inside:
            if name >= last and (found := self._joint_persons(name, end)) is not None:
                pair, last = found[0] if found[0].name.count(JOINT) == 1 else pair, found[1]
        named = list(dict.fromkeys(self._cast.at_token[name] for name in inside))
        if pair is None and apart and len(named) == _PAIR:
            names = JOINT.join(self._cast.persons[index].name for index in named)
            return Speaker(names, "person", basis="pronoun")
        return pair

    def _new_subject(self, at: int, earlier: list[tuple[int, Speaker]]) -> Speaker | None:
        """`local farmers`, with whom the sentence before that of an opening `They` begins, where
        nobody who may be meant speaks in it: whoever spoke before is not meant any more."""
        here = self._layout.sentence_start[at]
        if at != here or not at or self._layout.quoted[at - 1] != self._layout.quoted[at]:
            return None
        before = self._layout.sentence_start[at - 1]
        speaks = any(before <= told < at and _agrees(who, True) for told, who in earlier)
        near = self._layout.paragraph[at] - self._layout.paragraph[before] <= 1
        return self._subject_before(here) if near and not speaks else None

    def _just_spoke(self, start: int, earlier: list[tuple[int, Speaker]], plural: bool) -> bool:
        """Whether a body or group goes on speaking: the last source of this paragraph or of the
        one before it, and one shortly before."""
        before = [(at, speaker) for at, speaker in earlier[-_LAST_SOURCES:] if at < start]
        if len(before) < 2:
            return False
        at, speaker = before[-1]
        near = self._layout.paragraph[start] - self._layout.paragraph[at] <= 1
        body = speaker.type in {"organization", "group"} and _agrees(speaker, plural)
        return near and body and any(speaker.name == other.name for _, other in before[:-1])

    def _going_on(self, at: int, earlier: list[tuple[int, Speaker]]) -> Speaker | None:
        """Who goes on in the last sentence of `They sent a letter to the board. They …`, however
        many there are; None otherwise."""
        first, found = at, None
        passed: list[int] = []
        while found is None:
            start = sentence_before(self._doc, self._layout, first)
            if start is None:
                found = self._joint_beside(first)
                break
            if (same := they_at(self._doc, start)) is None:
                break
            first, until = same, _until(same, earlier)
            if until and until[-1][0] == first:
                found = until[-1][1]
                break
            passed.append(first)
            found = self._joint_subject_before(first)
        while passed and (found is None or not found.name):
            they = passed.pop()
            found = self._named_last(they, _until(they, earlier), None, plural=True)
        if found is None or first == at:
            return found
        return replace(found, basis="pronoun") if found.name else None

    def _joint_beside(self, at: int) -> Speaker | None:
        """`Brooks and Stone` of `When I met Brooks and Stone, they …`: the persons named last in
        the sentence of a pronoun, where nobody else in it is many."""
        start = self._layout.sentence_start[at]
        outside = [i for i in range(start, at) if not self._layout.quoted[i]]
        many = (self._words.lower[i] for i in outside)
        if any(low in NAMED_GROUPS or (is_plural(low) and _are_people(low)) for low in many):
            return None
        last = next((i for i in reversed(outside) if i in self._cast.at_token), None)
        if last is None:
            return None
        for begun in (at for at in outside if last - at < _LONGEST_JOINT):
            found = self._joint_persons(begun, last + 1)
            if found is not None and found[1] == last + 1:
                return found[0]
        return None

    def _people_before(self, at: int) -> Speaker:
        """`voters` of `if voters are tired, they …`: the people of the same sentence; or those
        whom the sentence before begins with."""
        for index in range(at - 1, self._layout.sentence_start[at] - 1, -1):
            low = self._words.lower[index]
            outside = self._layout.quoted[index] and not self._layout.quoted[at]
            if outside or self._layout.entity[index] >= 0 or not is_plural(low):
                continue
            if _are_people(low):
                return Speaker(low, "group", basis="pronoun")
        return self._subject_before(self._layout.sentence_start[at]) or Speaker(basis="pronoun")

    def _body_before(self, at: int, earlier: list[tuple[int, Speaker]]) -> Speaker:
        """`The council` of `The council said so. They …`: in British English a body is many. Who
        spoke in the sentence before, or else who is its subject."""
        for before, speaker in reversed(earlier):
            if before >= at or self._layout.sentence[at] - self._layout.sentence[before] != 1:
                continue
            if speaker.type == "organization":
                return Speaker(speaker.name, speaker.type, speaker.title, basis="pronoun")
            break
        named = self._named_before(at, plural=False)
        if named is None or self._layout.quoted[named[0]] != self._layout.quoted[at]:
            return Speaker(basis="pronoun")
        opens = named[0] - self._layout.sentence_start[named[0]] <= 1
        after = self._layout.sentence[at] - self._layout.sentence[named[0]] == 1
        return named[1] if opens and after else Speaker(basis="pronoun")

    def _subject_before(self, sentence: int) -> Speaker | None:
        """`local farmers` of `Local farmers at the market had a say. They …`."""
        if not sentence:
            return None
        start = behind_lead(self._doc, self._layout.sentence_start[sentence - 1], sentence)
        words = self._words.lower[start : min(start + 4, sentence)]
        while words and words[0] in _BEFORE_NOUNS:
            start, words = start + 1, words[1:]
        first = start
        for count, low in enumerate(words, 1):
            if low == "the":
                # "What did the crew say? They …"
                first = start + count
            if self._layout.entity[start + count - 1] >= 0:
                continue
            if not low.isalpha() or low in _SUBJECTS or self._layout.cue[start + count - 1]:
                # "One clerk said staff were tired. They …"
                return None
            if (is_plural(low) and _are_people(low)) or low in _MANY:
                return Speaker(self._written(first, start + count), "group", basis="pronoun")
        return None

    def _written(self, start: int, end: int) -> str:
        """Words in lower case, names in it as they are."""
        words = (self._doc[at] for at in range(start, end))
        pieces = (
            (w.text if self._layout.entity[w.i] >= 0 else w.lower_) + w.whitespace_ for w in words
        )
        return "".join(pieces).strip()

    def _thing_before(self, at: int) -> Speaker:
        """`affidavit` of `The affidavit gives details. It …`: the document or body that the
        sentence before begins with."""
        here = self._layout.sentence_start[at]
        start = self._layout.sentence_start[here - 1] if here else 0
        words = self._words.lower[start : min(start + 5, here)]
        if at == here and words and words[0] in _ARTICLES:
            for count in range(1, len(words) - 1):
                if self._layout.entity[start + count] >= 0 or not words[count].isalpha():
                    break
                kind = type_of_head(words[count])
                if kind in {"document", "organization"} and _ends_noun(words[count + 1]):
                    name = " ".join(words[1 : count + 1])
                    if kind == "organization" and words[0] == "the" and count == 1:
                        # "The company said no. It …", where the company has a name
                        name = self._bodies.described(name, start) or name
                    return Speaker(name, kind, basis="pronoun")
        return Speaker(basis="pronoun")

    def _own_subject(self, told: int) -> Speaker:
        """The body by its name that a statement at a token begins with: `|The company| expects a
        loss, it said`."""
        words = self._words.lower[told : told + 2]
        body = words[:1] == ["the"] and type_of_head(words[-1]) == "organization"
        name = self._bodies.described(words[-1], told) if body else ""
        return Speaker(name, "organization" if name else "unknown", basis="pronoun")

    def _text_before(self, at: int) -> Speaker:
        """`anonymous letter` of `She had an anonymous letter. “Move,” it said`: what may have
        been written, and was mentioned last in the two sentences before the words it has."""
        if self._words.lower[at + 1 : at + 2] not in _SAYING or self._layout.quoted[at]:
            return Speaker(basis="pronoun")
        first = at
        while first and (self._layout.quoted[first - 1] or not self._doc[first - 1].is_alpha):
            first -= 1
        for index in range(first - 1, -1, -1):
            if self._layout.sentence[first] - self._layout.sentence[index] > _FARTHEST_TEXT:
                break
            if self._layout.quoted[index] or self._words.lower[index] not in _TEXTS:
                continue
            if name := self._with_adjectives(index):
                return Speaker(name, "document", basis="pronoun")
        return Speaker(basis="pronoun")

    def _with_adjectives(self, noun: int) -> str:
        """`long anonymous letter` behind its article or owner; "" for a noun without one."""
        for start in range(noun, max(0, noun - _LONGEST_TEXT), -1):
            low = self._words.lower[start - 1]
            if low in _INTRODUCING or low in POSSESSIVE_MARKS:
                return self._words.between(start, noun + 1)
            if not low.isalpha() or low in PREPOSITIONS:
                break
        return ""

    def _joint_subject_before(self, at: int) -> Speaker | None:
        """`Brooks and Stone` of `Brooks and Stone did not agree. They …`: the persons with whom
        the sentence before begins."""
        here = self._layout.sentence_start[at]
        if not here or at != here or self._layout.paragraph[here - 1] != self._layout.paragraph[at]:
            return None
        found = self._joint_persons(self._layout.sentence_start[here - 1], here)
        return found[0] if found else None

    def _joint_persons(self, start: int, limit: int) -> tuple[Speaker, int] | None:
        """The persons whose names stand side by side from a token on, and the end of the last."""
        found = joint_persons(self._doc, self._layout, self._cast, start, limit)
        if found is None:
            return None
        names = JOINT.join(self._cast.persons[index].name for index in found[0])
        return Speaker(names, "person", basis="pronoun"), found[1]

    def _named_before(self, at: int, plural: bool) -> tuple[int, Speaker] | None:
        """The group or body named last before a token, in its sentence or the one before."""
        sentence = self._layout.sentence[at]
        for index in range(at - 1, -1, -1):
            if sentence - self._layout.sentence[index] > 1:
                return None
            if self._layout.quoted[index] and not self._layout.quoted[at]:
                continue
            low = self._words.lower[index]
            entity = self._layout.entity[index]
            if plural and low in NAMED_GROUPS and self._stands_out(index, at):
                start = self._layout.ents[entity].start if entity >= 0 else index
                name = self._words.between(start, index + 1)
                return start, Speaker(name, "group", basis="pronoun")
            if (
                plural
                and self._is_family(index)
                and index - 1 == self._layout.sentence_start[index]
            ):
                return index, Speaker(self._doc[index].text, "group", basis="pronoun")
            if not plural and entity >= 0 and self._layout.ents[entity].label_ == "ORG":
                span = self._layout.ents[entity]
                if is_party_tag(span.text) or not self._stands_out(span.end - 1, at):
                    continue
                name = self._bodies.canonical(span.text)
                return span.start, Speaker(name, "organization", basis="pronoun")
        return None

    def _is_family(self, index: int) -> bool:
        """Whether a word is `Stones` of `the Stones`, where somebody is called Stone."""
        low = self._words.lower[index]
        named = low.endswith("s") and {low[:-1], low.removesuffix("es")} & self._families
        return bool(named) and self._words.lower[index - 1] == "the" and self._doc[index].is_title

    def _stands_out(self, index: int, at: int) -> bool:
        """Whether a name is near enough and prominent enough to be taken up."""
        same_sentence = self._layout.sentence[index] == self._layout.sentence[at]
        return same_sentence or is_subject(self._doc, self._layout, index + 1, frozenset())


def _ends_noun(following: str) -> bool:
    """Whether a noun ends in front of a word: `report |from`, `report |gives`."""
    return following in _BEHIND_NOUNS or type_of_head(following) == "unknown"


def _are_people(plural: str) -> bool:
    return plural == "people" or singular(plural) in PERSON_AND_BODY_NOUNS


def _are_many(document: str) -> bool:
    """Whether a name is of several documents: `media reports`, `polls in Ohio`."""
    head = ""
    for word in document.split():
        if word in PREPOSITIONS or word == "of":
            break
        head = word
    return head.islower() and is_plural(head)


def _until(at: int, earlier: list[tuple[int, Speaker]]) -> list[tuple[int, Speaker]]:
    """The sources up to a token."""
    return [(told, speaker) for told, speaker in earlier if told <= at]


def _agrees(speaker: Speaker, plural: bool) -> bool:
    if not speaker.name or speaker.name == READERS:
        return False
    if speaker.type == "document":
        return plural == _are_many(speaker.name)
    if plural:
        return speaker.type == "group" or " ; " in speaker.name or speaker.name.endswith("campaign")
    one = speaker.type in {"organization", "document"} or _is_one_body(speaker)
    return one and " ; " not in speaker.name


def _is_one_body(speaker: Speaker) -> bool:
    """Whether a group is one body: `the port's main lobbying group`, not `leaders of the group`."""
    said = speaker.name.casefold().split()
    head = next((at for at, word in enumerate(said) if word in _BEHIND_NOUNS), len(said))
    return speaker.type == "group" and said[max(head - 1, 0)] in _BODIES
