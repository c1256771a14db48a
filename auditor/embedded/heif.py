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
class _Extents:
    """Where an item lies: pieces of the file or of the meta box's own data."""

    in_data_box: bool
    pieces: tuple[tuple[int, int], ...]


def is_heif(data: bytes) -> bool:
    """Whether the data begins with a file type box that names an image brand."""
    if data[4:8] != b"ftyp":
        return False
    brands = data[8 : min(int.from_bytes(data[:4], "big"), 256)]
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
    wanted = dict(_metadata_items(data, boxes[b"iinf"]))
    own = boxes.get(b"idat")
    for item, extents in _locations(data, boxes[b"iloc"]):
        if item in wanted:
            yield from _item(data, wanted[item], extents, own.start if own else None, f"item {item}")


def _metadata_items(data: bytes, info: _Box) -> Iterator[tuple[int, BlockKind]]:
    """Number and kind of the Exif and XMP items (14496-12, 8.11.6: item info entries of version 2 and 3)."""
    first = info.start + (6 if data[info.start] == 0 else 8)
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


def _locations(data: bytes, box: _Box) -> Iterator[tuple[int, _Extents]]:
    """Where each item lies (14496-12, 8.11.3)."""
    pos = box.start
    version = number(data, pos, "B", "HEIF item locations")
    sizes = number(data, pos + 4, ">H", "HEIF item locations")
    offset_size, length_size, base_size, index_size = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    wide = 4 if version == 2 else 2
    pos += 6
    count, pos = _integer(data, pos, wide)
    for _ in range(min(count, MAX_HEADER_STEPS)):
        item, pos = _integer(data, pos, wide)
        method = 0
        if version in (1, 2):
            method, pos = _integer(data, pos, 2)
        base, pos = _integer(data, pos + 2, base_size)
        extents, pos = _integer(data, pos, 2)
        pieces = []
        for _ in range(extents):
            if version in (1, 2):
                pos += index_size
            offset, pos = _integer(data, pos, offset_size)
            length, pos = _integer(data, pos, length_size)
            pieces.append((base + offset, length))
        yield item, _Extents(method & 15 == 1, tuple(pieces))


def _integer(data: bytes, pos: int, size: int) -> tuple[int, int]:
    """A big-endian number of 0 to 8 bytes, and the offset after it."""
    return int.from_bytes(take(data, pos, size, "HEIF item locations"), "big"), pos + size


def _item(data: bytes, kind: BlockKind, extents: _Extents, own: int | None, place: str) -> Walk:
    total = sum(length for _, length in extents.pieces)
    base = own if extents.in_data_box else 0
    if total > MAX_BLOCK_BYTES or base is None:
        yield Trouble(f"{kind.value} in {place}: {total} bytes announced, not read")
        return
    content = b"".join(data[base + offset : base + offset + length] for offset, length in extents.pieces)
    if len(content) < total:
        yield Trouble(f"{kind.value} in {place}: {total} bytes announced, {len(content)} there")
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
