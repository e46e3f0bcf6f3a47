"""Speakers over the whole corpus: every quotation's speaker gets one name and one id.

Within an article the speakers are resolved already (`pipeline.annotate.speakers.component`); here
the same person, organisation or group is found again in other articles. What is not the
name of somebody (`a senior official`) stays with its article.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from pipeline.annotate.text.names import PersonName
from pipeline.identifiers import identifier
from pipeline.tables.codes import Codes, distinct, is_among, stretches
from pipeline.tables.linked_mentions import LinkedMentions, LinkedSpeaker, LinkedSpeakers
from pipeline.tables.mentions import (
    JOINT,
    JOINT_KEY,
    LINKED,
    Mentions,
    Override,
    Part,
    read_aliases,
)
from pipeline.tables.names import core_of, display_name, fold_name, parse_person
from pipeline.tables.occurrences import ArticleIds, Indices, Occurrences
from pipeline.tables.organization_clusters import (
    cluster_names,
    is_generic,
    most_common,
    organization_key,
)
from pipeline.tables.person_variants import cluster_people
from pipeline.tables.persons import Person
from pipeline.tables.roles import title_words

if TYPE_CHECKING:
    import pandas as pd


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

    article_ids = np.array(_texts(mentions, "article_id"), object)
    people = entities[entities["label"] == "PERSON"] if entities is not None else None
    named_in = np.array([] if people is None else _texts(people, "article_id"), object)
    ids, numbers = np.unique(np.concatenate([article_ids, named_in]), return_inverse=True)
    taken = Mentions(overrides_of(overrides))
    columns = [
        pa.array(_texts(mentions, name), pa.string())
        for name in ("speaker", "type", "title", "text")
    ]
    taken.append(numbers[: len(mentions)], *columns)
    if people is not None:
        names = pa.array(_texts(people, "entity"), pa.string())
        taken.append_named(numbers[len(mentions) :], names)
    linked = link_mentions(taken, ids.tolist())
    found = linked.of_rows(0, len(mentions)).to_pydict()
    own = columns[2].to_pylist()
    found["title"] = [title or other for title, other in zip(found["title"], own, strict=True)]
    return pd.DataFrame(found, index=mentions.index, dtype=object)


def link_mentions(mentions: Mentions, article_ids: ArticleIds) -> LinkedMentions:
    """Who each mention is, over all articles.

    article_ids: by the numbers that the mentions have, in rising order.
    """
    linking = _Linking(mentions, article_ids)
    linking.link_people()
    linking.link_others()
    return linking.result()


def stable_id(*parts: str) -> str:
    """16 hex digits from folded text."""
    return identifier("\n".join(fold_name(part) for part in parts).encode())


def overrides_of(table: pd.DataFrame | None) -> dict[str, Override]:
    """A user's speakers.csv, by alias."""
    if table is None or not len(table):
        return {}
    return read_aliases([_texts(table, name) for name in ("alias", "speaker", "type", "title")])


def _texts(table: pd.DataFrame, column: str) -> list[str]:
    if column not in table.columns:
        return [""] * len(table)
    values: list[str] = table[column].fillna("").astype(str).tolist()
    return values


