"""Whether a description may be of somebody of whom the article says no such thing.

`The businessman` goes with whatever role is known, `the striker` with the captain, `the
doctor` with nobody of whom the article says that they are one.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.persons.ages import age_in
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.kinship import is_kin
from pipeline.annotate.persons.name_mentions import gender_of_what_follows
from pipeline.annotate.persons.roles import EPITHETS, heads_of, is_of_the_day, spelled_out, synonyms
from pipeline.annotate.speakers.conflicts import speaks_against
from pipeline.annotate.speakers.office_bearers import tells_the_past
from pipeline.annotate.speakers.role_matches import RANKING, RUNNING
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import DEMONYMS, RELATIONS, words
from pipeline.annotate.text.nouns import YEAR_OLD

PLAIN_PERSONS = EPITHETS | words(
    "man woman person guy lady girl boy teenager youngster pensioner survivor victim "
    "candidate nominee contender challenger incumbent lawmaker politician official "
    "billionaire millionaire tycoon mogul businessman businesswoman winner runner-up finalist"
)
_OF_THE_RUNNING = RUNNING | words(
    "democrat republican independent politician senator congressman congresswoman representative "
    "governor mayor councillor mp front-runner frontrunner opponent rival businessman billionaire "
    "mogul tycoon developer"
)
_PRESIDENT = words("vice president former")
"""Whom `the nominee` may be, and of whom a role says so; no firm's vice president."""
_MEMBERS = words(
    "mp td mk mla msp mep leader lawmaker legislator senator congressman congresswoman"
)
_LEADERS = words(
    "leader minister premier chancellor secretary whip president chairman chairwoman chair "
    "spokesperson"
)
"""Members of a parliament or party, and the offices that members have."""
LAWMAKERS = words(
    "lawmaker legislator senator representative congressman congresswoman chairman chairwoman "
    "chair leader speaker whip mp"
)
PARTY_MEMBERS = words("republican democrat tory")
_ELECTED = words(
    "senator representative congressman congresswoman lawmaker legislator leader speaker whip "
    "governor mayor mp mep msp minister councillor councilman councilwoman "
    "member candidate nominee"
)
"""Whom `the Ohio Republican` may be: no president is called so."""
_GRANDPARENTS_AGE = 50
_NO_PARTIES = words("band gang cult scout scouts squad choir crew orchestra expedition project")
ON_DUTY = words(
    "doctor nurse paramedic medic pathologist coroner examiner judge magistrate prosecutor lawyer "
    "solicitor barrister attorney officer policeman policewoman constable detective inspector "
    "sergeant landlord landlady neighbour neighbor driver teacher headteacher clerk receptionist "
    "guard reporter journalist interviewer host moderator anchor presenter agent caretaker "
    "interpreter spokesman spokeswoman spokesperson foreman employer employee colleague boss "
    "petitioner appellant respondent heckler impostor imposter"
)
"""Whom a story meets at their work or at law: `the doctor` is nobody of whom nothing else is
told."""

_POSITIONS = words(
    "striker defender midfielder goalkeeper keeper winger forward back fullback prop lock hooker "
    "flanker centre-back fly-half scrum-half batter batsman bowler spinner seamer all-rounder "
    "quarterback linebacker receiver pitcher catcher shortstop outfielder goalie goaltender"
)
_PLAYERS = words("captain skipper vice-captain co-captain player international")
"""Where somebody plays in a team, and what else may be told of who does."""

_TRIAL = words("trial jury jurors tribunal inquest cross-examination testified courtroom")
_CHARGES = words("accused charged acquitted convicted pleaded denies denied guilty alleged")
_PLEADING = words("representing defending prosecuting appearing")
_AT_COURT = words(
    "judge justice magistrate coroner recorder prosecutor lawyer solicitor barrister attorney "
    "counsel advocate kc qc sc defendant accused"
)
"""What tells of a hearing, who is tried at it, and who else speaks there."""
_ACCUSED = words("defendant accused")
_SIDES = _ACCUSED | {"prosecutor"}
_BARE = 2
_LONGEST_BEHIND = 16
_IS_ACCUSED = re.compile(
    r"(?:,(?: [\w’'.-]+){1,7},)? ?(?:(?:is|was|has been|had been|stands) "
    r"(?:accused|charged|convicted)"
    r"|(?:who )?(?:denies|denied|has denied|admits|admitted|pleaded|has pleaded|pled))\b"
)
"""What follows the name of a defendant, an age or a place aside."""
_FOR_PROSECUTION = re.compile(
    r"\b(?:for the (?:prosecution|Crown)|[Pp]rosecuting)\b[^.“”\"]*,(?: \w+)? ?$"
)
_PROSECUTES = re.compile(r"(?:[KQ]C)?,? ?(?:prosecuting|for the (?:prosecution|Crown))\b")


