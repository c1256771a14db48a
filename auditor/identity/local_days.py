"""The days on which a picture can have been made where it was made, by a stamp inside its file."""

import calendar
from datetime import date, datetime, time, timedelta

_WEST, _EAST = timedelta(hours=12), timedelta(hours=14)
"""How far clocks on earth lie behind and before UTC."""
_DAY = timedelta(days=1)


def local_days(stamp: str) -> tuple[date, date] | None:
    """First and last day for an ISO 8601 stamp at any precision; None where it is no date.

    With time and zone it is a moment, which some clock on earth showed from 12 hours before UTC's to 14 after it. Without a zone
    the clock may have been set to another place, or the day be that of an agency far away: a day is left on both sides.
    """
    try:
        moment = datetime.fromisoformat(stamp) if "T" in stamp else None
        if moment and moment.tzinfo and moment.time() != time():  # midnight is how programs write an unknown time
            utc = moment.replace(tzinfo=None) - (moment.utcoffset() or timedelta())
            return (utc - _WEST).date(), (utc + _EAST).date()
        year, month, day = (int(part) if part else 0 for part in (stamp[:4], stamp[5:7], stamp[8:10]))
        last_month = month or 12
        first = date(year, month or 1, day or 1)
        last = date(year, last_month, day or calendar.monthrange(year, last_month)[1])
        return first - _DAY, last + _DAY
    except (ValueError, OverflowError):
        return None
