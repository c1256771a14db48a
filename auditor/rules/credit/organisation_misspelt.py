"""Supplier's name misspelt

A misspelt credit is not the credit the contract asks for, and a search for the supplier's pictures misses it.
"""

from collections.abc import Iterator

from auditor.model import Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, in_caption


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each organisation found through a known misspelling."""
    for organisation in item.credit.organisations if item.credit else ():
        if organisation.misspelt:
            yield Hit(
                message=f"“{organisation.printed}” is a misspelling of {organisation.name}.",
                span=in_caption(item, organisation.span),
                suggestion=organisation.name,
            )


RULE = Rule(
    id="credit/organisation-misspelt",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Lifeboat crew at drill in Port Elin. Photo: Lena Ostrow/Retuers", at="Retuers"),),
    good=(Example(caption="Lifeboat crew at drill in Port Elin. Photo: Lena Ostrow/Reuters"),),
)
