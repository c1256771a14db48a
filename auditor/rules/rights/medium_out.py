"""Supplier excludes this medium

“NO INTERNET” or “WEB OUT” bars a page on the web altogether. What the house publishes in is the policy's `media`. The
words are read in the caption and in the instructions inside the file.
"""

from collections.abc import Iterator

from auditor.model import Field, Hit, MediaItem, Severity, UsageKind
from auditor.rules.base import Context, Example, Rule
from auditor.rules.terms import terms_of


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each excluded medium that the policy names as the house's own."""
    for term in terms_of(item, UsageKind.MEDIUM_OUT):
        if (term.rule.medium or "").casefold() in context.policy.media:
            yield Hit(message=f"“{term.rule.text}” excludes this page.", span=term.span, related=term.witness)


RULE = Rule(
    id="rights/medium-out",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption="Ferries in the harbour of Port Elin. Photo: Lena Ostrow/Reuters NO INTERNET", at="NO INTERNET"),
        Example(caption="Ferries in Port Elin.", embedded=((Field.INSTRUCTIONS, "NO INTERNET"),)),
    ),
    good=(Example(caption="Ferries in the harbour of Port Elin. Photo: Lena Ostrow/Reuters TV OUT"),),
)
