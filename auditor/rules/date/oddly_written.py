"""Date written with a slip of the keys

A stray space or a doubled sign inside a date can still be read, but it shows that nobody read the caption, and search
misses it.
"""

from collections.abc import Iterator

from auditor.model import Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A date whose words have oddities."""
    if item.date and item.date.oddities:
        yield Hit(message=f"The date is oddly written: {'; '.join(item.date.oddities)}.", span=item.date.span)


RULE = Rule(
    id="date/oddly-written",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour, 7 July , 2026 in Port Elin.", at="7 July , 2026"),),
    good=(Example(caption="Ferries wait in the harbour, July 7, 2026 in Port Elin."),),
)
