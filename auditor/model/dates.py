"""Dates with the precision and the words they came from. Nothing is rounded up: August 2020 stays a month."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from auditor.model.statement import Origin, Span


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """First and last day on which it can have been, and the words that say so."""

    start: date
    end: date
    precision: Precision
    text: str
    """The words, as printed."""
    span: Span
    """Where they stand in the text that was parsed."""
    explicit: bool = True
    """Whether the words hold the whole date; False when something came from the day of publication."""
    year_inferred: bool = False
    stated_weekday: int | None = None
    """Weekday printed beside the date (Monday = 0); it may contradict the date."""
    oddities: tuple[str, ...] = ()
    """How the date is oddly written, in plain words: `a space stands before the comma`."""
    other_reading: "DateRange | None" = None
    """The other reading, where day and month can be exchanged and nothing decides."""

    @property
    def value(self) -> str:
        """ISO 8601 at its precision: `2024-05-02`, `2024-05` or `2024`."""
        return self.start.isoformat()[
            : {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4, Precision.NONE: 0}[self.precision]
        ]

    @property
    def weekday_fits(self) -> bool:
        """False when a weekday is printed that the date did not have."""
        return self.stated_weekday is None or self.precision is not Precision.DAY or self.start.weekday() == self.stated_weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReading:
    """What a caption says about the day the picture was made."""

    date: DateRange | None = None
    file_label: bool = False
    file_label_span: Span | None = None
    undated: bool = False
    """The caption itself says that the picture is undated."""
    impossible: tuple[Span, ...] = ()
    """Words that have the form of a date and are none (`February 30, 2024`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateEvidence:
    """One rung of the ladder: a date with who says it. The article's own date is an upper bound only and never a rung."""

    date: DateRange
    origin: Origin
    locator: str
    supplier: str | None = None
    """Key in `data/agencies.toml` of the supplier whose number holds the date; None for every other evidence."""
