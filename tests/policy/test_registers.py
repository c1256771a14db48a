"""Registers as a house keeps them: CSV and XLSX, its own column names, and what is wrong with them said with its place."""

import io
import zipfile
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from auditor import limits
from auditor.model import PolicyError, RegisterEntry, RegisterKind
from auditor.policy.registers import load_registers
from auditor.policy.table_file import read_table

HASHES = "ab" * 32, "00000000000000ff"


def house(folder, text: str, **files: str | bytes) -> str:
    """The TOML file in a folder with its registers: `kills_csv="..."` becomes `kills.csv`."""
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name.replace("_", ".")).write_bytes(data)
    (folder / "registers.toml").write_text(text, "utf-8")
    return str(folder / "registers.toml")


def workbook(*rows: tuple[object, ...], sheet: str = "2026") -> bytes:
    """A workbook whose first sheet is not the one wanted."""
    out = io.BytesIO()
    book = Workbook(out)
    book.add_worksheet("Notes").write(0, 0, "nothing here")
    page, day = book.add_worksheet(sheet), book.add_format({"num_format": "dd.mm.yyyy"})
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                page.write_datetime(number, column, cell, day)
            elif cell is not None:
                page.write(number, column, cell)
    book.close()
    return out.getvalue()


def test_csv_under_our_own_column_names(tmp_path):
    rows = f"id,sha256,picture_hash,file_name,note\nRTX1ABC,{HASHES[0].upper()},{HASHES[1]},ferry.jpg,posed\n,,,,of nothing\n"
    known = load_registers(house(tmp_path, '[killed]\nfile = "kills.csv"', kills_csv=rows))
    assert known.entries == (
        RegisterEntry(
            kind=RegisterKind.KILLED,
            place="kills.csv, row 2",
            id="rtx1abc",
            sha256=HASHES[0],
            picture_hash=255,
            file_name="ferry.jpg",
            note="posed",
        ),
    )
    assert [len(sha256) for _, sha256 in known.sources] == [64, 64] and known.problems == ()


def test_workbook_with_columns_mapped_a_sheet_named_and_days_as_excel_stores_them(tmp_path):
    text = '[licences]\nfile = "book.xlsx"\nsheet = "2026"\ncolumns = { id = "Asset no.", until = "Expires", credit = "Print" }'
    rows = (
        ("Asset no.", "Print", "Expires"),
        (1228224227, "Ann Example/Elin Museum", date(2026, 12, 31)),
        ("RTX1", None, "31.12.2025"),
    )
    known = load_registers(house(tmp_path, text, book_xlsx=workbook(*rows)))
    assert [(e.place, e.id, e.credit, e.until) for e in known.entries] == [
        ("book.xlsx, row 2", "1228224227", "Ann Example/Elin Museum", date(2026, 12, 31)),
        ("book.xlsx, row 3", "rtx1", None, date(2025, 12, 31)),
    ]


