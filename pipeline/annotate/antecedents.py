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
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc

from pipeline.annotate.cast import Person
from pipeline.annotate.layout import Layout
from pipeline.annotate.lexicon import DASHES, PREPOSITIONS, Gender, words
from pipeline.annotate.roles import end_of_brackets
from pipeline.annotate.title_phrases import start_of_title

Features = dict[str, float]

_AUXILIARIES = words(
    "is was has had will would can could may might must should did does do are were said says "
    "told tells went took made gave got came saw knew ran held left spoke began won lost met "
    "wrote put led stood sat kept brought thought found argued also never then now still who "
    "has've isn wasn doesn didn won't can't hit set cut broke chose drew drove fell fought flew "
    "heard laid paid read rose sang sent shook shot shut sold spent struck swore taught threw "
    "wore woke quit hurt split burst let built bought caught dealt felt hung hid rode sought "
    "slept slid stole stuck swam swept swung tore understood wound blew grew drank rang sank "
    "shrank sprang bore beat became bound bred clung crept dug fed forbade forgave froze ground "
    "leapt lent lit meant overcame slung spat spread strode strove undertook upset wept withdrew "
    "wrung shed sped rid overtook foresaw forgot forswore mistook outdid rebuilt repaid resold "
    "retook shone slew stung upheld withheld withstood"
)
_AFFILIATING = words("from of at with in")
_INSIDE_NAMES = words("the a of and & for - – 's ’s based")
_APART = DASHES | {","}
_LONGEST_BODY = 14
_LAST = 6
"""How many of a person's mentions are looked back on."""
_SENTENCES = tuple(f"sentences={gap}" for gap in range(5))
_PARAGRAPHS = tuple(f"paragraphs={blank}" for blank in range(4))
_RANKS = tuple(f"rank={rank}" for rank in range(4))
_NO_VERBS = PREPOSITIONS | words(
    "as whereas unless plus thus always perhaps sometimes besides indeed instead yes ahead "
    "his its this us ours hers theirs yours others hundred red"
)
"""Words in -s and -ed that no verb is."""
_NOUN_ENDINGS = ("ers", "ors", "ists", "ans", "aides", "allies", "backers", "remarks")


@dataclass(frozen=True, slots=True)
class Seen:
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
    first: bool
    """Whether it is the first person mentioned in its sentence."""
    gender: Gender = ""
    """What a pronoun or a gendered description tells."""


@dataclass(frozen=True, slots=True)
class Pronominal:
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
    adds: bool = False
    """Whether it goes on: `she added`."""
    quoted_by: int | None = None
    """Index of the person whose quotation it stands inside, if known."""
    told_by: int | None = None
    """Index of the person who is reported, without quotation marks, to say the words around it."""
    spoken_of: frozenset[int] = frozenset()
    """Persons whom its own statement names: they hardly make it."""
    named_in_quotation: frozenset[int] = frozenset()
    """Those of them who are named inside quotation marks."""


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

    def candidates(self, pronoun: Pronominal) -> list[int]:
        """Persons mentioned before whose gender, where the article tells it, agrees."""
        return [
            index
            for index in self.seen
            if not (
                pronoun.gender
                and (gender := self.persons[index].gender)
                and gender != pronoun.gender
                and (self.persons[index].gender_is_said or self._called.get(index) == gender)
            )
        ]

    def ranked_features(self, pronoun: Pronominal) -> list[tuple[int, Features]]:
        """(person, features) of each candidate, the most recent first; the nearest only, where
        a very long text names hundreds."""
        order = sorted(self.candidates(pronoun), key=lambda i: -self._before(i, pronoun).at)
        order = order[:_MOST_CANDIDATES]
        return [
            (person, self._features(person, rank, pronoun)) for rank, person in enumerate(order)
        ]

    def _before(self, person: int, pronoun: Pronominal) -> Seen:
        """The last mention of a person outside the pronoun's own statement, if there is one."""
        seen = self.seen[person]
        return next((mention for mention in reversed(seen) if mention.at < pronoun.since), seen[-1])

    def _features(self, person: int, rank: int, pronoun: Pronominal) -> Features:
        seen = self.seen[person]
        last = self._before(person, pronoun)
        gap = min(max(pronoun.sentence - last.sentence, 0), 4)
        blank = min(pronoun.paragraph - last.paragraph, 3)
        gender = self.persons[person].gender
        known = gender or self.persons[person].renowned_as
        called = self._called.get(person, "")
        spoke = self.seen[self.last_speaker][-1] if self.last_speaker is not None else None
        near = _Near.of(seen, pronoun, spoke.at if spoke else -1)
        # `… Stone said. Brooks should resign, he said` is no turn to Brooks.
        spoke_before = spoke is not None and pronoun.sentence - spoke.sentence == 1
        goes_on = spoke_before and person != self.last_speaker and person in pronoun.spoken_of
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
            ("both_quoted", last.quoted and pronoun.quoted),
            ("was_pronoun", last.pronoun),
            ("first", last.first),
            ("last_speaker", person == self.last_speaker),
            ("adds", pronoun.adds and person == self.last_speaker),
            ("subject_here", near.subject_here),
            ("subject_of_what", near.subject_here and pronoun.behind_what),
            ("subject_before", near.subject_before),
            ("first_before", near.first_before),
            ("source_near", near.source),
            ("unquoted_near", near.unquoted),
            ("in_paragraph", near.in_paragraph),
            ("turned_to", near.turned_to and person != self.last_speaker and not goes_on),
            ("goes_on", goes_on),
            ("speaker_away", person == self.last_speaker and not near.in_paragraph),
            ("speaker_gone", person == self.last_speaker and blank == 3),
            ("gender_known", bool(pronoun.gender) and gender == pronoun.gender),
            ("gender_against", bool(pronoun.gender and known) and known != pronoun.gender),
            ("quoting", person == pronoun.quoted_by),
            ("teller", pronoun.subject and person == pronoun.told_by),
            ("once", len(seen) == 1),
            ("one_word", not self.persons[person].parsed.given),
            ("gender_said", bool(pronoun.gender) and self.persons[person].gender_is_said),
            ("called_so", bool(called) and called == pronoun.gender),
            ("called_otherwise", bool(called and pronoun.gender) and called != pronoun.gender),
            ("never_subject", person not in self._subjects),
            ("late", self.persons[person].late),
            ("spoken_of", person in pronoun.spoken_of),
            ("named_in_quotation", person in pronoun.named_in_quotation),
            ("called_in_quotation", seen[-1].at >= pronoun.since and seen[-1].pronoun),
        )
        for name, holds in flags:
            if holds:
                found[name] = 1.0
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
    unquoted: bool = False
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
            if mention.paragraph == pronoun.paragraph and not mention.quoted:
                near.in_paragraph = True
                named = mention.subject and not mention.pronoun
                near.turned_to |= named and mention.at > spoken
            before = pronoun.sentence - mention.sentence
            if before > 1:
                continue
            if mention.subject and before == 0:
                near.subject_here = True
            if mention.subject and before > 0:
                near.subject_before = True
            if mention.first and before > 0:
                near.first_before = True
            if mention.source:
                near.source = True
            if not mention.quoted:
                near.unquoted = True
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


