"""`auditor split`: articles split into body, pictures, captions and credits."""

import sys

import typer

from auditor.cli import UNREADABLE
from auditor.cli.options import Paths

EXAMPLE = "auditor split story.html | jq .media"


def split(paths: Paths) -> None:
    """Split articles into body, captions and credit lines.

    Prints JSON Lines, one object a document, in order. A document that cannot be read is named on standard error, and the
    exit code is 3.
    """
    from auditor import pipeline
    from auditor.cli.lines import print_record
    from auditor.cli.progress import with_progress
    from auditor.ingest.folder import find_documents
    from auditor.model import Skipped, UnreadableError
    from auditor.render.records import page_record

    unreadable = 0
    documents = find_documents(paths)
    for document in with_progress(documents, total=len(documents), noun="documents"):
        try:
            if isinstance(document, Skipped):
                raise UnreadableError(document.reason)
            print_record(page_record(document.name, pipeline.split(document)))
        except UnreadableError as error:
            unreadable += 1
            name = document.document if isinstance(document, Skipped) else document.name
            print(f"auditor: {name}: {error}", file=sys.stderr)
    if unreadable:
        raise typer.Exit(UNREADABLE)
