"""`auditor check`: the main job, published pages judged under a house policy."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli import FINDINGS, OK, UNREADABLE
from auditor.cli.options import (
    FailOn,
    ImagesOption,
    OriginalsOption,
    Paths,
    PolicyOption,
    PublishedOption,
    RegistersOption,
    SitesOption,
    TrustOption,
    WaiversOption,
)
from auditor.cli.report_files import FORMATS, check_folder, check_formats, write_reports
from auditor.cli.run import house_policy, house_sites, run_audit

if TYPE_CHECKING:
    from auditor.model import Audit, Waiver
    from auditor.policy.gate import Gate

EXAMPLE = "auditor check story.html --images pictures --format html"


def check(
    paths: Paths,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="FORMAT", help=f"Also write a report; repeatable: {', '.join(FORMATS)}."),
    ] = None,
    output: Annotated[Path, typer.Option("--output", metavar="DIR", help="Folder for the reports.")] = Path("reports"),
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Name of the reports; else the document's, or audit for several.")
    ] = None,
    policy: PolicyOption = "default",
    images: ImagesOption = None,
    originals: OriginalsOption = None,
    published: PublishedOption = None,
    registers: RegistersOption = None,
    sites: SitesOption = None,
    trust: TrustOption = None,
    waivers: WaiversOption = None,
    baseline: Annotated[
        str | None, typer.Option("--baseline", metavar="FILE", help="Only findings that this baseline does not know fail.")
    ] = None,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="Least severe finding that makes the exit code 1.")] = FailOn.BLOCK,
) -> None:
    """Audit published articles: print a summary, write reports.

    Exit code: 0 nothing at or above --fail-on; 1 findings; 2 wrong usage or policy, nothing done; 3 some documents could not be
    read (the rest is done).
    """
    from auditor.cli.lines import say
    from auditor.model import Severity
    from auditor.policy.gate import Gate
    from auditor.render.printable import printable_path
    from auditor.render.terminal import render_terminal

    wanted = check_formats(formats or [], name)
    if wanted:
        check_folder(output)
    house = house_policy(policy, registers, trust)
    known = _known(waivers, baseline)
    layouts = house_sites(sites)
    audit = run_audit(paths, policy=house, images=images, originals=originals, published=published, sites=layouts, waivers=known)
    say(render_terminal(audit, colour=_wants_colour()).removesuffix("\n"))
    gate = Gate(severity=None if fail_on is FailOn.NEVER else Severity(fail_on.value), policy=house)
    for path in write_reports(audit, wanted, gate=gate, folder=output, name=name):
        say(f"Report: {printable_path(str(path))}")
    raise typer.Exit(_exit_code(audit, gate))


def _known(waivers: str | None, baseline: str | None) -> "tuple[Waiver, ...]":
    """What keeps findings from failing; read before anything is done."""
    if not waivers and not baseline:
        return ()
    from auditor.policy.waivers import load_baseline, load_waivers

    return (*(load_waivers(waivers) if waivers else ()), *(load_baseline(baseline) if baseline else ()))


def _wants_colour() -> bool:
    """Only on a terminal, and never against https://no-color.org."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _exit_code(audit: "Audit", gate: "Gate") -> int:
    if audit.skipped:
        return UNREADABLE
    return FINDINGS if any(gate.stops(finding) for document in audit.documents for finding in document.findings) else OK