class _Linking:
    """The mentions as (article, part) pairs, and who each of them is.

    A pair is article << 32 | part. Mentions of joint speakers are a pair for each.
    """

    def __init__(self, mentions: Mentions, article_ids: ArticleIds) -> None:
        self._mentions = mentions
        self._parts = mentions.parts
        self._article_ids = article_ids
        self._speakers = LinkedSpeakers()
        key, article = mentions.column("key"), mentions.column("article")
        self._alone = key < JOINT_KEY
        joint = [
            int(article[i]) << 32 | part
            for i in np.flatnonzero(~self._alone).tolist()
            for part in mentions.parts_of(int(key[i]))
        ]
        self._pairs = distinct(np.concatenate([self._of_alone(), np.array(joint, np.int64)]))
        self._linked = np.full(len(self._pairs), -1, np.int32)
        self._is_person = np.array(
            [part.type == "person" and not is_generic(part.name) for part in self._parts], bool
        )
        self._is_forced = np.array([part.override is not None for part in self._parts], bool)

    def _of_alone(self) -> npt.NDArray[np.int64]:
        """The pair of each mention that is not of joint speakers."""
        key, article = self._mentions.column("key"), self._mentions.column("article")
        return article[self._alone].astype(np.int64) << 32 | key[self._alone]

    def link_people(self) -> None:
        """Link the pairs that are names of people."""
        occurrences, part, pair = self._occurrences()
        people, owner, members = _named_people(cluster_people(occurrences))
        if not people:
            return
        cores = Counter(core_of(person.name) for person in people if not person.role)
        speaks = np.bincount(owner, pair[members] >= 0, len(people)) > 0
        forced = self._forced(owner, part[members])
        spellings = _spellings(owner, occurrences.name[members], occurrences.names)
        for i, person, counted in zip(range(len(people)), people, spellings, strict=True):
            # People who are only spoken of are nobody's speaker.
            if not speaks[i]:
                continue
            override = self._most_forced(forced[i]) if i in forced else None
            core, title = core_of(person.name), ""
            if override:
                name, title, apart = override.speaker, override.title, ""
                parsed = parse_person(name)
                core = core_of(parsed) if parsed else core
            else:
                name, apart = _best_name(person.name, counted), person.role
                if not apart and cores[core] > 1:
                    apart = person.initials
            found = stable_id(core, "person", apart)
            self._speakers.append(LinkedSpeaker(found, name, "person", title))
        number = np.where(speaks, np.cumsum(speaks) - 1, -1)
        spoken = pair[members] >= 0
        self._linked[pair[members[spoken]]] = number[owner[spoken]]
        if forced:
            self._link_forced(pair[members], part[members], number[owner])

    def _forced(self, owner: Indices, part: Indices) -> dict[int, list[int]]:
        """The parts of each person of whom a user says who it is."""
        found: dict[int, list[int]] = defaultdict(list)
        is_forced = self._is_forced[part]
        for person, number in zip(owner[is_forced].tolist(), part[is_forced].tolist(), strict=True):
            found[person].append(number)
        return found

    def _link_forced(self, pair: Indices, part: Indices, speaker: Indices) -> None:
        """A user may say that what looks like one person is another."""
        for i in np.flatnonzero(self._is_forced[part] & (pair >= 0)).tolist():
            override = self._parts[part[i]].override
            if override and override.speaker != self._speakers[speaker[i]].speaker:
                parsed = parse_person(override.speaker)
                core = core_of(parsed) if parsed else override.speaker
                own = stable_id(core, "person", "")
                self._link(
                    pair[i : i + 1],
                    LinkedSpeaker(own, override.speaker, "person", override.title),
                )

    def _link(self, places: Indices, speaker: LinkedSpeaker) -> None:
        """Say who the pairs at some places are."""
        self._linked[places] = len(self._speakers)
        self._speakers.append(speaker)

    def _most_forced(self, parts: Iterable[int]) -> Override | None:
        """What a user says of most of somebody's mentions."""
        votes: Counter[str] = Counter()
        of_name = {}
        for number in parts:
            override = self._parts[number].override
            if override:
                votes[override.speaker] += 1
                of_name[override.speaker] = override
        return of_name[most_common(votes)] if votes else None

    def _occurrences(self) -> tuple[Occurrences, Indices, Indices]:
        """Names of people; and for each its part, and its place in the pairs or -1."""
        mentions, names = self._mentions, Codes()
        name_of_part = np.array(
            [
                names(display_name(part.name)) if is_person else -1
                for part, is_person in zip(self._parts, self._is_person.tolist(), strict=True)
            ],
            np.int32,
        )
        of_people = np.flatnonzero(self._is_person[self._pairs & 0xFFFFFFFF])
        named = distinct(mentions.column("named"))
        named = named[self._is_person[named & 0xFFFFFFFF]]
        named = named[~is_among(named, self._pairs)]
        pairs = np.concatenate([self._pairs[of_people], named])
        place = np.concatenate([of_people, np.full(len(named), -1)]).astype(np.int32)
        part, article = ((pairs & 0xFFFFFFFF).astype(np.int32), (pairs >> 32).astype(np.int32))
        alphabet = np.empty(len(self._parts), np.int32)
        in_order = sorted(range(len(alphabet)), key=lambda number: self._parts[number][:3])
        alphabet[in_order] = np.arange(len(alphabet))
        order = np.lexsort((alphabet[part], article))
        part, article, place = part[order], article[order], place[order]
        speaking = np.flatnonzero(place >= 0)
        occurrence = np.full(len(self._pairs), -1, np.int32)
        occurrence[place[speaking]] = speaking
        of_mention = occurrence[np.searchsorted(self._pairs, self._of_alone())]
        gender, count = (
            mentions.column("gender")[self._alone],
            mentions.column("count")[self._alone],
        )
        title = mentions.column("title")[self._alone]
        known = of_mention >= 0
        has_title = known & (title > 0)
        titled = distinct(of_mention[has_title].astype(np.int64) << 32 | title[has_title])
        female, male, counted = (
            np.bincount(of_mention[these], count[these], len(part)).astype(np.int32)
            for these in (known & (gender == 1), known & (gender == 2), known)
        )
        return (
            Occurrences(
                article,
                name_of_part[part],
                place >= 0,
                female,
                male,
                counted,
                (titled >> 32).astype(np.int32),
                (titled & 0xFFFFFFFF).astype(np.int32),
                names.values,
                [title_words(title) for title in mentions.titles.values],
                self._article_ids,
            ),
            part,
            place,
        )

    def link_others(self) -> None:
        """Link the pairs that are no names of people."""
        left = np.flatnonzero(self._linked < 0)
        part = self._pairs[left] & 0xFFFFFFFF
        order = np.argsort(part, kind="stable")
        left, part = left[order], part[order]
        named: dict[str, dict[str, list[Indices]]] = defaultdict(lambda: defaultdict(list))
        places: list[tuple[Part, Indices]] = []
        these: Indices
        for start, end in stretches(part):
            of_part = self._parts[part[start]]
            these = left[start:end]
            if of_part.override:
                name, title = of_part.name, of_part.override.title
                found = stable_id(organization_key(name), of_part.type, "")
                self._link(these, LinkedSpeaker(found, name, of_part.type, title))
            elif not of_part.name:
                self._link(these, LinkedSpeaker("", "", of_part.type))
            elif of_part.type in LINKED and not is_generic(of_part.name):
                named[of_part.type][of_part.name].append(self._pairs[these] >> 32)
                places.append((of_part, these))
            else:
                self._link_within_articles(of_part, these)
        canonical = {
            type_: cluster_names(
                {text: distinct(np.concatenate(having)) for text, having in names.items()},
                self._mentions.evidence,
            )
            for type_, names in named.items()
        }
        for of_part, these in places:
            name = canonical[of_part.type][of_part.name]
            speaker_id = stable_id(organization_key(name), of_part.type, "")
            self._link(these, LinkedSpeaker(speaker_id, name, of_part.type))

    def _link_within_articles(self, part: Part, places: Indices) -> None:
        """`a senior official` is somebody else in every article."""
        self._linked[places] = np.arange(len(places)) + len(self._speakers)
        for article in (self._pairs[places] >> 32).tolist():
            found = stable_id(part.name, part.type, self._article_ids[article])
            self._speakers.append(LinkedSpeaker(found, part.name, part.type))

    def result(self) -> LinkedMentions:
        """Who each row is; call it when all pairs are linked."""
        article, key = self._mentions.column("row_article"), self._mentions.column("row_key")
        linked = np.zeros(len(key), np.int32)
        alone = key < JOINT_KEY
        pairs = article[alone].astype(np.int64) << 32 | key[alone]
        linked[alone] = self._linked[np.searchsorted(self._pairs, pairs)]
        aliases = distinct(linked[alone].astype(np.int64) << 32 | key[alone])
        known: dict[tuple[int, ...], int] = {}
        for i in np.flatnonzero(~alone).tolist():
            wanted = [int(article[i]) << 32 | part for part in self._mentions.parts_of(int(key[i]))]
            members = tuple(self._linked[np.searchsorted(self._pairs, wanted)].tolist())
            if members not in known:
                known[members] = len(self._speakers)
                self._speakers.append(_join([self._speakers[member] for member in members]))
            linked[i] = known[members]
        speakers = self._speakers.table()
        written = pa.array([part.written for part in self._parts], pa.string())
        names = {
            "speaker_id": speakers["speaker_id"].take(pa.array(aliases >> 32)),
            "speaker": written.take(pa.array(aliases & 0xFFFFFFFF)),
        }
        return LinkedMentions(speakers, linked, pa.table(names))


