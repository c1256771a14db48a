"""Caption dates: tables of captions, properties, time bounds."""

import time
import tomllib
from datetime import date
from pathlib import Path

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.data.calendar import names
from auditor.model import Precision
from auditor.text.dates import parse_caption_date

CAPTIONS = Path(__file__).parents[2] / "fixtures" / "captions"


def cases():
    for path in sorted(CAPTIONS.glob("dates_*.toml")):
        language = path.stem.removeprefix("dates_")
        for i, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"]):
            yield pytest.param({"language": language, **case}, id=f"{language}-{i}")


def read(case):
    published = date.fromisoformat(case["published"]) if "published" in case else None
    return parse_caption_date(case["caption"], published=published, language=case["language"])


@pytest.mark.parametrize("case", list(cases()))
def test_caption_of_the_tables(case):
    reading = read(case)
    found = reading.date
    assert (found.value if found else "") == case["date"]
    assert reading.file_label == case.get("file_label", False)
    assert reading.undated == case.get("undated", False)
    assert [s.of(case["caption"]) for s in reading.impossible] == case.get("impossible", [])
    if found:
        assert found.explicit == case.get("explicit", True)
        assert found.year_inferred == case.get("year_inferred", False)
        assert list(found.oddities) == case.get("oddities", [])
        assert found.span.of(case["caption"]) == found.text
        assert (found.other_reading.value if found.other_reading else None) == case.get("other_reading")
        if "weekday" in case:
            assert found.stated_weekday == case["weekday"]
            assert found.weekday_fits


def test_most_captions_tell_their_language_themselves():
    tables = [case.values[0] for case in cases() if case.values[0]["language"] != "en"]
    told = [read(case | {"language": None}).date for case in tables]
    right = sum((found.value if found else "") == case["date"] for found, case in zip(told, tables, strict=True))
    assert right / len(tables) > 0.85


def test_a_weekday_that_does_not_fit_is_kept():
    found = parse_caption_date("Port Ansel, Sunday, August 27, 2020.").date
    assert found is not None
    assert found.value == "2020-08-27"
    assert found.stated_weekday == 6
    assert not found.weekday_fits


ENGLISH = [
    "May",
    "2",
    "2024",
    ",",
    ".",
    "(",
    ")",
    "-",
    "/",
    ":",
    "on",
    "Monday",
    "last",
    "31",
    "FILE",
    "taken",
    "since",
    "undated",
]
NUMERIC = [
    "2.5.",
    "02.05.2024",
    "2024-05-02",
    "5/2/24",
    "２０２４年５月２日",
    "令和6年",
    "2024년",
    "13日",
    "昨日",
    "১৩",
    "²",
    "5月",
    "、",
]
OTHERS = ["am", "Montag", "im", "Winter", "Archiv", "\n", "İ", "ß", "'", "tháng", "năm", "the", "yesterday", "el", "lunes", "("]
FRAGMENTS = st.sampled_from([*ENGLISH, *NUMERIC, *OTHERS])


@given(
    st.text() | st.lists(FRAGMENTS).map(" ".join),
    st.none() | st.just(date(2024, 5, 1)) | st.dates(),
    st.sampled_from([None, "en", "de", "ja", "vi", "x-?", ""]),
)
@settings(max_examples=400, deadline=None)
def test_any_text_gives_a_reading_with_its_words(caption, published, language):
    reading = parse_caption_date(caption, published=published, language=language)
    for span in (*reading.impossible, reading.file_label_span, reading.date and reading.date.span):
        assert span is None or 0 <= span.start < span.end <= len(caption)
    if reading.date:
        assert reading.date.span.of(caption) == reading.date.text
        assert reading.date.start <= reading.date.end
        assert reading.date.precision is not Precision.NONE


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2080, 1, 1)))
@settings(deadline=None)
def test_a_printed_day_is_read_back(day):
    for form in (
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day}. {day:%m}. {day.year}",
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
    ):
        found = parse_caption_date(f"Port Ansel, {form}", language="en").date
        assert found is not None and found.value == day.isoformat(), form


WRITTEN_OTHERWISE = {
    "eu": "2024(e)ko maiatzaren 2(a)",
    "te": "the long form has a comma behind the day",
    "he": "short months with a prefix and a sign",
    "th": "an era before the year (ค.ศ.), months of two initials",
}
DAYS = [date(2011 + month, month, day) for month, day in enumerate((31, 29, 3, 5, 2, 6, 17, 1, 9, 20, 11, 15), 1) if month != 2]


@pytest.mark.parametrize("language", sorted(names().keys() - WRITTEN_OTHERWISE.keys()))
@pytest.mark.parametrize("form", ["full", "long", "medium"])
def test_a_day_as_each_language_writes_it(language, form):
    for day in DAYS:
        found = parse_caption_date(f"Port Ansel, {format_date(day, form, locale=language)}", language=language).date
        assert found is not None and found.value == day.isoformat()
        assert form != "full" or found.stated_weekday == day.weekday()


@pytest.mark.parametrize(
    "unit",
    [
        "May ",
        "1.",
        "2024-",
        "Monday, ",
        "12/",
        "年",
        "1日",
        "the ",
        "(",
        "FILE ",
        "last ",
        "٣",
        "tháng 5 ",
        "a",
        ".",
        "5 de mayo de ",
        "“2024 ",
        '"',
        "will 2024 ",
        "今日5日",
    ],
)
def test_hostile_text_stays_in_time(unit):
    text = unit * (1_000_000 // len(unit))
    start = time.process_time()
    parse_caption_date(text, published=date(2024, 5, 2), language="es")
    assert time.process_time() - start < 2
