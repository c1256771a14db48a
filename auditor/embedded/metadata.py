"""From a picture file's bytes to the statements of its blocks. The values of different blocks stay apart."""

import hashlib
from collections.abc import Iterator

from auditor.embedded.containers import identify
from auditor.embedded.exif import read_exif
from auditor.embedded.iim import read_iim
from auditor.embedded.parts import Block, BlockKind, Damaged, Part, Size, Trouble, Walk
from auditor.embedded.xmp import read_xmp
from auditor.limits import MAX_IMAGE_BYTES
from auditor.model import Field, Metadata, Origin, Statement

LISTS = frozenset((Field.CREATOR, Field.LICENSOR_URL, Field.LICENSOR_NAME, Field.COPYRIGHT_OWNER))
"""Fields of which all values of a block count, not the first alone."""

_Reading = list[Statement]
"""The statements of one block."""


def read(data: bytes) -> Metadata:
    """See `auditor.embedded.read_metadata`."""
    if len(data) > MAX_IMAGE_BYTES:
        return Metadata(problems=(f"picture file: {len(data)} bytes, more than {MAX_IMAGE_BYTES}, not read",))
    container = identify(data)
    if container is None:
        return Metadata(problems=(_unknown(data),))
    name, walk = container
    parts = list(_followed(walk(data)))
    blocks = [part for part in parts if isinstance(part, Block)]
    problems = [part.text for part in parts if isinstance(part, Trouble)]
    statements: list[Statement] = []
    others: list[Statement] = []
    for kind in (BlockKind.XMP, BlockKind.IIM, BlockKind.EXIF):
        readings: list[_Reading] = []
        for block in (b for b in blocks if b.kind is kind):
            readings.append(reading := [])
            for part in _read(block, blocks):
                reading.append(part) if isinstance(part, Statement) else problems.append(part.text)
        if kind is not BlockKind.IIM:
            readings.reverse()  # of two packets the later counts; of two IIM records the first, the one the digest is about
        kept, rest = _ranked(readings)
        statements += kept
        others += rest
        problems += _disagreement(kind, readings)
    size = next((part for part in parts if isinstance(part, Size)), None)
    return Metadata(
        container=name,
        width=size.width if size else None,
        height=size.height if size else None,
        statements=tuple(statements),
        others=tuple(others),
        iim_is_stale=_iim_is_stale(blocks),
        has_content_credentials=any(b.kind is BlockKind.C2PA for b in blocks),
        problems=tuple(dict.fromkeys(problems)),
    )


def _unknown(data: bytes) -> str:
    if not data:
        return "picture file: empty, 0 bytes"
    return f"picture file: no picture format that is read here, begins with {data[:8].hex(' ')}"


def _followed(walk: Walk) -> Iterator[Part]:
    """The parts up to where the container's structure can be followed no further."""
    try:
        yield from walk
    except Damaged as damaged:
        yield Trouble(str(damaged))


def _read(block: Block, blocks: list[Block]) -> Iterator[Statement | Trouble]:
    match block.kind:
        case BlockKind.XMP:
            return read_xmp(block, [b for b in blocks if b.kind is BlockKind.XMP_EXTENSION])
        case BlockKind.IIM:
            return read_iim(block)
        case _:
            return read_exif(block)


def _ranked(readings: list[_Reading]) -> tuple[list[Statement], list[Statement]]:
    """What counts of blocks of one kind, and the rest: per field the first block that has it, and its first value or its list."""
    kept: dict[Field, list[Statement]] = {}
    rest: list[Statement] = []
    for reading in readings:
        fields = set(kept)
        for statement in reading:
            field = statement.field
            aside = statement.origin is Origin.EXIF and statement.locator.startswith("EXIF IFD0 0x9C")
            if aside or field in fields or (field in kept and field not in LISTS):
                rest.append(statement)
            else:
                kept.setdefault(field, []).append(statement)
    return [statement for values in kept.values() for statement in values], rest


def _disagreement(kind: BlockKind, readings: list[_Reading]) -> list[str]:
    """One line where two blocks of one kind say different things."""
    if len(readings) < 2:
        return []
    values: dict[Field, set[tuple[str, ...]]] = {}
    for reading in readings:
        for field in {s.field for s in reading}:
            values.setdefault(field, set()).add(tuple(s.value for s in reading if s.field is field))
    unequal = sorted(field.value for field, said in values.items() if len(said) > 1)
    return [f"{kind.value}: {len(readings)} blocks disagree on {', '.join(unequal)}"] if unequal else []


def _iim_is_stale(blocks: list[Block]) -> bool | None:
    """Compare the stored MD5 with the record as it is; all zeros mean none.

    Metadata Working Group, Guidelines for Handling Image Metadata 2.0 (2010), "IPTC-IIM and XMP synchronization".
    """
    stored = next((b.data[:16] for b in blocks if b.kind is BlockKind.DIGEST), b"")
    record = next((b.data for b in blocks if b.kind is BlockKind.IIM), None)
    if record is None or len(stored) < 16 or not stored.strip(b"\0"):
        return None
    return hashlib.md5(record, usedforsecurity=False).digest() != stored
