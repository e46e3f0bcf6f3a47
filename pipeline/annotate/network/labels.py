"""The labels of the model's heads, in the order of its outputs."""

from __future__ import annotations

from typing import Final

ROLES: Final = ("SOURCE", "CUE", "CONTENT")
ENTITY_LABELS: Final = (
    "PERSON",
    "ORG",
    "LOC",
    "NORP",
    "DATE",
    "MONEY",
    "FAC",
    "PRODUCT",
    "MISC",
)
WORLDWIDE_LABELS: Final = {
    "Person": "PERSON",
    "Organization": "ORG",
    "Location": "LOC",
    "NORP": "NORP",
    "Date": "DATE",
    "Money": "MONEY",
    "Facility": "FAC",
    "Product": "PRODUCT",
    "Misc": "MISC",
}
"""Classes of the Worldwide newswire corpus in spaCy's names."""


def bio(labels: tuple[str, ...]) -> tuple[str, ...]:
    """BIO tags: `O`, then `B-` and `I-` of each label: tag 2k+1 begins label k."""
    return ("O", *(f"{prefix}-{label}" for label in labels for prefix in "BI"))


def bio_spans(tags: list[int]) -> list[tuple[int, int, int]]:
    """Spans (first word, end word exclusive, label index) of a sequence of BIO tags."""
    spans: list[tuple[int, int, int]] = []
    start = label = -1
    for i, tag in enumerate([*tags, 0]):
        inside = tag > 0 and tag % 2 == 0 and label == tag // 2 - 1 and start >= 0
        if not inside:
            if start >= 0:
                spans.append((start, i, label))
            start, label = (i, (tag - 1) // 2) if tag > 0 else (-1, -1)
    return spans
