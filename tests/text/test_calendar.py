"""The tables of names and words: current, whole, and every entry of use."""

import unicodedata
from datetime import date

import pytest

from auditor.data import build_calendar
from auditor.data.calendar import date_words, names, orders
from auditor.text.date_feasts import easter, read_feast
from auditor.text.date_solar import solar_day
from auditor.text.date_words import Kind

INFLECTED = {"months_more": 12, "days_more": 7, "seasons": 4, "solar": 12}
OTHER = {"relative", "glued", "led", "led_glued", "month_prefix", "past_endings", "coming_endings", "common", *INFLECTED}
EAST = {"leading", "eras", "east_not", "east_before"}


def test_calendar_is_what_babel_says():
    assert build_calendar.TABLE.read_text(encoding="utf-8") == build_calendar.table(), "run python -m auditor.data.build_calendar"


@pytest.mark.parametrize("language", sorted(names()))
def test_every_month_and_weekday_has_a_name_of_its_own_language(language):
    table = names()[language]
    assert [len(cells) for cells in (table.months_wide, table.days_wide)] == [12, 7]
    scripts = {
        unicodedata.name(form[0]).split()[0]
        for cell in (*table.months_wide[:], *table.days_wide)
        for form in cell
        if form[0].isalpha()
    }
    assert len(scripts) <= 1 + (language == "sr"), scripts  # Babel leaks names of the locale read before
    assert all(cells for cells in (*table.months_wide, *table.days_wide))


def test_orders_are_known_ones():
    assert orders()["en"] == "either"
    assert orders()["en-US"] == "mdy"
    assert orders()["en-GB"] == orders()["de"] == "dmy"


@pytest.mark.parametrize("language", sorted(date_words()))
def test_words_are_of_known_languages_and_categories(language):
    assert language in names()
    words = date_words()[language]
    assert words.keys() <= {kind.value for kind in Kind} | OTHER | EAST
    for category, forms in words.items():
        assert all(forms) or category in INFLECTED, category
        assert len(set(forms)) == len(forms) or category in INFLECTED, (category, [f for f in forms if forms.count(f) > 1])
        assert all(form == form.lower() for form in forms), category
        if size := INFLECTED.get(category):
            assert len(forms) == size, category


@pytest.mark.parametrize("language", sorted(date_words()))
def test_feasts_are_days_of_the_year(language):
    for entry in date_words()[language].get("feast", ()):
        form, _, value = entry.partition("=")
        assert form and read_feast(value).on(2024).year == 2024, entry


def test_easter_is_the_almanacs():
    """Dates of the Nautical Almanac; 1943 and 2038 are the latest there can be, 1818 the earliest."""
    days = [(1818, 3, 22), (1943, 4, 25), (1954, 4, 18), (2000, 4, 23), (2024, 3, 31), (2025, 4, 20), (2038, 4, 25)]
    assert [easter(year) for year, _, _ in days] == [date(*day) for day in days]


@pytest.mark.parametrize(
    ("solar", "day"),
    [
        ((1332, 5, 28), date(1953, 8, 19)),
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1399, 1, 1), date(2020, 3, 20)),
        ((1400, 1, 1), date(2021, 3, 21)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1404, 1, 1), date(2025, 3, 21)),
        ((1404, 12, 30), None),
    ],
)
def test_solar_days_are_those_of_history_and_the_equinox(solar, day):
    assert solar_day(*solar) == day


@pytest.mark.parametrize("language", sorted(date_words()))
def test_relative_words_count(language):
    for entry in date_words()[language].get("relative", ()):
        form, _, count = entry.partition("=")
        assert form and count[-1] in "dmy" and int(count[:-1]) <= 0, entry
