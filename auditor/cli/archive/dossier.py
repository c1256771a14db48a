"""`auditor archive dossier`: evidence for a claim."""

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import FINDINGS, UNREADABLE
from auditor.cli.archive.options import Edition, Folder, opened

EXAMPLE = "auditor archive dossier audit getty:123456789 --output claim"


def dossier(
    folder: Folder,
    about: Annotated[
        str | None, typer.Argument(metavar="PICTURE|URL", help="Address of a page or picture, or a supplier's number.")
    ] = None,
    output: Annotated[Path, typer.Option("--output", metavar="DIR", help="Folder to write; it must not exist.")] = Path(
        "dossier"
    ),
    verify: Annotated[
        bool, typer.Option("--verify", help="DIR is a dossier: check its files against its list of hashes.")
    ] = False,
    edition: Edition = None,
) -> None:
    """Collect the evidence about one picture or page in a folder: copies, hashes, credits as displayed, findings.

    Exit code: 0 done; 1 a file of a verified dossier changed; 2 nothing found; 3 some pages could not be copied (listed).
    """
    from auditor.archive.dossier import changed_files, write_dossier
    from auditor.model import UsageError

    if verify:
        changed = changed_files(Path(folder))
        print("\n".join(changed) or "Every file is what its hash says.")
        raise typer.Exit(FINDINGS if changed else 0)
    if about is None:
        raise UsageError("name what the dossier is about: the address of a page or picture, or a supplier's number")
    wanted = str(Path(about).absolute()) if "://" not in about and Path(about).exists() else about
    uses, problems = write_dossier(opened(folder, edition), wanted, output)
    print(f"{uses} uses, {output / 'SHA256SUMS'} lists the files")
    for problem in problems:
        print(f"Not copied: {problem}")
    raise typer.Exit(UNREADABLE if problems else 0)
