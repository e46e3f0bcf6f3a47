"""The component that reads: runs the network over a Doc and decodes what it says."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate.decoding import (
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
from pipeline.annotate.extensions import register_extensions
from pipeline.annotate.windows import plan_windows, window_inputs
from pipeline.annotate.wordpieces import PieceSequence, WordPieces

SECTION_WORDS = 10_000
"""Longer articles are read in sections, cut at a paragraph, so that memory is bounded."""

_NOT_LOADED = "The model of whosaid is not loaded: use spacy.load on the folder models/en_whosaid."
WEIGHTS, VOCABULARY, DECODER = "network.onnx", "tokenizer.json", "decoder.json"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network found in a Doc: spans are word indexes, end exclusive."""

    entities: tuple[tuple[int, int, str], ...] = ()
    attributions: tuple[Attribution, ...] = ()
    sentence_starts: tuple[int, ...] = ()


class WhosaidEncoder:
    """Reads a Doc once for all components after it: sets `doc._.encoding` and, where the
    Doc has none, sentence starts.

    Each window is run on its own, so that what is read in an article depends neither on
    the other articles of a batch nor (int8 scales are taken per run) on its other windows.
    """

    def __init__(self, name: str = "whosaid_encoder", *, threads: int = 0) -> None:
        register_extensions()
        self.name = name
        self.threads = threads
        self._folder: Path | None = None
        self._session: Any = None
        self._pieces: WordPieces | None = None
        self._decoder: Decoder | None = None

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations(doc, self.predict(doc))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Read a stream of Docs, one at a time."""
        for doc in stream:
            yield self(doc)

    def predict(self, doc: Doc) -> Reading:
        """Read a Doc without changing it."""
        sequence = self.sequence_of(doc)
        decoder = self._loaded_decoder()
        entities: list[tuple[int, int, str]] = []
        attributions: list[Attribution] = []
        starts: list[int] = []
        for first, end in _sections(sequence):
            part = _slice(sequence, first, end)
            scores = self.scores(part)
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
        return self._pieces(doc.text, [(token.text, token.idx) for token in doc])

    def set_annotations(self, doc: Doc, reading: Reading) -> None:
        """Write a reading to its Doc."""
        doc._.encoding = reading
        if len(doc) and not doc.has_annotation("SENT_START"):
            starts = {0, *reading.sentence_starts}
            for token in doc:
                token.is_sent_start = token.i in starts

    def scores(self, sequence: PieceSequence) -> WordScores:
        """Scores of each word, from the window where it stands furthest from an edge."""
        outputs: list[list[Floats]] = [[], [], [], []]
        for window in plan_windows(sequence):
            ids, shapes, states, first = window_inputs(sequence, window.start, window.end)
            found = self._run(ids, shapes, states, first)
            kept = slice(window.keep_start - window.start, window.keep_end - window.start)
            for parts, part in zip(outputs, found, strict=True):
                parts.append(part[kept])
        return WordScores(*(np.concatenate(parts) for parts in outputs))

    def _loaded_decoder(self) -> Decoder:
        if self._decoder is None:
            raise ValueError(_NOT_LOADED)
        return self._decoder

    def _run(self, *arrays: Any) -> list[Floats]:
        if self._session is None:
            self._session = _open_session(self._folder, self.threads)
        names = ("ids", "shapes", "states", "first_piece")
        outputs: list[Floats] = self._session.run(None, dict(zip(names, arrays, strict=True)))
        return outputs

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Copy the network's files to a folder."""
        import shutil

        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        if self._folder is not None and self._folder != folder:
            for name in (WEIGHTS, VOCABULARY, DECODER):
                shutil.copyfile(self._folder / name, folder / name)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> WhosaidEncoder:
        """Load the network's files. The ONNX session opens at the first Doc, so that a
        component that is sent to another process opens its own."""
        self._folder = Path(path)
        self._session = None
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


def _open_session(folder: Path | None, threads: int) -> Any:
    import onnxruntime

    if folder is None:
        raise ValueError(_NOT_LOADED)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Windows differ in length; a memory plan for each length is kept for ever otherwise.
    options.enable_mem_pattern = False
    return onnxruntime.InferenceSession(
        str(folder / WEIGHTS), options, providers=["CPUExecutionProvider"]
    )


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
