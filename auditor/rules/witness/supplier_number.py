"""Number of one supplier, credit of others

The file name or address holds a supplier's number, and the credit names other suppliers but not this one. Either the
credit belongs to another picture, or the one who delivered it was dropped from the chain. Low confidence: file names
outlive the pictures in them. Parents and daughters (iStock and Getty Images) count as one.
"""

from collections.abc import Iterator

from auditor.data.load import agencies
from auditor.model import Comparison, Confidence, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, named_in


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A number that proves its supplier by itself, beside a credit of known suppliers without that one."""
    credit = item.credit
    credited = {_house(o.id) for o in credit.organisations if o.id} if credit else set()
    for asset in item.asset_ids:
        if credit and credited and not asset.needs_credit and _house(asset.supplier) not in credited:
            supplier = agencies()[asset.supplier].name
            yield Hit(
                message=f"The picture bears number {asset.id} of {supplier}, but the credit names {named_in(credit)}.",
                span=item.reading.credit_span,
                confidence=Confidence.LOW,
            )
            return


def _house(supplier: str) -> str:
    """The topmost parent of a supplier."""
    seen = {supplier}
    while (parent := agencies()[supplier].parent) and parent in agencies() and parent not in seen:
        seen.add(supplier := parent)
    return supplier


RULE = Rule(
    id="witness/supplier-number",
    since="0.1",
    severity=Severity.NOTE,
    comparison=Comparison.CONTRADICTION,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries wait in the harbour of Port Elin.",
            credit="Photo: Lena Ostrow/Reuters",
            image="https://news.example/GettyImages-2242056166.jpg",
            at="Photo: Lena Ostrow/Reuters",
        ),
    ),
    good=(
        Example(
            caption="Ferries wait in the harbour of Port Elin.",
            credit="Photo: Lena Ostrow/AFP via Getty Images",
            image="https://news.example/GettyImages-2242056166.jpg",
        ),
    ),
)
