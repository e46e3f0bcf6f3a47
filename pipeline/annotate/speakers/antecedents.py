"""Whom he or she stands for: candidates ranked by a small log-linear model.

The features are the ones of the pronoun literature (distance, grammatical role,
repetition: Lappin & Leass 1994) plus those of news copy (who spoke last, what stands
inside quotation marks). The weights ship as `data/antecedents.json` and were set by hand.
Those that `pipeline.training.train_antecedents` learns from silver coreference chains
rank the silver antecedents better and the judged ones worse: they learn the faults of
the system that made the chains.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from pipeline.annotate.persons.person import Person
from pipeline.annotate.text.lexicon import Gender

Features = dict[str, float]

_LAST = 6
"""How many of a person's mentions are looked back on."""
_SENTENCES = tuple(f"sentences={gap}" for gap in range(5))
_PARAGRAPHS = tuple(f"paragraphs={blank}" for blank in range(4))
_RANKS = tuple(f"rank={rank}" for rank in range(4))


class Seen(NamedTuple):
    """A mention of a person as later pronouns look back on it."""

    at: int
    """Token index."""
    sentence: int
    paragraph: int
    subject: bool
    source: bool
    """Whether it is the source of a quotation."""
    inner: bool
    """Whether it is one that somebody else tells of: `Brooks said that |Stone| had told her`."""
    quoted: bool
    pronoun: bool
    told: bool
    """Whether it stands in what somebody is reported to say, without quotation marks."""
    first: bool
    """Whether it is the first person mentioned in its sentence."""
    alone: bool = False
    """Whether it stands in a paragraph of one sentence."""
    introduced: bool = False
    """Whether its sentence ends with it and what its bearer is, who is named here first: `which
    worries |Ada Brooks|, a harbour pilot.`"""
    gender: Gender = ""
    """What a pronoun or a gendered description tells."""


class Pronominal(NamedTuple):
    """A pronoun (or a description) that looks for its antecedent."""

    at: int
    since: int
    """The first token of its own statement, where that stands in quotation marks right before
    it: in `“I lost. I am glad,” he said` it looks back from the `I`. Its own token elsewhere."""
    sentence: int
    paragraph: int
    """Those of `since`."""
    source: bool
    quoted: bool
    """Whether it stands inside quotation marks or in what somebody is quoted to say."""
    in_marks: bool
    """Whether it stands inside quotation marks."""
    initial: bool
    possessive: bool
    gender: Gender
    described: bool = False
    """Whether it is a description (`the general`) and no pronoun."""
    subject: bool = False
    """Whether it is he or she."""
    behind_what: bool = False
    """Whether it is the `he` of `what he called a mistake`."""
    joined: bool = False
    """Whether an `and` or a `but` stands right before it."""
    in_clause: bool = False
    """Whether it begins a clause that follows the main one: `Brooks resigned after |he| lost`."""
    of_statement_before: bool = False
    """Whether its statement stands in quotation marks right before it: `“…,” he said`."""
    adds: bool = False
    """Whether it goes on: `she added`."""
    explains: int | None = None
    """Index of the person in whose relative clause it stands: `Brooks, who lost |her| seat,`."""
    quoted_by: int | None = None
    """Index of the person whose quotation it stands inside, if known."""
    told_by: int | None = None
    """Index of the person who is reported, without quotation marks, to say the words around it."""
    spoken_of: frozenset[int] = frozenset()
    """Persons whom its own statement names: they hardly make it."""
    named_in_quotation: frozenset[int] = frozenset()
    """Those of them who are named inside quotation marks."""
    addressed: frozenset[int] = frozenset()
    """Persons whom its statement is told to: Brooks in `he told |Brooks|`."""


_MOST_CANDIDATES = 64
"""Persons that a pronoun is compared with, the most recent ones."""


