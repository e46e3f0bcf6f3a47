"""How often a statement inside another's statement is found as a row of its own.

PolNeAR has one layer of attributions only, so the cases are our own writing
(`gold/nested.jsonl`): one person quoting another, with and without marks, in front of
and behind the inner statement, and "X, the paper reported".
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from importlib import resources
from typing import TYPE_CHECKING, Any

from pipeline.records import Quotation
from pipeline.training.measures import WordsOf, match_attributions

if TYPE_CHECKING:
    from spacy.language import Language

Case = dict[str, Any]
Complete = Callable[[str, tuple[Quotation, ...]], Sequence[Quotation]]


def read_cases() -> list[Case]:
    """The cases: `text`, and `attributions` with `nested_in` and pieces by offsets."""
    lines = resources.files(__package__).joinpath("gold", "nested.jsonl").read_text("utf-8")
    return [json.loads(line) for line in lines.splitlines()]


def evaluate_nested(found_by: Complete | Language) -> dict[str, float]:
    """Percent of the nested statements found inside the statement they belong to.

    found_by: a pipeline, which has to find the outer statements as well; or a function
    of a text and its outer statements as they are in gold.
    """
    from spacy.language import Language

    right = total = 0
    for case in read_cases():
        text = case["text"]
        gold = [quotation_of(attribution) for attribution in case["attributions"]]
        if isinstance(found_by, Language):
            found: Sequence[Quotation] = found_by(text)._.quotations
        else:
            found = found_by(text, tuple(gold[:1]))
        pairs, _, _ = match_attributions(WordsOf(text), gold, found)
        partner = dict(pairs)
        for at, attribution in enumerate(case["attributions"]):
            outer = attribution["nested_in"]
            if outer is None:
                continue
            total += 1
            inner = partner.get(at)
            right += (
                inner is not None and outer in partner and found[inner].nested_in == partner[outer]
            )
    given = "" if isinstance(found_by, Language) else ", given the outer"
    return {f"nested statements found{given}": 100 * right / total, "nested cases": float(total)}


def quotation_of(attribution: Case) -> Quotation:
    """An attribution of a case as a record."""
    content, cue, source = (
        tuple((span["start"], span["end"]) for span in attribution[role])
        for role in ("content", "cue", "source")
    )
    return Quotation(content, cue, source)
