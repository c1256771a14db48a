"""Options that several commands share, so that they read the same everywhere."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class FailOn(StrEnum):
    """The least severe finding that makes the command fail."""

    BLOCK = "block"
    WARN = "warn"
    NOTE = "note"
    NEVER = "never"


Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="File, folder (with all below it), glob, or - for stdin.")]

PolicyOption = Annotated[str, typer.Option("--policy", metavar="FILE|PRESET", help="House policy: a TOML file, or a preset.")]

PublishedOption = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DATE", help="Day of publication (2024-05-02), where the page states none or a wrong one."
    ),
]

ImagesOption = Annotated[
    Path | None, typer.Option("--images", metavar="DIR", help="Folder of the picture files; else beside the page.")
]

OriginalsOption = Annotated[
    Path | None,
    typer.Option("--originals", metavar="DIR", help="Folder of the files the published pictures were made from, to compare."),
]

RegistersOption = Annotated[
    str | None,
    typer.Option("--registers", metavar="FILE", help="TOML file that names the house's licences, kill list and photographers."),
]

TrustOption = Annotated[
    str | None,
    typer.Option(
        "--trust", metavar="FILE", help="PEM file of authorities whose signers of content credentials (C2PA) count as known."
    ),
]

SitesOption = Annotated[
    list[str] | None,
    typer.Option("--site", metavar="FILE", help="TOML file of what is what on one publisher's pages; repeatable."),
]

WaiversOption = Annotated[
    str | None, typer.Option("--waivers", metavar="FILE", help="TOML file of findings somebody answers for; they do not fail.")
]
