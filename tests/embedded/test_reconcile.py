"""The reconciled view: who wins, what is a conflict and what only looks like one."""

import pytest

from auditor.embedded import read_metadata
from auditor.embedded.reconcile import metadata_record
from auditor.model import Field, Metadata, Origin, Statement
from tests.embedded.building import UTF_8, app1_xmp, app13, digest, iim, jpeg, listed, resources, xmp

ORIGINS = {"xmp": Origin.XMP, "iim": Origin.IIM, "exif": Origin.EXIF}


def metadata(field: Field, **said: str | list[str]) -> Metadata:
    statements = [
        Statement(field=field, value=value, origin=ORIGINS[block], locator=block)
        for block, values in said.items()
        for value in ([values] if isinstance(values, str) else values)
    ]
    return Metadata(container="jpeg", statements=tuple(statements))


def test_xmp_before_iim_before_exif() -> None:
    record = metadata_record(metadata(Field.CREDIT_LINE, exif="c", iim="b", xmp="a"))
    assert record["credit"] == "a"
    assert record["by_block"] == {"exif": {"credit": "c"}, "iim": {"credit": "b"}, "xmp": {"credit": "a"}}
    assert record["conflicts"] == ["credit"]
    assert metadata_record(metadata(Field.CREDIT_LINE, exif="c", iim="b"))["credit"] == "b"


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (Field.CREDIT_LINE, {"xmp": "Nordlys  Foto", "iim": "nordlys foto"}),
        (Field.CREDIT_LINE, {"xmp": "Nordlys Foto og Bildbyrå i Tromsø", "iim": "Nordlys Foto og Bildbyrå i Trom"}),
        (Field.CREATOR, {"xmp": ["A. One", "B. Two"], "iim": ["B. Two", "A. One"]}),
        (Field.CREATOR, {"xmp": ["A. One", "B. Two"], "exif": "A. One; B. Two"}),
        (Field.DATE_CREATED, {"xmp": "2024-05", "iim": "2024-05-17"}),
        (Field.DATE_CREATED, {"xmp": "2024-05-17T10:11:12+02:00", "exif": "2024-05-17T10:11:12.5"}),
    ],
)
def test_no_conflict(field: Field, said: dict[str, str]) -> None:
    assert metadata_record(metadata(field, **said))["conflicts"] == []


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (Field.CREDIT_LINE, {"xmp": "Nordlys Foto", "iim": "Nordlys"}),
        (Field.DATE_CREATED, {"xmp": "2024-05-18", "iim": "2024-05-17"}),
        (Field.DATE_CREATED, {"xmp": "2024-05-17T10:11:12+02:00", "exif": "2024-05-17T10:11:12+01:00"}),
        (Field.CREATOR, {"xmp": ["A. One", "B. Two"], "iim": ["A. One"]}),
    ],
)
def test_conflict(field: Field, said: dict[str, str]) -> None:
    assert metadata_record(metadata(field, **said))["conflicts"] == [field.value if field is not Field.CREDIT_LINE else "credit"]


def edited(iim_values: dict[int, str], *, stale: bool) -> dict[str, object]:
    record = iim(UTF_8, *((2, number, value) for number, value in iim_values.items()))
    packet = xmp(
        listed("dc:creator", "Seq", "Maximiliane Hohenstein-Wallersee"), 'photoshop:Credit="Nordlys Foto og Bildbyrå Tromsø"'
    )
    stored = digest(record + b"older" if stale else record)
    return metadata_record(read_metadata(jpeg(app13(resources((0x0404, record), stored)), app1_xmp(packet))))


def test_iim_edited_later_wins_unless_merely_cut() -> None:
    cut = "Nordlys Foto og Bildbyrå Tromsø".encode()[:32].decode(errors="ignore")
    record = edited({80: "Per Lindqvist", 110: cut}, stale=True)
    assert record["iim_is_stale"] is True
    assert record["creator"] == ["Per Lindqvist"]
    assert record["credit"] == "Nordlys Foto og Bildbyrå Tromsø"
    assert record["conflicts"] == ["creator"]
    assert edited({80: "Per Lindqvist"}, stale=False)["creator"] == ["Maximiliane Hohenstein-Wallersee"]


def test_digest_of_zeros_is_none() -> None:
    record = iim((2, 80, "Per Lindqvist"))
    assert read_metadata(jpeg(app13(resources((0x0404, record), (0x0425, bytes(16)))))).iim_is_stale is None
