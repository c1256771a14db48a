"""Where a large web archive can be cut: places where a record surely begins, found without reading what lies between.

A place that looks like the beginning of a record may lie inside one, for crawls fetch web archives, too. What cannot be packed
any smaller is stored as it is, but in blocks: of 65,535 bytes at most in gzip (RFC 1951, 3.2.4), of 128 KB in zstd (RFC 8878,
3.1.1.2.4), each with a header before it. So records that follow one another without a gap for longer than that are no copy.
"""

import io
import re
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

from auditor.extras import load

GZIP, ZSTD, PLAIN = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"WARC/1."

_GZIP_PROOF, _ZSTD_PROOF = 64 * 1024, 128 * 1024
_LONG_PROOF = 4 * 1024 * 1024
"""Bytes of one packed record that unpack without a fault: proof enough, were it ever so long."""
_CHUNK = 256 * 1024
_HEAD_END = b"\r\n\r\n"
"""Behind a record's header; behind its content come the same four bytes (ISO 28500, 4)."""
_MAX_HEAD = 64 * 1024
"""Bytes of a record's own header."""
_LENGTH = re.compile(rb"\r\nContent-Length:[ \t]*(\d{1,18})[ \t]*\r\n", re.IGNORECASE)


def cuts(stream: BinaryIO, step: int) -> list[int]:
    """Beginnings of records that cut an archive evenly, `step` bytes apart or more; none in one that is small or has none."""
    size = stream.seek(0, io.SEEK_END)
    if size < 2 * step:
        return []
    stream.seek(0)
    head = stream.read(len(PLAIN))
    slices = size // step
    wanted = [size * number // slices for number in range(1, slices)]
    if head.startswith(PLAIN):
        return list(_plain_cuts(stream, size, wanted))
    find = _gzip_start if head.startswith(GZIP) else _zstd_start if head.startswith(ZSTD) else None
    found = [find(stream, at, size) for at in wanted] if find else []
    return sorted({at for at in found if at is not None})


def _plain_cuts(stream: BinaryIO, size: int, wanted: list[int]) -> Iterator[int]:
    """From record to record by the lengths they state; behind a place where none begins nothing is cut."""
    at, left = 0, wanted[::-1]
    while left and at < size:
        stream.seek(at)
        head = stream.read(4096)
        if _HEAD_END not in head:
            head += stream.read(_MAX_HEAD)
        head, end, _ = head.partition(_HEAD_END)
        length = _LENGTH.search(head + end)
        if not head.startswith(PLAIN) or not length:
            return
        if at >= left[-1]:
            yield at
            left = [place for place in left if place > at]
        at += len(head + end) + int(length[1]) + len(_HEAD_END)


def _gzip_start(stream: BinaryIO, begin: int, size: int) -> int | None:
    return _first(stream, begin, GZIP, lambda at: _is_gzip_record(stream, at, size))


def _zstd_start(stream: BinaryIO, begin: int, size: int) -> int | None:
    return _first(stream, begin, ZSTD, lambda at: _is_zstd_record(stream, at, size))


def _first(stream: BinaryIO, begin: int, signature: bytes, is_record: Callable[[int], bool]) -> int | None:
    """The first place at or behind `begin` with this signature that stands the test."""
    while True:
        stream.seek(begin)
        window = stream.read(_CHUNK)
        at = window.find(signature)
        while at >= 0:
            if is_record(begin + at):
                return begin + at
            at = window.find(signature, at + 1)
        if len(window) < _CHUNK:
            return None
        begin += len(window) - len(signature) + 1


def _is_chain(stream: BinaryIO, begin: int, size: int, proof: int, measured: Callable[[BinaryIO, int], int]) -> bool:
    """Whether parts follow each other without a gap up to the end of the file or for longer than the `proof`."""
    at = begin
    while at < size and at - begin <= proof:
        length = measured(stream, at)
        if not length:
            return False
        at += length
    return at <= size


def _is_gzip_record(stream: BinaryIO, begin: int, size: int) -> bool:
    """Members that hold records, whole and without a gap, up to the end of the file or for longer than a stored block."""
    return _is_chain(stream, begin, size, _GZIP_PROOF, _gzip_member)


def _gzip_member(stream: BinaryIO, begin: int) -> int:
    """Packed length of the member there that holds a record; 0 where none does."""
    stream.seek(begin)
    member, used, is_first = zlib.decompressobj(wbits=31), 0, True
    chunk = stream.read(_CHUNK)
    while chunk and used < _LONG_PROOF:
        try:
            content = member.decompress(chunk, _CHUNK)
        except zlib.error:
            return 0
        if is_first and not content.startswith(PLAIN[:5]):
            return 0
        is_first = False
        rest = member.unused_data if member.eof else member.unconsumed_tail
        used += len(chunk) - len(rest)
        if member.eof:
            return used
        chunk = rest or stream.read(_CHUNK)
    return used if chunk else 0


def _is_zstd_record(stream: BinaryIO, begin: int, size: int) -> bool:
    """As for gzip, by the lengths that frames and their blocks state; only the first is unpacked, to see a record begin."""
    stream.seek(begin)
    try:
        if load("fastwarc.stream_io").ZstdReader(io.BytesIO(stream.read(_CHUNK))).read(5) != PLAIN[:5]:
            return False
    except (OSError, ValueError):
        return False
    return _is_chain(stream, begin, size, _ZSTD_PROOF, _zstd_frame)


def _zstd_frame(stream: BinaryIO, begin: int) -> int:
    """Packed length of the frame there (RFC 8878, 3.1.1); 0 where none begins."""
    stream.seek(begin)
    head = stream.read(5)
    if not head.startswith(ZSTD) or len(head) < 5 or head[4] & 8:
        return 0
    flags = head[4]
    is_single = flags >> 5 & 1
    stated = (is_single, 2, 4, 8)[flags >> 6]
    at = begin + 5 + (not is_single) + (0, 1, 2, 4)[flags & 3] + stated
    while True:
        stream.seek(at)
        block = int.from_bytes(stream.read(3).ljust(3, b"\xff"), "little")
        kind, length = block >> 1 & 3, block >> 3
        if kind == 3 or length > _ZSTD_PROOF:
            return 0
        at += 3 + (1 if kind == 1 else length)
        if block & 1:
            return at - begin + 4 * (flags >> 2 & 1)
