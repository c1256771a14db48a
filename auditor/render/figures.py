"""Tables of figures as HTML, as a workbook, as JSON and as text for the terminal."""

import io
import re
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from xlsxwriter import Workbook

from auditor.model.figures import Cell, Chart, Figures, Table
from auditor.render.charts import draw
from auditor.render.json import tool_record
from auditor.render.json_text import json_text
from auditor.render.printable import columns, cut, inert, printable, visible

_TEMPLATES = Path(__file__).parent / "templates"
SCHEMA_VERSION = "1"
MAX_SHEET_ROWS = 1_000_000
"""Excel's limit is 1,048,576."""
MIN_COLUMN, MAX_COLUMN = 12, 44
"""Columns of the terminal that the cells of one column take at least, where there is little room, and at most."""
GAP = "  "


def figures_json(figures: Figures) -> str:
    """Every table with the names of its columns."""
    return json_text(
        {
            "schema": SCHEMA_VERSION,
            "tool": tool_record(),
            "title": figures.title,
            "headline": figures.headline,
            "facts": dict(figures.facts),
            "tables": [
                {
                    "id": table.id,
                    "title": table.title,
                    "note": table.note,
                    "rows": [dict(zip(table.columns, row, strict=True)) for row in table.rows],
                }
                for table in figures.tables
            ],
        }
    )


def figures_html(figures: Figures) -> str:
    """One file that works offline; a policy lets no script run in it, and whatever pages say is escaped."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["visible"] = visible
    environment.filters["cell"] = _cell
    environment.tests["web_address"] = lambda value: isinstance(value, str) and value.startswith(("http://", "https://"))
    environment.tests["day"] = lambda value: isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)
    charts = {table.id: draw(table) for table in figures.tables}
    style = (_TEMPLATES / "report.css").read_text("utf-8")
    return environment.get_template("figures.html").render(figures=figures, charts=charts, style=style, tool=tool_record())


def figures_xlsx(figures: Figures) -> bytes:
    """A sheet for each table; every cell is text or a number."""
    file = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with Workbook(file, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True})
        for table in figures.tables:
            sheet = book.add_worksheet(table.id[:31])
            sheet.write_string(0, 0, table.title, book.add_format({"bold": True, "font_size": 14}))
            sheet.write_string(1, 0, table.note)
            for at, name in enumerate(table.columns):
                sheet.write_string(3, at, name, bold)
                sheet.set_column(at, at, 40 if at == 0 else 16)
            for number, row in enumerate(table.rows[:MAX_SHEET_ROWS], 4):
                for at, value in enumerate(row):
                    _write(sheet, number, at, value)
            sheet.freeze_panes(4, 1)
    return file.getvalue()


def figures_text(figures: Figures, *, rows: int = 12, width: int | None = None) -> str:
    """The headline and the first rows of each table, in at most `width` columns as far as numbers and words allow."""
    parts = [figures.headline, *(_table_text(table, rows, width) for table in figures.tables if table.rows)]
    return "\n\n".join(parts) + "\n"


def _table_text(table: Table, limit: int, width: int | None) -> str:
    limit = len(table.rows) if table.chart is Chart.LINE else limit  # the years that count stand at the end
    body = [[printable(cell) for cell in map(_cell, row, table.columns)] for row in table.rows[:limit]]
    heads, widths = _laid_out(table, body, width)
    shown = len(widths)
    # What tells one address from the other stands at its end.
    cells = [[_cut(c, room) for c, room in zip(line, widths, strict=False)] for line in (*heads, *body)]
    lines = [GAP.join(map(_padded, line, widths, table.numbers)).rstrip() for line in cells]
    if len(table.rows) > limit:
        lines.append(f"... and {len(table.rows) - limit:,} more")
    if shown < len(table.columns):
        lines.append(f"(no room for {', '.join(table.columns[shown:])}: --format html, json or xlsx)")
    return "\n".join([table.title, *lines])


def _laid_out(table: Table, body: list[list[str]], width: int | None) -> tuple[list[list[str]], list[int]]:
    """Lines of the names of columns, and the room of each column shown; the last are left out where all would be too narrow."""
    heads, widths = _heads(table.columns, body, width or sys.maxsize)
    least = [room if is_number else min(room, MIN_COLUMN) for room, is_number in zip(widths, table.numbers, strict=True)]
    while width and len(least) > 1 and _total(least) > width:
        least.pop()
    widths = widths[: len(least)]
    while width and _total(widths) > width:
        widest = max((at for at, room in enumerate(widths) if room > least[at]), key=lambda at: widths[at], default=None)
        if widest is None:
            break
        widths[widest] -= 1
    return heads, widths


def _heads(names: Sequence[str], body: list[list[str]], width: int) -> tuple[list[list[str]], list[int]]:
    """The names in as few lines as fit, the last words in one line; and how wide each column then is."""
    longest = max(map(len, names))
    for room in range(longest, 0, -1):
        folded = [textwrap.wrap(name, room, break_long_words=False) for name in names]
        height = max(map(len, folded))
        heads = [list(line) for line in zip(*([""] * (height - len(name)) + name for name in folded), strict=True)]
        widths = [min(MAX_COLUMN, max(map(columns, cells))) for cells in zip(*heads, *body, strict=True)]
        if _total(widths) <= width:
            break
    return heads, widths


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + len(GAP) * (len(widths) - 1)


def _cut(cell: str, room: int) -> str:
    """An address without its query first, for its end says most; so does that of a path."""
    is_address = "://" in cell
    if is_address and columns(cell) > room and "." in cell.partition("?")[0].rpartition("/")[2]:
        cell = cell.partition("?")[0]
    return cut(cell, room, keep_end=is_address or cell.startswith("/"))


def _padded(cell: str, width: int, is_number: bool) -> str:
    space = " " * (width - columns(cell))
    return space + cell if is_number else cell + space


def _write(sheet: Any, number: int, at: int, value: Cell) -> None:  # noqa: ANN401
    if isinstance(value, (int, float)):
        sheet.write_number(number, at, value)
    elif value is not None:
        sheet.write_string(number, at, str(inert(str(value)))[:16_000])


def _cell(value: Cell, column: str) -> str:
    match value:
        case None:
            return ""
        case float():
            return f"{value:.1f}"
        case int():
            return str(value) if column == "year" else f"{value:,}"
        case _:
            return str(value)
