"""`auditor archive run`: plan, leave out what is done, let an engine do the rest; killed at any moment, it goes on."""

import contextlib
import fcntl
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from pathlib import Path

from auditor.archive.engines import Engine, Pulse
from auditor.archive.parts import OutputError, drop_unfinished, finished_keys, part_path, receipts, write_aside
from auditor.archive.plan import Plan, make_plan
from auditor.archive.shard import SCHEMA_VERSION, Counts, Failure, Options, Receipt, Shard
from auditor.archive.tool_digest import tool_digest
from auditor.model import AuditorError, UsageError
from auditor.policy import Policy

EDITION_FILE = "edition.json"
SET_ASIDE = "set-aside"


@dataclass(slots=True)
class Progress:
    """Where a run stands; receipts count what is done, the pulse what is being done."""

    shards: int = 0
    done_before: int = 0
    done: int = 0
    counts: Counts = field(default_factory=Counts)
    failures: list[Failure] = field(default_factory=list)
    damaged: list[Receipt] = field(default_factory=list)
    """Parts of shards that are damaged in places."""
    seconds: float = 0.0
    pulse: Pulse = field(default_factory=Pulse)
    not_done: int = 0
    """Shards left over by a run that had to stop."""
    edition: str = ""
    unreadable: Plan = field(default_factory=Plan)

    def count(self, receipt: Receipt) -> None:
        """Add a finished shard."""
        self.done += 1
        self.counts += receipt.counts
        if receipt.problems:
            self.damaged.append(receipt)

    def clock(self, watch: "Watch") -> Callable[[Pulse], None]:
        """Show this progress, with the time that has passed, at every pulse of the engine."""
        begin = time.monotonic()

        def look(pulse: Pulse) -> None:
            self.pulse, self.seconds = pulse, time.monotonic() - begin
            watch(self)

        return look

    @property
    def counts_now(self) -> Counts:
        """Of this run, those of unfinished shards too."""
        return self.counts + self.pulse.counts

    @property
    def seconds_left(self) -> float | None:
        """By the shards done so far; None before the first."""
        left = self.shards - self.done_before - self.done - len(self.failures)
        return self.seconds / self.done * left if self.done else None


