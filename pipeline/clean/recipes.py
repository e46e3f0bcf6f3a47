"""Recipes inside an article: their ingredients and steps are its text, though lists look like
menus to the line classifier."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.blocks import Block
from pipeline.clean.looks import word_count
from pipeline.clean.phrases import worded

_INGREDIENT = re.compile(
    r"(?:[-*•] ?)?(?:(?:about |a )?(?:\d|[½¼¾⅓⅔⅛])[\d\s½¼¾⅓⅔⅛/.–-]{0,8}x? ?|an? )"
    r"(?:cups?|tbsps?|tsps?|tablespoons?|teaspoons?|oz|ounces?|lbs?|pounds?|k?g|grams?|m?l|"
    r"lit(?:re|er)s?|pinch(?:es)?|dash(?:es)?|cloves?|cans?|jars?|tins?|sticks?|slices?|"
    r"bunch(?:es)?|handfuls?|sprigs?|packets?|large|medium|small|ripe|whole|fresh)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:the )?(?:ingredients?|instructions?|directions?|method|preparation|steps|to serve|"
    r"for the [a-z ]{3,25}|you.ll need|what you need)\W*$",
    re.IGNORECASE,
)
_STEP = re.compile(r"(?:\d{1,2}[.)] ?|step \d{1,2}\W* ?)?[A-Z][a-z]+\b.*[.!)]$", re.IGNORECASE)
_LONGEST_INGREDIENT = 100
"""Characters."""
_LEAST_INGREDIENTS = 3
_NEAR = 10
"""Blocks from the article to its recipe, at most."""
_LEAST_STEP = 4
"""Words."""
_WIDEST_GAP = 2
"""Lines between two of a recipe."""


def put_recipe_back(blocks: Sequence[Block], labels: list[str]) -> None:
    """Label as body the recipe that stands in an article or right below it."""
    body = [place for place, label in enumerate(labels) if label == "body"]
    if not body:
        return
    below = range(body[0], len(blocks))
    listed = [place for place in below if _is_ingredient(blocks[place].text)]
    first = next(
        (
            place
            for place, third in zip(listed, listed[_LEAST_INGREDIENTS - 1 :], strict=False)
            if third - place <= _LEAST_INGREDIENTS * _WIDEST_GAP
        ),
        None,
    )
    if first is None or not any(first - _NEAR <= place < first for place in body):
        return
    while _HEADING.match(blocks[first - 1].text):
        first -= 1
    last = first
    for place in range(first, len(blocks)):
        if place - last > _WIDEST_GAP:
            return
        text = blocks[place].text
        if labels[place] == "body" or _HEADING.match(text) or _is_ingredient(text):
            labels[last : place + 1] = [
                "body" if label == "boilerplate" and _belongs(block) else label
                for label, block in zip(
                    labels[last : place + 1], blocks[last : place + 1], strict=True
                )
            ]
            last = place
        elif labels[place] == "boilerplate" and _is_step(text):
            labels[place] = "body"
            last = place


def _is_ingredient(text: str) -> bool:
    return len(text) <= _LONGEST_INGREDIENT and _INGREDIENT.match(text) is not None


def _is_step(text: str) -> bool:
    return word_count(text) >= _LEAST_STEP and not worded(text) and bool(_STEP.match(text))


def _belongs(block: Block) -> bool:
    return _HEADING.match(block.text) is not None or not worded(block.text)
