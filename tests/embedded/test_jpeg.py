"""Blocks of a JPEG: where they lie, how they are joined, what a broken file says."""

from auditor.embedded import read_metadata
from auditor.embedded.reconcile import metadata_record
from auditor.model import Field, Metadata
from tests.embedded.building import UTF_8, app1_exif, app1_xmp, app13, exif, iim, jpeg, listed, resources, xmp


def said(metadata: Metadata, field: Field) -> list[tuple[str, str, str]]:
    return [(s.origin.value, s.value, s.locator) for s in metadata.statements if s.field is field]


def test_each_block_keeps_its_own_words() -> None:
    metadata = read_metadata(
        jpeg(
            app1_exif(exif({0x013B: "Ines Okoro; Per Lindqvist", 0x8298: "2024 Ines Okoro"})),
            app13(resources((0x0404, iim(UTF_8, (2, 80, "Inès Okoro"), (2, 110, "Nordlys Foto"))))),
            app1_xmp(xmp(listed("dc:creator", "Seq", "Ines Okoro"), 'photoshop:Credit="Nordlys Foto / Havn"')),
        )
    )
    assert metadata.container == "jpeg"
    assert (metadata.width, metadata.height) == (96, 64)
    assert metadata.problems == ()
    assert said(metadata, Field.CREATOR) == [
        ("xmp", "Ines Okoro", "XMP dc:creator"),
        ("iim", "Inès Okoro", "IIM 2:80"),
        ("exif", "Ines Okoro", "EXIF IFD0 0x013B"),
        ("exif", "Per Lindqvist", "EXIF IFD0 0x013B"),
    ]
    assert said(metadata, Field.CREDIT_LINE) == [
        ("xmp", "Nordlys Foto / Havn", "XMP photoshop:Credit"),
        ("iim", "Nordlys Foto", "IIM 2:110"),
    ]


def test_resources_over_two_segments_are_joined() -> None:
    record = iim((2, 120, "A ferry leaves the quay. " * 40))
    whole = resources((0x0404, record))
    metadata = read_metadata(jpeg(app13(whole[:300]), app13(whole[300:])))
    assert metadata.problems == ()
    assert said(metadata, Field.DESCRIPTION)[0][1].endswith("leaves the quay.")


def test_exif_over_two_segments_is_joined() -> None:
    block = exif({0x010E: "x" * 200, 0x013B: "Ines Okoro"})
    metadata = read_metadata(jpeg(app1_exif(block[:100]), app1_exif(block[100:])))
    assert said(metadata, Field.CREATOR) == [("exif", "Ines Okoro", "EXIF IFD0 0x013B")]


def test_of_two_packets_the_later_counts_and_the_disagreement_is_named() -> None:
    first, second = (xmp(attributes=f'photoshop:Headline="{text}"') for text in ("Storm", "Calm"))
    metadata = read_metadata(jpeg(app1_xmp(first), app1_xmp(second)))
    assert said(metadata, Field.HEADLINE) == [("xmp", "Calm", "XMP photoshop:Headline")]
    assert [s.value for s in metadata.others] == ["Storm"]
    assert metadata.problems == ("XMP: 2 blocks disagree on headline",)


def test_extended_xmp_is_joined_by_its_guid() -> None:
    guid = "0123456789ABCDEF0123456789ABCDEF"
    rest = xmp(listed("dc:description", "Alt", "@xml:lang='x-default'|A long story"))
    pieces = [(0, rest[:100]), (100, rest[100:])]
    header = b"http://ns.adobe.com/xmp/extension/\0" + guid.encode()
    segments = [(0xE1, header + len(rest).to_bytes(4, "big") + at.to_bytes(4, "big") + data) for at, data in reversed(pieces)]
    main = app1_xmp(xmp(attributes=f'xmpNote:HasExtendedXMP="{guid}"'))
    assert said(read_metadata(jpeg(main, *segments)), Field.DESCRIPTION)[0][1] == "A long story"
    lost = read_metadata(jpeg(main, segments[0]))
    assert said(lost, Field.DESCRIPTION) == []
    assert lost.problems == (f"extended XMP of APP1 at byte 2: {len(rest)} bytes announced, {len(rest) - 100} there, not read",)


def test_a_cut_file_keeps_what_came_before_and_names_the_place() -> None:
    whole = jpeg(app1_exif(exif({0x013B: "Ines Okoro"})), app1_xmp(xmp()))
    cut = read_metadata(whole[:200])
    assert said(cut, Field.CREATOR) == [("exif", "Ines Okoro", "EXIF IFD0 0x013B")]
    assert cut.problems == (f"JPEG segment 0xFFE1 at byte 49: length {len(xmp()) + 31} impossible, 149 bytes left",)
    assert read_metadata(whole[:-2]).problems[0].endswith("no end-of-image marker, the file is cut")


def test_no_picture_is_one_line() -> None:
    assert read_metadata(b"").problems == ("picture file: empty, 0 bytes",)
    assert read_metadata(b"<html><p>404").problems == (
        "picture file: no picture format that is read here, begins with 3c 68 74 6d 6c 3e 3c 70",
    )


def test_content_credentials_are_noticed_but_not_judged() -> None:
    box = b"JP\0\1\0\0\0\1" + (40).to_bytes(4, "big") + b"jumb" + bytes(32)
    record = metadata_record(read_metadata(jpeg((0xEB, box))))
    assert record["credentials"]["state"] in ("present, not verified", "unreadable")  # type: ignore[index]
