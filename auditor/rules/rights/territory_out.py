"""Supplier excludes this territory

“GERMANY OUT” bars publication in Germany without a separate deal. Where the house publishes is the policy's
`territories`; while it is empty nothing can be checked. The words are read in the caption and in the instructions
inside the file.
"""

from collections.abc import Iterator

from auditor.model import Field, Hit, MediaItem, Severity, UsageKind
from auditor.rules.base import Context, Example, Rule, not_checked
from auditor.rules.terms import terms_of


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each excluded territory that the policy names as the house's own."""
    for term in terms_of(item, UsageKind.TERRITORY_OUT):
        if not context.policy.territories:
            yield not_checked("the policy does not say where the pictures are published")
        elif own := [place for place in term.rule.territories if place.casefold() in context.policy.territories]:
            yield Hit(
                message=f"“{term.rule.text}” excludes {', '.join(own)}, where this page is published.",
                span=term.span,
                related=term.witness,
            )


RULE = Rule(
    id="rights/territory-out",
    since="0.1",
    severity=Severity.BLOCK,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries in the harbour of Port Elin. Photo: Lena Ostrow/Reuters GERMANY OUT",
            at="GERMANY OUT",
            policy='territories = ["Germany"]',
        ),
        Example(
            caption="Ferries in Port Elin.",
            embedded=((Field.INSTRUCTIONS, "GERMANY OUT"),),
            policy='territories = ["Germany"]',
        ),
    ),
    good=(
        Example(
            caption="Ferries in the harbour of Port Elin. Photo: Lena Ostrow/Reuters JAPAN OUT",
            policy='territories = ["Germany"]',
        ),
    ),
)
