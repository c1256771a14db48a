"""Only a relative date

“On Monday”, “yesterday”, “last October” are right for a reader of the day. The page stays, and the words move with it:
found a year later, or printed again, they name another day. The day they mean today is in the finding.
"""

from collections.abc import Iterator

from auditor.model import Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A date in the caption that counts from the day of publication; one that lacks the year alone is `date/year-inferred`."""
    date = item.date
    if date and not date.explicit and not date.year_inferred:
        yield Hit(message=f"“{date.text}” counts from the day of the story; it means {date.value}.", span=date.span)


RULE = Rule(
    id="date/relative-only",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour of Port Elin on Monday.", at="Monday", published="2026-07-08"),),
    good=(Example(caption="Ferries wait in the harbour of Port Elin on Monday, July 6, 2026.", published="2026-07-08"),),
)
