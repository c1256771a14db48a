"""Nothing about rights inside the picture file

The published file names neither maker nor supplier nor owner. Somewhere between the supplier and the page a program
removed them, or they were never there; whoever copies the picture from the page cannot tell whose it is. Many content
systems do this when they resize, so it is a note. Where the original is at hand it is the matter of
`witness/lost-in-rendition` and `witness/never-there`.
"""

from collections.abc import Iterator

from auditor.model import Field, Hit, MediaItem, Metadata, Severity
from auditor.rules.base import Context, Example, Rule, not_checked

_RIGHTS = frozenset(
    (Field.CREATOR, Field.CREDIT_LINE, Field.SOURCE, Field.COPYRIGHT_NOTICE, Field.COPYRIGHT_OWNER, Field.LICENSOR_NAME)
)


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A readable picture file without one value about rights."""
    if not item.kind.is_picture:
        return
    if item.file is None or item.file.metadata.container is None:
        yield not_checked("no picture file is at hand")
    elif item.file.original is None and not holds_rights(item.file.metadata):
        yield Hit(message=f"The file {item.file.name} names neither maker nor supplier nor owner.")


def holds_rights(metadata: Metadata) -> bool:
    """Whether a file names a maker, a supplier or an owner."""
    return any(statement.field in _RIGHTS and statement.value.strip() for statement in metadata.statements)


RULE = Rule(
    id="witness/metadata-stripped",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour of Port Elin.", embedded=((Field.DATE_CREATED, "2026-07-07"),)),),
    good=(
        Example(caption="Ferries wait in the harbour of Port Elin.", embedded=((Field.CREDIT_LINE, "Reuters"),)),
        Example(caption="Ferries wait in the harbour of Port Elin."),
    ),
)
