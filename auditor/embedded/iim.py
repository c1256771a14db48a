"""IIM: the record of datasets that news agencies have written since the 1990s (IPTC-IIM 4.2, https://iptc.org/standards/iim/)."""

import re
import struct
from collections.abc import Callable, Iterator

from auditor.data.embedded import iim_datasets
from auditor.embedded.parts import Block, Said, Trouble
from auditor.embedded.text import decode_utf8, decode_windows_1252, iso_date, trimmed
from auditor.limits import MAX_HEADER_STEPS
from auditor.model import Field, Origin, Statement

_MARKER = 0x1C
_CHARACTER_SET, _DATE_CREATED, _TIME_CREATED = (1, 90), (2, 55), (2, 60)
_UTF_8 = re.compile(rb"\x1b%(?:G|/[GHI])")  # ISO 2022 designations of UTF-8 (ISO-IR 196, 190 to 192)
_BINARY = {0, 125, 200, 201, 202}  # version, rasterized caption, preview: no text (IIM 4.2, record 2)

Dataset = tuple[int, int, bytes]


def read_iim(block: Block) -> Said:
    """Yield what the record's datasets state; repeats in order, the last first of a dataset that may not repeat."""
    datasets, trouble = _datasets(unswapped(block.data), block.place)
    if trouble:
        yield trouble
    decode = _decoder(datasets)
    found: dict[tuple[int, int], list[str]] = {}
    for record, number, raw in datasets:
        if (record, number) in iim_datasets() and (value := trimmed(decode(raw))):
            found.setdefault((record, number), []).append(value)
    for key, values in found.items():
        dataset = iim_datasets()[key]
        for value in values if dataset.repeats else reversed(values):
            yield Statement(field=dataset.field, value=value, origin=Origin.IIM, locator=f"IIM {dataset.number}")
    yield from _date_created(datasets, block.place)


def unswapped(data: bytes) -> bytes:
    """Undo the byte swap of programs that wrote the record as 32-bit integers of a little-endian TIFF."""
    if data[:1] != b"\x1c" and data[3:4] == b"\x1c":
        padded = data + b"\0" * (-len(data) % 4)
        words = len(padded) // 4
        return struct.pack(f">{words}I", *struct.unpack(f"<{words}I", padded))
    return data


def _datasets(data: bytes, place: str) -> tuple[list[Dataset], Trouble | None]:
    """The datasets in order (IIM 4.2, 1.5: marker, record, number, length), and what ended them early."""
    found: list[Dataset] = []
    pos = 0
    for _ in range(MAX_HEADER_STEPS):
        if pos + 5 > len(data):
            return found, None
        if data[pos] != _MARKER:
            padding = not data[pos:].strip(b"\0")
            return found, None if padding else Trouble(f"IIM in {place}: no dataset marker at byte {pos} of the block")
        record, number, size = struct.unpack_from(">BBH", data, pos + 1)
        pos += 5
        if size & 0x8000:  # extended dataset: the low bits say how many bytes hold the length
            width = size & 0x7FFF
            if width > 8 or pos + width > len(data):
                return found, Trouble(f"IIM {record}:{number} in {place}: its length takes {width} bytes, impossible")
            size = int.from_bytes(data[pos : pos + width], "big")
            pos += width
        if pos + size > len(data):
            return found, Trouble(f"IIM {record}:{number} in {place}: {size} bytes announced, {len(data) - pos} left")
        found.append((record, number, data[pos : pos + size]))
        pos += size
    return found, Trouble(f"IIM in {place}: more than {MAX_HEADER_STEPS} datasets, the rest is not read")


def _decoder(datasets: list[Dataset]) -> Callable[[bytes], str]:
    """UTF-8 as declared in 1:90, or undeclared where every text is valid UTF-8; else Windows-1252, the desk's usual one."""
    declared = next((raw for record, number, raw in datasets if (record, number) == _CHARACTER_SET), None)
    if declared is not None:
        return _as_utf8 if _UTF_8.match(declared) else decode_windows_1252
    texts = b"\n".join(raw for record, number, raw in datasets if record == 2 and number not in _BINARY)
    try:
        texts.decode("utf-8")
    except UnicodeDecodeError:
        return decode_windows_1252
    return _as_utf8


def _as_utf8(data: bytes) -> str:
    return decode_utf8(data)[0]


def _date_created(datasets: list[Dataset], place: str) -> Iterator[Statement | Trouble]:
    """2:55 with 2:60 where both are dates; a date alone is fine (IIM 4.2, 2:55 and 2:60)."""
    last = {(record, number): raw for record, number, raw in datasets}
    day, time = (trimmed(last.get(wanted, b"").decode("latin-1")) for wanted in (_DATE_CREATED, _TIME_CREATED))
    date = iso_date(day.replace("/", "-"))
    if date and time and len(date) == 10:
        date = iso_date(f"{date} {time}") or date
    if date:
        locator = "IIM 2:55+2:60" if "T" in date else "IIM 2:55"
        yield Statement(field=Field.DATE_CREATED, value=date, origin=Origin.IIM, locator=locator)
    elif day.strip("0:- "):
        yield Trouble(f"IIM 2:55 in {place}: {day[:40]!r} is no date")
