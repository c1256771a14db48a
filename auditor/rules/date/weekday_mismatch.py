"""Weekday and date do not agree

One of the two is wrong, and a reader cannot tell which. The calendar decides; only the caption's own words are
compared. Where the year came from the day of publication the year may be what is wrong, so confidence is low.
"""

from calendar import day_name
from collections.abc import Iterator

from auditor.model import Confidence, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A printed weekday that the printed date did not have."""
    date = item.date
    if date is None or date.weekday_fits or date.stated_weekday is None:
        return
    true, stated = day_name[date.start.weekday()], day_name[date.stated_weekday]
    yield Hit(
        message=f"{date.value} was a {true}, not a {stated}: weekday or date is wrong.",
        span=date.span,
        confidence=Confidence.HIGH if date.explicit and date.other_reading is None else Confidence.LOW,
    )


RULE = Rule(
    id="date/weekday-mismatch",
    since="0.1",
    severity=Severity.BLOCK,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour of Port Elin, Sunday, July 7, 2026.", at="Sunday, July 7, 2026"),),
    good=(Example(caption="Ferries wait in the harbour of Port Elin, Tuesday, July 7, 2026."),),
)
