"""The component that reads: runs the network over a Doc and decodes what it says."""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate.extensions import register_extensions
from pipeline.annotate.network.decoding import (
    Attribution,
    Bools,
    Decoder,
    Floats,
    Piece,
    Pointer,
    WordScores,
    decode_attributions,
    decode_entities,
)
from pipeline.annotate.network.runner import WEIGHTS, Runner
from pipeline.annotate.network.windows import plan_windows, window_inputs
from pipeline.annotate.network.wordpieces import PieceSequence, WordPieces
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.sentence_starts import plain_starts

SECTION_WORDS = 10_000
"""Longer articles are read in sections, cut at a paragraph, so that memory is bounded."""

_NOT_LOADED = "The model of whosaid is not loaded: use spacy.load on the folder models/en_whosaid."
VOCABULARY, DECODER = "tokenizer.json", "decoder.json"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network found in a Doc: spans are word indexes, end exclusive."""

    entities: tuple[tuple[int, int, str], ...] = ()
    attributions: tuple[Attribution, ...] = ()
    sentence_starts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    """A window that is being run."""

    outputs: Callable[[], list[Floats]]
    kept: slice
    """Its words whose scores are taken."""


class _Sections:
    """The sections of a Doc, the next always begun before one is handed out."""

    def __init__(self, sections: Iterator[tuple[int, PieceSequence, list[_Run]]]) -> None:
        self._sections = sections
        self._next = next(sections, None)

    def __iter__(self) -> Iterator[tuple[int, PieceSequence, list[_Run]]]:
        while self._next is not None:
            section, self._next = self._next, next(self._sections, None)
            yield section


class WhosaidEncoder:
    """Reads a Doc once for all components after it: sets `doc._.encoding` and, where the
    Doc has none, sentence starts.

    Each window is run on its own and by one thread, so that what is read in an article
    depends neither on the other articles of a batch nor (int8 scales are taken per run) on
    its other windows, nor on how many threads there are. Windows are what threads share.
    """

    def __init__(self, name: str = "whosaid_encoder", *, threads: int = 0) -> None:
        register_extensions()
        self.name = name
        self.threads = threads or os.cpu_count() or 1
        self._folder: Path | None = None
        self._runner: Runner | None = None
        self._pieces: WordPieces | None = None
        self._decoder: Decoder | None = None

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations(doc, self.predict(doc))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Read a stream of Docs in order; the windows of the next are run meanwhile."""
        ahead = self.threads if self.threads > 1 else 0
        begun: deque[tuple[Doc, _Sections]] = deque()
        for doc in stream:
            begun.append((doc, _Sections(self._runs_of(doc))))
            if len(begun) > ahead:
                yield self._finished(*begun.popleft())
        while begun:
            yield self._finished(*begun.popleft())

    def predict(self, doc: Doc) -> Reading:
        """Read a Doc without changing it."""
        return self._decoded(_Sections(self._runs_of(doc)))

    def _finished(self, doc: Doc, sections: _Sections) -> Doc:
        self.set_annotations(doc, self._decoded(sections))
        return doc

    def _runs_of(self, doc: Doc) -> Iterator[tuple[int, PieceSequence, list[_Run]]]:
        """The sections of a Doc, the windows of each begun when it is asked for."""
        sequence = self.sequence_of(doc)
        for first, end in _sections(sequence):
            part = _slice(sequence, first, end)
            yield first, part, self._begin(part)

    def _decoded(self, sections: _Sections) -> Reading:
        decoder = self._loaded_decoder()
        entities: list[tuple[int, int, str]] = []
        attributions: list[Attribution] = []
        starts: list[int] = []
        for first, part, runs in sections:
            scores = _scores(runs)
            breaks = part.starts_paragraph
            entities += [
                (s + first, e + first, label)
                for s, e, label in decode_entities(scores, decoder, breaks)
            ]
            attributions += [
                _shifted(a, first) for a in decode_attributions(scores, decoder, breaks)
            ]
            starts += [first + int(i) for i in np.flatnonzero((scores.sentences > 0) | breaks)]
        return Reading(tuple(entities), tuple(attributions), tuple(starts))

    def sequence_of(self, doc: Doc) -> PieceSequence:
        """A Doc as the network reads it."""
        if self._pieces is None:
            raise ValueError(_NOT_LOADED)
        read = doc_words(doc)
        return self._pieces(read.text, list(zip(read.words, read.offsets, strict=True)))

    def set_annotations(self, doc: Doc, reading: Reading) -> None:
        """Write a reading to its Doc."""
        doc._.encoding = reading
        if len(doc) and not doc.has_annotation("SENT_START"):
            starts = np.full(len(doc), -1, dtype=np.int64)
            starts[[0, *reading.sentence_starts, *plain_starts(doc_words(doc))]] = 1
            column: Any = starts.astype(np.uint64)[:, None]
            doc.from_array(["SENT_START"], column)

    def scores(self, sequence: PieceSequence) -> WordScores:
        """Scores of each word, from the window where it stands furthest from an edge."""
        return _scores(self._begin(sequence))

    def _begin(self, sequence: PieceSequence) -> list[_Run]:
        if self._folder is None:
            raise ValueError(_NOT_LOADED)
        if self._runner is None or not self._runner.is_mine():
            self._runner = Runner(self._folder, self.threads)
        return [
            _Run(
                self._runner.begin(*window_inputs(sequence, window.start, window.end)),
                slice(window.keep_start - window.start, window.keep_end - window.start),
            )
            for window in plan_windows(sequence)
        ]

    def _loaded_decoder(self) -> Decoder:
        if self._decoder is None:
            raise ValueError(_NOT_LOADED)
        return self._decoder

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Copy the network's files to a folder."""
        import shutil

        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        if self._folder is not None and self._folder != folder:
            for name in (WEIGHTS, VOCABULARY, DECODER):
                shutil.copyfile(self._folder / name, folder / name)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> WhosaidEncoder:
        """Load the network's files. The network opens at the first Doc, so that a component
        that is sent to another process opens its own."""
        self._folder = Path(path)
        self._runner = None
        self._pieces = WordPieces.from_file(self._folder / VOCABULARY)
        self._decoder = read_decoder(self._folder / DECODER)
        return self


