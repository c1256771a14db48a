"""What a picture file says outside its EXIF, IIM and XMP blocks, and personal data that is noticed and not read."""

import zlib

import pytest

from auditor.embedded import read_metadata
from auditor.embedded.reconcile import metadata_record
from auditor.limits import MAX_BLOCK_BYTES, MAX_METADATA_BLOCKS, MAX_PNG_TEXT_BYTES, MAX_PNG_TEXTS
from auditor.model import Field, Metadata, Origin
from tests.embedded.building import app1_xmp, app13, iim, jpeg, png, psd, resources, tiff, xmp

SAID = ("png-text", "creator", "Ines Økoro")


def said(metadata: Metadata) -> list[tuple[str, str, str]]:
    return [(s.origin.value, s.field.value, s.value) for s in metadata.statements]


@pytest.mark.parametrize(
    "chunk",
    [
        (b"tEXt", b"Author\0" + "Ines Økoro".encode("latin-1")),
        (b"tEXt", b"Author\0" + "Ines Økoro".encode()),
        (b"tEXt", b"author\0" + "Ines Økoro\n".encode("latin-1")),
        (b"zTXt", b"Author\0\0" + zlib.compress("Ines Økoro".encode("latin-1"))),
        (b"iTXt", b"Author\0\0\0nb\0Fotograf\0" + "Ines Økoro".encode()),
        (b"iTXt", b"Author\0\1\0\0\0" + zlib.compress("Ines Økoro".encode())),
    ],
)
def test_author_of_a_png(chunk: tuple[bytes, bytes]) -> None:
    metadata = read_metadata(png(chunk))
    assert said(metadata) == [SAID]
    assert metadata.statements[0].locator == "PNG Author"
    assert metadata.problems == ()
    assert Origin.PNG_TEXT.is_embedded


def test_keywords_of_the_standard_and_no_others() -> None:
    texts = {"Title": "Nets", "Description": "Nets dry.", "Copyright": "Nordlys", "Source": "Scanner", "Software": "Painter"}
    metadata = read_metadata(png(*((b"tEXt", f"{keyword}\0{text}".encode()) for keyword, text in texts.items())))
    assert {(field, value) for _, field, value in said(metadata)} == {
        ("title", "Nets"),
        ("description", "Nets dry."),
        ("copyright_notice", "Nordlys"),
    }


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("Tue, 7 Jul 2026 10:11:12 GMT", "2026-07-07T10:11:12+00:00"),
        ("07 Jul 2026 10:11:12 +0200", "2026-07-07T10:11:12+02:00"),
        ("07 Jul 2026 10:11:12", "2026-07-07T10:11:12"),
        ("2026-07-07T10:11:12Z", "2026-07-07T10:11:12+00:00"),
        ("2026:07:07 10:11:12", "2026-07-07T10:11:12"),
    ],
)
def test_creation_time(written: str, date: str) -> None:
    assert said(read_metadata(png((b"tEXt", b"Creation Time\0" + written.encode())))) == [("png-text", "date_created", date)]


@pytest.mark.parametrize(
    "written", ["last summer", "31 Feb 2026 10:11:12 GMT", "07 Abc 2026 10:11:12 GMT", "07 Jul 2026 99:11:12"]
)
def test_creation_time_in_free_words_is_evidence_only(written: str) -> None:
    metadata = read_metadata(png((b"tEXt", b"Creation Time\0" + written.encode())))
    assert said(metadata) == []
    assert [(s.field, s.value) for s in metadata.others] == [(Field.DATE_CREATED, written)]
    assert metadata.problems == ()


def test_repeated_texts() -> None:
    author, other = (b"tEXt", b"Author\0Ines Okoro"), (b"tEXt", b"Author\0Jon Weyland")
    first, second = (b"tEXt", b"Title\0Nets"), (b"tEXt", b"Title\0Boats")
    metadata = read_metadata(png(author, first, (b"iTXt", b"Author\0\0\0\0\0Ines Okoro"), other, second))
    assert [value for _, _, value in said(metadata)] == ["Nets", "Ines Okoro", "Jon Weyland"]
    assert [s.value for s in metadata.others] == ["Boats"]


def test_plain_texts_stay_outside_the_reconciled_view() -> None:
    packet = b"XML:com.adobe.xmp\0\0\0\0\0" + xmp(attributes='photoshop:Source="Nordlys"')
    record = metadata_record(read_metadata(png((b"iTXt", packet), (b"tEXt", b"Author\0Ines Okoro"))))
    assert record["creator"] == []
    assert record["by_block"] == {"exif": {}, "iim": {}, "xmp": {"source": "Nordlys"}}
    assert record["besides"] == {"png-text": {"creator": ["Ines Okoro"]}}
    assert record["conflicts"] == []


