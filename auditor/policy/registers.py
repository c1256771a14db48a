"""A house's registers: licences, kill list, photographers, as the house keeps them in CSV or XLSX.

A TOML file says where each is and which of its columns holds what:

    [licences]
    file = "licences.xlsx"          # beside this file
    sheet = "2026"                  # of a workbook; its first one where absent
    columns = { id = "Asset no.", until = "Expires", credit = "Credit to print" }

    [killed]
    file = "kill list.csv"
    columns = { id = "Picture", note = "Reason" }

    [people]
    file = "staff.csv"
    columns = { name = "Name" }
"""

import difflib
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from auditor.model import PolicyError, RegisterEntry, RegisterKind, Registers
from auditor.policy.table_file import Table, read_table
from auditor.policy.text_file import read_toml

T = TypeVar("T")

COLUMNS: Mapping[RegisterKind, tuple[str, ...]] = {
    RegisterKind.LICENCES: ("id", "sha256", "picture_hash", "file_name", "until", "territory", "credit", "note"),
    RegisterKind.KILLED: ("id", "sha256", "picture_hash", "file_name", "note"),
    RegisterKind.PEOPLE: ("name", "note"),
}
"""What a register can say; each must hold at least one of `KEYS`."""

KEYS = ("id", "sha256", "picture_hash", "file_name", "name")
"""What a picture or person is known by."""

_EXCEL_EPOCH = date(1899, 12, 30)
"""Day 0 of Excel's 1900 system, for days after February 1900."""


def load_registers(path: str) -> Registers:
    """The registers that a TOML file names. Raises PolicyError with the place of what is wrong."""
    entries: list[RegisterEntry] = []
    problems: list[str] = []
    files = [Path(path)]
    for section in _sections(path):
        for place, row in section.rows():
            entry = _entry(section.kind, place, row, problems)
            if any(getattr(entry, key) is not None for key in KEYS):
                entries.append(entry)
        files.append(section.file)
    sources = tuple((str(file), hashlib.sha256(file.read_bytes()).hexdigest()) for file in dict.fromkeys(files))
    return Registers(entries=tuple(entries), sources=sources, problems=tuple(problems))


@dataclass(frozen=True, slots=True)
class _Section:
    """One table of the TOML file."""

    path: str
    kind: RegisterKind
    settings: Mapping[str, object]

    @property
    def file(self) -> Path:
        """Where the register lies, seen from the TOML file."""
        return Path(self.path).parent / self.words("file")

    def rows(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        """Each row under our own names for its columns, with its place."""
        table = read_table(self.file, sheet=self.words("sheet") if "sheet" in self.settings else None)
        columns = self.columns(table)
        for number, row in table.rows:
            yield f"{self.file.name}, row {number}", {key: row.get(column, "") for key, column in columns.items()}

    def columns(self, table: Table) -> dict[str, str]:
        """Our name of each column -> the register's; without a mapping both are the same."""
        known = COLUMNS[self.kind]
        mapped = self.settings.get("columns", {key: key for key in known if key in table.columns})
        if not isinstance(mapped, dict):
            raise self.error('columns must say which column holds what, for example { id = "Asset no." }')
        for key, column in mapped.items():
            if key not in known:
                raise self.error(f"columns: unknown key {key!r}{_nearest(key, known)}")
            if column not in table.columns:
                raise self.error(f"{self.file} has no column {column!r}{_nearest(str(column), table.columns)}")
        if not any(key in mapped for key in KEYS):
            raise self.error(f"nothing to know a row by: map one of {', '.join(key for key in KEYS if key in known)}")
        return mapped

    def words(self, key: str) -> str:
        """A setting that must be text."""
        value = self.settings.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.error(f"{key} must be text")
        return value

    def error(self, what: str) -> PolicyError:
        """An error in this section."""
        return PolicyError(f"{self.path}: [{self.kind}]: {what}")


def _sections(path: str) -> Iterator[_Section]:
    tables, _ = read_toml(path)
    for name, settings in tables.items():
        if name not in list(RegisterKind) or not isinstance(settings, dict):
            raise PolicyError(f"{path}: {name!r} is no register; there are [{'], ['.join(RegisterKind)}]")
        section = _Section(path, RegisterKind(name), settings)
        for key in settings:
            if key not in ("file", "sheet", "columns"):
                raise section.error(f"unknown key {key!r}{_nearest(key, ('file', 'sheet', 'columns'))}")
        yield section


def _entry(kind: RegisterKind, place: str, row: Mapping[str, str], problems: list[str]) -> RegisterEntry:
    """One row; a cell that cannot be understood is named and left out."""

    def read(key: str, reader: Callable[[str], T]) -> T | None:
        cell = row.get(key, "")
        try:
            return reader(cell) if cell else None
        except ValueError as error:
            problems.append(f"{place}: {key} is {cell!r}, {error}; it is not used")
            return None

    return RegisterEntry(
        kind=kind,
        place=place,
        id=read("id", str.casefold),
        sha256=read("sha256", _sha256),
        picture_hash=read("picture_hash", _picture_hash),
        file_name=row.get("file_name") or None,
        name=row.get("name") or None,
        until=read("until", _day),
        territories=read("territory", _places) or (),
        credit=row.get("credit") or None,
        note=row.get("note") or None,
    )


def _sha256(cell: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", cell.lower()):
        raise ValueError("not 64 hexadecimal signs")
    return cell.lower()


def _picture_hash(cell: str) -> int:
    if not re.fullmatch(r"[0-9a-f]{16}", cell.lower()):
        raise ValueError("not the 16 hexadecimal signs that `auditor metadata --picture-hash` prints")
    return int(cell, 16)


def _places(cell: str) -> tuple[str, ...]:
    """`Germany, Austria; Switzerland`."""
    return tuple(place.strip().casefold() for place in re.split("[,;/|\n]", cell) if place.strip())


def _day(cell: str) -> date:
    """`2026-12-31`, `31.12.2026`, or a day as Excel stores it."""
    if re.fullmatch(r"\d{5}(?:\.\d+)?", cell):
        return _EXCEL_EPOCH + timedelta(days=int(cell[:5]))
    try:
        if numbers := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", cell):
            return date(int(numbers[3]), int(numbers[2]), int(numbers[1]))
        return date.fromisoformat(cell[:10])
    except ValueError:
        raise ValueError("no day (write 2026-12-31)") from None


def _nearest(word: str, known: Iterable[str]) -> str:
    listed = list(known)
    match = difflib.get_close_matches(word, listed, n=1)
    return f"; did you mean {match[0]!r}?" if match else f"; there are {', '.join(listed)}"
