"""EXIF: the few tags that state creator, copyright, description and date (EXIF 2.32, CIPA DC-008-2019).

exifread reads the text of the tags. It is handed an excerpt of the block, the entries that count and nothing else: it follows any
directory however often it is pointed at, and cannot read BigTIFF. Text that is no UTF-8, the two parts of a copyright tag, and
blocks it fails on are read from the raw bytes.
"""

import io
import logging
import re
from collections.abc import Iterator

from auditor.data.embedded import Tag, exif_tags
from auditor.embedded.ifd import EXIF_POINTER, Directory, Entry, Tiff, chain_trouble, excerpt, open_tiff, read_directory
from auditor.embedded.parts import Aside, Block, Damaged, Mark, Said, Trouble
from auditor.embedded.text import decode_guessed, iso_date, trimmed
from auditor.model import Field, Origin, Statement

_COPYRIGHT, _DATE, _FRACTION, _OFFSET = 0x8298, 0x9003, 0x9291, 0x9011
_GPS_POINTER, _LATITUDE = 0x8825, 2
_ASCII, _UNDEFINED, _UTF8 = 2, 7, 129
_DIRECTORIES = {"Image": "IFD0", "EXIF": "ExifIFD"}  # by the name exifread has for them

Texts = dict[tuple[str, int], str]
"""Text of a tag by directory and number."""


def read_exif(block: Block) -> Said:
    """Yield what the block's tags state."""
    try:
        tiff = open_tiff(block.data)
    except Damaged as damaged:
        yield Trouble(f"EXIF in {block.place}: {damaged}")
        return
    directories = _directories(tiff)
    for trouble in _troubles(tiff, directories):
        yield Trouble(f"EXIF in {block.place}: {trouble}")
    if _holds_location(tiff, directories["IFD0"]):
        yield Mark.LOCATION
    texts = _texts(tiff, directories)
    for tag in exif_tags():
        if text := texts.get((tag.directory, tag.number)):
            yield from _statements(tag, text, texts, block.place)


def _directories(tiff: Tiff) -> dict[str, Directory]:
    wanted = {tag.number for tag in exif_tags() if tag.directory == "IFD0"} | {EXIF_POINTER, _GPS_POINTER}
    found = {"IFD0": read_directory(tiff, tiff.first, "IFD0", wanted)}
    pointer = found["IFD0"].entries.get(EXIF_POINTER)
    if pointer and pointer.integer:
        found["ExifIFD"] = read_directory(tiff, pointer.integer, "ExifIFD", (_DATE, _FRACTION, _OFFSET))
    return found


def _holds_location(tiff: Tiff, ifd0: Directory) -> bool:
    """Whether the GPS directory has a latitude (EXIF 2.32, 4.6.6); many cameras write the directory without one."""
    pointer = ifd0.entries.get(_GPS_POINTER)
    at = pointer.integer if pointer else None
    return bool(at) and _LATITUDE in read_directory(tiff, at or 0, "GPS", (_LATITUDE,)).entries


def _troubles(tiff: Tiff, directories: dict[str, Directory]) -> Iterator[str]:
    for directory in directories.values():
        yield from directory.troubles
    if circle := chain_trouble(tiff):
        yield circle
    if "ExifIFD" in directories and directories["ExifIFD"].offset == tiff.first:
        yield f"ExifIFD at byte {tiff.first} is IFD0 itself"


def _texts(tiff: Tiff, directories: dict[str, Directory]) -> Texts:
    """Text per tag: exifread's of plain text, else the raw bytes as text."""
    texts: Texts = {}
    plain: dict[str, dict[int, Entry]] = {name: {} for name in _DIRECTORIES.values()}
    for name, directory in directories.items():
        for number, entry in directory.entries.items():
            if text := _text(number, entry):
                texts[name, number] = text
                if entry.type == _ASCII and number != _COPYRIGHT:
                    plain[name][number] = entry
    if any(plain.values()):
        texts |= _by_exifread(excerpt(tiff.order, plain["IFD0"], plain["ExifIFD"]))
    return texts


def _text(number: int, entry: Entry) -> str:
    """The raw bytes as text: UTF-8 where valid, else Windows-1252; Windows' own tags are UTF-16."""
    if 0x9C9B <= number <= 0x9C9F:
        return trimmed(entry.data.decode("utf-16-le", "replace").split("\0")[0])
    if entry.type not in (_ASCII, _UNDEFINED, _UTF8):
        return ""
    if number == _COPYRIGHT:  # "photographer NUL editor" (EXIF 2.32, 4.6.4 D)
        parts = (trimmed(decode_guessed(part)) for part in entry.data.split(b"\0")[:2])
        return "\n".join(part for part in parts if part)
    data = entry.data if entry.type == _UNDEFINED else entry.data.split(b"\0")[0]
    return trimmed(decode_guessed(data))


def _by_exifread(data: bytes) -> Texts:
    """What exifread makes of the block; nothing where it fails, then the raw bytes stand alone."""
    import exifread

    logging.getLogger("exifread").setLevel(logging.CRITICAL)  # its warnings go to the terminal; what matters is named by us
    try:
        found = exifread.process_file(io.BytesIO(data), details=False, extract_thumbnail=False)
    except Exception:  # it raises anything on damaged blocks (AssertionError, KeyError, UnicodeDecodeError, ...)
        return {}
    texts: Texts = {}
    for key, tag in found.items():
        directory = _DIRECTORIES.get(key.partition(" ")[0])
        if directory and isinstance(tag.values, str) and (text := trimmed(tag.values)):
            texts[directory, tag.tag] = text
    return texts


def _statements(tag: Tag, text: str, texts: Texts, place: str) -> Said:
    locator = f"EXIF {tag.directory} 0x{tag.number:04X}"
    values = [text]
    if tag.field is Field.CREATOR:
        values = [part for piece in text.split(";") if (part := piece.strip())]
    elif tag.field is Field.DATE_CREATED:
        date = _date(text, texts)
        if not date and text.strip("0: "):
            yield Trouble(f"EXIF 0x{tag.number:04X} in {place}: {text[:40]!r} is no date")
        values = [date] if date else []
    for value in values:
        statement = Statement(field=tag.field, value=value, origin=Origin.EXIF, locator=locator)
        yield Aside(statement) if tag.aside else statement


def _date(text: str, texts: Texts) -> str | None:
    """DateTimeOriginal with its fraction of a second and offset from UTC where they are given (EXIF 2.32, 4.6.5 F)."""
    fraction = texts.get(("ExifIFD", _FRACTION), "")
    offset = texts.get(("ExifIFD", _OFFSET), "")
    if "." not in text and re.fullmatch(r"\d+", fraction, re.ASCII):
        text += "." + fraction
    if re.fullmatch(r"[+-]\d\d:\d\d|Z", offset, re.ASCII):
        text += offset
    return iso_date(text)
