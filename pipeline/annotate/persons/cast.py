"""Who plays in an article: its persons and organisations, each with its mentions.

Everything is decided inside one article: a family name stands for the full name the
article gives, an acronym for the organisation it introduces.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from pipeline.annotate.persons.aliases import aliases, are_initials, initials
from pipeline.annotate.persons.misspelt import misspelt
from pipeline.annotate.persons.name_mentions import NameMention
from pipeline.annotate.persons.named_in_address import with_names_in_address
from pipeline.annotate.persons.office_holders import gender_of, office_holder
from pipeline.annotate.persons.person import ROLE_VOTE, Person
from pipeline.annotate.persons.roles import Role, heads_of
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import DETERMINERS, GENDERED_ROLES, PHRASE_STARTERS, Gender
from pipeline.annotate.text.names import (
    PARTICLES,
    PersonName,
    fold,
    given_agree,
    given_name_gender,
    is_common_given_name,
    is_ending,
    is_given_name,
    is_later_born,
    is_of_either_gender,
    is_shortened,
    parse_name,
    same_name,
    split_title,
    without_possessive,
)
from pipeline.annotate.text.spans import tokens_of

_SMALL_WORDS = PHRASE_STARTERS | DETERMINERS
_HONORIFIC_VOTE = 8.0
_HINT_VOTE = 3.0
_NAME_VOTE = 2.0
_PARENTS = frozenset({"father", "dad", "grandfather", "mother", "mum", "mom", "grandmother"})
_CHILDREN = frozenset({"son", "daughter", "grandson", "granddaughter", "child"})
_CALLED_AFTER = frozenset({"Campaign", "Show", "Supporters"})
"""What has the full name of a living person in its own."""
_ARABIC_ARTICLES = ("al-", "el-", "ad-", "an-", "ar-", "as-", "ash-", "at-", "az-")
_LONGEST_PARTICLE = 3
"""Letters of what stands between names and is none: `van`, `F.`."""
_SPOUSES: dict[str, Gender] = {"her husband": "m", "his wife": "f"}
_LONGEST_TO_SPOUSE = 8
"""Words of `, 71, and her husband` between two names."""


class Cast:
    """The persons of one article, found by mention or by name."""

    def __init__(self, doc: Doc, layout: Layout, name_spans: Iterable[tuple[int, int]]):
        """`name_spans`: token spans of persons' names, titles inside them allowed."""
        self._layout = layout
        self._quoted = layout.quoted
        self._paragraph = layout.paragraph
        self.persons: list[Person] = []
        self._in_full: defaultdict[str, set[int]] = defaultdict(set)
        """Family and middle names, folded → who is named in full with them."""
        self.at_token: dict[int, int] = {}
        """Index of the person named at a token."""
        self._lower = doc_words(doc).lower
        spans = list(name_spans)
        mentions = [NameMention.read(doc, layout, start, end) for start, end in spans]
        mentions = [mention for mention in mentions if mention.parsed.family]
        mentions = _with_shared_families(doc_words(doc).lower, mentions)
        mentions = with_names_in_address(doc, mentions)
        other_names = aliases(doc, spans)
        full = [m for m in mentions if m.parsed.given and fold(m.name) not in other_names]
        for mention in full:
            self._add(mention)
        sources = {at for quotation in doc._.quotations for at in tokens_of(doc, quotation.source)}
        self._speaks_at = sources & {m.start for m in mentions}
        self._spoken = _speaking(doc, {m.start for m in full})
        self._addressed: dict[tuple[str, Gender], int] = {}
        """Family name and gender of a `Mrs Brooks` → who was called so last."""
        self._plain: Counter[int] = Counter()
        """How often each person was called by the family name alone so far."""
        for alias, start in other_names.items():
            if start in self.at_token:
                self.persons[self.at_token[start]].aliases.add(alias)
        for person in self.persons:
            _vote_by_name(person)
        in_full = len(self.persons)
        short = [m for m in mentions if not m.parsed.given or fold(m.name) in other_names]
        # Given names alone are read first: they tell whom a family name does not mean; then
        # Mr., Mrs. and titles: they tell whom the family name alone may mean.
        families = {ending for person in self.persons for ending in _endings(person)}
        for mention in sorted(
            short,
            key=lambda m: (fold(m.parsed.family) in families, not m.gender, not m.roles),
        ):
            self._attach(mention)
        for person in self.persons[in_full:]:
            _name_by_campaign(person, doc)
            _vote_by_name(person)
            _name_in_full(person, doc._.published)
        for person in self.persons:
            person.mentions.sort()

    def add_role(self, index: int, role: Role) -> None:
        """Add a role that a source mention gives in full; it takes the place of its own end
        (`Secretary` of `Defence Secretary`)."""
        roles = self.persons[index].roles
        for place, known in enumerate(roles):
            if role.text.endswith(known.text):
                roles[place] = role
                return
        roles.append(role)

    def find(self, text: str, honorific: Gender = "", at: int = -1) -> int | None:
        """Index of the person a name stands for, at a token where one is given; None if nobody
        bears it."""
        _, name = split_title(without_possessive(text))
        return self._bearer(parse_name(name), honorific, None, at)

    def has_family(self, *names: str) -> bool:
        """Whether one of some family names in lower case is of somebody named in full."""
        return any(
            person.parsed.given and person.parsed.family.casefold() in names
            for person in self.persons
        )

    def of_initials(self, letters: str) -> int | None:
        """Index of the one person whose initials a label of a transcript gives: `AB`."""
        wanted = fold(letters.replace(".", ""))
        bearers = [i for i, person in enumerate(self.persons) if wanted in _initials(person)]
        return bearers[0] if len(bearers) == 1 else None

    def _add(self, mention: NameMention) -> None:
        suffix = mention.parsed.suffix
        names = _families(mention.parsed)
        alike = sorted(set().union(*(self._in_full[name] for name in names)))
        elder = suffix and any(
            person.parsed.suffix == suffix and same_name(person.parsed, mention.parsed)
            for person in map(self.persons.__getitem__, alike)
        )
        for index in alike:
            person = self.persons[index]
            if _is_parent_of_namesake(person, mention) or (elder and not person.parsed.suffix):
                continue
            same = same_name(person.parsed, mention.parsed)
            both = _by_parts(person.parsed, mention.parsed)
            ending = not same and is_ending(*both)
            if not same and not ending and not is_shortened(*both):
                continue
            self._record(index, mention)
            more = mention.parsed.parts - person.parsed.parts
            if not same and not ending:
                fuller = more > 1 or (more > 0 and bool(mention.roles))
            else:
                fuller = more > 0 or (person.name.isupper() and not mention.name.isupper())
            if fuller:
                person.parsed, person.name = mention.parsed, mention.name
                self._index_name(index)
            return
        self.persons.append(Person(mention.name, mention.parsed, mention.start))
        self._index_name(len(self.persons) - 1)
        self._record(len(self.persons) - 1, mention)

    def _index_name(self, index: int) -> None:
        for name in _families(self.persons[index].parsed):
            self._in_full[name].add(index)

    def _attach(self, mention: NameMention) -> None:
        index = self._bearer(
            mention.parsed, mention.gender, mention.nearest_role, mention.start, mention.hint
        )
        if index is None:
            index = misspelt(self._layout, self.persons, self.at_token, mention)
        if index is None:
            self.persons.append(Person(mention.name, mention.parsed, mention.start))
            index = len(self.persons) - 1
        elif self._ends(index, mention.parsed):
            # "Mr. Hadid" is Al Hadid, whose name looks like a family's.
            self.persons[index].name = mention.name
            self.persons[index].parsed = mention.parsed
        elif fold(mention.parsed.family) == fold(self.persons[index].parsed.given):
            self.persons[index].by_given_name += not self._quoted[mention.start]
        if mention.gender:
            self._addressed[fold(mention.parsed.family), mention.gender] = index
        elif not mention.roles and fold(mention.parsed.family) in _endings(self.persons[index]):
            self._plain[index] += 1
        self._record(index, mention)
        if index == self._spoke_just_before(mention.start):
            insort(self._spoken, mention.start)

    def _record(self, index: int, mention: NameMention) -> None:
        person = self.persons[index]
        person.mentions.append((mention.start, mention.end))
        person.order = min(person.order, mention.start)
        person.late |= mention.late
        person.seat = person.seat or mention.seat
        if person.age is None:
            person.age = mention.age
        if mention.gender:
            person.votes[mention.gender] += _HONORIFIC_VOTE
        first = len(person.mentions) == 1
        if first and mention.hint and is_of_either_gender(mention.parsed.given):
            # "Chris Brooks said she was …" tells more than the name.
            person.votes[mention.hint] += _HINT_VOTE
        for role in mention.roles:
            if all(role.text != known.text for known in person.roles):
                person.roles.append(role)
            for word in role.words:
                if (gender := GENDERED_ROLES.get(word)) and _is_head(role, word):
                    person.votes[gender] += ROLE_VOTE
        for at in range(mention.start, mention.end):
            self.at_token[at] = index

    def _bearer(
        self,
        name: PersonName,
        honorific: Gender,
        role: Role | None,
        at: int = -1,
        hint: Gender = "",
    ) -> int | None:
        bearers = self._bearers(name)
        if bearers and not name.given and all(self.persons[i].order > at >= 0 for i in bearers):
            # "Lam" is Joshua Lam Chi-fung, and not his mother, a Mrs. Lam who comes later.
            between = [i for i in self._with_middle(name) if self.persons[i].order < at]
            bearers = between or bearers
        if honorific:
            # Mr. Field is not Michelle Field, who is mentioned too; Ms. Field may be Dany Field.
            fitting = [i for i in bearers if self.persons[i].may_be(honorific)]
            bearers = fitting or [
                i
                for i in bearers
                if not self.persons[i].gender_is_said and not self.persons[i].is_surely
            ]
        if hint and len(bearers) > 1:
            bearers = [i for i in bearers if self.persons[i].may_be(hint)] or bearers
        if role and len(bearers) > 1:
            # "Holt, the daughter of Ada Holt," is not Ada.
            bearers = [i for i in bearers if self.persons[i].name not in role.text] or bearers
            alike = [i for i in bearers if self.persons[i].is_any(heads_of(role))]
            # A president whom nobody else is called is Mr. Field rather than Michelle Field.
            untold = [i for i in bearers if not self.persons[i].parsed.given]
            bearers = alike or untold or bearers
        if len(bearers) > 1 and (other := self._told_of_behind(at)) is not None:
            bearers = [i for i in bearers if i != other]
        bearers = self._introduced(bearers, name, at)
        if len(bearers) <= 1:
            return bearers[0] if bearers else None
        spoke = self._spoke_just_before(at)
        if spoke in bearers:
            return spoke
        if honorific and at >= 0:
            return self._addressed_so(bearers, fold(name.family), honorific, at)
        return self._likeliest(bearers, fold(name.family))

    def _told_of_behind(self, at: int) -> int | None:
        """Who is named in full behind a name and its verb: `Brooks said of |Ada Brooks|`."""
        if at < 0 or self._layout.cue[at + 1 : at + 2] != [True]:
            return None
        behind = at + 1
        while self._layout.cue[behind : behind + 1] == [True] and self._lower[behind] != "of":
            behind += 1
        of = self._lower[behind : behind + 1]
        return self.at_token.get(behind + 1) if of in (["of"], ["about"]) else None

    def _introduced(self, bearers: list[int], name: PersonName, at: int) -> list[int]:
        """Those of a bare name's bearers whom the text has mentioned before a token; all where it
        has mentioned none, or no token is given."""
        if at < 0 or name.given:
            return bearers
        return [i for i in bearers if self.persons[i].order < at] or bearers

    def _addressed_so(self, bearers: list[int], family: str, honorific: Gender, at: int) -> int:
        """Who `Mrs Brooks` is of several: who was called so before, else who was named last."""
        known = self._addressed.get((family, honorific))
        if known in bearers:
            return known
        last = {
            index: max(
                (start for start, _ in self.persons[index].mentions if start < at), default=-1
            )
            for index in bearers
        }
        near = [i for i, start in last.items() if start >= 0 and self._is_near(start, at)]
        return max(near, key=last.__getitem__) if near else self._likeliest(bearers, family)

    def _is_near(self, before: int, at: int) -> bool:
        return self._paragraph[at] - self._paragraph[before] <= 1

    def _spoke_just_before(self, at: int) -> int | None:
        """Who was named in full as a source, or went on so, in the paragraph of the source at a
        token or the one before it, the last of them."""
        place = bisect_left(self._spoken, at) - 1
        if at not in self._speaks_at or place < 0:
            return None
        before = self._spoken[place]
        near = self._paragraph[at] - self._paragraph[before] <= 1
        return self.at_token[before] if near else None

    def _bearers(self, name: PersonName) -> list[int]:
        """Persons who may bear a name, by family name first, then by their given name, then by
        any other part of theirs (`García` for Ana García Vilchis)."""
        if name.given:
            full = " ".join((name.given, *name.middle, name.family))
            same = [i for i, person in enumerate(self.persons) if same_name(person.parsed, name)]
            return same or self._known_as(full)
        wanted = fold(name.family)
        by_family = [i for i, person in enumerate(self.persons) if wanted in _endings(person)]
        if by_family:
            if name.suffix:
                return self._of_generation(by_family, name)
            elder = [i for i in by_family if not self._is_told_apart(i, by_family)]
            return elder or by_family
        by_given = [i for i, p in enumerate(self.persons) if wanted == fold(p.parsed.given)]
        if by_given or (known := self._known_as(name.family)):
            return by_given or known
        if ended := [i for i in range(len(self.persons)) if self._ends(i, name)]:
            return ended
        return self._with_middle(name)

    def _is_told_apart(self, index: int, family: list[int]) -> bool:
        """Whether `Brooks` alone is not somebody who is called so with a suffix: no `Jr.`, nor a
        `Sr.` whose namesake goes without."""
        name = self.persons[index].parsed
        if not name.suffix or is_later_born(name):
            return bool(name.suffix)
        namesakes = (self.persons[i].parsed for i in family if i != index)
        return any(not n.suffix and given_agree(n.given, name.given) for n in namesakes)

    def _of_generation(self, family: list[int], name: PersonName) -> list[int]:
        """Those of a family whom `Brooks Jr.`, `Brooks Sr.` or `the younger Brooks` may be."""
        persons = {i: self.persons[i] for i in family}
        same = [i for i, p in persons.items() if fold(p.parsed.suffix) == fold(name.suffix)]
        if same:
            return same
        younger = {i for i, p in persons.items() if is_later_born(p.parsed) or p.is_any(_CHILDREN)}
        elder = {i for i, p in persons.items() if p.is_any(_PARENTS)} - younger
        own, other = (younger, elder) if is_later_born(name) else (elder, younger)
        return sorted(own) or [i for i in family if i not in other] or family

    def _with_middle(self, name: PersonName) -> list[int]:
        """Persons who bear a name between their given and their family name."""
        wanted = fold(name.family)
        if len(wanted) <= _LONGEST_PARTICLE and not (wanted.isalpha() and len(wanted) > 1):
            return []
        if wanted in PARTICLES:
            return []
        return [
            i for i, p in enumerate(self.persons) if wanted in {fold(m) for m in p.parsed.middle}
        ]

    def _ends(self, index: int, name: PersonName) -> bool:
        """Whether a name of several words, a particle first, ends with a person's only one."""
        first, _, rest = fold(name.family).partition(" ")
        person = self.persons[index].parsed
        alone = not name.given and not person.given
        return alone and first in PARTICLES and rest == fold(person.family)

    def _known_as(self, name: str) -> list[int]:
        """Persons whom the article calls by another name too, or by their initials."""
        wanted = fold(name)
        known = [i for i, person in enumerate(self.persons) if wanted in person.aliases]
        if known or not are_initials(name):
            return known
        return [i for i, person in enumerate(self.persons) if wanted in _initials(person)]

    def _likeliest(self, bearers: list[int], wanted: str) -> int:
        """A name alone is the bearer the article is about, named most often and first; one
        whom it calls by the given name (`Ada`) is not called by the family's."""
        return max(
            bearers,
            key=lambda i: (
                # Where the family's name comes first, it is read as the given one.
                self.persons[i].by_given_name < 2 or wanted == fold(self.persons[i].parsed.given),
                len(self.persons[i].mentions),
                -self.persons[i].order,
            ),
        )


