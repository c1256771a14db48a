"""An audit as a workbook: a sheet each for the summary, the pictures, the findings and the credits.

Every cell is text or a whole number: nothing is a formula or a link, whatever a page says.
"""

import io
from collections.abc import Iterable
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from auditor.model import Audit
from auditor.pipeline import summarise
from auditor.render import labels
from auditor.render.printable import columns as columns_of
from auditor.render.printable import inert
from auditor.render.tables import (
    CREDIT_COLUMNS,
    DOCUMENT_COLUMNS,
    FINDING_COLUMNS,
    PICTURE_COLUMNS,
    Cell,
    Row,
    credit_rows,
    document_rows,
    figures,
    finding_rows,
    picture_rows,
)

MAX_CELL = 16_000
"""Characters of one cell: Excel's limit is 32,767 UTF-16 units, of which a character takes one or two."""
MAX_ROWS = 1_000_000
"""Rows of one sheet; Excel's limit is 1,048,576
(both: https://support.microsoft.com/en-us/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3)."""

_WIDTHS = {
    **dict.fromkeys(("message", "caption", "description"), 44),
    **dict.fromkeys(("words", "suggestion", "evidence", "waived", "credit_line", "problem", "title", "sha256"), 28),
    **dict.fromkeys(("document", "alt_text", "url", "page", "file", "rule", "made_by", "supplied_by", "fingerprint"), 22),
    **dict.fromkeys(("date_published", "credit_place", "supply"), 15),
    "date": 12,
}
"""Characters; the other columns are as wide as their title."""
LINE_HEIGHT = 15
"""Points of one line of the default font."""
MAX_LINES = 8
"""Lines of a row that are shown; more of a cell is seen in the cell."""

_LOOKS: dict[str, dict[str, object]] = {
    "block": {"bg_color": "#FDECEA", "font_color": "#B3261E", "bold": True},
    "warn": {"bg_color": "#FFF3DC", "font_color": "#8A5300"},
    "NO": {"font_color": "#B3261E", "bold": True},
    "cannot tell": {"font_color": "#8A5300"},
}
"""Cells that are to be seen first, by what they hold."""


def render_xlsx(audit: Audit) -> bytes:
    """The workbook; the same audit gives the same bytes."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"title": "Picture audit", "created": (audit.time or datetime(1980, 1, 1)).replace(tzinfo=None)})
    sheets = _Sheets(book)
    sheets.summary(audit)
    sheets.table("Pictures", PICTURE_COLUMNS, picture_rows(audit))
    sheets.table("Findings", FINDING_COLUMNS, finding_rows(audit))
    sheets.table("Credit list", CREDIT_COLUMNS, credit_rows(audit))
    book.close()
    return out.getvalue()


class _Sheets:
    """The workbook being written, with its cell formats."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._title = book.add_format({"bold": True, "font_size": 14})
        self._head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E9E6DF", "valign": "top"})
        self._plain = book.add_format({"valign": "top", "text_wrap": True})
        self._looks = {word: book.add_format({"valign": "top", **look}) for word, look in _LOOKS.items()}

    def summary(self, audit: Audit) -> None:
        """The opening line, the figures, and the documents with what could not be read."""
        sheet = self._sheet("Summary")
        self._write(sheet, (0, 0), labels.headline(summarise(audit)), self._title)
        sheet.freeze_panes(1, 0)
        listed = figures(audit)
        for row, (name, value) in enumerate(listed, 2):
            self._write(sheet, (row, 0), name)
            self._write(sheet, (row, 1), value)
            widths = (_width(column) for column in DOCUMENT_COLUMNS)
            sheet.set_row(row, LINE_HEIGHT * max(map(_lines, (name, str(value)), widths)))
        self._rows(sheet, len(listed) + 3, DOCUMENT_COLUMNS, document_rows(audit))

    def table(self, name: str, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
        """One sheet of rows under a frozen header with filters."""
        sheet = self._sheet(name)
        count = self._rows(sheet, 0, columns, rows)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, count, len(columns) - 1)
        sheet.repeat_rows(0)

    def _sheet(self, name: str) -> Worksheet:
        """An empty sheet that prints on paper's long side, all columns on one page."""
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&A&R&P / &N")
        return sheet

    def _rows(self, sheet: Worksheet, first: int, columns: tuple[str, ...], rows: Iterable[Row]) -> int:
        """Write header and rows from row `first` on; returns the number of the last."""
        for column, name in enumerate(columns):
            sheet.set_column(column, column, _width(name))
            self._write(sheet, (first, column), name.replace("_", " ").capitalize(), self._head)
        number = first
        for number, row in enumerate(rows, first + 1):
            if number > MAX_ROWS:
                self._write(sheet, (number, 0), "Further rows do not fit on a sheet: write the report as csv.")
                break
            for column, name in enumerate(columns):
                self._write(sheet, (number, column), row.get(name, ""))
            sheet.set_row(number, LINE_HEIGHT * max(_lines(str(row.get(name, "")), _width(name)) for name in columns))
        return number

    def _write(self, sheet: Worksheet, place: tuple[int, int], cell: Cell, look: Format | None = None) -> None:
        """One cell, never as formula, link or number in disguise."""
        look = look or self._looks.get(str(cell), self._plain)
        text = inert(cell)
        if isinstance(text, int):
            sheet.write_number(*place, text, look)
        elif text:
            sheet.write_string(*place, text if len(text) <= MAX_CELL else f"{text[:MAX_CELL]}… (cut)", look)


def _width(column: str) -> int:
    return _WIDTHS.get(column, len(column) + 4)


def _lines(text: str, width: int) -> int:
    """Lines a wrapped cell takes, so that programs which do not fit rows themselves show it whole."""
    lines = sum(1 + columns_of(line) // width for line in text.split("\n"))
    return min(lines, MAX_LINES)