Watch = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the user asked for."""

    sources: tuple[str, ...]
    into: Path
    policy: Policy
    today: date
    pictures: bool = False
    fresh: bool = False
    """Whether finished parts of this edition are done again."""
    retry: bool = False
    """Whether shards that were set aside are tried again."""


def run_archive(wish: Wish, engine: Engine, watch: Watch) -> Progress:
    """Audit an archive. Raises UsageError for what makes any work pointless; everything else ends up in the progress."""
    with locked(wish.into):
        options, folder = _edition(wish)
        drop_unfinished(folder)
        plan = make_plan(wish.sources)
        if not plan.shards and not plan.unreadable:
            raise UsageError(f"nothing to audit in {', '.join(wish.sources)}: no page and no archive of a known kind")
        if wish.fresh:
            for shard in plan.shards:
                part_path(folder, options.key_of(shard)).unlink(missing_ok=True)
        todo, progress = _todo(plan, options, folder, wish)
        results = engine.run(todo, options, str(folder), progress.clock(watch))
        _collect(results, _Place(folder, options), progress, len(todo))
        watch(progress)
        if not progress.failures and not progress.not_done:
            _drop_outdated(plan, options, folder)
        return progress


def _edition(wish: Wish) -> tuple[Options, Path]:
    options = Options(policy=wish.policy, tool=tool_digest(), today=wish.today, pictures=wish.pictures)
    folder = wish.into / options.edition
    place = folder / EDITION_FILE
    if place.exists():
        first = date.fromisoformat(json.loads(place.read_text("utf-8"))["today"])
        options = Options(policy=wish.policy, tool=options.tool, today=first, pictures=wish.pictures)
        return options, folder
    record = {
        "schema": SCHEMA_VERSION,
        "tool_version": version("media-caption-auditor"),
        "tool": options.tool,
        "policy": {"name": wish.policy.name, "sha256": wish.policy.sha256},
        "pictures": wish.pictures,
        "today": wish.today.isoformat(),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_aside(place, json.dumps(record, indent=1) + "\n")
    except (OSError, OutputError) as error:
        raise UsageError(f"{wish.into} cannot be written to ({error}); name another folder with --into") from error
    return options, folder


def _todo(plan: Plan, options: Options, folder: Path, wish: Wish) -> tuple[list[Shard], Progress]:
    done = set() if wish.fresh else finished_keys(folder)
    aside = {} if wish.retry else _set_aside(folder)
    counts = Counts(passed_over=plan.passed_over)
    progress = Progress(shards=len(plan.shards), edition=options.edition, unreadable=plan, counts=counts)
    todo = []
    for shard in plan.shards:
        key = options.key_of(shard)
        if key in done:
            progress.done_before += 1
        elif key in aside:
            progress.failures.append(Failure(shard=shard, reason=f"set aside by an earlier run: {aside[key]}", is_poison=True))
        else:
            todo.append(shard)
    return todo, progress


def _collect(results: Iterator[Receipt | Failure], place: "_Place", progress: Progress, left: int) -> None:
    """Count what comes back; after a failure that would meet every shard, stop."""
    with contextlib.closing(results):  # type: ignore[type-var]  # the engines are generators
        for result in results:
            left -= 1
            if isinstance(result, Receipt):
                place.take_back(result.key)
                progress.count(result)
                continue
            progress.failures.append(result)
            if result.is_poison:
                place.set_aside(result)
            if result.is_fatal:
                break
    progress.not_done, progress.pulse = left, Pulse()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the run notes the shards that it sets aside."""

    folder: Path
    options: Options

    def set_aside(self, failure: Failure) -> None:
        (self.folder / SET_ASIDE).mkdir(exist_ok=True)
        record = {"shard": failure.shard.name, "reason": failure.reason}
        place = self.folder / SET_ASIDE / f"{self.options.key_of(failure.shard)}.json"
        write_aside(place, json.dumps(record, ensure_ascii=False) + "\n")

    def take_back(self, key: str) -> None:
        (self.folder / SET_ASIDE / f"{key}.json").unlink(missing_ok=True)


def _set_aside(folder: Path) -> dict[str, str]:
    return {path.stem: json.loads(path.read_text("utf-8"))["reason"] for path in (folder / SET_ASIDE).glob("*.json")}


def _drop_outdated(plan: Plan, options: Options, folder: Path) -> None:
    """Parts of sources that changed since: what is there now has been audited anew."""
    sources = {shard.uri for shard in plan.shards}
    wanted = {options.key_of(shard) for shard in plan.shards}
    for receipt in list(receipts(folder)):
        if receipt.uri in sources and receipt.key not in wanted:
            part_path(folder, receipt.key).unlink(missing_ok=True)


@contextlib.contextmanager
def locked(into: Path) -> Iterator[None]:
    """One run at a time in a folder; the lock goes with the process, however it ends."""
    try:
        into.mkdir(parents=True, exist_ok=True)
        lock = (into / ".lock").open("w")
    except OSError as error:
        raise UsageError(f"{into} cannot be written to ({error.strerror}); name another folder with --into") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UsageError(f"another run is writing to {into}; wait for it, or name another folder") from None
        except OSError:
            pass  # some network file systems know no locks
        yield


def newest_edition(into: Path) -> Path:
    """The edition whose parts a question is put to by default. Raises AuditorError."""
    found = editions(into)
    if not found:
        raise AuditorError(f"{into} holds no archive audit; `auditor archive run SOURCE --into {into}` makes one")
    return max(found, key=lambda folder: (max((p.stat().st_mtime_ns for p in folder.glob("*")), default=0), folder.name))


def editions(into: Path) -> list[Path]:
    """Folders of parts, one for each state of rules, policy and options."""
    return sorted(place.parent for place in into.glob(f"*/{EDITION_FILE}"))
