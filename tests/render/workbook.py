"""A workbook read back with nothing but zip and XML: what any program that opens it finds."""

import io
import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@dataclass(frozen=True)
class Sheet:
    rows: list[list[str]]
    """Cells by place; empty ones are empty strings."""
    xml: str


def sheets(book: bytes) -> dict[str, Sheet]:
    parts = zipfile.ZipFile(io.BytesIO(book))
    strings = [
        "".join(text.text or "" for text in entry.iter(f"{MAIN}t"))
        for entry in ElementTree.fromstring(parts.read("xl/sharedStrings.xml"))
    ]
    names = [sheet.get("name") for sheet in ElementTree.fromstring(parts.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]
    return {
        name: _sheet(parts.read(f"xl/worksheets/sheet{number}.xml").decode(), strings) for number, name in enumerate(names, 1)
    }


def _sheet(xml: str, strings: list[str]) -> Sheet:
    rows = []
    for row in ElementTree.fromstring(xml).iter(f"{MAIN}row"):
        cells: dict[int, str] = {}
        for cell in row:
            value = cell.findtext(f"{MAIN}v", "")
            cells[_column(cell.get("r"))] = strings[int(value)] if value and cell.get("t") == "s" else value
        rows.append([cells.get(column, "") for column in range(max(cells, default=-1) + 1)])
    return Sheet(rows=rows, xml=xml)


def _column(place: str) -> int:
    number = 0
    for letter in re.match("[A-Z]+", place)[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1
