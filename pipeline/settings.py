"""What a user can choose about a run."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ARTICLE_TIMEOUT = 300.0
DEFAULT_MODEL = Path(__file__).resolve().parent.parent / "models" / "en_whosaid"
LINE_WEIGHTS = DEFAULT_MODEL.parent / "cleaning" / "lines.npz"
"""Of the classifier that cleans articles, which is the same whatever the model."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a user says of a corpus's files: names of columns or keys, and the encoding.

    Each empty one is told from the files themselves; see `ingest/options.py`.
    """

    text_key: str = ""
    title_key: str = ""
    url_key: str = ""
    outlet_key: str = ""
    byline_key: str = ""
    published_key: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Options of `whosaid run` and of the commands for one stage."""

    outputs: Path
    model: Path = DEFAULT_MODEL
    workers: int = 0
    """Processes that work side by side; 0 means one for each core."""
    entities_from: str | None = None
    """A spaCy pipeline (name or folder) whose entities are taken instead of the model's."""
    raw_cells: bool = False
    """Leave text cells of the CSVs as they are, without the spreadsheet's protection."""
    force: bool = False
    """Redo everything, also what is unchanged."""

    articles_in_batch: int = 0
    """Inputs that make a shard; 0 lets it follow from the amount of work."""
    reading: Reading = Reading()

    article_timeout: float = ARTICLE_TIMEOUT
    """Seconds that one article may take in a stage before it is set aside; 0: any time."""

    engine: str = "local"
    """Where the work is done: `local`, or `ray`."""
    ray_address: str = ""
    log_json: bool = False
    """Tell of the progress in lines of JSON."""

    annotator: str = "pipeline.annotate:load_annotator"
    """`module:function` that loads the annotator: takes the model's folder and, as keywords,
    entities_from and threads; gives an object with `annotate(article)`."""

    @property
    def processes(self) -> int:
        """Number of processes, 0 resolved to the cores this process may use."""
        return self.workers or available_cores()


def available_cores() -> int:
    """Cores that this process may use, which a container may bound below the machine's."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
