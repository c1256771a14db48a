"""Every expression in a caption that has the form of a date, whether or not it dates the picture: `date_scene` judges that.

A small grammar over tokens, anchored on a group of numbers, a month's name, a season, a weekday or relative word, or a year:

    numeric   d.m.y · y-m-d · d/m/y                  16.08.2024 · 2024-05-02 · 5/2/2024
    named     [weekday] day [- day] month [year]     Sunday, 23 August 2020 · 10.-14. April 1973 · 1er mai
              [weekday] month day [- day] [year]     Sunday, Aug. 23, 2020 · August 23
              year month [day]                       2024 m. gegužės 2 d.
              month year                             Oktober 2022
              within month | last month              in October · last October
    feast     feast [year]                           Boxing Day 2024 · Rosenmontag
    solar     day month year                         14 اسفند 1403
    season    season year | year season              Winter 2023
    counted   [last] weekday [part of the day]       Tuesday night
              weekday (day)                          segunda-feira (13)
              relative word                          yesterday
    year      four digits that stand alone           2024
"""

from auditor.text.date_feasts import read_feast
from auditor.text.date_sighting import DASHES, GLUED, ORDINALS, SEPARATORS, YEARS, Form, Sighting, TokenView
from auditor.text.date_solar import SOLAR_YEARS, solar_day
from auditor.text.date_words import DATING, MONTHS, Kind, Token

SURE_NAME = 6
"""Letters from which on another language's month needs no day beside its year (`Mars 2020` is a rover on an English page)."""


