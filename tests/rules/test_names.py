"""One person or two, as far as printed names tell."""

import pytest

from auditor.rules.base import ago, is_own_house
from auditor.rules.names import same_person

SAME = [
    ("Lena Ostrow", "LENA OSTROW"),
    ("L. Ostrow", "Lena Ostrow"),
    ("L.M. Ostrow", "Lena Maria Ostrow"),
    ("Ostrow, Lena", "Lena Ostrow"),
    ("Jürgen Weiß", "Jurgen Weiss"),
    ("José Peña-Ruiz", "Jose Pena Ruiz"),
    ("Ostrow", "Lena Ostrow"),
    ("Lena M. Ostrow", "Lena Ostrow"),
    ("山田太郎", "山田太郎"),
]
DIFFERENT = [
    ("Lena Ostrow", "Jonas Ostrow"),
    ("Lena Ostrow", "Lena Weyland"),
    ("J. Ostrow", "Lena Ostrow"),
    ("L. O.", "Lena Ostrow"),
    ("", "Lena Ostrow"),
    ("", ""),
    ("山田太郎", "山田花子"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same_person(one, other):
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_people(one, other):
    assert not same_person(one, other)
    assert not same_person(other, one)


@pytest.mark.parametrize(
    ("name", "url", "own"),
    [
        ("Elin Post", "https://www.elinpost.example/a", True),
        ("Port Elin Nachrichten", "https://www.nachrichten.example/a", True),
        ("Elin News", "https://www.news.example/a", False),
        ("Other Post", "https://www.elinpost.example/a", False),
        ("Elin Post", None, False),
    ],
)
def test_the_houses_own_name(name, url, own):
    assert is_own_house(name, url) is own


def test_days_are_counted_up_to_two_years():
    assert [ago(days) for days in (1, 400, 1_330, 15_706)] == ["1 day", "400 days", "3 years", "43 years"]
