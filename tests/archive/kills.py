"""Kill -9 of a worker, a run, a Ray node at random moments: how often the rows equal those of an undisturbed run."""

import os
import random
import shutil
import signal
import tempfile
import time
from pathlib import Path

from tests.archive import running
from tests.archive.crawls import build, invented
from tests.archive.rows import rows

TRIES = 20


def kills(folder: Path, count: int) -> dict[str, float]:
    """Kill -9 of a worker, and of the run itself, at 20 random moments each: how often the rows equal the undisturbed run's."""
    return {f"{name}: runs of {TRIES} with the same rows": victim_runs(folder, name) for name in ("worker", "run")}


def ray_kills(folder: Path, count: int) -> dict[str, float]:
    """Kill -9 of one of two Ray nodes at 20 random moments."""
    return {f"Ray node: runs of {TRIES} with the same rows": victim_runs(folder, "node")}


def victim_runs(folder: Path, victim: str) -> int:
    moments, good = random.Random(f"kill {victim}"), 0
    place = Path(tempfile.mkdtemp(dir=folder))
    crawl = [*build(place, 240, 6, found=invented())]
    begin = time.monotonic()
    assert running.run(*crawl, "--into", place / "undisturbed", "--workers", "2")[0] == 0
    seconds, expected = time.monotonic() - begin, rows(place / "undisturbed")
    for number in range(TRIES):
        into = place / f"{victim}-{number}"
        KILLS[victim](crawl, into, moments.uniform(0.2, seconds))
        good += rows(into) == expected
        print(f"  {victim} {number + 1}: {good} good", flush=True)
    shutil.rmtree(place)
    return good


def kill_worker(crawl, into, moment):
    process = running.start(*crawl, "--into", into, "--workers", "2")
    time.sleep(moment)
    running.kill_a_worker(process, patience=5)
    assert running.finish(process)[0] == 0


def kill_run(crawl, into, moment):
    process = running.start(*crawl, "--into", into, "--workers", "2")
    time.sleep(moment)
    process.kill()
    process.communicate()
    assert running.run(*crawl, "--into", into, "--workers", "2")[0] == 0


def kill_node(crawl, into, moment):
    from tests.archive.ray_cluster import two_nodes

    with two_nodes() as (address, node, environment):
        process = running.start(*crawl, "--into", into, "--engine", "ray", "--address", address, "--shared", **environment)
        time.sleep(2 + moment)  # connecting takes its time
        os.kill(node, signal.SIGKILL)
        assert running.finish(process, 300)[0] == 0


KILLS = {"worker": kill_worker, "run": kill_run, "node": kill_node}
