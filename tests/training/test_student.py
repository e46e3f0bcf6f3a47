"""The student learns what the teacher filled in, and guesses the words that are hidden from it."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import spacy

from pipeline.errors import WhosaidError
from pipeline.records import Quotation
from pipeline.training.corpora import LabelledArticle
from pipeline.training.filling import fill_in

TEXT = "The ferry leaks, Marit Osei said in Tolland."
CONTENT, CUE, SOURCE = (0, 15), (28, 32), (17, 27)


def teacher(text: str) -> Any:
    doc = spacy.blank("en")(text)
    doc.ents = [
        doc.char_span(*SOURCE, label="PERSON"),
        doc.char_span(36, 43, label="GPE"),
    ]
    statement = Quotation(content=(CONTENT,), cue=(CUE,), source=(SOURCE,))
    inner = Quotation(content=((4, 15),), nested_in=0)
    return SimpleNamespace(ents=doc.ents, _=SimpleNamespace(quotations=(statement, inner)))


def test_what_is_lacking_is_filled_in_and_told() -> None:
    ferry, port = LabelledArticle("a", TEXT, attributions=()), LabelledArticle("b", TEXT)
    first, second = fill_in([ferry, port], teacher)  # type: ignore[arg-type]
    assert first.attributions == () and first.filled == {"entities"}
    assert first.entities == ((*SOURCE, "PERSON"), (36, 43, "LOC"))
    assert second.filled == {"attributions", "entities"}
    (only,) = second.attributions or ()
    assert (only.source, only.cue, only.content) == ((SOURCE,), (CUE,), (CONTENT,))


def test_what_people_labelled_stays() -> None:
    article = LabelledArticle("a", TEXT, attributions=(), entities=())
    assert list(fill_in([article], teacher)) == [article]  # type: ignore[arg-type]


def test_labels_that_were_filled_in_weigh_less() -> None:
    pytest.importorskip("torch", reason="training needs PyTorch (make train installs it)")
    from pipeline.training.examples import collate, cut_examples
    from pipeline.training.network import Network
    from pipeline.training.train import Recipe, encode_articles, losses

    (filled,) = fill_in([LabelledArticle("b", TEXT)], teacher)  # type: ignore[arg-type]
    network = Network(dropout=0.0)
    recipe = Recipe(filled_weight=0.25)
    found = []
    for article in (filled, replace(filled, filled=frozenset())):
        cuts = cut_examples(encode_articles([article]), random.Random(1), 0.0)
        loss = losses(network, collate(cuts), recipe)
        found.append((loss["roles"].item(), loss["entities"].item()))
    (roles, entities), (given_roles, given_entities) = found
    assert roles == pytest.approx(0.25 * given_roles)
    assert entities == pytest.approx(0.25 * given_entities)


def test_hidden_words_are_guessed() -> None:
    torch = pytest.importorskip("torch", reason="training needs PyTorch (make train installs it)")
    from pipeline.training.masking import MASK, Masking
    from pipeline.training.network import Encoder, EncoderShape

    torch.manual_seed(0)
    masking = Masking(0.5)
    ids = torch.randint(1000, 30_000, (4, 50))
    ids[:, 0] = 101
    mask = torch.ones_like(ids)
    mask[0, 40:] = 0
    seen, hidden = masking.hide(ids, mask)
    assert (seen[hidden] == MASK).all() and (seen[~hidden] == ids[~hidden]).all()
    assert not hidden[:, 0].any() and not hidden[0, 40:].any()
    assert 0.3 < hidden.float().mean() < 0.7
    encoder = Encoder(EncoderShape(layers=1), dropout=0.0)
    zeros = torch.zeros_like(ids)
    loss = masking.loss(encoder, encoder(seen, zeros, zeros, mask.float()), ids, hidden)
    loss.backward()
    assert loss.item() > 0
    assert encoder.layers[0].qkv.weight.grad.abs().sum() > 0


def test_a_recipe_names_its_student(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="training needs PyTorch (make train installs it)")
    from pipeline.training.commands import DEFAULT_RECIPE
    from pipeline.training.train import Recipe

    first = Recipe.from_file(DEFAULT_RECIPE).student
    assert first and first.masked and first.filled_weight
    assert first.student and first.student.short_share > first.short_share
    assert first.student.student is None
    odd = tmp_path / "odd.json"
    odd.write_text(json.dumps({"student": {"epoch": 1}}), "utf-8")
    with pytest.raises(WhosaidError, match="does not know: epoch"):
        Recipe.from_file(odd)


def test_what_is_kept_lies_between_teacher_and_student() -> None:
    torch = pytest.importorskip("torch", reason="training needs PyTorch (make train installs it)")
    from pipeline.training.network import Network
    from pipeline.training.train import between

    teacher, student = Network(), Network()
    kept = between(teacher, student, 0.25)
    wanted = 0.75 * teacher.roles.weight + 0.25 * student.roles.weight
    torch.testing.assert_close(kept.roles.weight, wanted)
    assert not kept.training


def test_a_student_may_have_a_student(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch = pytest.importorskip("torch", reason="training needs PyTorch (make train installs it)")
    from pipeline.training import make
    from pipeline.training.network import Network

    recipe = tmp_path / "recipe.json"
    last = {"seed": 3, "kept": 0.5}
    first = {"seed": 2, "kept": 1.0, "student": last}
    recipe.write_text(json.dumps({"seed": 1, "student": first}), "utf-8")

    def network_of(seed: int) -> Network:
        network = Network()
        torch.nn.init.constant_(network.roles.bias, float(seed))
        return network

    starts: list[Any] = []

    def train(plan: Any, run: Path, *, start: Any = None, **named: Any) -> Network:
        starts.append((plan.seed, run.relative_to(tmp_path).parts, start and mean(start)))
        return network_of(plan.seed)

    def mean(network: Network) -> float:
        return network.roles.bias.detach().mean().item()

    shipped: list[float] = []
    monkeypatch.setattr(make, "train", train)
    monkeypatch.setattr(make, "read_articles", list)
    monkeypatch.setattr(make, "settle_pointers", lambda *given, **named: None)
    monkeypatch.setattr(make, "calibrated", lambda *given: (None, None, None))
    monkeypatch.setattr(
        make, "ship", lambda network, *given, **named: shipped.append(mean(network))
    )
    make.make_model(recipe, tmp_path / "run", tmp_path / "model", say=lambda line: None)
    assert starts == [
        (1, ("run",), None),
        (2, ("run", "student"), 1.0),
        (3, ("run", "student", "student"), 2.0),
    ]
    assert shipped == [2.5]
