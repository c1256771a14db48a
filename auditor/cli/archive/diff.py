"""`auditor archive diff`: two audits compared."""

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.archive.options import Formats, Output, opened, show

EXAMPLE = "auditor archive diff audit-2025 audit-2026"

Side = Annotated[str, typer.Argument(metavar="DIR[@EDITION]", help="Folder of a run; the newest edition unless one is named.")]


def diff(old: Side, new: Side, formats: Formats = None, output: Output = Path("reports")) -> None:
    """Say what changed between two audits: shares, and whether by more than chance; findings that came and went."""
    from auditor.archive.diff import compare

    before, after = (opened(place, edition or None) for place, _, edition in (side.partition("@") for side in (old, new)))
    show(compare(before, after), formats, output, "diff")
