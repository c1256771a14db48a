"""Where a picture was taken, for whoever asks for it: personal data that no report prints.

EXIF 2.32, 4.6.6 (GPS directory: reference letters in 1 and 3, degrees, minutes and seconds as rationals in 2 and 4); XMP part 2,
exif namespace, GPSCoordinate (`53,32.2N`).
"""

import re
import struct
from collections.abc import Iterator
from itertools import islice

from auditor.embedded.containers import identify
from auditor.embedded.ifd import Entry, Tiff, open_tiff, read_directory
from auditor.embedded.parts import Block, BlockKind, Damaged, Walk
from auditor.limits import MAX_HEADER_STEPS, MAX_IMAGE_BYTES

_GPS_POINTER = 0x8825
_COORDINATE = re.compile(rb"GPS(Latitude|Longitude)(?:\s*=\s*[\"']|>\s*)(\d{1,3},[\d.,]{1,20}[NSEW])")


def read_location(data: bytes) -> dict[str, str]:
    """Latitude and longitude by block (`exif`, `xmp`), decimal degrees from EXIF, as written from XMP; empty where none is."""
    found = identify(data) if len(data) <= MAX_IMAGE_BYTES else None
    if found is None:
        return {}
    places: dict[str, str] = {}
    for block in _blocks(found[1]):
        place = _from_exif(block.data) if block.kind is BlockKind.EXIF else _from_xmp(block.data)
        if place:
            places.setdefault("exif" if block.kind is BlockKind.EXIF else "xmp", place)
    return places


def _blocks(walk: Walk) -> Iterator[Block]:
    try:
        for part in islice(walk, MAX_HEADER_STEPS):
            if isinstance(part, Block) and part.kind in (BlockKind.EXIF, BlockKind.XMP):
                yield part
    except Damaged:
        return


def _from_exif(data: bytes) -> str | None:
    try:
        tiff = open_tiff(data)
    except Damaged:
        return None
    at = _gps_directory(tiff)
    entries = read_directory(tiff, at, "GPS", (1, 2, 3, 4)).entries if at else {}
    if not entries.keys() >= {1, 2, 3, 4}:
        return None
    latitude, longitude = _degrees(entries[2], entries[1]), _degrees(entries[4], entries[3])
    return None if latitude is None or longitude is None else f"{latitude:.6f}, {longitude:.6f}"


def _gps_directory(tiff: Tiff) -> int | None:
    pointer = read_directory(tiff, tiff.first, "IFD0", (_GPS_POINTER,)).entries.get(_GPS_POINTER)
    return pointer.integer if pointer else None


def _degrees(value: Entry, reference: Entry) -> float | None:
    """South and west are negative."""
    if len(value.data) < 24:
        return None
    numbers = struct.unpack_from(value.order + "6I", value.data)
    parts = [n / d if d else 0.0 for n, d in zip(numbers[::2], numbers[1::2], strict=True)]
    degrees = parts[0] + parts[1] / 60 + parts[2] / 3600
    return -degrees if reference.data[:1] in (b"S", b"W") else degrees


def _from_xmp(data: bytes) -> str | None:
    written = dict(_COORDINATE.findall(data))
    if written.keys() != {b"Latitude", b"Longitude"}:
        return None
    return f"{written[b'Latitude'].decode()} {written[b'Longitude'].decode()}"
