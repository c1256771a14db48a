"""`auditor metadata`: what picture files themselves say."""

import sys
from typing import Annotated

import typer

from auditor.cli import UNREADABLE
from auditor.cli.options import TrustOption

EXAMPLE = "auditor metadata pictures/ | jq '{file, creator, credit}'"


def metadata(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH", help="Picture file, folder (with all below it), glob, or - for stdin.", show_default=False
        ),
    ],
    with_hash: Annotated[
        bool, typer.Option("--picture-hash", help="Add `picture_hash`, by which registers know a picture by what it shows.")
    ] = False,
    with_location: Annotated[
        bool, typer.Option("--location", help="Print where pictures were taken; else only that a location is there.")
    ] = False,
    with_contact: Annotated[
        bool, typer.Option("--contact", help="Print how to reach maker and licensor; else only that it is there.")
    ] = False,
    trust: TrustOption = None,
) -> None:
    """Print what picture files say of themselves.

    Read are EXIF, IPTC-IIM, XMP, texts of a PNG and content credentials.

    Prints JSON Lines, one object a file, in order; a table when standard output is a terminal. A file that cannot be read is
    named on standard error, and the exit code is 3.
    """
    from auditor.cli.lines import print_skipped
    from auditor.cli.progress import with_progress
    from auditor.cli.trust import house_trust
    from auditor.embedded import read_metadata
    from auditor.embedded.location import read_location
    from auditor.embedded.reconcile import metadata_record
    from auditor.ingest.document_file import printable_name
    from auditor.ingest.picture_paths import find_picture_paths, read_picture
    from auditor.model import UnreadableError
    from auditor.render.json_text import json_line
    from auditor.render.metadata_table import metadata_table

    anchors = house_trust(trust)
    files = find_picture_paths(paths)
    unreadable = 0
    for file in with_progress(files, total=len(files), noun="files"):
        try:
            data = read_picture(file)
        except UnreadableError as error:
            unreadable += 1
            print_skipped(printable_name(file), str(error))
            continue
        found = read_metadata(data, trust_anchors=anchors, with_contact=with_contact)
        if found.container is None:
            unreadable += 1
            print_skipped(printable_name(file), "; ".join(map(str, found.problems)))
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
