"""Mentions of speakers, or of named entities, over a corpus: as columns, each kind once.

Taken article by article, so that no more than their numbers have to be kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from pipeline.tables.codes import Codes, Distinct, distinct
from pipeline.tables.names import fold_name, gender_hint
from pipeline.tables.organization_clusters import organization_key
from pipeline.tables.overrides import type_of

JOINT = " ; "
"""Stands between the speakers of one statement, and between their ids."""
JOINT_KEY = 1 << 30
"""The first key of mentions of joint speakers; there are fewer parts than this."""

LINKED = frozenset({"organization", "group", "document"})
"""Types of speakers, other than people, that are found again in other articles."""

Numbers = npt.NDArray[np.integer]
_GENDERS = ("", "f", "m")


class Override(NamedTuple):
    """A user's word on who a speaker is. Empty type and title change nothing."""

    speaker: str
    """Several are joined as in the tables; type and title are then each one's."""
    type: str
    title: str

    def speakers(self) -> list[str]:
        """The name of each."""
        names = [name.strip() for name in self.speaker.split(JOINT)]
        return [name for name in names if name]


class Part(NamedTuple):
    """A name and type that mentions have; a mention of joint speakers has several."""

    name: str
    type: str
    written: str
    """The name as the articles have it; another than `name` where a user says so."""
    override: Override | None = None


