"""Days that captions name instead of printing them: `Boxing Day 2024`, `Fourth of July`, `Rosenmontag`.

`date_words.toml` gives each as `12-26` (month and day) or `easter-48` (days from Easter Sunday).
"""

from datetime import date, timedelta
from typing import NamedTuple


class Feast(NamedTuple):
    """A day of the year: a month and day, or a distance in days from Easter Sunday."""

    month: int | None
    day: int | None
    from_easter: int | None

    def on(self, year: int) -> date:
        """The day of that year."""
        if self.month and self.day:
            return date(year, self.month, self.day)
        return easter(year) + timedelta(days=self.from_easter or 0)


def read_feast(value: str) -> Feast:
    """The feast that a value of the table means."""
    if value.startswith("easter"):
        return Feast(None, None, int(value.removeprefix("easter") or 0))
    month, _, day = value.partition("-")
    return Feast(int(month), int(day), None)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leaps = century // 4
    lag = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - lag + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
