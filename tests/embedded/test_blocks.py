"""EXIF, IIM and XMP: what each block's values mean, by the standards."""

import struct

import pytest

from auditor.embedded import read_metadata
from auditor.embedded.iim import unswapped
from auditor.embedded.text import iso_date
from auditor.model import Field, Metadata
from tests.embedded.building import UTF_8, app1_exif, app1_xmp, app13, exif, iim, jpeg, listed, resources, xmp


def exif_file(*args: object, **options: object) -> Metadata:
    return read_metadata(jpeg(app1_exif(exif(*args, **options))))  # type: ignore[arg-type]


def iim_file(*datasets: tuple[int, int, str | bytes]) -> Metadata:
    return read_metadata(jpeg(app13(resources((0x0404, iim(*datasets))))))


def xmp_file(properties: str = "", attributes: str = "") -> Metadata:
    return read_metadata(jpeg(app1_xmp(xmp(properties, attributes))))


def values(metadata: Metadata, field: Field) -> list[str]:
    return [s.value for s in metadata.statements if s.field is field]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024:05:17 10:11:12", "2024-05-17T10:11:12"),
        ("20240517 101112+0200", "2024-05-17T10:11:12+02:00"),
        ("2024-05-17T10:11:12.340Z", "2024-05-17T10:11:12.34+00:00"),
        ("2024-05-17T10:11", "2024-05-17T10:11:00"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("20240500", "2024-05"),
        ("20240000", "2024"),
        ("0000:00:00 00:00:00", None),
        ("    :  :     :  :  ", None),
        ("17 May 2024", None),
        ("", None),
    ],
)
def test_dates_keep_their_precision(written: str, read: str | None) -> None:
    assert iso_date(written) == read


@pytest.mark.parametrize("order", ["<", ">"])
def test_exif_date_with_fraction_and_offset(order: str) -> None:
    metadata = exif_file({}, {0x9003: "2024:05:17 10:11:12", 0x9291: "07", 0x9011: "+02:00"}, order=order)
    assert values(metadata, Field.DATE_CREATED) == ["2024-05-17T10:11:12.07+02:00"]


def test_exif_copyright_of_photographer_and_editor() -> None:
    assert values(exif_file({0x8298: b"Ines Okoro\0Havn Avis"}), Field.COPYRIGHT_NOTICE) == ["Ines Okoro\nHavn Avis"]


def test_exif_text_is_utf8_or_windows_1252() -> None:
    assert values(exif_file({0x013B: "Zoë Ñandú".encode()}), Field.CREATOR) == ["Zoë Ñandú"]
    assert values(exif_file({0x013B: "Zoë Ñandú".encode("cp1252")}), Field.CREATOR) == ["Zoë Ñandú"]


def test_windows_author_stands_aside() -> None:
    metadata = exif_file({0x9C9D: "Ines Okoro\0".encode("utf-16-le")[:-1]})
    assert values(metadata, Field.CREATOR) == []
    assert [(s.value, s.locator) for s in metadata.others] == [("Ines Okoro", "EXIF IFD0 0x9C9D")]


def test_blank_values_do_not_count() -> None:
    metadata = exif_file({0x010E: "   \0", 0x013B: " ; "}, {0x9003: "0000:00:00 00:00:00"})
    assert metadata.statements == ()
    assert metadata.problems == ()


def test_exif_value_outside_the_block_is_named() -> None:
    block = bytearray(exif({0x013B: "Ines Okoro"}))
    block[18:22] = struct.pack("<I", 9999)
    metadata = read_metadata(jpeg(app1_exif(bytes(block))))
    assert metadata.statements == ()
    assert metadata.problems == ("EXIF in APP1 at byte 2: IFD0 0x013B unreadable: 11 bytes at byte 9999, the block has 37",)


