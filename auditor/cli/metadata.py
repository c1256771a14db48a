"""`auditor metadata`: what picture files themselves say."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import UNREADABLE

EXAMPLE = "auditor metadata pictures/ | jq '{file, creator, credit}'"


def metadata(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Picture file, or folder (with all below it).", show_default=False)
    ],
    with_hash: Annotated[
        bool, typer.Option("--picture-hash", help="Add `picture_hash`, by which registers know a picture by what it shows.")
    ] = False,
    with_location: Annotated[
        bool, typer.Option("--location", help="Print where pictures were taken; else only that a location is there.")
    ] = False,
) -> None:
    """Print what picture files say of themselves (EXIF, IIM, XMP).

    Prints JSON Lines, one object a file, in order; a table when standard output is a terminal. A file that cannot be read is
    named on standard error, and the exit code is 3.
    """
    from auditor import limits
    from auditor.cli.lines import print_skipped
    from auditor.cli.progress import with_progress
    from auditor.embedded import read_metadata
    from auditor.embedded.location import read_location
    from auditor.embedded.reconcile import metadata_record
    from auditor.ingest.document_file import printable_name, read_file
    from auditor.model import UnreadableError
    from auditor.render.json_text import json_line
    from auditor.render.metadata_table import metadata_table

    files = [file for path in paths for file in _pictures(path)]
    unreadable = 0
    for file in with_progress(files, total=len(files), noun="files"):
        try:
            data = read_file(Path(file), limits.MAX_IMAGE_BYTES)
        except UnreadableError as error:
            unreadable += 1
            print_skipped(printable_name(file), str(error))
            continue
        found = read_metadata(data)
        unreadable += found.container is None
        record = {"file": printable_name(file), **metadata_record(found), **(_hash(data) if with_hash else {})}
        if with_location:
            record["location"] = read_location(data) or record["location"]
        sys.stdout.write(metadata_table(record) if sys.stdout.isatty() else json_line(record))
    if unreadable:
        raise typer.Exit(UNREADABLE)


def _hash(data: bytes) -> dict[str, str | None]:
    from auditor.identity.hashes import picture_hash

    shown = picture_hash(data)
    return {"picture_hash": None if shown is None else f"{shown:016x}"}


def _pictures(path: str) -> Iterator[str]:
    """The file itself, or the files of a folder that are named like pictures, in order of their paths."""
    from auditor.ingest.picture_names import is_picture_name

    if not Path(path).is_dir():
        yield path
        return
    yield from sorted(str(file) for file in Path(path).rglob("*") if is_picture_name(file.name) and file.is_file())
