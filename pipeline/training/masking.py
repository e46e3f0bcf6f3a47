"""Word pieces hidden from the network while it is trained, and the head that guesses them.

What is hidden cannot be learnt by heart (the corpora are small: after some epochs nearly every
tag of them is), and guessing it is a task of its own, the one that the encoder was first
trained by (Devlin et al. 2019). The shape of a hidden word is still seen.
"""

from __future__ import annotations

from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from pipeline.training.network import Encoder, EncoderShape

MASK = 103
"""`[MASK]` of BERT's vocabulary."""
FIRST_WORD = 999
"""Pieces before this one stand for no words."""


class Masking(nn.Module):
    """Hides a share of the word pieces and guesses them from what the encoder makes of it."""

    def __init__(self, share: float, shape: EncoderShape | None = None) -> None:
        super().__init__()
        shape = shape or EncoderShape()
        self.share = share
        self.guess = nn.Sequential(
            nn.Linear(shape.width, shape.width), nn.GELU(), nn.LayerNorm(shape.width)
        )
        self.bias = nn.Parameter(torch.zeros(shape.vocabulary))

    def hide(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The pieces with some of them hidden, and which those are.

        *Shape:* all (batch, pieces).
        """
        chosen = torch.rand(ids.shape, device=ids.device) < self.share
        hidden = chosen & (ids >= FIRST_WORD) & (mask > 0)
        return ids.masked_fill(hidden, MASK), hidden

    def loss(self, encoder: Encoder, x: Tensor, ids: Tensor, hidden: Tensor) -> Tensor:
        """Mean cross-entropy of the hidden pieces, guessed by the encoder's own embeddings.

        *Shape:* x (batch, pieces, width); ids and hidden (batch, pieces).
        """
        scores = F.linear(cast(Tensor, self.guess(x[hidden])), encoder.words.weight, self.bias)
        return F.cross_entropy(scores.float(), ids[hidden])
