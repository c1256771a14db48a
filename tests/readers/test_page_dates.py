"""Machine-written days of publication."""

import pytest

from auditor.readers.page_dates import as_iso, first_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-05-02", "2024-05-02"),
        ("2024-05-02T10:11:12.345+02:00", "2024-05-02T10:11:12+02:00"),
        ("2024-05-02 10:11:12 +01:00", "2024-05-02T10:11:12+01:00"),
        ("2024-05-02T10:11Z", "2024-05-02T10:11Z"),
        ("20240502", "2024-05-02"),
        ("2024/05/02", "2024-05-02"),
        ("02.05.2024", "2024-05-02"),
        ("Thu May 02 19:20:36 CEST 2024", "2024-05-02"),
        ("Thu, 02 May 2024 10:00:00 GMT", "2024-05-02"),
        ("2024-02-30", None),
        ("2024-13-01", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_forms(text, iso):
    assert as_iso(text) == iso


def test_the_first_candidate_that_is_a_date_wins():
    assert first_date([None, "soon", "2024-05-02", "2024-05-03"]) == "2024-05-02"
