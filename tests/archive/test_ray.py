"""The Ray engine: the same parts, on a cluster of two nodes too, whatever is killed."""

import importlib.util
import os
import signal
import time
from datetime import date

import pytest

from tests.archive.building import pages, warc
from tests.archive.ray_cluster import two_nodes
from tests.archive.rows import rows
from tests.archive.running import DEADLY_IN_RAY, finish, run, start

pytestmark = pytest.mark.skipif(not importlib.util.find_spec("ray"), reason="needs the extra [ray]")


@pytest.fixture(scope="module")
def crawl(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ray") / "crawl"
    folder.mkdir()
    for n in range(6):
        warc(folder / f"{n}.warc.gz", pages(25, first=25 * n))
    return folder


@pytest.fixture(scope="module")
def undisturbed(crawl):
    assert run(crawl, "--into", crawl.parent / "undisturbed", "--workers", "2")[0] == 0
    return rows(crawl.parent / "undisturbed")


@pytest.fixture
def cluster():
    """Two nodes on loopback: the address, the process of the second node's raylet, the environment of clients."""
    with two_nodes() as found:
        yield found


def test_same_rows_as_the_local_pool(crawl, tmp_path, undisturbed):
    code, out, err = run(crawl, "--into", tmp_path / "a", "--engine", "ray", "--workers", "2")
    assert code == 0, out + err
    assert rows(tmp_path / "a") == undisturbed


def test_pages_are_counted_while_a_shard_is_worked_on(tmp_path):
    from auditor.archive.engines.ray import RayEngine
    from auditor.archive.run import Wish, run_archive
    from auditor.archive.stores import open_store
    from auditor.policy import load_policy

    warc(tmp_path / "a.warc.gz", pages(1_500))
    seen = []
    wish = Wish(
        sources=(str(tmp_path / "a.warc.gz"),),
        into=open_store(tmp_path / "a"),
        policy=load_policy("default"),
        today=date(2026, 1, 1),
    )
    run_archive(
        wish, RayEngine(None, workers=1, is_shared=False), lambda p: seen.append((p.counts_now.documents, p.pulse.shards))
    )
    assert any(0 < count < 1_500 and len(shards) == 1 for count, shards in seen)
    assert seen[-1] == (1_500, [])


def test_poison_costs_itself_and_is_named(crawl, tmp_path, undisturbed):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(DEADLY_IN_RAY)
    poison = warc(tmp_path / "poison.warc.gz", pages(1, first=999))
    code, out, _ = run(
        crawl, poison, "--into", tmp_path / "a", "--engine", "ray", "--workers", "2", PYTHONPATH=str(tmp_path / "site")
    )
    assert code == 3
    assert "poison.warc.gz: its worker died 3 times" in out
    assert rows(tmp_path / "a") == undisturbed


def test_two_nodes_and_one_of_them_killed(crawl, tmp_path, cluster, undisturbed):
    address, node, environment = cluster
    refused = run(crawl, "--into", tmp_path / "a", "--engine", "ray", "--address", address, **environment)
    assert refused[0] == 2
    assert "the cluster has 2 nodes" in refused[2]
    process = start(crawl, "--into", tmp_path / "a", "--engine", "ray", "--address", address, "--shared", **environment)
    until = time.monotonic() + 60
    while not list((tmp_path / "a").glob("*/.writing-*")) and process.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    os.kill(node, signal.SIGKILL)
    code, out, err = finish(process)
    assert code == 0, out + err
    assert rows(tmp_path / "a") == undisturbed
