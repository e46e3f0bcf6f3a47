"""What a stage's result depends on, as short hashes: a change of one redoes just that stage.

A fingerprint covers the stage's own code, the libraries it leans on, its settings, and
for the model the bytes of its files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from importlib import metadata
from pathlib import Path

from pipeline.errors import WhosaidError
from pipeline.records import CleanArticle, Metadata
from pipeline.settings import LINE_WEIGHTS, Settings

_ROOT = Path(__file__).resolve().parent.parent.parent
_LENGTH = 16

# Beside what the stages that feed a stage have; a test compares both with the imports.
_STAGE_CODE = {
    "ingest": (
        "pipeline/ingest",
        "pipeline/identifiers.py",
        "pipeline/months.py",
        "pipeline/records.py",
    ),
    "clean": (
        "pipeline/clean",
        "pipeline/annotate/text/lexicon.py",
        "pipeline/annotate/text/names.py",
        "models/cleaning",
        "models/en_whosaid/whosaid_encoder/tokenizer.json",
    ),
    "annotate": (
        "pipeline/annotate",
        "pipeline/clean/even_typing.py",
        "pipeline/clean/language.py",
        "pipeline/clean/small_words.py",
        "pipeline/months.py",
        "pipeline/records.py",
    ),
    "rows": (
        *(
            f"pipeline/tables/{name}.py"
            for name in (
                *("rows", "codes", "duplicates", "statement_words", "stored_arrays"),
                *("word_lists", "word_numbers"),
            )
        ),
        "pipeline/annotate/quotations/topics.py",
        "pipeline/schema.py",
    ),
    "tables": (
        "pipeline/tables",
        "pipeline/corrections",
        "pipeline/addresses.py",
        "pipeline/cells.py",
    ),
}
_STAGE_LIBRARIES = {
    "ingest": (
        *("charset-normalizer", "dateparser", "lxml", "openpyxl", "pypdf", "python-docx"),
        *("striprtf", "trafilatura", "warcio"),
    ),
    "clean": ("ftfy", "lxml", "numpy", "trafilatura"),
    "annotate": (
        *("dateparser", "numpy", "onnxruntime", "python-dateutil", "rapidfuzz", "spacy"),
        "tokenizers",
    ),
    "rows": ("numpy", "pyarrow"),
    "tables": ("duckdb", "nicknames", "numpy", "pandas", "pyarrow", "python-dateutil", "rapidfuzz"),
}


class Fingerprints:
    """One hash a stage, of the code and model that `settings` would run now.

    Each includes those of the stages that feed it. Those that include a model raise
    WhosaidError if it is not there.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @property
    def ingest(self) -> str:
        return digest(_code("ingest"), repr(self.settings.reading))

    @property
    def clean(self) -> str:
        if not LINE_WEIGHTS.is_file():
            raise WhosaidError(
                f"the weights for cleaning are not at {LINE_WEIGHTS}: get the project's files "
                "again, or train them as README.md tells."
            )
        return digest(_code("ingest"), _code("clean"))

    @cached_property
    def annotate(self) -> str:
        """Of the annotator alone: with an article's `content_key`, all its annotation needs."""
        lender = self.settings.entities_from
        return digest(
            _code("annotate"),
            self.settings.annotator,
            model_fingerprint(self.settings.model),
            _lender_fingerprint(lender) if lender else "",
        )

    @property
    def annotated(self) -> str:
        return digest(self.clean, self.annotate)

    @property
    def rows(self) -> str:
        return digest(self.annotated, _code("rows"))

    @property
    def tables(self) -> str:
        return digest(self.rows, _code("tables"), str(self.settings.raw_cells))


def seen_by_annotator(article: CleanArticle) -> CleanArticle:
    """The article less what must not sway its annotation: where it lies, and its sidecar.

    So a sidecar that changes an outlet's name costs no annotation, and two places of one
    text cannot differ. The byline stays: it is who speaks in the author's own voice.
    """
    return CleanArticle(
        article_id=article.article_id,
        source=article.article_id,
        text=article.text,
        title_end=article.title_end,
        metadata=Metadata(
            published=article.metadata.published,
            published_basis=article.metadata.published_basis,
            byline=article.metadata.byline,
            language=article.metadata.language,
        ),
    )


def content_key(article: CleanArticle) -> str:
    """Key of all that `seen_by_annotator` leaves: articles that share it are annotated once."""
    seen = seen_by_annotator(article)
    return digest(
        seen.article_id,
        seen.text,
        str(seen.title_end),
        seen.metadata.published,
        seen.metadata.published_basis,
        seen.metadata.byline,
        seen.metadata.language,
    )


def metadata_key(given: Mapping[str, Metadata]) -> str:
    """Key of what sidecars say about the articles of a file; empty if nothing."""
    if not given:
        return ""
    return digest(*(f"{source} {given[source]!r}" for source in sorted(given)))


def model_fingerprint(model: Path) -> str:
    """Hash of the names and bytes of all files of a model folder."""
    if not (model / "config.cfg").is_file():
        raise WhosaidError(
            f"there is no model in {model}: give its folder with --model, or train one with "
            "'whosaid train'."
        )
    return digest(*_contents(model, [model]))


def _lender_fingerprint(name: str) -> str:
    """Of the spaCy pipeline, a package or a folder, that entities are taken from."""
    if version := _version(name):
        return f"{name} {version}"
    folder = Path(name)
    if not (folder / "config.cfg").is_file():
        raise WhosaidError(
            f"there is no spaCy pipeline {name}: run 'python -m spacy download {name}', give the "
            "folder of one, or leave out --entities-from."
        )
    return digest(*_contents(folder, [folder]))


def digest(*parts: str) -> str:
    """Hash of texts; where one ends and the next begins matters."""
    whole = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        whole.update(len(encoded).to_bytes(8, "big") + encoded)
    return whole.hexdigest()[:_LENGTH]


@lru_cache
def _code(stage: str) -> str:
    roots = [_ROOT / name for name in _STAGE_CODE[stage]]
    versions = [f"{name} {_version(name)}" for name in _STAGE_LIBRARIES[stage]]
    return digest(*versions, *_contents(_ROOT, roots))


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except (metadata.PackageNotFoundError, ValueError):
        return ""


def _contents(base: Path, roots: Iterable[Path]) -> list[str]:
    """Name and hash of each file under `roots`, in the order of their names."""
    files = [
        file
        for root in roots
        for file in ([root] if root.is_file() else sorted(root.rglob("*")))
        if file.is_file() and "__pycache__" not in file.parts and not file.name.startswith(".")
    ]
    return [
        f"{file.relative_to(base).as_posix()} {hashlib.sha256(file.read_bytes()).hexdigest()}"
        for file in files
    ]
