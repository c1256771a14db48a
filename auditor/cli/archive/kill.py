"""`auditor archive kill`: uses of withdrawn pictures."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import FINDINGS
from auditor.cli.archive.options import Edition, Folder, Formats, Output, opened, show, write

EXAMPLE = "auditor archive kill audit withdrawn.csv --format html"


def kill(
    folder: Folder,
    listed: Annotated[
        Path,
        typer.Argument(metavar="LIST", help="A picture a line: supplier's number, address, file name, SHA-256, or picture file."),
    ],
    formats: Formats = None,
    output: Output = Path("reports"),
    edition: Edition = None,
) -> None:
    """Find every published use of withdrawn pictures, certain or probable. Run again after the removal, it says what is gone.

    Exit code: 0 no use is published; 1 some are; 2 wrong usage.
    """
    from auditor.archive.kill import find_uses, read_list, read_record, report
    from auditor.model import UsageError

    try:
        text = listed.read_text("utf-8-sig", "replace")
    except OSError as error:
        raise UsageError(f"{listed} cannot be read ({error.strerror}); check the path") from error
    place = output / "kill-record.json"
    uses = find_uses(opened(folder, edition), read_list(text, listed.parent))
    figures, record = report(uses, read_record(place), datetime.now(UTC))
    show(figures, formats, output, "kill")
    write(place, (json.dumps({"uses": record}, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace"))
    raise typer.Exit(FINDINGS if uses else 0)
