"""Bytes of a metadata value -> text, by the character-set rules of each block; dates -> ISO 8601 at the precision given."""

import re

_WINDOWS_1252 = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(256))
_UNDECODED = re.compile("[\udc80-\udcff]")
_BLANK = " \t\r\n\f\v\u00a0\u200b\ufeff"


def decode_utf8(data: bytes) -> tuple[str, bool]:
    """UTF-8 with `?` for each byte that is none, and whether there was such a byte."""
    try:
        return data.decode("utf-8"), False
    except UnicodeDecodeError:
        return _UNDECODED.sub("?", data.decode("utf-8", "surrogateescape")), True


def decode_windows_1252(data: bytes) -> str:
    """Windows-1252; its five unassigned bytes are read as C1 controls (WHATWG Encoding Standard, index windows-1252)."""
    return data.decode("latin-1").translate(_TO_1252)


_TO_1252 = {b: _WINDOWS_1252[b] for b in range(0x80, 0xA0)}


def decode_guessed(data: bytes) -> str:
    """UTF-8 where the bytes are valid UTF-8, else Windows-1252."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return decode_windows_1252(data)


def trimmed(value: str) -> str:
    """Without NULs, and without white space at either end."""
    return value.replace("\0", "").strip(_BLANK)


_DATE = re.compile(
    r"""(?P<year>\d{4}) (?:[-:]?(?P<month>\d\d))? (?:[-:]?(?P<day>\d\d))?
    (?:[T ](?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:\.(?P<fraction>\d+))?)?\s*(?P<zone>Z|[+-]\d\d:?\d\d)?)?""",
    re.VERBOSE | re.ASCII,
)


def iso_date(value: str) -> str | None:
    """ISO 8601 with as much precision as the value has: `2024`, `2024-05`, `2024-05-17T10:11:12.3+02:00`; None for no date.

    Reads the forms of XMP (Specification part 1, 8.2.1.2), EXIF (2.32, 4.6.5: colons in the date) and IIM (2:55, 2:60).
    Month and day `00` mean unknown (IIM 4.2, 2:55), `0000` no year; the calendar is not checked.
    """
    match = _DATE.fullmatch(" ".join(value.replace("\0", " ").split()))
    if not match or match["year"] == "0000":
        return None
    day = "-".join(_known(match["year"], match["month"], match["day"]))
    if not match["hour"] or not match["day"] or len(day) < 10:
        return day
    time = f"{match['hour']}:{match['minute']}:{match['second'] or '00'}"
    fraction = (match["fraction"] or "").rstrip("0")
    return f"{day}T{time}{'.' + fraction if fraction else ''}{_zone(match['zone'])}"


def _known(*parts: str | None) -> list[str]:
    """The parts before the first unknown one."""
    unknown = next((i for i, part in enumerate(parts) if part in (None, "00")), len(parts))
    return [part for part in parts[:unknown] if part]


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone in ("Z", "-00:00", "-0000"):
        return "+00:00"
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
