"""Tables of figures as HTML, as a workbook, as JSON and as text for the terminal."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from xlsxwriter import Workbook

from auditor.model.figures import Cell, Figures, Table
from auditor.render.charts import draw
from auditor.render.json import tool_record
from auditor.render.json_text import json_text
from auditor.render.printable import columns, cut, inert, printable, visible

_TEMPLATES = Path(__file__).parent / "templates"
SCHEMA_VERSION = "1"
MAX_SHEET_ROWS = 1_000_000
"""Excel's limit is 1,048,576."""
MIN_COLUMN, MAX_COLUMN = 12, 44
"""Columns of the terminal that one cell takes at least, where there is little room, and at most."""
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
    body = [[printable(cell) for cell in map(_cell, row, table.columns)] for row in table.rows[:limit]]
    heads = _stacked(table.columns) if width and _room(body, [list(table.columns)]) > width else [list(table.columns)]
    widths = [min(MAX_COLUMN, max(columns(line[at]) for line in (*heads, *body))) for at in range(len(table.columns))]
    while width and sum(widths) + len(GAP) * (len(widths) - 1) > width:
        widest = max((at for at, is_number in enumerate(table.numbers) if not is_number), key=lambda at: widths[at], default=None)
        if widest is None or widths[widest] <= MIN_COLUMN:
            break
        widths[widest] -= 1
    # What tells one address from the other stands at its end.
    lines = [[cut(c, room, keep_end="://" in c) for c, room in zip(line, widths, strict=True)] for line in (*heads, *body)]
    text = [GAP.join(map(_padded, line, widths, table.numbers)).rstrip() for line in lines]
    more = [f"... and {len(table.rows) - limit:,} more"] if len(table.rows) > limit else []
    return "\n".join([f"{table.title}", *text, *more])


def _room(*blocks: list[list[str]]) -> int:
    lines = [line for block in blocks for line in block]
    widths = [min(MAX_COLUMN, max(map(columns, cells))) for cells in zip(*lines, strict=True)]
    return sum(widths) + len(GAP) * (len(widths) - 1)


def _stacked(names: Sequence[str]) -> list[list[str]]:
    """The names of columns one word below the other, the last words in one line."""
    words = [name.split() for name in names]
    height = max(map(len, words))
    return [list(line) for line in zip(*([""] * (height - len(name)) + name for name in words), strict=True)]


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
