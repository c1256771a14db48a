"""Suppliers' numbers: every form of the table by its own example, dates in numbers, what is no number."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.data.asset_ids import asset_forms
from auditor.data.load import agencies
from auditor.identity.supplier_ids import MAX_IDS, find_asset_ids
from auditor.model import Origin

FORMS = asset_forms()


def name(form):
    return f"{form.supplier}-{form.finds}"


@pytest.mark.parametrize("form", FORMS, ids=name)
def test_form_finds_its_example(form):
    origin = Origin.FILE_NAME if "file" in form.where else Origin.CAPTION
    (found,) = [a for a in find_asset_ids(form.example, origin=origin) if a.supplier == form.supplier]
    assert found.id == form.finds
    assert (found.date.value if found.date else None) == form.date
    assert found.needs_credit == form.needs_credit
    assert form.source
    assert form.hint in form.example.lower()
    assert form.digits <= max(map(len, re.findall(r"\d+", form.example)), default=0)
    assert form.where <= {"file", "text"}


@pytest.mark.parametrize("form", FORMS, ids=name)
def test_supplier_stands_in_the_table(form):
    assert form.supplier in agencies()


@pytest.mark.parametrize("form", [f for f in FORMS if not f.needs_credit], ids=name)
def test_a_sure_form_is_claimed_by_one_supplier(form):
    origin = Origin.FILE_NAME if "file" in form.where else Origin.CAPTION
    assert {a.supplier for a in find_asset_ids(form.example, origin=origin) if not a.needs_credit} == {form.supplier}


def test_a_bare_number_counts_with_the_credit_alone():
    name = "harbour-police-1228224227.jpg"
    (found,) = find_asset_ids(name, origin=Origin.FILE_NAME, suppliers=["getty"])
    assert (found.supplier, found.id) == ("getty", "1228224227")
    assert find_asset_ids(name, origin=Origin.FILE_NAME, suppliers=["reuters", None]) == ()
    assert found in find_asset_ids(name, origin=Origin.FILE_NAME)


def test_an_impossible_day_is_no_date():
    (found,) = find_asset_ids("AP23399820434600.jpg", origin=Origin.FILE_NAME)
    assert found.date is None


def test_an_escaped_address_is_read():
    (found,) = find_asset_ids("https://img.example/a%2FGettyImages%2D2242056166.jpg?w=800", origin=Origin.URL)
    assert found.id == "2242056166"
    assert found.origin is Origin.URL


@pytest.mark.parametrize(
    "text",
    ["The 2,200 people of Port Ansel", "Call 0800 123 456", "Covid-19", "RTX ON", "ALAMY Stock", "May 2, 2024", "report-2024-05"],
)
def test_other_numbers_are_none(text):
    assert find_asset_ids(text, origin=Origin.CAPTION) == ()


@given(st.text(), st.sampled_from(list(Origin)))
def test_any_text_is_read(text, origin):
    assert len(find_asset_ids(text, origin=origin)) <= MAX_IDS


@pytest.mark.parametrize(
    "unit", ["1", "AP1", "2024-", "pexels-a-", "a-", "0/", "getty", "2.", "shutterstock(", "(", "%41", "000-"]
)
def test_hostile_text_stays_in_time(unit):
    text = unit * (1_000_000 // len(unit))
    for origin in (Origin.URL, Origin.CAPTION):
        start = time.process_time()
        find_asset_ids(text, origin=origin)
        assert time.process_time() - start < 1