@Language.factory("whosaid_encoder", default_config={"threads": 0})
def make_encoder(nlp: Language, name: str, threads: int) -> WhosaidEncoder:
    """threads: threads of ONNX Runtime; 0 for as many as there are cores."""
    return WhosaidEncoder(name, threads=threads)


def read_decoder(path: Path) -> Decoder:
    """Read the transition scores and pointer biases."""
    raw = json.loads(path.read_text(encoding="utf-8"))

    def array(values: Any) -> Floats:
        return np.asarray(values, dtype=np.float32)

    def pointer(values: Any) -> Pointer:
        return Pointer(
            array(values["distance"]),
            array(values["rank"]),
            array(values["none_vector"]),
            float(values["none_bias"]),
        )

    return Decoder(
        array(raw["role_moves"]),
        array(raw["entity_moves"]),
        pointer(raw["cue_of_content"]),
        pointer(raw["source_of_cue"]),
    )


def _scores(runs: list[_Run]) -> WordScores:
    outputs = [[part[run.kept] for part in run.outputs()] for run in runs]
    return WordScores(*(np.concatenate(parts) for parts in zip(*outputs, strict=True)))


def _sections(sequence: PieceSequence) -> Iterator[tuple[int, int]]:
    words = len(sequence.first_piece)
    start = 0
    while start < words:
        end = min(start + SECTION_WORDS, words)
        if end < words:
            opens = np.flatnonzero(sequence.starts_paragraph[start + 1 : end])
            if len(opens):
                end = start + 1 + int(opens[-1])
        yield start, end
        start = end


def _slice(sequence: PieceSequence, start: int, end: int) -> PieceSequence:
    left = int(sequence.first_piece[start])
    right = int(sequence.first_piece[end]) if end < len(sequence.first_piece) else len(sequence.ids)
    breaks: Bools = sequence.starts_paragraph[start:end]
    return PieceSequence(
        sequence.ids[left:right],
        sequence.shapes[left:right],
        sequence.states[left:right],
        sequence.first_piece[start:end] - left,
        breaks,
    )


def _shifted(attribution: Attribution, words: int) -> Attribution:
    def move(piece: Piece) -> Piece:
        return Piece(piece.start + words, piece.end + words, piece.probability)

    return Attribution(
        tuple(move(piece) for piece in attribution.content),
        move(attribution.cue) if attribution.cue else None,
        move(attribution.source) if attribution.source else None,
        attribution.cue_probability,
        attribution.source_probability,
    )
