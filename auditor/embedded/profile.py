"""A metadata block whose container does not say, or says wrongly, what it holds: told by its first bytes."""

from auditor.embedded.jpeg import PHOTOSHOP_HEADERS, XMP_HEADER
from auditor.embedded.parts import Block, BlockKind, Trouble, Walk
from auditor.embedded.photoshop import walk_resources

_EXIF_HEADER = b"Exif\0\0"


def without_exif_header(data: bytes) -> bytes:
    """The TIFF structure alone: some writers keep JPEG's segment header in front of it."""
    return data[len(_EXIF_HEADER) :] if data.startswith(_EXIF_HEADER) else data


def walk_profile(data: bytes, place: str) -> Walk:
    """Yield the block or blocks that `data` holds: EXIF, XMP, Photoshop resources, or a bare IIM record."""
    if data.startswith((_EXIF_HEADER, b"II*\0", b"MM\0*")):
        yield Block(BlockKind.EXIF, without_exif_header(data), place)
    elif data.startswith(XMP_HEADER):
        yield Block(BlockKind.XMP, data[len(XMP_HEADER) :], place)
    elif data.startswith(b"\x1c"):
        yield Block(BlockKind.IIM, data, place)
    elif data.startswith((b"8BIM", *PHOTOSHOP_HEADERS)):
        header = next((h for h in PHOTOSHOP_HEADERS if data.startswith(h)), b"")
        yield from walk_resources(data[len(header) :], place)
    elif b"<" in data[:8]:
        yield Block(BlockKind.XMP, data, place)
    elif data.strip(b"\0 \n"):
        yield Trouble(f"metadata in {place}: no EXIF, XMP or IIM, begins with {data[:8].hex(' ')}")
