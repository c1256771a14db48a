"""`auditor archive compact`: many small parts become few files sorted by article; a question about one page reads one of them."""

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from auditor.archive.catalogue import connect, in_words
from auditor.archive.counted_pages import quoted
from auditor.archive.outdated import UNIT
from auditor.archive.packing import LEVEL
from auditor.archive.parts import COMPACTED, RECEIPTS, REPLACES, SUFFIX, live_files, placed_receipts
from auditor.archive.shard import Receipt
from auditor.archive.store import Store

FILE_BYTES = "256MB"
GROUP_ROWS = 20_480
"""Rows read for one article: small enough to be quick, large enough to compress (a multiple of DuckDB's vectors of 2,048)."""


def compact(edition: Store, into: Store) -> tuple[int, int]:
    """Merge and sort the parts of an edition; (files before, files after). Killed at any moment, the old parts still count.

    Raises AuditorError for a disk without the room, or damaged parts.
    """
    with into.locked():
        edition.drop_unfinished()
        old = live_files(edition)
        if len(old) < 2:
            return len(old), len(old)
        final = COMPACTED + hashlib.sha256("\0".join(old).encode()).hexdigest()[:16]
        replaced = {name.partition("/")[0] for name in old}
        with edition.writing_folder(final, last=RECEIPTS) as aside:
            starts = _write(edition, old, aside)
            text = "".join(_moved(receipt, *starts[place]).to_json() + "\n" for place, receipt in placed_receipts(edition))
            (aside / RECEIPTS).write_text(text, encoding="utf-8")
            (aside / REPLACES).write_text("\n".join(sorted(replaced)) + "\n", encoding="utf-8")
        # From here on the new files count and the old ones do not.
        for name in replaced:
            edition.remove(name)
        return len(old), len(edition.names(f"{final}/*{SUFFIX}"))


def _moved(receipt: Receipt, start: int, pages: int) -> Receipt:
    """With the numbers that its pages have now."""
    return replace(receipt, first_page=start + receipt.first_page, pages=pages if receipt.pages is None else receipt.pages)


def _write(edition: Store, files: list[str], into: Path) -> dict[str, tuple[int, int]]:
    """The merged files; by part, or folder compacted before, how far its pages' numbers moved and how many they are."""
    names = ", ".join(quoted(edition.address(name)) for name in files)
    spill = into.with_name(f"{into.name}.spill")  # not in it: DuckDB writes into empty folders alone
    database = connect(edition, str(spill))
    try:
        with in_words(edition):
            return _merge(database, names, into)
    finally:
        database.close()
        shutil.rmtree(spill, ignore_errors=True)


def _merge(database: Any, names: str, into: Path) -> dict[str, tuple[int, int]]:  # noqa: ANN401
    # Pages keep a number of their own: each part's begin behind those of the parts before it.
    database.execute(
        f"""create table starts as select unit, sum(pages) over (order by unit) - pages as start, pages from (
            select {UNIT} as unit, max(doc) + 1 as pages
            from (select doc, filename as part from read_parquet([{names}])) group by 1)"""
    )
    database.execute(
        f"""copy (
            select (doc + start)::bigint as doc, * exclude (doc, unit, start)
            from (select * exclude (part), {UNIT} as unit from (
                select *, filename as part from read_parquet([{names}], union_by_name = true)
            )) join (select unit, start from starts) using (unit)
            order by coalesce(url, name), doc, position
        ) to {quoted(str(into))}
        (format parquet, compression zstd, compression_level {LEVEL},
            row_group_size {GROUP_ROWS}, file_size_bytes '{FILE_BYTES}')"""
    )
    return {unit: (int(start), int(pages)) for unit, start, pages in database.execute("from starts").fetchall()}
