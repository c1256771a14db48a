"""Which pages count: of several captures of an address the newest, of the same bytes one; and which are gone from their sources.

Worked out once for each set of parts and kept beside them.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from auditor.archive.outdated import UNIT, ranges
from auditor.archive.parts import SUFFIX, live_files
from auditor.archive.store import OutputError, Store

PREFIX = ".repeats-"
Ask = Callable[..., list[tuple[Any, ...]]]

# Addresses by MD5, since DuckDB's own hash() gives similar ones the same number. What is there now goes before what is outdated.
_NOTE = f"""with first_rows as (
    select part, doc, {UNIT} as unit, captured, sha256, md5_number(coalesce(url, name)) as address from ({{rows}}) where first
), seen as (
    select first_rows.*, day from first_rows left join outdated
    on first_rows.unit = outdated.unit and doc >= begin and (until is null or doc < until)
), told as (
    select address from seen group by address having count(*) > 1 or count(day) > 0
), ranked as (
    select part, doc, row_number() over (partition by address {{order}}) as place,
        row_number() over (partition by address, sha256 {{order}}) as copy,
        if(count(*) over same = count(day) over same, max(day) over same, null) as gone
    from seen semi join told using (address) window same as (partition by address)
)
select part, doc, place > 1 as is_older, copy > 1 as same_bytes, gone from ranked where place > 1 or gone is not null"""
_ORDER = "order by day nulls first, captured desc nulls last, part, doc"


def quoted(text: str) -> str:
    """A text as SQL has it."""
    return "'" + text.replace("'", "''") + "'"


def counted_pages(edition: Store, rows: str, ask: Ask) -> str:
    """Address of a file of (part, doc, is_older, same_bytes, gone): pages that do not count, or are gone since that day.

    `rows` are all rows with their `part`.
    """
    changed = list(ranges(edition))
    mark = hashlib.sha256("\0".join([*map(edition.address, live_files(edition)), *map(str, changed)]).encode()).hexdigest()[:16]
    kept = f"{PREFIX}{mark}{SUFFIX}"
    if edition.has(kept):
        return edition.address(kept)
    aside = Path(tempfile.mkdtemp()) / kept
    ask("create or replace temp table outdated (unit varchar, begin bigint, until bigint, day date)")
    for values in changed:
        ask("insert into outdated values (?, ?, ?, ?)", values)
    ask(f"copy ({_NOTE.format(rows=rows, order=_ORDER)}) to {quoted(str(aside))} (format parquet, compression zstd)")
    try:
        for old in edition.names(f"{PREFIX}*"):
            edition.remove(old)
        with edition.writing(kept) as file:
            file.write(aside.read_bytes())
    except (OSError, OutputError):
        return str(aside)  # a folder that may only be read: the note is made anew next time
    shutil.rmtree(aside.parent)
    return edition.address(kept)
