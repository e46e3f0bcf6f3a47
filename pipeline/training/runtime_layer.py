"""Transformer layers as they are exported: one operator for attention, even inputs for int8.

Dynamic quantisation has one scale for the whole input of a matrix, so that a channel or a
word with outliers costs all others their precision. Channels are evened out before, with
factors that the weights take back (SmoothQuant, Xiao et al. 2023); the words of the inner
layer, whose outliers are most, by their own largest value. In float neither changes
anything.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from pipeline.annotate.network.windows import plan_windows, window_inputs
from pipeline.annotate.network.wordpieces import PieceSequence
from pipeline.training.network import Layer, Network

Largest = Mapping[str, Tensor]
"""Largest absolute input of each channel, by the name of the matrix."""
MATRICES = ("qkv", "out", "up", "down")
SHARE = 0.5
"""How much of an outlier moves from the inputs into the weights."""


@torch.no_grad()
def largest_inputs(network: Network, texts: Sequence[PieceSequence]) -> list[dict[str, Tensor]]:
    """What the matrices of each layer get to see when a network reads some texts."""
    found: list[dict[str, Tensor]] = [{} for _ in network.encoder.layers]

    def watch(largest: dict[str, Tensor], name: str) -> Any:
        def look(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            seen = inputs[0].abs().amax((0, 1))
            largest[name] = torch.maximum(largest[name], seen) if name in largest else seen

        return look

    hooks = [
        getattr(layer, name).register_forward_pre_hook(watch(largest, name))
        for layer, largest in zip(network.encoder.layers, found, strict=True)
        for name in MATRICES
    ]
    for text in texts:
        for window in plan_windows(text):
            ids, shapes, states, _ = (
                torch.from_numpy(array)[None]
                for array in window_inputs(text, window.start, window.end)
            )
            network.encoder(ids, shapes, states, torch.ones_like(ids, dtype=torch.float32))
    for hook in hooks:
        hook.remove()
    return found


class RuntimeLayer(nn.Module):
    """A trained layer for one window without padding; the mask is not looked at."""

    def __init__(self, layer: Layer, largest: Largest) -> None:
        super().__init__()
        self.layer = copy.deepcopy(layer)
        self.factors: dict[str, Tensor] = {}
        with torch.no_grad():
            for name in MATRICES:
                if name in largest:
                    self._even_out(name, largest[name])

    def _even_out(self, name: str, largest: Tensor) -> None:
        matrix = getattr(self.layer, name)
        weights = matrix.weight.abs().amax(0)
        factor = largest.clamp(min=1e-3) ** SHARE / weights.clamp(min=1e-4) ** (1 - SHARE)
        factor = factor / factor.mean()
        matrix.weight *= factor
        if name == "out":
            # What comes in here is a mean of values: their own rows give the factor.
            values = slice(2 * len(factor), 3 * len(factor))
            self.layer.qkv.weight[values] /= factor[:, None]
            self.layer.qkv.bias[values] /= factor
        else:
            self.factors[name] = 1 / factor

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """*Shape:* x (1, pieces, width)."""
        layer = self.layer
        q, k, v = layer.qkv(self._even("qkv", x)).split(x.shape[-1], -1)
        attended = cast(Tensor, _Attention.apply(q, k, v, layer.heads))
        x = layer.attention_norm(x + layer.out(attended))
        inner = self._even("down", F.gelu(layer.up(self._even("up", x))))
        largest = inner.abs().amax(-1, keepdim=True) + 1e-6
        down = F.linear(inner / largest, layer.down.weight) * largest + layer.down.bias
        return cast(Tensor, layer.norm(x + down))

    def _even(self, name: str, x: Tensor) -> Tensor:
        return x * self.factors[name] if name in self.factors else x


class _Attention(torch.autograd.Function):
    """Attention as one operator of ONNX Runtime, a third faster than its parts."""

    @staticmethod
    def forward(_: Any, q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:
        def split(x: Tensor) -> Tensor:
            return x.view(*x.shape[:2], heads, -1).transpose(1, 2)

        attended = F.scaled_dot_product_attention(split(q), split(k), split(v))
        return attended.transpose(1, 2).reshape(q.shape)

    @staticmethod
    def symbolic(graph: Any, q: Any, k: Any, v: Any, heads: int) -> Any:
        attended = graph.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads)
        return attended.setType(q.type())
