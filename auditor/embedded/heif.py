"""HEIC and AVIF: the items of the meta box (ISO/IEC 14496-12, 8.11; ISO/IEC 23008-12, annex A for Exif and XMP items)."""

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.embedded.parts import Block, BlockKind, Damaged, Size, Trouble, Walk, number, take
from auditor.embedded.profile import without_exif_header
from auditor.limits import MAX_BLOCK_BYTES, MAX_HEADER_STEPS

_BRANDS = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"mif2", b"msf1", b"avif", b"avis", b"miaf"}
_XMP_UUID = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")  # XMP Specification part 3, 1.2.7
_C2PA_UUID = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")  # C2PA 2.1, A.5.1


@dataclass(frozen=True, slots=True)
class _Box:
    kind: bytes
    start: int
    """Offset of the payload."""
    end: int


@dataclass(frozen=True, slots=True)
class _Item:
    """Where an item lies."""

    number: int
    in_own_data: bool
    """Offsets count in the meta box's own data, not in the file."""
    pieces: tuple[tuple[int, int], ...]
    """Offset and length of each."""

    @property
    def length(self) -> int:
        return sum(length for _, length in self.pieces)


def is_heif(data: bytes) -> bool:
    """Whether the data begins with a file type box that names an image brand, or with any box and a meta box after it."""
    size = int.from_bytes(data[:4], "big")
    if data[size + 4 : size + 8] == b"meta":
        return True
    brands = data[8 : min(size, 256)] if data[4:8] == b"ftyp" else b""
    return any(brands[at : at + 4] in _BRANDS for at in range(0, len(brands), 4) if at != 4)


def walk(data: bytes) -> Walk:
    """Yield the metadata blocks of a HEIC or AVIF file."""
    for box in _boxes(data, 0, len(data)):
        if box.kind == b"meta":
            yield from _meta(data, box)
        elif box.kind == b"uuid" and data.startswith(_XMP_UUID, box.start):
            yield Block(BlockKind.XMP, data[box.start + 16 : box.end], f"uuid box at byte {box.start}")
        elif box.kind == b"uuid" and data.startswith(_C2PA_UUID, box.start):
            yield Block(BlockKind.C2PA, data[box.start : box.start + 64], f"uuid box at byte {box.start}")
        elif box.end > len(data):
            yield Trouble(_beyond(box, len(data)))


def _beyond(box: _Box, end: int) -> str:
    kind = box.kind.decode("latin-1")
    return f"HEIF {kind!r} box at byte {box.start}: {box.end - box.start} bytes announced, {end - box.start} left"


def _boxes(data: bytes, start: int, end: int) -> Iterator[_Box]:
    """The boxes from `start`; the last one may announce more than there is."""
    pos = start
    for _ in range(MAX_HEADER_STEPS):
        if pos + 8 > end:
            return
        size, kind, head = number(data, pos, ">I", "HEIF box"), data[pos + 4 : pos + 8], 8
        if size == 1:
            size, head = number(data, pos + 8, ">Q", "HEIF box"), 16
        elif size == 0:
            size = end - pos
        if size < head:
            raise Damaged(f"HEIF {kind.decode('latin-1')!r} box at byte {pos}: length {size} impossible")
        yield _Box(kind, pos + head, pos + size)
        pos += size
    raise Damaged(f"HEIF boxes: more than {MAX_HEADER_STEPS}, the rest is not read")


def _meta(data: bytes, meta: _Box) -> Walk:
    if meta.end > len(data):
        yield Trouble(_beyond(meta, len(data)))
    boxes = {box.kind: box for box in _boxes(data, meta.start + 4, min(meta.end, len(data)))}
    if b"iprp" in boxes:
        yield from _size(data, boxes[b"iprp"])
    if b"iinf" not in boxes or b"iloc" not in boxes:
        return
    kinds = dict(_metadata_items(data, boxes[b"iinf"]))
    own_data = boxes[b"idat"].start if b"idat" in boxes else None
    room = MAX_BLOCK_BYTES  # for all items together: they may overlap
    for item in _locations(data, boxes[b"iloc"]):
        kind = kinds.pop(item.number, None)
        if kind is None:
            continue
        base = own_data if item.in_own_data else 0
        if item.length > room or base is None:
            yield Trouble(f"{kind.value} in item {item.number}: {item.length} bytes announced, not read")
            continue
        room -= item.length
        yield from _item(data, kind, item, base)


