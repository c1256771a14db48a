"""What a walk through a picture file's container yields: metadata blocks, the picture's size, and what is wrong with the file."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from auditor.model import Statement


class BlockKind(StrEnum):
    """What a block holds."""

    EXIF = "EXIF"
    """A TIFF structure: byte order, directories."""
    IIM = "IIM"
    XMP = "XMP"
    XMP_EXTENSION = "extended XMP"
    """A piece of XMP longer than one JPEG segment, with GUID, length and offset in front (XMP Specification part 3, 1.1.3.1)."""
    DIGEST = "IIM digest"
    """MD5 of the IIM block when XMP was last synchronised with it (Photoshop resource 0x0425)."""
    C2PA = "C2PA"
    """The start of a C2PA manifest store; only that it is there counts."""


@dataclass(frozen=True, slots=True)
class Block:
    """One metadata block, as it lies in the file."""

    kind: BlockKind
    data: bytes
    place: str
    """Where in the file, for a person: `APP1 at byte 20`."""


@dataclass(frozen=True, slots=True)
class Size:
    """The picture's size in pixels."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """One line that names block, place and cause."""

    text: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A statement that is evidence but no part of the reconciled view."""

    statement: Statement


class Mark(StrEnum):
    """Something a block holds that states no field."""

    LOCATION = "location"


@dataclass(frozen=True, slots=True)
class Pointer:
    """The address at which content credentials are kept, where the file only names it."""

    address: str


Part = Block | Size | Trouble | Statement | Aside
"""Statements are those that stand in the container itself, in no block."""
Walk = Iterator[Part]
Said = Iterator[Statement | Aside | Trouble | Mark | Pointer]
"""What a block's reader yields."""


class Damaged(Exception):
    """The structure cannot be followed further; its text names block, place and cause."""


def take(data: bytes, start: int, length: int, what: str) -> bytes:
    """`length` bytes from `start`; `what` names them in the error.

    Raises:
        Damaged: the data ends before.
    """
    if start < 0 or length < 0 or start + length > len(data):
        raise Damaged(f"{what} at byte {start}: {length} bytes announced, {max(0, len(data) - start)} left")
    return data[start : start + length]


def number(data: bytes, start: int, layout: str, what: str) -> int:
    """One integer at `start` in the `struct` layout given (`>H`).

    Raises:
        Damaged: the data ends before.
    """
    size = struct.calcsize(layout)
    if start < 0 or start + size > len(data):
        raise Damaged(f"{what} at byte {start}: the data ends there")
    value: int = struct.unpack_from(layout, data, start)[0]
    return value
