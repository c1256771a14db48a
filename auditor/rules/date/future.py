"""Picture dated in the future

No picture was made tomorrow: the date is mistyped or belongs to a coming event. One day is left for time zones. A clock
in a camera can be wrong too, so a date inside a file gives low confidence.
"""

from collections.abc import Iterator
from datetime import timedelta

from auditor.model import Confidence, Hit, MediaItem, Origin, Severity
from auditor.rules.base import Context, Example, Rule


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """The first evidence whose earliest day lies after today."""
    for evidence in item.dates:
        if evidence.date.start > context.today + timedelta(days=1):
            in_words = evidence.origin is Origin.CAPTION and evidence.supplier is None
            yield Hit(
                message=f"The picture is dated {evidence.date.value} ({evidence.locator}), which has not come yet.",
                span=evidence.date.span if in_words else None,
                confidence=Confidence.HIGH if in_words else Confidence.LOW,
            )
            return


RULE = Rule(
    id="date/future",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour of Port Elin on July 7, 2062.", at="July 7, 2062"),),
    good=(Example(caption="Ferries wait in the harbour of Port Elin on July 7, 2026."),),
)
