"""The solar calendar of Iran and Afghanistan: `14 اسفند 1403` is 4 March 2025."""

from datetime import date, timedelta

SOLAR_YEARS = range(1205, 1479)
"""As many as the years of photography (`YEARS`)."""
_NEW_YEAR_1 = date(622, 3, 21)
"""Counted back by the rule from 21 March 2021, the New Year of 1400."""


def solar_day(year: int, month: int, day: int) -> date | None:
    """The day of a Solar Hijri date; None where the month has no such day.

    By the cycle of 33 years with eight leap years; the tests hold it against known days of 1332 to 1404.
    """
    lengths = [31] * 6 + [30] * 5 + [30 if _is_leap(year) else 29]
    if not 1 <= day <= lengths[month - 1]:
        return None
    leaps = sum(map(_is_leap, range(1, year)))
    return _NEW_YEAR_1 + timedelta(days=365 * (year - 1) + leaps + sum(lengths[: month - 1]) + day - 1)


def _is_leap(year: int) -> bool:
    return year % 33 in (1, 5, 9, 13, 17, 22, 26, 30)
