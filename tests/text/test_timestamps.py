from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Precision
from auditor.text.timestamps import date_in_address, read_timestamp


@pytest.mark.parametrize(
    ("stamp", "value"),
    [
        ("2024-05-17T10:11:12.345+02:00", "2024-05-17"),
        ("2024:05:17 10:11:12", "2024-05-17"),
        ("20240517", "2024-05-17"),
        ("20240500", "2024-05"),
        ("20240000", "2024"),
        ("2024-05", "2024-05"),
        (" 2024 ", "2024"),
    ],
)
def test_precision_is_kept_as_stated(stamp, value):
    assert read_timestamp(stamp).value == value


@pytest.mark.parametrize("stamp", ["", "0000:00:00 00:00:00", "2024-13-01", "2024-02-30", "yesterday", "17.05.2024", "20240517x"])
def test_what_is_no_date_is_none(stamp):
    assert read_timestamp(stamp) is None


def test_a_month_is_not_rounded_to_its_first_day():
    month = read_timestamp("2024-02")
    assert (month.start, month.end, month.precision) == (date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH)


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://img.example/2024/05/17/lifeboat.jpg", "2024-05-17"),
        ("https://img.example/a/lifeboat_20240517.jpg?w=1200", "2024-05-17"),
        ("https://img.example/2024/05/lifeboat.jpg", None),
        ("https://img.example/1202405170/lifeboat.jpg", None),
        ("https://img.example/2024/05/17/drill-2023-01-02.jpg", None),
        ("https://img.example/2024/13/45/x.jpg", None),
    ],
)
def test_date_in_an_address(url, value):
    found = date_in_address(url)
    assert (found and found.value) == value


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text):
    for read in (read_timestamp, date_in_address):
        found = read(text)
        assert found is None or found.start <= found.end