def _with_shared_families(lower: list[str], mentions: list[NameMention]) -> list[NameMention]:
    """`Peter` of `Peter and Susan Lund` is Peter Lund; so is he of `Ms Lund and her husband Peter`,
    where the article has a Mr Lund as well."""
    families = {fold(m.parsed.family) for m in mentions if m.parsed.given}
    given = {fold(m.parsed.given) for m in mentions}
    for place, (one, other) in enumerate(pairwise(mentions)):
        alone = not one.parsed.given and is_common_given_name(one.name)
        beside = one.end + 1 == other.start and lower[one.end] in {"and", "&"}
        # "Brad and Angelina Jolie" are Brad Pitt and her.
        known = fold(one.name) in families | given
        if alone and beside and other.parsed.given and not known:
            name = f"{one.name} {other.parsed.family}"
            mentions[place] = replace(one, name=name, parsed=parse_name(name))
        married = _SPOUSES.get(" ".join(lower[other.start - 2 : other.start]))
        near = other.start - one.end <= _LONGEST_TO_SPOUSE and not other.parsed.given
        if married and near and is_common_given_name(other.name):
            family = one.parsed.family
            if any(m.gender == married and m.parsed.family == family for m in mentions):
                name = f"{other.name} {family}"
                mentions[place + 1] = replace(other, name=name, parsed=parse_name(name))
    return mentions


