"""Day and month can be exchanged

“03/04/2026” is the third of April here and the fourth of March there. Where neither the language nor the numbers
decide, both readings are kept and the outcome is “cannot tell”. Writing the month as a word settles it.
"""

from collections.abc import Iterator

from auditor.model import Confidence, Hit, MediaItem, Outcome, Severity
from auditor.rules.base import Context, Example, Rule


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A date in the caption with a second reading."""
    date = item.date
    if date and date.other_reading:
        yield Hit(
            message=f"“{date.text}” can be {date.value} or {date.other_reading.value}.",
            span=date.span,
            confidence=Confidence.LOW,
            outcome=Outcome.CANNOT_TELL,
        )


RULE = Rule(
    id="date/ambiguous",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour of Port Elin, 03/04/2026.", at="03/04/2026"),),
    good=(
        Example(caption="Ferries wait in the harbour of Port Elin, 23/04/2026."),
        Example(caption="Ferries wait in the harbour of Port Elin, April 3, 2026."),
    ),
)
