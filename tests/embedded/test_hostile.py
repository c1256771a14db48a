"""Any bytes in: a value or a named problem out, within the caps on time and memory."""

import struct
import time
import tracemalloc
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.embedded import read_metadata
from auditor.embedded.reconcile import metadata_record
from tests.embedded.building import (
    UTF_8,
    app1_exif,
    app1_xmp,
    app13,
    box,
    exif,
    gif,
    heif,
    iim,
    jpeg,
    listed,
    png,
    psd,
    resources,
    tiff,
    webp,
    xmp,
)

EXIF = exif({0x013B: "Ines Okoro", 0x8298: b"Ines\0Havn"}, {0x9003: "2024:05:17 10:11:12"})
IIM = iim(UTF_8, (2, 80, "Zoë"), (2, 110, "Nordlys Foto"), (2, 55, "20240517"))
XMP = xmp(
    listed("dc:creator", "Seq", "Zoë") + listed("dc:title", "Alt", "@xml:lang='x-default'|Quay"), 'photoshop:Credit="A &amp; B"'
)
WHOLE = [
    jpeg(app1_exif(EXIF), app13(resources((0x0404, IIM))), app1_xmp(XMP)),
    png((b"eXIf", EXIF), (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)),
    webp((b"EXIF", EXIF), (b"XMP ", XMP)),
    gif(XMP),
    psd((0x0404, IIM), (0x0422, EXIF), (0x0424, XMP)),
    tiff((33723, 7, IIM), (700, 1, XMP), (34377, 1, resources((0x0404, IIM)))),
    heif(exif_block=EXIF, packet=XMP),
    exif({0x013B: "Ines Okoro"}, {0x9003: "2024:05:17 10:11:12"}, big=True),
]


@given(st.sampled_from(WHOLE), st.floats(0, 1))
@settings(max_examples=150, deadline=500)
def test_cut_anywhere(data: bytes, share: float) -> None:
    metadata_record(read_metadata(data[: int(len(data) * share)]))


@given(st.sampled_from(WHOLE), st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=30))
@settings(max_examples=300, deadline=500)
def test_bytes_overwritten(data: bytes, changes: list[tuple[float, int]]) -> None:
    damaged = bytearray(data)
    for share, value in changes:
        damaged[int(len(damaged) * share)] = value
    metadata_record(read_metadata(bytes(damaged)))


@given(st.sampled_from([data[:16] for data in WHOLE]), st.binary(max_size=300))
@settings(max_examples=200, deadline=500)
def test_anything_after_a_signature(head: bytes, rest: bytes) -> None:
    metadata_record(read_metadata(head + rest))


def directory(*entries: tuple[int, int, int, int]) -> bytes:
    return struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries) + bytes(4)


def packet(data: bytes) -> bytes:
    return png((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + data))


def deep(depth: int) -> bytes:
    return xmp("<dc:title>" + "<rdf:Alt><rdf:li>" * depth + "x" + "</rdf:li></rdf:Alt>" * depth + "</dc:title>")


def laughs() -> bytes:
    lines = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "ha"}">' for i in range(12))
    return f"<!DOCTYPE x [{lines}]>".encode() + xmp("<photoshop:Credit>&l11;</photoshop:Credit>")


def heif_of_nothing() -> bytes:
    info = box(b"iinf", bytes(4) + struct.pack(">H", 1) + box(b"infe", b"\2\0\0\0" + struct.pack(">HH", 1, 0) + b"Exif\0"))
    places = box(b"iloc", bytes(6) + struct.pack(">H", 60_000) + struct.pack(">HHH", 1, 0, 65_535) * 60_000)
    return heif()[:20] + box(b"meta", bytes(4) + info + places)


