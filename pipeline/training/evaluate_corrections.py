"""How often the model was right by a user's own decisions, and how sure it had been.

A row was right if the user accepted it without mending speaker or words: that is what its
confidence is the probability of. A mended date, kind or act says nothing about that.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from pipeline.corrections.applying import without_undone
from pipeline.corrections.corrections_file import Correction, read_corrections
from pipeline.errors import WhosaidError
from pipeline.records import Span

BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.0)
_WRONG = frozenset({"speaker", "extent", "not_a_quotation"})
_NORMAL_95 = 1.96

_Place = tuple[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A user's word on one row."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The rows whose confidence was between two bounds."""

    low: float
    high: float
    decided: int
    right: int
    mean_confidence: float

    @property
    def precision(self) -> float:
        return self.right / self.decided

    @property
    def interval(self) -> tuple[float, float]:
        """Where the precision lies with 95% probability (Wilson 1927)."""
        n, p, z = self.decided, self.precision, _NORMAL_95
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(slots=True)
class _Statement:
    places: set[_Place]
    confidence: float | None
    speaker: str
    added: bool
    accepted: bool = False
    wrong: set[str] = field(default_factory=set)


def evaluate_corrections(path: Path, say: Callable[[str], None]) -> None:
    """Print precision by confidence from a corrections.csv.

    Raises WhosaidError if it is not there or decides nothing.
    """
    if not path.is_file():
        raise WhosaidError(f"there is no file {path}: review some quotations first.")
    corrections, problems = read_corrections(path)
    if problems and not corrections:
        raise WhosaidError(f"{path} has no row that is a decision. {problems[0].problem}")
    found, missed, unmeasured = verdicts(corrections)
    if unmeasured and not found:
        raise WhosaidError(
            f"no row of {path} that says right or wrong has a confidence from 0 to 1: decide on "
            "some with `whosaid review`, which fills that column."
        )
    if not found:
        raise WhosaidError(f"{path} has no row that says right or wrong: accept or correct some.")
    say(
        f"{'confidence':<12} {'decided':>7} {'right':>6}  {'precision':<20} {'mean confidence':>15}"
    )
    for each in bins(found):
        low, high = each.interval
        precision = f"{each.precision:.1%} ({low:.0%} to {high:.0%})"
        name = f"{each.low:.1f} to {each.high:.1f}"
        say(
            f"{name:<12} {each.decided:>7} {each.right:>6}  {precision:<20} "
            f"{each.mean_confidence:>15.1%}"
        )
    say(f"Added by hand, for the model had missed them: {missed}.")
    if unmeasured:
        say(f"Decided on, but left out for want of a confidence from 0 to 1: {unmeasured}.")
    if problems:
        say(f"Rows of {path.name} that are no decision: {len(problems)}.")
    say("This is of the rows that were looked at: the least sure come first, so it is no sample.")


def verdicts(corrections: Iterable[Correction]) -> tuple[list[Verdict], int, int]:
    """What users said of the rows that the model found, and how many they had to add.

    The last number is of the judged ones that have no confidence, which are left out.
    """
    of_article: dict[str, list[Correction]] = {}
    for correction in corrections:
        of_article.setdefault(correction.article_id or correction.source, []).append(correction)
    statements = [
        statement
        for article in of_article.values()
        for statement in _statements(without_undone(article)[0])
    ]
    judged = [s for s in statements if not s.added and (s.accepted or s.wrong)]
    found = [
        Verdict(statement.confidence, not statement.wrong)
        for statement in judged
        if statement.confidence is not None
    ]
    missed = sum(s.added and "not_a_quotation" not in s.wrong for s in statements)
    return found, missed, len(judged) - len(found)


def bins(found: Sequence[Verdict]) -> Iterator[Bin]:
    """The verdicts by confidence, empty bins left out, and then all together."""
    bounds = [*pairwise(BINS), (BINS[0], BINS[-1])]
    for low, high in bounds:
        inside = [v for v in found if low <= v.confidence < high or v.confidence == high == 1]
        if inside:
            yield Bin(
                low,
                high,
                len(inside),
                sum(verdict.right for verdict in inside),
                sum(verdict.confidence for verdict in inside) / len(inside),
            )


def _statements(corrections: Iterable[Correction]) -> list[_Statement]:
    """The decisions on one article by the statement that they are about."""
    statements: list[_Statement] = []
    for correction in corrections:
        place = (correction.quote, correction.pieces)
        statement = next((s for s in statements if place in s.places), None)
        if statement is None:
            statement = _Statement(
                {place},
                correction.confidence,
                correction.speaker,
                added=correction.what == "added",
            )
            statements.append(statement)
        if correction.what in ("accept", "added"):
            statement.accepted |= correction.what == "accept"
            statement.wrong.discard("not_a_quotation")
        elif correction.what == "speaker" and correction.value == statement.speaker:
            statement.wrong.discard("speaker")
        elif correction.what in _WRONG:
            statement.wrong.add(correction.what)
        if correction.what == "extent":
            statement.places.add((correction.value, correction.value_pieces))
    return statements
