"""Of the dates that may be the picture's: the one it is, or what they share."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from auditor.model import DateRange, Precision
from auditor.text.date_scene import Weight
from auditor.text.date_sighting import Form
from auditor.text.timestamps import whole_range


class Candidate(NamedTuple):
    """A resolved date with what speaks for it."""

    weight: Weight
    sentence: int
    form: Form
    days: DateRange


ODDITIES = (
    (re.compile(r"\s[,.]"), "a space stands before the {sign}"),
    (re.compile(r"[a-z][,.]?\d{4}$|,\d"), "a space is missing after the {sign}"),
    (re.compile(r",\s*,|\.\s*\."), "a sign is doubled"),
    (re.compile(r"\S\s{2,}\S"), "two spaces stand together"),
)
_SIGNS = {",": "comma", ".": "full stop"}


def choose(candidates: Sequence[Candidate]) -> DateRange | None:
    """The dates that weigh most, in the first sentence that holds one, and of those the fullest; several: what they share."""
    best = max((c.weight for c in candidates), default=Weight.NO)
    if best is Weight.NO:
        return None
    enough = min(best, Weight.LOOSE) if best is not Weight.STRONG else best
    first = min(c.sentence for c in candidates if c.weight >= enough)
    kept = [c for c in candidates if c.sentence == first]
    best = max(c.weight for c in kept)
    kept = [c for c in kept if c.weight is best]
    fullest = min(c.form for c in kept)
    shared = _shared([c.days for c in kept if c.form is fullest])
    if shared is None:
        return None
    chosen = shared if fullest is Form.FULL else _narrower(shared, candidates)
    odd = oddities(chosen.text)
    return replace(chosen, oddities=odd) if odd else chosen


def _shared(ranges: list[DateRange]) -> DateRange | None:
    """One date as it is; of several that differ, the month or year they share, with the words of the first."""
    first = ranges[0]
    if all(days.start == first.start and days.end == first.end for days in ranges):
        return first
    years, months = {d.start.year for d in ranges}, {d.start.month for d in ranges if d.precision is not Precision.YEAR}
    if len(years) > 1:
        return None
    month = months.pop() if len(months) == 1 else 0
    whole = whole_range(first.start.year, month, 0, first.span, first.text)
    return whole and replace(whole, explicit=all(d.explicit for d in ranges), year_inferred=any(d.year_inferred for d in ranges))


def _narrower(chosen: DateRange, candidates: Sequence[Candidate]) -> DateRange:
    """The one full day printed further on that lies inside an event's year (`the 2024 Games. Veltin, 2 May 2024`)."""
    full = [c.days for c in candidates if c.form is Form.FULL and c.weight >= Weight.PLAIN]
    inside = {days.start: days for days in full if chosen.start <= days.start and days.end <= chosen.end}
    return inside.popitem()[1] if len(inside) == 1 else chosen


def oddities(text: str) -> tuple[str, ...]:
    """How a date is oddly written, in plain words."""
    odd = []
    for pattern, words in ODDITIES:
        if found := pattern.search(text):
            sign = next((name for sign, name in _SIGNS.items() if sign in found[0]), "month")
            odd.append(words.format(sign=sign))
    return tuple(odd)
