"""Whose role a description goes by: `the senator from Texas`, `the Pentagon chief`."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part, places_in
from pipeline.annotate.persons.ages import age_in, start_of_age
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.nations import nation_of, nations_of
from pipeline.annotate.persons.person import Person
from pipeline.annotate.persons.roles import (
    OF_PRESS,
    PASSING,
    Role,
    heads_of,
    initials_of,
    spelled_out,
    synonyms,
)
from pipeline.annotate.speakers.conflicts import PARTIES
from pipeline.annotate.speakers.office_bearers import PAST, is_of_the_past
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    DETERMINERS,
    GENDERED_ROLES,
    POSSESSIVE_MARKS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIONS,
    words,
)
from pipeline.annotate.text.names import is_role_noun, is_title_word
from pipeline.annotate.text.title_phrases import PORTFOLIOS

_LATEST = 5
"""Paragraphs from a headline's or lead's description to the name."""
_LEAD = 1
"""Index of the last paragraph of a headline or lead."""
_NEAR = 3
"""Paragraphs over which a description may add something to a role."""
RANKING = words("prime vice deputy shadow")
"""Words of an office that make another one of it."""
RUNNING = words("candidate nominee contender challenger incumbent")
OF_ONE = words("secretary minister chancellor premier president governor mayor")
"""Offices that only who holds them now is called by, if another has held them."""
_OF_THE_TIME = words("then elect late outgoing ousted deposed disgraced predecessor")
"""What tells that a role is not held now, or not any more when news appears."""
_LEADING = words("leader premier")
"""What a prime minister is called without a `prime`."""
_POSTS = words(
    "leader chief captain chairman chairwoman chair director executive ceo boss manager coach "
    "speaker head editor commissioner"
)
"""Posts that `the former chief` has had, and a chief of today has."""
_LONGEST_ANOTHER = 8
"""Words of `Another guard at the port, ` in front of a name."""
_OWNING = {"m": "his", "f": "her"}
_SIDES = words("opposition ruling former ex")
_BEHIND_ORIGINS = words("born based bred raised trained educated old")
_INSIDE_BODIES = frozenset({"of", "for", "and", "the", "&"})
_EVERY_ROLE = (
    PREPOSITIONS | DETERMINERS | words("the a an of for and in to at 's ’s former") | PASSING
)
"""Words that tell no role from another."""


class RoleMatches:
    """The persons of one article by their roles."""

    def __init__(self, doc: Doc, layout: Layout, cast: Cast):
        self._doc = doc
        self._layout = layout
        self._cast = cast

    def of(self, part: Part, at: int, early: bool, owner_named: str = "") -> list[int]:
        """Persons with a role that fits, the best fitting only.

        owner_named: the name of whom `his` in `his lawyer` stands for.
        """
        words = self._words(part)
        head = spelled_out(part.head)
        heads = synonyms(head)
        if head == "secretary" and not OF_PRESS.isdisjoint(words):
            heads |= synonyms("press-secretary")
        content = words - _EVERY_ROLE - {head, *head.split("-")}
        if not part.definite:
            # Before the name is given, a headline or lead says "a Texas judge".
            content -= places_in(self._doc, part)
        named = self._named(part)
        # A governor of another state is another governor.
        places = (places_in(self._doc, part) & content) - PARTIES.keys()
        owner = self._doc[part.start].lower_
        owned = part.head in RELATIONS and owner in POSSESSIVES
        mark = self._mark_of_owner(part)
        if mark > 0:
            bearer = self._cast.persons[self._cast.at_token[mark - 1]]
            owned, owner, owner_named = True, _OWNING.get(bearer.gender, "-"), bearer.name
            content -= {low.lower_ for low in self._doc[part.start : mark + 1]}
        if owned:
            # "His ex-wife" was his wife.
            content -= {"ex", "former"}
        aged = age_in(self._doc, part.start, part.end) is not None
        gender = GENDERED_ROLES.get(part.head, "")
        past = is_of_the_past(self._doc, part)
        paragraph = self._layout.paragraph[part.start]
        best: dict[int, float] = {}
        for index, person in enumerate(self._cast.persons):
            if gender and person.gender and person.gender != gender:
                continue
            known = _name_words(person.name).union(*map(_acronyms_in, person.roles))
            if person.order > at and not early:
                continue
            if not part.definite and self._is_known(person, part):
                continue
            for role in person.roles:
                alike = not heads.isdisjoint(heads_of(role)) or _is_cabinet(head, role)
                if not alike or (owned and not _is_owned(role, owner, owner_named)):
                    continue
                if places - role.words and _names_something(role):
                    continue
                later = person.order > at
                far = later and self._layout.paragraph[person.order] - paragraph > _LATEST
                if far and not (content <= role.words and _is_told_well(role, content)):
                    # A headline's "Harbour Party leader" may be named at the end.
                    continue
                if later and self._is_introduced_as_another(person):
                    continue
                if later and not content and paragraph > _LEAD + 1:
                    # Behind the lead, "the conductor" has been told of before.
                    continue
                held = head in OF_ONE | RUNNING
                if (later or held) and not PAST.isdisjoint(role.words) and not past:
                    # "the minister" is no former minister of the end of the article.
                    continue
                if past and not owned and head in OF_ONE | _POSTS and _is_of_now(role):
                    # "the former minister" is no Minister Ada Brooks.
                    continue
                abbreviated = head in initials_of(role)
                leads = head in _LEADING and "prime" in role.words
                if not abbreviated and not leads and not RANKING.isdisjoint(words ^ role.words):
                    # "the prime minister" is no health minister.
                    continue
                shared = len(content & (role.words | known))
                missing = len(content) - shared
                if person.order > at and not _names_something(role):
                    # The lead's "head of Harbour Rail" is the "CEO" of the next paragraph.
                    missing -= len((content & named) - role.words - _name_words(person.name))
                if missing > shared + 1 or (missing and (part.head in RELATIONS or leads)):
                    continue
                apart = missing and not shared and not self._is_from_there(content, head, person)
                if apart and head not in role.words and not abbreviated:
                    # "the band leader" is no president of a union.
                    continue
                told_more = missing or aged
                if told_more and not shared and not later and self._is_far(person, part):
                    # "the Harbour Party leader" is no council leader of the article's start, nor
                    # "the 40-year-old pilot" any pilot.
                    continue
                fit = shared - 0.6 * missing + 0.5 * (head in role.words)
                # "the former mayor" is no mayor of today next to a former one.
                fit += past and not PAST.isdisjoint(role.words)
                best[index] = max(best.get(index, fit), fit)
        if not best:
            return self._only_bearer(part, heads)
        top = max(best.values())
        return [index for index, fit in best.items() if fit >= top - 0.25]

    def _is_from_there(self, content: frozenset[str], head: str, person: Person) -> bool:
        """Whether nothing but where somebody is from tells `the Swedish filmmaker` from the
        director, of whom it is not told otherwise; an office may be another country's."""
        nations = {nation_of(word) for word in content}
        office = head in OF_ONE | _POSTS | _LEADING
        known = nations_of(self._doc, person)
        return (
            bool(nations) and "" not in nations and not office and (not known or nations <= known)
        )

    def _is_introduced_as_another(self, person: Person) -> bool:
        """Whether the article first names somebody as `another guard, Ada Brooks`."""
        first = self._layout.sentence_start[person.order]
        before = self._doc[max(first, person.order - _LONGEST_ANOTHER) : person.order]
        return any(token.lower_ == "another" for token in before)

    def _is_far(self, person: Person, part: Part) -> bool:
        """Whether the paragraphs before a description do not name somebody."""
        last = max((start for start, _ in person.mentions if start < part.start), default=-1)
        apart = self._layout.paragraph[part.start] - self._layout.paragraph[max(last, 0)]
        return last < 0 or apart > _NEAR

    def _is_known(self, person: Person, part: Part) -> bool:
        """Whether the text behind the title names somebody before `a scholar` speaks."""
        title_end = self._layout.title_end
        return any(title_end <= start < part.start for start, _ in person.mentions)

    def _only_bearer(self, part: Part, heads: frozenset[str]) -> list[int]:
        """The one person of the article whose role has a headline's noun: the lead tells
        whom `Former Harbour Doctor Says` is about."""
        if part.start >= self._layout.title_end:
            return []
        places = places_in(self._doc, part)
        found = [
            index
            for index, person in enumerate(self._cast.persons)
            if any(
                not heads.isdisjoint(heads_of(role))
                and not (places - role.words and _names_something(role))
                for role in person.roles
            )
        ]
        return found if len(found) == 1 else []

    def _mark_of_owner(self, part: Part) -> int:
        """The `'s` of `Abe Stone's wife`, behind the name of a person; -1 if there is none."""
        if part.head not in RELATIONS:
            return -1
        return next(
            (
                at
                for at in range(part.start + 1, part.end)
                if self._doc[at].text in POSSESSIVE_MARKS and at - 1 in self._cast.at_token
            ),
            -1,
        )

    def _words(self, part: Part) -> frozenset[str]:
        """The words of a description behind its owner, if it has one."""
        start = part.start
        if part.head not in RELATIONS:
            for at in range(part.start, part.end):
                if self._doc[at].text in POSSESSIVE_MARKS:
                    start = at + 1
        described = self._origin(start, part.end)
        return frozenset(
            spelled_out(token.text)
            for token in self._doc[start : part.end]
            if token.text[:1].isalnum() and token.i not in described
        )

    def _origin(self, start: int, end: int) -> set[int]:
        """Tokens of `Lagos-born` and `29-year-old` in a description: where or how old somebody is
        tells no role."""
        found: set[int] = set()
        for at in range(start + 2, end):
            if self._doc[at - 1].text != "-" or self._doc[at].lower_ not in _BEHIND_ORIGINS:
                continue
            first = at - 2
            if self._doc[at].lower_ == "old":
                first = start_of_age(self._doc, at + 1)
            while first > start and self._doc[first].ent_iob_ == "I":
                first -= 1
            found.update(range(first, at + 1))
        return found

    def _named(self, part: Part) -> frozenset[str]:
        """The words of bodies in a description, `of` and the like left out."""
        return frozenset(
            spelled_out(self._doc[at].text)
            for at in range(part.start, part.end)
            if self._doc[at].ent_type_ == "ORG" and self._doc[at].is_title
        )


