"""The speaker that one part of a source names or describes, whatever others have said."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.annotate.mentions.document_phrases import (
    document_pieces,
    is_of_body,
    is_only_new,
)
from pipeline.annotate.mentions.parts import Part, reference_token
from pipeline.annotate.mentions.wording import Wording
from pipeline.annotate.persons.bodies import Bodies, standing_of
from pipeline.annotate.persons.person import Person
from pipeline.annotate.persons.roles import synonyms
from pipeline.annotate.speakers.campaigns import Campaigns
from pipeline.annotate.speakers.references import References
from pipeline.annotate.speakers.relatives import relative_antecedents
from pipeline.annotate.speakers.speaker_titles import (
    is_form_of_address,
    is_tie,
    lasting,
    own_roles,
    tie_of,
    title_of,
)
from pipeline.annotate.speakers.suitability import LAWMAKERS, Suitability
from pipeline.annotate.text.cue_words import TOLD_OF
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    COMPANY_NOUNS,
    EITHER_NOUNS,
    GENDERED_ROLES,
    GROUP_NOUNS,
    MEDIA_TAILS,
    OWN_VOICE,
    PERSON_AND_BODY_NOUNS,
    POSSESSIVE_MARKS,
    POSSESSIVES,
    PREPOSITIONS,
    Gender,
    words,
)
from pipeline.annotate.text.names import fold
from pipeline.annotate.text.nouns import singular, type_of_head
from pipeline.annotate.text.pronouns import PRONOUNS
from pipeline.records import Speaker, SpeakerType

JOINT = " ; "
UNKNOWN = Speaker()
_EMPTY = PREPOSITIONS | POSSESSIVES | words("the a an and or but nor so yet if as than then of")
"""Words that name nobody on their own."""
_BE = frozenset({"is", "are", "was", "were"})
_TELLING = PREPOSITIONS | GROUP_NOUNS
_COUNTED_GROUPS = GROUP_NOUNS | {"cent"}
_PAIR = 2
_GENDERS: tuple[Gender, Gender] = ("m", "f")
_COUPLE = re.compile(r"\bMr\.? (?:and|&) M(?:r?s|iss)\b\.?$")
_PARTISANS = {"Republican": "Republicans", "Democratic": "Democrats"}
_TWO = frozenset({"two", "pair", "duo"})
_KINDS_OF_GROUPS = words(
    "- advocacy advocate aid anti campaign civil conservation consumer corruption environmental "
    "government human industry lobby lobbying monitoring nonprofit policy pressure research rights "
    "society trade watchdog"
)
_RANKS = words("federal state local national central regional provincial municipal military")
"""What tells one government or court from another."""
_RANKED = words("government court administration")
_LONGEST_TAKING_UP = 2
"""Words between `the` and the noun of `the big German carmaker`."""


class PartSpeakers:
    """Writes the parts of one article's sources as speakers."""

    def __init__(self, doc: Doc, layout: Layout, references: References, bodies: Bodies):
        self._doc = doc
        self._layout = layout
        self._references = references
        self._cast = references.cast
        self._bodies = bodies
        self._ties: dict[int, str] = {}
        """Person → `Abe Stone's wife`, or ""."""
        self._suitable = Suitability(doc, layout, references.cast)
        self._wording = Wording(doc, layout, references.cast, references.persons)
        self._campaigns = Campaigns(doc, layout, references.cast, references.persons)

    def of_name(self, part: Part, turn: bool = False) -> Speaker:
        """`turn`: whether the name is set before a turn of a transcript (`STONE: Yes`)."""
        name = doc_words(self._doc).between(part.name_start, part.name_end)
        person = part.person
        if person is None and part.type == "unknown":
            person = self._cast.find(name)
        if person is not None:
            return self._couple(part, name) or self.person(person, part)
        if members := self._partisans(part):
            return Speaker(members, "group", basis="name")
        if part.type == "group":
            return Speaker(self._wording.of(part), "group", basis="name")
        kind: SpeakerType = part.type
        if kind == "document" and is_only_new(name):
            # "New Poll" of a headline
            return Speaker(name.split()[-1].lower(), kind, basis="name")
        if turn and kind == "unknown" and name.isupper() and len(name) > 3 and name.isalpha():
            return Speaker(name.title(), "person", basis="name")
        if name.endswith(("'s", "’s")):
            # "Moody's", of which nothing is owned here
            return Speaker(name, kind, basis="name")
        written = self._wording.name_of(part)
        return Speaker(self._bodies.canonical(written), kind, basis="name")

    def _couple(self, part: Part, name: str) -> Speaker | None:
        """`Mr and Mrs Brooks`, where the article has both; None for any other name."""
        before = doc_words(self._doc).between(max(0, part.name_start - 4), part.name_start)
        if _COUPLE.search(before) is None:
            return None
        both = {self._cast.find(name, gender, part.name_start) for gender in _GENDERS}
        persons = [self._cast.persons[index] for index in both if index is not None]
        pair = self._joint(sorted(persons, key=lambda person: person.gender, reverse=True))
        return replace(pair, basis="name") if pair else None

    def of_description(self, part: Part, owner: str = "") -> Speaker:
        """Whom a description stands for, or else its own words.

        owner: who `its` in it stands for.
        """
        if members := self._partisans(part):
            return Speaker(members, "group", basis="description")
        person = self._references.persons.get(reference_token(self._doc, part))
        if part.type == "unnamed" and person is not None:
            return replace(self.person(person, part), basis="description")
        many = part.type == "group" or part.head in _TWO
        if many and (pair := self._pair(part)) is not None:
            return pair
        if is_nobody(self._doc, part):
            return UNKNOWN
        if self._doc[part.start].lower_ == "whose" and (of := self._of_owner(part)) is not None:
            return of
        if part.definite and (campaign := self._campaigns.name(part)):
            return Speaker(campaign, "organization", basis="description")
        document = part.type == "document"
        pieces = document_pieces(self._doc, self._layout, part) if document else (part,)
        wording = " ".join(self._wording.of(piece, owner) for piece in pieces)
        if part.definite and self.is_short(part):
            standing = standing_of(self._doc, part.end - 1)
            body = self._bodies.described(part.head, part.start, standing, self._office_of(part))
            if self._is_of_a_thing(part, body, owner) or self._is_of_other_rank(part, body):
                body = ""
            if body and part.type == "unnamed" and part.head in EITHER_NOUNS:
                return Speaker(body, "organization", basis="description")
            if body and part.head == "group" and self._is_body_group(part):
                return Speaker(body, "organization", basis="description")
            if part.type == "document" and body:
                if self._doc[part.end - 1].is_title and part.head in MEDIA_TAILS:
                    # "The Post"
                    return Speaker(body, "organization", basis="description")
                body = "" if is_only_new(body) or is_of_body(body, part.head) else body
            if part.type in {"organization", "document"}:
                wording = body or wording
        if part.head in OWN_VOICE and (voice := self._voice(part)) is not None:
            return voice
        title = wording if part.type == "unnamed" else ""
        return Speaker(wording, part.type, title, basis="description")

    def _is_of_a_thing(self, part: Part, body: str, owner: str) -> bool:
        """Whether `its owner` or `its parent company` is another than what `its` stands for."""
        words = doc_words(self._doc).lower[part.start : part.end]
        owned = words[0] in {"its", "their"} and (part.head in EITHER_NOUNS or body == owner)
        return owned or "parent" in words

    def _office_of(self, part: Part) -> str:
        """`sheriff` of `the sheriff's office`; "" where nobody's office is described."""
        owner, mark, _ = ["", "", "", *doc_words(self._doc).lower[part.start : part.end]][-3:]
        owned = mark in POSSESSIVE_MARKS and type_of_head(owner) == "unnamed"
        return owner if owned else ""

    def _is_of_other_rank(self, part: Part, body: str) -> bool:
        """Whether `the federal government` is none whose name has no `Federal`, and `the Welsh
        club` may be another than was just named."""
        if part.head == "club" and any(
            t.ent_type_ == "NORP" for t in self._doc[part.start : part.end]
        ):
            return True
        before = doc_words(self._doc).lower[part.start : part.end - 1]
        ranked = part.head in _RANKED and not _RANKS.isdisjoint(before)
        return ranked and not _RANKS.intersection(before) <= set(fold(body).split())

    def _partisans(self, part: Part) -> str:
        """`Republicans` for the claims of `|Republican| claims that`; "" for anybody else, as for
        the one of a headline's `Republican admits theft`."""
        if part.end - part.start > 1 or self._layout.paragraph[part.start] == 0:
            return ""
        if doc_words(self._doc).lower[part.end : part.end + 1] in (["to"], ["who"]):
            # "the only |Republican| to say so"
            return ""
        return _PARTISANS.get(self._doc[part.start].text, "")

    def labelled(self, part: Part) -> Speaker:
        """`CALLER:` is a caller."""
        words = doc_words(self._doc).between(part.start, part.end).lower()
        title = words if part.type == "unnamed" else ""
        return Speaker(words, part.type, title, basis="description")

    def is_short(self, part: Part) -> bool:
        """`the company`, `the German carmaker`: nothing that tells it from the one just named."""
        if self._layout.entity[part.start] >= 0 or part.start in self._cast.at_token:
            # "Brooks's campaign"
            return False
        if part.head == "campaign" and part.start in self._references.persons:
            # "her campaign" is no other's that was named.
            return False
        between = list(self._doc[part.start + 1 : part.end - 1])
        hyphens = sum(token.text == "-" for token in between)
        if part.head in COMPANY_NOUNS:
            # "the Lakeside, Ohio, company"
            between = [t for t in between if t.ent_type_ not in {"GPE", "LOC"} and t.text != ","]
        return len(between) - 2 * hyphens <= _LONGEST_TAKING_UP and not any(
            token.ent_type_ not in {"", "NORP"}
            or token.lower_ in _TELLING
            or (token.is_punct and token.text != "-")
            for token in between
        )

    def _is_body_group(self, part: Part) -> bool:
        """Whether a group is one that has a name: `the group`, `the watchdog group`."""
        between = self._doc[part.start + 1 : part.end - 1]
        return all(token.lower_ in _KINDS_OF_GROUPS for token in between)

    def _voice(self, part: Part) -> Speaker | None:
        """`in her words`, `by Brooks's account`: the person themselves."""
        for at in range(part.start, part.end - 1):
            person = self._references.persons.get(at, self._cast.at_token.get(at))
            if person is not None:
                return replace(self.person(person), basis="description")
        return None

    def _pair(self, part: Part) -> Speaker | None:
        """`the two men`, `the pair`: the only two persons named in this paragraph and the one
        before."""
        words = doc_words(self._doc).lower[part.start : part.end]
        alone = len(words) == 2 and words[0] == "the" and part.head in _TWO
        both = words[:2] in (["the", "two"], ["both", "the"]) or words[:1] == ["both"]
        if not (both and type_of_head(singular(part.head)) == "unnamed") and not alone:
            return None
        if not PREPOSITIONS.isdisjoint(words):
            return None
        paragraph = self._layout.paragraph[part.start]
        gender = GENDERED_ROLES.get(singular(part.head), "")
        heard = {self._cast.at_token.get(at) for at in self._references.sources.source_tokens}
        noun = singular(part.head)
        called = synonyms(noun) | (LAWMAKERS if noun in {"lawmaker", "legislator"} else frozenset())
        bearers = {i for i, person in enumerate(self._cast.persons) if person.is_any(called)}
        for back in (0, 1, 2):
            near = {
                person: at
                for at, person in self._cast.at_token.items()
                if at < part.start and paragraph - self._layout.paragraph[at] <= back
            }
            if bearers:
                # "The two lawmakers" are no director who was just named.
                known = {i for i in near if self._cast.persons[i].roles or len(bearers) > 1}
                near = {i: at for i, at in near.items() if i in bearers or i not in known}
            if len(near) > _PAIR:
                # "Both scientists" are none of whom the article tells nothing.
                near = {
                    i: at for i, at in near.items() if i in heard or self._cast.persons[i].roles
                }
            persons = [self._cast.persons[i] for i in sorted(near, key=near.__getitem__)]
            persons = [p for p in persons if not (gender and p.gender and p.gender != gender)]
            if len(persons) > 1:
                return self._joint(persons)
        return None

    def _joint(self, persons: list[Person]) -> Speaker | None:
        """Two persons as one speaker; None for fewer or more."""
        if len(persons) != _PAIR:
            return None
        names = JOINT.join(person.name for person in persons)
        return Speaker(names, "person", basis="description")

    def relative(self, antecedents: list[Part]) -> Speaker:
        """Whom `who` takes up, by the parts in front of it."""
        if not antecedents:
            return UNKNOWN
        antecedent = antecedents[0]
        if antecedent.form == "pronoun":
            person = self._references.persons.get(antecedent.start)
            return self.person(person) if person is not None else UNKNOWN
        if antecedent.form == "name":
            return joined([self.of_name(each) for each in antecedents])
        return self.of_description(antecedent)

    def _of_owner(self, part: Part) -> Speaker | None:
        """`the club's members` for `the club, |whose members|`; None where nobody owns them."""
        whose = Part(part.start, part.start + 1, "pronoun", head="whose", pronoun=PRONOUNS["whose"])
        owner = self.relative(relative_antecedents(self._doc, self._layout, self._cast, whose))
        if not owner.name or not owner.name[0].isalnum():
            return None
        rest = self._wording.of(replace(part, start=part.start + 1))
        name = f"{owner.name}'s {rest}"
        if owner.type == "group" and len(owner.name.split()) > 1:
            name = f"{rest} of {owner.name}"
        return Speaker(name, part.type, name if part.type == "unnamed" else "", basis="description")

    def person(self, index: int, part: Part | None = None) -> Speaker:
        """A person of the cast, with the title of this mention or the one known best."""
        person = self._cast.persons[index]
        own = []
        if part is not None and part.form == "name":
            own = own_roles(self._doc, self._layout, part)
            # "Dr Ada Brooks, the executive director" is the executive director.
            own = [role for role in own if not is_form_of_address(role.text)] or own
            own = [role for role in own if role in lasting([*own, *person.roles])]
        own = [role for role in own if not is_tie(role.text)]
        title = "; ".join(role.text for role in own)
        if not title or (len(own) == 1 and " " not in title):
            title = title_of(person, title)
        return Speaker(person.name, "person", title or self._tie_of(index), basis="name")

    def _tie_of(self, index: int) -> str:
        """By whom a person is known, looked for once."""
        if index not in self._ties:
            persons = self._references.persons
            self._ties[index] = tie_of(self._doc, self._layout, self._cast, persons, index)
        return self._ties[index]


def is_nobody(doc: Doc, part: Part) -> bool:
    """Whether the words of a description name and describe nobody: `The` of `The reply: “No”`,
    `38 homes` of `38 homes were confirmed lost`."""
    said = [doc[at].lower_ for at in range(part.start, part.end)]
    if all(word in _EMPTY for word in said):
        return True
    people = singular(part.head) in PERSON_AND_BODY_NOUNS or part.head in _COUNTED_GROUPS
    if not doc[part.start].like_num or people or part.end + 1 >= len(doc):
        return False
    return doc[part.end].lower_ in _BE and doc[part.end + 1].lower_ in TOLD_OF


def joined(speakers: list[Speaker]) -> Speaker:
    """Several speakers of one statement as one."""
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
