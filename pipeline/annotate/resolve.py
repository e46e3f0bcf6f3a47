"""Takes every source mention of an article to its speaker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.annotate.antecedents import History, Pronominal, best_antecedent
from pipeline.annotate.bodies import Bodies
from pipeline.annotate.cast import Cast, Person
from pipeline.annotate.descriptions import PLAIN_PERSONS, Descriptions
from pipeline.annotate.discourse import resolve_references
from pipeline.annotate.doc_words import doc_words
from pipeline.annotate.documents import same_document
from pipeline.annotate.layout import Layout
from pipeline.annotate.lexicon import (
    EITHER_NOUNS,
    EVIDENTIALS,
    GENDERED_ROLES,
    OWN_VOICE,
    PERSON_NOUNS,
    PREPOSITIONS,
    RELATIONS,
    words,
)
from pipeline.annotate.mentions import Part, reference_token
from pipeline.annotate.names import fold, is_abbreviated_title, is_title_word
from pipeline.annotate.naming import name_spans
from pipeline.annotate.nouns import singular, type_of_head
from pipeline.annotate.plurals import READERS, Antecedents
from pipeline.annotate.pronouns import PRONOUNS
from pipeline.annotate.relatives import relative_antecedent
from pipeline.annotate.roles import Role, role_in, role_of, roles_around
from pipeline.annotate.signed_letters import SignedLetters
from pipeline.annotate.sources import read_sources
from pipeline.annotate.spans import token_span, tokens_of
from pipeline.annotate.turn_labels import ANSWER, QUESTION, interviewee, is_turn
from pipeline.annotate.unnamed_persons import UnnamedPersons
from pipeline.annotate.wording import Wording, byline_authors
from pipeline.records import Quotation, Speaker, SpeakerType

JOINT = " ; "
_LONGEST_TAKING_UP = 2
"""Words between `the` and the noun of `the big German carmaker`."""
_ACADEMIC = words("dr dr. prof prof. professor doctor")
_LOOK_BACK = 8
"""Statements that are looked back on for whoever goes on speaking."""
_ADDING = words("also added adds adding continued continues further reiterated")
_ANYBODY = words("person source official speaker individual man woman")
_ANY_BODY = words(
    "party organisation organization company group firm body association agency institution union "
    "charity outfit club"
)
"""Nouns that fit any single person, and any body, who was described or named more fully."""
_UNKNOWN = Speaker()


class Resolver:
    """The speakers of one article. Built once for a Doc; asks nothing of other articles."""

    def __init__(
        self,
        doc: Doc,
        layout: Layout,
        weights: Mapping[str, float],
        *,
        least_pronoun: float,
        least_description: float,
        byline: str = "",
    ):
        self.doc = doc
        self.layout = layout
        self.cast = Cast(doc, layout, name_spans(doc))
        self.bodies = Bodies(doc, layout)
        self._weights = weights
        self._least_pronoun = least_pronoun
        self._least_description = least_description
        self._authors = JOINT.join(byline_authors(byline))
        self._text = doc_words(doc).text
        self._letters = SignedLetters(self._text)
        self._quotations: tuple[Quotation, ...] = doc._.quotations
        self._sources, self._parts = read_sources(doc, layout, self.cast)
        for part in (part for parts in self._parts for part in parts):
            if part.person is not None:
                for role in self._own_roles(part):
                    self.cast.add_role(part.person, role)
        self._descriptions = Descriptions(doc, layout, self.cast, weights)
        self._unnamed = UnnamedPersons(doc, layout, self.cast, self._sources)
        self._taken_up: dict[int, Part] = {}
        self._persons, _ = resolve_references(doc, layout, self.cast, self._sources, self._refer)
        self._take_roles()
        self._wording = Wording(doc, layout, self.cast, self._persons)
        self._contents = [frozenset(tokens_of(doc, q.content)) for q in self._quotations]
        self._speakers: dict[int, Speaker] = {}
        self._resolving: set[int] = set()
        self._order = sorted(range(len(self._quotations)), key=self._position)
        self._antecedents = Antecedents(doc, layout, self.bodies)

    def speakers(self) -> list[Speaker]:
        """The speaker of each of `doc._.quotations`, in their order."""
        # In the order of the sources, so that looking back never runs deep.
        for index in self._order:
            self._speaker(index)
        return [self._speakers[index] for index in range(len(self._quotations))]

    def _take_roles(self) -> None:
        """Whom the article calls nothing else is what it describes them as: `the prime
        minister` for a person without a role."""
        for at, person in self._persons.items():
            part = self._sources.description(at)
            if part is None or self.cast.persons[person].roles or part.head not in PERSON_NOUNS:
                continue
            if part.head in PLAIN_PERSONS | RELATIONS:
                continue
            if (role := role_in(self.doc[part.start : part.end].text)) is not None:
                self.cast.add_role(person, role)

    def _position(self, index: int) -> tuple[int, int]:
        quotation = self._quotations[index]
        spans = quotation.source or quotation.cue or quotation.content
        return (spans[0][0] if spans else 0, index)

    def _refer(self, history: History, reference: Pronominal) -> int | None:
        """Who a third-person pronoun or a description stands for, as the reading goes."""
        part = self._sources.description(reference.at)
        if part is not None:
            named = self._descriptions.person(
                part,
                history,
                reference,
                self._least_description,
                speaks=reference.at in self._sources.described,
            )
            self._unnamed.settle(reference.at, named=named is not None)
            return named
        person, probability = best_antecedent(history, reference, self._weights)
        if reference.subject:
            # Who is named inside a statement does not make it.
            seen = history.seen[person] if person is not None else []
            outside = (
                mention.at
                for mention in seen
                if (reference.quoted or not mention.quoted) and mention.at not in self._sources.told
            )
            last = max(outside, default=-1)
            unnamed = self._unnamed.taken_up_by(reference, person, last)
            self._taken_up.pop(reference.at, None)
            if unnamed is not None:
                self._taken_up[reference.at] = unnamed
                return None
        return person if probability >= self._least_pronoun else None

    def _speaker(self, index: int) -> Speaker:
        if index not in self._speakers:
            if index in self._resolving:
                return _UNKNOWN
            self._resolving.add(index)
            self._speakers[index] = self._resolve(index)
            self._resolving.discard(index)
        return self._speakers[index]

    def _resolve(self, index: int) -> Speaker:
        quotation = self._quotations[index]
        parts = self._parts[index]
        if not parts:
            return self._without_source(index)
        found: list[Speaker] = []
        for part in parts:
            speaker = self._of_part(index, part, found[-1].name if found else "")
            if speaker.name:
                found.append(speaker)
        if not found:
            found = [self._of_part(index, parts[0], "")]
        return replace(
            _joined(found),
            text=" … ".join(
                " ".join(self._text[start:end].split()) for start, end in quotation.source
            ),
            start=quotation.source[0][0],
            end=quotation.source[-1][1],
        )

    def _of_part(self, index: int, part: Part, joined_to: str) -> Speaker:
        if part.form == "pronoun":
            return replace(self._of_pronoun(index, part), basis="pronoun")
        turn = is_turn(self.doc, self._quotations[index])
        if turn and (asked := self._question_or_answer(part)) is not None:
            return asked
        if part.form == "name":
            return self._of_name(part, turn)
        if turn and part.type != "unknown" and self.doc[part.start : part.end].text.isupper():
            return self._labelled(part)
        if (same := self._goes_on(index, part)) is not None:
            return same
        speaker = self._of_description(part, joined_to or self._owner(index, part))
        if speaker.type == "document" and part.definite:
            return same_document(part.head, speaker, self._earlier(index))
        return speaker

    def _goes_on(self, index: int, part: Part) -> Speaker | None:
        """Who spoke just before, where `the spokesman`, `the person` or `the party` is them:
        a fuller description with the same noun, or anybody it fits who `also said` more."""
        if not part.definite or not self._is_short(part):
            return None
        if (
            part.type not in {"unnamed", "organization"}
            or reference_token(self.doc, part) in self._persons
        ):
            return None
        place = self._order.index(index)
        adds = not _ADDING.isdisjoint(self._cue_words(index))
        for back, other in enumerate(reversed(self._order[max(0, place - _LOOK_BACK) : place])):
            earlier = self._parts[other]
            if len(earlier) != 1 or self._quotations[other].nested_in is not None:
                continue
            speaker = self._speaker(other)
            apart = self.layout.paragraph[part.start] - self.layout.paragraph[earlier[0].start]
            if part.type == "unnamed" and speaker.type == "unnamed":
                fuller = earlier[0].head == part.head and self._is_bare(part)
                if fuller or (back == 0 and apart <= 1 and part.head in _ANYBODY):
                    return replace(speaker, basis="description")
            fits = part.head in _ANY_BODY or part.head in fold(speaker.name).split()
            bodies = part.type == speaker.type == "organization"
            if back == 0 and apart <= 1 and adds and bodies and fits:
                return replace(speaker, basis="description")
        return None

    def _is_bare(self, part: Part) -> bool:
        return part.end - part.start == 2 and self.doc[part.start].lower_ == "the"

    def _cue_words(self, index: int) -> set[str]:
        return {self.doc[at].lower_ for at in tokens_of(self.doc, self._quotations[index].cue)}

    def _owner(self, index: int, part: Part) -> str:
        """Who `its` in a description stands for."""
        for at in range(part.start, part.end):
            if self.doc[at].lower_ == "its":
                own = Part(at, at + 1, "pronoun", head="its", pronoun=PRONOUNS["its"])
                return self._antecedents.of(own, self._earlier(index)).name
        return ""

    def _of_name(self, part: Part, turn: bool = False) -> Speaker:
        """`turn`: whether the name is set before a turn of a transcript (`STONE: Yes`)."""
        name = self.doc[part.name_start : part.name_end].text
        person = part.person
        if person is None and part.type == "unknown":
            person = self.cast.find(name)
        if person is not None:
            return self._person(person, part)
        if part.type == "group":
            return Speaker(self._wording.of(part), "group", basis="name")
        kind: SpeakerType = part.type
        if turn and kind == "unknown" and name.isupper() and len(name) > 3 and name.isalpha():
            return Speaker(name.title(), "person", basis="name")
        return Speaker(self.bodies.canonical(self._wording.name_of(part)), kind, basis="name")

    def _of_description(self, part: Part, owner: str = "") -> Speaker:
        person = self._persons.get(reference_token(self.doc, part))
        if part.type == "unnamed" and person is not None:
            return replace(self._person(person, part), basis="description")
        if part.type == "group" and (pair := self._pair(part)) is not None:
            return pair
        wording = self._wording.of(part, owner)
        if part.definite and self._is_short(part):
            body = self.bodies.described(part.head, part.start)
            if body and part.type == "unnamed" and part.head in EITHER_NOUNS:
                return Speaker(body, "organization", basis="description")
            if part.type in {"organization", "document"}:
                wording = body or wording
        if part.head in OWN_VOICE and (voice := self._voice(part)) is not None:
            return voice
        title = wording if part.type == "unnamed" else ""
        return Speaker(wording, part.type, title, basis="description")

    def _question_or_answer(self, part: Part) -> Speaker | None:
        """`Q:` is the author, `A:` whom the article is about before the questions begin."""
        label = self.doc[part.start : part.end].text
        if label not in {QUESTION, ANSWER}:
            return None
        if label == QUESTION:
            return self._author(part.start)
        person = interviewee(self.doc, self.cast, self._quotations, self._authors.split(JOINT))
        return _UNKNOWN if person is None else replace(self._person(person), basis="description")

    def _labelled(self, part: Part) -> Speaker:
        """`CALLER:` is a caller."""
        words = self.doc[part.start : part.end].text.lower()
        title = words if part.type == "unnamed" else ""
        return Speaker(words, part.type, title, basis="description")

    def _is_short(self, part: Part) -> bool:
        """`the company`, `the German carmaker`: nothing that tells it from the one just named."""
        between = self.doc[part.start + 1 : part.end - 1]
        return len(between) <= _LONGEST_TAKING_UP and not any(
            token.ent_type_ not in {"", "NORP"} or token.lower_ in PREPOSITIONS or token.is_punct
            for token in between
        )

    def _voice(self, part: Part) -> Speaker | None:
        """`in her words`, `by Brooks's account`: the person themselves."""
        for at in range(part.start, part.end - 1):
            person = self._persons.get(at, self.cast.at_token.get(at))
            if person is not None:
                return replace(self._person(person), basis="description")
        return None

    def _pair(self, part: Part) -> Speaker | None:
        """`the two men`: the only two persons named in this paragraph and the one before."""
        words = [token.lower_ for token in self.doc[part.start : part.end]]
        if words[:2] not in (["the", "two"], ["both", "the"]) and words[:1] != ["both"]:
            return None
        if type_of_head(singular(part.head)) != "unnamed" or not set(words).isdisjoint(
            PREPOSITIONS
        ):
            return None
        paragraph = self.layout.paragraph[part.start]
        gender = GENDERED_ROLES.get(singular(part.head), "")
        for back in (0, 1, 2):
            near = {
                person: at
                for at, person in self.cast.at_token.items()
                if at < part.start and paragraph - self.layout.paragraph[at] <= back
            }
            persons = [self.cast.persons[i] for i in sorted(near, key=near.__getitem__)]
            persons = [p for p in persons if not (gender and p.gender and p.gender != gender)]
            if len(persons) == 2:
                names = JOINT.join(person.name for person in persons)
                return Speaker(names, "person", basis="description")
            if len(persons) > 2:
                return None
        return None

    def _of_pronoun(self, index: int, part: Part) -> Speaker:
        assert part.pronoun is not None
        match part.pronoun.reference:
            case "person":
                person = self._persons.get(part.start)
                if person is None and part.start in self._taken_up:
                    return self._of_description(self._taken_up[part.start])
                if person is None and self.layout.quoted[part.start]:
                    person = self._only_other(part)
                return self._person(person) if person is not None else _UNKNOWN
            case "self":
                return self._first_person(index, part)
            case "plural" | "thing":
                return self._antecedents.of(part, self._earlier(index))
            case "relative":
                return self._relative(part)
            case "reader" if not self._is_quoted(part.start):
                return Speaker(READERS, "group")
        return _UNKNOWN

    def _is_quoted(self, at: int) -> bool:
        return self.layout.quoted[at] or at in self._sources.quoted_by

    def _only_other(self, part: Part) -> int | None:
        """The one person whom a quotation's paragraph names besides who is quoted: Reed in
        `“He said no,” Stone said, referring to Reed`."""
        paragraph = self.layout.paragraph[part.start]
        quoted_by = self._sources.quoted_by.get(part.start)
        named = {
            person
            for at, person in self.cast.at_token.items()
            if self.layout.paragraph[at] == paragraph and person != quoted_by
        }
        gender = part.pronoun.gender if part.pronoun else ""
        fitting = [p for p in sorted(named) if self.cast.persons[p].gender in {"", gender}]
        return fitting[0] if quoted_by is not None and len(fitting) == 1 else None

    def _relative(self, part: Part) -> Speaker:
        antecedent = relative_antecedent(self.doc, self.layout, self.cast, part)
        if antecedent is None:
            return _UNKNOWN
        if antecedent.form == "pronoun":
            person = self._persons.get(antecedent.start)
            return self._person(person) if person is not None else _UNKNOWN
        if antecedent.form == "name":
            return self._of_name(antecedent)
        return self._of_description(antecedent)

    def _first_person(self, index: int, part: Part) -> Speaker:
        """I and we: whoever speaks the words around them, or else the author."""
        around = [
            other
            for other, content in enumerate(self._contents)
            if other != index and part.start in content
        ]
        if around:
            inner = min(around, key=lambda other: len(self._contents[other]))
            if self.layout.quoted[part.start] or self._is_speech(inner):
                return self._speaker(inner)
        if self.layout.quoted[part.start]:
            return _UNKNOWN
        return self._author(part.start)

    def _is_speech(self, index: int) -> bool:
        """Whether a statement is told word for word without marks: a letter set as a block,
        a turn of a transcript (`STONE: I think …`)."""
        quotation = self._quotations[index]
        return quotation.kind == "direct" or is_turn(self.doc, quotation)

    def _author(self, at: int) -> Speaker:
        """Whose voice a text speaks in at a token: the letter's that it stands in, or else
        the article's."""
        return Speaker(self._letters.author_at(self.doc[at].idx) or self._authors, "author")

    def _without_source(self, index: int) -> Speaker:
        quotation = self._quotations[index]
        content = self._contents[index]
        cue = [self.doc[at].lower_ for at in tokens_of(self.doc, quotation.cue)]
        if cue:
            if not EVIDENTIALS.isdisjoint(cue):
                return self._author(self._first_token(index))
            before = self._before(index)
            if before is None or not cue[0].endswith("ing"):
                return _UNKNOWN
            same_sentence = self._sentence(before) == self._sentence(index)
            return self._carried(before) if same_sentence else _UNKNOWN
        quoted = sum(self.layout.quoted[at] for at in content)
        if content and quoted >= 0.8 * len(content):
            before = self._before(index)
            if before is not None and self._paragraph(index) - self._paragraph(before) <= 1:
                return self._carried(before)
        return _UNKNOWN

    def _carried(self, index: int) -> Speaker:
        speaker = self._speaker(index)
        if not speaker.name:
            return _UNKNOWN
        return replace(speaker, basis="carried", text="", start=None, end=None)

    def _before(self, index: int) -> int | None:
        """The quotation of the outer layer whose content stands last before this one's."""
        if not self._quotations[index].content:
            return None
        own = self._quotations[index].content[0][0]
        earlier = [
            (quotation.content[0][0], other)
            for other, quotation in enumerate(self._quotations)
            if other != index
            and quotation.nested_in is None
            and quotation.content
            and quotation.content[0][0] < own
        ]
        return max(earlier)[1] if earlier else None

    def _earlier(self, index: int) -> list[tuple[int, Speaker]]:
        """(token, speaker) of the sources before this one, the latest last; not of those whom
        another one quotes."""
        place = self._order.index(index)
        around = {None, self._quotations[index].nested_in}
        return [
            (token_span(self.doc, self._quotations[other].source)[0], self._speaker(other))
            for other in self._order[max(0, place - 8) : place]
            if self._quotations[other].source and self._quotations[other].nested_in in around
        ]

    def _first_token(self, index: int) -> int:
        return min(self._contents[index], default=0)

    def _sentence(self, index: int) -> int:
        return self.layout.sentence[self._first_token(index)]

    def _paragraph(self, index: int) -> int:
        return self.layout.paragraph[self._first_token(index)]

    def _person(self, index: int, part: Part | None = None) -> Speaker:
        person = self.cast.persons[index]
        own = self._own_roles(part) if part is not None and part.form == "name" else []
        title = "; ".join(role.text for role in own)
        if not title or (len(own) == 1 and " " not in title):
            title = _title(person, title)
        return Speaker(person.name, "person", title, basis="name")

    def _own_roles(self, part: Part) -> list[Role]:
        """The roles that stand with the name in this very mention."""
        before = self.doc[part.start : part.name_start].text.strip(" ,—–-\n")
        if before.endswith((" named", " called")):
            # "the guard, a cheerful man named Otto" is a guard.
            before = before.rpartition(" ")[0].partition(",")[0]
        around = roles_around(self.doc, self.layout, part.name_start, part.name_end)
        if before.endswith(("'s", "’s", "'", "’")):
            return around[:2]
        # "a consultant for the port, Dr. Brooks": the title at the name is a role of its own.
        described, comma, at_name = before.rpartition(", ")
        worded = [at_name, described] if comma and is_title_word(at_name) else [before]
        roles = [role for text in worded if (role := role_in(text)) is not None]
        known = frozenset(word for role in roles for word in role.words)
        return [*roles, *(other for other in around if not other.words & known)][:2]


def _title(person: Person, here: str = "") -> str:
    """The role an article gives a person; a role in words before a bare abbreviation.

    here: the one word that stands with the name in this mention. `Minister` is the `Tourism
    Minister` of another one, and `Dr.` or `Gen.` any role that is worded.
    """
    worded = [role for role in person.roles if " " in role.text]
    if here:
        words = role_of(here).words
        same = [role.text for role in worded if words <= role.words]
        abbreviated = is_abbreviated_title(here) or here.casefold() in _ACADEMIC
        return (same or (abbreviated and [role.text for role in worded]) or [here])[0]
    return (worded or person.roles)[0].text if person.roles else ""


def _joined(speakers: list[Speaker]) -> Speaker:
    if len(speakers) == 1:
        return speakers[0]
    names = list(dict.fromkeys(speaker.name for speaker in speakers))
    types = {speaker.type for speaker in speakers}
    titles = [speaker.title for speaker in speakers if speaker.title]
    return replace(
        speakers[0],
        name=JOINT.join(names),
        type=speakers[0].type if len(types) == 1 else "group",
        title=JOINT.join(dict.fromkeys(titles)),
    )
