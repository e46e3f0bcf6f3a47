"""Whom the pronouns and the descriptions of an article stand for."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from spacy.tokens import Doc

from pipeline.annotate.entities.naming import name_spans
from pipeline.annotate.mentions.parts import Part, reference_token
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.roles import role_in
from pipeline.annotate.persons.subjects import is_subject
from pipeline.annotate.speakers.answers import whom_it_reached
from pipeline.annotate.speakers.antecedents import History, Pronominal, best_antecedent
from pipeline.annotate.speakers.conflicts import MERE
from pipeline.annotate.speakers.descriptions import Descriptions
from pipeline.annotate.speakers.discourse import resolve_references
from pipeline.annotate.speakers.leads import named_later
from pipeline.annotate.speakers.sources import read_sources
from pipeline.annotate.speakers.speaker_titles import own_roles
from pipeline.annotate.speakers.suitability import PLAIN_PERSONS
from pipeline.annotate.speakers.unnamed_persons import ASKED_BY, UnnamedPersons
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    INTRODUCING,
    PERSON_NOUNS,
    PREPOSITIONS,
    RELATIONS,
    words,
)
from pipeline.annotate.text.nouns import is_plural

_COORDINATING = words("and but though while")
_SPEAKING_FOR = words(
    "spokesman spokeswoman spokesperson office aides aide advisers advisors staff campaign team "
    "lawyer lawyers attorney attorneys"
)
"""Who tells what somebody does, for them."""
_LINKS = frozenset({"and", "or", "told", "gave", "sent", "showed"})
"""What stands between a name and `his` without making the name its owner."""
_AIDES = words("aide official source person staffer insider")
"""Nouns that one who is not named goes by as well as by another."""
_BARE = 2
_LEAST_BEFORE_OWNED = 2
_LEAST_IN_DIALOGUE = 2
_LONGEST_GIVEN = 6
_LINKING_NAMES = frozenset({"as", "only", "just", "simply", ","})
"""What stands between `gave his name` and the name."""
_FARTHEST_QUOTED = 3
"""Paragraphs from a mention to the `he` of `“He told me no”`."""
_LONGEST_ASKED = 4
"""Words of `the host Sir Abe`."""
_ASKED = frozenset(
    {"whether", "if", "about", "why", "how", "what", "when", "for", "to", "him", "her"}
)
"""What follows whom somebody asks."""


class References:
    """The persons of one article and all that refers to them."""

    def __init__(
        self,
        doc: Doc,
        layout: Layout,
        weights: Mapping[str, float],
        *,
        least_pronoun: float,
        least_description: float,
    ):
        self._doc = doc
        self._layout = layout
        self._weights = weights
        self._least_pronoun = least_pronoun
        self._least_description = least_description
        self.cast = Cast(doc, layout, name_spans(doc))
        self.sources, self.parts = read_sources(doc, layout, self.cast)
        """`parts`: those of each quotation's source."""
        for part in (part for parts in self.parts for part in parts):
            if part.person is not None:
                for role in own_roles(doc, layout, part):
                    self.cast.add_role(part.person, role)
        self._unnamed = UnnamedPersons(doc, layout, self.cast, self.sources)
        self._descriptions = Descriptions(doc, layout, self.cast, weights)
        self._meant: dict[int, int] = {}
        """Token of a pronoun → person whom it stood for when it was read last."""
        self.taken_up: dict[int, Part] = {}
        """Token of a pronoun → the description of somebody unnamed whom it takes up."""
        self.probabilities: dict[int, float] = {}
        """Token of a pronoun → its antecedent's probability."""
        self.persons, _ = resolve_references(doc, layout, self.cast, self.sources, self._refer)
        """Token of a pronoun or description → index of the person in the cast."""
        inner = self.sources.inner
        later = named_later(doc, layout, self.cast, self.parts, self.persons, inner)
        joined_to = self.sources.joined_to
        self.persons.update(
            (at, person) for at, person in later.items() if person not in joined_to.get(at, ())
        )
        self._take_roles()

    def _refer(self, history: History, reference: Pronominal) -> int | None:
        """Who a third-person pronoun or a description stands for, as the reading goes."""
        part = self.sources.description(reference.at)
        if part is not None:
            named = self._descriptions.person(
                part,
                history,
                reference,
                self._least_description,
                # Whom somebody quotes need not be who was just named.
                speaks=reference.at in self.sources.described
                and reference.at not in self.sources.inner,
            )
            if named in self.sources.joined_to.get(reference.at, ()):
                named = None
            if named in history.seen:
                # "Brooks closed the shop. “No,” said a customer. The woman shouted": a customer.
                last = self._last_outside(history, named, reference)
                unnamed = self._unnamed.before(reference, named, last)
                if unnamed is not None and self._is_rather(part, unnamed, named):
                    named = None
            self._unnamed.settle(reference.at, named=named is not None)
            return named
        if self._gives_name(reference):
            return None
        teller = self._meant.get(self.sources.quoted_by_pronoun.get(reference.at, -1))
        if teller is not None and reference.quoted_by is None:
            reference = reference._replace(quoted_by=teller)
        reached = whom_it_reached(self._doc, self._layout, self.cast, reference)
        if isinstance(reached, Part):
            self._meant.pop(reference.at, None)
            self.taken_up[reference.at] = reached
            return None
        owner = self._subject_before(reference) if reached is None else reached
        if owner is None:
            owner = self._whose_aides_tell(reference)
        if owner is None:
            owner = self._whom_the_author_asks(reference)
        if owner is None:
            owner = self._whom_the_court_hears_of(history, reference)
        among: Collection[int] | None = None if owner is None else {owner}
        two = len(self.sources.take_turns) == _LEAST_IN_DIALOGUE
        if two and owner is None and reference.at in self.sources.in_turns:
            # In an interview, who asks and who answers are you and I to each other.
            among = history.seen.keys() - self.sources.take_turns
        askers = self._askers(reference) if among is None else None
        if askers:
            among = history.seen.keys() - askers
        person, probability = best_antecedent(history, reference, self._weights, among)
        self.probabilities[reference.at] = probability
        last = self._last_outside(history, person, reference)
        # Who is meant by "according to him" speaks as "he" does.
        before = doc_words(self._doc).lower[max(0, reference.at - 2) : reference.at]
        speaks = reference.subject or before == ["according", "to"]
        speaks = speaks and not reference.possessive
        if not speaks and self._unnamed.is_about(reference, person, last):
            return None
        if speaks:
            unnamed = self._unnamed.taken_up_by(reference, person, last)
            self.taken_up.pop(reference.at, None)
            if unnamed is not None:
                self.taken_up[reference.at] = unnamed
                return None
        self._meant.pop(reference.at, None)
        if person is None or probability < self._least_pronoun:
            return None
        if reference.in_marks:
            # Whom somebody quotes has just been told of, or is at once: “He said no,” she said,
            # referring to Brooks. So is whom somebody speaks of: “The referee was poor. He …”
            gap = reference.paragraph - self._layout.paragraph[history.last_at(person)]
            farthest = _FARTHEST_QUOTED - (not reference.source)
            if gap > farthest and not self._is_in_paragraph(person, reference.paragraph):
                return None
        self._meant[reference.at] = person
        return person

    def _is_in_paragraph(self, person: int, paragraph: int) -> bool:
        """Whether a paragraph names somebody."""
        mentions = self.cast.persons[person].mentions
        return any(self._layout.paragraph[start] == paragraph for start, _ in mentions)

    def _gives_name(self, reference: Pronominal) -> bool:
        """Whether the name behind a pronoun tells who is meant: `a pilot who gave only |her| first
        name, Ada`, `who gave |his| name as Omar`, `who identified |himself| as Omar`."""
        at = reference.at
        lower = doc_words(self._doc).lower[at : at + _LONGEST_GIVEN]
        named = "name" in lower[:3] and reference.possessive
        if not named and lower[0] not in {"himself", "herself"}:
            return False
        behind = at + 1 + (lower.index("name") if named else 0)
        linked = behind
        while linked < len(self._doc) and self._doc[linked].lower_ in _LINKING_NAMES:
            linked += 1
        return behind < linked and linked in self.cast.at_token

    def _is_rather(self, part: Part, unnamed: Part, named: int) -> bool:
        """Whether a description takes up somebody without a name who was told of after the
        person it fits: `the pilot` another pilot who spoke, `the woman` a customer."""
        if self._is_called(named, part.head):
            spoke = reference_token(self._doc, unnamed) in self.sources.described
            same = part.head == unnamed.head and part.end - part.start == _BARE
            return spoke and same and part.definite
        return part.head in MERE or self._goes_on(part, unnamed)

    def _goes_on(self, part: Part, unnamed: Part) -> bool:
        """Whether `the aide` is the official without a name who spoke in the sentence before."""
        introduced = doc_words(self._doc).lower[unnamed.start] in INTRODUCING
        until = self.sources.told_until.get(reference_token(self._doc, unnamed))
        if until is None or not introduced or part.end - part.start > _BARE:
            return False
        between = self._layout.sentence[part.start] - self._layout.sentence[until]
        return between <= 1 and part.head in _AIDES and unnamed.head in _AIDES

    def _is_called(self, person: int, noun: str) -> bool:
        """Whether a role of somebody has a noun."""
        return self.cast.persons[person].is_any({noun})

    def _subject_before(self, reference: Pronominal) -> int | None:
        """Who owns what the first verb of a sentence does something to: `Stone opened |his|
        files`."""
        at = reference.at
        words = doc_words(self._doc)
        owned = words.lower[at] == "his" or is_plural("".join(words.lower[at + 1 : at + 2]))
        if not reference.possessive or not owned or at < _LEAST_BEFORE_OWNED:
            return None
        person = self.cast.at_token.get(at - 2)
        verb = words.lower[at - 1]
        if person is None or not self._doc[at - 1].is_lower or verb in PREPOSITIONS | _LINKS:
            return None
        start = at - 2
        while self.cast.at_token.get(start - 1) == person:
            start -= 1
        opens = start == self._layout.sentence_start[at]
        return person if opens and self.cast.persons[person].may_be(reference.gender) else None

    def _whose_aides_tell(self, reference: Pronominal) -> int | None:
        """Whose spokesman tells what they do, the only one named there: `Stone opposes it, |his|
        spokesman said`, `Stone was not there, but |his| office said`."""
        at = reference.at
        lower = doc_words(self._doc).lower
        behind = at - 1 if lower[at - 1] in _COORDINATING else at
        if not reference.possessive or reference.quoted or lower[behind - 1] != ",":
            return None
        named = [i for i in range(self._layout.sentence_start[at], at) if i in self.cast.at_token]
        persons = {self.cast.at_token[i] for i in named}
        if len(persons) != 1 or lower[at + 1] not in _SPEAKING_FOR:
            return None
        end = next(i for i in range(named[0], at) if i + 1 not in self.cast.at_token) + 1
        acts = is_subject(self._doc, self._layout, end, frozenset())
        person = persons.pop()
        return person if acts and self.cast.persons[person].may_be(reference.gender) else None

    def _whom_the_author_asks(self, reference: Pronominal) -> int | None:
        """Who answers in the sentence behind `I asked |Brooks| whether it rained`."""
        if not reference.subject or not reference.initial or reference.quoted or not reference.at:
            return None
        start = self._layout.sentence_start[reference.at - 1]
        words = doc_words(self._doc).lower
        if words[start] not in {"i", "we"} or words[start + 1] not in {"ask", "asked"}:
            return None
        asked = range(start + 2, min(start + 2 + _LONGEST_ASKED, reference.at))
        at = next((at for at in asked if at in self.cast.at_token), -1)
        person = self.cast.at_token.get(at) if _ASKED.isdisjoint(words[start + 2 : at]) else None
        fits = person is not None and self.cast.persons[person].may_be(reference.gender)
        return person if fits else None

    def _askers(self, reference: Pronominal) -> set[int]:
        """Who is no answer to their own question: `Asked by |Ada Brooks| how many, she said`."""
        start = self._layout.sentence_start[reference.at]
        lower = doc_words(self._doc).lower
        start += lower[start] == "when"
        if not reference.subject or lower[start] not in ASKED_BY:
            return set()
        by = next((at for at in range(start, reference.at) if lower[at] == "by"), reference.at)
        until = (at for at in range(by, reference.at) if lower[at] in _ASKED)
        asking = range(by, next(until, reference.at))
        return {self.cast.at_token[at] for at in asking if at in self.cast.at_token}

    def _whom_the_court_hears_of(self, history: History, reference: Pronominal) -> int | None:
        """Who `her` is in `The court heard that |Ada Brooks| had called her son`: the one person
        of that gender who does something there."""
        heard = self.sources.heard
        if reference.at not in heard or not reference.gender:
            return None
        found = {
            person
            for person, seen in history.seen.items()
            for mention in seen
            if mention.sentence == reference.sentence and mention.at in heard and mention.subject
            if self.cast.persons[person].gender == reference.gender
        }
        return found.pop() if len(found) == 1 else None

    def _last_outside(self, history: History, person: int | None, reference: Pronominal) -> int:
        """Token of a person's last mention outside what others say; -1 if there is none. Who
        is named inside a statement does not make it."""
        seen = history.seen[person] if person is not None else []
        outside = (
            mention.at
            for mention in reversed(seen)
            if (reference.quoted or not mention.quoted) and mention.at not in self.sources.told
        )
        return next(outside, -1)

    def _take_roles(self) -> None:
        """Whom the article calls nothing else is what it describes them as: `the prime
        minister` for a person without a role."""
        for at, person in self.persons.items():
            part = self.sources.description(at)
            if part is None or self.cast.persons[person].roles or part.head not in PERSON_NOUNS:
                continue
            if part.head in PLAIN_PERSONS | RELATIONS:
                continue
            if (role := role_in(doc_words(self._doc).between(part.start, part.end))) is not None:
                self.cast.add_role(person, role)
