"""How fast the shipped pipeline is, and how much memory it takes.

Run it where `make train` has installed PyTorch (to make the rival's weights):

    python -m benchmarks.model [--threads 2] [--articles 40]

It prints words a second of the whole pipeline through `nlp.pipe`, of the network's
forward pass alone, and of a forward pass alone of BERT-base's size (randomly
initialised, int8 ONNX, windows of 512 pieces) over the same texts in the same run,
taken in turns; then the peak memory of the process. Read ratios, not absolutes: the
machine's other work sways them all alike.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pipeline.annotate import load_annotator
from pipeline.annotate.network.encoder import WhosaidEncoder
from pipeline.annotate.network.runner import WEIGHTS
from pipeline.annotate.network.windows import OVERLAP, WINDOW, plan_windows, window_inputs
from pipeline.settings import DEFAULT_MODEL
from pipeline.training.corpora import read_polnear

ROUNDS = 3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--articles", type=int, default=40)
    given = parser.parse_args()
    texts = [article.text for article in read_polnear("dev")][: given.articles]
    words = sum(len(text.split()) for text in texts)

    nlp = load_annotator(threads=given.threads).nlp
    for _ in nlp.pipe(texts[:2]):
        pass
    whole = [words / _timed(lambda: [None for _ in nlp.pipe(texts)]) for _ in range(ROUNDS)]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"whole pipeline     {statistics.median(whole):8,.0f} words a second")
    print(f"peak memory        {memory:8,.0f} MB")

    encoder = nlp.get_pipe("whosaid_encoder")
    assert isinstance(encoder, WhosaidEncoder)
    ours = _session(DEFAULT_MODEL / "whosaid_encoder" / WEIGHTS, given.threads)
    with tempfile.TemporaryDirectory() as folder:
        rival_path = Path(folder) / "bert-base.onnx"
        _write_bert_base(rival_path)
        rival = _session(rival_path, given.threads)
        short = _inputs(nlp, encoder, texts, WINDOW, OVERLAP)
        long = _inputs(nlp, encoder, texts, 510, 64)
        rates: dict[str, list[float]] = {"ours": [], "bert": []}
        for _ in range(ROUNDS):
            rates["ours"].append(words / _timed(lambda: [_forward(ours, x) for x in short]))
            rates["bert"].append(words / _timed(lambda: [_forward(rival, x) for x in long]))
    print(f"our forward pass   {statistics.median(rates['ours']):8,.0f} words a second")
    print(f"BERT-base's        {statistics.median(rates['bert']):8,.0f} words a second")
    ratio = statistics.median(whole) / statistics.median(rates["bert"])
    print(f"whole pipeline against BERT-base's forward pass alone: {ratio:.1f} times")


def _timed(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _inputs(
    nlp: Any, encoder: WhosaidEncoder, texts: list[str], size: int, overlap: int
) -> list[Any]:
    found = []
    for text in texts:
        sequence = encoder.sequence_of(nlp.make_doc(text))
        for window in plan_windows(sequence, size, overlap):
            found.append(window_inputs(sequence, window.start, window.end))
    return found


def _session(path: Path, threads: int) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _forward(session: Any, arrays: Any) -> Any:
    names = ("ids", "shapes", "states", "first_piece")
    return session.run(None, dict(zip(names, arrays, strict=True)))


def _write_bert_base(path: Path) -> None:
    from pipeline.training.export import quantise, write_onnx
    from pipeline.training.network import EncoderShape, Network

    bert = Network(EncoderShape(layers=12, width=768, attention_heads=12, inner=3072)).eval()
    full = path.with_suffix(".float.onnx")
    write_onnx(bert, full)
    quantise(full, path)


if __name__ == "__main__":
    main()
