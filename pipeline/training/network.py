"""The network: MiniLM's encoder with the heads of whosaid, in PyTorch.

One pass over a window of an article gives, for each word: scores of the role tags
(source, cue, content), of the entity tags and of "a sentence starts here", and the
vectors from which pieces find each other: content → cue, cue → source. Tags are
decoded by a linear-chain CRF (Lafferty et al. 2001) and pieces are joined by a
bilinear score plus learned distance biases, in the manner of the biaffine parser
of Dozat and Manning (ICLR 2017).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from pipeline.annotate.network.decoding import FORBIDDEN, SLOTS
from pipeline.annotate.network.labels import ENTITY_LABELS, ROLES, bio
from pipeline.annotate.network.pointers import DISTANCES, RANKS
from pipeline.annotate.network.wordpieces import QUOTE_STATES, SHAPES

POINTER_WIDTH = 64


@dataclass(frozen=True, slots=True)
class EncoderShape:
    """Sizes of a BERT-like encoder; the defaults are MiniLM-L6's."""

    layers: int = 6
    width: int = 384
    attention_heads: int = 12
    inner: int = 1536
    vocabulary: int = 30_522
    positions: int = 512


class Layer(nn.Module):
    """A transformer layer with normalisation after each block (Devlin et al. 2019)."""

    def __init__(self, shape: EncoderShape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.attention_heads
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.attention_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """*Shape:* x (batch, pieces, width); mask (batch, 1, 1, pieces), additive."""
        batch, length, width = x.shape
        q, k, v = (
            self.qkv(x)
            .view(batch, length, 3, self.heads, width // self.heads)
            .permute(2, 0, 3, 1, 4)
        )
        attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        attended = attended.transpose(1, 2).reshape(batch, length, width)
        x = self.attention_norm(x + self.dropout(self.out(attended)))
        inner = F.gelu(self.up(x))
        return cast(Tensor, self.norm(x + self.dropout(self.down(inner))))


class Encoder(nn.Module):
    """MiniLM with two embeddings more: word shape and quotation state."""

    def __init__(self, shape: EncoderShape, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.shapes = nn.Embedding(len(SHAPES), shape.width)
        self.states = nn.Embedding(len(QUOTE_STATES), shape.width)
        for added in (self.shapes, self.states):
            nn.init.normal_(added.weight, std=0.02)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def forward(self, ids: Tensor, shapes: Tensor, states: Tensor, mask: Tensor) -> Tensor:
        """*Shape:* ids, shapes, states (batch, pieces); mask (batch, pieces), 1 for a piece.
        Returns (batch, pieces, width)."""
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(at) + self.shapes(shapes) + self.states(states)
        x = self.dropout(self.norm(x))
        additive = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, additive)
        return x

    def load_minilm(self, weights: Path) -> None:
        """Take the weights of a BERT-like `model.safetensors` (Hugging Face names)."""
        from safetensors.torch import load_file

        old = load_file(weights)
        with torch.no_grad():
            self.words.weight.copy_(old["embeddings.word_embeddings.weight"])
            # Segment 0 is added to every piece: it may as well be part of its position.
            self.positions.weight.copy_(
                old["embeddings.position_embeddings.weight"]
                + old["embeddings.token_type_embeddings.weight"][0]
            )
            _copy(self.norm, old, "embeddings.LayerNorm")
            for i, layer in enumerate(self.layers):
                assert isinstance(layer, Layer)
                stem = f"encoder.layer.{i}."
                for part, parameter in (("weight", layer.qkv.weight), ("bias", layer.qkv.bias)):
                    parameter.copy_(
                        torch.cat(
                            [
                                old[f"{stem}attention.self.{name}.{part}"]
                                for name in ("query", "key", "value")
                            ]
                        )
                    )
                _copy(layer.out, old, stem + "attention.output.dense")
                _copy(layer.attention_norm, old, stem + "attention.output.LayerNorm")
                _copy(layer.up, old, stem + "intermediate.dense")
                _copy(layer.down, old, stem + "output.dense")
                _copy(layer.norm, old, stem + "output.LayerNorm")


def _copy(module: nn.Linear | nn.LayerNorm, weights: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[name + ".weight"])
    module.bias.copy_(weights[name + ".bias"])


class Crf(nn.Module):
    """A linear-chain CRF over BIO tags. Impossible transitions are forbidden."""

    allowed: Tensor
    inside: Tensor

    def __init__(self, tags: int) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(tags, tags))
        inside = torch.zeros(tags)
        inside[2::2] = 1.0
        allowed = torch.ones(tags, tags)
        for tag in range(2, tags, 2):
            allowed[:, tag] = 0.0
            allowed[tag - 1, tag] = allowed[tag, tag] = 1.0
        self.register_buffer("allowed", allowed, persistent=False)
        self.register_buffer("inside", inside, persistent=False)

    def loss(self, emissions: Tensor, tags: Tensor, mask: Tensor, breaks: Tensor) -> Tensor:
        """Negative log-likelihood of the gold tags, summed over the words.

        No span reaches into a paragraph: where one starts, no tag may be inside.

        *Shape:* emissions (batch, words, tags); tags, mask, breaks (batch, words).
        """
        moves = self.transitions.float().masked_fill(self.allowed == 0, FORBIDDEN)
        emissions = emissions.float() + (breaks[:, :, None] * self.inside) * FORBIDDEN
        total = cast(Tensor, ChainPartition.apply(emissions, moves, mask))
        gold = emissions.gather(2, tags[:, :, None]).squeeze(2)
        walked = moves[tags[:, :-1], tags[:, 1:]]
        return total.sum() - (gold * mask).sum() - (walked * mask[:, 1:]).sum()


class ChainPartition(torch.autograd.Function):
    """Log-partition of linear chains, with its gradient by forward-backward.

    Autograd through hundreds of tiny steps costs as much as a transformer layer; the
    gradient is known in closed form (the marginals), so it is computed once here.
    """

    @staticmethod
    def forward(ctx: Any, emissions: Tensor, moves: Tensor, mask: Tensor) -> Tensor:
        """*Shape:* emissions (batch, words, tags); moves (tags, tags); mask (batch, words),
        rows full from the left. Returns (batch,)."""
        top = emissions.amax(2, keepdim=True)
        local = (emissions - top).exp().transpose(0, 1).contiguous()
        step = moves.exp()
        length = local.shape[0]
        live = mask.t().unsqueeze(2) > 0
        alphas = torch.empty_like(local)
        scales = torch.ones(length, local.shape[1], 1, device=local.device)
        alpha = local[0]
        for t in range(length):
            if t:
                alpha = torch.where(live[t], (alpha @ step) * local[t], alpha)
            scales[t] = alpha.sum(1, keepdim=True)
            alpha = alpha / scales[t]
            alphas[t] = alpha
        betas = torch.empty_like(local)
        beta = torch.ones_like(alpha)
        for t in range(length - 1, -1, -1):
            betas[t] = beta
            if t:
                back = (beta * local[t]) @ step.t() / scales[t]
                beta = torch.where(live[t], back, beta)
        marginals = alphas * betas
        marginals = marginals / marginals.sum(2, keepdim=True)
        onward = torch.where(live[1:], betas[1:] * local[1:] / scales[1:], 0.0)
        pairs = torch.einsum("tbi,tbj->ij", alphas[:-1], onward) * step
        ctx.save_for_backward(marginals.transpose(0, 1) * mask.unsqueeze(2), pairs)
        return (scales.log().squeeze(2).t() + top.squeeze(2) * mask).sum(1)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, Tensor, None]:
        """The loss sums over the chains, so each has the same outer gradient."""
        marginals, pairs = ctx.saved_tensors
        outer = gradients[0]
        return marginals * outer[:, None, None], pairs * outer[0], None


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, shape: EncoderShape | None = None, dropout: float = 0.1) -> None:
        super().__init__()
        shape = shape or EncoderShape()
        self.encoder = Encoder(shape, dropout)
        self.dropout = nn.Dropout(dropout)
        self.roles = nn.Linear(shape.width, len(bio(ROLES)))
        self.entities = nn.Linear(shape.width, len(bio(ENTITY_LABELS)))
        self.sentences = nn.Linear(shape.width, 1)
        self.role_crf = Crf(len(bio(ROLES)))
        self.entity_crf = Crf(len(bio(ENTITY_LABELS)))
        self.pointer_hidden = nn.Linear(shape.width, shape.width)
        # For each slot a projection of a span's first word and one of its last.
        self.pointers = nn.Linear(shape.width, 2 * len(SLOTS) * POINTER_WIDTH)
        self.cue_of_content = PointerBias()
        self.source_of_cue = PointerBias()

    def forward(
        self, ids: Tensor, shapes: Tensor, states: Tensor, mask: Tensor, first_piece: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores and vectors of each word.

        *Shape:* ids, shapes, states, mask (batch, pieces); first_piece (batch, words).
        Returns role scores (batch, words, 7), entity scores (batch, words, 19), logits
        of "a sentence starts" (batch, words), pointer vectors
        (batch, words, slots × {first, last} × `POINTER_WIDTH`).
        """
        return self.read(self.encoder(ids, shapes, states, mask), first_piece)

    def read(self, x: Tensor, first_piece: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """What the heads make of the encoder's vectors; returns as `forward`.

        *Shape:* x (batch, pieces, width); first_piece (batch, words).
        """
        x = x.gather(1, first_piece[:, :, None].expand(-1, -1, x.shape[2]))
        x = self.dropout(x)
        return (
            self.roles(x),
            self.entities(x),
            self.sentences(x).squeeze(-1),
            self.pointers(self.dropout(F.gelu(self.pointer_hidden(x)))),
        )


class PointerBias(nn.Module):
    """What a pointer knows besides its vectors: distance, rank, and "to nothing"."""

    def __init__(self) -> None:
        super().__init__()
        self.distance = nn.Parameter(torch.zeros(DISTANCES))
        self.rank = nn.Parameter(torch.zeros(RANKS))
        self.none_vector = nn.Parameter(torch.zeros(POINTER_WIDTH))
        self.none_bias = nn.Parameter(torch.zeros(()))

    def forward(self, queries: Tensor, keys: Tensor, distance: Tensor, rank: Tensor) -> Tensor:
        """Scores of each query's candidates; the last column is "none".

        *Shape:* queries (spans, 64); keys (spans, candidates, 64); distance and rank
        (spans, candidates), bucket indexes. Returns (spans, candidates + 1).
        """
        scale = POINTER_WIDTH**-0.5
        scores = (queries[:, None, :] * keys).sum(-1) * scale
        scores = scores + self.distance[distance] + self.rank[rank]
        none = queries @ self.none_vector * scale + self.none_bias
        return torch.cat([scores, none[:, None]], dim=1)
