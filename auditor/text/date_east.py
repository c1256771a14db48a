"""Dates of East Asian scripts, where months are numbers and words stand without spaces.

[year|era] [month] [day]     2024年5月2日 · 令和6年5月 · 5月2日 · 13日 · 2024년 5월 2일
weekday                      水曜日 · 星期三 · 周三 · 수요일 (beside a date also `（水）`)
relative word                今日 · 어제 · 昨天
"""

import re
from bisect import bisect
from collections.abc import Collection
from functools import lru_cache

from auditor.data.calendar import date_words, names
from auditor.model import Span
from auditor.text.date_scene import Weight
from auditor.text.date_sighting import YEARS, Form, Sighting
from auditor.text.date_words import EAST

HAS_EAST = re.compile(r"[日月年曜今昨去先上周週星一資资档檔過写일월년요오어지작전자촬]")


@lru_cache(maxsize=1)
def _eras() -> dict[str, int]:
    return {era: int(year) for era, _, year in (entry.partition("=") for entry in date_words()["ja"]["eras"])}


@lru_cache(maxsize=1)
def _date() -> re.Pattern[str]:
    eras, leading = "|".join(_eras()), "|".join(_leading())
    weekdays = "|".join(day for day in _weekdays() if len(day) > 1)
    firsts = "".join({form[0] for form in (*_eras(), *_leading())})
    return re.compile(
        rf"""(?<!\d)(?=[\d{firsts}])(?P<lead>{leading})?\s?(?:(?:(?P<era>{eras})(?P<era_year>元|\d{{1,3}})|(?P<year>\d{{4}}))\s?[年년]\s?)?
        (?:(?P<month>\d{{1,2}})\s?[月월](?![かヶケカ箇個])\s?)?
        (?:(?P<day>\d{{1,2}})\s?(?P<many>(?:[日일]?\s?[-、・,]\s?\d{{1,2}}\s?){{0,4}})[日일])?
        (?:\s?\(\s?(?P<weekday>{weekdays}|[月火水木金土日월화수목금토일])日?\s?\)|\s?(?P<named>{weekdays})日?)?""",
        re.VERBOSE,
    )


@lru_cache(maxsize=1)
def _leading() -> dict[str, str]:
    """`昨年`, `지난달` and the like before a month or day, with what they count."""
    entries = (entry for language in EAST for entry in date_words()[language]["leading"])
    return {form: count for form, _, count in (entry.partition("=") for entry in entries)}


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """Relative words of the three languages, longest first."""
    pairs = (entry.partition("=") for language in EAST for entry in date_words()[language]["relative"])
    return dict(sorted(((form, count) for form, _, count in pairs), key=lambda p: -len(p[0])))


@lru_cache(maxsize=1)
def _weekdays() -> dict[str, int]:
    """`月曜` (日 may be left out), `월요일`, `星期一`, `周一`, and as a date's bracket the first letters."""
    days: dict[str, int] = {}
    for language in EAST:
        table = names()[language]
        for value, cell in enumerate(zip(table.days_wide, table.days_short, strict=True)):
            for form in (*cell[0], *cell[1]):
                days[form.removesuffix("日") if language == "ja" and len(form) > 1 else form] = value
    return days


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    weekdays = [day for day in _weekdays() if len(day) > 1]
    return re.compile("|".join(map(re.escape, [*_words(), *weekdays])))


def _written_in(folded: str, known: Collection[str]) -> tuple[str, ...]:
    """Hangul is Korean, kana Japanese; Chinese characters alone are what the page says, or either."""
    if _HANGUL.search(folded):
        return ("ko",)
    if _KANA.search(folded):
        return ("ja",)
    return tuple(language for language in ("ja", "zh") if language in known) or ("ja", "zh")


@lru_cache(maxsize=32)
def _any_of(category: str, languages: tuple[str, ...]) -> re.Pattern[str]:
    """Any word of this category; a single Hangul letter counts only where its word ends."""
    words = {word for language in languages for word in date_words()[language].get(category, ())}
    ordered = sorted(words, key=lambda w: -len(w))
    forms = [re.escape(w) + ("(?![가-힣])" if len(w) == 1 and w >= "가" else "") for w in ordered]
    return re.compile("|".join(forms) or "(?!)")


