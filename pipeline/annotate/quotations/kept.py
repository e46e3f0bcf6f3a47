"""Quotations of an article of which some are left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.records import Quotation


def only(quotations: Sequence[Quotation], numbers: Sequence[int]) -> list[Quotation]:
    """The quotations at `numbers`, in that order.

    `nested_in` is an index into what is returned; it is None where the outer one is left out.
    """
    place = {number: at for at, number in enumerate(numbers)}
    return [
        quotation
        if quotation.nested_in is None
        else replace(quotation, nested_in=place.get(quotation.nested_in))
        for quotation in (quotations[number] for number in numbers)
    ]
