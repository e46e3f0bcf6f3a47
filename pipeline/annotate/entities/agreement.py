"""What the mentions of a name in one article say of each other.

The network labels each mention by what stands around it. That one article means one thing by
one name (Gale, Church and Yarowsky 1992) is known only when all of it has been read: then
the label of most mentions is given to the rest, and mentions that were passed over are found.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

Entity = tuple[int, int, str]
"""First word, end word, label."""
Name = tuple[str, ...]

_NAMES: Final = frozenset({"PERSON", "ORG", "LOC", "NORP", "FAC", "PRODUCT", "MISC"})
_FOUND_AGAIN: Final = frozenset({"PERSON", "ORG", "LOC", "NORP"})
_LEAST_MENTIONS: Final = 2
_SHARE_TO_LABEL: Final = 0.6
"""Of a name's mentions, those that must bear a label for the others to get it."""
_SHARE_TO_FIND: Final = 0.7

_ABBREVIATIONS: Final[Mapping[str, str]] = {
    "U.S.": "LOC", "U.S.A.": "LOC", "U.K.": "LOC", "UAE": "LOC", "U.A.E.": "LOC", "U.N.": "ORG",
}  # fmt: skip
"""Abbreviations that are a name wherever they stand."""
_OF_FIRMS: Final = frozenset(
    "motors airlines airways holdings plc ltd inc corp corporation ag steel energy foods pharma "
    "pharmaceuticals technologies aerospace biosciences brands breweries chemicals industries "
    "insurance labs lines logistics management marine minerals mining petroleum resources robotics "
    "securities semiconductor software stores systems therapeutics ventures utilities partners "
    "telecom bancorp railways mills".split()
)
"""Last words of names that are firms'; of persons there are media, groups and foundations."""
_BRACKETS: Final = {"(": ")", "[": "]"}


def agreed(words: Sequence[str], entities: Iterable[Entity]) -> list[Entity]:
    """The entities of an article after its mentions have been compared, in order.

    words: the article's words, as the entities count them.
    """
    whole = [part for entity in entities for part in _without_half_brackets(words, entity)]
    whole = _without_headline_verbs(words, whole)
    mentions: dict[Name, Counter[str]] = defaultdict(Counter)
    for start, end, label in whole:
        if label in _NAMES:
            mentions[_name(words, start, end)][label] += 1
    labelled = [
        (start, end, _label_of_most(mentions[_name(words, start, end)], label))
        if label in _NAMES
        else (start, end, label)
        for start, end, label in whole
    ]
    found = [*labelled, *_passed_over(words, labelled, mentions)]
    return sorted(_firms_by_first_names(words, found))


def _without_half_brackets(words: Sequence[str], entity: Entity) -> Iterator[Entity]:
    """An entity; in its parts where it holds one bracket of a pair only ("NDC) Caucus")."""
    start, end, label = entity
    inside = words[start:end]
    if all(inside.count(left) == inside.count(right) for left, right in _BRACKETS.items()):
        yield entity
        return
    cuts = {*_BRACKETS, *_BRACKETS.values(), "/"}
    first = start
    for at in range(start, end + 1):
        if at == end or words[at] in cuts:
            if any(char.isalnum() for word in words[first:at] for char in word):
                yield first, at, label
            first = at + 1


def _without_headline_verbs(words: Sequence[str], entities: list[Entity]) -> list[Entity]:
    """Names of the headline without what a headline's capitals add: `Harbour Rail Bats Down`,
    where the body has Harbour Rail alone; but a person may have another family name there."""
    headline = next((at for at, word in enumerate(words) if "\n" in word), 0)
    body = {_name(words, start, end) for start, end, _ in entities if start >= headline}
    cut = []
    for start, end, label in entities:
        name = _name(words, start, end)
        if end <= headline and label in _NAMES - {"PERSON"} and name not in body:
            known = [
                size for size in range(1, len(name)) if name[:size] in body and _is_verb(name[size])
            ]
            end -= len(name) - known[-1] if known else 0
        cut.append((start, end, label))
    return cut


def _is_verb(word: str) -> bool:
    """Whether a word has the form of a headline's verb: `Bats`, `Denies`."""
    plural = word.endswith("s") and not word.endswith("ss")
    return plural and word.istitle() and word.isalpha() and word.lower() not in _OF_FIRMS


def _name(words: Sequence[str], start: int, end: int) -> Name:
    """The words of a mention without its article and possessive ending."""
    if end - start > 1 and words[start].lower() == "the":
        start += 1
    if end - start > 1 and words[end - 1] in {"'s", "’s"}:
        end -= 1
    return tuple(words[start:end])


def _label_of_most(labels: Counter[str], own: str) -> str:
    if len(labels) < 2:
        return own
    label, count = labels.most_common(1)[0]
    enough = count >= _LEAST_MENTIONS and count >= _SHARE_TO_LABEL * labels.total()
    return label if enough else own


def _firms_by_first_names(words: Sequence[str], entities: Sequence[Entity]) -> Iterator[Entity]:
    """Entities; `Haldane` alone is the firm, where the article has Haldane Motors and nobody of
    that family name."""
    names = [(_name(words, start, end), label) for start, end, label in entities]
    firms = {
        name[0]
        for name, label in names
        if label == "ORG" and len(name) > 1 and name[-1].strip(".").lower() in _OF_FIRMS
    }
    firms -= {name[-1] for name, label in names if label == "PERSON" and len(name) > 1}
    for (start, end, label), (name, _) in zip(entities, names, strict=True):
        alone = len(name) == 1 and name[0] in firms
        yield start, end, "ORG" if alone and label == "PERSON" else label


def _passed_over(
    words: Sequence[str], entities: Sequence[Entity], mentions: Mapping[Name, Counter[str]]
) -> Iterator[Entity]:
    """Further mentions of the names that most of their mentions make sure of."""
    taken = {at for start, end, _ in entities for at in range(start, end)}
    by_first: dict[str, list[tuple[Name, str]]] = defaultdict(list)
    for name, labels in mentions.items():
        label, count = labels.most_common(1)[0]
        if (
            label in _FOUND_AGAIN
            and count >= max(_LEAST_MENTIONS, _SHARE_TO_FIND * labels.total())
            and name[0][:1].isupper()
            and len("".join(name)) > 1
        ):
            by_first[name[0]].append((name, label))
    for abbreviation, label in _ABBREVIATIONS.items():
        by_first[abbreviation].append(((abbreviation,), label))
    for at, word in enumerate(words):
        for name, label in sorted(by_first.get(word, ()), key=lambda known: -len(known[0])):
            end = at + len(name)
            if tuple(words[at:end]) == name and taken.isdisjoint(range(at, end)):
                taken.update(range(at, end))
                yield at, end, label
                break