def _speaking(doc: Doc, names: set[int]) -> list[int]:
    """The first tokens of the full names that speak, of those in sources: of `Ada Brooks,
    mother of Abe Stone` the first only, both of `Ada Brooks and Abe Stone`."""
    found = set()
    for quotation in doc._.quotations:
        joined = True
        for at in tokens_of(doc, quotation.source):
            joined = joined or doc[at].lower_ in {"and", "&"}
            if at in names:
                if joined:
                    found.add(at)
                joined = False
    return sorted(found)


def _is_head(role: Role, word: str) -> bool:
    """Whether a word heads a role: `his wife`, not `spokesman for the woman`."""
    first_part = role.text.casefold()
    for stop in (" of ", " for ", " to ", " at ", " in ", " and ", ",", "'s ", "’s "):
        if stop in {"'s ", "’s "}:
            first_part = first_part.split(stop)[-1]
        else:
            first_part = first_part.split(stop)[0]
    return first_part.removesuffix("-in-law").split()[-1:] == [word]


def _is_parent_of_namesake(person: Person, mention: NameMention) -> bool:
    """Whether one of two bearers of a name is told to be a parent and is the only one who is
    called `Sr.`: `Abe Holm is sheriff. His father, Abe Holm Sr., was too`."""
    if bool(person.parsed.suffix) == bool(mention.parsed.suffix):
        return False
    roles = person.roles if person.parsed.suffix else mention.roles
    return any(not _PARENTS.isdisjoint(role.words) for role in roles)


