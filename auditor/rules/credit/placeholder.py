"""Credit that only looks filled in

A blank, an invisible character, a dash or “n/a” satisfies a required field and credits nobody. The finding names the
characters, so that they can be found in the content system.
"""

from collections.abc import Iterator

from auditor.model import Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A credit line that says nothing."""
    if item.credit and item.credit.placeholder:
        yield Hit(message=f"The credit only looks filled in: {item.credit.placeholder}.", span=item.reading.credit_span)


RULE = Rule(
    id="credit/placeholder",
    since="0.1",
    severity=Severity.BLOCK,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption="Ferries wait in the harbour of Port Elin.", credit="n/a", at="n/a"),
        Example(caption="Ferries wait in the harbour of Port Elin.", credit="\u200b", at="\u200b"),
        Example(caption="Ferries wait in the harbour of Port Elin.", credit="-", at="-"),
    ),
    good=(Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow"),),
)
