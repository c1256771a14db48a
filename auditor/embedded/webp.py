"""WebP: the chunks of a RIFF file (RFC 9649, sections 2.3 to 2.7)."""

from auditor.embedded.parts import Block, BlockKind, Damaged, Size, Walk
from auditor.embedded.profile import without_exif_header
from auditor.limits import MAX_HEADER_STEPS


def is_webp(data: bytes) -> bool:
    """Whether the data begins with a WebP file header."""
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def walk(data: bytes) -> Walk:
    """Yield the metadata blocks of a WebP file, in the order of the file."""
    end = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    pos = 12
    for _ in range(MAX_HEADER_STEPS):
        if pos + 8 > end:
            if len(data) < 8 + int.from_bytes(data[4:8], "little"):
                raise Damaged(
                    f"WebP file: {int.from_bytes(data[4:8], 'little')} bytes announced at byte 4, {len(data) - 8} there"
                )
            return
        kind, length = data[pos : pos + 4], int.from_bytes(data[pos + 4 : pos + 8], "little")
        place = f"{kind.decode('latin-1')!r} chunk at byte {pos}"
        if pos + 8 + length > len(data):
            raise Damaged(f"WebP {place}: {length} bytes announced, {len(data) - pos - 8} left")
        yield from _chunk(kind, data[pos + 8 : pos + 8 + length], place)
        pos += 8 + length + (length & 1)
    raise Damaged(f"WebP chunks: more than {MAX_HEADER_STEPS}, the rest is not read")


def _chunk(kind: bytes, data: bytes, place: str) -> Walk:
    if kind == b"EXIF":
        yield Block(BlockKind.EXIF, without_exif_header(data), place)
    elif kind in (b"XMP ", b"XMP\0"):
        yield Block(BlockKind.XMP, data, place)
    elif kind == b"C2PA":
        yield Block(BlockKind.C2PA, data[:64], place)
    elif kind == b"VP8X" and len(data) >= 10:
        yield Size(int.from_bytes(data[4:7], "little") + 1, int.from_bytes(data[7:10], "little") + 1)
    elif kind == b"VP8 " and data[3:6] == b"\x9d\x01\x2a":  # RFC 6386, 9.1
        width, height = (int.from_bytes(data[at : at + 2], "little") & 0x3FFF for at in (6, 8))
        yield Size(width, height)
    elif kind == b"VP8L" and data[:1] == b"\x2f":  # RFC 9649, 3.4
        bits = int.from_bytes(data[1:5], "little")
        yield Size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
