"""GIF: the application extensions that hold XMP and C2PA (GIF89a, 26; XMP Specification part 3, 1.1.1.3)."""

from auditor.embedded.parts import Block, BlockKind, Damaged, Size, Walk, number, take
from auditor.limits import MAX_GIF_BLOCKS

_EXTENSION, _IMAGE, _TRAILER, _APPLICATION = 0x21, 0x2C, 0x3B, 0xFF
_XMP_APPLICATION, _C2PA_APPLICATION = b"\x0bXMP DataXMP", b"\x0bC2PA_GIF"  # the latter C2PA 2.1, A.3.4
_XMP_TRAILER = 257
"""Bytes after the packet that lead a reader of sub-blocks out of it: 0x01, 0xFF down to 0x00; another 0x00 ends the list."""


def is_gif(data: bytes) -> bool:
    """Whether the data begins with a GIF signature."""
    return data[:6] in (b"GIF87a", b"GIF89a")


def walk(data: bytes) -> Walk:
    """Yield the XMP packets of a GIF, and the start of its content credentials."""
    header = take(data, 6, 7, "GIF screen descriptor")
    yield Size(int.from_bytes(header[:2], "little"), int.from_bytes(header[2:4], "little"))
    pos = 13 + _table_bytes(header[4])
    for _ in range(MAX_GIF_BLOCKS):
        kind = number(data, pos, "B", "GIF block")
        if kind == _TRAILER:
            return
        if kind == _IMAGE:
            flags = number(data, pos + 9, "B", "GIF image descriptor")
            pos = _after_blocks(data, pos + 11 + _table_bytes(flags))
        elif kind == _EXTENSION:
            label = number(data, pos + 1, "B", "GIF extension")
            end = _after_blocks(data, pos + 2)
            if label == _APPLICATION and data.startswith(_XMP_APPLICATION, pos + 2):
                start = pos + 2 + len(_XMP_APPLICATION)
                yield Block(BlockKind.XMP, _packet(data[start:end]), f"application extension at byte {pos}")
            elif label == _APPLICATION and data.startswith(_C2PA_APPLICATION, pos + 2):
                yield Block(BlockKind.C2PA, data[pos : pos + 64], f"application extension at byte {pos}")
            pos = end
        else:
            raise Damaged(f"GIF block at byte {pos}: kind 0x{kind:02X} does not exist")
    raise Damaged(f"GIF blocks: more than {MAX_GIF_BLOCKS}, the rest is not read")


def _packet(blocks: bytes) -> bytes:
    """The packet among the sub-blocks: whole with a trailer, or, as some write it, cut into sub-blocks like other data."""
    if blocks[:1] in (b"<", b"\xef"):
        return blocks[: -1 - _XMP_TRAILER]
    pieces, pos = [], 0
    while pos < len(blocks):
        pieces.append(blocks[pos + 1 : pos + 1 + blocks[pos]])
        pos += blocks[pos] + 1
    return b"".join(pieces)


def _table_bytes(flags: int) -> int:
    """Bytes of the colour table that the flags announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(data: bytes, pos: int) -> int:
    """The offset after a list of sub-blocks: each begins with its length, 0 ends the list."""
    start = pos
    for _ in range(MAX_GIF_BLOCKS):
        if pos >= len(data):
            raise Damaged(f"GIF sub-blocks from byte {start}: the file ends in them")
        if data[pos] == 0:
            return pos + 1
        pos += data[pos] + 1
    raise Damaged(f"GIF sub-blocks from byte {start}: more than {MAX_GIF_BLOCKS}")
