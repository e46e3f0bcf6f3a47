"""Speakers over the whole corpus: every quotation's speaker gets one name and one id.

Within an article the speakers are resolved already (`pipeline.annotate.speakers`); here
the same person, organisation or group is found again in other articles. What is not the
name of somebody (`a senior official`) stays with its article.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from pipeline.tables.names import display_name, fold, gender_hint, parse_person
from pipeline.tables.organization_clusters import (
    cluster_names,
    is_generic,
    most_common,
    organization_key,
)
from pipeline.tables.person_clusters import Occurrence, Person
from pipeline.tables.person_variants import cluster_people

if TYPE_CHECKING:
    import pandas as pd

JOINT = " ; "
"""Stands between the speakers of one statement, and between their ids."""

_LINKED = frozenset({"organization", "group", "document"})


class _Part(NamedTuple):
    """One speaker of a row; several rows may have the same."""

    article: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class _Linked:
    speaker_id: str
    speaker: str
    type: str
    title: str = ""


def link_speakers(
    mentions: pd.DataFrame,
    overrides: pd.DataFrame | None = None,
    entities: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Who each mention is, over all articles.

    mentions: one row a quotation speaker; columns article_id, speaker, type, title, text
    (others are left alone). `speaker` holds several names joined by ` ; ` where a statement
    is of several; `text` is the mention as it stands in the article.
    overrides: a user's table with the columns alias, speaker, type, title; it overrules
    what is found. Empty type and title change nothing.
    entities: the rows of entities.csv (article_id, entity, label); people who are only
    spoken of count when a surname alone asks whose it is.
    Returns: the mentions' index; columns speaker_id, speaker, type, title. The id is 16 hex
    digits, made from the canonical name and the type, and for namesakes from the role; for
    unnamed sources from the article and the description; empty for an empty speaker.
    """
    import pandas as pd

    given = _overrides(overrides)
    columns = {
        name: _texts(mentions, name) for name in ("article_id", "speaker", "type", "title", "text")
    }
    rows: list[list[_Part]] = []
    occurrences: dict[_Part, Occurrence] = {}
    short_forms: dict[str, set[str]] = defaultdict(set)
    counts: Counter[_Part] = Counter()
    forced: dict[_Part, _Linked] = {}
    alone = {
        (article, speaker): kind
        for article, speaker, kind in zip(*list(columns.values())[:3], strict=True)
        if JOINT not in speaker
    }
    for article, speaker, kind, title, text in zip(*columns.values(), strict=True):
        names = [name for name in speaker.split(JOINT) if name] or [""]
        parts = []
        for name in names:
            override = given.get(_alias(name)) or (
                given.get(_alias(text)) if len(names) == 1 else None
            )
            # "Ada Brooks ; her aides" are a group, she is the person who speaks alone as well.
            mixed = len(names) > 1 and kind == "group"
            part = _Part(article, name, alone.get((article, name), kind) if mixed else kind)
            if override:
                part = _Part(article, override.speaker, override.type or kind)
                forced[part] = override
            parts.append(part)
            counts[part] += 1
            if part.type == "person" and not is_generic(part.name):
                found = occurrences.get(part)
                if found is None:
                    found = occurrences[part] = Occurrence(article, display_name(part.name))
                if title and len(names) == 1:
                    found.titles.add(title)
                hint = gender_hint(text) or gender_hint(name) or gender_hint(title)
                if hint and len(names) == 1:
                    found.gender[hint] += 1
            elif text and part.type in _LINKED:
                short_forms[part.name].add(text)
        rows.append(parts)
    for article, name in _people_named(entities):
        occurrences.setdefault(
            _Part(article, name, "person"), Occurrence(article, display_name(name), speaks=False)
        )
    linked = _link_people(occurrences, counts, forced)
    linked |= _link_named([p for p in counts if p not in linked], short_forms, forced)
    result = [_join([linked[part] for part in parts]) for parts in rows]
    return pd.DataFrame(
        {
            "speaker_id": [r.speaker_id for r in result],
            "speaker": [r.speaker for r in result],
            "type": [r.type for r in result],
            "title": [r.title or title for r, title in zip(result, columns["title"], strict=True)],
        },
        index=mentions.index,
        dtype=object,
    )


def stable_id(*parts: str) -> str:
    """16 hex digits from folded text."""
    return hashlib.sha256("\n".join(fold(part) for part in parts).encode()).hexdigest()[:16]


def _texts(table: pd.DataFrame, column: str) -> list[str]:
    if column not in table.columns:
        return [""] * len(table)
    values: list[str] = table[column].fillna("").astype(str).tolist()
    return values


