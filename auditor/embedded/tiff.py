"""TIFF and BigTIFF files: the first directory's metadata tags (XMP Specification part 3, 1.1.2; TIFF 6.0)."""

from auditor.embedded.ifd import Directory, open_tiff, read_directory
from auditor.embedded.parts import Block, BlockKind, Size, Trouble, Walk
from auditor.embedded.photoshop import walk_resources
from auditor.limits import MAX_BLOCK_BYTES

_WIDTH, _HEIGHT, _XMP, _IIM, _PHOTOSHOP = 0x0100, 0x0101, 700, 33723, 34377


def is_tiff(data: bytes) -> bool:
    """Whether the data begins with a TIFF or BigTIFF header."""
    return data[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def walk(data: bytes) -> Walk:
    """Yield the file itself as EXIF block, and the blocks its first directory points at."""
    tiff = open_tiff(data)
    directory = read_directory(tiff, tiff.first, "IFD0", (_WIDTH, _HEIGHT, _XMP, _IIM, _PHOTOSHOP))
    yield from _size(directory)
    yield Block(BlockKind.EXIF, data, "TIFF file")
    for trouble in directory.troubles:
        if "entries" not in trouble:  # the EXIF reader names that one
            yield Trouble(f"TIFF {trouble}")
    for tag, kind in ((_IIM, BlockKind.IIM), (_XMP, BlockKind.XMP)):
        entry = directory.entries.get(tag)
        if entry and len(entry.data) <= MAX_BLOCK_BYTES:
            yield Block(kind, entry.data, f"TIFF tag {tag}")
    if resources := directory.entries.get(_PHOTOSHOP):
        for part in walk_resources(resources.data, f"TIFF tag {_PHOTOSHOP}"):
            if not (isinstance(part, Block) and part.kind is BlockKind.IIM and _IIM in directory.entries):
                yield part


def _size(directory: Directory) -> Walk:
    width, height = (entry.integer if (entry := directory.entries.get(tag)) else None for tag in (_WIDTH, _HEIGHT))
    if width and height:
        yield Size(width, height)
