"""Old picture without a FILE label

A picture much older than its story misleads unless it is marked: FILE, Archiv, archives, 資料. How old is too old is the
policy's `file_label_after_days`; an archive named in the credit counts as a mark. Where the caption prints the date the
reader is warned, and a date in an address or in the page's data may be the day of upload, so confidence is low there;
it is high where the file or a supplier's number gives the age away.
"""

from collections.abc import Iterator

from auditor.model import Confidence, Field, Flag, Hit, MediaItem, Role, Severity
from auditor.policy import DateSource
from auditor.rules.base import Context, Example, Rule, ago, dated_by, is_printed, not_checked

_SURE = (DateSource.EMBEDDED, DateSource.SUPPLIER_ID)


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
        yield Hit(
            message=f"The picture is of {dated_by(evidence)}, {ago(days)} before the story, and has no FILE label.",
            span=evidence.date.span if is_printed(evidence) else None,
            suggestion=f"FILE - {item.description}" if item.description and _is_english(context) else None,
            confidence=Confidence.HIGH if DateSource.of(evidence) in _SURE else Confidence.LOW,
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
