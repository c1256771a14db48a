"""Photoshop image resources ("8BIM"), the wrapping of IIM in JPEG, TIFF and PSD.

Adobe Photoshop File Formats Specification, "Image Resource Blocks"
(https://www.adobe.com/devnet-apps/photoshop/fileformatashtml/): signature, id, Pascal name padded to even length, size, data
padded to even length.
"""

import struct

from auditor.embedded.parts import Block, BlockKind, Trouble, Walk
from auditor.limits import MAX_BLOCK_BYTES, MAX_HEADER_STEPS
from auditor.model import Field, Origin, Statement

_PHOTOSHOP = b"8BIM"
_SIGNATURES = (_PHOTOSHOP, b"PHUT", b"DCSR", b"AgHg", b"MeSa")
"""Other programs' resources stand between Photoshop's and have numbers of their own."""
_COPYRIGHT_FLAG = 0x040A
_KINDS = {0x0404: BlockKind.IIM, 0x0422: BlockKind.EXIF, 0x0424: BlockKind.XMP, 0x0425: BlockKind.DIGEST}


def walk_resources(data: bytes, place: str) -> Walk:
    """Yield the metadata blocks among the resources in `data`, which lies at `place`."""
    pos = 0
    for _ in range(MAX_HEADER_STEPS):
        if pos + 8 > len(data):
            return
        if data[pos : pos + 4] not in _SIGNATURES:
            if data[pos:].strip(b"\0"):
                yield Trouble(f"Photoshop resources in {place}: no resource signature at byte {pos} of them")
            return
        resource = struct.unpack_from(">H", data, pos + 4)[0]
        start = pos + 6 + ((data[pos + 6] + 2) & ~1)
        size = int.from_bytes(data[start : start + 4], "big")
        start += 4
        if start + size > len(data):
            yield Trouble(
                f"Photoshop resource 0x{resource:04X} in {place}: {size} bytes announced, {max(0, len(data) - start)} left"
            )
            return
        if data[pos : pos + 4] == _PHOTOSHOP and size <= MAX_BLOCK_BYTES:
            yield from _resource(resource, data[start : start + size], place)
        pos = start + size + (size & 1)


def _resource(number: int, data: bytes, place: str) -> Walk:
    """The block it holds, or the copyright flag. A flag that is not set is written of unmarked pictures too and says nothing."""
    if kind := _KINDS.get(number):
        yield Block(kind, data, f"resource 0x{number:04X} in {place}")
    elif number == _COPYRIGHT_FLAG and data.strip(b"\0"):
        yield Statement(field=Field.RIGHTS_MARKED, value="True", origin=Origin.PHOTOSHOP, locator=f"Photoshop 0x{number:04X}")