class History:
    """The mentions of each person so far, in text order."""

    def __init__(self, persons: list[Person]):
        self.persons = persons
        self.seen: dict[int, list[Seen]] = {}
        self.last_speaker: int | None = None
        self.total = 0
        self._called: dict[int, Gender] = {}
        """The gender that a pronoun or description told last, by person."""
        self._subjects: set[int] = set()
        """Persons who were the subject of a sentence."""

    def see(self, person: int, mention: Seen) -> None:
        """Add a mention; mentions come in text order."""
        self.seen.setdefault(person, []).append(mention)
        self.total += 1
        if mention.gender:
            self._called[person] = mention.gender
        if mention.subject:
            self._subjects.add(person)
        if mention.source and not mention.inner:
            self.last_speaker = person

    def last_at(self, person: int) -> int:
        """Token of the last mention of a person so far; -1 if there is none."""
        return self.seen[person][-1].at if person in self.seen else -1

    def latest_source(self, fits: Callable[[int], bool]) -> int | None:
        """Who spoke last, of those who fit, quotations inside quotations aside."""
        spoke = {
            person: max((m.at for m in seen if m.source and not m.inner), default=-1)
            for person, seen in self.seen.items()
            if fits(person)
        }
        last = max(spoke, key=spoke.__getitem__, default=None)
        return last if last is not None and spoke[last] >= 0 else None

    def candidates(self, pronoun: Pronominal) -> list[int]:
        """Persons mentioned before whose gender, where the article tells it, agrees."""
        return [
            index
            for index in self.seen
            if not (
                pronoun.gender
                and (gender := self.persons[index].gender)
                and gender != pronoun.gender
                and (
                    self.persons[index].gender_is_said
                    or gender in {self.persons[index].is_surely, self._called.get(index)}
                )
            )
        ]

    def ranked_features(self, pronoun: Pronominal) -> list[tuple[int, Features]]:
        """(person, features) of each candidate, the most recent first; the nearest only, where
        a very long text names hundreds."""
        before = {person: self._before(person, pronoun) for person in self.candidates(pronoun)}
        order = sorted(before, key=lambda person: -before[person].at)[:_MOST_CANDIDATES]
        spoke = self._before(self.last_speaker, pronoun) if self.last_speaker is not None else None
        doubtful = not any(
            pronoun.gender in {self.persons[person].gender, self.persons[person].renowned_as}
            and pronoun.sentence - last.sentence <= 1
            for person, last in before.items()
        )
        told = self._told_of_speaker(pronoun)
        ranked = [
            (person, self._features(person, before[person], rank, pronoun, spoke, told, doubtful))
            for rank, person in enumerate(order)
        ]
        features = dict(ranked)
        # Who is told apart so may stand farther off than those who are ranked.
        if (alone := self._alone_before(before, pronoun)) in features:
            features[alone]["alone_before"] = 1.0
        if (subject := self._subject_of_main_clause(before, pronoun)) in features:
            features[subject]["subject_of_main"] = 1.0
        if (here := self._alone_here(before, pronoun)) in features:
            features[here]["alone_here"] = 1.0
        if (introduced := self._introduced_before(before, pronoun)) in features:
            features[introduced]["introduced_before"] = 1.0
        if (told_of := self._told_of_before(before, order, pronoun)) in features:
            features[told_of]["told_of"] = 1.0
        return ranked

    def _subject_of_main_clause(
        self, before: Mapping[int, Seen], pronoun: Pronominal
    ) -> int | None:
        """The only subject in front of the clause that a pronoun begins: `|Brooks| faced
        criticism after he asked …`.

        before: last mention of each candidate.
        """
        if not pronoun.in_clause:
            return None
        subjects = [
            person
            for person, last in before.items()
            if last.sentence == pronoun.sentence
            and any(m.subject and m.sentence == last.sentence for m in self.seen[person][-_LAST:])
        ]
        if len(subjects) != 1 or before[subjects[0]].quoted:
            return None
        return subjects[0] if self.persons[subjects[0]].gender == pronoun.gender else None

    def _introduced_before(self, before: Mapping[int, Seen], pronoun: Pronominal) -> int | None:
        """Whom the sentence before a quotation names for the first time at its end, where it
        does not name who spoke last.

        before: last mention of each candidate.
        """
        if not pronoun.of_statement_before:
            return None
        near = {p for p, last in before.items() if pronoun.sentence - last.sentence <= 1}
        if self.last_speaker in near - pronoun.named_in_quotation:
            return None
        introduced = [
            person
            for person, mention in before.items()
            if mention.introduced and person in near and pronoun.paragraph - mention.paragraph <= 1
        ]
        fits = len(introduced) == 1 and self._agrees(introduced[0], pronoun)
        return introduced[0] if fits and introduced[0] not in pronoun.spoken_of else None

    def _told_of_before(
        self, before: Mapping[int, Seen], order: Sequence[int], pronoun: Pronominal
    ) -> int | None:
        """Whom somebody was just reported to tell of, by name: `Brooks said |Stone| had called.
        “He was angry,” she said.`

        before: last mention of each candidate; order: the candidates, the nearest first.
        """
        nearest = next((person for person in order if person != pronoun.quoted_by), None)
        if nearest is None or not pronoun.in_marks:
            return None
        last = before[nearest]
        told = last.told and not last.pronoun and pronoun.sentence - last.sentence <= 1
        return nearest if told else None

    def _agrees(self, person: int, pronoun: Pronominal) -> bool:
        known = self.persons[person].gender or self.persons[person].renowned_as
        return known in {"", pronoun.gender}

    def _alone_before(self, before: Mapping[int, Seen], pronoun: Pronominal) -> int | None:
        """The only candidate whom the pronoun's sentence and the one before it mention, where
        that is by name: `He married |Ada Brooks|, a teacher. She once said …`.

        before: last mention of each candidate.
        """
        near = [p for p, last in before.items() if pronoun.sentence - last.sentence <= 1]
        others = [person for person in near if person != pronoun.quoted_by]
        if all(before[person].quoted for person in others):
            # In their own words, who speaks is I.
            near = others
        if len(near) != 1 or not (pronoun.subject or pronoun.initial):
            return None
        person, last = near[0], before[near[0]]
        named = last.quoted <= pronoun.quoted and not last.pronoun
        named = named and pronoun.paragraph - last.paragraph <= 1
        gender = self.persons[person].gender
        begins = pronoun.initial or (pronoun.of_statement_before and last.subject)
        # Nobody else is near, and the lists of first names may be wrong about a rare one.
        may_be = pronoun.subject and self.persons[person].gender_is_guessed
        may_be = may_be or self._agrees(person, pronoun)
        agrees = gender == pronoun.gender or (begins and may_be)
        named = named and not self.persons[person].late and person not in pronoun.addressed
        return person if named and agrees and person not in pronoun.spoken_of else None

    def _alone_here(self, before: Mapping[int, Seen], pronoun: Pronominal) -> int | None:
        """The only person whom a sentence names in front of the subject of its second clause:
        `|Brooks|'s future is unclear, but she said …`.

        before: last mention of each candidate.
        """
        if not pronoun.subject or not pronoun.joined or pronoun.quoted:
            return None
        here = [p for p, last in before.items() if last.sentence == pronoun.sentence]
        if len(here) != 1 or before[here[0]].pronoun or before[here[0]].quoted:
            return None
        fits = self._agrees(here[0], pronoun) and here[0] not in pronoun.spoken_of
        return here[0] if fits else None

    def _before(self, person: int, pronoun: Pronominal) -> Seen:
        """The last mention of a person outside the pronoun's own statement, if there is one."""
        seen = self.seen[person]
        if seen[-1].at < pronoun.since:
            return seen[-1]
        return next((mention for mention in reversed(seen) if mention.at < pronoun.since), seen[-1])

    def _told_of_speaker(self, pronoun: Pronominal) -> int:
        """Token up to which a text tells of who spoke last, before a pronoun; -1 for nowhere.
        In front of he or she, a sentence in which they do nothing tells of another: `Brooks
        disagreed with |Stone|. He said`."""
        if self.last_speaker is None:
            return -1
        passed_over = pronoun.subject and not pronoun.adds
        told = (
            mention.at
            for mention in reversed(self.seen[self.last_speaker])
            if mention.at < pronoun.since
            if mention.subject or not passed_over or pronoun.sentence - mention.sentence != 1
        )
        return next(told, -1)

    def _features(
        self,
        index: int,
        last: Seen,
        rank: int,
        pronoun: Pronominal,
        spoke: Seen | None,
        told: int,
        doubtful: bool,
    ) -> Features:
        """last: the person's last mention before the pronoun; spoke: that of who spoke last;
        told: token up to which a text tells of who spoke last; doubtful: whether nobody of the
        pronoun's gender is near."""
        seen = self.seen[index]
        person = self.persons[index]
        gap = min(max(pronoun.sentence - last.sentence, 0), 4)
        blank = min(pronoun.paragraph - last.paragraph, 3)
        gender = person.gender
        known = gender or person.renowned_as
        against = bool(pronoun.gender and known) and known != pronoun.gender
        # Where nobody else is near, who bears a rare name, or one that both bear, is whom it is.
        hinted = doubtful and person.gender_is_guessed
        last_speaker = index == self.last_speaker
        called = self._called.get(index, "")
        if not (person.gender_is_said or person.renowned_as):
            # "Ilhan Stone said no. She added": who goes on in the next sentence is who spoke.
            goes_further = pronoun.adds and pronoun.initial and last_speaker
            goes_further = goes_further and gap == 1 and blank == 0
            hinted |= goes_further or bool(called and called == pronoun.gender)
        spoken_of = index in pronoun.spoken_of
        near = _Near.of(seen, pronoun, told)
        # `… Stone said. Brooks should resign, he said` is no turn to Brooks.
        spoke_before = spoke is not None and pronoun.sentence - spoke.sentence == 1
        goes_on = spoke_before and not last_speaker and spoken_of
        # `Stone said Brooks was late. “…,” she said`: whom the sentence right before quotes.
        said_so = last.source or (last.pronoun and near.source)
        speaks_on = pronoun.of_statement_before and gap == 1 and last_speaker and said_so
        found: Features = {
            _SENTENCES[gap]: 1.0,
            _PARAGRAPHS[blank]: 1.0,
            _RANKS[min(rank, 3)]: 1.0,
            "count": math.log1p(len(seen)),
            "share": len(seen) / self.total,
        }
        flags = (
            ("subject", last.subject),
            ("last_source", last.source),
            ("quoted_only", last.quoted and not pronoun.quoted),
            ("was_pronoun", last.pronoun),
            ("last_speaker", last_speaker),
            ("adds", pronoun.adds and last_speaker),
            ("subject_here", near.subject_here),
            ("subject_of_what", near.subject_here and pronoun.behind_what),
            ("subject_before", near.subject_before),
            ("first_before", near.first_before),
            ("in_paragraph", near.in_paragraph),
            ("turned_to", near.turned_to and not last_speaker and not person.late and not goes_on),
            ("goes_on", goes_on),
            ("speaks_on", speaks_on),
            ("speaker_away", last_speaker and not near.in_paragraph),
            ("speaker_gone", last_speaker and blank == 3),
            ("gender_known", bool(pronoun.gender) and gender == pronoun.gender),
            ("gender_against", against and not hinted),
            ("gender_doubted", against and hinted),
            ("quoting", index == pronoun.quoted_by),
            ("explained", index == pronoun.explains),
            ("teller", pronoun.subject and index == pronoun.told_by),
            ("one_word", not person.parsed.given and not person.gender_is_said),
            ("gender_said", bool(pronoun.gender) and person.gender_is_said),
            ("called_so", bool(called) and called == pronoun.gender),
            ("called_otherwise", bool(called and pronoun.gender) and called != pronoun.gender),
            ("never_subject", index not in self._subjects),
            ("late", person.late),
            ("spoken_of", spoken_of),
            ("named_in_quotation", index in pronoun.named_in_quotation),
            ("addressed", index in pronoun.addressed),
            ("called_in_quotation", seen[-1].at >= pronoun.since and seen[-1].pronoun),
        )
        found.update([(name, 1.0) for name, holds in flags if holds])
        if pronoun.source:
            found.update([(_at_source(name), value) for name, value in found.items()])
        if pronoun.possessive:
            found.update(
                {f"own:{name}": 1.0 for name in ("subject_here", "subject") if name in found}
            )
        if pronoun.quoted:
            found.update(
                {f"in_quote:{name}": 1.0 for name in ("quoting", "last_speaker") if name in found}
            )
        return found


