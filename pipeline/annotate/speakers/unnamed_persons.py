"""Persons whom an article only describes, as he and she take them up.

`A driver waved. She said …`: where somebody without a name was mentioned after the last
mention of the likeliest person with one, the pronoun is theirs.
"""

from __future__ import annotations

from bisect import bisect_left, insort

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part, reference_token
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.roles import heads_of, spelled_out, synonyms
from pipeline.annotate.speakers.antecedents import Pronominal
from pipeline.annotate.speakers.conflicts import MERE
from pipeline.annotate.speakers.discourse import Sources
from pipeline.annotate.speakers.office_bearers import is_of_the_past
from pipeline.annotate.speakers.role_matches import RUNNING
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    DETERMINERS,
    GENDERED_ROLES,
    INTRODUCING,
    POSSESSIVE_MARKS,
    RELATIONS,
    Gender,
    words,
)

_FARTHEST_SOURCE = 2
"""Sentences over which a source is taken up."""
_FIRST_TOLD = INTRODUCING | {"my"}
ASKED_BY = frozenset({"asked", "pressed", "questioned", "quizzed", "challenged", "grilled"})
"""Participles that begin a sentence in which somebody answers whom `by` names."""
_KNOWING = frozenset({"source", "insider"})
_CLOSE_TO = (" close to ", " familiar with ", " briefed on ", " with knowledge of ")
_SPEAKING_FOR = words(
    "person somebody someone aide ally spokesman spokeswoman spokesperson adviser advisor "
    "representative lawyer attorney solicitor agent publicist manager staffer confidant"
)
"""Nouns for those who tell of somebody whom their description names, and not of themselves."""
_SELF = frozenset({"me", "us"})
"""Hearers who are no he or she."""
_ASKING = (["asked"], ["asks"], ["wondered"])


