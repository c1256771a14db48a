"""Machine-written dates: ISO 8601, EXIF and IIM stamps, dates inside addresses. Captions are read by `dates`.

Forms: ISO 8601 at any precision (`2024`, `2024-05`, `2024-05-17T10:11:12.3+02:00`), EXIF 2.32 §4.6.5 (`2024:05:17 10:11:12`),
IIM 4.2 dataset 2:55 (`20240517`, where month or day `00` means unknown). Precision is kept, nothing is rounded up.
"""

import re
from calendar import monthrange
from datetime import date

from auditor.model import DateRange, Precision, Span

STAMP = re.compile(r"(?P<year>\d{4})(?:[-:]?(?P<month>\d\d)(?:[-:]?(?P<day>\d\d))?)?(?:[T ].*|Z)?", re.S)
IN_ADDRESS = re.compile(
    r"(?P<year>(?:19|20)(?<!\d\d\d)\d\d)(?P<sep>[-_/]?)(?P<month>[01]\d)(?P=sep)(?P<day>[0-3]\d)(?!\d)"
    # 2024/05/17, 20240517
)


def read_timestamp(value: str) -> DateRange | None:
    """The date of a machine-written stamp, or None where it is no date (`0000:00:00`, month 13)."""
    text = value.strip()
    if not (found := STAMP.fullmatch(text)):
        return None
    return whole_range(int(found["year"]), int(found["month"] or 0), int(found["day"] or 0), Span(0, len(text)), text)


def date_in_address(url: str) -> DateRange | None:
    """The one full date an address holds (`/2024/05/17/`, `_20240517.`); None where it holds none or several that differ."""
    dates = {}
    for found in IN_ADDRESS.finditer(url):
        if day := whole_range(int(found["year"]), int(found["month"]), int(found["day"]), Span(*found.span()), found[0]):
            dates[day.start] = day
    return next(iter(dates.values())) if len(dates) == 1 else None


def whole_range(year: int, month: int, day: int, span: Span, text: str) -> DateRange | None:
    """The range of days meant by these numbers, 0 for an unknown month or day; None where no such day exists."""
    try:
        if not month:
            first, last, precision = date(year, 1, 1), date(year, 12, 31), Precision.YEAR
        elif not day:
            first, last, precision = date(year, month, 1), date(year, month, monthrange(year, month)[1]), Precision.MONTH
        else:
            first = last = date(year, month, day)
            precision = Precision.DAY
    except ValueError:
        return None
    return DateRange(start=first, end=last, precision=precision, text=text, span=span)
