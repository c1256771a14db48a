"""Names of persons: likeness and natural case."""

import pytest

from auditor.text.credit_parser import parse_credit
from auditor.text.lithuanian import base_form
from auditor.text.names import Likeness, is_handle, likeness, natural_case
from auditor.text.normalise import fold
from auditor.text.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("printed", "natural"),
    [
        ("NILS ORBECK", "Nils Orbeck"),
        ("Nils ORBECK", "Nils Orbeck"),
        ("ANNA MCDONALD", "Anna McDonald"),
        ("JAN VAN DER BERG", "Jan van der Berg"),
        ("SEAN O'BRIEN", "Sean O'Brien"),
        ("JUAN DE LA TORRE", "Juan de la Torre"),
        ("JEAN-PIERRE DUPONT", "Jean-Pierre Dupont"),
        ("FRITZ KALLMAN II", "Fritz Kallman II"),
        ("LI WEI", "Li Wei"),
        ("QV Photography", "QV Photography"),
        ("Nils Orbeck", "Nils Orbeck"),
        ("nils orbeck", "nils orbeck"),
        ("平沢花子", "平沢花子"),
    ],
)
def test_natural_case(printed, natural):
    assert natural_case(printed) == natural


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nils Orbeck", Likeness.PERSON),
        ("Jan van der Berg", Likeness.PERSON),
        ("Robert F. Berg", Likeness.PERSON),
        ("NILS ORBECK", Likeness.PERSON),
        ("Westshire Police", Likeness.BODY),
        ("The Westshire Gazette", Likeness.BODY),
        ("Fjord Images", Likeness.BODY),
        ("westshire.de", Likeness.BODY),
        ("Prisma XTP", Likeness.EITHER),
        ("seafalcon", Likeness.EITHER),
        ("Orbeck", Likeness.EITHER),
        ("西州警察", Likeness.BODY),
        ("平沢花子", Likeness.EITHER),
        ("a man walks along the quay", Likeness.BODY),
    ],
)
def test_likeness(name, expected):
    assert likeness(name, fold(name), vocabulary()) is expected


def test_handles():
    assert is_handle("@fjordwatch")
    assert not is_handle("fjord@example.org")


@pytest.mark.parametrize(
    ("printed", "base"),
    [
        ("Tomo Petrausko", "Tomas Petrauskas"),
        ("Mariaus Kavaliūno", "Marius Kavaliūnas"),
        ("Rasos Vaitkutės", "Rasa Vaitkutė"),
        ("J. Orbevičiaus", "J. Orbevičius"),
        ("Jono Andriaus Orbaičio", "Jonas Andrius Orbaitis"),
        ("Marco Rosso", "Marco Rosso"),  # a foreign name is not declined
        ("Andriaus Orbio", "Andriaus Orbio"),  # -is, -ys or -ius: nobody can tell
        ("Petrausko", "Petrausko"),
    ],
)
def test_lithuanian_base_form(printed, base):
    assert base_form(printed) == base


def test_a_genitive_is_turned_beside_its_label_only():
    assert parse_credit("Tomo Petrausko / BNS nuotr.").creators[0].name == "Tomas Petrauskas"
    assert parse_credit("Tomo Petrausko / BNS nuotr.").creators[0].printed == "Tomo Petrausko"
    assert parse_credit("Foto: Tomo Petrausko / BNS").creators[0].name == "Tomo Petrausko"