class UnnamedPersons:
    """The descriptions of single persons in one article, in text order."""

    def __init__(self, doc: Doc, layout: Layout, cast: Cast, sources: Sources):
        self._doc = doc
        self._layout = layout
        self._cast = cast
        self._lower = doc_words(doc).lower
        self._sources = frozenset(sources.described)
        self._told_until = sources.told_until
        self._reported = sources.reported
        self._quoted_as = sources.quoted_as
        self._parts = {**sources.mentioned, **sources.described}
        self._places = sorted(self._parts)
        self._pronouns: dict[int, Gender] = {}
        """Pronouns that have taken up a description: they go on as it would."""
        self._named: set[int] = set()

    def settle(self, at: int, *, named: bool) -> None:
        """Tell whether the source at a token turned out to be a person with a name."""
        if named:
            self._named.add(at)
        else:
            self._named.discard(at)

    def taken_up_by(self, reference: Pronominal, person: int | None, last: int) -> Part | None:
        """The description that a pronoun takes up, if one stands behind token `last`, where
        the likeliest person with a name was mentioned (-1: nobody); None otherwise."""
        self._forget(reference.at)
        part = self.before(reference, person, last)
        if part is not None:
            self._go_on(reference, part)
        return part

    def _go_on(self, reference: Pronominal, part: Part) -> None:
        """Remember that a pronoun goes on from a description."""
        self._forget(reference.at)
        insort(self._places, reference.at)
        self._parts[reference.at] = part
        self._pronouns[reference.at] = reference.gender

    def _forget(self, pronoun: int) -> None:
        """An article is read twice, and a pronoun may then stand for somebody else."""
        if self._pronouns.pop(pronoun, None) is not None:
            self._places.remove(pronoun)
            del self._parts[pronoun]

    def before(self, reference: Pronominal, person: int | None, last: int) -> Part | None:
        """The description behind token `last` that a pronoun or `the woman` may take up."""
        at = self._place_before(reference, person, last)
        return self._parts[at] if at is not None else None

    def _place_before(self, reference: Pronominal, person: int | None, last: int) -> int | None:
        """Token of that description, or of the pronoun that took it up."""
        place = bisect_left(self._places, reference.at) - 1
        while place >= 0 and self._end_of(self._places[place]) > last:
            at = self._places[place]
            last_word = max(at, self._told_until.get(at, at))
            if reference.sentence - self._layout.sentence[last_word] > _FARTHEST_SOURCE:
                return None
            apart = reference.paragraph - self._layout.paragraph[last]
            near = last >= 0 and apart <= self._reach(at, person, reference)
            passed = at in self._named or self._is_spoken_of(at, reference)
            passed = passed or self._is_quoted_aside(at, reference)
            passed = passed or self._is_beside_subject(at, reference)
            if not passed and not near and self._fits(at, reference):
                return at
            place -= 1
        return None

    def _end_of(self, at: int) -> int:
        """Token behind a source's description: who is named in it, as in `a neighbour of
        Ada Brooks`, is not named after it."""
        return max(at, self._parts[at].end) if at in self._sources else at

    def _is_spoken_of(self, at: int, reference: Pronominal) -> bool:
        """Whether somebody only stands in what another tells: `She remembers that |the man| was
        polite. She says …` goes on about who tells, unless that is he, or the author."""
        if reference.quoted and self._parts[at].head == self._quoted_as.get(reference.at):
            # "She told me", said the nurse: she is another.
            return True
        mentioned = at not in self._sources and at not in self._pronouns
        told = mentioned and self._reported.get(at) in {"", reference.gender}
        return told and reference.source and reference.at not in self._reported

    def _is_beside_subject(self, at: int, reference: Pronominal) -> bool:
        """Whether a sentence before a pronoun's tells of somebody amid what it tells of another,
        of the same gender, with whom it begins: `Stone's wife, who had |a daughter|, left. She`."""
        sentence = self._layout.sentence[at]
        if at in self._sources or at in self._pronouns or sentence == reference.sentence:
            return False
        first = self._layout.sentence_start[at]
        gender = GENDERED_ROLES.get(self._parts[at].head, "")
        place = bisect_left(self._places, first)
        subject = self._parts[self._places[place]]
        begins = not self._doc[first : subject.start].text.strip()
        begins = begins and subject is not self._parts[at]
        return begins and GENDERED_ROLES.get(subject.head, "") == gender != ""

    def _is_quoted_aside(self, at: int, reference: Pronominal) -> bool:
        """Whether another paragraph has somebody quoted by others: `The Times quoted |an aide| as
        saying so. ¶ She brushed it off.`"""
        part = self._parts[at]
        apart = self._layout.paragraph[at] != reference.paragraph
        return apart and self._lower[part.end : part.end + 2] == ["as", "saying"]

    def _reach(self, at: int, person: int | None, reference: Pronominal) -> int:
        """From how many paragraphs back a person with a name goes before a description; -1
        for none.

        A mere mention is weaker than a name of its paragraph, and `the senator` may be whom
        the paragraph before named; `the agency's spokesman` is tied to another.
        """
        part = self._parts[at]
        if at in self._pronouns:
            return -1
        tied = part.head in RELATIONS or self._is_owned(part)
        if self._lower[part.start] == "the" and not tied:
            another = person is None or self._is_another(part, person, reference)
            return -1 if another else 1
        if part.start and self._lower[part.start - 1] == "of":
            # "Brooks was the son of |a merchant| who hated music. He …"
            return 0
        if at in self._sources or self._begins_sentence(part, reference, (1,)):
            return -1
        return 0

    def is_about(self, reference: Pronominal, person: int | None, last: int) -> bool:
        """Whether `him` or `his` is somebody without a name, with whom the sentence or the one
        before begins, or who was he before: `|My father| left his house. When I told him …`."""
        self._forget(reference.at)
        place = self._place_before(reference, person, last)
        if place is None:
            return False
        part = self._parts[place]
        # In one sentence `his` may be the subject's, and `him` is another.
        back = (0, 1) if reference.possessive else (1,)
        mere = part.head in MERE and reference_token(self._doc, part) in self._sources
        if place in self._pronouns and (mere or self._lower[part.start] in INTRODUCING):
            # "A pilot spoke. She lost her case. |Her| lawyer …": who is already she.
            return reference.sentence - self._layout.sentence[place] in back
        if self._begins_sentence(part, reference, back):
            self._go_on(reference, part)
            return True
        if self._tells_which(part, reference):
            return True
        if self._says(part, reference) and reference.paragraph > self._layout.paragraph[last]:
            self._go_on(reference, part)
            return True
        # "The victim's father said no. |His| sister said …": no neighbour's, who spoke before.
        at = reference_token(self._doc, part)
        if at not in self._sources or not self._is_owned(part) or not reference.initial:
            return False
        gender = GENDERED_ROLES.get(part.head, "")
        near = reference.sentence - self._layout.sentence[self._told_until[at]] == 1
        return near and gender in {"", reference.gender}

    def _says(self, part: Part, reference: Pronominal) -> bool:
        """Whether a pronoun stands in what somebody who is told of for the first time is reported
        to say: `A boy asked why they laughed at |him|`."""
        at = reference_token(self._doc, part)
        told = part.start < reference.at <= self._told_until.get(at, -1)
        told = told and self._lower[part.start] in _FIRST_TOLD
        return told and at in self._sources and not reference.in_marks

    def _tells_which(self, part: Part, reference: Pronominal) -> bool:
        """Whether a pronoun stands in the clause that explains a description: `His mother, who
        had lost |her| hearing, said`, `the man, in |his| 40s, said`."""
        here = self._layout.sentence_start[part.start] == self._layout.sentence_start[reference.at]
        at = part.end + (self._lower[part.end : part.end + 1] == [","])
        aged = self._lower[at : at + 1] == ["in"] and at + 1 == reference.at
        return here and (aged or self._lower[at : at + 1] == ["who"])

    def _begins_sentence(self, part: Part, reference: Pronominal, back: tuple[int, ...]) -> bool:
        """Whether a description that is told for the first time begins a sentence so many
        before: `|A porter| was waiting. “Come in,” he said`."""
        sentence = self._layout.sentence[part.start]
        begins = not self._doc[self._layout.sentence_start[part.start] : part.start].text.strip()
        first = self._lower[part.start] in _FIRST_TOLD
        return begins and first and reference.sentence - sentence in back

    def _is_owned(self, part: Part) -> bool:
        return not POSSESSIVE_MARKS.isdisjoint(self._lower[part.start : part.end])

    def _is_another(self, part: Part, person: int, reference: Pronominal) -> bool:
        """Whether a person's role or gender says that a description is of somebody else."""
        known = self._cast.persons[person]
        if is_of_the_past(self._doc, part):
            return False
        if known.gender and reference.gender and known.gender != reference.gender:
            return True
        heads = synonyms(spelled_out(part.head))
        return bool(known.roles) and all(heads.isdisjoint(heads_of(role)) for role in known.roles)

    def _speaks_for_another(self, part: Part) -> bool:
        """Whether somebody unnamed knows of others, and of these they tell: `an insider`,
        `a friend close to Ada`, `an aide to Ada Brooks`."""
        said = " ".join(self._lower[part.start : part.end])
        if part.head in _KNOWING or any(words in said for words in _CLOSE_TO):
            return True
        named = not self._cast.at_token.keys().isdisjoint(range(part.start, part.end))
        return named and part.head in _SPEAKING_FOR

    def _fits(self, at: int, reference: Pronominal) -> bool:
        part = self._parts[at]
        gender: Gender = GENDERED_ROLES.get(part.head, "")
        paragraphs = reference.paragraph - self._layout.paragraph[at]
        sentences = reference.sentence - self._layout.sentence[at]
        if self._layout.quoted[at] and not reference.quoted:
            return False
        if self._lower[part.start] not in DETERMINERS and not self._is_owned(part):
            return False
        if at in self._pronouns:
            same = self._pronouns[at] == reference.gender
            return same and sentences <= _FARTHEST_SOURCE and paragraphs <= 1
        if at not in self._sources:
            if gender:
                # "A man was rescued. ¶ Stone said: “He was lucky.”"
                near = paragraphs <= (1 if reference.in_marks else 0) and sentences <= 1
                return gender == reference.gender and near
            # "The judge was unmoved. “No,” she said": the subject just before; but who runs for
            # an office has a name.
            before = reference.source and sentences == 1 and paragraphs <= 1
            before = before and part.head not in RUNNING
            # "A driver was rescued after his lorry blew over"
            own = reference.possessive and self._lower[part.start] in INTRODUCING
            own = own and self._begins_sentence(part, reference, (0,))
            return before or own or self._tells_which(part, reference)
        if paragraphs and not gender:
            # "A teacher said … .\n“…,” he said": who was introduced and spoke just before.
            introduced = self._lower[part.start] in INTRODUCING
            last = max(at, self._told_until.get(at, at))
            since = reference.sentence - self._layout.sentence[last]
            apart = reference.paragraph - self._layout.paragraph[last]
            # "The Lakeside farmer said … .\n“…,” he added."
            goes_on = introduced or reference.adds
            return goes_on and reference.source and since <= 1 and apart <= 1
        opening = self._lower[self._layout.sentence_start[at]]
        if opening in ASKED_BY and self._lower[part.start - 1] == "by" and not sentences:
            # "Asked by a reporter whether he would go, he said no."
            return False
        if reference.at <= self._told_until.get(at, -1) and self._speaks_for_another(part):
            # "A source close to Stone said he had refused": Stone.
            return False
        asks = self._lower[part.end : part.end + 1] in _ASKING
        if asks and _SELF.isdisjoint(self._lower[part.end + 1 : part.end + 2]):
            # "A member asked if he had counted": he who then speaks is whom they asked.
            return False
        return sentences <= _FARTHEST_SOURCE and gender in {"", reference.gender}