def _by_parts(one: PersonName, other: PersonName) -> tuple[PersonName, PersonName]:
    """The shorter name and the longer."""
    return (one, other) if one.parts <= other.parts else (other, one)


def _families(name: PersonName) -> set[str]:
    """The names, folded, of which two full names of one person share one."""
    return {fold(name.family), *map(fold, name.middle)}


def _initials(person: Person) -> set[str]:
    name = person.parsed
    if not name.given:
        return set()
    full = " ".join((name.given, *name.middle, name.family))
    short = name.given[0] + name.family.rpartition(" ")[2][:1]
    return {initials(full), initials(full.replace("-", "")), fold(short)}


def _endings(person: Person) -> set[str]:
    family = fold(person.parsed.family)
    # "Otaibi" is Abdulrahman al-Otaibi.
    bare = family.partition("-")[2] if family.startswith(_ARABIC_ARTICLES) else family
    return {family, bare, family.rpartition(" ")[2], fold(person.parsed.suffix), fold(person.name)}


def _name_by_campaign(person: Person, doc: Doc) -> None:
    """Give somebody who is called by the family name alone the only given name that the article
    has in front of it: `Ada Brooks supporters`, `The Ada Brooks Show`; not of `Ada Brooks Park`."""
    if person.parsed.given or person.roles or " " in person.name:
        return
    words = doc_words(doc).words
    given = {
        words[at - 1]
        for at in doc_words(doc).places.get(person.name, ())
        if at
        and words[at - 1].istitle()
        and is_given_name(words[at - 1])
        # "As Brooks put it", but "its director, Per Brooks"
        and not (doc[at - 1].is_sent_start and words[at - 1].lower() in _SMALL_WORDS)
        and (_CALLED_AFTER.issuperset(words[at + 1 : at + 2]) or not words[at + 1].istitle())
    }
    if len(given) == 1 and person.gender in {"", *map(given_name_gender, given)}:
        person.name = f"{given.pop()} {person.name}"
        person.parsed = parse_name(person.name)


def _name_in_full(person: Person, published: str) -> None:
    """Give a head of state whom the article calls by the family name alone the whole one, in
    which the family name stays as the article spells it."""
    if person.parsed.given:
        return
    if holder := office_holder(person.name, person.roles, person.gender, published):
        person.name = holder.name.replace(holder.family, person.name, 1)
        person.parsed = parse_name(person.name)
        person.votes[holder.gender] += _NAME_VOTE


def _vote_by_name(person: Person) -> None:
    given = person.parsed.given
    if given and (gender := given_name_gender(given)):
        person.votes[gender] += _NAME_VOTE
    person.renowned_as = gender_of(person.name)
    alone = person.parsed.family
    # A name alone is mostly a family's, unless it is as common a given name as Jennifer; and
    # Mayor Lee is surely nobody's given name.
    bare = not given and not person.roles
    if bare and is_common_given_name(alone) and (gender := given_name_gender(alone)):
        person.votes[gender] += _NAME_VOTE / 2