def _is_cabinet(head: str, role: Role) -> bool:
    """Whether `the minister` may be a `Health Secretary`; no press secretary is called so."""
    return head == "minister" and "secretary" in heads_of(role) and bool(PORTFOLIOS & role.words)


def _is_of_now(role: Role) -> bool:
    """Whether a role tells nothing of another time, as `then-minister` does."""
    return (PAST | _OF_THE_TIME).isdisjoint(role.words)


def _names_something(role: Role) -> bool:
    """Whether a role names a place or body: `Ohio governor`, not `Gov.`"""
    return any(
        word[:1].isupper() and not is_title_word(word) and not is_role_noun(word)
        for word in role.text.split()
    )


def _is_told_well(role: Role, content: frozenset[str]) -> bool:
    """Whether a role of today, all of whose words a description has, tells one from others:
    `Harbour Party leader`, but not `prime minister`."""
    return bool(content - RANKING) and PAST.isdisjoint(role.words) and _names_something(role)


def _is_owned(role: Role, owner: str, owner_named: str) -> bool:
    """Whether a role may be what `her lawyer` says: not his, and Brooks's only where she is."""
    if role.owner == owner or not POSSESSIVES.isdisjoint(role.words):
        return True
    of, mark, _ = role.text.replace("’", "'").partition("'s ")
    of = of if mark else role.owner
    return bool(of) and of.casefold().split()[-1:] == owner_named.casefold().split()[-1:]


def _acronyms_in(role: Role) -> frozenset[str]:
    """What the bodies in a role go by: `hcp` in `leader of the Harbour Conservation Party` and in
    `opposition Harbour Conservation Party Chairman`."""
    found = set()
    letters = ""
    for word in [*role.text.split(), ""]:
        if word[:1].isupper() and not (is_role_noun(word) or word.casefold() in _SIDES):
            letters += word[0]
        elif letters and word not in _INSIDE_BODIES:
            found.add(letters.casefold())
            letters = ""
    return frozenset(each for each in found if len(each) > 1)


def _name_words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().split())
