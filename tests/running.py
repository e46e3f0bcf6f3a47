"""A run as the command leads it, with the fake annotator, and corpora small enough for it."""

from __future__ import annotations

import hashlib
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Self

from pipeline.engine.local import LocalEngine
from pipeline.engine.progress import Lines
from pipeline.engine.run import Run
from pipeline.engine.summary import Summary
from pipeline.settings import Settings
from pipeline.store import open_store
from tests import fake_annotator

_ARTICLE = """Mayor {name} speaks out in district {number}

By Ada Quill

The council of district {number} met on Tuesday to talk about the new bridge over the river.

“We will build it in {number} months,” said {name} after the meeting, and the hall applauded.

Nobody asked how it would be paid, and the treasurer of the town had gone home by then.
"""
_NAMES = ("Ursula Ferrant", "Bodo Kinsella", "Marit Osei", "Tobias Lunde")


def settings(outputs: Path, **options: Any) -> Settings:
    """Settings for a run with the fake annotator, in this process unless said otherwise."""
    model = outputs.parent / "model"
    model.mkdir(exist_ok=True)
    (model / "config.cfg").touch()
    given = {"model": model, "workers": 1, "annotator": fake_annotator.NAME, **options}
    return Settings(outputs, **given)


def run(corpus: Path | str, outputs: Path, *, engine: Any = None, **options: Any) -> Summary:
    """All stages over a corpus: in this process, or in others if `workers` are given."""
    chosen = settings(outputs, **options)
    if engine is None:
        engine = (
            LocalEngine(chosen.processes, chosen.article_timeout)
            if "workers" in options
            else InThisProcess()
        )
    with open_store(outputs) as store, engine, open("/dev/null", "w") as silence:
        store.sweep()
        return Run(store, engine, chosen, Lines(silence)).all_stages(corpus)


class InThisProcess:
    """An engine that starts no process, for tests that need none."""

    workers = 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def spread(self, function: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterator[Any]:
        yield from map(function, tasks)

    def rest(self) -> None:
        pass


def write_corpus(folder: Path, articles: int) -> Path:
    """A folder of articles that each have a statement by somebody."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, articles + 1):
        write_article(folder / f"{number:02d}.txt", number)
    return folder


def write_article(path: Path, number: int) -> None:
    path.write_text(_ARTICLE.format(name=_NAMES[number % len(_NAMES)], number=number), "utf-8")


def output_bytes(outputs: Path) -> dict[str, str]:
    """Hash of every file that a user is given, by its path under the outputs folder."""
    return {
        file.relative_to(outputs).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(outputs.rglob("*"))
        if file.is_file() and "store" not in file.relative_to(outputs).parts
    }


def hear_interrupts() -> None:
    """For `preexec_fn`: tests started in the background of a script would hand on that
    Ctrl-C is ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
