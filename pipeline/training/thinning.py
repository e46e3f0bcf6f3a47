"""A finished network made thinner: the attention heads and inner words that matter least are
cut out, and what is left is taught to say what the whole network says.

What matters is told by the Fisher information of a switch at each of them: how much the
likelihood of the network's own words would change with it (Kwon et al. 2022, "A fast
post-training pruning framework for transformers"). The thin network learns the vectors of
each layer and the scores of each head from the whole one (Jiao et al. 2020, "TinyBERT"), on
windows of the training articles in which words are hidden from both, so that it is not what
was learnt by heart that is handed on.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from pipeline.training.devices import best_device, moved, multiplies_bfloat16, refuse_another, save
from pipeline.training.examples import Batch, Example, batches, collate, cut_examples
from pipeline.training.masking import hidden_pieces
from pipeline.training.network import EncoderShape, Layer, Network

LOOKED_AT = 120
"""Articles by which it is told what matters."""


@dataclass(frozen=True, slots=True)
class Thinning:
    """How a network is made thinner."""

    attention_heads: tuple[int, ...] = (10, 12, 12, 9, 9, 2)
    """That stay, of each layer."""
    inner: tuple[int, ...] = (1536, 1472, 1472, 1472, 1472, 1216)
    """Inner words that stay, of each layer."""
    seed: int = 4
    epochs: int = 2
    rate: float = 3e-4
    batch_pieces: int = 3072
    short_share: float = 0.15
    shape_dropout: float = 0.04
    masked: float = 0.15
    """Share of the word pieces that are hidden, in every other batch."""

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> Thinning:
        """Read from JSON, which has lists for tuples."""
        given: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in settings.items()
        }
        return cls(**given)


@dataclass(frozen=True, slots=True)
class LayerUse:
    """What a layer's heads and inner words are good for."""

    heads: Tensor
    """Fisher information. *Shape:* (heads,)"""
    inner: Tensor
    """*Shape:* (inner words,)"""
    attended: Tensor
    """Mean of what the heads give. *Shape:* (heads × head width,)"""
    activations: Tensor
    """Mean of the inner words. *Shape:* (inner words,)"""


def uses(network: Network, examples: Sequence[Example], seed: int) -> list[LayerUse]:
    """What the heads and inner words of each layer are good for, on some of the articles."""
    torch.manual_seed(seed)
    chosen = random.Random(seed).sample(examples, min(LOOKED_AT, len(examples)))
    switches: list[Tensor] = []
    sums: list[Tensor] = []
    hooks = []
    for layer in _layers(network):
        for matrix, units in ((layer.out, layer.heads), (layer.down, layer.down.in_features)):
            switch = torch.ones(units, requires_grad=True)
            total = torch.zeros(matrix.in_features)
            switches.append(switch)
            sums.append(total)
            hooks.append(matrix.register_forward_pre_hook(_switched(switch, total)))
    information = [torch.zeros_like(switch) for switch in switches]
    seen = 0
    rng = random.Random(seed)
    for cut in batches(cut_examples(chosen, rng, 0.15), rng, 600):
        batch = collate(cut)
        found = torch.autograd.grad(_own_words(network, batch), switches)
        for total, gradient in zip(information, found, strict=True):
            total += gradient**2
        seen += batch.mask.numel()
    for hook in hooks:
        hook.remove()
    return [
        LayerUse(*information[at : at + 2], *(total / seen for total in sums[at : at + 2]))
        for at in range(0, len(switches), 2)
    ]


