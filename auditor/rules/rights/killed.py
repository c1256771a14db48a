"""Supplier has withdrawn the picture

A kill asks every subscriber to remove the picture at once, from pages already published too. The words are read in the
caption and in the instructions inside the file.
"""

from collections.abc import Iterator

from auditor.model import Field, Hit, MediaItem, Severity, UsageKind
from auditor.rules.base import Context, Example, Rule
from auditor.rules.terms import terms_of


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each word that kills."""
    for term in terms_of(item, UsageKind.KILL):
        yield Hit(message=f"“{term.rule.text}”: the supplier asks to remove this picture.", span=term.span, related=term.witness)


RULE = Rule(
    id="rights/killed",
    since="0.1",
    severity=Severity.BLOCK,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption="Ferries in Port Elin.", embedded=((Field.INSTRUCTIONS, "MANDATORY KILL"),)),
        Example(caption="MANDATORY KILL. Ferries in the harbour of Port Elin. Photo: Lena Ostrow/Reuters", at="MANDATORY KILL"),
    ),
    good=(
        Example(caption="Fishermen kill the engine in the harbour of Port Elin.", embedded=((Field.INSTRUCTIONS, "NO SALES"),)),
    ),
)
