"""Captions split into description, credit line and terms of use."""

import time
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model import Field, Origin, Statement, UsageKind
from auditor.text.credit_parser import parse_credit
from auditor.text.splitter import read_caption, split_caption

CAPTIONS = tomllib.loads((Path(__file__).parents[2] / "fixtures/captions/captions.toml").read_text(encoding="utf-8"))
PIECES = (
    "Photo",
    "by",
    ":",
    "/",
    "Ann",
    "Example",
    "AP",
    "via",
    "(",
    ")",
    "©",
    "Getty Images",
    "|",
    ".",
    "for",
    " ",
    "CC BY 4.0",
)


@pytest.mark.parametrize("row", CAPTIONS["caption"], ids=lambda row: row["text"][-60:])
def test_table(row):
    reading = split_caption(row["text"], where=row.get("where", "figure"))
    assert reading.credit is not None
    assert reading.credit.line == row["credit"]
    assert reading.description == row.get("description")
    assert [c.name for c in reading.credit.creators] == row.get("creators", [])
    assert [o.name for o in reading.credit.organisations] == row.get("organisations", [])
    assert list(reading.credit.flags) == row.get("flags", [])


@pytest.mark.parametrize("row", CAPTIONS["no_credit"], ids=lambda row: row["text"][:60])
def test_what_is_no_credit(row):
    assert split_caption(row["text"], where=row.get("where")).credit is None


@pytest.mark.parametrize("row", CAPTIONS["terms"], ids=lambda row: row["text"][:60])
def test_terms_of_use(row):
    reading = split_caption(row["text"], where="figure")
    assert [rule.kind.value for rule in reading.usage_rules] == row["kinds"]
    assert [span.of(row["text"]) for span in reading.usage_terms] == row["runs"]
    if reading.credit:
        assert list(reading.credit.usage_terms) == row["runs"]


def test_terms_are_understood():
    (rule,) = split_caption("A pier. Ann Example/AP. UK, IRELAND and FRANCE OUT").usage_rules
    assert (rule.kind, rule.territories) == (UsageKind.TERRITORY_OUT, ("UK", "IRELAND", "FRANCE"))
    (rule,) = split_caption("A pier. NO USE AFTER June 30, 2026").usage_rules
    assert (rule.kind, rule.until) == (UsageKind.USE_UNTIL, "June 30, 2026")
    (rule,) = split_caption("A pier. 14 days from transmission").usage_rules
    assert (rule.kind, rule.days) == (UsageKind.DAYS_LIMIT, 14)


def statement(field, value):
    return Statement(field=field, value=value, origin=Origin.CAPTION, locator="figure")


def test_caption_of_several_parts():
    parts = [statement(Field.CAPTION, "A pier on Monday, May 4, 2026."), statement(Field.CREDIT_LINE, "Nils Orbeck / Getty")]
    reading = read_caption(parts, language="en", published=date(2026, 5, 5))
    assert reading.caption == "A pier on Monday, May 4, 2026.\nNils Orbeck / Getty"
    assert reading.description == "A pier on Monday, May 4, 2026."
    assert reading.credit_span is not None
    assert reading.credit_span.of(reading.caption) == "Nils Orbeck / Getty"
    assert reading.dating.date is not None
    assert reading.dating.date.value == "2026-05-04"


def test_repeated_part_is_not_doubled():
    parts = [statement(Field.CAPTION, "A pier. Photo: Nils Orbeck/AP"), statement(Field.CREDIT_LINE, "Nils Orbeck/AP")]
    reading = read_caption(parts, language="en", published=None)
    assert reading.caption == "A pier. Photo: Nils Orbeck/AP"
    assert reading.credit is not None
    assert reading.credit.line == "Photo: Nils Orbeck/AP"


def test_no_parts_no_caption():
    assert read_caption([], language=None, published=None).caption is None


def test_placeholder_caption_names_its_characters():
    assert split_caption("\u00a0").placeholder == "only invisible characters (U+00A0)"
    assert split_caption("IMG_2034.JPG").placeholder == "only a file name (“IMG_2034.JPG”)"


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)))
def test_spans_point_into_the_caption(text):
    reading = split_caption(text, where="figure")
    if reading.credit is not None and reading.credit_span is not None:
        assert reading.credit_span.of(text) == reading.credit.line
        for party in (*reading.credit.creators, *reading.credit.organisations):
            assert party.span.of(reading.credit.line) == party.printed
    if reading.description_span is not None:
        assert reading.description_span.of(text) == reading.description
    spans = sorted((s.start, s.end) for s in (reading.credit_span, reading.description_span) if s is not None)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


@pytest.mark.parametrize("row", CAPTIONS["caption"], ids=lambda row: row["credit"])
def test_print_and_reparse_keeps_a_credit(row):
    line = split_caption(row["text"], where=row.get("where", "figure")).credit.line
    once, twice = parse_credit(line), parse_credit(parse_credit(line).line)
    assert once == twice


HOSTILE = {
    "brackets": "(" * 500_000 + ")" * 500_000,
    "slashes": "a/" * 500_000,
    "labels": "Photo by " * 110_000,
    "commas": "A, " * 330_000,
    "spaces": " " * 1_000_000,
    "words": "Ann " * 250_000,
    "signs": "©" * 1_000_000,
    "terms": "NO SALES UK OUT " * 62_500,
    "licences": "CC BY-SA-NC-ND " * 66_000,
    "addresses": "http://a.b/c " * 77_000,
    "han": "撮影" * 500_000,
    "dots": "." * 1_000_000,
    "zero width": "\u200b" * 1_000_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_megabyte_of_hostile_text_takes_bounded_time(text):
    start = time.process_time()
    split_caption(text)
    parse_credit(text)
    assert time.process_time() - start < 3


def test_a_bare_name_is_the_person_shown_in_a_caption_and_the_maker_in_a_credit_element():
    shown = read_caption([statement(Field.CAPTION, "Nils Orbeck")], language="en", published=None)
    assert shown.credit is None
    assert shown.description == "Nils Orbeck"
    made = read_caption([statement(Field.CREDIT_LINE, "Nils Orbeck")], language="en", published=None)
    assert made.credit is not None
    assert [c.name for c in made.credit.creators] == ["Nils Orbeck"]