def _switched(switch: Tensor, total: Tensor) -> Any:
    def look(_: nn.Module, inputs: tuple[Tensor, ...]) -> tuple[Tensor]:
        (x,) = inputs
        total.add_(x.detach().sum((0, 1)))
        return (x * switch.repeat_interleave(x.shape[-1] // len(switch)),)

    return look


def _own_words(network: Network, batch: Batch) -> Tensor:
    """Negative log-likelihood of tags drawn from what the network thinks of a batch."""
    roles, entities, sentences, pointers = network(
        batch.ids, batch.shapes, batch.states, batch.mask.float(), batch.first_piece
    )
    live = batch.words > 0
    loss = torch.zeros(())
    for scores in (roles[live], entities[live]):
        drawn = torch.distributions.Categorical(logits=scores.detach()).sample()
        loss = loss + F.cross_entropy(scores, drawn, reduction="sum")
    starts = torch.bernoulli(sentences[live].detach().sigmoid())
    loss = loss + 0.3 * F.binary_cross_entropy_with_logits(sentences[live], starts, reduction="sum")
    # Vectors have no likelihood: they are taken as the means of normal distributions.
    return loss + 0.1 * (pointers[live] * torch.randn_like(pointers[live])).sum()


@torch.no_grad()
def cut_out(network: Network, used: Sequence[LayerUse], plan: Thinning) -> Network:
    """A network without the heads and inner words that matter least. What those gave on
    average stays, as a bias."""
    shape = replace(EncoderShape(), attention_heads=plan.attention_heads, inner=plan.inner)
    thin = Network(shape, dropout=0.0)
    weights = network.state_dict()
    for at, (layer, use) in enumerate(zip(_layers(network), used, strict=True)):
        stem = f"encoder.layers.{at}."
        heads = _most(use.heads, plan.attention_heads[at])
        width = layer.out.in_features // layer.heads
        kept = (heads[:, None] * width + torch.arange(width)).flatten()
        rows = torch.cat([part * layer.out.in_features + kept for part in range(3)])
        weights[stem + "qkv.weight"] = layer.qkv.weight[rows]
        weights[stem + "qkv.bias"] = layer.qkv.bias[rows]
        words = _most(use.inner, plan.inner[at])
        weights[stem + "up.weight"] = layer.up.weight[words]
        weights[stem + "up.bias"] = layer.up.bias[words]
        for name, matrix, stays, mean in (
            ("out", layer.out, kept, use.attended),
            ("down", layer.down, words, use.activations),
        ):
            lost = mean.clone()
            lost[stays] = 0.0
            weights[f"{stem}{name}.weight"] = matrix.weight[:, stays]
            weights[f"{stem}{name}.bias"] = matrix.bias + matrix.weight @ lost
    thin.load_state_dict(weights)
    return thin.eval()


def _most(information: Tensor, count: int) -> Tensor:
    return information.topk(count).indices.sort().values


def teach(
    whole: Network,
    thin: Network,
    plan: Thinning,
    folder: Path,
    *,
    examples: list[Example],
    after_epoch: Callable[[int, Network], None] | None = None,
    say: Callable[[str], None] = print,
) -> Network:
    """Teach the encoder of a thin network, or go on from `folder/checkpoint.pt`; the heads
    stay as they are.

    Raises: ValueError, for a checkpoint of another plan.
    """
    device = best_device()
    fast = multiplies_bfloat16(device)
    folder.mkdir(parents=True, exist_ok=True)
    whole, thin = whole.to(device).eval(), thin.to(device).eval()
    thin.requires_grad_(False)
    thin.encoder.layers.requires_grad_(True)
    learning = list(thin.encoder.layers.parameters())
    optimizer = torch.optim.AdamW(learning, lr=plan.rate, betas=(0.9, 0.98), weight_decay=0.0)
    checkpoint = folder / "checkpoint.pt"
    epoch = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        refuse_another(state, plan, checkpoint)
        thin.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        epoch = state["epoch"]
    while epoch < plan.epochs:
        rng = random.Random(f"{plan.seed}:{epoch}")
        torch.manual_seed(plan.seed * 1000 + epoch)
        began = time.time()
        sums: dict[str, float] = {}
        cuts = list(batches(cut_examples(examples, rng, plan.short_share), rng, plan.batch_pieces))
        for number, cut in enumerate(cuts):
            done = (epoch + number / len(cuts)) / plan.epochs
            for group in optimizer.param_groups:
                group["lr"] = plan.rate * min(1.0, done * plan.epochs * 10) * (1.0 - done)
            batch = moved(collate(cut, rng, plan.shape_dropout), device)
            ids = hidden_pieces(batch.ids, batch.mask, plan.masked)[0] if number % 2 else batch.ids
            with torch.autocast(device.type, torch.bfloat16, enabled=fast):
                parts = differences(whole, thin, replace(batch, ids=ids))
            torch.stack(list(parts.values())).sum().backward()
            nn.utils.clip_grad_norm_(learning, 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            for name, value in parts.items():
                sums[name] = sums.get(name, 0.0) + value.item()
            if number % 20 == 19:
                shown = " ".join(f"{name} {value / 20:.4f}" for name, value in sums.items())
                say(f"epoch {epoch + 1} step {number + 1} {time.time() - began:.0f}s {shown}")
                sums = {}
        epoch += 1
        state = {
            "recipe": asdict(plan),
            "network": thin.state_dict(),
            "optimizer": optimizer.state_dict(),
            "epoch": epoch,
        }
        save(state, checkpoint)
        if after_epoch:
            after_epoch(epoch, thin)
    return thin.cpu()


def differences(whole: Network, thin: Network, batch: Batch) -> dict[str, Tensor]:
    """How far a thin network is from the whole one on a batch: vectors by their squared
    difference over their square, tags by relative entropy a word."""
    mask = batch.mask.float()
    inputs = (batch.ids, batch.shapes, batch.states, mask)
    with torch.no_grad():
        wanted = whole.encoder.each_layer(*inputs)
        wanted_heads = whole.read(wanted[-1], batch.first_piece)
    got = thin.encoder.each_layer(*inputs)
    heads = thin.read(got[-1], batch.first_piece)
    vectors = [_apart(*pair) for pair in _pairs(got, wanted, batch.mask > 0)]
    roles, entities, sentences, pointers = _pairs(heads, wanted_heads, batch.words > 0)
    return {
        "vectors": torch.stack(vectors).mean(),
        "roles": 6.0 * _entropy(*roles),
        "entities": 4.0 * _entropy(*entities),
        "sentences": 0.1 * F.binary_cross_entropy_with_logits(sentences[0], sentences[1].sigmoid()),
        "pointers": _apart(*pointers),
    }


def _pairs(
    mine: Sequence[Tensor], theirs: Sequence[Tensor], live: Tensor
) -> Iterator[tuple[Tensor, Tensor]]:
    """The same of both networks, without the padding."""
    for one, other in zip(mine, theirs, strict=True):
        yield one[live].float(), other[live].float()


def _apart(mine: Tensor, theirs: Tensor) -> Tensor:
    return ((mine - theirs) ** 2).mean() / (theirs**2).mean()


def _entropy(mine: Tensor, theirs: Tensor) -> Tensor:
    return F.kl_div(
        mine.log_softmax(-1), theirs.log_softmax(-1), log_target=True, reduction="batchmean"
    )


def _layers(network: Network) -> list[Layer]:
    return [layer for layer in network.encoder.layers if isinstance(layer, Layer)]
