"""What is wrong with a cleaned text as an article: nothing left, too little, a list, a stub."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.records import Problem, RemovedLine

_TINY = 20
"""Words; below, a text is hardly an article."""
_STUB = 150
_LIST_LINES = 8

_PAYWALL = re.compile(
    r"to (?:read|continue reading)(?: the)? (?:full|rest of|this|reading)|already a subscriber|"
    r"subscribe (?:now )?to (?:read|continue|unlock)|subscribers? only|for subscribers|"
    r"(?:article|story|content) is (?:only )?(?:available|reserved|exclusive) (?:to|for)|"
    r"create a free account to|log ?in to (?:read|continue)|free articles? (?:left|remaining)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\w[.!?。…][\"'”’)\]]*(?:\s|$)")


def text_problems(
    source: str,
    paragraphs: Sequence[str],
    titled: bool,
    removed: Sequence[RemovedLine],
    language: str,
) -> tuple[Problem, ...]:
    """The problems of one article's text. Only an article without any text is an error."""
    body = paragraphs[1:] if titled else paragraphs
    words = sum(len(paragraph.split()) for paragraph in body)
    if not paragraphs or (not words and not titled):
        what = "no text of an article was found in it" if removed else "it is empty"
        return (Problem(source, "clean", "error", f"Not read: {what}; check the file."),)
    problems: list[str] = []
    if language and language != "en":
        problems.append(
            f"The article is in another language ({language}): it is kept, but quotations "
            "are found in English articles only."
        )
    elif words < _STUB and any(
        _PAYWALL.search(text[:300]) for text in [*body[-2:], *(line.text for line in removed)]
    ):
        problems.append(
            "Only the start of the article is there, the rest is behind a paywall: "
            "get the whole text if you have access."
        )
    elif len(body) >= _LIST_LINES and not any(_SENTENCE.search(paragraph) for paragraph in body):
        problems.append("The text is a list without sentences: check that it is an article.")
    elif words < _TINY and language in ("", "en"):
        problems.append(f"The article has only {words} words: check that the text is complete.")
    return tuple(Problem(source, "clean", "warning", problem) for problem in problems)
