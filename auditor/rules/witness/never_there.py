"""Neither the published file nor its original names an owner

The original is at hand, and already it names neither maker nor supplier nor owner: nothing was lost on the way, nobody
ever wrote it in. Ask whoever delivered the picture, and have it written into the original, or the next user will credit
it by guesswork. `--originals DIR` names the folder of the originals.
"""

from collections.abc import Iterator

from auditor.model import Comparison, Field, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, not_checked
from auditor.rules.witness.metadata_stripped import holds_rights


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A published file and an original, both readable, without one value about rights."""
    if not item.kind.is_picture:
        return
    file = item.file
    if file is None or file.original is None or file.original.metadata.container is None:
        yield not_checked("no original is at hand")
    elif not holds_rights(file.metadata) and not holds_rights(file.original.metadata):
        yield Hit(message=f"Neither {file.name} nor its original {file.original.name} names maker, supplier or owner.")


RULE = Rule(
    id="witness/never-there",
    since="0.1",
    severity=Severity.NOTE,
    comparison=Comparison.NEVER_THERE,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries in Port Elin.", original=((Field.DATE_CREATED, "2026-07-07"),)),),
    good=(
        Example(caption="Ferries in Port Elin.", original=((Field.CREATOR, "Lena Ostrow"),)),
        Example(
            caption="Ferries in Port Elin.",
            embedded=((Field.CREATOR, "Lena Ostrow"),),
            original=((Field.DATE_CREATED, "2026-07-07"),),
        ),
    ),
)
