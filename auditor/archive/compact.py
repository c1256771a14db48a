"""`auditor archive compact`: many small parts become few files sorted by article; a question about one page reads one of them."""

import hashlib
import os
import shutil
from pathlib import Path

from auditor.archive.catalogue import MEMORY
from auditor.archive.parts import ASIDE, COMPACTED, RECEIPTS, SUFFIX, OutputError, live_files, receipts
from auditor.archive.run import locked
from auditor.extras import load

FILE_BYTES = "256MB"
GROUP_ROWS = 20_480
"""Rows read for one article: small enough to be quick, large enough to compress (a multiple of DuckDB's vectors of 2,048)."""


def compact(edition: Path) -> tuple[int, int]:
    """Merge and sort the parts of an edition; (files before, files after). Killed at any moment, the old parts still count.

    Raises OutputError for a disk without the room.
    """
    with locked(edition.parent):
        for left in edition.glob(f"{ASIDE}{COMPACTED}*"):
            shutil.rmtree(left, ignore_errors=True)
        old = live_files(edition)
        if len(old) < 2:
            return len(old), len(old)
        mark = hashlib.sha256("\0".join(file.name for file in old).encode()).hexdigest()[:16]
        aside, final = edition / f"{ASIDE}{COMPACTED}{mark}", edition / f"{COMPACTED}{mark}"
        _write(old, aside)
        names = {file.name if file.parent == edition else file.parent.name for file in old}
        text = "".join(receipt.to_json() + "\n" for receipt in receipts(edition))
        (aside / RECEIPTS).write_text(text, encoding="utf-8")
        (aside / "replaces.txt").write_text("\n".join(sorted(names)) + "\n", encoding="utf-8")
        os.replace(aside, final)  # noqa: PTH105 - from here on the new files count and the old ones do not
        for name in names:
            place = edition / name
            shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
        return len(old), len(list(final.glob(f"*{SUFFIX}")))


def _write(files: list[Path], into: Path) -> None:
    duckdb = load("duckdb")
    names = ", ".join("'" + str(file).replace("'", "''") + "'" for file in files)
    spill = into.with_name(f"{into.name}.spill")
    database = duckdb.connect(":memory:", config={"memory_limit": MEMORY, "temp_directory": str(spill)})
    database.execute("set enable_progress_bar = false")
    try:
        # Pages keep a number of their own: each file's begin behind those of the files before it.
        database.execute(
            f"""create table starts as select part, sum(pages) over (order by part) - pages as start from (
                select filename as part, max(doc) + 1 as pages from read_parquet([{names}]) group by 1)"""
        )
        database.execute(
            f"""copy (
                select (doc + start)::bigint as doc, * exclude (doc, part, start)
                from (select *, filename as part from read_parquet([{names}], union_by_name = true)) join starts using (part)
                order by coalesce(url, name), doc, position
            ) to '{str(into).replace("'", "''")}'
            (format parquet, compression zstd, row_group_size {GROUP_ROWS}, file_size_bytes '{FILE_BYTES}')"""
        )
    except duckdb.IOException as error:
        shutil.rmtree(into, ignore_errors=True)
        raise OutputError(f"{into.parent} takes no more ({str(error).splitlines()[0]}); free space and try again") from error
    finally:
        database.close()
        shutil.rmtree(spill, ignore_errors=True)
