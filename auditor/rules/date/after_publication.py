"""Picture dated after its story

A picture cannot be younger than the page that shows it: the date is mistyped, belongs to a coming event, or the picture
was exchanged later. One day more may be a time zone, and a date that a file or the page's data states may be that of a
later version, so confidence is low there.
"""

from collections.abc import Iterator
from datetime import timedelta

from auditor.model import Confidence, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, dated_by, is_printed, not_checked


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Evidence whose earliest day lies after publication, but not after today (`date/future`)."""
    published = context.page.published_on
    if not item.dates:
        return
    if published is None:
        yield not_checked("the page does not say when it was published")
        return
    for evidence in item.dates:
        if published < evidence.date.start <= context.today + timedelta(days=1):
            sure = is_printed(evidence) and evidence.date.start > published + timedelta(days=1)
            yield Hit(
                message=f"The picture is dated {dated_by(evidence)}; the story is of {published.isoformat()}.",
                span=evidence.date.span if is_printed(evidence) else None,
                confidence=Confidence.HIGH if sure else Confidence.LOW,
            )
            return


RULE = Rule(
    id="date/after-publication",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption="Ferries wait in the harbour of Port Elin on July 17, 2026.", at="July 17, 2026", published="2026-07-08"),
    ),
    good=(
        Example(caption="Ferries wait in the harbour of Port Elin on July 7, 2026.", published="2026-07-08"),
        Example(caption="Ferries wait in the harbour of Port Elin on July 17, 2026.", published=None),
    ),
)
