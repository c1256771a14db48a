"""Place of taking left inside the public file

The file holds the coordinates of where it was taken. For a portrait at home, a source or a private picture that is
personal data which the page gives away; remove it before publication. The place itself is not read.
"""

from collections.abc import Iterator

from auditor.model import Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, not_checked


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A picture file with coordinates."""
    if item.file is None or item.file.metadata.container is None:
        if item.kind.is_picture:
            yield not_checked("no picture file is at hand")
    elif item.file.metadata.has_location:
        yield Hit(message=f"The file {item.file.name} says where on earth it was taken.")


RULE = Rule(
    id="witness/location-left-in",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries in Port Elin.", has_location=True),),
    good=(Example(caption="Ferries in Port Elin."),),
)
