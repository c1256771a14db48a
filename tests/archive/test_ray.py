"""The Ray engine: the same parts, on a cluster of two nodes too, whatever is killed."""

import importlib.util
import os
import signal
import time

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
