"""Named entities over the whole corpus, by the machinery that links speakers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.tables.codes import Codes, Distinct
from pipeline.tables.mentions import Mentions, Override
from pipeline.tables.occurrences import ArticleIds, Indices
from pipeline.tables.organization_clusters import cluster_names, organization_key
from pipeline.tables.people import link_mentions, stable_id

_COLUMNS = ["entity_id", "entity"]
_SPEAKER_TYPES = {"PERSON": "person", "ORG": "organization"}


@dataclass(frozen=True, slots=True)
class LinkedEntities:
    """Which entity each row is that `EntityMentions` took."""

    entities: pa.Table
    """Columns entity_id and entity."""
    of_row: npt.NDArray[np.int32]
    """Place in `entities` for each row, in the order in which they were taken."""


class EntityMentions:
    """Mentions of named entities, taken some articles at a time.

    People and organisations get the ids that they have as speakers; other names are one
    entity where they differ only in case, article, dots or a known short form (`U.S.`,
    `United States`).
    """

    def __init__(self, overrides: Mapping[str, Override]) -> None:
        self._speakers = Mentions(overrides)
        self._labels, self._names = Codes(), Codes()
        self._is_speaker: list[npt.NDArray[np.bool_]] = []
        self._rows: list[Indices] = []
        """Of the others, label << 32 | name."""
        self._articles: list[Indices] = []
        """Of the others, each label << 32 | name and the articles that have it."""

    def append(
        self,
        article: Indices,
        names: pa.StringArray,
        labels: pa.StringArray,
        texts: pa.StringArray,
    ) -> None:
        """Take all mentions of some articles; `article` are their numbers."""
        label = Distinct(labels)
        is_type = np.array([text in _SPEAKER_TYPES for text in label.texts], bool)
        is_speaker = is_type[label.index]
        self._is_speaker.append(is_speaker)
        mask = pa.array(is_speaker)
        some = names.filter(mask)
        types = pa.array([_SPEAKER_TYPES.get(text, "") for text in label.texts], pa.string())
        self._speakers.append(
            article[is_speaker],
            some,
            types.take(pa.array(label.index[is_speaker])),
            pa.array([""], pa.string()).take(pa.array(np.zeros(len(some), np.int32))),
            texts.filter(mask),
            first_text=True,
        )
        number = np.array([self._labels(text) for text in label.texts], np.int64)[label.index]
        others = ~is_speaker
        rows = number[others] << 32 | self._names.encode(names.filter(pc.invert(mask)))
        self._rows.append(rows)
        pairs = np.stack([rows, article[others]])
        pairs = pairs[:, np.lexsort(pairs[::-1])]
        is_new = np.ones(len(rows), bool)
        is_new[1:] = (pairs[:, 1:] != pairs[:, :-1]).any(axis=0)
        self._articles.append(pairs[:, is_new])

    def link(self, article_ids: ArticleIds) -> LinkedEntities:
        """Which entity each row is.

        article_ids: by the numbers that were given, in rising order.
        """
        speakers = link_mentions(self._speakers, article_ids)
        is_speaker = np.concatenate([np.zeros(0, bool), *self._is_speaker])
        of_row = np.zeros(len(is_speaker), np.int32)
        of_row[is_speaker] = speakers.of_row
        entities = speakers.speakers.select(["speaker_id", "speaker"]).rename_columns(_COLUMNS)
        kinds, kind = np.unique(
            np.concatenate([np.zeros(0, np.int64), *self._rows]), return_inverse=True
        )
        of_row[~is_speaker] = kind + len(entities)
        together = pa.concat_tables([entities, self._others(kinds)]).combine_chunks()
        return LinkedEntities(together, of_row)

    def _others(self, kinds: Indices) -> pa.Table:
        """The entity of each label << 32 | name."""
        pairs = np.concatenate([np.zeros((2, 0), np.int64), *self._articles], axis=1)
        pairs = pairs[:, np.argsort(pairs[0], kind="stable")]
        bounds = np.searchsorted(pairs[0], np.append(kinds, np.iinfo(np.int64).max)).tolist()
        found: dict[str, dict[str, Indices]] = {label: {} for label in self._labels.values}
        for kind, start, end in zip(kinds.tolist(), bounds[:-1], bounds[1:], strict=True):
            label, name = self._labels.values[kind >> 32], self._names.values[kind & 0xFFFFFFFF]
            found[label][name] = pairs[1, start:end]
        chosen = {label: cluster_names(names, {}) for label, names in found.items()}
        ids, chosen_names = [], []
        for kind in kinds.tolist():
            label = self._labels.values[kind >> 32]
            name = chosen[label][self._names.values[kind & 0xFFFFFFFF]]
            ids.append(stable_id(organization_key(name), label))
            chosen_names.append(name)
        arrays = [pa.array(column, pa.string()) for column in (ids, chosen_names)]
        return pa.table(arrays, names=_COLUMNS)
