"""Reads an article once, mention by mention, and resolves each he and she on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.stated_roles import has_role_head
from pipeline.annotate.persons.subjects import is_subject
from pipeline.annotate.speakers.antecedents import (
    History,
    Pronominal,
    Seen,
)
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import GENDERED_ROLES, Gender, words
from pipeline.annotate.text.pronouns import PRONOUNS, THIRD_PERSON

_RELATIVES = frozenset({"who", "whose", "whom"})
_SUBORDINATING = words("after when because although though since before while until once")
_VERBS = words("is was are were has had will would said says told which")
"""What tells that a sentence goes on behind somebody's role."""
_JOINING = words("and but yet so")
_LINKING = _JOINING | words(
    "however still instead later then earlier now meanwhile moreover also afterwards overall "
    "nevertheless nonetheless"
)
_LONGEST_RELATIVE = 12
"""Words from `who` to a pronoun of its clause."""

Resolve = Callable[[History, Pronominal], int | None]


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the quotations' sources and cues stand, in tokens."""

    source_tokens: frozenset[int]
    before_named: frozenset[int]
    """What stands in front of a person's name in a source: `One friend of Stone, |Ada Brooks|,`."""
    joined_to: Mapping[int, frozenset[int]]
    """Token at which a speaker begins → persons named in the same source: who `the bishop` of
    `Brooks and the bishop` is not."""
    inner: frozenset[int]
    """Those of `source_tokens` that stand inside what somebody says."""
    cue_tokens: frozenset[int]
    quoted_by: Mapping[int, int]
    """Token inside a quotation's content → person who is known by name to say it."""
    quoted_by_pronoun: Mapping[int, int]
    """The same → token of the pronoun that is the source."""
    described: Mapping[int, Part]
    """`reference_token` of each source that describes a single person → its reading."""
    mentioned: Mapping[int, Part]
    """Token of the noun → description of a single person who is no source there."""
    told_by: Mapping[int, int]
    """Token that somebody is reported to say, without quotation marks → who, by name."""
    spoken_of: Mapping[int, frozenset[int]]
    """Token of a pronoun that is a source → persons whom its statement names."""
    named_in_quotation: Mapping[int, frozenset[int]]
    """The same for those it names inside quotation marks."""
    addressed: Mapping[int, frozenset[int]]
    """The same for those whom it is told to."""
    adding: frozenset[int]
    """Tokens of the pronouns that are sources of what is added to what they said."""
    since: Mapping[int, int]
    """Token of a pronoun or description that is a source → first token of its statement, which
    ends right before it."""
    told: frozenset[int]
    """Tokens of what described persons are reported to say."""
    told_until: Mapping[int, int]
    """`reference_token` of each source that describes a single person → last token of what
    they say."""
    reported: Mapping[int, Gender]
    """Token of what anybody but the author is reported to say, without quotation marks → what
    is known of their gender."""
    quoted_as: Mapping[int, str]
    """Token inside quotation marks → noun of the description that is their source."""
    in_turns: frozenset[int]
    """Tokens of the turns of a transcript whose labels name somebody."""
    take_turns: frozenset[int]
    """The persons whom those labels name."""
    heard: frozenset[int]
    """Tokens of what a court or the like hears."""

    def description(self, at: int) -> Part | None:
        """The description of a single person at a token, source or not; None for none."""
        return self.described.get(at) or self.mentioned.get(at)


def walk(doc: Doc, layout: Layout, cast: Cast, sources: Sources, resolve: Resolve) -> History:
    """Go through names and third-person pronouns in text order, asking `resolve` for each
    pronoun; its answer counts as a mention for the pronouns that follow."""
    history = History(cast.persons)
    names = {
        start: (person, end)
        for person, entry in enumerate(cast.persons)
        for start, end in entry.mentions
    }
    peopled: set[int] = set()
    gender: Gender
    lower = doc_words(doc).lower
    pronouns = (at for at, word in enumerate(lower) if word in THIRD_PERSON)
    for at in sorted({*names, *sources.described, *sources.mentioned, *pronouns}):
        if at in names:
            (person, end), gender = names[at], ""
        elif at not in cast.at_token:
            part = sources.description(at)
            end = part.end if part else at + 1
            reference = pronominal(doc, layout, sources, at)
            reference = reference._replace(explains=_explained_by(doc, layout, cast, at))
            answer = resolve(history, reference)
            if answer is None:
                continue
            person, gender = answer, reference.gender
        else:
            continue
        sentence = layout.sentence[at]
        history.see(
            person,
            Seen(
                at,
                sentence,
                layout.paragraph[at],
                subject=at in sources.source_tokens or _is_subject(doc, layout, at, end, sources),
                source=at in sources.source_tokens,
                inner=at in sources.inner,
                quoted=layout.quoted[at] or at in sources.quoted_by,
                pronoun=at not in names,
                told=at in sources.reported,
                gender=gender,
                alone=_is_alone(doc, layout, at),
                introduced=at in names and _is_introduced(doc, layout, cast, at, end),
                first=sentence not in peopled,
            ),
        )
        peopled.add(sentence)
    return history