@pytest.mark.parametrize(("sign", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-8"), (",", "cp1252"), (";", "cp1252")])
def test_csv_as_programs_write_it(tmp_path, sign, encoding):
    rows = f'Name{sign}Desk\r\n"José Pérez"{sign}"Photo{sign} night"\r\n'.encode(encoding)
    known = load_registers(
        house(tmp_path, '[people]\nfile = "staff.csv"\ncolumns = { name = "Name", note = "Desk" }', staff_csv=rows)
    )
    assert [(entry.name, entry.note) for entry in known.entries] == [("José Pérez", f"Photo{sign} night")]


def test_places_of_a_licence(tmp_path):
    rows = 'id,territory\nA1,"Germany, Austria; South Korea"\nA2,\n'
    known = load_registers(house(tmp_path, '[licences]\nfile = "l.csv"', l_csv=rows))
    assert [entry.territories for entry in known.entries] == [("germany", "austria", "south korea"), ()]


def test_a_cell_that_says_nothing_is_named_and_the_row_still_counts(tmp_path):
    rows = "id,until,sha256,picture_hash\nA1,soon,abc,12\nA2,2026-02-30,,\n"
    text = '[licences]\nfile = "l.csv"'
    known = load_registers(house(tmp_path, text, l_csv=rows))
    assert [(entry.id, entry.until) for entry in known.entries] == [("a1", None), ("a2", None)]
    assert len(known.problems) == 4
    assert known.problems[3] == "l.csv, row 3: until is '2026-02-30', no day (write 2026-12-31); it is not used"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[kills]", "'kills' is no register; there are [licences], [killed], [people]"),
        ("killed = 3", "is no register"),
        ("[killed]", "[killed]: file must be text"),
        ('[killed]\nfile = "gone.csv"', "gone.csv: there is no such file"),
        ('[killed]\nfile = "k.csv"\ncolums = {}', "unknown key 'colums'; did you mean 'columns'?"),
        ('[killed]\nfile = "k.csv"\ncolumns = { until = "Day" }', "columns: unknown key 'until'"),
        ('[killed]\nfile = "k.csv"\ncolumns = { id = "Pictur" }', "no column 'Pictur'; did you mean 'Picture'?"),
        ('[killed]\nfile = "k.csv"\ncolumns = { id = 3 }', "no column 3"),
        ('[killed]\nfile = "k.csv"\ncolumns = "Picture"', "columns must say which column holds what"),
        ('[killed]\nfile = "k.csv"\ncolumns = { note = "Why" }', "nothing to know a row by: map one of id, sha256"),
        ('[killed]\nfile = "k.csv"', "nothing to know a row by"),
        ('[killed]\nfile = "empty.csv"', "empty; the first row names the columns"),
        ('[killed]\nfile = "no.xlsx"', "no table that can be read"),
        ('[killed]\nfile = "book.xlsx"\nsheet = "2027"', "it has no sheet '2027'; there are Notes, 2026"),
        ("[killed", "not valid TOML"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path, text, words):
    files = {
        "k_csv": "Picture,Why\nA1,posed\n",
        "empty_csv": "",
        "no_xlsx": b"PK\x03\x04 cut",
        "book_xlsx": workbook(("id",), ("A1",)),
    }
    with pytest.raises(PolicyError) as error:
        load_registers(house(tmp_path, text, **files))
    assert words in str(error.value) and str(tmp_path) in str(error.value)
    assert len(str(error.value).splitlines()) == 1


def replaced(book: bytes, part: str, data: bytes) -> bytes:
    """The workbook with one part exchanged."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, data if name == part else old.read(name))
    return out.getvalue()


ENTITIES = b'<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><s>&b;</s>'


@pytest.mark.parametrize(
    ("part", "data", "words"),
    [
        ("xl/sharedStrings.xml", ENTITIES, "document type"),
        ("xl/sharedStrings.xml", b" " * 2000, "unpacks to more than"),
        ("xl/workbook.xml", b"<workbook/>", "no table that can be read"),
        ("xl/worksheets/sheet1.xml", b"<not closed", "no table that can be read"),
    ],
)
def test_a_hostile_workbook_is_refused(tmp_path, monkeypatch, part, data, words):
    book = replaced(workbook(("id",), ("A1",)), part, data)
    monkeypatch.setattr("auditor.policy.table_file.MAX_REGISTER_BYTES", max(len(book), 1900))
    (tmp_path / "book.xlsx").write_bytes(book)
    if "unpacks" in words:
        monkeypatch.setattr("auditor.policy.table_file.MAX_REGISTER_BYTES", 1900)
        monkeypatch.setattr("pathlib.Path.stat", lambda path: type("Status", (), {"st_size": 1}))
    with pytest.raises(PolicyError, match=words):
        read_table(tmp_path / "book.xlsx")


BOOK = workbook(("id", "until"), ("A1", date(2026, 1, 1)), (1228224227, 2.5))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(BOOK) - 1), st.integers(0, 255), st.booleans())
def test_any_damage_is_refused_or_read(tmp_path, place, byte, cut):
    damaged = BOOK[:place] if cut else BOOK[:place] + bytes([byte]) + BOOK[place + 1 :]
    (tmp_path / "book.xlsx").write_bytes(damaged)
    try:
        assert read_table(tmp_path / "book.xlsx", sheet="2026").columns
    except PolicyError as error:
        assert "book.xlsx" in str(error)


@given(st.binary(max_size=200))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_a_table_or_refused(tmp_path, data):
    (tmp_path / "k.csv").write_bytes(data)
    try:
        read_table(tmp_path / "k.csv")
    except PolicyError as error:
        assert "k.csv" in str(error)


def test_caps(tmp_path, monkeypatch):
    (tmp_path / "k.csv").write_text("id\nA1\nA2\n")
    monkeypatch.setattr("auditor.policy.table_file.MAX_REGISTER_ROWS", 2)
    with pytest.raises(PolicyError, match="more than 2 rows"):
        read_table(tmp_path / "k.csv")
    monkeypatch.setattr("auditor.policy.table_file.MAX_REGISTER_BYTES", 3)
    with pytest.raises(PolicyError, match="too large"):
        read_table(tmp_path / "k.csv")
    assert limits.MAX_REGISTER_ROWS >= 100_000
