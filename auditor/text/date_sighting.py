"""What a date-like expression is before anything is resolved, and the view on the tokens around one."""

from enum import IntEnum
from typing import NamedTuple

from auditor.model import Span
from auditor.text.date_words import MONTHS, Kind, Token


class Form(IntEnum):
    """How much of a date the words hold, fullest first: a fuller form outranks a barer one in the same caption."""

    FULL = 0
    """Day, month and year."""
    DAY = 1
    """A day and month without a year."""
    COUNTED = 2
    """A weekday, a day's number or a word that counts from the day of publication."""
    MONTH = 3
    YEAR = 4


class Sighting(NamedTuple):
    """One expression as read, nothing resolved yet; `first` and `last` are its tokens (half open)."""

    first: int
    last: int
    form: Form
    year: int | None = None
    """As printed: 24 stays 24."""
    month: int | None = None
    day: int | None = None
    is_span: bool = False
    """Several days of one month: they share the month."""
    weekday: int | None = None
    counted: str | None = None
    """Days, months or years from the publication: `-1d`."""
    from_easter: int | None = None
    """Days from Easter of a movable feast printed without a year."""
    is_last: bool = False
    """`last Friday`: the one before, never the day of publication itself."""
    other: tuple[int, int] | None = None
    """Month and day of the other reading of `5/2/2024`."""
    place: Span | None = None
    """Where it stands, if not from its first to its last token."""


YEARS = range(1826, 2100)
"""From the first photograph on."""
ORDINALS = frozenset(("st", "nd", "rd", "th", "er", "º", "ª", "o", "a", "e", "d", "日", "일"))
GLUED = ORDINALS | {"n", "an"}
"""Endings glued to a day's number, those of Basque (`11n`, `20an`) with them."""
DASHES = frozenset(("-", "/", "&"))
SEPARATORS = frozenset("./-")


BUDDHIST = 543
"""Years that the Thai calendar is ahead (Royal decree of 1940, year 2484 = 1941)."""


class TokenView:
    """Safe looks at the tokens of one caption: beyond its ends stands nothing."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens

    def _text(self, i: int) -> str:
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def _is(self, i: int, *kinds: Kind) -> bool:
        return 0 <= i < len(self.tokens) and not self.tokens[i].kinds.keys().isdisjoint(kinds)

    def _value(self, i: int, *kinds: Kind) -> int | None:
        if 0 <= i < len(self.tokens):
            for kind in kinds:
                if kind in self.tokens[i].kinds:
                    return int(self.tokens[i].kinds[kind])
        return None

    def _number(self, i: int, values: range) -> int | None:
        number = self.tokens[i].number if 0 <= i < len(self.tokens) else None
        return number if number is not None and number in values else None

    def _touches(self, i: int) -> bool:
        """Whether token i follows token i - 1 without a space."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def _year_at(self, i: int) -> int | None:
        return self._number(i, YEARS) if len(self._text(i)) == 4 and not self._is_decimal(i) else None

    def _day_at(self, i: int) -> int | None:
        """A day of the month, no hour (`2pm`), no thousand (`15,000`), no decimal (`2.5`)."""
        day = self._number(i, range(1, 32)) if len(self._text(i)) <= 2 else None
        if day is None or self._is_decimal(i):
            return None
        glued = self._touches(i + 1) and self._text(i + 1)[:1].isalpha()
        return None if glued and self._text(i + 1) not in GLUED else day

    def _is_decimal(self, i: int) -> bool:
        """Whether more digits follow after a comma, colon or full stop without a space (`15,000`, `10:30`, `2.5`)."""
        return self._text(i + 1) in (",", ":", ".") and self._touches(i + 1) and self._touches(i + 2) and self._short(i + 2)

    def _short(self, i: int) -> bool:
        return self._text(i).isdecimal() and not (len(self._text(i)) == 4 and self._number(i, YEARS))

    def _skip(self, i: int, step: int, signs: str, *kinds: Kind) -> int:
        """The next place from i on that holds neither these signs nor words of these kinds; three at most are passed."""
        for _ in range(3):
            if not (self._text(i) in signs and self._text(i)) and not self._is(i, *kinds):
                break
            i += step
        return i

    def _year_after(self, i: int) -> tuple[int | None, int]:
        """The year that closes a date, and the token behind the date."""
        if self._text(i) == "/" and self._value(i + 1, *MONTHS) is not None:  # Arabic: both names, `أكتوبر/تشرين الأول 2024`
            i += 2
        at = self._skip(i, 1, ".,", Kind.LINKS)
        if (year := self._year_at(at)) is None and at == i + 1 and self._text(i) in ".-":
            year = self._short_year(at)
        if year is None and self._is_thai(i - 1):
            year = self._buddhist_year(at)
        return (year, at + 1) if year else (None, i)

    def _is_thai(self, i: int) -> bool:
        return "\u0e00" < self._text(i)[:1] < "\u0e7f"

    def _buddhist_year(self, i: int) -> int | None:
        """`4 มีนาคม 2568`, `4 มี.ค. 68`: Thai years count from 543 BC."""
        if len(self._text(i)) == 2 and (short := self._number(i, range(50, 100))):
            return 2500 + short - BUDDHIST
        year = self._number(i, range(YEARS.start + BUDDHIST, YEARS.stop + BUDDHIST))
        return year - BUDDHIST if year else None

    def _short_year(self, i: int) -> int | None:
        """Two digits glued to a month that is glued to its day (`12.mar.24`, `04-Mar-25`)."""
        is_glued = all(self._touches(at) for at in range(i - 3, i + 1)) and len(self._text(i)) == 2
        return self._number(i, range(1, 100)) if is_glued and self._text(i - 1) == self._text(i - 3) else None

    def _year_before(self, i: int) -> tuple[int, int | None]:
        """The year that opens a date (`2024 m. gegužės 2 d.`), and the token the date begins with."""
        at = self._skip(i - 1, -1, ".,", Kind.LINKS)
        year = self._year_at(at) if at >= 0 else None
        return (at, year) if year else (i, None)
