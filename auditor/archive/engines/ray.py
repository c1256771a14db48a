"""Tasks of Ray Core on one machine or many: the same function, a bounded window, lost workers and nodes made good by Ray."""

import os
import time
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from auditor.archive.containers.opening import is_url
from auditor.archive.engines import MAX_DEATHS, Pulse, Watch
from auditor.archive.shard import Counts, Failure, Options, Receipt, Shard
from auditor.archive.shard_audit import audit_shard
from auditor.extras import load
from auditor.model import UsageError

WINDOW = 2
"""Tasks handed to Ray for each core of the cluster; never all shards at once."""
TICK = 1.0


class RayEngine:
    """Connects to the cluster at `address`; without one, Ray is started here for this run."""

    def __init__(self, address: str | None, *, workers: int | None, is_shared: bool) -> None:
        self._address, self._workers, self._is_shared = address, workers, is_shared

    def run(self, shards: Sequence[Shard], options: Options, folder: str, watch: Watch) -> Iterator[Receipt | Failure]:
        """Each shard until it has a part or a reason. Raises UsageError for a folder that the nodes do not share."""
        ray = load("ray")
        own = None if self._address else self._workers
        try:
            ray.init(address=self._address, num_cpus=own, log_to_driver=False, logging_level="warning", include_dashboard=False)
        except (ConnectionError, RuntimeError, ValueError) as error:
            raise UsageError(f"no Ray cluster at {self._address or 'this machine'} ({error})") from error
        try:
            self._check(ray, folder)
            place = folder if is_url(folder) else os.path.abspath(folder)  # noqa: PTH100 - tasks start elsewhere
            yield from self._run(ray, shards, options, place, watch)
        finally:
            ray.shutdown()

    def _check(self, ray: Any, folder: str) -> None:  # noqa: ANN401
        nodes = sum(node["Alive"] for node in ray.nodes())
        if nodes > 1 and not self._is_shared and not is_url(folder):
            raise UsageError(
                f"the cluster has {nodes} nodes and {folder} is a folder of this machine: each node would write to a disk of its "
                "own; name a folder that all nodes see at the same path and add --shared"
            )

    def _run(
        self,
        ray: Any,  # noqa: ANN401
        shards: Sequence[Shard],
        options: Options,
        folder: str,
        watch: Watch,
    ) -> Iterator[Receipt | Failure]:
        # A worker that dies is replaced by Ray; retries=2 makes three tries, as with the local pool.
        task = ray.remote(max_retries=MAX_DEATHS - 1, num_cpus=1)(_work)
        beats = ray.remote(num_cpus=0, max_restarts=-1)(Beats).remote()
        shared = ray.put(options)
        waiting = list(reversed(shards))
        busy: dict[Any, Shard] = {}
        window = max(1, int(ray.cluster_resources().get("CPU", 1))) * WINDOW
        while waiting or busy:
            while waiting and len(busy) < window:
                shard = waiting.pop()
                busy[task.remote(shard, shared, folder, beats)] = shard
            done, _ = ray.wait(list(busy), timeout=TICK)
            watch(_pulse(ray, beats, busy.values()))
            for reference in done:
                yield _result(ray, reference, busy.pop(reference))


class Beats:
    """An actor: how far the shards are that are being worked on, by their names, as their workers say."""

    def __init__(self) -> None:
        self._counts: dict[str, Counts] = {}

    def note(self, name: str, counts: Counts) -> None:
        """From a worker."""
        self._counts[name] = counts

    def read(self, names: Sequence[str]) -> list[tuple[str, Counts]]:
        """For the driver, which waits for these; the others are forgotten."""
        self._counts = {name: counts for name, counts in self._counts.items() if name in names}
        return list(self._counts.items())


def _work(shard: Shard, options: Options, folder: str, beats: Any) -> Receipt | Failure:  # noqa: ANN401
    last = 0.0

    def beat(counts: Counts, page: int) -> None:
        nonlocal last
        if time.monotonic() - last >= TICK:
            last = time.monotonic()
            beats.note.remote(shard.name, counts)

    return audit_shard(shard, options, folder, beat)


def _pulse(ray: Any, beats: Any, busy: Collection[Shard]) -> Pulse:  # noqa: ANN401
    """What the workers said last; nothing when the node that gathers it has died and is being made good."""
    names = [shard.name for shard in busy]
    try:
        known = ray.get(beats.read.remote(names), timeout=TICK)
    except ray.exceptions.RayError:
        return Pulse(shards=names)
    return Pulse(counts=sum((counts for _, counts in known), Counts()), shards=[name for name, _ in known])


def _result(ray: Any, reference: Any, shard: Shard) -> Receipt | Failure:  # noqa: ANN401
    try:
        result: Receipt | Failure = ray.get(reference)
    except ray.exceptions.RayError as error:
        cause = str(error).strip().splitlines()[0]
        return Failure(shard=shard, reason=f"its worker died {MAX_DEATHS} times ({cause})", is_poison=True)
    return result
