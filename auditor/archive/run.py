"""`auditor archive run`: plan, leave out what is done, let an engine do the rest; killed at any moment, it goes on."""

import contextlib
import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.metadata import version
from typing import TYPE_CHECKING

from auditor.archive.editions import EDITION_FILE, edition_record
from auditor.archive.engines import Engine, Pulse
from auditor.archive.gone import note_outdated
from auditor.archive.parts import finished_keys, part_name
from auditor.archive.plan import Plan, make_plan
from auditor.archive.shard import SCHEMA_VERSION, Counts, Failure, Options, Receipt, Shard
from auditor.archive.store import OutputError, Store
from auditor.archive.tool_digest import tool_digest
from auditor.model import UsageError
from auditor.policy import Policy

if TYPE_CHECKING:
    from auditor.readers.sites.site_file import Site

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
    bytes_done: int = 0
    bytes_left: int = 0
    """Of the shards this run has done, and has still to do."""
    seconds: float = 0.0
    pulse: Pulse = field(default_factory=Pulse)
    not_done: int = 0
    """Shards left over by a run that had to stop."""
    edition: str = ""
    unreadable: Plan = field(default_factory=Plan)

    def count(self, receipt: Receipt, size: int) -> None:
        """Add a finished shard of so many bytes."""
        self._pass(size)
        self.done += 1
        self.counts += receipt.counts
        if receipt.problems:
            self.damaged.append(receipt)

    def fail(self, failure: Failure) -> None:
        """Add a shard that gave no part."""
        self._pass(failure.shard.size)
        self.failures.append(failure)

    def _pass(self, size: int) -> None:
        self.bytes_left -= size
        self.bytes_done += size

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
        """By the bytes of the shards done so far; None before the first."""
        return self.seconds / self.bytes_done * self.bytes_left if self.bytes_done else None


Watch = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the user asked for."""

    sources: tuple[str, ...]
    into: Store
    policy: Policy
    today: date
    pictures: bool = False
    sites: "tuple[Site, ...]" = ()
    """The house's site files."""
    fresh: bool = False
    """Whether finished parts of this edition are done again."""
    retry: bool = False
    """Whether shards that were set aside are tried again."""


def run_archive(wish: Wish, engine: Engine, watch: Watch) -> Progress:
    """Audit an archive. Raises UsageError for what makes any work pointless; everything else ends up in the progress."""
    plan = make_plan(wish.sources)
    if not plan.shards:
        if plan.unreadable:
            return Progress(unreadable=plan)
        raise UsageError(f"nothing to audit in {', '.join(wish.sources)}: no page and no archive of a known kind")
    with wish.into.locked():
        options, folder = _edition(wish)
        folder.drop_unfinished()
        if wish.fresh:
            for shard in plan.shards:
                folder.remove(part_name(options.key_of(shard)))
        todo, progress = _todo(plan, options, folder, wish)
        results = engine.run(list(todo.values()), options, folder.place, progress.clock(watch))
        place = _Place(folder, options, frozenset(set_aside(folder)))
        _collect(results, place, progress, todo)
        watch(progress)
        if not progress.failures and not progress.not_done:
            wanted = {options.key_of(shard) for shard in plan.shards}
            note_outdated(folder, {shard.uri for shard in plan.shards}, wanted, wish.today)
        return progress


def _edition(wish: Wish) -> tuple[Options, Store]:
    options = Options(policy=wish.policy, tool=tool_digest(), today=wish.today, pictures=wish.pictures, sites=wish.sites)
    folder = wish.into.below(options.edition)
    if folder.has(EDITION_FILE):
        return replace(options, today=date.fromisoformat(edition_record(folder)["today"])), folder
    record = {
        "schema": SCHEMA_VERSION,
        "tool_version": version("media-caption-auditor"),
        "tool": options.tool,
        "policy": {"name": wish.policy.name, "sha256": wish.policy.sha256},
        "registers": [{"file": file, "sha256": sha256} for file, sha256 in wish.policy.registers.sources],
        "sites": [site.name for site in wish.sites],
        "pictures": wish.pictures,
        "today": wish.today.isoformat(),
    }
    try:
        folder.write(EDITION_FILE, json.dumps(record, indent=1) + "\n")
    except OutputError as error:
        raise UsageError(str(error)) from error
    return options, folder


def _todo(plan: Plan, options: Options, folder: Store, wish: Wish) -> tuple[dict[str, Shard], Progress]:
    """What is left to do, by key, and where that leaves the run."""
    done = set() if wish.fresh else finished_keys(folder)
    aside = {} if wish.retry else set_aside(folder)
    counts = Counts(passed_over=plan.passed_over)
    progress = Progress(shards=len(plan.shards), edition=options.edition, unreadable=plan, counts=counts)
    todo = {}
    for shard in plan.shards:
        key = options.key_of(shard)
        if key in done:
            progress.done_before += 1
        elif key in aside:
            progress.failures.append(Failure(shard=shard, reason=f"set aside by an earlier run: {aside[key]}", is_poison=True))
        else:
            todo[key] = shard
    progress.bytes_left = sum(shard.size for shard in todo.values())
    return todo, progress


def _collect(results: Iterator[Receipt | Failure], place: "_Place", progress: Progress, todo: Mapping[str, Shard]) -> None:
    """Count what comes back; after a failure that would meet every shard, stop."""
    left = len(todo)
    with contextlib.closing(results):  # type: ignore[type-var]  # the engines are generators
        for result in results:
            left -= 1
            if isinstance(result, Receipt):
                place.take_back(result.key)
                progress.count(result, todo[result.key].size)
                continue
            progress.fail(result)
            if result.is_poison:
                place.set_aside(result)
            if result.is_fatal:
                break
    progress.not_done, progress.pulse = left, Pulse()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the run notes the shards that it sets aside."""

    folder: Store
    options: Options
    before: frozenset[str]
    """Keys that earlier runs set aside."""

    def set_aside(self, failure: Failure) -> None:
        record = {"shard": failure.shard.name, "reason": failure.reason}
        name = f"{SET_ASIDE}/{self.options.key_of(failure.shard)}.json"
        self.folder.write(name, json.dumps(record, ensure_ascii=False) + "\n")

    def take_back(self, key: str) -> None:
        if key in self.before:
            self.folder.remove(f"{SET_ASIDE}/{key}.json")


def set_aside(folder: Store) -> dict[str, str]:
    """Keys of the shards that killed their workers, with the reasons."""
    names = folder.names(f"{SET_ASIDE}/*.json")
    return {name[len(SET_ASIDE) + 1 : -len(".json")]: json.loads(folder.read(name))["reason"] for name in names}
