"""TIFF directories, raw: entries and their bytes (TIFF 6.0, section 2).

BigTIFF has wider counts and offsets (https://www.awaresystems.be/imaging/tiff/bigtiff.html).
"""

import struct
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from auditor.embedded.parts import Damaged, number
from auditor.limits import MAX_BLOCK_BYTES, MAX_HEADER_STEPS

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8, 129: 1}
"""Bytes of one value by field type; 16 to 18 are BigTIFF's, 129 is EXIF 3.0's UTF-8."""
EXIF_POINTER = 0x8769
_INTEGERS = {1: "B", 3: "H", 4: "I", 13: "I", 16: "Q", 18: "Q"}


@dataclass(frozen=True, slots=True)
class Tiff:
    """A TIFF structure: byte order, width of its offsets, first directory."""

    data: bytes
    order: str
    """`<` or `>`, as in `struct`."""
    big: bool
    """BigTIFF: offsets and counts of 8 bytes."""
    first: int
    """Offset of the first directory."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One directory entry with the bytes of its value."""

    type: int
    data: bytes
    order: str

    @property
    def integer(self) -> int | None:
        """The first value, where the type is a whole number."""
        layout = _INTEGERS.get(self.type)
        if not layout or len(self.data) < _SIZES[self.type]:
            return None
        value: int = struct.unpack_from(self.order + layout, self.data)[0]
        return value


@dataclass(frozen=True, slots=True)
class Directory:
    """The wanted entries of one directory, and what is wrong with it."""

    entries: dict[int, Entry]
    troubles: tuple[str, ...]
    """Of entries that cannot be read the first one alone."""
    offset: int


def open_tiff(data: bytes) -> Tiff:
    """Read the header.

    Raises:
        Damaged: there is none.
    """
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if not order:
        raise Damaged(f"no TIFF byte order in front but {data[:4]!r}")
    if data[2:6] == struct.pack(order + "HH", 43, 8):
        return Tiff(data, order, True, number(data, 8, order + "Q", "first directory's offset"))
    return Tiff(data, order, False, number(data, 4, order + "I", "first directory's offset"))


def read_directory(tiff: Tiff, offset: int, name: str, wanted: Collection[int]) -> Directory:
    """The wanted entries of the directory at `offset`; the last one counts where a tag repeats."""
    order, data = tiff.order, tiff.data
    width, count_layout, entry_layout = (8, "Q", "HHQ") if tiff.big else (4, "H", "HHI")
    try:
        count = number(data, offset, order + count_layout, name)
    except Damaged as damaged:
        return Directory({}, (str(damaged),), offset)
    start = offset + struct.calcsize(order + count_layout)
    head = struct.Struct(order + entry_layout)
    size = head.size + width
    troubles = []
    unreadable: list[str] = []
    room = min((len(data) - start) // size, MAX_HEADER_STEPS)
    if count > room:
        troubles.append(f"{name} at byte {offset}: {count} entries announced, room for {room}")
    entries: dict[int, Entry] = {}
    for i in range(min(count, room)):
        tag, kind, values = head.unpack_from(data, start + i * size)
        length = values * _SIZES.get(kind, 0)
        at = start + i * size + head.size
        if length > width:
            at = int.from_bytes(data[at : at + width], "little" if order == "<" else "big")
        if kind in _SIZES and at + length <= len(data):
            if tag in wanted and length <= MAX_BLOCK_BYTES:
                entries[tag] = Entry(kind, data[at : at + length], order)
            continue
        cause = f"{length} bytes at byte {at}, the block has {len(data)}" if kind in _SIZES else f"type {kind} does not exist"
        unreadable.append(f"{name} 0x{tag:04X} unreadable: {cause}")
    return Directory(entries, tuple(troubles + unreadable[:1]), offset)


def chain_trouble(tiff: Tiff) -> str | None:
    """Whether the chain of directories runs in a circle, which traps readers that follow it."""
    seen: set[int] = set()
    offset = tiff.first
    count_size, entry_size, width = (8, 20, 8) if tiff.big else (2, 12, 4)
    byte_order: Literal["little", "big"] = "little" if tiff.order == "<" else "big"
    while offset and len(seen) < MAX_HEADER_STEPS:
        if offset in seen:
            return f"the chain of directories returns to byte {offset}"
        seen.add(offset)
        count = int.from_bytes(tiff.data[offset : offset + count_size], byte_order)
        after = offset + count_size + count * entry_size
        offset = int.from_bytes(tiff.data[after : after + width], byte_order)
    return None


def excerpt(order: str, ifd0: Mapping[int, Entry], exif_ifd: Mapping[int, Entry]) -> bytes:
    """A TIFF structure of these entries alone, whose values are single bytes (text)."""
    header = (b"II" if order == "<" else b"MM") + struct.pack(order + "HI", 42, 8)
    plain = _packed(order, ifd0, len(header), 0)
    pointed = _packed(order, ifd0, len(header), len(header) + len(plain))
    return header + pointed + _packed(order, exif_ifd, len(header) + len(pointed))


def _packed(order: str, entries: Mapping[int, Entry], at: int, pointer: int | None = None) -> bytes:
    """One directory that begins at byte `at`, its values after it; the last entry points at an Exif directory if one is given."""
    rows, values = [], b""
    count = len(entries) + (pointer is not None)
    start = at + 2 + 12 * count + 4
    for tag, entry in entries.items():
        small = len(entry.data) <= 4
        place = entry.data.ljust(4, b"\0") if small else struct.pack(order + "I", start + len(values))
        rows.append(struct.pack(order + "HHI", tag, entry.type, len(entry.data)) + place)
        values += b"" if small else entry.data
    if pointer is not None:
        rows.append(struct.pack(order + "HHII", EXIF_POINTER, 4, 1, pointer))
    return struct.pack(order + "H", count) + b"".join(rows) + bytes(4) + values
