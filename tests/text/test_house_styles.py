"""Habits of many houses: lines of a table, each with what it says, where it stands, or that it is no credit."""

import tomllib
from pathlib import Path

import pytest

from auditor.text.credit_parser import parse_credit
from auditor.text.splitter import split_caption

TABLE = tomllib.loads((Path(__file__).parents[2] / "fixtures/captions/house_styles.toml").read_text(encoding="utf-8"))


def named(row, credit):
    assert [c.name for c in credit.creators] == row.get("creators", [])
    assert [o.name for o in credit.organisations] == row.get("organisations", [])
    assert list(credit.flags) == row.get("flags", [])
    assert credit.role == row.get("role", credit.role)


@pytest.mark.parametrize("row", TABLE["credit"], ids=lambda row: row["line"])
def test_whole_line(row):
    named(row, parse_credit(row["line"]))


@pytest.mark.parametrize("row", TABLE.get("caption", []), ids=lambda row: row["text"][-60:])
def test_in_a_caption(row):
    reading = split_caption(row["text"], where=row.get("where"))
    assert reading.credit is not None
    assert reading.credit.line == row["credit"]
    named(row, reading.credit)


@pytest.mark.parametrize("row", TABLE.get("no_credit", []), ids=lambda row: row["text"][:60])
def test_no_credit(row):
    assert split_caption(row["text"], where=row.get("where")).credit is None


def test_an_empty_credit_at_the_tail_is_a_placeholder():
    credit = split_caption("A ferry leaves Port Elin on Monday. Photo: n/a", where="caption").credit
    assert credit is not None
    assert credit.placeholder == "only a filler (“n/a”)"