def _metadata_items(data: bytes, info: _Box) -> Iterator[tuple[int, BlockKind]]:
    """Number and kind of the Exif and XMP items (14496-12, 8.11.6: item info entries of version 2 and 3)."""
    first = info.start + (8 if number(data, info.start, "B", "HEIF item info") else 6)
    for entry in _boxes(data, first, min(info.end, len(data))):
        version = number(data, entry.start, "B", "HEIF item info")
        width = {2: 2, 3: 4}.get(version)
        if entry.kind != b"infe" or width is None:
            continue
        item = int.from_bytes(take(data, entry.start + 4, width, "HEIF item info"), "big")
        kind_at = entry.start + 4 + width + 2
        kind = data[kind_at : kind_at + 4]
        if kind == b"Exif":
            yield item, BlockKind.EXIF
        elif kind == b"mime" and b"\0application/rdf+xml\0" in data[kind_at : entry.end] + b"\0":
            yield item, BlockKind.XMP


class _Cursor:
    """Reads one big-endian number after another."""

    def __init__(self, data: bytes, pos: int) -> None:
        self.data, self.pos = data, pos

    def take(self, size: int) -> int:
        """The next number, of 0 to 15 bytes; nothing is 0."""
        value = int.from_bytes(take(self.data, self.pos, size, "HEIF item locations"), "big")
        self.pos += size
        return value


def _locations(data: bytes, box: _Box) -> Iterator[_Item]:
    """Where each item lies (14496-12, 8.11.3)."""
    cursor = _Cursor(data, box.start)
    version = cursor.take(4) >> 24
    sizes = cursor.take(2)
    offset_size, length_size, base_size, index_size = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    wide = 4 if version == 2 else 2
    steps = 0
    for _ in range(cursor.take(wide)):
        item = cursor.take(wide)
        method = cursor.take(2) if version in (1, 2) else 0
        cursor.take(2)  # index of another file, unused in pictures
        base = cursor.take(base_size)
        count = cursor.take(2)
        steps += 1 + count
        if steps > MAX_HEADER_STEPS:
            raise Damaged(f"HEIF item locations at byte {box.start}: more than {MAX_HEADER_STEPS}, the rest is not read")
        pieces = []
        for _ in range(count):
            cursor.take(index_size if version in (1, 2) else 0)
            pieces.append((base + cursor.take(offset_size), cursor.take(length_size)))
        yield _Item(item, method & 15 == 1, tuple(pieces))


def _item(data: bytes, kind: BlockKind, item: _Item, base: int) -> Walk:
    place = f"item {item.number}"
    content = b"".join(data[base + offset : base + offset + length] for offset, length in item.pieces)
    if len(content) < item.length:
        yield Trouble(f"{kind.value} in {place}: {item.length} bytes announced, {len(content)} there")
    if kind is BlockKind.EXIF:
        content = without_exif_header(content[4 + int.from_bytes(content[:4], "big") :])
    yield Block(kind, content, place)  # even if half of it is missing: its readers take only values that are there whole


def _size(data: bytes, properties: _Box) -> Walk:
    """The largest of the image sizes: tiles of a grid and thumbnails are smaller than the picture (23008-12, 6.5.3)."""
    containers = (box for box in _boxes(data, properties.start, min(properties.end, len(data))) if box.kind == b"ipco")
    boxes = [box for container in containers for box in _boxes(data, container.start, min(container.end, len(data)))]
    sizes = [
        (number(data, box.start + 4, ">I", "HEIF image size"), number(data, box.start + 8, ">I", "HEIF image size"))
        for box in boxes
        if box.kind == b"ispe"
    ]
    if sizes:
        yield Size(*max(sizes, key=lambda size: size[0] * size[1]))
