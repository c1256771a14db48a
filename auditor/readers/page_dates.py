"""The day an article was published: structured data, then meta tags, then the page's own `time` elements."""

import re
from collections.abc import Iterable
from datetime import date

from auditor.model import Precision
from auditor.text.dates import parse_caption_date
from auditor.text.timestamps import date_in_address

_ISO = re.compile(
    r"(?P<day>(?:19|20)\d\d-\d\d-\d\d)"
    r"(?:[T ]+(?P<time>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_COMPACT = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[/.]?(?P<m>[01]\d)[/.]?(?P<d>[0-3]\d)(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(?P<d>[0-3]?\d)[./](?P<m>[01]?\d)[./](?P<y>(?:19|20)\d\d)(?!\d)")
_WORDS = re.compile(
    r"(?:(?P<m>[A-Z][a-z]{2})[a-z]*\.?\s+(?P<d>\d{1,2})|(?P<d2>\d{1,2})\s+(?P<m2>[A-Z][a-z]{2})[a-z]*)\b.*?(?P<y>(?:19|20)\d\d)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FOLDERS = re.compile(r"/(?:19|20)\d\d[/-][01]?\d[/-][0-3]?\d(?:[/-]|$)")
_MAX_DATE_LINE = 120
"""Characters of the longest line that only dates the story and names its writer."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Machine dates in words are English: RFC 5322 and Java's `Date.toString`."""


def first_date(candidates: Iterable[str | None]) -> str | None:
    """The first candidate that holds a day, as ISO 8601 with time and zone where it gives them."""
    return next((iso for text in candidates if text and (iso := as_iso(text))), None)


def as_iso(text: str) -> str | None:
    """One machine-written date as ISO 8601; None where it holds no whole day that exists."""
    if found := _ISO.search(text):
        time = f"T{found['time']}" if found["time"] else ""
        return _checked(found["day"], time + (found["zone"] or "" if time else ""))
    if found := _COMPACT.search(text) or _DAY_FIRST.search(text):
        return _checked(f"{found['y']}-{int(found['m']):02}-{int(found['d']):02}", "")
    if (found := _WORDS.search(text)) and (month := found["m"] or found["m2"]) in _MONTHS:
        return _checked(f"{found['y']}-{_MONTHS.index(month) + 1:02}-{int(found['d'] or found['d2']):02}", "")
    return None


def day_in_lines(lines: Iterable[str], language: str | None) -> str | None:
    """The first whole day that the short lines of an article's head print, in any language the caption dates are read in."""
    for text in lines:
        if len(text) <= _MAX_DATE_LINE and _YEAR.search(text):
            if iso := as_iso(text):
                return iso
            found = parse_caption_date(text, language=language).date
            if found and found.precision is Precision.DAY and found.explicit:
                return found.value
    return None


def day_in_address(url: str | None) -> str | None:
    """The day in the folders of an article's address, the last resort."""
    found = date_in_address(url) if url and _FOLDERS.search(url) else None
    return found.value if found and found.precision is Precision.DAY else None


def _checked(day: str, rest: str) -> str | None:
    try:
        date.fromisoformat(day)
    except ValueError:
        return None
    return day + rest
