"""Plain texts in a PNG under the keywords that its standard names (W3C PNG Specification, third edition, 11.3.3)."""

import re
from email.utils import parsedate_to_datetime

from auditor.data.embedded import png_keywords
from auditor.embedded.parts import Aside, Trouble, Walk
from auditor.embedded.text import decode_guessed, decode_utf8, iso_date, trimmed
from auditor.limits import MAX_PNG_TEXT_BYTES
from auditor.model import Field, Origin, Statement

_RFC_1123 = re.compile(
    r"(?:[a-z]{3}, ?)?\d{1,2} [a-z]{3} \d{2}(?:\d\d)? \d\d:\d\d(?::\d\d)?(?: (?:[+-]\d{4}|[a-z]{1,4}))?",
    re.ASCII | re.IGNORECASE,
)


def is_stated_by(keyword: bytes) -> bool:
    """Whether a text under this keyword states a field of ours; some writers spell keywords in small letters."""
    return _name(keyword) in png_keywords()


def read_text(keyword: bytes, text: bytes, place: str, *, is_utf8: bool) -> Walk:
    """Yield what the text states: iTXt is UTF-8; tEXt and zTXt are Latin-1, but many programs write UTF-8 there too."""
    if len(text) > MAX_PNG_TEXT_BYTES:
        yield Trouble(f"PNG {place}: {keyword.decode('latin-1')} is longer than {MAX_PNG_TEXT_BYTES} bytes, not read")
        return
    value, is_damaged = decode_utf8(text) if is_utf8 else (decode_guessed(text), False)
    if is_damaged:
        yield Trouble(f"PNG {place}: bytes that are no UTF-8, each shown as ?")
    if not (value := trimmed(value)):
        return
    name, field = png_keywords()[_name(keyword)]
    date = _date(value) if field is Field.DATE_CREATED else None
    statement = Statement(field=field, value=date or value, origin=Origin.PNG_TEXT, locator=f"PNG {name}")
    # the time may be in any words; those that are no date are evidence only
    yield statement if date or field is not Field.DATE_CREATED else Aside(statement)


def _name(keyword: bytes) -> str:
    return keyword.decode("latin-1").strip().casefold()


def _date(value: str) -> str | None:
    """ISO 8601; the standard suggests the form of RFC 1123, 5.2.14 (`Tue, 07 Jul 2026 10:11:12 GMT`)."""
    if not _RFC_1123.fullmatch(value):
        return iso_date(value)
    try:
        return parsedate_to_datetime(value).isoformat()
    except ValueError:  # 31 Feb
        return None
