"""A network made thinner: what matters least is cut out, what is left learns to say the same."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.training.corpora import LabelledArticle

if TYPE_CHECKING:
    from pipeline.training.examples import Example
    from pipeline.training.network import Network
    from pipeline.training.thinning import Thinning

torch = pytest.importorskip("torch", reason="training needs PyTorch (make train installs it)")

TEXT = "The ferry leaks, Marit Osei said in Tolland. “We sail on Monday,” she told the council."


@pytest.fixture
def network() -> Network:
    from pipeline.training.network import Network

    torch.manual_seed(0)
    return Network(dropout=0.0).eval()


@pytest.fixture
def examples() -> list[Example]:
    from pipeline.training.train import encode_articles

    return encode_articles([LabelledArticle(str(n), f"{n} ships. {TEXT}") for n in range(4)])


def plan(heads: int, inner: int, epochs: int = 1) -> Thinning:
    from pipeline.training.thinning import Thinning

    return Thinning((heads,) * 6, (inner,) * 6, epochs=epochs)


def test_what_does_nothing_is_cut_out_and_nothing_changes(
    network: Network, examples: list[Example]
) -> None:
    from pipeline.training.examples import collate, cut_examples
    from pipeline.training.thinning import cut_out, differences, uses

    idle_heads, idle_words = [2, 3, 11], slice(100, 612)
    with torch.no_grad():
        for layer in network.encoder.layers:
            for head in idle_heads:
                layer.out.weight[:, head * 32 : (head + 1) * 32] = 0.0  # type: ignore[index, union-attr]
            layer.down.weight[:, idle_words] = 0.0  # type: ignore[index, union-attr]
    used = uses(network, examples, seed=1)
    assert all((use.heads[idle_heads] == 0).all() for use in used)
    assert all((use.heads > 0).sum() == 9 and (use.inner > 0).sum() == 1024 for use in used)
    thin = cut_out(network, used, plan(9, 1024))
    batch = collate(cut_examples(examples, random.Random(1), 0.0))
    apart = differences(network, thin, batch)
    same = differences(network, network, batch)
    for name, value in apart.items():
        assert value.item() == pytest.approx(same[name].item(), abs=1e-5), name


def test_the_mean_of_what_is_cut_out_stays(network: Network, examples: list[Example]) -> None:
    from pipeline.training.thinning import cut_out, uses

    used = [
        replace(use, inner=torch.cat([torch.zeros(512), torch.ones(1024)]))
        for use in uses(network, examples, seed=1)
    ]
    old, new = (
        made.encoder.layers[0].down  # type: ignore[union-attr]
        for made in (network, cut_out(network, used, plan(12, 1024)))
    )
    lost = old.weight[:, :512] @ used[0].activations[:512]
    torch.testing.assert_close(new.bias, old.bias + lost)


def test_it_is_taught_to_say_the_same_and_goes_on_where_it_stopped(
    network: Network, examples: list[Example], tmp_path: Path
) -> None:
    from pipeline.training.examples import collate, cut_examples
    from pipeline.training.thinning import cut_out, differences, teach, uses

    def taught(folder: Path, epochs: int) -> float:
        thin = cut_out(network, uses(network, examples, seed=1), plan(3, 256))
        before.append(apart(thin))
        lessons = replace(plan(3, 256, epochs), rate=1e-3, batch_pieces=60)
        return apart(teach(network, thin, lessons, folder, examples=examples, say=print))

    def apart(thin: Network) -> float:
        batch = collate(cut_examples(examples, random.Random(1), 0.0))
        return sum(value.item() for value in differences(network, thin, batch).values())

    before: list[float] = []
    whole = taught(tmp_path / "a", 6)
    assert whole < 0.7 * before[0]
    assert (tmp_path / "a" / "checkpoint.pt").exists()
    assert taught(tmp_path / "a", 6) == pytest.approx(whole)


def test_a_thin_network_is_exported(
    network: Network, examples: list[Example], tmp_path: Path
) -> None:
    from pipeline.training.export import export_network
    from pipeline.training.make import assemble
    from pipeline.training.thinning import cut_out, uses
    from pipeline.training.train import minilm_folder

    thin = cut_out(network, uses(network, examples, seed=1), plan(3, 256))
    export_network(
        thin,
        tmp_path,
        minilm_folder() / "tokenizer.json",
        read=[example.sequence for example in examples],
    )
    encoder = assemble(tmp_path).get_pipe("whosaid_encoder")
    scores = encoder.scores(examples[0].sequence)  # type: ignore[attr-defined]
    assert scores.roles.shape == (len(examples[0].sequence.first_piece), 7)


def test_the_recipe_says_how_thin(tmp_path: Path) -> None:
    from pipeline.training.commands import DEFAULT_RECIPE
    from pipeline.training.train import Recipe

    last = Recipe.from_file(DEFAULT_RECIPE)
    while last.student:
        last = last.student
    assert last.thinned
    assert len(last.thinned.attention_heads) == len(last.thinned.inner) == 6
    odd = tmp_path / "odd.json"
    odd.write_text('{"thinned": {"layers": 5}}', "utf-8")
    with pytest.raises(ValueError, match="does not know: layers"):
        Recipe.from_file(odd)