def read_east(folded: str, known: Collection[str]) -> list[tuple[Weight, int, Sighting]]:
    """The dates of East Asian scripts in a folded caption, each with its weight and the number of its sentence.

    `known` are the languages the caption may be in.
    """
    if not HAS_EAST.search(folded):
        return []
    folded = _BRACKETED.sub(r" \1 ", folded)
    found = [s for m in _date().finditer(folded) if (s := _sighting(m))]
    starts = {s.place.start for s in found if s.place}
    counted = (m for m in _counted().finditer(folded) if starts.isdisjoint(range(m.start(), m.end() + 1)))
    found += [_count(m) for m in counted]
    languages = _written_in(folded, known)
    stops = [m.start() for m in _STOP.finditer(folded)]
    return [(_weigh(folded, s, languages), bisect(stops, s.place.start), s) for s in found if s.place]


def _sighting(m: re.Match[str]) -> Sighting | None:
    year = int(m["year"]) if m["year"] else None
    if m["era"]:
        year = _eras()[m["era"]] + (1 if m["era_year"] == "元" else int(m["era_year"]))
    month, day = int(m["month"] or 0) or None, int(m["day"] or 0) or None
    if (year is not None and year not in YEARS) or (m["month"] and not month) or (m["day"] and not day):
        return None
    if day:
        form = Form.FULL if year and month else Form.DAY if month else Form.COUNTED
    elif month:
        form = Form.MONTH
    elif year:
        form = Form.YEAR
    else:
        return None
    printed = m["weekday"] or m["named"]
    weekday = _weekdays()[printed] if printed and day else None
    place = Span(m.start(), m.start() + len(m[0].rstrip()))
    return Sighting(
        first=0,
        last=0,
        place=place,
        form=form,
        year=year,
        month=month,
        day=day,
        is_span=bool(m["many"]),
        weekday=weekday,
        counted=_leading()[m["lead"]] if m["lead"] and not year else None,
    )


def _count(m: re.Match[str]) -> Sighting:
    words = _words()
    if m[0] in words:
        return Sighting(first=0, last=0, place=Span(*m.span()), form=Form.COUNTED, counted=words[m[0]])
    return Sighting(first=0, last=0, place=Span(*m.span()), form=Form.COUNTED, weekday=_weekdays()[m[0]])


def east_word(folded: str, category: str) -> Span | None:
    """Where a word of this category of the three languages stands (`label_word`, `undated`), None where none does."""
    found = _any_of(category, EAST).search(folded) if HAS_EAST.search(folded) else None
    return Span(*found.span()) if found else None


_HANGUL = re.compile(r"[가-힣]")
_KANA = re.compile(r"[ぁ-ヺ]")
_BRACKETED = re.compile(r"(?<=[今昨前])\((\d{1,2})\)(?=日)")
"""`昨（13）日`: yesterday, with its number, as Taiwan's papers print it."""
_STOP = re.compile(r"[。！？!?|]|\.\s")
NEAR = 8
"""Characters behind a date in which a verb says what else it dates (`2018年に発売`)."""
REACH = 60
"""Characters behind a date in which its sentence is searched for a plan or a `taken`."""


def _weigh(folded: str, sighting: Sighting, languages: tuple[str, ...]) -> Weight:
    assert sighting.place is not None
    start, end = sighting.place.start, sighting.place.end
    before, rest = folded[max(0, start - NEAR) : start].rstrip(), folded[end : end + REACH]
    if stop := _STOP.search(rest):
        rest = rest[: stop.start()]
    led = (word for language in languages for word in date_words()[language].get("east_before", ()))
    is_elsewhere = _any_of("elsewhere", languages).search(rest[:NEAR]) or _any_of("east_not", languages).match(rest.lstrip())
    if is_elsewhere or before.endswith(tuple(led)) or _any_of("coming", languages).search(rest):
        return Weight.NO
    is_taken = before.endswith("=") or _any_of("taken", languages).search(rest[:NEAR])
    return Weight.STRONG if is_taken else Weight.PLAIN
