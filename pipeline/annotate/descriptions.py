"""Whom `the general`, `the senator from Texas` or `the Pentagon chief` stands for."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from pipeline.annotate.antecedents import History, Pronominal, best_antecedent, score
from pipeline.annotate.cast import Cast
from pipeline.annotate.layout import Layout
from pipeline.annotate.lexicon import DETERMINERS, GENDERED_ROLES, PREPOSITIONS
from pipeline.annotate.mentions import Part
from pipeline.annotate.names import is_role_noun
from pipeline.annotate.roles import spelled_out, synonyms

_EARLY_PARAGRAPHS = 3
_PLAIN_PERSONS = frozenset(
    "man woman person candidate nominee contender lawyer doctor lawmaker politician official "
    "author actor actress official billionaire businessman mogul girl boy girlfriend".split()
)
_RELATIONS = frozenset(
    "wife husband son daughter mother father brother sister ex-wife ex-husband friend spokesman "
    "spokeswoman spokesperson lawyer aide adviser advisor manager colleague boss ally rival "
    "opponent attorney supporter surrogate representative critic".split()
)
_EVERY_ROLE = frozenset("the a an of for and in to at 's ’s former".split())


class Descriptions:
    """Resolves descriptions of a single person within one article."""

    def __init__(self, doc: Doc, layout: Layout, cast: Cast, weights: Mapping[str, float]):
        self._doc = doc
        self._layout = layout
        self._cast = cast
        self._weights = weights

    def person(
        self, part: Part, history: History, reference: Pronominal, least: float
    ) -> int | None:
        """Index of the person a description stands for, None where the article does not tell.

        First by the roles the article gives its persons; a description that no role takes
        up goes to the likeliest person just mentioned, if it is definite and likely enough.
        """
        early = self._layout.paragraph[part.start] <= _EARLY_PARAGRAPHS
        if not part.definite and not early:
            return None
        words = self._words(part)
        matches = self._by_role(part.head, words, reference, early)
        if matches:
            return self._nearest(matches, history, reference)
        if not part.definite or self._names_somebody(part) or part.head in _RELATIONS:
            return None
        person, probability = best_antecedent(history, reference, self._weights)
        if person is None or probability < least:
            return None
        if part.head not in _PLAIN_PERSONS and self._cast.persons[person].roles:
            # Somebody whose role is known, and is another one.
            return None
        return person

    def _words(self, part: Part) -> frozenset[str]:
        tokens = self._doc[part.start : part.end]
        return frozenset(
            spelled_out(token.text) for token in tokens if token.text[:1].isalnum()
        ) - frozenset(DETERMINERS)

    def _by_role(
        self, head: str, words: frozenset[str], reference: Pronominal, early: bool
    ) -> list[int]:
        """Persons with a role that fits, the best fitting only."""
        heads = synonyms(spelled_out(head))
        content = words - PREPOSITIONS - _EVERY_ROLE - {spelled_out(head)}
        gender = GENDERED_ROLES.get(head, "")
        best: dict[int, float] = {}
        for index, person in enumerate(self._cast.persons):
            if gender and person.gender and person.gender != gender:
                continue
            if person.order > reference.at and not early:
                continue
            for role in person.roles:
                if not heads & role.words:
                    continue
                exact = spelled_out(head) in role.words
                shared = len(content & (role.words | _name_words(person.name)))
                missing = len(content) - shared
                if missing > shared + 1 or (missing and head in _RELATIONS):
                    continue
                fit = shared - 0.6 * missing + 0.5 * exact
                best[index] = max(best.get(index, fit), fit)
        if not best:
            return []
        top = max(best.values())
        return [index for index, fit in best.items() if fit >= top - 0.25]

    def _nearest(self, matches: list[int], history: History, reference: Pronominal) -> int | None:
        if len(matches) == 1:
            return matches[0]
        ranked = [
            (score(features, self._weights), person)
            for person, features in history.ranked_features(reference)
            if person in matches
        ]
        return max(ranked)[1] if ranked else None

    def _names_somebody(self, part: Part) -> bool:
        """Whether a description is anchored to a name: `Brooks's lawyer` is not Brooks."""
        return any(at in self._cast.at_token for at in range(part.start, part.end))


def _name_words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().split())


__all__ = ["Descriptions", "is_role_noun"]
