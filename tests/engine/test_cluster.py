"""The same functions on a Ray cluster: the same bytes, also when a machine is lost."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.engine.cluster import RayEngine
from pipeline.errors import WhosaidError
from tests.engine.test_faults import ROOT, wait_for
from tests.engine.test_lost_workers import analysis_problems
from tests.engine.test_same_bytes import annotations_noted
from tests.running import output_bytes, run, write_corpus


def has_ray() -> bool:
    try:
        import ray  # noqa: F401
    except ModuleNotFoundError:
        return False
    return True


needs_ray = pytest.mark.skipif(
    not has_ray(), reason="Ray is not installed: pip install -e '.[ray]'"
)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A cluster of two nodes on this machine, each of one core; the first test loses one."""
    from ray.cluster_utils import Cluster

    memory = 80 * 1024 * 1024
    head = {"num_cpus": 1, "object_store_memory": memory, "include_dashboard": False}
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PYTHONPATH", str(ROOT))
        environment.setenv("FAKE_ANNOTATOR_SECONDS", "0.5")
        environment.setenv("RAY_USAGE_STATS_ENABLED", "0")
        cluster = Cluster(initialize_head=True, head_node_args=head)
        try:
            cluster.add_node(num_cpus=1, object_store_memory=memory)
        except Exception as error:
            cluster.shutdown()
            if "timed out" not in str(error):
                raise
            pytest.skip("this machine is too busy: a node of the cluster did not start in time")
        yield cluster
        cluster.shutdown()


@needs_ray
def test_a_node_that_is_lost_in_the_middle_changes_nothing(tmp_path: Path, cluster: Any) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 12), tmp_path / "outputs"
    lost = threading.Event()

    def lose_a_node() -> None:
        wait_for(lambda: annotations_noted(outputs) >= 2)
        (worker,) = cluster.worker_nodes
        cluster.remove_node(worker, allow_graceful=False)
        lost.set()

    killer = threading.Thread(target=lose_a_node)
    killer.start()
    engine = RayEngine(cluster.address, 0, outputs / "store" / "scratch")
    with engine:
        assert engine.workers == 2
    summary = run(corpus, outputs, engine=engine, articles_in_batch=1)
    killer.join()
    assert lost.is_set()
    assert summary.annotated == 12
    run(corpus, tmp_path / "undisturbed")
    assert output_bytes(outputs) == output_bytes(tmp_path / "undisturbed")


@needs_ray
def test_the_article_that_kills_is_set_aside_on_a_cluster_too(tmp_path: Path, cluster: Any) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 3), tmp_path / "outputs"
    (corpus / "02a.txt").write_text("A deadly evening\n\nNobody at all survived the deadly word.\n")
    (corpus / "02b.txt").write_text("An endless evening\n\nNobody got over the endless word yet.\n")
    marks = outputs / "store" / "scratch"
    run(corpus, outputs, engine=RayEngine(cluster.address, 0, marks, article_timeout=20))
    deadly, endless = analysis_problems(outputs)
    assert (deadly["source"], endless["source"]) == ("02a.txt", "02b.txt")
    assert deadly["problem"].startswith("The process that was analysing this was killed twice")
    assert endless["problem"].startswith("Analysing this took longer")
    assert not list(marks.glob("*.mark"))


def test_without_ray_the_option_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with (
        pytest.raises(WhosaidError, match=r"pip install -e '\.\[ray\]' in whosaid's folder"),
        RayEngine("", 0, tmp_path),
    ):
        pass
