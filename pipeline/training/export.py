"""From a trained network to the files that ship: int8 ONNX weights and the decoder."""

from __future__ import annotations

import copy
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import torch
from torch import Tensor, nn

from pipeline.annotate.network.decoding import FORBIDDEN
from pipeline.annotate.network.encoder import DECODER, VOCABULARY
from pipeline.annotate.network.labels import ROLES, bio
from pipeline.annotate.network.runner import WEIGHTS
from pipeline.annotate.network.windows import WINDOW
from pipeline.annotate.network.wordpieces import PieceSequence
from pipeline.training.network import Crf, Layer, Network, PointerBias
from pipeline.training.runtime_layer import RuntimeLayer, largest_inputs

SOURCE_GAIN = 0.8
"""Added to the score of beginning a source, and with `NO_SOURCE` to that of a cue without one:
the trained network passes over more sources than it makes up. Both were set on dev, where
attribution gains 0.5 and direct quotations 0.9."""
NO_SOURCE = -1.0


class OneWindow(nn.Module):
    """The network as the runtime calls it: one window, no batch, no padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: Tensor, shapes: Tensor, states: Tensor, first_piece: Tensor
    ) -> tuple[Tensor, ...]:
        """*Shape:* ids, shapes, states (pieces,); first_piece (words,). Returns as
        `Network`, without the batch."""
        mask = torch.ones_like(ids, dtype=torch.float32)[None]
        outputs = self.network(ids[None], shapes[None], states[None], mask, first_piece[None])
        return tuple(output[0] for output in outputs)


def export_network(
    network: Network,
    folder: Path,
    vocabulary: Path,
    *,
    read: Sequence[PieceSequence] = (),
    int8: bool = True,
) -> None:
    """Write `network.onnx`, `decoder.json` and `tokenizer.json` to a folder.

    read: texts of the training corpus, to see how large the inputs of each matrix grow;
        without them int8 loses more (see `runtime_layer`).
    """
    folder.mkdir(parents=True, exist_ok=True)
    network = copy.deepcopy(network).eval().cpu()
    ranges = largest_inputs(network, read) if int8 and read else [{}] * len(network.encoder.layers)
    network.encoder.layers = nn.ModuleList(
        RuntimeLayer(cast(Layer, layer), largest)
        for layer, largest in zip(network.encoder.layers, ranges, strict=True)
    )
    with tempfile.TemporaryDirectory() as temporary:
        full = Path(temporary) / "float.onnx"
        write_onnx(network, full)
        if int8:
            quantise(full, folder / WEIGHTS)
        else:
            shutil.copyfile(full, folder / WEIGHTS)
    role_moves = _moves(network.role_crf)
    for row in role_moves:
        row[bio(ROLES).index("B-SOURCE")] += SOURCE_GAIN
    source_of_cue = _pointer(network.source_of_cue)
    source_of_cue["none_bias"] += NO_SOURCE
    decoder = {
        "role_moves": role_moves,
        "entity_moves": _moves(network.entity_crf),
        "cue_of_content": _pointer(network.cue_of_content),
        "source_of_cue": source_of_cue,
    }
    (folder / DECODER).write_text(json.dumps(decoder), encoding="utf-8")
    shutil.copyfile(vocabulary, folder / VOCABULARY)


def quantise(source: Path, target: Path) -> None:
    """Dynamic int8 quantisation: weights of matrices per column and of embeddings.

    Weights keep seven bits, so that no processor without VNNI instructions saturates its
    sums: the model says the same on every machine.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        source,
        target,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        extra_options={"MatMulConstBOnly": True},
    )


def write_onnx(network: Network, path: Path) -> None:
    """Write a network as float ONNX, for windows of any length."""
    pieces, words = WINDOW + 2, 200
    example = (
        torch.randint(1000, 2000, (pieces,)),
        torch.zeros(pieces, dtype=torch.long),
        torch.zeros(pieces, dtype=torch.long),
        torch.arange(1, words + 1),
    )
    names = ("ids", "shapes", "states", "first_piece")
    torch.onnx.export(
        OneWindow(network),
        example,
        str(path),
        input_names=list(names),
        output_names=["roles", "entities", "sentences", "pointers"],
        dynamic_axes={
            **{name: {0: "pieces"} for name in names[:3]},
            "first_piece": {0: "words"},
            **{name: {0: "words"} for name in ("roles", "entities", "sentences", "pointers")},
        },
        opset_version=17,
        dynamo=False,
    )


def _moves(crf: Crf) -> list[list[float]]:
    moves = crf.transitions.detach().masked_fill(crf.allowed == 0, FORBIDDEN)
    return [[round(float(value), 5) for value in row] for row in moves]


def _pointer(bias: PointerBias) -> dict[str, Any]:
    return {
        "distance": _rounded(bias.distance),
        "rank": _rounded(bias.rank),
        "none_vector": _rounded(bias.none_vector),
        "none_bias": round(float(bias.none_bias.detach()), 5),
    }


def _rounded(values: Tensor) -> list[float]:
    return [round(float(value), 5) for value in values.detach()]
