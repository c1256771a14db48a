"""A table that a house keeps, as CSV or XLSX: the names of its columns, and its rows as text.

XLSX as ECMA-376 part 1 (SpreadsheetML), as far as a table of text and numbers goes; a day stays the number that Excel stores.
"""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from lxml import etree

from auditor.limits import MAX_REGISTER_BYTES, MAX_REGISTER_ROWS
from auditor.model import PolicyError

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


_UNREADABLE = (OSError, ValueError, KeyError, RuntimeError, csv.Error, zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError)
"""What the readers of CSV, zip and XML raise for bytes that are none (a RuntimeError: the file is encrypted)."""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; `rows` count from 1 with the header as row 1, as a spreadsheet shows them."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]


def read_table(path: Path, *, sheet: str | None = None) -> Table:
    """The table of a `.csv` or `.xlsx` file; `sheet` names one of a workbook, else its first. Raises PolicyError."""
    try:
        if path.stat().st_size > MAX_REGISTER_BYTES:
            raise PolicyError(f"{path}: too large for a register (more than {MAX_REGISTER_BYTES} bytes)")
        data = path.read_bytes()
        rows = list(islice(_xlsx(data, sheet) if data.startswith(b"PK") else _csv(data), MAX_REGISTER_ROWS + 1))
    except FileNotFoundError:
        raise PolicyError(f"{path}: there is no such file") from None
    except _UNREADABLE as error:
        raise PolicyError(f"{path}: no table that can be read: {error}") from None
    if len(rows) > MAX_REGISTER_ROWS:
        raise PolicyError(f"{path}: more than {MAX_REGISTER_ROWS} rows")
    header = {place: name.strip() for place, name in rows[0][1].items() if name.strip()} if rows else {}
    if not header:
        raise PolicyError(f"{path}: empty; the first row names the columns")
    named = (
        (number, {header[place]: cell.strip() for place, cell in row.items() if place in header}) for number, row in rows[1:]
    )
    return Table(tuple(header.values()), tuple((number, row) for number, row in named if any(row.values())))


def _csv(data: bytes) -> Iterator[tuple[int, dict[int, str]]]:
    """Rows of CSV in UTF-8, else Windows-1252, divided by the sign its first line has most of."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    return ((number, dict(enumerate(row))) for number, row in enumerate(reader, 1))


def _xlsx(data: bytes, sheet: str | None) -> Iterator[tuple[int, dict[int, str]]]:
    parts = zipfile.ZipFile(io.BytesIO(data))
    strings: list[str] = []
    if "xl/sharedStrings.xml" in parts.namelist():
        strings = ["".join(entry.itertext(f"{_MAIN}t")) for entry in _xml(parts, "xl/sharedStrings.xml").iter(f"{_MAIN}si")]
    for number, row in enumerate(_xml(parts, _sheet_part(parts, sheet)).iter(f"{_MAIN}row"), 1):
        cells: dict[int, str] = {}
        for cell in row.iter(f"{_MAIN}c"):
            cells[_column(cell.get("r") or "", len(cells))] = _cell(cell, strings)
        yield int(row.get("r") or number), cells


def _sheet_part(parts: zipfile.ZipFile, wanted: str | None) -> str:
    """Where in the file the sheet of this name lies."""
    book = _xml(parts, "xl/workbook.xml")
    if any(properties.get("date1904") in ("1", "true") for properties in book.iter(f"{_MAIN}workbookPr")):
        raise ValueError("it counts days from 1904; save it with the 1900 date system")
    sheets = {sheet.get("name"): sheet.get(_RELATION) for sheet in book.iter(f"{_MAIN}sheet")}
    if not sheets or (wanted is not None and wanted not in sheets):
        raise ValueError(f"it has no sheet {wanted!r}; there are {', '.join(map(str, sheets))}")
    relation = sheets[wanted] if wanted is not None else next(iter(sheets.values()))
    targets = {entry.get("Id"): entry.get("Target") or "" for entry in _xml(parts, "xl/_rels/workbook.xml.rels")}
    target = targets[relation]
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _xml(parts: zipfile.ZipFile, name: str) -> etree._Element:
    """One part, parsed without any DTD; a part that unpacks to more than a register may have is refused."""
    with parts.open(name) as part:
        data = part.read(MAX_REGISTER_BYTES + 1)
    if len(data) > MAX_REGISTER_BYTES:
        raise ValueError(f"{name} unpacks to more than {MAX_REGISTER_BYTES} bytes")
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    if root.getroottree().docinfo.doctype:
        raise ValueError(f"{name} has a document type, which no workbook needs")
    return root


def _cell(cell: etree._Element, strings: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(cell.itertext(f"{_MAIN}t"))
    value = cell.findtext(f"{_MAIN}v") or ""
    if cell.get("t") == "s":
        return strings[int(value)] if int(value) < len(strings) else ""
    if "E" in value or value.endswith(".0"):  # a supplier's number, written as floating point
        return str(int(float(value))) if cell.get("t") in (None, "n") and float(value).is_integer() else value
    return value


def _column(place: str, default: int) -> int:
    """`C7` is column 2."""
    number = 0
    for letter in place:
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number - 1 if number else default
