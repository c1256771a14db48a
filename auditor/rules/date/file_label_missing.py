"""Old picture without a FILE label

A picture much older than its story misleads unless it is marked: FILE, Archiv, archives, 資料. How old is too old is the
policy's `file_label_after_days`; an archive named in the credit counts as a mark. Where the caption prints the date the
reader is warned, so confidence is low there; it is high where only the file, the page's data or a supplier's number
gives the age away.
"""

from collections.abc import Iterator

from auditor.model import Confidence, Field, Flag, Hit, MediaItem, Origin, Role, Severity
from auditor.policy import DateSource
from auditor.rules.base import Context, Example, Rule, not_checked


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A picture whose surest date is older than the policy allows without a label."""
    evidence = next((e for e in item.dates if DateSource.of(e) in context.policy.date_evidence), None)
    if evidence is None or _is_labelled(item):
        return
    if context.page.published_on is None:
        yield not_checked("the page does not say when it was published")
        return
    days = (context.page.published_on - evidence.date.end).days
    if days > context.policy.file_label_after_days:
        in_words = evidence.origin is Origin.CAPTION and evidence.supplier is None
        yield Hit(
            message=f"The picture is of {evidence.date.value}, {days} days before the story, and has no FILE label.",
            span=evidence.date.span if in_words else None,
            suggestion=f"FILE - {item.description}" if item.description and _is_english(context) else None,
            confidence=Confidence.LOW if in_words else Confidence.HIGH,
        )


def _is_labelled(item: MediaItem) -> bool:
    credit = item.credit
    in_credit = credit is not None and (
        credit.role is Role.ARCHIVE or Flag.FILE in credit.flags or Flag.SYMBOL_PICTURE in credit.flags
    )
    return item.reading.dating.file_label or in_credit


def _is_english(context: Context) -> bool:
    return (context.page.language or "").lower().startswith("en")


RULE = Rule(
    id="date/file-label-missing",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption="Ferries wait in the harbour of Port Elin, June 3, 2019.", at="June 3, 2019", published="2026-07-08"),
        Example(caption="Ferries wait in the harbour of Port Elin.", embedded=((Field.DATE_CREATED, "2019-06-03"),)),
    ),
    good=(
        Example(caption="FILE - Ferries wait in the harbour of Port Elin, June 3, 2019.", published="2026-07-08"),
        Example(caption="Ferries wait in the harbour of Port Elin, June 3, 2026.", published="2026-07-08"),
    ),
)