def is_subject(doc: Doc, layout: Layout, end: int, cue_tokens: frozenset[int]) -> bool:
    """Whether a name that ends at token `end` looks like the subject of a verb."""
    limit = layout.sentence_end[end - 1]
    at = end_of_brackets(doc, end, limit)
    if at in cue_tokens or at + 1 in cue_tokens:
        if at >= limit:
            return True
        # "Carl Field, a lawyer for Ada Brooks, said": it is Field who said.
        inside = doc[at].text == "," and _before_name(doc, layout, end) in PREPOSITIONS
        return not inside and doc[at].text not in {"'s", "’s"}
    before = _before_name(doc, layout, end)
    if at < limit and doc[at].text in _APART:
        if doc[at].text == "," and before == "for" and _opens(doc, layout, end):
            # "For Ada Brooks, the march was a first."
            return True
        verb = _is_verb(doc, at + 1, limit)
        if verb and (at > end or before == ","):
            # "Ada Brooks, 54, has lived here", "His assistant, Ada Brooks, was calm"
            return True
        # An apposition: "Ada Brooks, the mayor, said"; the verb follows its closing comma.
        for close in range(at + 1, min(at + 26, limit)):
            if doc[close].text in _APART:
                at = close + 1
                break
        else:
            return False
    if at < limit and doc[at].lower_ in _AFFILIATING:
        at = _after_body(doc, layout, at + 1, limit)
    return _is_verb(doc, at, limit)


def _after_body(doc: Doc, layout: Layout, at: int, limit: int) -> int:
    """The first token after `the Bay Land Council` in `Ada Brooks from the Bay Land Council`."""
    end = min(at + _LONGEST_BODY, limit)
    while at < end and (
        layout.entity[at] >= 0
        or doc[at].is_title
        or doc[at].is_upper
        or doc[at].lower_ in _INSIDE_NAMES
    ):
        at += 1
    return at


def _start_with_title(doc: Doc, layout: Layout, end: int) -> int:
    entity = layout.entity[end - 1]
    start = layout.ents[entity].start if entity >= 0 else end - 1
    return start_of_title(doc, layout, start)


def _before_name(doc: Doc, layout: Layout, end: int) -> str:
    """The word before a name and its title in the sentence, in lower case."""
    start = _start_with_title(doc, layout, end)
    return doc[start - 1].lower_ if start > layout.sentence_start[end - 1] else ""


def _opens(doc: Doc, layout: Layout, end: int) -> bool:
    """Whether a sentence begins with the word before a name and its title."""
    return _start_with_title(doc, layout, end) - 1 == layout.sentence_start[end - 1]


def _is_verb(doc: Doc, at: int, limit: int) -> bool:
    """Whether a word looks like the verb of the subject before it."""
    if at >= limit:
        return False
    low = doc[at].lower_
    if low in _AUXILIARIES:
        return True
    if not doc[at].is_lower or not doc[at].is_alpha:
        return False
    if low.endswith("ly") and at + 1 < limit:
        low = doc[at + 1].lower_
    if low in _NO_VERBS:
        return False
    return low.endswith("ed") or (low.endswith("s") and not low.endswith((*_NOUN_ENDINGS, "ss")))
