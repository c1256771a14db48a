"""An audit as one CSV table (RFC 4180, UTF-8): a row for each document, picture and finding, told apart by the column `row`.

A table has no room for a heading line; the figures are counts of its rows, and every row states the policy and the tool.
"""

import csv
import io
from collections.abc import Iterator

from auditor.model import Audit
from auditor.render.json import tool_record
from auditor.render.printable import inert
from auditor.render.tables import (
    DOCUMENT_COLUMNS,
    FINDING_COLUMNS,
    PICTURE_COLUMNS,
    Row,
    document_rows,
    finding_rows,
    picture_rows,
)

RUN_COLUMNS = ("tool", "policy", "policy_sha256", "time")
_FIRST = ("row", "document", "picture", "position", "kind")
COLUMNS = (*dict.fromkeys((*_FIRST, *FINDING_COLUMNS, *PICTURE_COLUMNS, *DOCUMENT_COLUMNS)), *RUN_COLUMNS)


def render_csv(audit: Audit) -> str:
    """The table; `row` is `document`, `picture`, `finding` or `unread` (a document that was not)."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    tool = tool_record()
    made = (
        f"{tool['name']} {tool['version']}",
        audit.policy_name,
        audit.policy_sha256,
        audit.time.isoformat() if audit.time else "",
    )
    run: Row = dict(zip(RUN_COLUMNS, made, strict=True))
    for row in _rows(audit):
        writer.writerow({column: inert(cell) for column, cell in {**row, **run}.items()})
    return out.getvalue()


def _rows(audit: Audit) -> Iterator[Row]:
    yield from ({"row": "document" if "sha256" in row else "unread", **row} for row in document_rows(audit))
    yield from ({"row": "picture", **row} for row in picture_rows(audit))
    yield from ({"row": "finding", **row} for row in finding_rows(audit))
