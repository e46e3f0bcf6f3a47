"""Whom `the general`, `the senator from Texas` or `the Pentagon chief` stands for."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from pipeline.annotate.antecedents import History, Pronominal, best_antecedent, score
from pipeline.annotate.cast import Cast, Person
from pipeline.annotate.layout import Layout
from pipeline.annotate.lexicon import (
    DEMONYMS,
    DETERMINERS,
    GENDERED_ROLES,
    PERSON_NOUNS,
    POSSESSIVE_MARKS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIONS,
    words,
)
from pipeline.annotate.names import is_role_noun, is_title_word
from pipeline.annotate.nouns import YEAR_OLD
from pipeline.annotate.office_bearers import PAST, first_of, office_bearers
from pipeline.annotate.parts import Part
from pipeline.annotate.role_fields import go_together
from pipeline.annotate.roles import Role, heads_of, initials_of, spelled_out, synonyms

_EARLY_PARAGRAPHS = 3
PLAIN_PERSONS = words(
    "man woman person guy lady girl boy teenager youngster pensioner survivor victim "
    "candidate nominee contender challenger incumbent lawmaker politician official "
    "billionaire millionaire tycoon mogul businessman businesswoman"
)
_RUNNING = words("candidate nominee contender challenger incumbent")
_OF_THE_RUNNING = _RUNNING | words(
    "democrat republican independent politician senator congressman congresswoman representative "
    "governor mayor councillor mp front-runner frontrunner opponent rival businessman billionaire "
    "mogul tycoon developer"
)
_PRESIDENT = words("vice president former")
"""Whom `the nominee` may be, and of whom a role says so; no firm's vice president."""
_MEMBERS = words("mp mla msp mep leader lawmaker legislator")
_LEADERS = words(
    "leader minister premier chancellor secretary whip president chairman chairwoman spokesperson"
)
"""Members of a parliament or party, and the offices that members have."""
_ANONYMOUS = words(
    "source insider witness eyewitness onlooker bystander passerby caller commentator commenter "
    "whistleblower informant viewer listener user"
)
"""Nouns for those whose name an article keeps to itself: `the source` is an earlier source."""
_SINCE_INTRODUCED = 3
_LATEST = 5
"""Paragraphs from a headline's or lead's description to the name."""
_LOOK_BACK = 150
_BEFORE_NOUN = 3
"""Sentences and words in which somebody unnamed may have been introduced, and words between
the article and the noun."""
_INTRODUCING = frozenset({"a", "an", "another"})
_LONGEST_PLAIN = 5
_LONGEST_PAST = 8
"""Words of a description that is anchored to nobody else, hyphens not counted; the second
for `the former first lady and Ohio senator`."""
_HYPOTHETICAL = words("next future would-be potential another")
_RANKING = words("prime vice deputy")
_LEADING = words("leader premier")
"""What a prime minister is called without a `prime`."""
_INSIDE_BODIES = frozenset({"of", "for", "and", "the", "&"})
_EVERY_ROLE = words("the a an of for and in to at 's ’s former")


