"""Picture dated in the future

No picture was made tomorrow: the date is mistyped or belongs to a coming event. One day is left for time zones. A clock
in a camera can be wrong too, so a date inside a file gives low confidence.
"""

from collections.abc import Iterator
from datetime import timedelta

from auditor.model import Confidence, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, dated_by, is_printed


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """The first evidence whose earliest day lies after today."""
    for evidence in item.dates:
        if evidence.date.start > context.today + timedelta(days=1):
            yield Hit(
                message=f"The picture is dated {dated_by(evidence)}, a day that has not come yet.",
                span=evidence.date.span if is_printed(evidence) else None,
                confidence=Confidence.HIGH if is_printed(evidence) else Confidence.LOW,
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
