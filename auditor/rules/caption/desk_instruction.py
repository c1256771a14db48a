"""Instruction to editors printed under the picture

“MANDATORY CREDIT”, “NO ARCHIVES”, “GERMANY OUT” are the supplier's words to the desk. Printed, they show that the
caption went through unread; and the limit they state may be broken by the very page that prints it.
"""

from collections.abc import Iterator

from auditor.model import Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each run of usage terms inside the caption."""
    for span in item.reading.usage_terms:
        words = " ".join(span.of(item.caption or "").split())
        yield Hit(message=f"“{words}” is meant for editors, not for readers; check whether the page keeps to it.", span=span)


RULE = Rule(
    id="caption/desk-instruction",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour of Port Elin. REUTERS/Lena Ostrow NO ARCHIVES", at="NO ARCHIVES"),),
    good=(Example(caption="Ferries wait outside the city archives of Port Elin. REUTERS/Lena Ostrow"),),
)
