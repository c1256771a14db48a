"""JPEG: the segments before the first scan (ITU-T T.81 B.1.1); no picture data is read."""

import re
from dataclasses import dataclass

from auditor.embedded.parts import Block, BlockKind, Damaged, Size, Trouble, Walk
from auditor.embedded.photoshop import walk_resources
from auditor.limits import MAX_BLOCK_BYTES, MAX_HEADER_STEPS

_EXIF_HEADER = b"exif\0"  # written in any case, one more byte after it
XMP_HEADER = b"http://ns.adobe.com/xap/1.0/\0"
EXTENSION_HEADER = b"http://ns.adobe.com/xmp/extension/\0"
PHOTOSHOP_HEADERS = (b"Photoshop 3.0\0", b"Adobe_Photoshop2.5:")

_NO_FILL = re.compile(rb"[^\xff]")
"""A marker may have any number of fill bytes before it (T.81 B.1.1.2)."""
_PACKET = re.compile(rb"<\?xpacket begin|<x:x[am]pmeta|<rdf:RDF")
_SOS, _EOI, _SOI, _TEM = 0xDA, 0xD9, 0xD8, 0x01
_APP1, _APP11, _APP13 = 0xE1, 0xEB, 0xED
_STANDALONE = {_TEM, _SOI, *range(0xD0, 0xD8)}
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_READ = {_APP1, _APP11, _APP13} | _FRAMES


@dataclass(frozen=True, slots=True)
class _Segment:
    marker: int
    start: int
    """Offset of the payload."""
    data: bytes

    @property
    def place(self) -> str:
        return f"APP{self.marker - 0xE0} at byte {self.start - 4}"


def is_jpeg(data: bytes) -> bool:
    """Whether the data begins with JPEG's start of image."""
    return data[:2] == b"\xff\xd8"


def walk(data: bytes) -> Walk:
    """Yield the metadata blocks of a JPEG, in the order of the file."""
    segments, end = _segments(data)
    for run in _runs(segments):
        if _is_photoshop(run[0]):
            yield from _joined_resources(run)
        elif _is_exif(run[0]):
            yield Block(BlockKind.EXIF, b"".join(segment.data[_exif_start(segment) :] for segment in run), run[0].place)
        else:
            yield from _other(run[0])
    if end:
        yield Trouble(end)


def _segments(data: bytes) -> tuple[list[_Segment], str | None]:
    """The segments up to the first scan, and what stopped the walk before it."""
    found: list[_Segment] = []
    pos = 2
    for _ in range(MAX_HEADER_STEPS):
        fill = data.find(b"\xff", pos)
        marked = _NO_FILL.search(data, fill) if fill >= 0 else None
        pos = marked.start() if marked else len(data)
        if pos + 3 > len(data):
            return found, f"JPEG segments: the file ends at byte {len(data)} before any picture data"
        marker = data[pos]
        pos += 1
        if marker == _SOS:
            cut = data.rfind(b"\xff\xd9", pos) < 0
            return found, f"JPEG picture data from byte {pos}: no end-of-image marker, the file is cut" if cut else None
        if marker == _EOI:
            return found, f"JPEG segments: end of image at byte {pos - 2} before any picture data"
        if marker in _STANDALONE or marker == 0:
            continue
        length = int.from_bytes(data[pos : pos + 2], "big")
        if length < 2 or pos + length > len(data):
            left = len(data) - pos
            return found, f"JPEG segment 0xFF{marker:02X} at byte {pos - 2}: length {length} impossible, {left} bytes left"
        found.append(_Segment(marker, pos + 2, data[pos + 2 : pos + length] if marker in _READ else b""))
        pos += length
    return found, f"JPEG segments: more than {MAX_HEADER_STEPS}, the rest is not read"


def _runs(segments: list[_Segment]) -> list[list[_Segment]]:
    """Segments in a row that hold one block together: Photoshop resources, and EXIF of more than 64 KB."""
    runs: list[list[_Segment]] = []
    for segment in segments:
        if runs and _continues(runs[-1][0], segment):
            runs[-1].append(segment)
        else:
            runs.append([segment])
    return runs


def _continues(first: _Segment, segment: _Segment) -> bool:
    if _is_exif(first) and _is_exif(segment):
        return segment.data[_exif_start(segment) :][:4] not in (b"II*\0", b"MM\0*")  # no byte order of its own
    return _is_photoshop(first) and _is_photoshop(segment)


def _is_photoshop(segment: _Segment) -> bool:
    return segment.marker == _APP13 and segment.data.startswith(PHOTOSHOP_HEADERS)


def _is_exif(segment: _Segment) -> bool:
    return segment.marker == _APP1 and _exif_start(segment) > 0


def _exif_start(segment: _Segment) -> int:
    """Where the block begins after its header, 0 without one; a few cameras write the segment's own header twice before it."""
    found = segment.data[:9].lower().find(_EXIF_HEADER)
    return found + 6 if found >= 0 else 0


def _joined_resources(segments: list[_Segment]) -> Walk:
    """Resources may run over several segments in a row: joined first."""
    joined = bytearray()
    for segment in segments:
        header = next(h for h in PHOTOSHOP_HEADERS if segment.data.startswith(h))
        joined += segment.data[len(header) :]
        if len(joined) > MAX_BLOCK_BYTES:
            raise Damaged(f"Photoshop resources from {segments[0].place}: longer than {MAX_BLOCK_BYTES} bytes, not read")
    yield from walk_resources(bytes(joined), segments[0].place)


def _other(segment: _Segment) -> Walk:
    data = segment.data
    if segment.marker in _FRAMES and len(data) >= 6:
        yield Size(width=int.from_bytes(data[3:5], "big"), height=int.from_bytes(data[1:3], "big"))
    elif segment.marker == _APP1 and data.startswith(XMP_HEADER):
        yield Block(BlockKind.XMP, data[len(XMP_HEADER) :], segment.place)
    elif segment.marker == _APP1 and data.startswith(EXTENSION_HEADER):
        yield Block(BlockKind.XMP_EXTENSION, data[len(EXTENSION_HEADER) :], segment.place)
    elif segment.marker == _APP1 and (packet := _PACKET.search(data, 0, 200)):
        yield Block(BlockKind.XMP, data[packet.start() :], segment.place)  # a header damaged, or of the program's own
    elif segment.marker == _APP11 and data[:2] == b"JP" and b"jumb" in data[:32]:
        yield Block(BlockKind.C2PA, data[:64], segment.place)  # C2PA 2.1, A.3.1: JUMBF boxes in APP11
