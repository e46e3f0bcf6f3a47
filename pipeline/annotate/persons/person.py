"""One person of an article: names, roles, mentions, and what tells their gender."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field

from pipeline.annotate.persons.roles import Role, heads_of
from pipeline.annotate.persons.seats import Seat
from pipeline.annotate.text.lexicon import Gender
from pipeline.annotate.text.names import (
    PersonName,
    given_name_gender,
    is_common_given_name,
    is_of_either_gender,
)

ROLE_VOTE = 4.0
"""What a role that only men or only women have counts for; a given name's hint counts less."""


@dataclass(slots=True)
class Person:
    """One person of the article."""

    name: str
    """The fullest form the article gives."""
    parsed: PersonName
    order: int
    """Token index of the first mention."""
    roles: list[Role] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    """Token spans of the mentions by name, sorted."""
    by_given_name: int = 0
    """How often the article's own voice calls this person by the given name alone."""
    aliases: set[str] = field(default_factory=set)
    """Other names that the article gives, folded."""
    late: bool = False
    """Whether the article calls this person late, or says that they died."""
    age: int | None = None
    """Years that the article gives beside the name first."""
    seat: Seat | None = None
    """The American state that the article gives behind the name."""
    parties: set[str] = field(default_factory=set)
    """Parties by which a description has called this person: `the Democratic nominee`."""
    renowned_as: Gender = ""
    """The gender of an office holder whom everybody knows; it rules out, and proves nothing."""
    votes: dict[str, float] = field(default_factory=lambda: {"f": 0.0, "m": 0.0})
    """Evidence for a gender: `f` and `m`."""

    @property
    def gender(self) -> Gender:
        """The gender the evidence tells; empty where it does not."""
        women, men = self.votes["f"], self.votes["m"]
        if women > men:
            return "f"
        return "m" if men > women else ""

    def may_be(self, gender: Gender) -> bool:
        """Whether nothing speaks against a gender but a name that both bear."""
        hinted = not self.gender_is_said and is_of_either_gender(self.parsed.given)
        return hinted or self.gender in {gender, ""}

    @property
    def is_surely(self) -> Gender:
        """The gender of who is called James or Mary, which no other name of theirs doubts."""
        given = self.parsed.given
        sure = is_common_given_name(given) and not is_of_either_gender(given)
        return given_name_gender(given) if sure else ""

    @property
    def gender_is_guessed(self) -> bool:
        """Whether nothing tells the gender but a given name that is no common one: the counts
        of one country say little of the same name in another."""
        known = self.gender_is_said or self.renowned_as or self.is_surely
        return bool(self.parsed.given) and not known

    def is_any(self, nouns: Set[str]) -> bool:
        """Whether a role says that this person is one of some nouns: `wife`, `manager`."""
        return any(not nouns.isdisjoint(heads_of(role)) for role in self.roles)

    @property
    def gender_is_said(self) -> bool:
        """Whether the article itself tells the gender, by an honorific or a role."""
        return abs(self.votes["f"] - self.votes["m"]) >= ROLE_VOTE
