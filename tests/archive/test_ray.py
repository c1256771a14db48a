"""The Ray engine: the same parts, on a cluster of two nodes too, whatever is killed."""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from tests.archive.building import pages, warc
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


def ray(*arguments, **environment):
    command = [str(Path(sys.executable).with_name("ray")), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})


@pytest.fixture
def cluster():
    """Two nodes on loopback; yields the address and the process of the second node's raylet."""
    short = tempfile.mkdtemp(prefix="ray-")  # Unix sockets take 107 characters
    port = 20_000 + os.getpid() % 20_000
    environment = {"RAY_AUTH_MODE": "disabled", "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "1"}
    head = ray(
        "start", "--head", f"--port={port}", "--num-cpus=1", "--include-dashboard=false", f"--temp-dir={short}", **environment
    )
    if head.returncode:
        pytest.skip(f"no Ray head node can be started here: {head.stderr[-300:]}")
    before = raylets()
    second = ray("start", f"--address=127.0.0.1:{port}", "--num-cpus=1", **environment)
    assert second.returncode == 0, second.stderr
    [node] = raylets() - before
    yield f"127.0.0.1:{port}", node, environment
    for pid in raylets_of(str(port)):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    shutil.rmtree(short, ignore_errors=True)


def raylets() -> set[int]:
    return {pid for pid, command in commands() if "raylet/raylet" in command}


def raylets_of(port: str) -> list[int]:
    """Everything that belongs to the cluster at this port."""
    return [
        pid
        for pid, command in commands()
        if f":{port}" in command or f"--gcs_server_port={port}" in command or f"port={port}" in command
    ]


def commands():
    for place in Path("/proc").glob("[0-9]*"):
        try:
            yield int(place.name), (place / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue


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
