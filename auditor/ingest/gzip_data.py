"""Gzip members (RFC 1952) -> what they hold, within the caps on size and ratio; a bomb costs no more than an honest file."""

import zlib

from auditor import limits
from auditor.model import UnreadableError

GZIP_MAGIC = b"\x1f\x8b"


def inflate(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Unpack `data` as often as it is packed; bytes that are not packed come back as they are.

    Returns the content and problems, each one line. Raises UnreadableError for data that is cut off, damaged or too large.
    """
    problems: list[str] = []
    for _ in range(limits.MAX_PACKED_LAYERS):
        if not data.startswith(GZIP_MAGIC):
            return data, tuple(problems)
        data = _inflate_members(data, problems)
    if data.startswith(GZIP_MAGIC):
        raise UnreadableError(f"packed by gzip more than {limits.MAX_PACKED_LAYERS} times; unpack it and try again")
    return data, tuple(problems)


def inflate_start(head: bytes, wanted: int) -> bytes:
    """Return the first `wanted` bytes of what a file holds whose own first bytes are `head`; nothing where they are damaged."""
    if not head.startswith(GZIP_MAGIC):
        return head[:wanted]
    try:
        return zlib.decompressobj(wbits=31).decompress(head, wanted)
    except zlib.error:
        return b""


def _inflate_members(data: bytes, problems: list[str]) -> bytes:
    budget = min(limits.MAX_PAGE_BYTES, len(data) * limits.MAX_INFLATE_RATIO)
    content, rest = bytearray(), data
    while rest.startswith(GZIP_MAGIC):
        member = zlib.decompressobj(wbits=31)
        try:
            content += member.decompress(rest, budget + 1 - len(content))
        except zlib.error as error:
            raise UnreadableError("the gzip file is damaged: its data does not unpack; fetch it again") from error
        if len(content) > budget:
            raise UnreadableError(
                f"unpacks to more than {budget:,} bytes, the most that is read of it; unpack it and give a part"
            )
        if not member.eof:
            raise UnreadableError("the gzip file is cut off: it ends before its data does; fetch it again")
        rest = member.unused_data
    if rest.strip(b"\0"):
        problems.append(f"{len(rest):,} bytes after the end of the gzip data were not read")
    return bytes(content)