class Scanner(TokenView):
    """Walks the tokens of one caption; each anchor looks at a few tokens to both sides."""

    def __init__(self, tokens: list[Token], known: list[int], order: str) -> None:
        """`known`: places of the tokens that the vocabulary knows."""
        super().__init__(tokens)
        self.known, self.order = known, order

    def sightings(self) -> list[Sighting]:
        """All expressions in order, none overlapping another: fuller forms take their tokens first."""
        found: list[Sighting] = []
        used = bytearray(len(self.tokens))
        numbers = [i for i, token in enumerate(self.tokens) if token.text.isdecimal()]
        words = [i for i in self.known if not self.tokens[i].kinds.keys().isdisjoint(DATING)]
        for read, anchors in (
            (self._numeric, numbers),
            (self._named, words),
            (self._feast, words),
            (self._season, words),
            (self._counted, words),
            (self._year, numbers),
        ):
            for i in anchors:
                if not used[i] and (sighting := read(i)) and not any(used[sighting.first : sighting.last]):
                    used[sighting.first : sighting.last] = b"\1" * (sighting.last - sighting.first)
                    found.append(sighting)
        return self._joined(sorted(found, key=lambda s: s.first))

    def _joined(self, found: list[Sighting]) -> list[Sighting]:
        """Two days or months with a dash or `to` between them are one span: what they share is left (`April 30-May 2, 2024`)."""
        out: list[Sighting] = []
        for sighting in found:
            before = out[-1] if out else sighting
            is_near = sighting.first - before.last == 1 and (self._text(before.last) in DASHES or self._is(before.last, Kind.TO))
            is_alike = (before.form <= Form.DAY and sighting.form <= Form.DAY) or before.form is sighting.form is Form.MONTH
            if is_near and is_alike:
                is_one_year = before.year in (None, sighting.year)
                month = sighting.month if is_one_year and before.month == sighting.month else None
                year = sighting.year if is_one_year else None
                out[-1] = Sighting(first=before.first, last=sighting.last, form=Form.FULL, year=year, month=month, is_span=True)
            else:
                out.append(sighting)
        return out

    def _with_weekday(self, sighting: Sighting) -> Sighting:
        before = self._skip(sighting.first - 1, -1, ",.(", Kind.LINKS, Kind.ON, Kind.PARTS)
        weekday = self._value(before, Kind.DAY, Kind.SHORT_DAY)
        if weekday is not None:
            return sighting._replace(first=before, weekday=weekday)
        after = self._skip(sighting.last, 1, ".,(" if self._text(sighting.last + 1) == "," else ",(")
        weekday = self._value(after, Kind.DAY)
        if weekday is not None and not self._is(after - 1, Kind.ON):
            return sighting._replace(last=after + 1, weekday=weekday)
        return sighting

    # --- numbers ----------------------------------------------------------------------------------------------------

    def _numeric(self, i: int) -> Sighting | None:
        """`16.08.2024`, `2024-05-02`, `5/2/2024`, `04/2024`, `am 24.4.`."""
        sign = self._text(i + 1)
        if sign not in SEPARATORS or not self._text(i).isdecimal() or not self._text(i + 2).isdecimal() or self._is_inside(i):
            return None
        if self._text(i + 3) == sign and self._text(i + 4).isdecimal() and not self._is_continued(i + 5):
            return self._three(i, [self._text(i), self._text(i + 2), self._text(i + 4)])
        if (year := self._year_at(i + 2)) and self._opens(i) and not self._is_continued(i + 3):
            month = self._number(i, range(1, 13))
            return Sighting(first=i, last=i + 3, form=Form.MONTH, year=year, month=month) if month else None
        return self._two(i)

    def _is_inside(self, i: int) -> bool:
        """Whether the group of numbers is the rest of something longer (`B-24.05`, `1.2.3`)."""
        before = self._text(i - 1)
        is_word = before.isalnum() and not self._is(i - 1, Kind.ON)  # `am12.11.2023`: only the space is missing
        return self._touches(i) and (is_word or (before in SEPARATORS and self._touches(i - 1)))

    def _is_continued(self, i: int) -> bool:
        sign = self._text(i)
        return self._touches(i) and (
            sign.isalnum() or (sign in SEPARATORS and self._touches(i + 1) and self._text(i + 1).isdecimal())
        )

    def _opens(self, i: int) -> bool:
        return i == 0 or self._text(i - 1) in (":", ",", "(") or self._is(i - 1, Kind.WITHIN, Kind.ON)

    def _three(self, i: int, parts: list[str]) -> Sighting | None:
        if len(parts[0]) == 4:
            year, month, day = map(int, parts)
        elif len(parts[2]) in (2, 4) and len(parts[0]) <= 2:
            day, month, year = map(int, parts)
        else:
            return None
        other = None
        if len(parts[0]) < 4 and self._text(i + 1) == "/":
            if self.order == "mdy" or month > 12:
                day, month = month, day
            if self.order == "either" and day <= 12 and day != month:
                other = (day, month)
        is_plausible = 1 <= month <= 39 and 1 <= day <= 39 and (len(parts[2]) == 2 or year in YEARS)
        if not is_plausible:
            return None
        first, is_span = self._span_before(i)
        return self._with_weekday(
            Sighting(first=first, last=i + 5, form=Form.FULL, year=year, month=month, day=day, is_span=is_span, other=other)
        )

    def _two(self, i: int) -> Sighting | None:
        """A day and month in numbers: only with the full stop after both (`24.4.`), or after a word like *on*."""
        day, month = self._number(i, range(1, 32)), self._number(i + 2, range(1, 13))
        sign, closed = self._text(i + 1), self._text(i + 3) == "." and self._touches(i + 3)
        is_dotted = sign == "." and closed and (self._is(i - 1, Kind.ON, Kind.BOUND, Kind.DAY) or self._text(i - 1) in "(,")
        is_slashed = sign == "/" and self.order == "dmy" and self._is(i - 1, Kind.ON)
        if day is None or month is None or not (is_dotted or is_slashed):
            return None
        return self._with_weekday(Sighting(first=i, last=i + 3 + is_dotted, form=Form.DAY, month=month, day=day))

    def _span_before(self, i: int) -> tuple[int, bool]:
        """Where the expression begins whose last day stands at i, and whether it names an earlier day too (`10.-14.`)."""
        dash = i - 1
        if self._text(dash) not in DASHES and not self._is(dash, Kind.TO):
            return i, False
        day = dash - 1 - (self._text(dash - 1) == ".")
        return (day, True) if self._number(day, range(1, 32)) and len(self._text(day)) <= 2 else (i, False)

    # --- names ------------------------------------------------------------------------------------------------------

    def _named(self, i: int) -> Sighting | None:
        if self._is(i, Kind.MONTH_WORD):
            numbered = self._numbered(i)
            return numbered and self._with_weekday(numbered)
        month = self._value(i, *MONTHS)
        if month is None:
            return None
        sighting = self._day_before(i, month) or self._day_after(i, month) or self._no_day(i, month)
        return sighting and self._with_weekday(sighting)

    def _numbered(self, i: int) -> Sighting | None:
        """Vietnamese: `2 tháng 5 năm 2024`, `tháng 5/2024`, `tháng 5`."""
        month = self._number(i + 1, range(1, 13))
        if month is None:
            return None
        year = self._year_at(after := self._skip(i + 2, 1, ",/-", Kind.LINKS))
        last = after + 1 if year else i + 2
        if (day := self._day_at(i - 1)) is not None:
            return Sighting(first=i - 1, last=last, form=Form.FULL if year else Form.DAY, year=year, month=month, day=day)
        return Sighting(first=i, last=last, form=Form.MONTH, year=year, month=month)

    def _day_before(self, i: int, month: int) -> Sighting | None:
        at = self._skip(i - 1, -1, ".ʼ-", Kind.LINKS)
        if self._text(at) in ORDINALS and self._touches(at):
            at -= 1
        day = self._day_at(at) if at >= 0 else None
        if day is None or self._value(at - 1, *MONTHS) or (self._touches(at) and self._text(at - 1) in (":", ",")):
            return None
        first, is_span = self._span_before(at)
        year, last = self._year_after(i + 1)
        if year is None and self._is(self._skip(first - 1, -1, "."), Kind.LINKS):  # `2024. gada 2. maijs`, `2024 ж. 2 мамыр`
            first, year = self._year_before(first)
        form = Form.FULL if year else Form.DAY
        return Sighting(first=first, last=last, form=form, year=year, month=month, day=day, is_span=is_span)

    def _day_after(self, i: int, month: int) -> Sighting | None:
        at = self._skip(i + 1, 1, ".", Kind.LINKS)
        day = self._day_at(at)
        if day is None:
            return None
        last = at + 1
        if self._text(last) in (GLUED if self._touches(last) else ORDINALS):
            last += 1
        is_span = (
            (self._text(last) in DASHES or self._is(last, Kind.TO))
            and self._day_at(last + 1) is not None
            and self._value(last + 2, *MONTHS) is None
        )
        last += 2 * is_span
        year, last = self._year_after(last)
        first = i
        if year is None:
            first, year = self._year_before(i)
        form = Form.FULL if year else Form.DAY
        return Sighting(first=first, last=last, form=form, year=year, month=month, day=day, is_span=is_span)

    def _no_day(self, i: int, month: int) -> Sighting | None:
        year, last = self._year_after(i + 1)
        if year:
            is_sure = self._is(i, Kind.MONTH, Kind.SHORT_MONTH) or len(self._text(i)) >= SURE_NAME
            return Sighting(first=i, last=last, form=Form.MONTH, year=year, month=month) if is_sure else None
        first, year = self._year_before(i)
        if year:
            return Sighting(first=first, last=i + 1, form=Form.MONTH, year=year, month=month)
        is_last = self._is(i - 1, Kind.LAST) or self._is(i + 1, Kind.LAST)
        is_led = is_last or self._is(i - 1, Kind.WITHIN, Kind.THIS)
        if not is_led or Kind.MONTH not in self.tokens[i].kinds or self._text(i + 1) == "ʼ":  # `in May's house`
            return None
        first, last = i - self._is(i - 1, Kind.LAST, Kind.THIS), i + 1 + self._is(i + 1, Kind.LAST)
        count = self.tokens[last].kinds.get(Kind.RELATIVE, "") if last < len(self.tokens) else ""
        if count.endswith("y"):  # `januar i fjor`: January of last year
            return Sighting(first=first, last=last + 1, form=Form.MONTH, month=month, counted=count)
        return Sighting(first=first, last=last, form=Form.MONTH, month=month, is_last=is_last)

    # --- the rest ---------------------------------------------------------------------------------------------------

    def _feast(self, i: int) -> Sighting | None:
        if self._is(i, Kind.SOLAR):
            return self._solar(i)
        if (value := self.tokens[i].kinds.get(Kind.FEAST)) is None:
            return None
        feast = read_feast(value)
        year, last = self._year_after(i + 1)
        if year is None:
            return Sighting(first=i, last=i + 1, form=Form.DAY, month=feast.month, day=feast.day, from_easter=feast.from_easter)
        day = feast.on(year)
        return Sighting(first=i, last=last, form=Form.FULL, year=year, month=day.month, day=day.day)

    def _solar(self, i: int) -> Sighting | None:
        day, month, year = self._day_at(i - 1), self._value(i, Kind.SOLAR), self._number(i + 1, SOLAR_YEARS)
        found = solar_day(year, month, day) if day and month and year else None
        if found is None:
            first, last = (solar_day(year, month, d) for d in (1, 29)) if month and year and not day else (None, None)
            if first is None or last is None or first.year != last.year:
                return None
            return Sighting(first=i, last=i + 2, form=Form.YEAR, year=first.year)  # `مهر 1402` lies in two of our months
        return Sighting(first=i - 1, last=i + 2, form=Form.FULL, year=found.year, month=found.month, day=found.day)

    def _season(self, i: int) -> Sighting | None:
        if not self._is(i, Kind.SEASON):
            return None
        after = self._skip(i + 1, 1, "/", Kind.LINKS)
        if year := self._year_at(after):
            return Sighting(first=i, last=after + 1, form=Form.YEAR, year=year)
        if year := self._year_at(i - 1):
            return Sighting(first=i - 1, last=i + 1, form=Form.YEAR, year=year)
        return None

    def _counted(self, i: int) -> Sighting | None:
        if (count := self.tokens[i].kinds.get(Kind.RELATIVE)) is not None:
            day = self._day_at(i - 1) if count.endswith("m") else None  # Polish `5 bm.`: of this month
            return Sighting(first=i - bool(day), last=i + 1, form=Form.COUNTED, counted=count, day=day)
        weekday = self._value(i, Kind.DAY)
        if weekday is None:
            return None
        first, last = i - self._is(i - 1, Kind.LAST, Kind.THIS), i + 1
        is_last = self._is(i - 1, Kind.LAST) or self._is(i + 1, Kind.LAST)
        last += self._is(i + 1, Kind.LAST, Kind.PARTS)
        bracket = self._text(last) == "(" and self._text(last + 2) == ")"
        day = self._day_at(last + bracket)
        if day and (bracket or self._text(last + 1) in ",.)" or last + 1 == len(self.tokens)):
            last += 1 + 2 * bracket
        else:
            day = None
        return Sighting(first=first, last=last, form=Form.COUNTED, weekday=weekday, day=day, is_last=is_last)

    def _year(self, i: int) -> Sighting | None:
        year = self._year_at(i)
        is_listed = self._year_at(i - 2) or self._year_at(i + 2)  # `from 2007 to 2012`, `2019 and 2023`
        if year is None or is_listed or self._touches_word(i) or self._text(i - 1) in ("$", "€", "£", "#", "©"):
            return None
        return Sighting(first=i, last=i + 1, form=Form.YEAR, year=year)

    def _touches_word(self, i: int) -> bool:
        """Whether the number is part of a word, a span of years or an amount (`COP2024`, `2019-2021`, `1990s`, `2024%`)."""
        before, after = self._text(i - 1), self._text(i + 1)
        is_led = self._touches(i) and (before.isalnum() or before in "-/.,ʼ")
        is_decade = after == "ʼ" and self._text(i + 2) in ("s", "er")
        is_followed = self._touches(i + 1) and (after.isalnum() or after in "-/%" or is_decade)
        return is_led or is_followed
