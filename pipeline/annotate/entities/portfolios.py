"""Departments and committees whose names list what they are for.

`the Department for Digital, Culture, Media and Sport`, `the Senate Health, Education, Labor and
Pensions Committee`: one body, though a reader of single words finds two.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotate.entities.agreement import Entity
from pipeline.annotate.text.lexicon import words
from pipeline.annotate.text.names import is_role_noun
from pipeline.annotate.text.title_phrases import PORTFOLIOS

_BODIES = words(
    "department departments ministry committee subcommittee bureau directorate secretariat office"
)
_OF = words("of for on")
_FIELDS = PORTFOLIOS | words(
    """
    administration affairs aged alcohol arts budget civil cooperation digital disability electoral
    equality ethics european explosives family firearms fisheries food foreign forests gaeltacht
    government heritage human industrial innovation international land levelling liberties local
    means men natural oversight pensions protection public reform regional retirement rights rules
    rural small strategy tobacco up urban veterans ways women
    """
)
_JOINING = frozenset({",", "and", "&"})
_CHAMBERS = words("senate house assembly parliament commons lords")


def with_whole_names(texts: Sequence[str], entities: Sequence[Entity]) -> list[Entity]:
    """The entities in order, bodies with such a name whole, what stood inside one left out."""
    spans = {start: end for start, end, label in entities if label == "ORG"}
    whole: list[Entity] = []
    for start, end, label in entities:
        if whole and start < whole[-1][1]:
            continue
        if label == "ORG":
            end = _end(texts, start, end)
            first = _start(texts, start, end, spans)
            while whole and whole[-1][0] >= first and first < start:
                whole.pop()
            start = first
        whole.append((start, end, label))
    return whole


def _is_field(word: str) -> bool:
    return word[:1].isupper() and word.lower() in _FIELDS


def _end(texts: Sequence[str], start: int, end: int) -> int:
    """The end of the list that `Department for Digital` goes on with; `end` for any other body."""
    head = next((at for at in range(start, end) if texts[at].lower() in _BODIES), end)
    if head + 1 >= end or texts[head + 1].lower() not in _OF or not _is_field(texts[end - 1]):
        return end
    at, last, joined = end, end, False
    while at < len(texts) and (texts[at] in _JOINING or _is_field(texts[at])):
        joined |= texts[at] in {"and", "&"}
        at += 1
        if _is_field(texts[at - 1]) and joined:
            last = at
    named = last < len(texts) and texts[last][:1].isupper() and is_role_noun(texts[last])
    # "the Department of Health, Justice Secretary Ada Brooks and …"
    return end if named or "," not in texts[start:last] else last


def _start(texts: Sequence[str], start: int, end: int, spans: dict[int, int]) -> int:
    """The start of the list that `Pensions Committee` ends; `start` for any other body."""
    if texts[end - 1].lower() not in _BODIES or not _is_field(texts[start]):
        return start
    at = start
    while at > 0 and (texts[at - 1] in _JOINING or _is_field(texts[at - 1])):
        at -= 1
    while at < start and not _is_field(texts[at]):
        at += 1
    if at > 0 and texts[at - 1].lower() in _CHAMBERS:
        at -= 1
    # Without a comma it is another body: "the Treasury and the Health Committee".
    listed = "," in texts[at:start] and not {"and", "&"}.isdisjoint(texts[at:end])
    return at if listed else start
