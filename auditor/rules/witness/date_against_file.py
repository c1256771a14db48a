"""Page dates the picture on another day than the file

The day printed in the caption and the day of making inside the file cannot both be true: one of them belongs to another
picture, or the caption's is that of the event and not of the photograph. Compared as exactly as both are known: a month
contradicts no day in it, a year no month; a stamp with time and zone is a moment, and any clock on earth may have shown
it; without a zone a day is left on both sides. Days of digitising and of editing are not looked at, nor one after the
story, which is a later version's. One block of the file that agrees is enough, and a composite is not looked at, whose
parts are of several days. Confidence is low where only EXIF disagrees (a camera's clock can be wrong, and a scan has the
day of scanning), where the caption's date is relative, and for what was handed on, grabbed from a screen or taken from an
archive, as its file may bear the day of that.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from auditor.identity.local_days import local_days
from auditor.identity.making import Making, making_shown, source_type_code
from auditor.model import Comparison, Confidence, DateRange, Field, Hit, MediaItem, Origin, Role, Severity, Statement
from auditor.rules.base import Context, Example, Rule, not_checked

_DESK = (Origin.XMP, Origin.IIM)
_SCANS = frozenset(("negativefilm", "positivefilm", "print"))
"""Digital source types of pictures whose EXIF is the scanner's."""
_HANDED_ON = frozenset((Role.SCREENGRAB, Role.COURTESY, Role.SOCIAL, Role.HANDOUT, Role.ARCHIVE, Role.GRAPHIC, Role.ILLUSTRATION))


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A printed date that no date inside the file can be."""
    printed = item.date
    if printed is None or not item.kind.is_picture or making_shown(item) is Making.COMPOSITE:
        return
    if printed.start > _latest(context):
        return  # which has a rule of its own
    stamps = list(_stamps(item, context))
    if not stamps:
        yield not_checked("no picture file with a date inside is at hand")
        return
    readings = (printed, printed.other_reading) if printed.other_reading else (printed,)
    if not any(_can_be(reading, days) for reading in readings for _, days in stamps):
        said = stamps[0][0]
        sure = printed.explicit and not _is_handed_on(item) and any(statement.origin in _DESK for statement, _ in stamps)
        yield Hit(
            message=f"The page dates the picture {printed.value}; the picture file says {said.value[:10]}.",
            aside=None if said.origin in _DESK else "A camera's clock can be wrong, and a scan has the day of scanning.",
            span=printed.span,
            related=tuple(statement for statement, _ in stamps),
            confidence=Confidence.HIGH if sure else Confidence.LOW,
        )


def _is_handed_on(item: MediaItem) -> bool:
    return item.reading.dating.file_label or (item.credit is not None and item.credit.role in _HANDED_ON)


def _latest(context: Context) -> date:
    return min(context.today, context.page.published_on or context.today) + timedelta(days=1)


def _stamps(item: MediaItem, context: Context) -> Iterator[tuple[Statement, tuple[date, date]]]:
    """Each date of making inside the file with the days it can mean, XMP before IIM before EXIF."""
    said = item.file.metadata.statements if item.file else ()
    is_scan = any(s.field is Field.DIGITAL_SOURCE_TYPE and source_type_code(s.value).casefold() in _SCANS for s in said)
    for statement in said:
        if statement.field is Field.DATE_CREATED and not (is_scan and statement.origin is Origin.EXIF):
            days = local_days(statement.value)
            if days and days[0] <= _latest(context):
                yield statement, days


def _can_be(printed: DateRange, days: tuple[date, date]) -> bool:
    """Whether both can be true; a year that was taken from the story is not the caption's word."""
    first, last = days
    if not printed.year_inferred:
        return printed.start <= last and first <= printed.end
    try:
        moved = [(printed.start.replace(year=year), printed.end.replace(year=year)) for year in (first.year, last.year)]
    except ValueError:  # the 29th of February
        return True
    return any(start <= last and first <= end for start, end in moved)


RULE = Rule(
    id="witness/date-against-file",
    since="0.1",
    severity=Severity.WARN,
    comparison=Comparison.CONTRADICTION,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries wait in the harbour of Port Elin on July 7, 2026. Photo: Lena Ostrow",
            embedded=((Field.CREATOR, "Lena Ostrow"), (Field.DATE_CREATED, "2026-05-29T10:00:00+02:00")),
            at="July 7, 2026",
        ),
        Example(
            caption="Ferries wait in the harbour of Port Elin in June 2026. Photo: Lena Ostrow",
            embedded=((Field.CREATOR, "Lena Ostrow"), (Field.DATE_CREATED, "2026-05-29")),
            at="June 2026",
        ),
    ),
    good=(
        Example(
            caption="Ferries wait in the harbour of Port Elin in July 2026. Photo: Lena Ostrow",
            embedded=((Field.CREATOR, "Lena Ostrow"), (Field.DATE_CREATED, "2026-07-05")),
        ),
        Example(
            caption="Ferries wait in the harbour of Port Elin on July 7, 2026. Photo: Lena Ostrow",
            embedded=((Field.CREATOR, "Lena Ostrow"), (Field.DATE_CREATED, "2026-07-06T22:30:00+00:00")),
        ),
        Example(
            caption="This combination of pictures shows ferries on July 1, 2026, and on July 7, 2026. Photo: Lena Ostrow",
            embedded=((Field.CREATOR, "Lena Ostrow"), (Field.DATE_CREATED, "2026-07-04")),
        ),
        Example(caption="Ferries wait in the harbour of Port Elin on July 7, 2026. Photo: Lena Ostrow"),
    ),
)
