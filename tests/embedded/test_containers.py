"""The same words found in every container, at the place the container's standard gives them."""

import struct

import pytest

from auditor.embedded import read_metadata
from auditor.limits import MAX_BLOCK_BYTES
from tests.embedded.building import (
    app1_exif,
    digest,
    exif,
    gif,
    heif,
    iim,
    jpeg,
    png,
    psd,
    raw_profile,
    resources,
    tiff,
    webp,
    xmp,
)

EXIF = exif({0x013B: "Ines Okoro"}, {0x9003: "2024:05:17 10:11:12"})
IIM = iim((2, 80, "Ines Okoro"), (2, 110, "Nordlys Foto"))
XMP = xmp(attributes='photoshop:Credit="Nordlys Foto"')
RESOURCES = resources((0x0404, IIM))
SWAPPED = struct.pack(
    f"<{len(IIM + bytes(-len(IIM) % 4)) // 4}I",
    *struct.unpack(f">{len(IIM + bytes(-len(IIM) % 4)) // 4}I", IIM + bytes(-len(IIM) % 4)),
)
EXIF_SAYS = {("exif", "creator", "Ines Okoro"), ("exif", "date_created", "2024-05-17T10:11:12")}
IIM_SAYS = {("iim", "creator", "Ines Okoro"), ("iim", "credit_line", "Nordlys Foto")}
XMP_SAYS = {("xmp", "credit_line", "Nordlys Foto")}


@pytest.mark.parametrize(
    ("data", "container", "expected"),
    [
        (png((b"eXIf", EXIF)), "png", EXIF_SAYS),
        (png((b"eXIf", b"Exif\0\0" + EXIF)), "png", EXIF_SAYS),
        (png(raw_profile("exif", b"Exif\0\0" + EXIF)), "png", EXIF_SAYS),
        (png(raw_profile("APP1", b"Exif\0\0" + EXIF, name="generic profile")), "png", EXIF_SAYS),
        (png(raw_profile("APP1", b"http://ns.adobe.com/xap/1.0/\0" + XMP)), "png", XMP_SAYS),
        (png(raw_profile("iptc", RESOURCES)), "png", IIM_SAYS),
        (png(raw_profile("iptc", IIM, name="IPTC profile")), "png", IIM_SAYS),
        (png(raw_profile("xmp", XMP)), "png", XMP_SAYS),
        (png((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)), "png", XMP_SAYS),
        (png() + png((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP))[33:], "png", XMP_SAYS),
        (png() + b"appended by another program", "png", set()),
        (webp((b"EXIF", EXIF), (b"XMP ", XMP)), "webp", EXIF_SAYS | XMP_SAYS),
        (webp((b"EXIF", b"Exif\0\0" + EXIF)), "webp", EXIF_SAYS),
        (gif(XMP), "gif", XMP_SAYS),
        (psd((0x0404, IIM), (0x0422, EXIF), (0x0424, XMP)), "psd", EXIF_SAYS | IIM_SAYS | XMP_SAYS),
        (tiff((33723, 7, IIM), (700, 1, XMP)), "tiff", IIM_SAYS | XMP_SAYS),
        (tiff((33723, 4, SWAPPED)), "tiff", IIM_SAYS),
        (tiff((34377, 1, RESOURCES)), "tiff", IIM_SAYS),
        (EXIF, "tiff", EXIF_SAYS),
        (exif({0x013B: "Ines Okoro"}, {0x9003: "2024:05:17 10:11:12"}, big=True), "tiff", EXIF_SAYS),
        (exif({0x013B: "Ines Okoro"}, {0x9003: "2024:05:17 10:11:12"}, big=True, order=">"), "tiff", EXIF_SAYS),
        (heif(exif_block=EXIF, packet=XMP), "heif", EXIF_SAYS | XMP_SAYS),
        (heif(exif_block=EXIF, packet=XMP, in_data_box=True), "heif", EXIF_SAYS | XMP_SAYS),
        (heif(exif_block=EXIF).replace(b"ftyp", b"ftxp"), "heif", EXIF_SAYS),
        (jpeg(app1_exif(tiff((700, 1, XMP)))), "jpeg", XMP_SAYS),
        (b"\n\n" + jpeg(app1_exif(EXIF)), "jpeg", EXIF_SAYS),
    ],
)
def test_words_are_found(data: bytes, container: str, expected: set[tuple[str, str, str]]) -> None:
    metadata = read_metadata(data)
    assert metadata.container == container
    assert {(s.origin.value, s.field.value, s.value) for s in metadata.statements} == expected
    assert not metadata.problems or container == "jpeg"


@pytest.mark.parametrize("data", [png(), webp(), gif(XMP), heif(exif_block=EXIF, packet=XMP), jpeg()])
def test_size_comes_from_the_header(data: bytes) -> None:
    metadata = read_metadata(data)
    assert (metadata.width, metadata.height) == (96, 64)


def test_other_programs_resources_are_no_iim() -> None:
    assert read_metadata(psd((0x0404, IIM)).replace(b"8BIM", b"AgHg")).statements == ()


def test_digest_counts_only_where_it_is_defined() -> None:
    stale = (0x0404, IIM), digest(b"older")
    assert read_metadata(psd(*stale)).iim_is_stale is True
    assert read_metadata(png(raw_profile("iptc", resources(*stale)))).iim_is_stale is None


def test_inflated_text_has_a_cap() -> None:
    metadata = read_metadata(png(raw_profile("xmp", bytes(MAX_BLOCK_BYTES // 2 + 10))))
    assert metadata.problems == (
        f"PNG 'zTXt' chunk at byte 33: Raw profile type xmp cannot be unpacked (more than {MAX_BLOCK_BYTES} bytes when inflated)",
    )


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (png()[:60], "PNG 'IDAT' chunk at byte 33: 332 bytes announced, 19 left"),
        (png((b"tEXt", b"A\0I")).replace(b"A\0I", b"A\0J"), "PNG 'tEXt' chunk at byte 33: its checksum does not fit"),
        (webp((b"XMP ", XMP))[:-20], f"WebP 'XMP ' chunk at byte 396: {len(XMP)} bytes announced, {len(XMP) - 19} left"),
        (gif(XMP)[:100], "GIF sub-blocks from byte 27: the file ends in them"),
        (psd((0x0404, IIM))[:60], "PSD image resource section at byte 34: 44 bytes announced, 26 left"),
        (tiff((700, 1, XMP))[:60], f"EXIF in TIFF file: IFD0 0x02BC unreadable: {len(XMP)} bytes at byte 50, the block has 60"),
        (heif(exif_block=EXIF, packet=XMP)[:-9], "HEIF 'mdat' box at byte 200: 740 bytes announced, 731 left"),
        (b"II*\0\x08\0\0\0\0\0\x08\0\0\0", "EXIF in TIFF file: the chain of directories returns to byte 8"),
    ],
)  # fmt: skip
def test_damage_is_named_with_block_place_and_cause(data: bytes, problem: str) -> None:
    assert problem in read_metadata(data).problems
