"""`auditor archive run`: shards in, parts out."""

import os
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli import OK, UNREADABLE
from auditor.cli.options import PolicyOption, RegistersOption, SitesOption, TrustOption
from auditor.cli.run import house_policy, house_sites

if TYPE_CHECKING:
    from auditor.archive.engines import Engine
    from auditor.archive.run import Progress

EXAMPLE = "auditor archive run crawl/*.warc.gz pages/ --into audit"
INTERRUPTED = 130


class EngineName(StrEnum):
    """Who does the work."""

    LOCAL = "local"
    RAY = "ray"


def run(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Folder, glob, zip, tar, WARC, WACZ, JSON Lines or Parquet of {url, html, published}; path or URL.",
        ),
    ],
    into: Annotated[str, typer.Option("--into", metavar="DIR", help="Folder for the parts; path or URL.", show_default=False)],
    workers: Annotated[int | None, typer.Option("--workers", min=1, help="Processes; else one for each core.")] = None,
    engine: Annotated[EngineName, typer.Option("--engine", help="Processes here, or a Ray cluster.")] = EngineName.LOCAL,
    address: Annotated[
        str | None, typer.Option("--address", help="Ray: address of the cluster; else Ray is started here.")
    ] = None,
    shared: Annotated[bool, typer.Option("--shared", help="Ray: all nodes see --into at the same path.")] = False,
    resume: Annotated[
        bool, typer.Option("--resume/--fresh", help="Go on where an earlier run stopped, or do these sources again.")
    ] = True,
    retry: Annotated[bool, typer.Option("--retry-set-aside", help="Try shards again that killed their workers.")] = False,
    policy: PolicyOption = "default",
    registers: RegistersOption = None,
    trust: TrustOption = None,
    sites: SitesOption = None,
    pictures: Annotated[
        bool, typer.Option("--pictures", help="Read the picture files, too: in the same web archive, or beside the pages.")
    ] = False,
) -> None:
    """Audit an archive; stopped at any moment, the same command goes on.

    Exit code: 0 all done; 2 wrong usage, nothing done; 3 some pages or shards could not be read (listed; the rest is done);
    130 stopped by Ctrl-C.
    """
    from datetime import UTC, datetime

    from auditor.archive.run import Wish, run_archive
    from auditor.archive.stores import open_store
    from auditor.cli.archive.progress import Display
    from auditor.extras import load
    from auditor.model import UsageError

    for library in ("pyarrow", "fastwarc"):
        load(library)
    wish = Wish(
        sources=tuple(sources),
        into=open_store(into),
        policy=house_policy(policy, registers, trust),
        today=datetime.now(UTC).date(),
        pictures=pictures,
        sites=house_sites(sites).layouts,
        fresh=not resume,
        retry=retry,
    )
    if into.startswith("memory://"):
        raise UsageError("memory:// is gone with the process that writes to it; name a folder, or another store")
    display = Display()
    try:
        progress = run_archive(wish, _engine(engine, workers, address, shared), display.show)
    except KeyboardInterrupt:
        display.end()
        print("\nStopped. What is finished is kept; the same command goes on from there.", file=sys.stderr)
        raise typer.Exit(INTERRUPTED) from None
    display.end()
    _print_result(progress, into)
    raise typer.Exit(_exit_code(progress))


def _engine(name: EngineName, workers: int | None, address: str | None, shared: bool) -> "Engine":
    if name is EngineName.RAY:
        from auditor.archive.engines.ray import RayEngine

        return RayEngine(address, workers=workers, is_shared=shared)
    from auditor.archive.engines.local import LocalEngine

    return LocalEngine(workers or os.cpu_count() or 1)


def _print_result(progress: "Progress", into: str) -> None:
    run, at = progress, progress.counts
    edition = f" Edition {run.edition}." if run.edition else ""
    print(f"{run.done} shards audited, {run.done_before} done before, {run.shards} in all.{edition}")
    print(
        f"{at.documents:,} pages, {at.pictures:,} pictures, {at.findings:,} findings; {at.skipped:,} pages not read, "
        f"{at.duplicates:,} repeated, {at.passed_over:,} files or records passed over."
    )
    if at.skipped:
        print(f'Which pages: auditor archive query {into} "select name, problem from unread"')
    for skipped in progress.unreadable.unreadable:
        print(f"Not read: {skipped.document}: {skipped.reason}")
    for receipt in progress.damaged:
        for problem in receipt.problems:
            print(f"Damaged: {receipt.name}: {problem}")
    for failure in progress.failures:
        print(f"{'Set aside' if failure.is_poison else 'Not done'}: {failure.shard.name}: {failure.reason}")
    if progress.not_done:
        print(f"Not done: {progress.not_done} more shards; the same command goes on from here.")


def _exit_code(progress: "Progress") -> int:
    is_whole = not (
        progress.counts.skipped or progress.failures or progress.damaged or progress.unreadable.unreadable or progress.not_done
    )
    return OK if is_whole else UNREADABLE
