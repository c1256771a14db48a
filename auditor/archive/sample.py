"""`auditor archive sample`: a stratified random sample to be marked by hand, and what the marks say of the tool."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.archive.catalogue import Catalogue
from auditor.archive.intervals import wilson
from auditor.model import UsageError
from auditor.model.figures import Cell, Figures, Table

QUESTIONS = ("credited", "person_named", "dated")
STRATA = ("site", "section", "year", "agency", "author", "role", "kind", "language")
COLUMNS = (
    *("number", "stratum", "page", "title", "position", "picture", "caption", "credit_line"),
    *QUESTIONS,
    *(f"true_{question}" for question in QUESTIONS),
)
"""Of the sheet: what the tool says, and what is to be filled in with yes or no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Pictures drawn, and out of how many."""

    rows: tuple[dict[str, Cell], ...]
    pictures: int
    strata: tuple[tuple[str, int, int], ...]
    """Name, pictures, drawn."""
    seed: int


def draw(catalogue: Catalogue, *, size: int, seed: int, by: Sequence[str]) -> Sample:
    """As many pictures of each stratum as is its share; the same seed draws the same pictures. Raises UsageError."""
    if wrong := [name for name in by if name not in STRATA]:
        raise UsageError(f'there are no strata by "{wrong[0]}"; there are: {", ".join(STRATA)}')
    stratum = f"concat_ws(' / ', {', '.join(f'coalesce({name}::varchar, $$not known$$)' for name in by)})" if by else "'all'"
    counts = catalogue.ask(f"select {stratum} as stratum, count(*) from pictures group by 1 order by 1")
    wanted = _allotted([count for _, count in counts], size)
    # The digest of seed and place is the picture's lot: it does not depend on the order of parts or on who draws.
    catalogue.ask("create or replace temp table allotted (stratum varchar, wanted bigint)")
    for (name, _), number in zip(counts, wanted, strict=True):
        catalogue.ask("insert into allotted values (?, ?)", [name, number])
    found = catalogue.ask(
        f"""select stratum, coalesce(url, name), title, position, picture, caption, credit_line, {", ".join(QUESTIONS)} from (
            select *, {stratum} as stratum,
                row_number() over (partition by {stratum} order by md5(concat_ws(' ', ?, coalesce(url, name), position))) as lot
            from pictures
        ) join allotted using (stratum) where lot <= wanted order by stratum, lot""",
        [str(seed)],
    )
    rows = tuple(dict(zip(COLUMNS, (number, *row, *([""] * len(QUESTIONS))), strict=True)) for number, row in enumerate(found, 1))
    strata = tuple((name, count, number) for (name, count), number in zip(counts, wanted, strict=True))
    return Sample(rows=rows, pictures=sum(count for _, count in counts), strata=strata, seed=seed)


def sheet(sample: Sample) -> str:
    """The sample as CSV, the columns `true_…` empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _inert(value) for name, value in row.items()} for row in sample.rows)
    return text.getvalue()


def score(text: str) -> Figures:
    """Precision and recall of the tool out of a sheet that was marked. Raises UsageError for one without marks."""
    rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
    if not rows or not {"number", *(f"true_{question}" for question in QUESTIONS)} <= set(rows[0]):
        raise UsageError("no sheet of `auditor archive sample`: its columns are missing")
    table = tuple(row for question in QUESTIONS for row in _scored(rows, question))
    if not any(row[3] for row in table):
        raise UsageError(f"no marks in the sheet: fill in yes or no under {', '.join(f'true_{q}' for q in QUESTIONS)}")
    return Figures(
        title="Sample, marked by hand",
        headline=f"{len(rows)} pictures in the sample",
        tables=(
            Table(
                id="score",
                title="What the marks say",
                columns=("question", "measure", "hits", "out of", "share %", "from %", "to %"),
                rows=table,
                note="Precision: the tool says yes and so does the mark, out of the tool's yes. Recall: out of the marks' yes. "
                "Intervals by Wilson, 95 %. Pictures without a mark are left out.",
            ),
        ),
    )


def _scored(rows: Iterable[dict[str, str]], question: str) -> list[tuple[Cell, ...]]:
    marks = [(row[question] == "yes", row[f"true_{question}"].strip().lower()) for row in rows]
    known = [(said, mark in ("yes", "y", "1", "true")) for said, mark in marks if mark in _MARKS]
    both = sum(said and true for said, true in known)
    measures = (
        ("precision", both, sum(said for said, _ in known)),
        ("recall", both, sum(true for _, true in known)),
        ("share of all pictures, by the marks", sum(true for _, true in known), len(known)),
    )
    return [(question.replace("_", " "), name, hits, of, *_percent(hits, of)) for name, hits, of in measures]


_MARKS = frozenset(("yes", "y", "1", "true", "no", "n", "0", "false"))


def _percent(hits: int, of: int) -> tuple[Cell, Cell, Cell]:
    low, high = wilson(hits, of)
    return (round(100 * hits / of, 1), round(100 * low, 1), round(100 * high, 1)) if of else (None, None, None)


def _allotted(counts: Sequence[int], size: int) -> list[int]:
    """Shares of `size` in proportion, by largest remainder; never more than a stratum has."""
    total = sum(counts)
    if total <= size:
        return list(counts)
    exact = [count * size / total for count in counts]
    given = [int(share) for share in exact]
    order = sorted(range(len(counts)), key=lambda at: (given[at] - exact[at], at))
    for at in order[: size - sum(given)]:
        given[at] += 1
    return given


def _inert(value: Cell) -> Cell:
    """No spreadsheet takes it for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