def test_damaged_and_long_texts_are_named() -> None:
    damaged = read_metadata(png((b"iTXt", b"Author\0\0\0\0\0In\xffes")))
    assert said(damaged) == [("png-text", "creator", "In?es")]
    assert damaged.problems == ("PNG 'iTXt' chunk at byte 33: bytes that are no UTF-8, each shown as ?",)
    long = read_metadata(png((b"tEXt", b"Author\0" + b"x" * (MAX_PNG_TEXT_BYTES + 1))))
    assert long.statements == ()
    assert long.problems == (f"PNG 'tEXt' chunk at byte 33: Author is longer than {MAX_PNG_TEXT_BYTES} bytes, not read",)
    broken = read_metadata(png((b"zTXt", b"Author\0\0no deflate")))
    assert "Author cannot be unpacked" in broken.problems[0]


def test_many_texts_that_unpack_to_too_much_take_the_room_of_all() -> None:
    bomb = b"zTXt", b"Author\0\0" + zlib.compress(bytes(MAX_BLOCK_BYTES + 1))
    after = b"zTXt", b"Title\0\0" + zlib.compress(b"Nets")
    assert said(read_metadata(png(bomb, after))) == [("png-text", "title", "Nets")]
    blank = b"zTXt", b"Author\0\0" + zlib.compress(b" " * MAX_BLOCK_BYTES)
    for before in ([bomb] * MAX_METADATA_BLOCKS, [blank]):
        assert said(read_metadata(png(*before, after))) == []


def test_number_of_texts_has_a_cap() -> None:
    metadata = read_metadata(png(*((b"tEXt", b"Author\0Ines %d" % i) for i in range(MAX_PNG_TEXTS + 2))))
    assert len(metadata.statements) == MAX_PNG_TEXTS
    assert len(metadata.problems) == 1
    assert metadata.problems[0].endswith(f"more than {MAX_PNG_TEXTS} plain texts, the rest is not read")


SET = resources((0x040A, b"\1"))


@pytest.mark.parametrize(
    "data",
    [jpeg(app13(SET)), psd((0x040A, b"\1")), tiff((34377, 1, SET)), tiff((34377, 1, SET), (33723, 7, iim((2, 5, "Nets"))))],
)
def test_copyright_flag_of_photoshop(data: bytes) -> None:
    metadata = read_metadata(data)
    assert ("photoshop", "rights_marked", "True") in said(metadata)
    record = metadata_record(metadata)
    assert record["rights_marked"] is None
    assert record["besides"] == {"photoshop": {"rights_marked": "True"}}


@pytest.mark.parametrize(
    "data", [jpeg(app13(resources((0x040A, b"\0")))), psd((0x040A, b"")), psd((0x040A, b"\1")).replace(b"8BIM", b"AgHg")]
)
def test_flag_that_is_not_set_says_nothing(data: bytes) -> None:
    assert read_metadata(data).statements == ()


def test_releases_are_values() -> None:
    status = "http://ns.useplus.org/ldf/vocab/"
    packet = xmp(
        f"<plus:ModelReleaseStatus>{status}MR-UMR</plus:ModelReleaseStatus>", f'plus:PropertyReleaseStatus="{status}PR-NON"'
    )
    record = metadata_record(read_metadata(jpeg(app1_xmp(packet))))
    assert (record["model_release"], record["property_release"]) == (f"{status}MR-UMR", f"{status}PR-NON")


INFO = "Iptc4xmpCore:CreatorContactInfo"


@pytest.mark.parametrize(
    "data",
    [
        jpeg(app1_xmp(xmp(f"<{INFO} rdf:parseType='Resource'><Iptc4xmpCore:CiTelWork>+99 1</Iptc4xmpCore:CiTelWork></{INFO}>"))),
        jpeg(app1_xmp(xmp(f"<{INFO} Iptc4xmpCore:CiEmailWork='ines@nordlys.example'/>"))),
        jpeg(app1_xmp(xmp(f"<{INFO}><rdf:Description Iptc4xmpCore:CiUrlWork='nordlys.example'/></{INFO}>"))),
        jpeg(app13(resources((0x0404, iim((2, 118, "+99 1")))))),
    ],
)
def test_contact_is_noticed_and_not_read(data: bytes) -> None:
    metadata = read_metadata(data)
    assert metadata.statements == metadata.others == ()
    assert metadata_record(metadata)["contact"] == "present"


@pytest.mark.parametrize(
    "data",
    [
        jpeg(),
        jpeg(app1_xmp(xmp(f"<{INFO} rdf:parseType='Resource'/>"))),
        jpeg(app1_xmp(xmp(f"<{INFO} Iptc4xmpCore:CiEmailWork=' '><rdf:Description xml:lang='nb'/></{INFO}>"))),
        jpeg(app13(resources((0x0404, iim((2, 118, " ")))))),
    ],
)
def test_empty_contact_is_none(data: bytes) -> None:
    assert metadata_record(read_metadata(data))["contact"] is None
