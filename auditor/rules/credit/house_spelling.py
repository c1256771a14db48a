"""Supplier not written as the house writes it

The option `spellings` lists how the house writes its suppliers (`dpa`, not `DPA`). A supplier of the list that the credit
writes in another way is found, whichever of its names the credit uses; in the preset `default` the list is empty. What the
supplier itself asks for is the matter of `credit/supplier-form`.
"""

from collections.abc import Iterator

from auditor.data.load import agencies
from auditor.model import Hit, MediaItem, Organisation, Severity
from auditor.rules.base import Context, Example, Rule, in_caption


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each supplier of the list that is written otherwise."""
    spellings = context.policy.words("credit/house-spelling", "spellings")
    for organisation in item.credit.organisations if item.credit and spellings else ():
        names = _names(organisation)
        wanted = [spelling for spelling in spellings if spelling.casefold() in names]
        if wanted and organisation.printed not in wanted and not organisation.misspelt:
            yield Hit(
                message=f"The house writes “{wanted[0]}”, not “{organisation.printed}”.",
                span=in_caption(item, organisation.span),
                suggestion=wanted[0],
            )


def _names(organisation: Organisation) -> set[str]:
    """Every name it is known by, in small letters."""
    agency = agencies().get(organisation.id or "")
    listed = (*agency.aliases, *agency.short_forms, *agency.weak_aliases) if agency else ()
    return {name.casefold() for name in (organisation.name, organisation.printed, *listed)}


_HOUSE = '[options."credit/house-spelling"]\nspellings = ["dpa"]\n'

RULE = Rule(
    id="credit/house-spelling",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Lifeboat crew at drill in Port Elin. Foto: Lena Ostrow/DPA", policy=_HOUSE, at="DPA"),),
    good=(
        Example(caption="Lifeboat crew at drill in Port Elin. Foto: Lena Ostrow/dpa", policy=_HOUSE),
        Example(caption="Lifeboat crew at drill in Port Elin. Foto: Lena Ostrow/DPA"),
    ),
)
