"""How a picture came to be: the codes in all spellings, other words, and what their absence means."""

import pytest

from auditor.identity.making import Making, read_making
from auditor.model import Credit, Field, Flag, Origin, Role, Statement

IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def said(value: str, field: Field = Field.DIGITAL_SOURCE_TYPE) -> Statement:
    return Statement(field=field, value=value, origin=Origin.XMP, locator=f"XMP {field}")


@pytest.mark.parametrize(
    ("value", "making"),
    [
        (IPTC + "trainedAlgorithmicMedia", Making.AI),
        (IPTC.replace("http:", "https:") + "trainedAlgorithmicMedia", Making.AI),
        (" " + IPTC + "trainedAlgorithmicMedia/ ", Making.AI),
        ("trainedAlgorithmicMedia", Making.AI),
        ("digsrctype:trainedAlgorithmicMedia", Making.AI),
        (IPTC + "compositeWithTrainedAlgorithmicMedia", Making.PARTLY_AI),
        (IPTC + "algorithmicMedia", Making.SOFTWARE),
        (IPTC + "compositeSynthetic", Making.COMPOSITE),
        (IPTC + "digitalCapture", Making.CAMERA),
        (IPTC + "minorHumanEdits", Making.HUMAN),
        (IPTC + "somethingNew", Making.UNKNOWN),
    ],
)
def test_source_type(value: str, making: Making) -> None:
    reading = read_making([said(value)])
    assert reading.making is making
    assert [trace.said for trace in reading.traces] == [value]


def test_nothing_said_is_unknown() -> None:
    assert read_making([said("Ines Okoro", Field.CREATOR)]).making is Making.UNKNOWN


def test_the_most_noteworthy_counts_and_all_evidence_stays() -> None:
    credit = Credit(line="Composite: Nordlys Foto", flags=(Flag.COMPOSITE,))
    reading = read_making([said(IPTC + "digitalCapture"), said("Model 3", Field.AI_SYSTEM)], [("credit line", credit)])
    assert reading.making is Making.AI
    assert [(trace.making, trace.place) for trace in reading.traces] == [
        (Making.CAMERA, "XMP digital_source_type"),
        (Making.AI, "XMP ai_system"),
        (Making.COMPOSITE, "credit line"),
    ]
    assert read_making([], [("XMP", Credit(line="Illustration made with AI", role=Role.AI))]).making is Making.AI


def test_what_a_picture_was_made_from_decides_only_where_it_says_nothing_itself() -> None:
    part = said(IPTC + "trainedAlgorithmicMedia")
    assert read_making([said(IPTC + "compositeWithTrainedAlgorithmicMedia")], others=[part]).making is Making.PARTLY_AI
    assert read_making([], others=[part]).making is Making.AI