def test_iim_character_sets() -> None:
    assert values(iim_file(UTF_8, (2, 80, "Zoë")), Field.CREATOR) == ["Zoë"]
    assert values(iim_file((2, 80, "Zoë")), Field.CREATOR) == ["Zoë"]
    assert values(iim_file((2, 80, b"Zo\xeb"), (2, 116, "© Zoë")), Field.CREATOR) == ["Zoë"]
    assert values(iim_file(UTF_8, (2, 80, b"Zo\xeb")), Field.CREATOR) == ["Zo?"]


def test_iim_repeats_and_dates() -> None:
    metadata = iim_file(
        (2, 80, "Ines Okoro"),
        (2, 80, "Per Lindqvist"),
        (2, 110, "One"),
        (2, 110, "Two"),
        (2, 55, "20240517"),
        (2, 60, "101112+0200"),
    )
    assert values(metadata, Field.CREATOR) == ["Ines Okoro", "Per Lindqvist"]
    assert values(metadata, Field.CREDIT_LINE) == ["Two"]
    assert values(metadata, Field.DATE_CREATED) == ["2024-05-17T10:11:12+02:00"]


def test_iim_written_as_swapped_integers() -> None:
    record = iim((2, 80, "Ines Okoro"), (2, 110, "Havn"))
    padded = record + bytes(-len(record) % 4)
    swapped = struct.pack(f"<{len(padded) // 4}I", *struct.unpack(f">{len(padded) // 4}I", padded))
    assert unswapped(swapped) == padded


def test_iim_length_beyond_the_record_is_named() -> None:
    record = iim((2, 80, "Ines Okoro")) + b"\x1c\x02\x6e\x7f\xff"
    metadata = read_metadata(jpeg(app13(resources((0x0404, record)))))
    assert values(metadata, Field.CREATOR) == ["Ines Okoro"]
    assert metadata.problems == ("IIM 2:110 in resource 0x0404 in APP13 at byte 2: 32767 bytes announced, 0 left",)


def test_xmp_default_language_counts_and_others_are_kept() -> None:
    metadata = xmp_file(listed("dc:rights", "Alt", "@xml:lang='de'|Alle Rechte", "@xml:lang='x-default'|All rights"))
    assert values(metadata, Field.COPYRIGHT_NOTICE) == ["All rights"]
    assert [(s.value, s.locator) for s in metadata.others] == [("Alle Rechte", "XMP dc:rights[@xml:lang='de']")]


@pytest.mark.parametrize(
    "properties",
    [
        "<photoshop:Credit>Havn</photoshop:Credit>",
        "<photoshop:credit>Havn</photoshop:credit>",
        "<photoshop:Credit rdf:value='Havn'/>",
        "<photoshop:Credit rdf:parseType='Resource'><rdf:value>Havn</rdf:value></photoshop:Credit>",
        "<photoshop:Credit><rdf:Description><rdf:value>Havn</rdf:value></rdf:Description></photoshop:Credit>",
        "<photoshop:Credit><![CDATA[Havn]]></photoshop:Credit>",
        "<photoshop:Credit><!-- desk -->Ha<!-- -->vn</photoshop:Credit>",
        listed("photoshop:Credit", "Bag", "Havn"),
        f"<q:Credit xmlns:q='{'http://ns.adobe.com/photoshop/1.0/'}'>Havn</q:Credit>",
    ],
)
def test_one_property_in_all_its_spellings(properties: str) -> None:
    assert values(xmp_file(properties), Field.CREDIT_LINE) == ["Havn"]


