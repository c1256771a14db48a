"""FILE label on a new picture

The label says “old”, the date says the day of the story. One of them is left over from another use.
"""

from collections.abc import Iterator

from auditor.model import Hit, MediaItem, Precision, Severity
from auditor.rules.base import Context, Example, Rule, not_checked

_DAYS = 1


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A labelled picture whose printed day is that of the story, or the day before."""
    dating, published = item.reading.dating, context.page.published_on
    if not dating.file_label or dating.date is None or dating.date.precision is not Precision.DAY:
        return
    if published is None:
        yield not_checked("the page does not say when it was published")
    elif dating.date.explicit and 0 <= (published - dating.date.start).days <= _DAYS:
        yield Hit(
            message=f"Labelled as a file picture but dated {dating.date.value}; the story is of {published.isoformat()}.",
            span=dating.file_label_span,
        )


RULE = Rule(
    id="date/file-label-wrong",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="FILE - Ferries wait in the harbour of Port Elin, July 8, 2026.",
            at="FILE",
            published="2026-07-08",
        ),
    ),
    good=(Example(caption="FILE - Ferries wait in the harbour of Port Elin, June 3, 2019.", published="2026-07-08"),),
)