class Descriptions:
    """Resolves descriptions of a single person within one article."""

    def __init__(self, doc: Doc, layout: Layout, cast: Cast, weights: Mapping[str, float]):
        self._doc = doc
        self._layout = layout
        self._cast = cast
        self._weights = weights

    def person(
        self, part: Part, history: History, reference: Pronominal, least: float, *, speaks: bool
    ) -> int | None:
        """Index of the person a description stands for, None where the article does not tell.

        First by the roles the article gives its persons; a description that no role takes
        up goes to the likeliest person just mentioned, if it is definite and likely enough.

        speaks: whether it is a source; any other description goes by the roles alone.
        """
        early = self._layout.paragraph[part.start] <= _EARLY_PARAGRAPHS
        if not part.definite and not early:
            return None
        if not _HYPOTHETICAL.isdisjoint(self._doc[at].lower_ for at in range(part.start, part.end)):
            return None
        named = {
            index: person
            for index, person in enumerate(self._cast.persons)
            if person.order <= reference.at
        }
        places = self._places(part)
        matches = (
            office_bearers(self._doc, part, places, named)
            or self._by_role(part, reference, early)
            or first_of(self._doc, part, places, named)
        )
        introduced = self._introduced_at(part)
        if introduced >= 0 and part.definite and speaks:
            # "the scholar" is no professor who was named before "a scholar" spoke.
            matches = [
                index
                for index in matches
                if history.last_at(index) > introduced
                or any(part.head in role.words for role in self._cast.persons[index].roles)
            ]
        if matches:
            return self._nearest(matches, history, reference)
        # A headline's "ex-governor" has no article and takes up nobody before it.
        pointing = part.definite and self._doc[part.start].lower_ in DETERMINERS
        office = self._doc[part.end - 1].is_upper and part.head not in PERSON_NOUNS
        if office or part.head in _ANONYMOUS:
            # "the PM" is nobody but who bears the office.
            return None
        if not speaks or not pointing or not self._is_plain(part):
            return None
        if introduced >= 0:
            return None
        among = None
        if part.head in _RUNNING:
            # "The nominee" is neither a firm's president nor anybody's wife.
            among = [index for index in history.seen if self._may_run(index)]
        person, probability = best_antecedent(history, reference, self._weights, among)
        if person is None or probability < least or not self._goes_with(part, person):
            return None
        return person

    def _may_run(self, index: int) -> bool:
        """Whether a person may be a candidate: a politician, or nobody whose role is known."""
        roles = self._cast.persons[index].roles
        return not roles or any(
            not _OF_THE_RUNNING.isdisjoint(heads_of(role)) or role.words <= _PRESIDENT
            for role in roles
        )

    def _goes_with(self, part: Part, person: int) -> bool:
        """Whether a description goes with what is known of a person's roles."""
        roles = self._cast.persons[person].roles
        # Where or how old one is, or what one was, goes with any role.
        goes_with_any = (
            part.head in PLAIN_PERSONS
            or part.head == YEAR_OLD
            or self._doc[part.end - 3 : part.end - 1].text == "of-"
            or self._doc[part.end - 1].ent_type_ == "NORP"
            or part.head in DEMONYMS
            or is_of_the_past(self._doc, part)
        )
        if not roles or goes_with_any:
            return True
        heads = [head for role in roles for head in heads_of(role)]
        if part.head in _MEMBERS and not _LEADERS.isdisjoint(heads):
            # "The Larkhaven MP" is the party leader who has just spoken.
            return True
        placed = self._places(part) and self._doc[part.start + 1].ent_type_ != "NORP"
        # Else it is somebody whose role is known, and is another one.
        return not placed and any(go_together(part.head, head) for head in heads)

    def _words(self, part: Part) -> frozenset[str]:
        """The words of a description behind its owner, if it has one."""
        start = part.start
        if part.head not in RELATIONS:
            for at in range(part.start, part.end):
                if self._doc[at].text in POSSESSIVE_MARKS:
                    start = at + 1
        return frozenset(
            spelled_out(token.text)
            for token in self._doc[start : part.end]
            if token.text[:1].isalnum()
        )

    def _places(self, part: Part) -> frozenset[str]:
        return frozenset(
            self._doc[at].lower_
            for at in range(part.start, part.end)
            if self._doc[at].ent_type_ in {"GPE", "LOC", "NORP"}
        )

    def _named(self, part: Part) -> frozenset[str]:
        """The words of bodies in a description, `of` and the like left out."""
        return frozenset(
            spelled_out(self._doc[at].text)
            for at in range(part.start, part.end)
            if self._doc[at].ent_type_ == "ORG" and self._doc[at].is_title
        )

    def _by_role(self, part: Part, reference: Pronominal, early: bool) -> list[int]:
        """Persons with a role that fits, the best fitting only."""
        words = self._words(part)
        head = spelled_out(part.head)
        heads = synonyms(head)
        content = words - PREPOSITIONS - DETERMINERS - _EVERY_ROLE - {head, *head.split("-")}
        if not part.definite:
            # Before the name is given, a headline or lead says "a Texas judge".
            content -= self._places(part)
        named = self._named(part)
        # A governor of another state is another governor.
        places = self._places(part) & content
        owner = self._doc[part.start].lower_
        owned = part.head in RELATIONS and owner in POSSESSIVES
        gender = GENDERED_ROLES.get(part.head, "")
        paragraph = self._layout.paragraph[part.start]
        best: dict[int, float] = {}
        for index, person in enumerate(self._cast.persons):
            if gender and person.gender and person.gender != gender:
                continue
            known = _name_words(person.name).union(*map(_acronyms_in, person.roles))
            if person.order > reference.at and not early:
                continue
            if not part.definite and self._is_known(person, part):
                continue
            for role in person.roles:
                if heads.isdisjoint(heads_of(role)) or (owned and not _is_owned(role, owner)):
                    continue
                if places - role.words and _names_something(role):
                    continue
                later = person.order > reference.at
                if later and self._layout.paragraph[person.order] - paragraph > _LATEST:
                    continue
                if (
                    later
                    and not PAST.isdisjoint(role.words)
                    and not is_of_the_past(self._doc, part)
                ):
                    # "the minister" is no former minister of the end of the article.
                    continue
                abbreviated = head in initials_of(role)
                leads = head in _LEADING and "prime" in role.words
                if not abbreviated and not leads and not _RANKING.isdisjoint(words ^ role.words):
                    # "the prime minister" is no health minister.
                    continue
                shared = len(content & (role.words | known))
                missing = len(content) - shared
                if person.order > reference.at and not _names_something(role):
                    # The lead's "head of Harbour Rail" is the "CEO" of the next paragraph.
                    missing -= len((content & named) - role.words - _name_words(person.name))
                if missing > shared + 1 or (missing and (part.head in RELATIONS or leads)):
                    continue
                fit = shared - 0.6 * missing + 0.5 * (head in role.words)
                best[index] = max(best.get(index, fit), fit)
        if not best:
            return self._only_bearer(part, heads)
        top = max(best.values())
        return [index for index, fit in best.items() if fit >= top - 0.25]

    def _is_known(self, person: Person, part: Part) -> bool:
        """Whether the text behind the title names somebody before `a scholar` speaks."""
        title_end = self._layout.title_end
        return any(title_end <= start < part.start for start, _ in person.mentions)

    def _only_bearer(self, part: Part, heads: frozenset[str]) -> list[int]:
        """The one person of the article whose role has a headline's noun: the lead tells
        whom `Former Harbour Doctor Says` is about."""
        if part.start >= self._layout.title_end:
            return []
        places = self._places(part)
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

    def _nearest(self, matches: list[int], history: History, reference: Pronominal) -> int | None:
        if len(matches) == 1:
            return matches[0]
        ranked = [
            (score(features, self._weights), person)
            for person, features in history.ranked_features(reference)
            if person in matches
        ]
        return max(ranked)[1] if ranked else None

    def _introduced_at(self, part: Part) -> int:
        """Token at which `the captain` is introduced as a captain without a name, of whom the
        article has just told: `They had a visit from a young captain.` -1 if it is not."""
        first = max(0, self._layout.sentence[part.start] - _SINCE_INTRODUCED)
        for at in range(part.start - 1, max(-1, part.start - _LOOK_BACK), -1):
            if self._layout.sentence[at] < first:
                break
            if self._doc[at].lower_ == part.head and at not in self._cast.at_token:
                start = max(self._layout.sentence_start[at], at - _BEFORE_NOUN)
                articles = [i for i in range(start, at) if self._doc[i].lower_ in _INTRODUCING]
                # "Ada Brooks, a captain from Ohio", "a captain, Ada Brooks"
                around = range(articles[0] - 2 if articles else at, at + 3)
                if articles and self._cast.at_token.keys().isdisjoint(around):
                    return at
        return -1

    def _is_plain(self, part: Part) -> bool:
        """Whether a description is `the woman` or `the Republican nominee`, and not
        anchored to anybody else: `Brooks's lawyer` is not Brooks."""
        length = sum(token.text[0].isalnum() for token in self._doc[part.start : part.end])
        longest = _LONGEST_PAST if is_of_the_past(self._doc, part) else _LONGEST_PLAIN
        # "the great-grandmother" is somebody just named; "his mother" is not he.
        related = part.head in RELATIONS and self._doc[part.start].lower_ != "the"
        if related or length > longest:
            return False
        for at in range(part.start, part.end):
            token = self._doc[at]
            if at in self._cast.at_token or token.text in POSSESSIVE_MARKS:
                return False
            if token.lower_ in PREPOSITIONS | POSSESSIVES and token.lower_ != "for":
                return False
        return True


def is_of_the_past(doc: Doc, part: Part) -> bool:
    """Whether a description says what somebody was: `the former governor`."""
    return part.end - part.start > 1 and doc[part.start + 1].lower_ in PAST


def _names_something(role: Role) -> bool:
    """Whether a role names a place or body: `Ohio governor`, not `Gov.`"""
    return any(
        word[:1].isupper() and not is_title_word(word) and not is_role_noun(word)
        for word in role.text.split()
    )


def _is_owned(role: Role, owner: str) -> bool:
    """Whether a role may be what `her lawyer` says: not his, nor Brooks's."""
    return role.owner == owner or not POSSESSIVES.isdisjoint(role.words)


def _acronyms_in(role: Role) -> frozenset[str]:
    """What the bodies in a role go by: `hcp` in `leader of the Harbour Conservation Party`."""
    found = set()
    letters = ""
    for word in [*role.text.split(), ""]:
        if word[:1].isupper():
            letters += word[0]
        elif letters and word not in _INSIDE_BODIES:
            found.add(letters.casefold())
            letters = ""
    return frozenset(each for each in found if len(each) > 1)


def _name_words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().split())
