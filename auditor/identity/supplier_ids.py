"""Suppliers' numbers for their pictures in file names, addresses and captions, with the day that some of them hold.

How each supplier writes its numbers is data (`data/asset_ids.toml`), every form with an example that a test reads.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from functools import cache
from urllib.parse import unquote

from auditor.data.asset_ids import AssetForm, asset_forms
from auditor.limits import MAX_CAPTION_CHARS
from auditor.model import AssetId, DateRange, Origin, Precision, Span

NAMES = (Origin.FILE_NAME, Origin.URL)
"""Origins that hold a name or an address, not words."""
PIVOT = 70
"""Two-digit years from here on are of the twentieth century."""
_DIGITS = re.compile(r"[0-9]+")
_MANY_DIGITS = 20
"""Longer numbers may be of the same forms as one of so many digits."""
MAX_IDS = 20
"""Numbers read from one text; a name, address or caption holds a handful at most."""


def find_asset_ids(text: str, *, origin: Origin, suppliers: Collection[str | None] | None = None) -> tuple[AssetId, ...]:
    """Every supplier's number in a file name, address or caption, each once, those that stand on their own first.

    An id with `needs_credit` (a bare number) counts only where the credit names its supplier: given `suppliers` (keys of
    `agencies.toml`), those of others are left out.
    """
    found: dict[tuple[str, str], AssetId] = {}
    for asset in _matches(text[:MAX_CAPTION_CHARS], origin, suppliers):
        found.setdefault((asset.supplier, asset.id), asset)
        if len(found) == MAX_IDS:
            break
    return tuple(found.values())


def _matches(text: str, origin: Origin, suppliers: Collection[str | None] | None) -> Iterator[AssetId]:
    where = "file" if origin in NAMES else "text"
    if where == "file" and "%" in text:
        text = unquote(text)
    lower, longest = text.lower(), max(map(len, _DIGITS.findall(text)), default=0)
    sure: list[Span] = []
    for form in [form for form in _forms(where, min(longest, _MANY_DIGITS)) if form.hint in lower]:
        if form.needs_credit and suppliers is not None and form.supplier not in suppliers:
            continue
        for match in form.pattern.finditer(text):
            span = Span(*match.span("id"))
            if not form.needs_credit:
                sure.append(span)
            elif any(span.start < other.end and other.start < span.end for other in sure):
                continue
            yield _asset(form, match, span, origin)


@cache
def _forms(where: str, digits: int) -> tuple[AssetForm, ...]:
    """Those that may be found in a file name or text whose longest number has so many digits."""
    return tuple(form for form in asset_forms() if form.digits <= digits and where in form.where)


def _asset(form: AssetForm, match: re.Match[str], span: Span, origin: Origin) -> AssetId:
    """A number read without regard to case is given in capitals, so that one picture has one number."""
    number = match["id"].upper() if form.pattern.flags & re.IGNORECASE else match["id"]
    return AssetId(supplier=form.supplier, id=number, date=_day(match, span), origin=origin, needs_credit=form.needs_credit)


def _day(match: re.Match[str], span: Span) -> DateRange | None:
    """The day in the number, None where the form holds none or the digits are no day."""
    parts = {name: int(value) for name, value in match.groupdict().items() if name != "id" and value}
    if "yy" in parts:
        parts["y"] = parts["yy"] + (1900 if parts["yy"] >= PIVOT else 2000)
    try:
        day = date(parts["y"], parts.get("m", 1), parts.get("d", 1)) + timedelta(days=parts.get("doy", 1) - 1)
    except (KeyError, ValueError):
        return None
    if day.year != parts["y"]:
        return None
    return DateRange(start=day, end=day, precision=Precision.DAY, text=match["id"], span=span)
