"""DuckDB over the parts of one edition: the views that every question is put to. Nothing is loaded, nothing is stored twice.

Views: `pages` (one row a page), `media` (one row a picture, video or embed), `pictures` (images and graphics alone, what the
figures count), `findings` (one row a finding), `unread` (pages that could not be read). `gone` is the day since which a page is
no longer in its source, null for those that are.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from auditor.archive.counted_pages import counted_pages, quoted
from auditor.archive.editions import editions, newest_edition
from auditor.archive.parts import live_files
from auditor.archive.store import Store
from auditor.extras import load
from auditor.model import AuditorError, UsageError

MEMORY = "2GB"
"""What DuckDB may hold before it spills to the disk."""
FETCHED = 2_000
"""Rows held of an answer at a time."""


class Versions(StrEnum):
    """Which captures of one address count."""

    NEWEST = "newest"
    ALL = "all"
    """Every capture whose bytes differ."""


class Catalogue:
    """An open edition."""

    def __init__(self, edition: Store, versions: Versions = Versions.NEWEST) -> None:
        """Open the parts; notes once for each set of parts which pages came more than once."""
        self.edition = edition
        files = [edition.address(name) for name in live_files(edition)]
        if not files:
            raise UsageError(f"{edition} holds no finished part; `auditor archive run` writes them")
        self._database = connect(edition, tempfile.gettempdir())
        self._database.execute("set timezone = 'UTC'")
        self._database.execute("set parquet_metadata_cache = true")
        self._views(files, versions)

    def ask(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Rows of a query of our own. Raises AuditorError for parts that are damaged or out of reach."""
        with in_words(self.edition):
            return list(self._database.execute(sql, list(values)).fetchall())

    def query(self, sql: str) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
        """Names of columns and rows of a user's query. Raises UsageError with what DuckDB says."""
        rows = self._rows(sql)
        return list(next(rows)), rows

    def _rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """The names first, then row by row, were it the whole archive."""
        try:
            result = self._database.execute(sql)
            if result is None:
                raise UsageError('there is no query; write one, like "select count(*) from pictures"')
            yield tuple(column[0] for column in result.description or ())
            while batch := result.fetchmany(FETCHED):
                yield from batch
        except load("duckdb").Error as error:
            raise UsageError(f"the query cannot be answered: {error}") from error

    @contextmanager
    def attached(self, other: "Catalogue") -> Iterator[None]:
        """The other edition's `pages` and `media` as `old_pages` and `old_media`."""
        for view in ("rows", "media", "pages"):
            self._database.execute(f"create temp view old_{view} as {other.definition(view)}")
        yield
        for view in ("pages", "media", "rows"):
            self._database.execute(f"drop view old_{view}")

    def definition(self, view: str) -> str:
        """The view as one query over the files."""
        return self._definitions[view]

    def close(self) -> None:
        """Give back memory and files."""
        self._database.close()

    def _views(self, files: list[str], versions: Versions) -> None:
        rows = self._counted(files, versions)
        year = "year(published) as year"
        credit = "coalesce(credit_elsewhere, substring(caption, credit_start + 1, credit_end - credit_start)) as credit_line"
        self._definitions = {
            "rows": rows,
            "pages": f"select *, {year} from ({rows}) where first and problem is null",
            "unread": f"select url, name, problem, part, doc from ({rows}) where problem is not null and gone is null",
            "media": f"select *, {year}, {credit} from ({rows}) where position is not null",
            "pictures": f"select *, {year}, {credit} from ({rows}) where kind in ('image', 'graphic')",
            "findings": (
                "select url, name, title, published, year, site, section, agency, position, picture, picture_key, caption, "
                "gone, part, doc, f.rule, f.severity, f.confidence, f.outcome, f.message, "
                'coalesce(f.text, substring(caption, f.start + 1, f."end" - f.start)) as text, f.on_page '
                f"from (select *, {year}, unnest(findings) as f from ({rows}) where findings is not null)"
            ),
        }
        for name, definition in self._definitions.items():
            self.ask(f"create view {name} as {definition}")

    def _counted(self, files: list[str], versions: Versions) -> str:
        """Rows of the pages that count, with their `part`, and with the day since which the page is `gone` from its source."""
        names = ", ".join(quoted(name) for name in files)
        rows = f"select *, filename as part from read_parquet([{names}], union_by_name = true)"
        notes = f"from read_parquet({quoted(counted_pages(self.edition, rows, self.ask))}) select part, doc"
        left_out = f"{notes} where {'is_older' if versions is Versions.NEWEST else 'same_bytes'}"
        gone = f"{notes}, gone where gone is not null"
        if self.ask(f"select count(*) from ({left_out})")[0][0]:
            rows = f"select * from ({rows}) anti join ({left_out}) using (part, doc)"
        if self.ask(f"select count(*) from ({gone})")[0][0]:
            return f"select * from ({rows}) left join ({gone}) using (part, doc)"
        return f"select *, null::date as gone from ({rows})"


@contextmanager
def in_words(edition: Store) -> Iterator[None]:
    """What DuckDB says of damaged parts or a full disk, as an AuditorError; a query of ours that is wrong stays a fault."""
    duckdb = load("duckdb")
    try:
        yield
    except duckdb.Error as error:
        if isinstance(error, duckdb.ProgrammingError) and not isinstance(error, duckdb.InvalidInputException):
            raise
        reason = str(error).strip().splitlines()[0]
        raise AuditorError(f"{edition}: {reason}; delete a part that is damaged and run the audit again") from error


def connect(edition: Store, spill: str) -> Any:  # noqa: ANN401
    """A DuckDB that reads the files of this folder and spills into that one."""
    database = load("duckdb").connect(":memory:", config={"memory_limit": MEMORY, "temp_directory": spill})
    database.execute("set enable_progress_bar = false")
    if edition.filesystem is not None:
        database.register_filesystem(edition.filesystem)
    return database


def open_catalogue(into: Store, edition: str | None = None, versions: Versions = Versions.NEWEST) -> Catalogue:
    """The newest edition in a folder, or the one named. Raises UsageError."""
    if edition is None:
        return Catalogue(newest_edition(into), versions)
    found = [folder for folder in editions(into) if folder.name.startswith(edition)]
    if len(found) != 1:
        names = ", ".join(folder.name for folder in editions(into)) or "none"
        raise UsageError(f'{into} holds {"no" if not found else "more than one"} edition "{edition}"; there are: {names}')
    return Catalogue(found[0], versions)
