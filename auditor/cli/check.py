"""`auditor check`: the main job, published pages judged under a house policy."""

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli import FINDINGS, OK, UNREADABLE
from auditor.cli.options import FailOn, Paths, PolicyOption, PublishedOption
from auditor.cli.report_files import FORMATS, check_formats, write_reports

if TYPE_CHECKING:
    from auditor.model import Audit
    from auditor.policy import Policy
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
    images: Annotated[
        Path | None, typer.Option("--images", metavar="DIR", help="Folder of the picture files; else beside the page.")
    ] = None,
    published: PublishedOption = None,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="Least severe finding that makes the exit code 1.")] = FailOn.BLOCK,
) -> None:
    """Audit published articles: print a summary, write reports.

    Exit code: 0 nothing at or above --fail-on; 1 findings; 2 wrong usage or policy, nothing done; 3 some documents could not be
    read (the rest is done).
    """
    from auditor.model import Severity
    from auditor.policy import load_policy
    from auditor.policy.gate import Gate
    from auditor.render.terminal import render_terminal

    formats = check_formats(formats or [], name)
    house = load_policy(policy)
    audit = _run(paths, policy=house, images=images, published=_day(published))
    print(render_terminal(audit, colour=_wants_colour()), end="")
    gate = Gate(severity=None if fail_on is FailOn.NEVER else Severity(fail_on.value), policy=house)
    for path in write_reports(audit, formats, gate=gate, folder=output, name=name):
        print(f"Report: {path}")
    raise typer.Exit(_exit_code(audit, gate))


def _run(paths: list[str], *, policy: "Policy", images: Path | None, published: str | None) -> "Audit":
    from auditor.cli.progress import with_progress
    from auditor.ingest.folder import find_documents
    from auditor.ingest.pictures import PictureFinder
    from auditor.model import Audit, DocumentAudit, Skipped
    from auditor.pipeline import audit_all

    now = _now()
    finder = PictureFinder(images)
    for problem in finder.problems:
        print(f"auditor: {problem}", file=sys.stderr)
    documents = find_documents(paths)
    results = audit_all(documents, policy=policy, today=now.date(), images=finder.for_document, published=published)
    done = list(with_progress(results, total=len(documents), noun="documents"))
    return Audit(
        documents=tuple(result for result in done if isinstance(result, DocumentAudit)),
        skipped=tuple(result for result in done if isinstance(result, Skipped)),
        policy_name=policy.name,
        policy_sha256=policy.sha256,
        today=now.date(),
        time=now,
        passed_over=documents.passed_over,
    )


def _now() -> datetime:
    """The clock; or, for a report that stays the same, SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/)."""
    from auditor.model import UsageError

    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if not fixed:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(fixed), UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(f'SOURCE_DATE_EPOCH is "{fixed}", not a number of seconds; correct or unset it') from None


def _day(published: str | None) -> str | None:
    from auditor.model import UsageError

    try:
        return date.fromisoformat(published).isoformat() if published else None
    except ValueError:
        raise UsageError(f'--published is "{published}", no date; write it as 2024-05-02') from None


def _wants_colour() -> bool:
    """Only on a terminal, and never against https://no-color.org."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _exit_code(audit: "Audit", gate: "Gate") -> int:
    if audit.skipped:
        return UNREADABLE
    return FINDINGS if any(gate.stops(finding) for document in audit.documents for finding in document.findings) else OK
