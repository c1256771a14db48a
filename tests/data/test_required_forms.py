"""This very credit in the form its supplier asks for."""

import pytest

from auditor.data.required_forms import conforms, required_form
from auditor.text.credit_parser import parse_credit


@pytest.mark.parametrize(
    ("line", "required"),
    [
        ("Nils Orbeck / Getty", "Nils Orbeck/Getty Images"),
        ("NILS ORBECK / REUTERS", "REUTERS/Nils Orbeck"),
        ("Nils Orbeck/AFP via Getty", "Nils Orbeck/AFP via Getty Images"),
        ("Foto: Shutterstock/Nils Orbeck", "Nils Orbeck/Shutterstock"),
        ("Nils Orbeck/AP", None),
        ("Foto: Nils Orbeck", None),
        ("Nils Orbeck/iStock/Getty Images", None),
    ],
)
def test_required_form(line, required):
    form = required_form(parse_credit(line))
    assert (form.line if form else None) == required
    assert form is None or form.url.startswith("https://")


def test_a_line_in_the_required_form_conforms():
    credit = parse_credit("Photo: Nils Orbeck / Getty Images")
    form = required_form(credit)
    assert form is not None
    assert conforms(credit, form)
    other = parse_credit("Nils Orbeck / Getty")
    assert not conforms(other, required_form(other))