def pronominal(doc: Doc, layout: Layout, sources: Sources, at: int) -> Pronominal:
    """The pronoun at a token, as the ranking sees it."""
    lower = doc_words(doc).lower
    low = lower[at]
    part = sources.description(at)
    gender = GENDERED_ROLES.get(part.head, "") if part else PRONOUNS[low].gender
    since = sources.since.get(at, at)
    # "according to her, it rained"
    is_whom = low == "her" and (at + 1 == len(doc) or lower[at + 1] in {",", ".", ";", ":"})
    return Pronominal(
        at,
        since,
        layout.sentence[since],
        layout.paragraph[since],
        source=at in sources.source_tokens,
        quoted=layout.quoted[at] or at in sources.quoted_by,
        in_marks=layout.quoted[at],
        initial=_opens(doc, layout, at),
        possessive=low in {"his", "her"} and part is None and not is_whom,
        gender=gender,
        described=part is not None,
        subject=low in {"he", "she"},
        behind_what=at > 0 and lower[at - 1] == "what",
        joined=at > 0 and lower[at - 1] in _JOINING,
        in_clause=at > 0 and lower[at - 1] in _SUBORDINATING and not layout.quoted[at],
        of_statement_before=since < at,
        adds=at in sources.adding,
        quoted_by=sources.quoted_by.get(at),
        told_by=sources.told_by.get(at),
        spoken_of=sources.spoken_of.get(at, frozenset()),
        named_in_quotation=sources.named_in_quotation.get(at, frozenset()),
        addressed=sources.addressed.get(at, frozenset()),
    )


def _opens(doc: Doc, layout: Layout, at: int) -> bool:
    """Whether a pronoun opens its sentence, a word that links it aside: `However, he`."""
    lead = doc_words(doc).lower[layout.sentence_start[at] : at]
    return not lead or (lead[0] in _LINKING and lead[1:] in ([], [","]))


def _is_alone(doc: Doc, layout: Layout, at: int) -> bool:
    """Whether a token's sentence is a paragraph."""
    start, end = layout.sentence_start[at], layout.sentence_end[at]
    paragraph = layout.paragraph[at]
    before = start == 0 or layout.paragraph[start - 1] != paragraph or doc[start - 1].is_space
    while end < len(doc) and doc[end].is_space:
        end += 1
    return before and (end >= len(doc) or layout.paragraph[end] != paragraph)


def _is_introduced(doc: Doc, layout: Layout, cast: Cast, at: int, end: int) -> bool:
    """Whether a sentence ends with a full name, given here first, and the role of its bearer."""
    person = cast.persons[cast.at_token[at]]
    if person.order != at or not person.parsed.given or layout.quoted[at]:
        return False
    limit = layout.sentence_end[at]
    if end + 1 >= limit or doc[end].text != "," or not has_role_head(doc, layout, end + 1, limit):
        return False
    words = doc_words(doc).lower[end + 1 : limit]
    who = words.index("who") if "who" in words else len(words)
    goes_on = any(mark == "," and word in _VERBS for mark, word in pairwise(words[who:]))
    alone = cast.at_token.keys().isdisjoint(range(end + 1, end + 1 + who))
    return alone and _VERBS.isdisjoint(words[:who]) and not goes_on


def _explained_by(doc: Doc, layout: Layout, cast: Cast, at: int) -> int | None:
    """Index of the person whom the relative clause around a token explains; None for none."""
    lower = doc_words(doc).lower
    for who in range(at - 1, max(layout.sentence_start[at], at - _LONGEST_RELATIVE), -1):
        if lower[who] in _RELATIVES:
            return cast.at_token.get(who - 1 - (lower[who - 1] == ","))
        if lower[who] in {",", ";", ":"}:
            return None
    return None


def resolve_references(
    doc: Doc, layout: Layout, cast: Cast, sources: Sources, resolve: Resolve
) -> tuple[dict[int, int], History]:
    """Person of each third-person pronoun and description, by token; absent where `resolve`
    has no answer.

    Read twice: what the pronouns tell of the persons' gender on the first reading is
    known on the second.
    """
    answers: dict[int, int] = {}
    votes: list[tuple[int, str]] = []

    def remember(history: History, pronoun: Pronominal) -> int | None:
        person = resolve(history, pronoun)
        if person is not None:
            answers[pronoun.at] = person
            votes.append((person, pronoun.gender))
        return person

    history = walk(doc, layout, cast, sources, remember)
    if not _tell_genders(cast, votes):
        return answers, history
    answers.clear()
    return answers, walk(doc, layout, cast, sources, remember)


def _tell_genders(cast: Cast, votes: Sequence[tuple[int, str]]) -> bool:
    """Pronouns tell the gender of persons where nothing else does and they agree; whether
    anybody's was told."""
    told = False
    for index, person in enumerate(cast.persons):
        if person.gender:
            continue
        own = [gender for voter, gender in votes if voter == index and gender]
        for gender in ("f", "m"):
            if len(own) >= 2 and own.count(gender) >= 0.7 * len(own):
                person.votes[gender] += 1
                told = True
    return told


def _is_subject(doc: Doc, layout: Layout, at: int, end: int, sources: Sources) -> bool:
    low = doc_words(doc).lower[at]
    if low in {"he", "she"}:
        return True
    if low in {"him", "his", "her", "himself", "herself"} or at in sources.before_named:
        return False
    return is_subject(doc, layout, end, sources.cue_tokens)
