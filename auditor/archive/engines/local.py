"""Processes on this machine, one pool of one worker for each core.

A pool of many throws away all that was waiting when one worker is killed, and nobody can tell whose shard it was. Here every
shard is alone in its process, so blame is exact: it alone is done again, and set aside when it has killed three.
"""

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from auditor import limits
from auditor.archive.engines import MAX_DEATHS, Pulse, Watch
from auditor.archive.shard import Counts, Failure, Options, Receipt, Shard
from auditor.archive.shard_audit import audit_shard

TICK = 0.2
"""Seconds between two looks at the workers."""
SHARDS_A_WORKER = 200
"""Then a fresh process takes over: what a library leaks stays small."""

_beats: Any = None
"""In a worker: numbers that the driver reads (pages, pictures, findings, page being judged, process)."""


class LocalEngine:
    """As many workers as asked for; no more shards are started than there are workers."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def run(self, shards: Sequence[Shard], options: Options, folder: str, watch: Watch) -> Iterator[Receipt | Failure]:
        """Each shard until it has a part, a reason, or has killed three workers."""
        waiting, deaths = deque(shards), Counter[str]()
        slots = [_Slot() for _ in range(min(self._workers, len(shards)))]
        busy: dict[Future[Receipt | Failure], tuple[_Slot, Shard]] = {}
        try:
            while waiting or busy:
                for slot in [slot for slot in slots if slot.is_free][: len(waiting)]:
                    shard = waiting.popleft()
                    busy[slot.start(shard, options, folder)] = slot, shard
                done, _ = wait(busy, timeout=TICK, return_when=FIRST_COMPLETED)
                watch(_pulse(busy))
                for slot in slots:
                    slot.end_if_hanging()
                for future in done:
                    slot, shard = busy.pop(future)
                    if (result := slot.result(future, shard, deaths)) is None:
                        waiting.appendleft(shard)
                    else:
                        yield result
        finally:
            for slot in slots:
                slot.end()


class _Slot:
    """A place for one worker; another takes over when it dies."""

    def __init__(self) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._beats = self._context.RawArray("q", 5)
        self._pool: ProcessPoolExecutor | None = None
        self._seen = (0, 0.0)
        self.is_free = True

    def start(self, shard: Shard, options: Options, folder: str) -> Future[Receipt | Failure]:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                1,
                mp_context=self._context,
                initializer=_begin_worker,
                initargs=(self._beats,),
                max_tasks_per_child=SHARDS_A_WORKER,
            )
        self._beats[:4] = [0, 0, 0, 0]
        self._seen = (0, time.monotonic())
        self.is_free = False
        with _undisturbed():
            return self._pool.submit(_work, shard, options, folder)

    def result(self, future: "Future[Receipt | Failure]", shard: Shard, deaths: Counter[str]) -> Receipt | Failure | None:
        """What the worker gave; None when it died and the shard is worth another."""
        self.is_free = True
        try:
            return future.result()
        except BrokenProcessPool:
            page = self._beats[3]
            self.end()
        deaths[shard.name] += 1
        if deaths[shard.name] < MAX_DEATHS:
            return None
        place = f"at page {page:,} of it" if page else "between two pages"
        reason = f"its worker died or hung {MAX_DEATHS} times, alone with it; the last one {place}"
        return Failure(shard=shard, reason=reason, is_poison=True)

    @property
    def beats(self) -> tuple[int, int, int]:
        pages, pictures, findings = self._beats[:3]
        return pages, pictures, findings

    def end_if_hanging(self) -> None:
        """A parser in C hears no signal but the last one."""
        page, since = self._seen
        if self._beats[3] != page:
            self._seen = (self._beats[3], time.monotonic())
        elif page and time.monotonic() - since > limits.MAX_SECONDS_ON_PAGE:
            self._kill()

    def end(self) -> None:
        """At once: a part that is half done is worth nothing, and a whole one is already there."""
        if self._pool:
            self._kill()
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _kill(self) -> None:
        if process := self._beats[4]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self._beats[4] = 0


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C waits: a worker that loses its driver while it is being started would end in a traceback.

    The mask is for the worker, which inherits it; the driver needs the handler too, as any thread of its may take the signal.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # no signal is answered here
        return
    pressed: list[int] = []
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    handler = signal.signal(signal.SIGINT, lambda number, _: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler or signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    if pressed:
        raise KeyboardInterrupt


def _pulse(busy: "dict[Future[Receipt | Failure], tuple[_Slot, Shard]]") -> Pulse:
    beats = [slot.beats for slot, _ in busy.values()]
    pages, pictures, findings = (sum(numbers) for numbers in zip(*beats, strict=True)) if beats else (0, 0, 0)
    counts = Counts(documents=pages, pictures=pictures, findings=findings)
    return Pulse(counts=counts, shards=[shard.name for _, shard in busy.values()])


def _begin_worker(beats: Any) -> None:  # noqa: ANN401
    """Ctrl-C is the driver's to answer; and when the driver is gone, nobody waits for this worker."""
    global _beats
    _beats = beats
    _beats[4] = os.getpid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _work(shard: Shard, options: Options, folder: str) -> Receipt | Failure:
    return audit_shard(shard, options, folder, _beat)


def _beat(counts: Counts, page: int) -> None:
    _beats[:4] = [counts.documents, counts.pictures, counts.findings, page]