class _NamedPerson(NamedTuple):
    """What is kept of somebody until all people are known."""

    name: PersonName
    role: str
    initials: str


def _named_people(people: Iterable[Person]) -> tuple[list[_NamedPerson], Indices, Indices]:
    """People who are made one after another: what names each, and their occurrences.

    Of the occurrences: whose each is, and which it is, those of one person in order.
    """
    named, counts, members = [], array("i"), array("i")
    for person in people:
        initials = intern(" ".join(sorted(person.initials)))
        named.append(_NamedPerson(person.name, intern(person.role), initials))
        counts.append(len(person.indices))
        members.frombytes(person.indices.astype(np.int32).tobytes())
    owner = np.repeat(np.arange(len(named), dtype=np.int32), np.asarray(counts, np.int32))
    return named, owner, np.asarray(members, np.int32)


def _spellings(
    owner: Indices, name: Indices, names: Sequence[str]
) -> Iterator[list[tuple[str, int]]]:
    """How often each person's mentions are spelled in each way.

    owner: whose each mention is, by numbers that rise from 0 and leave none out.
    name: number of its spelling in `names`.
    """
    pairs, counts = np.unique(owner.astype(np.int64) << 32 | name, return_counts=True)
    numbers, counted = (pairs & 0xFFFFFFFF).tolist(), counts.tolist()
    for start, end in stretches(pairs >> 32):
        spelled = [names[number] for number in numbers[start:end]]
        yield list(zip(spelled, counted[start:end], strict=True))


def _best_name(name: PersonName, counted: Sequence[tuple[str, int]]) -> str:
    """The spelling that most articles use of a person's name, capitals as a last resort."""
    if len(counted) == 1:
        return counted[0][0]
    spellings = [each for each in counted if parse_person(each[0]) == name] or counted
    mixed = [each for each in spellings if not each[0].isupper()]
    return most_common(Counter(dict(mixed or spellings)))


def _join(speakers: Iterable[LinkedSpeaker]) -> LinkedSpeaker:
    speakers = list(speakers)
    unique = {speaker.speaker_id: speaker for speaker in speakers}
    types = Counter(speaker.type for speaker in speakers)
    return LinkedSpeaker(
        JOINT.join(unique),
        JOINT.join(speaker.speaker for speaker in unique.values()),
        most_common(types) if len(types) == 1 else "group",
        JOINT.join(speaker.title for speaker in unique.values() if speaker.title),
    )