@pytest.mark.parametrize(
    "licensor",
    [
        "<rdf:li rdf:parseType='Resource'><plus:LicensorURL>https://a.example</plus:LicensorURL></rdf:li>",
        "<rdf:li><rdf:Description><plus:LicensorURL>https://a.example</plus:LicensorURL></rdf:Description></rdf:li>",
        "<rdf:li><rdf:Description plus:LicensorURL='https://a.example'/></rdf:li>",
        "<rdf:li plus:LicensorURL='https://a.example'/>",
    ],
)
def test_a_field_of_a_structure_in_all_its_spellings(licensor: str) -> None:
    metadata = xmp_file(f"<plus:Licensor><rdf:Seq>{licensor}</rdf:Seq></plus:Licensor>")
    assert [(s.field, s.value, s.locator) for s in metadata.statements] == [
        (Field.LICENSOR_URL, "https://a.example", "XMP plus:Licensor[1]/plus:LicensorURL")
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16", "utf-32-le", "utf-32-be"])
def test_xmp_encodings(encoding: str) -> None:
    packet = xmp(attributes='photoshop:Credit="Zoë"').decode().encode(encoding)
    assert values(read_metadata(jpeg(app1_xmp(packet))), Field.CREDIT_LINE) == ["Zoë"]


def test_xmp_with_a_document_type_is_refused() -> None:
    packet = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + xmp("<photoshop:Credit>&a;</photoshop:Credit>")
    metadata = read_metadata(jpeg(app1_xmp(packet)))
    assert metadata.statements == ()
    assert metadata.problems == ("XMP in APP1 at byte 2: a document type declaration, refused",)


def test_damaged_xmp_gives_what_is_left_and_names_the_line() -> None:
    packet = xmp("<photoshop:Credit>Havn</photoshop:Credit>", 'photoshop:Source="Nordlys"').replace(b"</rdf:RDF>", b"</rdf:RDB>")
    metadata = read_metadata(jpeg(app1_xmp(packet)))
    assert values(metadata, Field.CREDIT_LINE) == ["Havn"]
    assert values(metadata, Field.SOURCE) == ["Nordlys"]
    assert metadata.problems[0].startswith("XMP in APP1 at byte 2: damaged XML at line 1 (")


def test_location_is_noticed_and_not_read() -> None:
    with_place = xmp_file(attributes="xmlns:exif='http://ns.adobe.com/exif/1.0/' exif:GPSLatitude='69,38.9N'")
    assert with_place.has_location
    assert with_place.statements == ()
    assert not xmp_file().has_location


def test_ids_that_vendors_write_stand_aside() -> None:
    metadata = xmp_file("<g:AssetID xmlns:g='http://xmp.gettyimages.com/gift/1.0/'>1234567890</g:AssetID>")
    assert metadata.statements == ()
    assert [(s.field, s.value) for s in metadata.others] == [(Field.SUPPLIER_IMAGE_ID, "1234567890")]


NEXT = b"<rdf:Description xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/' photoshop:Source='Nordlys'/></rdf:RDF></x:xmpmeta>"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"</rdf:RDF></x:xmpmeta>", NEXT),
        (b"<rdf:li >Zo", b"<rdf:li <Zo"),
        (b"</rdf:Seq>", b"</rdf:Seq></x></x>"),
        (b" xmlns:photoshop=", b" xmlns:p0="),
        (b"<?xpacket begin", b"\0\0<?xpacket begin"),
        (b"photoshop:Source='Nordlys'", b"photoshop:Source='Nor\0dlys'"),
    ],
)
def test_what_follows_the_damage_is_still_read(old: bytes, new: bytes) -> None:
    whole = xmp(listed("dc:creator", "Seq", "Zoë")).replace(b"</rdf:RDF></x:xmpmeta>", NEXT)
    metadata = read_metadata(jpeg(app1_xmp(whole.replace(old, new, 1))))
    assert values(metadata, Field.SOURCE) == ["Nordlys"]


def test_text_between_properties_is_damage() -> None:
    metadata = read_metadata(jpeg(app1_xmp(xmp("photoshop:Credit>Havn<dc:format>x</dc:format>"))))
    assert metadata.problems == ("XMP in APP1 at byte 2: damaged, text outside its elements ('photoshop:Credit>Havn')",)


def test_packet_behind_a_damaged_header() -> None:
    assert values(
        read_metadata(jpeg((0xE1, b"http://ns.adobe.com/xap/1.0\x7f" + xmp(attributes='photoshop:Credit="Havn"')))),
        Field.CREDIT_LINE,
    ) == ["Havn"]
