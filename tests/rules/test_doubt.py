"""Words at the end of a caption that may be a credit nobody could read, and words that are none."""

import pytest

from auditor.rules.doubt import doubt, may_end_in_credit
from tests.rules.items import context, picture


@pytest.mark.parametrize(
    ("caption", "may"),
    [
        ("Ferries wait at the pier\nLena Ostrow", True),
        ("Ferries wait at the pier\nLena van den Ostrow", True),
        ("Ferries wait at the pier on Saturday LENA OSTROW", True),
        ("Ferries wait at the pier. LO/ELIN POST", True),
        ("Ferries wait at the pier. Photo by the author.", True),
        ("Ferries wait at the pier\nPhoto courtesy of the author", True),
        ("Ferries wait at the pier (Lena Ostrow)", True),
        ("Ferries wait at the pier (QuaylePress).", True),
        ("Ferries wait at the pier | Lena Ostrow", True),
        ("Ferries wait at the pier. Lena Ostrow", True),
        ("Ferries wait at the pier\nLena Ostrow pour La Revue", True),
        ("Ferries wait at the pier (seen from the town)", False),
        ("Ferries wait at the pier. They are late", False),
        ("Ferries wait at the pier (2024)", False),
        ("घाट पर नाव", False),
        ("Ehemalige Hotel-Mitarbeiter bei der Premiere", False),
        ("Ferries wait at the pier.", False),
        ("Lena Ostrow", True),
        ("Lena Ostrow\nCrews talk at the pier", True),
        ("LENA OSTROW AT THE PIER OF PORT ELIN", False),
        ("Ferries wait at the pier of the EU", False),
        ("Ferries wait at the pier\nand crews talk", False),
        ("Ferries wait at the pier\nPort Elin, July 2026", False),
        ("Photo of the pier before the storm", False),
        ("", False),
        ("\n", False),
    ],
)
def test_the_end_of_a_caption(caption, may):
    assert may_end_in_credit(caption) is may


@pytest.mark.parametrize(
    ("caption", "offer"),
    [("Flight logger\n£129\nBuy now", True), ("Torch, 59.99 €, now 50.99 €", True), ("The ferry cost €4m", False)],
)
def test_an_offer_of_a_shop(caption, offer):
    item = picture()
    reading = type(item.reading)(caption=caption, description=caption)
    item = type(item)(kind=item.kind, position=0, reading=reading)
    assert bool(doubt(item, context(item))) is offer
