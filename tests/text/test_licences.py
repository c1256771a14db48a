"""Public licences and machine makers in credit lines."""

import tomllib
from pathlib import Path

import pytest

from auditor.data.load import licences
from auditor.text.credit_parser import parse_credit
from auditor.text.licences import find_licences
from auditor.text.normalise import fold
from auditor.text.splitter import split_caption

CREDITS = tomllib.loads((Path(__file__).parents[2] / "fixtures/captions/licences.toml").read_text(encoding="utf-8"))["credit"]


def test_table_is_large_enough_to_mean_something():
    assert len(CREDITS) >= 150
    assert len({row["line"] for row in CREDITS}) == len(CREDITS)


@pytest.mark.parametrize("row", CREDITS, ids=lambda row: row["line"])
def test_table(row):
    credit = parse_credit(row["line"])
    assert [c.name for c in credit.creators] == row.get("creators", [])
    assert [o.name for o in credit.organisations] == row.get("organisations", [])
    assert credit.role == row["role"]
    assert credit.licence == row.get("licence")
    assert list(credit.flags) == row.get("flags", [])


@pytest.mark.parametrize("row", [r for r in CREDITS if "licence" in r], ids=lambda row: row["line"])
def test_a_licence_makes_a_line_a_credit(row):
    reading = split_caption(f"A lighthouse in the fog. {row['line']}", where="figure")
    assert reading.credit is not None
    assert reading.credit.licence == row["licence"]


@pytest.mark.parametrize("licence", licences(), ids=lambda licence: licence.id)
def test_every_pattern_finds_its_example(licence):
    assert find_licences(fold(licence.example)), "dead pattern"
    assert licence.source
