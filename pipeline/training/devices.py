"""What training runs on, a graphics processor where there is one, and its checkpoints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import torch

from pipeline.training.examples import Batch, PointerBatch


def best_device() -> torch.device:
    """A graphics processor, or the cores."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def multiplies_bfloat16(device: torch.device) -> bool:
    """Whether a device multiplies numbers of 16 bits faster than those of 32."""
    if device.type == "cuda":
        return torch.cuda.is_bf16_supported()
    flags = Path("/proc/cpuinfo")
    return flags.exists() and "bf16" in flags.read_text(encoding="utf-8")


def moved(batch: Batch, device: torch.device) -> Batch:
    """A batch on a device."""
    if device.type == "cpu":
        return batch
    there: dict[str, Any] = {}
    for field in fields(Batch):
        value = getattr(batch, field.name)
        there[field.name] = (
            PointerBatch(*(getattr(value, f.name).to(device) for f in fields(PointerBatch)))
            if isinstance(value, PointerBatch)
            else value.to(device)
        )
    return Batch(**there)


def save(state: dict[str, Any], checkpoint: Path) -> None:
    """Write a checkpoint in one move."""
    torch.save(state, checkpoint.with_suffix(".new"))
    checkpoint.with_suffix(".new").replace(checkpoint)


def refuse_another(state: Mapping[str, Any], recipe: Any, checkpoint: Path) -> None:
    """Raises: ValueError, if a checkpoint is of another recipe (a dataclass)."""
    if state["recipe"] != asdict(recipe):
        raise ValueError(f"{checkpoint} is of another recipe: name another folder or delete it.")
