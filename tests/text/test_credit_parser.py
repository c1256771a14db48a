"""Credit lines as printed -> who made, who supplied, how."""

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.data.load import agencies
from auditor.model import OrganisationKind, Relation
from auditor.text.credit_parser import parse_credit

ROOT = Path(__file__).parents[2]
CREDITS = [
    row
    for name in ("credits", "pool_footage")
    for row in tomllib.loads((ROOT / f"fixtures/captions/{name}.toml").read_text(encoding="utf-8"))["credit"]
]


@pytest.mark.parametrize("row", CREDITS, ids=lambda row: row["line"])
def test_table(row):
    credit = parse_credit(row["line"])
    assert [c.name for c in credit.creators] == row.get("creators", [])
    assert [o.name for o in credit.organisations] == row.get("organisations", [])
    assert credit.role == row.get("role", "agency")
    assert list(credit.flags) == row.get("flags", [])
    if "medium" in row:
        assert credit.medium == row["medium"]


def test_spans_are_the_printed_words():
    credit = parse_credit("  Foto: ANNA-LENA BERG/dpa | Anna-Lena Berg ")
    assert credit.line == "Foto: ANNA-LENA BERG/dpa | Anna-Lena Berg"
    assert [c.span.of(credit.line) for c in credit.creators] == ["ANNA-LENA BERG"]
    assert [o.span.of(credit.line) for o in credit.organisations] == ["dpa"]


@pytest.mark.parametrize("words", ["DR", "Internet", "Supplied", "Stringer", "HO", "Uncredited"])
def test_formulas_name_nobody(words):
    credit = parse_credit(words)
    assert credit.formulas == (words,)
    assert not credit.names_anybody


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("\u00a0", "only invisible characters (U+00A0)"),
        ("\u200b \u200b", "only invisible characters (U+200B)"),
        ("-", "only punctuation (-)"),
        ("n/a", "only a filler (“n/a”)"),
        ("IMG_2034.JPG", "only a file name (“IMG_2034.JPG”)"),
    ],
)
def test_placeholder_names_the_characters(text, reason):
    credit = parse_credit(text)
    assert credit.placeholder == reason
    assert not credit.names_anybody


def test_short_form_and_misspelling_are_noted():
    assert parse_credit("Mira Falk / Getty").organisations[0].short_form
    assert parse_credit("Nils Orbeck/Retuers").organisations[0].misspelt


def test_giver_of_a_handout_is_its_provider():
    giver, distributor = parse_credit("Elin Shipyards / Handout via Reuters").organisations
    assert (giver.relation, giver.id) == (Relation.PROVIDER, None)
    assert distributor.relation is Relation.DISTRIBUTOR


def test_lone_x_is_ambiguous():
    assert parse_credit("X").is_ambiguous
    assert not parse_credit("@fjordwatch via X").is_ambiguous


PERSONS = (
    "Nils Orbeck",
    "Lotta Vik",
    "Jan van der Berg",
    "Ana María Olmedo",
    "Søren Holm-Vik",
    "Robert F. Kallman",
    "Дарья Примерова",
)
FORMS = (
    "{person}/{supplier}",
    "{person} / {supplier}",
    "Photo: {person}/{supplier}",
    "(Photo by {person}/{supplier})",
    "{person} via {supplier}",
    "Foto: {supplier}/{person}",
    "© {supplier} | {person}",
    "{person} ({supplier})",
    "Bild: {person}, {supplier}",
    "{person} - {supplier}",
)
SUPPLIERS = [a for a in agencies().values() if a.kind in (OrganisationKind.WIRE, OrganisationKind.STOCK)]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(PERSONS), st.sampled_from([a.id for a in SUPPLIERS]), st.sampled_from(FORMS), st.booleans())
def test_a_person_and_a_supplier_are_found_in_every_form(person, supplier, form, shouted):
    line = form.format(person=person.upper() if shouted else person, supplier=agencies()[supplier].name)
    credit = parse_credit(line)
    assert [c.name.casefold() for c in credit.creators] == [person.casefold()]
    assert [o.id for o in credit.organisations] == [supplier], line


def test_terms_of_use_are_no_names():
    credit = parse_credit("Nils Orbeck/Reuters. MANDATORY CREDIT. NO RESALES. NO ARCHIVES.")
    assert [c.name for c in credit.creators] == ["Nils Orbeck"]
    assert [o.name for o in credit.organisations] == ["Reuters"]
    assert credit.usage_terms == ("MANDATORY CREDIT. NO RESALES. NO ARCHIVES",)


@pytest.mark.parametrize("line", ["Foto: {}a", "Photo: Ida Novak / {}x / AP", "{}.", "Nets. (Foto: {}a)"])
@pytest.mark.parametrize("unit", ["1", "1 ", "1.", "1年", "0a"])
def test_runs_of_digits_take_no_time(line, unit):
    start = time.process_time()
    parse_credit(line.format(unit * 120))
    assert time.process_time() - start < 0.5
