"""Picture stands on the house's kill list

Suppliers kill pictures by a message of their own, long after the picture was sent: what the house has noted down binds
every page, published ones too. The register is the file that `--registers` names; the finding says by what the picture
was recognised. A file's name alone is a weak sign, as two pictures may bear one name: confidence is low then.
"""

from collections.abc import Iterator

from auditor.model import Field, Hit, MediaItem, RegisterEntry, RegisterKind, Severity
from auditor.rules.base import Context, Example, Rule
from auditor.rules.registered import entries_about, known_by, sureness, witness

_ENTRY = RegisterEntry(kind=RegisterKind.KILLED, place="kill-list.csv, row 2", id="1228224227", note="posed by actors")


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """One hit, for the surest entry."""
    for match in entries_about(item, RegisterKind.KILLED):
        yield Hit(
            message="The picture is on the kill list.",
            aside=known_by(match),
            related=witness(match.entry, Field.INSTRUCTIONS, match.entry.note),
            confidence=sureness(match),
        )
        return


RULE = Rule(
    id="rights/on-kill-list",
    since="0.1",
    severity=Severity.BLOCK,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption="Ferries in Port Elin.", image="https://news.example/GettyImages-1228224227.jpg", register=(_ENTRY,)),
        Example(
            caption="Ferries in Port Elin.",
            image="https://news.example/ferry-0042-1024x683.jpg",
            register=(RegisterEntry(kind=RegisterKind.KILLED, place="kill-list.csv, row 3", file_name="Ferry-0042.jpg"),),
        ),
    ),
    good=(Example(caption="Ferries in Port Elin.", image="https://news.example/GettyImages-1228224228.jpg", register=(_ENTRY,)),),
)