@dataclass(slots=True)
class _Near:
    """What a person's last mentions say, of those in the pronoun's sentence or the one before."""

    subject_here: bool = False
    subject_before: bool = False
    first_before: bool = False
    source: bool = False
    in_paragraph: bool = False
    """Of all the last mentions: one stands unquoted in the pronoun's paragraph."""
    turned_to: bool = False
    """Of all the last mentions: a sentence of the pronoun's paragraph is about them by name,
    after all that is told of the last speaker."""

    @classmethod
    def of(cls, seen: list[Seen], pronoun: Pronominal, spoken: int) -> _Near:
        """spoken: token of the last speaker's last mention."""
        near = cls()
        for mention in seen[-_LAST:]:
            if mention.at >= pronoun.since:
                break
            before = pronoun.sentence - mention.sentence
            same = mention.paragraph == pronoun.paragraph
            # "Brooks was less forgiving.\n\n“…,” he said."
            leads_up = mention.alone or (pronoun.of_statement_before and pronoun.subject)
            leads_up = leads_up and before == 1
            if (same or leads_up) and not mention.quoted:
                near.in_paragraph |= same
                named = mention.subject and not mention.pronoun and not mention.told
                near.turned_to |= named and mention.at > spoken
            if before > 1:
                continue
            near.subject_here |= mention.subject and before == 0
            near.subject_before |= mention.subject and before > 0
            near.first_before |= mention.first and before > 0
            near.source |= mention.source
        return near


