"""Page credits another person than the file

Replacing the maker's name by another one is the costliest mistake a desk can make: courts have awarded damages for it.
The people on the page are compared with every Creator and credit inside the file, initials and accents aside; one in
common is enough. Where either side names no person, known suppliers are compared, with low confidence, because one
picture reaches clients by several ways. A file that was stripped of its credit contradicts nothing.
"""

from collections.abc import Iterator

from auditor.model import Comparison, Confidence, Credit, Field, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, not_checked
from auditor.rules.names import same_person


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A credit that shares nobody with the credits inside the file."""
    if item.credit is None or not item.credit.names_anybody:
        return
    if item.file is None or not item.file.credits:
        yield not_checked("no picture file with a credit inside is at hand")
        return
    if against := contradiction(item):
        yield against


def contradiction(item: MediaItem) -> Hit | None:
    """The hit for a credit that no credit inside the file bears out; None where they agree, or one of them names nobody."""
    if item.credit is None or item.file is None:
        return None
    inside = item.file.credits
    people = [name for _, credit in inside for name in _people(credit)]
    if item.credit.names_creator and people:
        agrees = any(same_person(a, b) for a in _people(item.credit) for b in people)
        return None if agrees else _hit(item, ", ".join(_people(item.credit)), people, Confidence.HIGH)
    suppliers = {o.id: o.name for _, credit in inside for o in credit.organisations if o.id}
    printed = {o.id: o.name for o in item.credit.organisations if o.id}
    if suppliers and printed and not suppliers.keys() & printed.keys():
        return _hit(item, ", ".join(printed.values()), list(suppliers.values()), Confidence.LOW)
    return None


def _people(credit: Credit) -> list[str]:
    return [creator.name for creator in credit.creators]


def _hit(item: MediaItem, printed: str, inside: list[str], confidence: Confidence) -> Hit:
    return Hit(
        message=f"The page credits {printed}; the picture file names {', '.join(dict.fromkeys(inside))}.",
        span=item.reading.credit_span,
        related=tuple(statement for statement, _ in item.file.credits) if item.file else (),
        confidence=confidence,
    )


RULE = Rule(
    id="witness/page-against-file",
    since="0.1",
    severity=Severity.BLOCK,
    comparison=Comparison.CONTRADICTION,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters",
            embedded=((Field.CREATOR, "Jonas Weyland"), (Field.CREDIT_LINE, "Reuters")),
            at="Photo: Lena Ostrow/Reuters",
        ),
    ),
    good=(
        Example(
            caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters",
            embedded=((Field.CREATOR, "L. OSTROW"),),
        ),
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters"),
    ),
)
