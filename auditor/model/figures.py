"""Figures for people: tables that every report format shows alike."""

from dataclasses import dataclass
from enum import StrEnum

Cell = str | int | float | None


class Chart(StrEnum):
    """How a table is drawn beside its numbers."""

    BARS = "bars"
    """Shares of each row, as bars."""
    LINE = "line"
    """Shares over years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One question and its answer."""

    id: str
    title: str
    columns: tuple[str, ...]
    """Names; one that ends in `%` holds shares of 100."""
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    """What is counted, out of what, and what was left out."""
    chart: Chart | None = None

    @property
    def numbers(self) -> tuple[bool, ...]:
        """Of each column, whether it holds numbers alone: such a column and its name stand to the right."""
        return tuple(all(isinstance(row[at], (int, float, type(None))) for row in self.rows) for at in range(len(self.columns)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A whole report of tables."""

    title: str
    headline: str
    tables: tuple[Table, ...]
    facts: tuple[tuple[str, str], ...] = ()
    """What was audited, by what: names and values."""
