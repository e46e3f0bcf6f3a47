"""Which names are one organisation's, group's or place's, over a whole corpus."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from rapidfuzz.distance import OSA

from pipeline.tables.codes import distinct
from pipeline.tables.names import fold_name
from pipeline.tables.occurrences import Indices

_WORD = re.compile(r"[\w'&/+-]+")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_LINKS = frozenset({"of", "for", "the", "and", "&", "on", "in", "to"})
_SMALL_WORDS = _LINKS | {"a", "an"}
_COUNTRY = {"usa": "us", "america's": "us"}
# `Department of Defense` is `Defense Department`; but `University of Miami` is not
# `Miami University`, so only offices of a state are turned round.
_TURNABLE = frozenset({"department", "dept", "ministry", "bureau", "office", "committee"})
_SPELLINGS = {"dept": "department", "defence": "defense", "labour": "labor", "u.n": "un"}
# Short forms that stand for one body everywhere; others are joined on evidence only.
_KNOWN_ACRONYMS = {
    "ap": "associated press", "afp": "agence france-presse",
    "bbc": "british broadcasting corporation",
    "cia": "central intelligence agency", "dhs": "department of homeland security",
    "dnc": "democratic national committee", "dod": "department of defense",
    "doj": "department of justice", "epa": "environmental protection agency",
    "eu": "european union", "fbi": "federal bureau of investigation",
    "fda": "food and drug administration", "fec": "federal election commission",
    "gop": "republican party", "iaea": "international atomic energy agency",
    "imf": "international monetary fund", "irs": "internal revenue service",
    "nato": "north atlantic treaty organization", "nra": "national rifle association",
    "nsa": "national security agency", "nyt": "new york times",
    "rnc": "republican national committee", "sec": "securities and exchange commission",
    "uk": "united kingdom", "un": "united nations", "us": "united states",
    "who": "world health organization", "wto": "world trade organization",
}  # fmt: skip


@lru_cache(maxsize=1 << 13)
def organization_key(name: str) -> str:
    """A spelling of the name that does not depend on order, article, dots or country prefix.

    `the U.S. Department of Defense`, `Defense Dept.` and `US Defense Department` share one.
    """
    plain = _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), fold_name(name))
    plain = plain.replace("united states of america", "us").replace("united states", "us")
    words = [w.strip("'-") for w in _WORD.findall(plain)]
    words = [_SPELLINGS.get(w, _COUNTRY.get(w, w)).removesuffix("'s") for w in words if w]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    known = _KNOWN_ACRONYMS.get(words[0]) if len(words) == 1 else None
    if known and known != "united states":
        return organization_key(known)
    turnable = _TURNABLE.intersection(words)
    if turnable:
        if len(words) > 2 and words[0] == "us":
            words = words[1:]
        return " ".join(sorted(w for w in words if w not in _LINKS))
    return " ".join("and" if w == "&" else w for w in words) or plain


def cluster_names(
    articles: Mapping[str, Indices], evidence: Mapping[str, set[str]]
) -> dict[str, str]:
    """Canonical name of each name.

    articles: for each spelling, the numbers of the articles that have it, each once.
    evidence: for each name, the keys of the short forms that articles themselves use for it.
    Returns: canonical spelling by spelling.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(articles):
        groups[organization_key(name)].append(name)
    parent = {key: key for key in groups}

    def root(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    counts = {key: len(_united(articles[name] for name in names)) for key, names in groups.items()}
    for short, long in _acronyms(groups, articles, evidence) + _misspelled(counts):
        if root(short) != root(long):
            parent[root(short)] = root(long)
    members: dict[str, list[str]] = defaultdict(list)
    for key, names in groups.items():
        members[root(key)] += names
    return {
        name: canonical
        for names in members.values()
        for canonical in [_canonical(names, articles)]
        for name in names
    }


def _united(articles: Iterable[Indices]) -> Indices:
    several = list(articles)
    return several[0] if len(several) == 1 else distinct(np.concatenate(several))


def _canonical(names: Sequence[str], articles: Mapping[str, Indices]) -> str:
    """The spelling of most articles, a full name before a short form or capitals."""

    def order(name: str) -> tuple[bool, int, str]:
        return name.isupper() and " " not in name, -len(articles[name]), name

    best = min(names, key=order)
    words = best.split()
    return " ".join(words[1:]) if len(words) > 2 and words[0] == "the" else best


def _acronyms(
    groups: Mapping[str, Sequence[str]],
    articles: Mapping[str, Indices],
    evidence: Mapping[str, set[str]],
) -> list[tuple[str, str]]:
    """(short, long) keys: the initials fit, and an article uses both or says so itself."""
    by_initials: dict[str, set[str]] = defaultdict(set)
    for key, names in groups.items():
        for name in names:
            words = [w for w in _WORD.findall(fold_name(name)) if w != "the"]
            if len(words) > 1:
                by_initials["".join(w[0] for w in words)].add(key)
                by_initials["".join(w[0] for w in words if w not in _LINKS)].add(key)
    pairs = []
    for key, names in sorted(groups.items()):
        if " " in key or not any(n.replace(".", "").isupper() for n in names):
            continue
        of_short = _united(articles[name] for name in names)
        said = [
            long
            for long in sorted(by_initials.get(key, ()))
            if any(
                key in evidence.get(name, ()) or np.isin(articles[name], of_short).any()
                for name in groups[long]
            )
        ]
        if len(said) == 1:
            pairs.append((key, said[0]))
    return pairs


def _misspelled(articles: Mapping[str, int]) -> list[tuple[str, str]]:
    """(rarer, other) keys of several words that differ by a letter inside one long word."""
    blocks: dict[tuple[int, str], list[str]] = defaultdict(list)
    for key in articles:
        words = key.split()
        if len(words) > 1:
            for i, word in enumerate(words):
                if len(word) >= 7:
                    rest = " ".join([*words[:i], "~", word[:2], word[-2:], *words[i + 1 :]])
                    blocks[i, rest].append(key)
    pairs = []
    for keys in blocks.values():
        most = max(keys, key=lambda key: (articles[key], key))
        pairs += [(key, most) for key in keys if key != most and OSA.distance(key, most) == 1]
    return sorted(pairs)


@lru_cache(maxsize=1 << 13)
def is_generic(name: str) -> bool:
    """Whether a description names nobody: no word of it is capitalised after the first.

    `officials` and `The residents` are, `Iraqi officials` and `Republicans` are not.
    """
    words = [w for w in name.split() if fold_name(w) not in _SMALL_WORDS]
    if not words:
        return True
    if len(words) == 1 and name.split()[0] == words[0]:
        return not words[0][:1].isupper()
    return not any(word[:1].isupper() or word[:1].isdigit() for word in words)


def most_common(names: Counter[str]) -> str:
    """The name counted most, alphabetically first among equals."""
    return min(names, key=lambda name: (-names[name], name))