class Mentions:
    """The mentions of all articles."""

    def __init__(self, overrides: Mapping[str, Override] | None = None) -> None:
        """overrides: by `alias_key`."""
        self.parts: list[Part] = []
        self.titles = Codes([""])
        self.evidence: dict[str, set[str]] = defaultdict(set)
        """For each name, the keys of the short forms that articles use for it."""
        self._overrides = overrides or {}
        self._part_number: dict[Part, int] = {}
        self._joint: list[tuple[int, ...]] = []
        self._joint_number: dict[tuple[int, ...], int] = {}
        self._columns: dict[str, list[Numbers]] = defaultdict(list)

    def append(
        self,
        article: Numbers,
        speaker: pa.StringArray,
        type_: pa.StringArray,
        title: pa.StringArray,
        text: pa.StringArray,
        *,
        is_decided: npt.NDArray[np.bool_] | None = None,
        first_text: bool = False,
    ) -> None:
        """Take all mentions of some articles.

        article: their numbers, in the order of the articles' ids.
        is_decided: for each, whether a person said who it is here, which an alias that is its
        text does not change.
        first_text: of the texts of one speaker in an article, only the first by alphabet counts.
        """
        speakers, texts, titles = Distinct(speaker), Distinct(text), Distinct(title)
        key = self._keys_of(article, speakers, Distinct(type_), texts, is_decided)
        title_code = np.array([self.titles(t) for t in titles.texts], np.int64)[titles.index]
        hints = np.zeros(len(key), np.int8)
        for column in (titles, speakers, texts):
            known = np.array([_GENDERS.index(gender_hint(t)) for t in column.texts], np.int8)
            hint = known[column.index]
            hints = np.where(hint > 0, hint, hints)
        pair = article.astype(np.int64) << 32 | key
        rest = title_code << 32 | (texts.sorted_index() if first_text else texts.index)
        order = np.lexsort((rest, pair))
        is_new = np.ones(len(order), bool)
        is_new[1:] = pair[order][1:] != pair[order][:-1]
        if not first_text:
            is_new[1:] |= rest[order][1:] != rest[order][:-1]
        chosen = order[is_new]
        count = np.diff(np.flatnonzero(np.append(is_new, True)))
        self._note_short_forms(key[chosen], texts, texts.index[chosen])
        for name, values in (
            ("row_article", article.astype(np.int32)),
            ("row_key", key.astype(np.int32)),
            ("article", article[chosen].astype(np.int32)),
            ("key", key[chosen].astype(np.int32)),
            ("title", title_code[chosen].astype(np.int32)),
            ("gender", hints[chosen]),
            ("count", np.ones(len(count), np.int32) if first_text else count.astype(np.int32)),
        ):
            self._columns[name].append(values)

    def append_named(self, article: Numbers, names: pa.StringArray) -> None:
        """Take people of some articles who are only spoken of, by their full names."""
        named = Distinct(names)
        part = np.array(
            [self._part(Part(name, "person", name)) if " " in name else -1 for name in named.texts],
            np.int64,
        )[named.index]
        pairs = distinct((article.astype(np.int64) << 32 | part)[part >= 0])
        self._columns["named"].append(pairs)

    def parts_of(self, key: int) -> tuple[int, ...]:
        """What mentions of a key consist of: places in `parts`.

        The key of a single one is its place; the keys of joint ones begin with JOINT_KEY.
        """
        return (key,) if key < JOINT_KEY else self._joint[key - JOINT_KEY]

    def column(self, name: str) -> Numbers:
        """A column of all: row_article and row_key of each row that was taken; and of each
        distinct mention article, key, title, gender (1 female, 2 male) and count; and `named`,
        article << 32 | part of those who are only spoken of."""
        type_ = np.int64 if name == "named" else np.int8 if name == "gender" else np.int32
        joined = np.concatenate([np.zeros(0, type_), *self._columns[name]])
        self._columns[name] = [joined]
        return joined

    def _keys_of(
        self,
        article: Numbers,
        speakers: Distinct,
        types: Distinct,
        texts: Distinct,
        is_decided: npt.NDArray[np.bool_] | None,
    ) -> Numbers:
        given: list[Override | None] = [None]
        of_text = np.zeros(len(texts.texts), np.int64)
        for i, text in enumerate(texts.texts if self._overrides else ()):
            override = self._overrides.get(alias_key(text))
            if override:
                of_text[i] = len(given)
                given.append(override)
        of_row = of_text[texts.index]
        if is_decided is not None and is_decided.any():
            says = np.array([override and override.speaker for override in given], object)
            named = np.array(speakers.texts, object)[speakers.index]
            of_row[is_decided & (says[of_row] != named)] = 0
        combined = speakers.index.astype(np.int64) * len(types.texts) + types.index
        combined = combined * len(given) + of_row
        kinds, kind = np.unique(combined, return_inverse=True)
        keys = []
        mixed = []
        for number, each in enumerate(kinds.tolist()):
            rest, override_number = divmod(each, len(given))
            name, type_ = (
                speakers.texts[rest // len(types.texts)],
                types.texts[rest % len(types.texts)],
            )
            keys.append(self._key(name, type_, given[override_number]))
            if type_ == "group" and JOINT in name:
                mixed.append(number)
        key = np.array(keys, np.int64)[kind]
        if mixed:
            rows = np.flatnonzero(np.isin(kind, mixed))
            self._settle_mixed(rows, key, article, speakers, types)
        return key

    def _settle_mixed(
        self, rows: Numbers, key: Numbers, article: Numbers, speakers: Distinct, types: Distinct
    ) -> None:
        """`Ada Brooks ; her aides` are a group; she is who speaks alone in the article as well."""
        alone: dict[tuple[int, str], str] = {}
        for i in np.flatnonzero(np.isin(article, article[rows])).tolist():
            of_row = int(article[i]), speakers.texts[speakers.index[i]]
            alone[of_row] = max(alone.get(of_row, ""), types.texts[types.index[i]])
        for i in rows.tolist():
            parts = []
            for number in self.parts_of(int(key[i])):
                part = self.parts[number]
                type_ = alone.get((int(article[i]), part.written), part.type)
                if part.override is None and type_ != part.type:
                    number = self._part(part._replace(type=type_))
                parts.append(number)
            key[i] = self._number(tuple(parts))

    def _key(self, speaker: str, type_: str, override_of_text: Override | None) -> int:
        names = [name for name in speaker.split(JOINT) if name] or [""]
        parts = []
        for name in names:
            override = self._overrides.get(alias_key(name)) if self._overrides else None
            if override is None and len(names) == 1:
                override = override_of_text
            if override is None:
                parts.append(self._part(Part(name, type_, name)))
                continue
            for speaker in override.speakers():
                of_one = override._replace(speaker=speaker)
                parts.append(self._part(Part(speaker, override.type or type_, name, of_one)))
        return self._number(tuple(parts))

    def _part(self, part: Part) -> int:
        number = self._part_number.setdefault(part, len(self.parts))
        if number == len(self.parts):
            self.parts.append(part)
        return number

    def _number(self, parts: tuple[int, ...]) -> int:
        if len(parts) == 1:
            return parts[0]
        number = self._joint_number.setdefault(parts, len(self._joint))
        if number == len(self._joint):
            self._joint.append(parts)
        return JOINT_KEY + number

    def _note_short_forms(self, key: Numbers, texts: Distinct, text: Numbers) -> None:
        for pair in distinct(key << 32 | text).tolist():
            for number in self.parts_of(pair >> 32):
                part = self.parts[number]
                if part.type in LINKED:
                    short = organization_key(texts.texts[pair & 0xFFFFFFFF])
                    if short and " " not in short:
                        self.evidence[part.name].add(short)


def alias_key(name: str) -> str:
    """What of a name, or of a user's alias, must be the same."""
    return fold_name(name).strip(" .,")


def read_aliases(columns: Sequence[Sequence[str]]) -> dict[str, Override]:
    """A user's table, given as its columns alias, speaker, type and title, by `alias_key`."""
    given = {}
    for alias, speaker, type_, title in zip(*columns, strict=True):
        if (key := alias_key(alias)) and speaker.strip():
            given[key] = Override(speaker.strip(), type_of(type_), title.strip())
    return given
