"""TIFF and BigTIFF files: the first directory's metadata tags (XMP Specification part 3, 1.1.2; TIFF 6.0)."""

from collections.abc import Iterator

from auditor.embedded.ifd import Directory, open_tiff, read_directory
from auditor.embedded.parts import Block, BlockKind, Damaged, Size, Walk
from auditor.embedded.photoshop import walk_resources

_WIDTH, _HEIGHT, _XMP, _IIM, _PHOTOSHOP = 0x0100, 0x0101, 700, 33723, 34377
_C2PA = 52545  # C2PA 2.1, A.3.5
_WHOLE_FILE = "TIFF file"


def is_tiff(data: bytes) -> bool:
    """Whether the data begins with a TIFF or BigTIFF header."""
    return data[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def walk(data: bytes) -> Walk:
    """Yield the file itself as EXIF block, and the blocks its first directory points at."""
    tiff = open_tiff(data)
    directory = read_directory(tiff, tiff.first, "IFD0", (_WIDTH, _HEIGHT, _XMP, _IIM, _PHOTOSHOP, _C2PA))
    yield from _size(directory)
    yield Block(BlockKind.EXIF, data, _WHOLE_FILE)  # whose reader also names what is wrong with the directory
    for tag, kind in ((_IIM, BlockKind.IIM), (_XMP, BlockKind.XMP), (_C2PA, BlockKind.C2PA)):
        if entry := directory.entries.get(tag):
            yield Block(kind, entry.data, f"TIFF tag {tag}")
    if resources := directory.entries.get(_PHOTOSHOP):
        for part in walk_resources(resources.data, f"TIFF tag {_PHOTOSHOP}"):
            if not (isinstance(part, Block) and part.kind is BlockKind.IIM and _IIM in directory.entries):
                yield part


def packets_inside(block: Block) -> Iterator[Block]:
    """Yield an XMP packet that an EXIF block of another container holds, under TIFF's own tag."""
    if block.place == _WHOLE_FILE or not is_tiff(block.data):
        return
    try:
        tiff = open_tiff(block.data)
    except Damaged:
        return  # which the EXIF reader names
    if packet := read_directory(tiff, tiff.first, "IFD0", (_XMP,)).entries.get(_XMP):
        yield Block(BlockKind.XMP, packet.data, f"tag {_XMP} of EXIF in {block.place}")


def _size(directory: Directory) -> Walk:
    width, height = (entry.integer if (entry := directory.entries.get(tag)) else None for tag in (_WIDTH, _HEIGHT))
    if width and height:
        yield Size(width, height)
