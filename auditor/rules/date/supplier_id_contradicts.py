"""Printed date after the supplier's own number

Some suppliers' numbers hold the day they sent the picture. It can have been made before that day, never after: the
caption's date or the picture is the wrong one. One day is left for time zones.
"""

from collections.abc import Iterator
from datetime import timedelta

from auditor.model import Comparison, Hit, MediaItem, Precision, Severity
from auditor.rules.base import Context, Example, Rule


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A printed day that lies after the day in the supplier's number."""
    printed = item.date
    if printed is None or printed.precision is not Precision.DAY or not printed.explicit:
        return
    for asset in item.asset_ids:
        if asset.date and asset.date.precision is Precision.DAY and printed.start > asset.date.end + timedelta(days=1):
            yield Hit(
                message=f"The caption dates the picture {printed.value}, but its number {asset.id} is of {asset.date.value}.",
                span=printed.span,
            )
            return


RULE = Rule(
    id="date/supplier-id-contradicts",
    since="0.1",
    severity=Severity.WARN,
    comparison=Comparison.CONTRADICTION,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries wait in the harbour of Port Elin, July 7, 2026. (AP Photo/Lena Ostrow)",
            image="https://news.example/AP16102665844570.jpg",
            at="July 7, 2026",
        ),
    ),
    good=(
        Example(
            caption="Ferries wait in the harbour of Port Elin, April 11, 2016. (AP Photo/Lena Ostrow)",
            image="https://news.example/AP16102665844570.jpg",
        ),
    ),
)