class Suitability:
    """What is known of the persons of one article, held against descriptions."""

    def __init__(self, doc: Doc, layout: Layout, cast: Cast):
        self._doc = doc
        self._layout = layout
        self._cast = cast
        self._is_trial = not _TRIAL.isdisjoint(doc_words(doc).lower)

    def is_ruled_out(self, part: Part, person: int) -> bool:
        return speaks_against(self._doc, part, self._cast.persons[person])

    def may_be(self, part: Part, person: int) -> bool:
        """Whether nothing that is known of a person speaks against a description of them."""
        if self.is_ruled_out(part, person):
            return False
        tells = part.head in PLAIN_PERSONS and gender_of_what_follows(
            self._doc, self._layout, part.end
        )
        if tells and not self._cast.persons[person].may_be(tells):
            # "The pensioner said he would …" is no woman.
            return False
        bare = doc_words(self._doc).between(part.start + 1, part.end).lower() == part.head
        if bare and is_kin(part.head):
            age = self._cast.persons[person].age
            return age is not None and age >= _GRANDPARENTS_AGE and "grand" in part.head
        return self._goes_with(part, person)

    def is_at_court(self, part: Part) -> bool:
        """Whether a description is `the witness` of a trial, who is named, and not of an
        accident."""
        return part.head == "witness" and self._is_trial

    def is_party(self, index: int) -> bool:
        """Whether a person is tried or pleads: a sentence that names them tells of charges, or
        they are `Brooks, defending,`."""
        lower = doc_words(self._doc).lower
        for start, end in self._cast.persons[index].mentions:
            first, last = self._layout.sentence_start[start], self._layout.sentence_end[start]
            if not _CHARGES.isdisjoint(lower[first:last]):
                return True
            if not _PLEADING.isdisjoint(lower[end : end + 2]):
                return True
        return False

    def at_court(self, part: Part) -> list[int]:
        """Who `the defendant` or `the prosecutor` is, where the article tells it of one person
        named so far."""
        if part.head not in _SIDES or part.end - part.start > _BARE:
            return []
        named = (i for i, person in enumerate(self._cast.persons) if person.order < part.start)
        return [index for index in named if self._is_on_side(part, index)]

    def _is_on_side(self, part: Part, index: int) -> bool:
        """Whether a person is `Brooks, 52, is accused of` or `Opening for the prosecution, Brooks`,
        as a description at court says."""
        words = doc_words(self._doc)
        for start, end in self._cast.persons[index].mentions:
            if start > part.start:
                break
            first, last = self._layout.sentence_start[start], self._layout.sentence_end[start]
            behind = words.between(end, min(end + _LONGEST_BEHIND, last))
            if part.head in _ACCUSED:
                if _IS_ACCUSED.match(behind):
                    return True
                continue
            before = words.between(max(first, start - _LONGEST_BEHIND), start)
            if _FOR_PROSECUTION.search(before) or _PROSECUTES.match(behind):
                return True
        return False

    def may_run(self, index: int) -> bool:
        """Whether a person may be a candidate: a politician, or nobody whose role is known."""
        person = self._cast.persons[index]
        roles = person.roles
        return not roles or any(
            not _OF_THE_RUNNING.isdisjoint(heads_of(role)) or role.words <= _PRESIDENT
            for role in roles
        )

    def _has_children(self, part: Part) -> bool:
        """Whether a description is `the mother of three`."""
        words = doc_words(self._doc)
        of = next((at for at in range(part.start, part.end) if words.lower[at] == "of"), part.end)
        return is_kin(part.head) and of + 1 < part.end and self._doc[of + 1].like_num

    def _is_of_place(self, part: Part) -> bool:
        """Whether a description is `the Ohio Republican`, or `the Republican from Ohio`."""
        if part.head not in PARTY_MEMBERS:
            return False
        lower = doc_words(self._doc).lower[part.start : part.end]
        return "from" in lower or self._doc[part.end - 2].is_title

    def _is_elected(self, part: Part, person: int) -> bool:
        """Whether a description is `the Ohio Republican`, and a person somebody elected."""
        if not self._is_of_place(part):
            return False
        roles = self._cast.persons[person].roles
        elected = any(not _ELECTED.isdisjoint(heads_of(role)) for role in roles)
        return elected

    def _goes_with(self, part: Part, person: int) -> bool:
        """Whether a description goes with what is known of a person's roles."""
        roles = self._cast.persons[person].roles
        if self.is_at_court(part):
            return all(_AT_COURT.isdisjoint(heads_of(role)) for role in roles)
        # "The favourite" and "the witness" of a day may be anything besides.
        roles = [role for role in roles if not is_of_the_day(role)]
        if roles and self._is_of_place(part):
            return self._is_elected(part, person)
        # Where or how old one is, or what one was, goes with any role.
        goes_with_any = (
            part.head in PLAIN_PERSONS
            or part.head == YEAR_OLD
            or self._doc[part.end - 3 : part.end - 1].text == "of-"
            or self._has_children(part)
            or self._doc[part.end - 1].ent_type_ == "NORP"
            or part.head in DEMONYMS
            or tells_the_past(self._doc, part)
        )
        aged = age_in(self._doc, part.start, part.end) is not None
        if aged and roles and all(not RELATIONS.isdisjoint(heads_of(role)) for role in roles):
            # "The 42-year-old nurse" is the victim's daughter, who has just spoken.
            return True
        # "The chef" may be the bride's husband.
        roles = [role for role in roles if not all(map(is_kin, heads_of(role)))]
        if not roles or goes_with_any:
            return goes_with_any or part.head not in ON_DUTY
        if part.head in PARTY_MEMBERS and any(
            not (_ELECTED | _OF_THE_RUNNING).isdisjoint(heads_of(role)) for role in roles
        ):
            # "The Republican" is the candidate who was just named.
            return True
        said = set(doc_words(self._doc).lower[part.start : part.end])
        if part.head in _LEADERS and all((said ^ role.words) & RANKING for role in roles):
            # "The prime minister" is no shadow chancellor who was just named.
            return False
        heads = [head for role in roles for head in heads_of(role)]
        # "The band leader" leads no party.
        elsewhere = self._doc[part.end - 2].lower_ in _NO_PARTIES
        if part.head in _MEMBERS and not elsewhere and not _LEADERS.isdisjoint(heads):
            # "The Larkhaven MP" is the party leader who has just spoken.
            return True
        if part.head in _POSITIONS and not _PLAYERS.isdisjoint(heads):
            return True
        # "The England skipper" is "Captain Brooks"; else it is another than whose role is known.
        same = synonyms(spelled_out(part.head))
        return any(not same.isdisjoint(heads_of(role)) and len(role.words) == 1 for role in roles)
