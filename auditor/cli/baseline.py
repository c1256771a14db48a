"""`auditor baseline`: the findings there are today, so that only new ones fail."""

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import UNREADABLE
from auditor.cli.options import (
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

EXAMPLE = "auditor baseline write archive/ --output baseline.json && auditor check archive/ --baseline baseline.json"

app = typer.Typer(
    help="Write down today's findings, so that only new ones fail.",
    no_args_is_help=True,
    epilog=f"Example: {EXAMPLE}",
)


@app.command(epilog="Example: auditor baseline write archive/ --output baseline.json")
def write(
    paths: Paths,
    output: Annotated[Path, typer.Option("--output", metavar="FILE", help="The baseline; an older one is replaced.")] = Path(
        "baseline.json"
    ),
    policy: PolicyOption = "default",
    images: ImagesOption = None,
    originals: OriginalsOption = None,
    published: PublishedOption = None,
    registers: RegistersOption = None,
    sites: SitesOption = None,
    trust: TrustOption = None,
    waivers: WaiversOption = None,
) -> None:
    """Write every finding of these articles to a baseline.

    Waived ones are left out.

    Exit code: 0 written; 2 wrong usage or policy, nothing done; 3 some documents could not be read (the rest is in the baseline).
    """
    from auditor.cli.lines import print_skipped
    from auditor.cli.run import house_policy, house_sites, run_audit
    from auditor.model import UsageError
    from auditor.policy.waivers import baseline, load_waivers
    from auditor.render.json import tool_record
    from auditor.render.json_text import json_text
    from auditor.render.labels import counted

    if not output.parent.is_dir():
        raise UsageError(f"--output {output}: there is no folder {output.parent}; make it or name another file")
    known = load_waivers(waivers) if waivers else ()
    house = house_policy(policy, registers, trust)
    layouts = house_sites(sites)
    audit = run_audit(paths, policy=house, images=images, originals=originals, published=published, sites=layouts, waivers=known)
    record = {"tool": tool_record(), **baseline(audit)}
    try:
        output.write_text(json_text(record), encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{output} cannot be written ({error.strerror}); name another file with --output") from error
    for skipped in audit.skipped:
        print_skipped(skipped.document, skipped.reason)
    typer.echo(f"{output}: {counted(len(record['findings']), 'finding')} of {counted(len(audit.documents), 'document')}")
    if audit.skipped:
        raise typer.Exit(UNREADABLE)


@app.command(epilog="Example: auditor baseline show baseline.json")
def show(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The baseline.")] = "baseline.json",
) -> None:
    """Print what a baseline knows: findings by document."""
    from itertools import groupby

    from auditor.policy.waivers import load_baseline
    from auditor.render.labels import counted
    from auditor.render.printable import printable, printable_path

    known = load_baseline(file)
    typer.echo(f"{counted(len(known), 'finding')}{f', {known[0].reason}' if known else ''}")
    for document, entries in groupby(known, key=lambda entry: entry.document):
        typer.echo(f"\n{printable_path(document or '')}")
        for entry in entries:
            typer.echo(f"  {entry.fingerprint}  {printable(entry.note)}")
