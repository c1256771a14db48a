"""Photographer's name differs by a letter from the house's list

The register of photographers and staff holds their names as they are to be spelt. A maker who is not on it, and whose
name is that of somebody on it but for a letter or two, is probably that person; there may be two people all the same, so
confidence is low. Nothing is said of makers unlike anybody on the list. The register is the file that `--registers` names.
"""

from collections.abc import Iterator

from auditor.model import Field, Hit, MediaItem, RegisterEntry, RegisterKind, Severity
from auditor.rules.base import Context, Example, Rule, in_caption
from auditor.rules.registered import entries_about, sureness, witness

_PEOPLE = tuple(
    RegisterEntry(kind=RegisterKind.PEOPLE, place=f"staff.csv, row {row}", name=name)
    for row, name in enumerate(("Lena Ostrow", "Tomas Reck"), 2)
)


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each maker nearly named like somebody on the list."""
    for match in entries_about(item, RegisterKind.PEOPLE):
        creator = next((c for c in item.credit.creators if c.name == match.of), None) if item.credit else None
        if creator:
            yield Hit(
                message=f"“{creator.printed}” is not on the list of photographers; {match.entry.name} is ({match.entry.place}).",
                span=in_caption(item, creator.span),
                related=witness(match.entry, Field.CREATOR, match.entry.name),
                suggestion=match.entry.name,
                confidence=sureness(match),
            )


RULE = Rule(
    id="credit/creator-misspelt",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption="Ferries in Port Elin. Photo: Lena Ostrov/Reuters", at="Lena Ostrov", register=_PEOPLE),
        Example(caption="Ferries in Port Elin. Photo: Thomas Reck/Reuters", at="Thomas Reck", register=_PEOPLE),
    ),
    good=(
        Example(caption="Ferries in Port Elin. Photo: Lena Ostrow/Reuters", register=_PEOPLE),
        Example(caption="Ferries in Port Elin. Photo: Ada Brandt/Reuters", register=_PEOPLE),
    ),
)
