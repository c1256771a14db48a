"""Picture file names people but no owner of its copyright

The file still says who made or supplied the picture, and holds neither Copyright Notice nor Copyright Owner. The notice
is what a finder of the file looks for, and in some countries removing it is an offence of its own. A file without any
word about rights is the matter of `witness/metadata-stripped`. Off in the preset `default`: many suppliers leave the
notice to the page.
"""

from collections.abc import Iterator

from auditor.model import Field, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, not_checked

_OWNER = (Field.COPYRIGHT_NOTICE, Field.COPYRIGHT_OWNER)


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A file with a credit inside and without an owner."""
    if item.file is None or item.file.metadata.container is None:
        if item.kind.is_picture:
            yield not_checked("no picture file is at hand")
    elif item.file.credits and not any(s.field in _OWNER and s.value.strip() for s in item.file.metadata.statements):
        yield Hit(
            message=f"The file {item.file.name} holds a credit and no copyright notice.",
            related=tuple(statement for statement, _ in item.file.credits),
        )


_ON = '[rules]\n"rights/copyright-missing" = "note"\n'
_MAKER = (Field.CREATOR, "Lena Ostrow")

RULE = Rule(
    id="rights/copyright-missing",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries in Port Elin. Photo: Lena Ostrow", embedded=(_MAKER,), policy=_ON),),
    good=(
        Example(
            caption="Ferries in Port Elin. Photo: Lena Ostrow",
            embedded=(_MAKER, (Field.COPYRIGHT_NOTICE, "© 2026 Lena Ostrow")),
            policy=_ON,
        ),
        Example(caption="Ferries in Port Elin. Photo: Lena Ostrow", policy=_ON),
    ),
)
