"""From a picture file's bytes to the statements of its blocks. The values of different blocks stay apart."""

import hashlib
from collections.abc import Iterator
from itertools import islice

from auditor.embedded.c2pa import verify
from auditor.embedded.containers import identify
from auditor.embedded.exif import read_exif
from auditor.embedded.iim import read_iim
from auditor.embedded.parts import Aside, Block, BlockKind, Damaged, Mark, Part, Pointer, Said, Size, Trouble, Walk
from auditor.embedded.ranking import Reading, disagreement, ranked
from auditor.embedded.tiff import packets_inside
from auditor.embedded.xmp import read_xmp
from auditor.limits import MAX_HEADER_STEPS, MAX_IMAGE_BYTES, MAX_METADATA_BLOCKS, MAX_PIXELS, MAX_PROBLEM_CHARS
from auditor.model import Credentials, CredentialState, Field, Metadata, Statement

_READ = (BlockKind.XMP, BlockKind.IIM, BlockKind.EXIF)
_WITH_DIGEST = ("jpeg", "tiff", "psd")
"""Containers for which the guidelines define the digest test."""


def read(data: bytes, trust_anchors: str | None, with_contact: bool) -> Metadata:
    """See `auditor.embedded.read_metadata`."""
    if len(data) > MAX_IMAGE_BYTES:
        return Metadata(problems=(f"picture file: {len(data)} bytes, more than {MAX_IMAGE_BYTES}, not read",))
    container = identify(data)
    if container is None:
        return Metadata(problems=(_unknown(data),))
    name, walk = container
    parts = list(islice(_followed(walk), MAX_HEADER_STEPS))
    blocks = [part for part in parts if isinstance(part, Block)]
    exif = [block for block in blocks if block.kind is BlockKind.EXIF]
    blocks += [packet for block in exif[:MAX_METADATA_BLOCKS] for packet in packets_inside(block)]
    problems = [part.text for part in parts if isinstance(part, Trouble)]
    readings = {kind: _readings(kind, blocks) for kind in _READ}
    credentials, verified = _credentials(data, name, blocks, readings[BlockKind.XMP], trust_anchors)
    statements, others = list(verified.statements), list(verified.asides)
    for kind, of_kind in readings.items():
        kept, rest = ranked(kind, of_kind)
        statements += kept
        others += rest
        problems += [trouble for reading in of_kind for trouble in reading.troubles] + disagreement(kind, of_kind)
    outside = dict.fromkeys(part for part in parts if isinstance(part, Statement | Aside))  # the same in two chunks is one
    kept, rest = ranked(None, [_collected(iter(outside))])
    statements += kept
    others += rest
    if credentials and credentials.state is CredentialState.UNREADABLE:
        problems.append(f"C2PA manifest store: {credentials.detail}")
    size = next((part for part in parts if isinstance(part, Size)), None)
    if size and size.width * size.height > MAX_PIXELS:
        problems.append(f"picture size: {size.width} x {size.height} pixels, more than {MAX_PIXELS}: no thumbnail is made")
    return Metadata(
        container=name,
        width=size.width if size else None,
        height=size.height if size else None,
        statements=tuple(s for s in statements if with_contact or s.field is not Field.CONTACT),
        others=tuple(s for s in others if with_contact or s.field is not Field.CONTACT),
        iim_is_stale=_iim_is_stale(blocks) if name in _WITH_DIGEST else None,
        credentials=credentials,
        has_location=any(reading.has_location for of_kind in readings.values() for reading in of_kind),
        has_contact=any(s.field is Field.CONTACT for s in (*statements, *others)),
        problems=tuple(dict.fromkeys(_one_line(problem) for problem in problems)),
    )


def _one_line(problem: str) -> str:
    """Without line breaks and controls, which damaged bytes bring into the words."""
    return " ".join("".join(c if c.isprintable() else " " for c in problem[:MAX_PROBLEM_CHARS]).split())


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


def _readings(kind: BlockKind, blocks: list[Block]) -> list[Reading]:
    of_kind = [block for block in blocks if block.kind is kind]
    readings = [_reading(block, blocks) for block in of_kind[:MAX_METADATA_BLOCKS]]
    if len(of_kind) > MAX_METADATA_BLOCKS:
        readings[-1].troubles.append(
            f"{kind.value}: {len(of_kind)} blocks, those after the first {MAX_METADATA_BLOCKS} are not read"
        )
    return readings


def _reading(block: Block, blocks: list[Block]) -> Reading:
    match block.kind:
        case BlockKind.XMP:
            return _collected(read_xmp(block, [b for b in blocks if b.kind is BlockKind.XMP_EXTENSION]))
        case BlockKind.IIM:
            return _collected(read_iim(block))
        case _:
            return _collected(read_exif(block))


def _collected(said: Said) -> Reading:
    reading = Reading()
    for part in said:
        match part:
            case Statement():
                reading.statements.append(part)
            case Aside():
                reading.asides.append(part.statement)
            case Trouble():
                reading.troubles.append(part.text)
            case Mark.LOCATION:
                reading.has_location = True
            case Pointer():
                reading.credentials_at = part.address
    return reading


def _credentials(
    data: bytes, container: str, blocks: list[Block], packets: list[Reading], trust_anchors: str | None
) -> tuple[Credentials | None, Reading]:
    """The verdict on content credentials in the file, or the address at which XMP says they are kept."""
    if any(block.kind is BlockKind.C2PA for block in blocks):
        credentials, said = verify(data, container, trust_anchors)
        return credentials, _collected(iter(said))
    address = next((packet.credentials_at for packet in packets if packet.credentials_at), None)
    return Credentials(state=CredentialState.ELSEWHERE, detail=address) if address else None, Reading()


def _iim_is_stale(blocks: list[Block]) -> bool | None:
    """Compare the stored MD5 with the record as it is; all zeros mean none.

    Metadata Working Group, Guidelines for Handling Image Metadata 2.0 (2010), "IPTC-IIM and XMP synchronization".
    """
    stored = next((b.data[:16] for b in blocks if b.kind is BlockKind.DIGEST), b"")
    record = next((b.data for b in blocks if b.kind is BlockKind.IIM), None)
    if record is None or len(stored) < 16 or not stored.strip(b"\0"):
        return None
    return hashlib.md5(record, usedforsecurity=False).digest() != stored
