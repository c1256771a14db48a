"""Year not printed

The caption names day and month; the year came from the day of publication. Right on the day it runs, wrong when the
page or the picture is found in later years.
"""

from collections.abc import Iterator

from auditor.model import Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A date in the caption whose year had to be inferred."""
    if item.date and item.date.year_inferred:
        yield Hit(message=f"“{item.date.text}” leaves out the year; taken as {item.date.value}.", span=item.date.span)


RULE = Rule(
    id="date/year-inferred",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour of Port Elin on July 7.", at="July 7", published="2026-07-08"),),
    good=(Example(caption="Ferries wait in the harbour of Port Elin on July 7, 2026.", published="2026-07-08"),),
)