def _people_named(entities: pd.DataFrame | None) -> list[tuple[str, str]]:
    if entities is None or not len(entities):
        return []
    people = entities[entities["label"] == "PERSON"]
    pairs = zip(_texts(people, "article_id"), _texts(people, "entity"), strict=True)
    return sorted({(article, name) for article, name in pairs if " " in name})


def _alias(name: str) -> str:
    return fold(name).strip(" .,")


def _overrides(table: pd.DataFrame | None) -> dict[str, _Linked]:
    if table is None or not len(table):
        return {}
    columns = (_texts(table, name) for name in ("alias", "speaker", "type", "title"))
    given = {}
    for alias, speaker, kind, title in zip(*columns, strict=True):
        if alias.strip() and speaker.strip():
            given[_alias(alias)] = _Linked("", speaker.strip(), kind.strip(), title.strip())
    return given


def _link_people(
    occurrences: dict[_Part, Occurrence], counts: Counter[_Part], forced: dict[_Part, _Linked]
) -> dict[_Part, _Linked]:
    parts = sorted(occurrences, key=lambda part: (part.article, part.name))
    people = cluster_people([occurrences[part] for part in parts])
    cores = Counter(person.name.core for person in people if not person.role)
    linked: dict[_Part, _Linked] = {}
    for person in people:
        members = [parts[i] for i in person.occurrences]
        override = _most_forced(members, counts, forced)
        name = override.speaker if override else _best_name(person, members, occurrences)
        parsed = parse_person(name)
        core = parsed.core if override and parsed else person.name.core
        apart = person.role
        if not apart and not override and cores[core] > 1:
            apart = " ".join(sorted(person.initials))
        found = _Linked(
            stable_id(core, "person", apart), name, "person", override.title if override else ""
        )
        for part in members:
            linked[part] = found
            own = forced.get(part)
            if own and own.speaker != name:
                own_name = parse_person(own.speaker)
                own_core = own_name.core if own_name else own.speaker
                linked[part] = _Linked(
                    stable_id(own_core, "person", ""), own.speaker, "person", own.title
                )
    return linked


def _most_forced(
    members: Iterable[_Part], counts: Counter[_Part], forced: dict[_Part, _Linked]
) -> _Linked | None:
    votes: Counter[str] = Counter()
    by_name = {}
    for part in members:
        if part in forced:
            votes[forced[part].speaker] += counts[part]
            by_name[forced[part].speaker] = forced[part]
    return by_name[most_common(votes)] if votes else None


def _best_name(
    person: Person, members: Sequence[_Part], occurrences: dict[_Part, Occurrence]
) -> str:
    """The spelling that most articles use of the cluster's name, capitals as a last resort."""
    spellings: Counter[str] = Counter()
    for part in members:
        name = occurrences[part].name
        if parse_person(name) == person.name:
            spellings[name] += 1
    if not spellings:
        spellings.update(occurrences[part].name for part in members)
    mixed = Counter({name: n for name, n in spellings.items() if not name.isupper()})
    return most_common(mixed or spellings)


def _link_named(
    parts: Sequence[_Part], short_forms: dict[str, set[str]], forced: dict[_Part, _Linked]
) -> dict[_Part, _Linked]:
    linked: dict[_Part, _Linked] = {}
    mentions: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for part in parts:
        named = part.type in _LINKED and not is_generic(part.name)
        if part in forced:
            override = forced[part]
            linked[part] = _Linked(
                stable_id(organization_key(override.speaker), part.type, ""),
                override.speaker,
                part.type,
                override.title,
            )
        elif not part.name:
            linked[part] = _Linked("", "", part.type)
        elif named:
            mentions[part.type][part.name][part.article] = 1
        else:
            linked[part] = _Linked(
                stable_id(part.name, part.type, part.article), part.name, part.type
            )
    canonical = {kind: cluster_names(names, short_forms) for kind, names in mentions.items()}
    for part in parts:
        if part not in linked:
            name = canonical[part.type][part.name]
            linked[part] = _Linked(
                stable_id(organization_key(name), part.type, ""), name, part.type
            )
    return linked


def _join(speakers: Sequence[_Linked]) -> _Linked:
    if len(speakers) == 1:
        return speakers[0]
    unique = {speaker.speaker_id: speaker for speaker in speakers}
    types = Counter(speaker.type for speaker in speakers)
    return _Linked(
        JOINT.join(unique),
        JOINT.join(speaker.speaker for speaker in unique.values()),
        most_common(types) if len(types) == 1 else "group",
        JOINT.join(speaker.title for speaker in unique.values() if speaker.title),
    )
