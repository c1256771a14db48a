"""PNG and APNG: chunks up to the end of the image (W3C PNG Specification, third edition; eXIf in 11.3.3.4).

Programs that knew no eXIf put whole blocks into text chunks as hexadecimal "raw profiles" (ImageMagick's convention).
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.embedded.parts import Block, BlockKind, Damaged, Size, Trouble, Walk, take
from auditor.embedded.png_text import is_stated_by, read_text
from auditor.embedded.profile import walk_profile, without_exif_header
from auditor.limits import MAX_BLOCK_BYTES, MAX_HEADER_STEPS, MAX_METADATA_BLOCKS, MAX_PNG_TEXTS

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TEXT_CHUNKS = (b"tEXt", b"zTXt", b"iTXt")
_APPENDED = re.compile(rb".{4}(?:tEXt|zTXt|iTXt|eXIf)", re.DOTALL)
_XMP_KEYWORD = b"XML:com.adobe.xmp"
_RAW_PROFILE = b"Raw profile type "


@dataclass(slots=True)
class _Room:
    """What all the texts of a file together may still take when inflated, and how many plain ones are still read."""

    left: int = MAX_BLOCK_BYTES
    texts: int = MAX_PNG_TEXTS

    def inflate(self, data: bytes) -> bytes:
        """The data inflated; a failure costs a share too, so that there are no more of them than blocks.

        Raises:
            zlib.error: it cannot be inflated.
            ValueError: it is longer than what is left.
        """
        available = self.left
        self.left -= min(available, MAX_BLOCK_BYTES // MAX_METADATA_BLOCKS)
        unpacked = zlib.decompressobj().decompress(data, available + 1)
        if len(unpacked) > available:
            raise ValueError(f"more than {MAX_BLOCK_BYTES} bytes when inflated")
        self.left = available - len(unpacked)
        return unpacked


def is_png(data: bytes) -> bool:
    """Whether the data begins with the PNG signature."""
    return data.startswith(_SIGNATURE)


def walk(data: bytes) -> Walk:
    """Yield the metadata blocks of a PNG, in the order of the file."""
    room = _Room()
    for kind, pos, length in _chunks(data):
        if kind == b"IDAT":
            continue
        place = f"{kind.decode('latin-1')!r} chunk at byte {pos}"
        content = data[pos + 8 : pos + 8 + length]
        if zlib.crc32(content, zlib.crc32(kind)) != int.from_bytes(data[pos + 8 + length : pos + 12 + length], "big"):
            yield Trouble(f"PNG {place}: its checksum does not fit")
        yield from _chunk(kind, content, place, room)


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Kind, offset and length of each chunk; some writers append whole chunks after the end chunk, which count too."""
    pos = len(_SIGNATURE)
    ended = False
    for _ in range(MAX_HEADER_STEPS):
        if ended and not _APPENDED.match(data, pos):
            return
        if pos >= len(data):
            raise Damaged(f"PNG chunks: the file ends at byte {len(data)} without its end chunk")
        header = take(data, pos, 8, "PNG chunk header")
        length, kind = int.from_bytes(header[:4], "big"), header[4:]
        if pos + 12 + length > len(data):
            left = len(data) - pos - 8
            raise Damaged(f"PNG {kind.decode('latin-1')!r} chunk at byte {pos}: {length} bytes announced, {left} left")
        ended = ended or kind == b"IEND"
        yield kind, pos, length
        pos += 12 + length
    raise Damaged(f"PNG chunks: more than {MAX_HEADER_STEPS}, the rest is not read")


def _chunk(kind: bytes, data: bytes, place: str, room: _Room) -> Walk:
    """The blocks of one chunk."""
    if kind == b"IHDR" and len(data) >= 8:
        yield Size(int.from_bytes(data[:4], "big"), int.from_bytes(data[4:8], "big"))
    elif kind.lower() == b"exif":  # early writers: exIf
        yield Block(BlockKind.EXIF, without_exif_header(data), place)
    elif kind == b"caBX":
        yield Block(BlockKind.C2PA, data[:64], place)  # C2PA 2.1, A.3.2
    elif kind in _TEXT_CHUNKS:
        keyword, _, rest = data.partition(b"\0")
        if is_stated_by(keyword):
            room.texts -= 1
            if room.texts == -1:
                yield Trouble(f"PNG {place}: more than {MAX_PNG_TEXTS} plain texts, the rest is not read")
        if keyword == _XMP_KEYWORD or keyword.startswith(_RAW_PROFILE) or (is_stated_by(keyword) and room.texts >= 0):
            yield from _keyed(kind, keyword, rest, place, room)


def _keyed(kind: bytes, keyword: bytes, rest: bytes, place: str, room: _Room) -> Walk:
    """What stands under a keyword that is read: a plain text, or a whole block."""
    try:
        text = _text(kind, rest, room)
        if keyword.startswith(_RAW_PROFILE):
            text = _raw_profile(text)
    except (zlib.error, ValueError) as error:
        yield Trouble(f"PNG {place}: {keyword.decode('latin-1')} cannot be unpacked ({error})")
        return
    if is_stated_by(keyword):
        yield from read_text(keyword, text, place, is_utf8=kind == b"iTXt")
    else:
        yield from walk_profile(text, place)


def _text(kind: bytes, rest: bytes, room: _Room) -> bytes:
    """The text after the keyword, inflated where it is compressed.

    Raises:
        zlib.error: it cannot be inflated.
        ValueError: it is longer than a block may be.
    """
    if kind == b"tEXt":
        return rest
    if kind == b"zTXt":
        return room.inflate(rest[1:])
    compressed = rest[:1] == b"\1"
    text = rest[2:].split(b"\0", 2)[-1]  # compression flag and method, then language and translated keyword
    return room.inflate(text) if compressed else text


def _raw_profile(text: bytes) -> bytes:
    """The bytes of a raw profile: a line with its name (one or more words), a line with its length, then hexadecimal lines.

    Raises:
        ValueError: the lines are not like that.
    """
    parts = text.strip().split(b"\n", 2)
    if len(parts) < 3 or not parts[1].strip().isdigit():
        raise ValueError("no name, length and hexadecimal digits")
    return bytes.fromhex(parts[2].decode("ascii"))
