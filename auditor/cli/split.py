"""`auditor split`: articles split into body, pictures, captions and credits."""

import typer

from auditor.cli import UNREADABLE
from auditor.cli.options import Paths, SitesOption

EXAMPLE = "auditor split story.html | jq .media"


def split(paths: Paths, sites: SitesOption = None) -> None:
    """Split articles into body, captions and credit lines.

    Prints JSON Lines, one object a document, in order. A document that cannot be read is named on standard error, and the
    exit code is 3.
    """
    from auditor.cli.lines import print_record, print_skipped, say_if_nothing_was_read
    from auditor.cli.progress import with_progress
    from auditor.cli.run import house_sites
    from auditor.ingest.folder import find_documents
    from auditor.model import Skipped
    from auditor.pipeline import split_all
    from auditor.render.records import page_record

    layouts = house_sites(sites).layouts
    unreadable = 0
    documents = find_documents(paths)
    say_if_nothing_was_read(paths, len(documents))
    for result in with_progress(split_all(documents, sites=layouts), total=len(documents), noun="documents"):
        if isinstance(result, Skipped):
            unreadable += 1
            print_skipped(result.document, result.reason)
        else:
            print_record(page_record(*result))
    if unreadable:
        raise typer.Exit(UNREADABLE)