@cache
def _at_source(name: str) -> str:
    return f"source:{name}"


@cache
def shipped_weights() -> Mapping[str, float]:
    """The weights that ship, by feature."""
    path = files("pipeline.annotate") / "data" / "antecedents.json"
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights


def score(features: Features, weights: Mapping[str, float]) -> float:
    """The linear score of one candidate."""
    total = 0.0
    for name, value in features.items():
        weight = weights.get(name)
        if weight is not None:
            total += weight * value
    return total


def best_antecedent(
    history: History,
    pronoun: Pronominal,
    weights: Mapping[str, float],
    among: Collection[int] | None = None,
) -> tuple[int | None, float]:
    """(person, probability against the other candidates); (None, 0.0) without candidates.

    among: the only persons who are candidates, where they are known.
    """
    scored = [
        (score(features, weights), -rank, person)
        for rank, (person, features) in enumerate(history.ranked_features(pronoun))
        if among is None or person in among
    ]
    # Who is quoted says "I" of themselves, so that others are as likely as they look beside.
    speaks = pronoun.in_marks or (pronoun.source and pronoun.quoted)
    silent = pronoun.quoted_by if speaks else None
    others = [candidate for candidate in scored if candidate[2] != silent]
    if not others:
        return None, 0.0
    top = max(others)
    among_whom = others if pronoun.in_marks else scored
    total = sum(math.exp(value - top[0]) for value, _, _ in among_whom)
    return top[2], 1.0 / total
