"""Which days a stamp inside a file can mean where the picture was made."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.identity.local_days import local_days


@pytest.mark.parametrize(
    ("stamp", "first", "last"),
    [
        ("2026-07-07", "2026-07-06", "2026-07-08"),
        ("2026-02", "2026-01-31", "2026-03-01"),
        ("2026", "2025-12-31", "2027-01-01"),
        ("2026-07-07T10:00:00", "2026-07-06", "2026-07-08"),
        ("2026-07-07T11:00:00+00:00", "2026-07-06", "2026-07-08"),
        ("2026-07-07T09:30:00+00:00", "2026-07-06", "2026-07-07"),
        ("2026-07-07T12:30:00.25+00:00", "2026-07-07", "2026-07-08"),
        ("2026-07-07T23:30:00-10:00", "2026-07-07", "2026-07-08"),
        ("2026-07-07T00:00:00+00:00", "2026-07-06", "2026-07-08"),
    ],
)
def test_days(stamp: str, first: str, last: str) -> None:
    assert local_days(stamp) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "stamp", ["2026-02-30", "2026-13", "0000", "9999-12-31", "0001-01-01T01:00:00+14:00", "", "soon", "2026-07-07T25:00"]
)
def test_no_day(stamp: str) -> None:
    assert local_days(stamp) is None


@given(
    st.one_of(st.text(max_size=30), st.datetimes(timezones=st.timezones()).map(str), st.datetimes().map(lambda d: d.isoformat()))
)
def test_any_words(stamp: str) -> None:
    days = local_days(stamp)
    assert days is None or timedelta(0) < days[1] - days[0] <= timedelta(days=367)
