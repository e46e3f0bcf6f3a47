"""Whom `the general`, `the senator from Texas` or `the Pentagon chief` stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part, places_in
from pipeline.annotate.persons.ages import age_in
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.nations import nation_of, nations_of
from pipeline.annotate.persons.person import Person
from pipeline.annotate.persons.roles import heads_of
from pipeline.annotate.persons.seats import SEATED, may_be_called, state_in
from pipeline.annotate.speakers.antecedents import History, Pronominal, best_antecedent, score
from pipeline.annotate.speakers.conflicts import (
    TELLING_WHICH,
    is_kept_back,
    is_of_other_country,
    parties_in,
)
from pipeline.annotate.speakers.leads import entries_of
from pipeline.annotate.speakers.office_bearers import (
    counterparts,
    listed_bearers,
    tells_the_past,
)
from pipeline.annotate.speakers.role_matches import OF_ONE, RUNNING, RoleMatches
from pipeline.annotate.speakers.suitability import (
    ON_DUTY,
    PARTY_MEMBERS,
    Suitability,
)
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    CLAUSE_STARTERS,
    DETERMINERS,
    INTRODUCING,
    PERSON_NOUNS,
    POSSESSIVE_MARKS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIONS,
    words,
)
from pipeline.annotate.text.names import is_role_noun
from pipeline.annotate.text.nouns import is_plural, singular

_EARLY_PARAGRAPHS = 3
_ANONYMOUS = words(
    "source insider witness eyewitness onlooker bystander passerby caller commentator commenter "
    "whistleblower informant viewer listener user"
)
"""Nouns for those whose name an article keeps to itself: `the source` is an earlier source."""
_SINCE_INTRODUCED = 3
_LOOK_BACK = 150
_BEFORE_NOUN = 7
"""Sentences and words in which somebody unnamed may have been introduced, and words between
the article and the noun."""
_BEFORE_LEAD = 3
"""Words in front of the name of who is led in: `But Denmark's`."""
_SINCE_BORNE = 600
"""Words in which another bearer of a role may have spoken."""
_NEAR_PARAGRAPHS = 2
"""How far back the second likeliest person of a description is looked for."""
_LONGEST_PLAIN = 5
_LONGEST_PAST = 10
"""Words of a description that is anchored to nobody else, hyphens and the words behind the
number of an age and of children not counted; the second for `the former first lady and Ohio
senator`."""
_BARE = 2
_TELLING_APART = words("other second third senior same first last young elderly late")
_OFFICES_OF = words("state staff defence defense operations communications police")
"""What is no other person or body behind an `of`: `the secretary of state`."""
_COPULAS = frozenset({"is", "was"})
_ANCHORING = (PREPOSITIONS | POSSESSIVES) - {"for"}
_PARTING = DETERMINERS | PREPOSITIONS | POSSESSIVE_MARKS | {",", "of"}
_HYPOTHETICAL = words("next future would-be potential another")
_OF_STATE = OF_ONE - {"governor", "mayor"}
"""`The Ohio governor` may be a candidate who has just spoken, `the health minister` is not."""


class Descriptions:
    """Resolves descriptions of a single person within one article."""

    def __init__(
        self,
        doc: Doc,
        layout: Layout,
        cast: Cast,
        weights: Mapping[str, float],
    ):
        self._doc = doc
        self._words = doc_words(doc)
        self._layout = layout
        self._cast = cast
        self._weights = weights
        self._roles = RoleMatches(doc, layout, cast)
        self._suitable = Suitability(doc, layout, cast)
        self._entries = frozenset(entries_of(doc, layout))
        """Paragraphs that open an entry of a report by the hour, as its headline."""
        self._borne_by: dict[str, tuple[int, int]] = {}
        """Wording of a description → where it was read last, and whose role it was then."""
        self._taken_up: dict[str, tuple[int, int]] = {}
        """Wording of a description → where it was read last, and the person it took up."""

    def person(
        self, part: Part, history: History, reference: Pronominal, least: float, *, speaks: bool
    ) -> int | None:
        """Index of the person a description stands for, None where the article does not tell.

        The party that it names is that person's from now on.

        speaks: whether it is a source; any other description goes by the roles alone.
        """
        person = self._meant(part, history, reference, least, speaks=speaks)
        if person is not None and not tells_the_past(self._doc, part):
            self._cast.persons[person].parties |= parties_in(self._doc, part)
        return person

    def _meant(
        self, part: Part, history: History, reference: Pronominal, least: float, *, speaks: bool
    ) -> int | None:
        """First by the roles the article gives its persons; a description that no role takes
        up goes to the likeliest person just mentioned, if it is definite and likely enough.
        """
        paragraph = self._layout.paragraph[part.start]
        early = paragraph <= _EARLY_PARAGRAPHS or paragraph in self._entries
        if not part.definite and not early:
            return None
        if not _HYPOTHETICAL.isdisjoint(self._words.lower[part.start : part.end]):
            return None
        if is_kept_back(self._doc, self._layout, part):
            return None
        matches = self._bearers(part, history, reference.at, early=early)
        if not matches and (first := self._first_of_two(part)) is not None:
            person = self._meant(first, history, reference, least, speaks=speaks)
            if person is not None:
                return person
        introduced = self._introduced_at(part)
        if introduced >= 0 and part.definite and speaks:
            # "the scholar" is no professor who was named before "a scholar" spoke, nor a scholar
            # who was named before "one of the scholars" did.
            of_many = self._words.lower[introduced] != part.head
            matches = [
                index
                for index in matches
                if history.last_at(index) > introduced
                or (
                    not of_many
                    and any(part.head in role.words for role in self._cast.persons[index].roles)
                )
            ]
        matches = [i for i in matches if not self._suitable.is_ruled_out(part, i)]
        matches = [i for i in matches if not self._is_of_another(part, i, history)]
        leading = self._led_in_by(part)
        if matches and leading is not None and not self._suitable.is_ruled_out(part, leading):
            matches = [leading]
        # "The minister said Brooks was late" is no word of Brooks's, if there is another.
        matches = [i for i in matches if i not in reference.spoken_of] or matches
        if matches:
            return self._of_matches(part, matches, history, reference)
        # A headline's "ex-governor" has no article and takes up nobody before it.
        pointing = part.definite and self._doc[part.start].lower_ in DETERMINERS
        office = self._doc[part.end - 1].is_upper and part.head not in PERSON_NOUNS
        if office or (part.head in _ANONYMOUS and not self._suitable.is_at_court(part)):
            # "the PM" is nobody but who bears the office.
            return None
        if not pointing or not self._is_plain(part):
            return None
        if not speaks:
            return None
        told_which = self._words.between(part.end, part.end + 1).lower() in TELLING_WHICH
        if introduced >= 0 or (told_which and self._doc[part.start - 1].lower_ not in _COPULAS):
            # "The keeper who fired the shot" has not been named, "Brooks is the man who" has.
            return None
        return self._just_mentioned(part, history, reference, least)

    def _bearers(self, part: Part, history: History, at: int, *, early: bool) -> list[int]:
        """Who bears a role that fits, of those named up to a token or, for an early description,
        soon."""
        named = {i: person for i, person in enumerate(self._cast.persons) if person.order <= at}
        bare = part.head in RUNNING and part.end - part.start == 2
        owning = self._owner_at(part.start, history)
        owner = self._cast.persons[owning].name if owning is not None else ""
        return (
            self._of_seat(part, named)
            or counterparts(named, places_in(self._doc, part))
            or (not bare and self._roles.of(part, at, early, owner))
            or listed_bearers(self._doc, part, named)
            or self._compatriots(part, named)
            or self._of_court(part)
        )

    def _compatriots(self, part: Part, named: Mapping[int, Person]) -> list[int]:
        """The one person who is told to be from where `the Dane` is from."""
        nation = nation_of(part.head)
        if not nation or not part.definite:
            return []
        found = [i for i, person in named.items() if nation in nations_of(self._doc, person)]
        return found if len(found) == 1 else []

    def _led_in_by(self, part: Part) -> int | None:
        """Brooks of `Denmark's Brooks saw it so: “No,” |the prime minister| said`: the only person
        whom the words in front of the colon name, at their beginning, where the article gives them
        no role of their own; None for any description but an office that one at a time holds."""
        if part.head not in OF_ONE or part.end - part.start > _BARE + 1:
            return None
        before = range(max(0, part.start - _LOOK_BACK), part.start)
        first = next((at for at in reversed(before) if self._words.words[at] == ":"), -1)
        quoted = range(first + 1, part.start)
        if (
            first < 0
            or not quoted
            or not all(self._layout.quoted[at] or not self._doc[at].is_alpha for at in quoted)
        ):
            return None
        start = self._layout.sentence_start[first]
        named = [at for at in range(start, first) if at in self._cast.at_token]
        persons = {self._cast.at_token[at] for at in named}
        if len(persons) != 1 or named[0] - start > _BEFORE_LEAD:
            return None
        person = persons.pop()
        return person if not self._cast.persons[person].roles else None

    def _of_court(self, part: Part) -> list[int]:
        """The one person who is told to be `the defendant` or `the prosecutor` of a trial."""
        found = self._suitable.at_court(part) if part.definite else []
        return found if len(found) == 1 else []

    def _first_of_two(self, part: Part) -> Part | None:
        """`the Ohio senator` of `the Ohio senator and presidential candidate`; None for any other
        description."""
        lower = self._words.lower
        for at in range(part.start + 2, part.end - 1):
            if lower[at] == "and":
                roles = is_role_noun(lower[at - 1]) and is_role_noun(lower[part.end - 1])
                one = part.definite and roles and lower[at + 1] not in DETERMINERS
                return replace(part, end=at, head=lower[at - 1]) if one else None
        return None

    def _of_seat(self, part: Part, named: Mapping[int, Person]) -> list[int]:
        """The one person who sits for the state of `the Florida senator`."""
        if part.head not in SEATED or self._words.lower[part.start] != "the":
            return []
        state = state_in(self._words.lower[part.start : part.end - 1])
        found = [
            index
            for index, person in named.items()
            if person.seat is not None
            and person.seat.state == state
            and may_be_called(part.head, person.seat, _heads_of(person))
        ]
        return found if len(found) == 1 else []

    def _just_mentioned(
        self, part: Part, history: History, reference: Pronominal, least: float
    ) -> int | None:
        """The likeliest of the persons mentioned so far, if nothing speaks against it."""
        if self._suitable.is_at_court(part):
            heard = history.latest_source(
                lambda index: (
                    self._suitable.may_be(part, index) and not self._suitable.is_party(index)
                )
            )
            near = heard is not None and self._gap(history, part, heard) <= _NEAR_PARAGRAPHS
            return heard if near else None
        wording = self._wording(part)
        before, known = self._taken_up.get(wording, (reference.at, -1))
        again = before < reference.at and known in history.seen
        near = again and self._gap(history, part, known) <= _NEAR_PARAGRAPHS
        if near and self._suitable.may_be(part, known):
            return known
        among = [index for index in history.seen if index not in reference.spoken_of]
        if part.head in RUNNING:
            # "The nominee" is neither a firm's president nor anybody's wife.
            among = [
                index
                for index in among
                if self._suitable.may_run(index) and not self._suitable.is_ruled_out(part, index)
            ]
        persons = self._cast.persons
        among = [i for i in among if not is_of_other_country(self._doc, part, persons[i])]
        person, probability = best_antecedent(history, reference, self._weights, among)
        if person is not None and not self._suitable.may_be(part, person):
            return person if self._is_another_word_for(part, person, history) else None
        if person is None or probability < least:
            return None
        self._taken_up[wording] = (reference.at, person)
        return person

    def _is_another_word_for(self, part: Part, person: int, history: History) -> bool:
        """Whether a description with more than its noun follows the words of the only person named
        in its sentence or the one before: `Brooks said no. |The keen swimmer| said`."""
        start = self._layout.sentence_start[part.start]
        while start and self._layout.quoted[start - 1]:
            # A quotation of several sentences counts as one.
            start = self._layout.sentence_start[start - 1]
        start = self._layout.sentence_start[start - 1] if start else 0
        named = {
            found
            for at in range(start, part.start)
            if (found := self._cast.at_token.get(at)) is not None
        }
        worded = all(
            self._doc[at].ent_type_ in {"", "NORP", "GPE", "LOC", "CARDINAL", "DATE"}
            and self._words.lower[at] not in _TELLING_APART
            for at in range(part.start + 1, part.end - 1)
        )
        return (
            worded
            and self._words.lower[part.start - 1] not in CLAUSE_STARTERS
            and part.end - part.start > _BARE
            and named == {person}
            and history.last_speaker == person
            # "The prime minister" is not the teacher who has just spoken.
            and part.head not in ON_DUTY | RELATIONS | _OF_STATE
            # "The Oslo-born singer" is no manager, where somebody else is a singer.
            and person in self._who_are(part.head, history, person)
            and not self._suitable.is_ruled_out(part, person)
        )

    def _who_are(self, noun: str, history: History, person: int) -> set[int]:
        """Of those who have been mentioned, who are called by a noun; `person` if nobody is."""
        return {i for i in history.seen if self._cast.persons[i].is_any({noun})} or {person}

    def _is_of_office(self, at: int) -> bool:
        """Whether a token is the `of` of `secretary of state` or `mother of three`."""
        if self._words.lower[at] != "of" or at + 1 >= len(self._doc):
            return False
        return self._words.lower[at + 1] in _OFFICES_OF or self._doc[at + 1].like_num

    def _is_of_another(self, part: Part, person: int, history: History) -> bool:
        """Whether `her husband` is another woman's than `her husband, Carl,` was."""
        if part.head not in RELATIONS:
            return False
        owner = self._owner_at(part.start, history)
        owners = {
            found
            for start, _ in self._cast.persons[person].mentions
            for at in range(max(self._layout.sentence_start[start], start - _BEFORE_NOUN), start)
            if (found := self._owner_at(at, history)) is not None
        }
        return owner is not None and len(owners) == 1 and owner not in owners

    def _owner_at(self, at: int, history: History) -> int | None:
        """Index of the person whom `her` at a token stands for; None for any other word."""
        if self._words.lower[at] not in POSSESSIVES:
            return None
        return next(
            (i for i, seen in history.seen.items() if any(each.at == at for each in seen)), None
        )

    def _gap(self, history: History, part: Part, person: int) -> int:
        last = self._layout.paragraph[history.last_at(person)]
        return self._layout.paragraph[part.start] - last

    def _of_matches(
        self, part: Part, matches: list[int], history: History, reference: Pronominal
    ) -> int | None:
        """Which of those who bear a role is meant: whom the same words took up before, while no
        other of them has spoken since, or else the nearest.

        A visit of India's prime minister does not change who the prime minister is.
        """
        wording = self._wording(part)
        before, known = self._borne_by.get(wording, (part.start, -1))
        if known not in matches or self._spoke(set(matches) - {known}, before, part.start):
            nearest = self._nearest(matches, history, reference)
            known = -1 if nearest is None else nearest
        if known < 0:
            return None
        self._borne_by[wording] = (part.start, known)
        return known

    def _wording(self, part: Part) -> str:
        return " ".join(self._words.between(part.start, part.end).casefold().split())

    def _spoke(self, persons: set[int], start: int, end: int) -> bool:
        """Whether one of some persons is a source by name between two tokens."""
        at_token = self._cast.at_token
        return any(
            self._layout.source[at] and at_token.get(at) in persons
            for at in range(max(start, end - _SINCE_BORNE), end)
        )

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
        article has just told: `They had a visit from a young captain`, or who has just spoken as
        `one of the captains`. -1 if it is not."""
        first = max(0, self._layout.sentence[part.start] - _SINCE_INTRODUCED)
        lower = self._words.lower
        for at in range(part.start - 1, max(-1, part.start - _LOOK_BACK), -1):
            if self._layout.sentence[at] < first:
                break
            if self._is_one_of_them(at, part.head):
                return at
            if lower[at] == part.head and at not in self._cast.at_token:
                article = self._article_before(at)
                if article < 0:
                    continue
                # "Ada Brooks, a captain from Ohio", "a captain, Ada Brooks"
                around = (*range(article - 2, article), *range(at + 1, at + 3))
                if self._cast.at_token.keys().isdisjoint(around):
                    return at
        return -1

    def _is_one_of_them(self, at: int, head: str) -> bool:
        """Whether a token is the `captains` of a source `one of the young captains`."""
        lower = self._words.lower
        if not (is_plural(lower[at]) and singular(lower[at]) == head and self._layout.source[at]):
            return False
        before = lower[max(self._layout.sentence_start[at], at - _BEFORE_NOUN) : at]
        return ("one", "of") in pairwise(before)

    def _article_before(self, noun: int) -> int:
        """Token of the `a` of `a senior Larkhaven official`; -1 if its noun has none."""
        first = max(self._layout.sentence_start[noun], noun - _BEFORE_NOUN)
        for at in range(noun - 1, first - 1, -1):
            low = self._words.lower[at]
            if low in INTRODUCING or low in POSSESSIVE_MARKS:
                # "a spokesman", "the minister's spokesman"
                return at
            if low in _PARTING:
                return -1
        return -1

    def _is_plain(self, part: Part) -> bool:
        """Whether a description is `the woman` or `the Republican nominee`, and not
        anchored to anybody else: `Brooks's lawyer` is not Brooks."""
        texts = self._words.words[part.start : part.end]
        aged = 2 * (age_in(self._doc, part.start, part.end) is not None)
        length = sum(text[0].isalnum() for text in texts) - aged
        longest = _LONGEST_PAST if tells_the_past(self._doc, part) else _LONGEST_PLAIN
        # "the great-grandmother" is somebody just named; "his mother" is not he.
        related = part.head in RELATIONS and self._doc[part.start].lower_ != "the"
        if related or length > longest:
            return False
        for at in range(part.start, part.end):
            token = self._doc[at]
            if at in self._cast.at_token or token.text in POSSESSIVE_MARKS:
                return False
            hyphenated = self._doc[at - 1].text == "-" and token.lower_ == "of"
            member = token.lower_ == "from" and part.head in PARTY_MEMBERS
            apart = hyphenated or member or self._is_of_office(at)
            if token.lower_ in _ANCHORING and not apart:
                return False
        return True


def _heads_of(person: Person) -> frozenset[str]:
    """The nouns that somebody goes by."""
    return frozenset(head for role in person.roles for head in heads_of(role))
