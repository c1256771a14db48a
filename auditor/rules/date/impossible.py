"""Date that the calendar does not have

“February 30” is a slip; what was meant cannot be told from the words, so the picture stays undated until somebody asks
the maker or the supplier.
"""

from collections.abc import Iterator

from auditor.model import Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each run of words with the form of a date that is none."""
    for span in item.reading.dating.impossible:
        yield Hit(message=f"“{span.of(item.caption or '')}” is not a date.", span=span)


RULE = Rule(
    id="date/impossible",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour of Port Elin on February 30, 2026.", at="February 30, 2026"),),
    good=(Example(caption="Ferries wait in the harbour of Port Elin on February 28, 2026."),),
)
