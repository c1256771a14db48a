"""`auditor archive query`: SQL over the parts."""

import sys
from typing import Annotated

import typer

from auditor.cli.archive.options import AllVersions, Edition, Folder, json_line, opened

EXAMPLE = 'auditor archive query audit "select agency, count(*) from pictures group by 1 order by 2 desc"'


def query(
    folder: Folder,
    sql: Annotated[
        str, typer.Argument(metavar="SQL", help="Views: pages, media, pictures, findings, unread.", show_default=False)
    ],
    edition: Edition = None,
    all_versions: AllVersions = False,
) -> None:
    """Put a query to the archive; prints JSON Lines."""
    names, rows = opened(folder, edition, all_versions).query(sql)
    for row in rows:
        sys.stdout.write(json_line(names, row) + "\n")
