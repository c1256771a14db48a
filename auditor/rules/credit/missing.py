"""Picture without a credit

Whose picture is it? Suppliers' contracts and the law of many countries ask for the maker's name at the picture, and
without a credit nobody can tell later under which right it ran. A credit line that only looks filled in is the matter
of `credit/placeholder`; one that stands where no reader sees it of `credit/only-hidden`.
"""

from collections.abc import Iterator

from auditor.model import Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, noun
from auditor.rules.verdicts import CreditState, credit_state


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A picture for which neither the page nor its data states a credit."""
    if credit_state(item) is CreditState.MISSING:
        what = f"The lead {noun(item)}" if item.is_lead else f"The {noun(item)}"
        inside = item.file.credits[:1] if item.file else ()
        hint = f"; inside its file stands “{inside[0][0].value}”" if inside else ""
        yield Hit(message=f"{what} has no credit{hint}.", related=tuple(statement for statement, _ in inside))


RULE = Rule(
    id="credit/missing",
    since="0.1",
    severity=Severity.BLOCK,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour of Port Elin."), Example()),
    good=(
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters"),
        Example(caption="Ferries wait in the harbour of Port Elin. (Facebook)"),
    ),
)