GPS_EVERYWHERE = b"II*\0\x08\0\0\0" + directory((0x013B, 2, 4, 0x41424344), *[(0x8825, 4, 1, 8)] * 2000)
HOSTILE = {
    "billion laughs": jpeg(app1_xmp(laughs())),
    "deep XMP": packet(deep(40_000)),
    "many attributes": packet(xmp(attributes=" ".join(f"dc:a{i}='x'" for i in range(40_000)))),
    "many properties": packet(xmp("<dc:creator>x</dc:creator>" * 40_000)),
    "many entries": packet(xmp(listed("dc:creator", "Seq", *["x"] * 40_000))),
    "a million elements": packet(xmp("<dc:q>a</dc:q>" * 1_000_000)),
    "50 EXIF blocks of 65,535 entries": jpeg(*[app1_exif(b"II*\0\x08\0\0\0\xff\xff" + EXIF[10:])] * 50, app1_xmp(XMP)),
    "inflates to 300 MB": png((b"zTXt", b"XML:com.adobe.xmp\0\0" + zlib.compress(bytes(300_000_000), 1))),
    "EXIF pointing at itself": jpeg(app1_exif(b"II*\0\x08\0\0\0" + directory((0x8769, 4, 1, 8), (0x013B, 2, 4, 0x41424344)))),
    "EXIF directory pointed at 2,000 times": jpeg(app1_exif(GPS_EVERYWHERE)),
    "TIFF of 65,535 entries": b"II*\0\x08\0\0\0\xff\xff" + b"\x3b\x01\x02\0\xff\xff\xff\0\x08\0\0\0" * 65_535,
    "huge count": b"II*\0\x08\0\0\0" + directory((0x013B, 2, 0xFFFFFFFF, 8), (33723, 4, 0x3FFFFFFF, 8)),
    "IIM length of 2^63": jpeg(app13(resources((0x0404, b"\x1c\x02\x50\x80\x08\x7f" + b"\xff" * 7)))),
    "GIF of single bytes": gif(b"")[:13] + b"\x21\xfe" + b"\1x" * 2_000_000,
    "HEIF of empty boxes": b"\0\0\0\x10ftypavif\0\0\0\0" + b"\0\0\0\x08free" * 500_000,
    "HEIF box holding itself": heif()[:20] + b"\0\0\0\0meta" + bytes(4) + b"\0\0\0\0meta",
    "EXIF of five bytes": heif(exif_block=b"II*\0\x08", packet=XMP),
    "HEIF of extents without bytes": heif_of_nothing(),
    "HEIF ending in an empty box": heif()[:20] + box(b"meta", bytes(4) + box(b"iloc", b"") + box(b"iinf", b"")),
    "GIF of 100,000 packets": gif(b"")[:13] + (b"\x21\xff\x0bXMP DataXMP\1<\0") * 100_000,
    "JPEG of fill bytes": b"\xff\xd8" + b"\xff" * 5_000_000,
    "JPEG of empty segments": b"\xff\xd8" + b"\xff\xe1\0\x02" * 500_000,
    "PNG of empty chunks": png()[:33] + (b"\0\0\0\0tEXt" + struct.pack(">I", zlib.crc32(b"tEXt"))) * 300_000,
    "resources of nothing": jpeg(app13(resources(*[(1, b"")] * 5000))),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_answered_in_time(name: str) -> None:
    start = time.perf_counter()
    metadata = read_metadata(HOSTILE[name])
    assert time.perf_counter() - start < 1.5  # alone on a desk machine all stay under 0.5 s
    assert all("\n" not in problem for problem in metadata.problems)


def test_problems_are_single_lines_whatever_the_bytes() -> None:
    metadata = read_metadata(jpeg(app1_xmp(XMP.replace(b"<rdf:RDF", b"<!-- \n\x1b[31m\x9b <rdf:RDF", 1))))
    assert metadata.problems
    assert all(problem.isprintable() for problem in metadata.problems)


@pytest.mark.parametrize("name", ["inflates to 300 MB", "huge count"])
def test_hostile_file_takes_little_memory(name: str) -> None:
    tracemalloc.start()
    try:
        read_metadata(HOSTILE[name])
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()


def test_no_network_and_no_pixel(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("decodes pixels")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", refuse)
    assert all(read_metadata(data).statements for data in WHOLE)
