"""Byline and day: a line is one only as a whole."""

import pytest

from auditor.readers.plain_front import publication_day, writers_in


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Example", ("Ada Example",)),
        ("BY ADA EXAMPLE AND BO SAMPLE", ("ADA EXAMPLE", "BO SAMPLE")),
        ("Written by Ada Example, Bo Sample & Cem van der Beispiel", ("Ada Example", "Bo Sample", "Cem van der Beispiel")),
        ("Von Rita Beispiel und Sven Muster", ("Rita Beispiel", "Sven Muster")),
        ("Text: Jean-Luc d'Exemple", ("Jean-Luc d'Exemple",)),
        ("Propos recueillis par Eva Modèle", ("Eva Modèle",)),
        ("文・例島花子", ("例島花子",)),
        ("By the time the ferry came it was dark", ()),
        ("By Monday", ()),
        ("Von Sandholm bis Nordby", ()),
        ("By Ada Example in 2024", ()),
        ("Ada Example", ()),
        ("By", ()),
    ],
)
def test_writers_in(line: str, names: tuple[str, ...]) -> None:
    assert writers_in(line) == names


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published 12 May 2024", ("2024-05-12", False)),
        ("Published: May 12, 2024, 10:30 am", ("2024-05-12", False)),
        ("Updated 13 May 2024 at 10:30 GMT", ("2024-05-13", True)),
        ("Last updated 14 May 2024 | Published May 12, 2024", ("2024-05-12", False)),
        ("Veröffentlicht am 13. Mai 2024, 10:30 Uhr", ("2024-05-13", False)),
        ("13. Mai 2024", ("2024-05-13", False)),
        ("公開 2024年5月13日 10:30", ("2024-05-13", False)),
        ("Published 05/06/2024", None),
        ("Published in May 2024", None),
        ("The bridge was closed on May 12, 2024", None),
        ("May 12, 2024, was a Sunday", None),
        ("Published", None),
    ],
)
def test_publication_day(line: str, day: tuple[str, bool] | None) -> None:
    assert publication_day(line) == day
