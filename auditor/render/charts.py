"""Shares as pictures: SVG for a report that is one file, drawn by Matplotlib, which is loaded only here."""

import io
from collections.abc import Sequence
from typing import Any

from auditor.extras import load
from auditor.model.figures import Cell, Chart, Table
from auditor.render.printable import cut, printable

SHOWN = 15
"""Groups in a chart of bars; the table has the others."""
COLOURS = ("#2f5d8c", "#c9772b", "#3f8f5f")
"""Told apart without seeing red or green, and each by its place, too."""
SETTINGS = {
    "svg.fonttype": "none",  # text stays text: small, and read aloud
    "svg.hashsalt": "auditor",  # the same figures give the same file
    "text.parse_math": False,  # a $ in a section's name is no formula
    "font.family": "sans-serif",
    "font.size": 9,
}


def draw(table: Table) -> str | None:
    """The table's columns of shares; None for a table that is not to be drawn or has nothing to show."""
    shares = [(name, at) for at, name in enumerate(table.columns) if name.endswith("%")]
    rows = [row for row in table.rows if row[0] != "not known"]
    if table.chart is None or len(rows) < 2 or not shares:
        return None
    matplotlib = load("matplotlib")
    with matplotlib.rc_context(SETTINGS):
        figure = load("matplotlib.figure").Figure(
            figsize=(8, 3 if table.chart is Chart.LINE else 0.9 + 0.38 * min(len(rows), SHOWN))
        )
        axes = figure.subplots()
        _lines(axes, rows, shares) if table.chart is Chart.LINE else _bars(axes, rows[:SHOWN], shares)
        figure.tight_layout()
        file = io.StringIO()
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None, "Title": table.title}, transparent=True)
    return file.getvalue()[file.getvalue().index("<svg") :]


def _lines(axes: Any, rows: Sequence[tuple[Cell, ...]], shares: Sequence[tuple[str, int]]) -> None:  # noqa: ANN401
    for (name, at), colour, mark in zip(shares, COLOURS, "os^", strict=False):
        axes.plot([row[0] for row in rows], [row[at] for row in rows], label=name, color=colour, marker=mark, markersize=4)
    axes.set_ylim(0, 100)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_ylabel("% of pictures")
    _finish(axes)


def _bars(axes: Any, rows: Sequence[tuple[Cell, ...]], shares: Sequence[tuple[str, int]]) -> None:  # noqa: ANN401
    height = 0.8 / len(shares)
    for number, ((name, at), colour) in enumerate(zip(shares, COLOURS, strict=False)):
        places = [place + number * height for place in range(len(rows))]
        axes.barh(places, [row[at] or 0 for row in rows], height, label=name, color=colour)
    axes.set_yticks([place + 0.4 - height / 2 for place in range(len(rows))])
    axes.set_yticklabels([cut(printable(str(row[0])), 40) for row in rows])
    axes.invert_yaxis()
    axes.set_xlim(0, 100)
    axes.set_xlabel("% of pictures")
    _finish(axes)


def _finish(axes: Any) -> None:  # noqa: ANN401
    axes.grid(alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3, frameon=False)
