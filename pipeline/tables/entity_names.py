"""Named entities over the whole corpus, by the machinery that links speakers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pipeline.tables.organization_clusters import cluster_names, organization_key
from pipeline.tables.people import link_speakers, stable_id

if TYPE_CHECKING:
    import pandas as pd

_SPEAKER_TYPES = {"PERSON": "person", "ORG": "organization"}


def link_entities(entities: pd.DataFrame, overrides: pd.DataFrame | None = None) -> pd.DataFrame:
    """Which entity each mention is, over all articles.

    entities: columns article_id, entity (the name within the article), label and text.
    overrides: a user's speakers.csv, as for `link_speakers`; it is for people and
    organisations.
    Returns: the entities' index; columns entity_id and entity. People and organisations
    have the ids that they have as speakers; other names are one entity where they differ
    only in case, article, dots or a known short form (`U.S.`, `United States`).
    """
    import numpy as np
    import pandas as pd

    labels = entities["label"].astype(str)
    names = entities["entity"].fillna("").astype(str)
    is_speaker = labels.isin(list(_SPEAKER_TYPES))
    speakers = entities[is_speaker].assign(
        speaker=names[is_speaker], type=labels[is_speaker].map(_SPEAKER_TYPES)
    )
    linked = link_speakers(speakers, overrides)
    ids = pd.Series("", index=entities.index, dtype=object)
    canonical = pd.Series("", index=entities.index, dtype=object)
    ids[is_speaker] = linked["speaker_id"]
    canonical[is_speaker] = linked["speaker"]
    mentions: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    others = entities[~is_speaker]
    rows = list(
        zip(labels[~is_speaker], names[~is_speaker], others["article_id"].astype(str), strict=True)
    )
    for label, name, article in rows:
        mentions[label][name][article] = 1
    chosen = {label: cluster_names(found, {}) for label, found in mentions.items()}
    canonical[~is_speaker] = np.array(
        [chosen[label][name] for label, name, _ in rows], dtype=object
    )
    ids[~is_speaker] = np.array(
        [stable_id(organization_key(chosen[label][name]), label) for label, name, _ in rows],
        dtype=object,
    )
    return pd.DataFrame({"entity_id": ids, "entity": canonical})
