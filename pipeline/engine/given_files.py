"""The files at the top of a corpus by which a user tells something about its tables."""

from __future__ import annotations

import shutil
from pathlib import Path

from pipeline.corrections.corrections_file import CORRECTIONS
from pipeline.errors import WhosaidError
from pipeline.ingest.location import Corpus, FolderCorpus, is_address
from pipeline.ingest.piped import told_corpus
from pipeline.store import StoreFolder
from pipeline.tables.overrides import SPEAKER_OVERRIDES

GIVEN = (SPEAKER_OVERRIDES, CORRECTIONS)


def given_file(store: StoreFolder, corpus: str, name: str) -> Path:
    """Where one of them is read; it need not exist. `corpus` is `Corpus.name`."""
    return (_kept(store) if is_address(corpus) else Path(corpus)) / name


def check_given_files(corpus: str) -> None:
    """Raise WhosaidError if the folder in which they are read is gone. `corpus` is `Corpus.name`.

    A folder of what was piped in is no longer there, and never had them.
    """
    if is_address(corpus) or told_corpus(corpus) != corpus or Path(corpus).is_dir():
        return
    raise WhosaidError(
        f"the corpus {corpus} is gone, and with it any {' and '.join(GIVEN)} for the tables: "
        "bring it back, or run 'whosaid run' on the folder where the articles are now."
    )


def keep_given_files(store: StoreFolder, corpus: Corpus) -> None:
    """Copy those of a corpus that is no folder into the store, where tables read them."""
    if isinstance(corpus, FolderCorpus):
        return
    kept = _kept(store)
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir()
    with corpus.at_hand(GIVEN) as folder:
        for name in GIVEN:
            if (folder / name).is_file():
                shutil.copyfile(folder / name, kept / name)


def _kept(store: StoreFolder) -> Path:
    return store.root / "given"
