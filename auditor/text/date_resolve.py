"""A sighting and the day of publication -> the range of days it means."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from auditor.model import DateRange, Precision, Span
from auditor.text.date_feasts import easter
from auditor.text.date_sighting import Sighting
from auditor.text.timestamps import whole_range

AHEAD = timedelta(days=1)
"""A page may carry the date of the day before where the picture was made, across time zones."""
SOON = timedelta(days=60)
"""A day without a year that comes round this soon after publication is more likely a coming event than a year old."""
PIVOT = 50
"""Two-digit years below it are of this century where no publication date helps."""


def resolve(sighting: Sighting, published: date | None, span: Span, text: str) -> DateRange | None:
    """The days meant; None where no such day exists or the day of publication would be needed and is unknown."""
    if sighting.year is not None:
        return _with_year(sighting, published, span, text)
    if published is None:
        return None
    if sighting.from_easter is not None:
        return _feast(sighting.from_easter, published, span, text)
    if sighting.counted is not None:
        found = _counted(sighting, published, span, text)
        return found and replace(found, explicit=False, stated_weekday=sighting.weekday)
    if sighting.month is not None:
        return _without_year(sighting, published, span, text)
    if sighting.day is not None:
        return _day_number(sighting, published, span, text)
    if sighting.weekday is not None:
        back = (published.weekday() - sighting.weekday) % 7 or (7 if sighting.is_last else 0)
        return _day(published - timedelta(days=back), sighting, span, text)
    return None


def full_year(year: int, published: date | None) -> int:
    """A two-digit year with its century: the latest not after the year of publication."""
    if year >= 100:
        return year
    latest = published.year if published else 2000 + PIVOT - 1
    return year + 2000 if year + 2000 <= latest else year + 1900


def is_impossible(sighting: Sighting) -> bool:
    """Whether the words have the form of a date and no calendar holds it (`February 30`)."""
    if sighting.day is None or sighting.month is None:
        return False
    if not 1 <= sighting.month <= 12:
        return True
    year = full_year(sighting.year, None) if sighting.year is not None else 2024  # a leap year: February 29 exists
    return not 1 <= sighting.day <= monthrange(year, sighting.month)[1]


def _with_year(sighting: Sighting, published: date | None, span: Span, text: str) -> DateRange | None:
    year = full_year(sighting.year or 0, published)
    day = 0 if sighting.is_span else sighting.day or 0
    found = whole_range(year, sighting.month or 0, day, span, text)
    if found is None:
        return None
    other = whole_range(year, *sighting.other, span, text) if sighting.other else None
    if other and published and (found.start > published + AHEAD) != (other.start > published + AHEAD):
        found, other = min(found, other, key=lambda days: days.start), None  # the page cannot show a day to come
    return replace(found, stated_weekday=sighting.weekday, other_reading=other)


def _without_year(sighting: Sighting, published: date, span: Span, text: str) -> DateRange | None:
    """The latest such month or day not after publication; a day that comes round soon is rather one to come."""
    month, day = sighting.month or 0, sighting.day or 0
    latest = published + AHEAD
    if day:
        year = next((y for y in range(latest.year, latest.year - 9, -1) if _is_past(y, month, day, latest)), 0)
    else:
        year = published.year - (month > published.month or (month == published.month and sighting.is_last))
    if not year or (day and _is_past(year + 1, month, day, latest + SOON)):
        return None
    found = whole_range(year, month, 0 if sighting.is_span else day, span, text)
    if found is None:
        return None
    return replace(found, explicit=False, year_inferred=not sighting.is_last, stated_weekday=sighting.weekday)


def _feast(from_easter: int, published: date, span: Span, text: str) -> DateRange | None:
    """The latest such feast not after publication, unless the next one is near."""
    days = [easter(year) + timedelta(days=from_easter) for year in (published.year + 1, published.year, published.year - 1)]
    day = next(day for day in days if day <= published + SOON)
    if day > published + AHEAD:
        return None
    return DateRange(start=day, end=day, precision=Precision.DAY, text=text, span=span, explicit=False, year_inferred=True)


def _is_past(year: int, month: int, day: int, latest: date) -> bool:
    try:
        return date(year, month, day) <= latest
    except ValueError:
        return False


def _counted(sighting: Sighting, published: date, span: Span, text: str) -> DateRange | None:
    """`yesterday`, `last month`, and a day or month of a counted month or year (`昨年12月`)."""
    assert sighting.counted is not None
    count, unit = int(sighting.counted[:-1]), sighting.counted[-1]
    if unit == "d":
        return _day(published + timedelta(days=count), sighting, span, text)
    if unit == "y":
        return whole_range(published.year + count, sighting.month or 0, sighting.day or 0, span, text)
    year, month = divmod(published.year * 12 + published.month - 1 + count, 12)
    return whole_range(year, month + 1, sighting.day or 0, span, text)


def _day_number(sighting: Sighting, published: date, span: Span, text: str) -> DateRange | None:
    """`the 13th`: of the month of publication, or the last month that had such a day; a printed weekday must agree."""
    assert sighting.day is not None
    months = published.year * 12 + published.month - 1
    for back in range(3):
        year, month = divmod(months - back, 12)
        found = whole_range(year, month + 1, sighting.day, span, text)
        if found and found.start <= published + AHEAD:
            precise = found if not sighting.is_span else whole_range(year, month + 1, 0, span, text)
            return precise and replace(precise, explicit=False, year_inferred=True, stated_weekday=sighting.weekday)
    return None


def _day(day: date, sighting: Sighting, span: Span, text: str) -> DateRange:
    return DateRange(start=day, end=day, precision=Precision.DAY, text=text, span=span, explicit=False)
