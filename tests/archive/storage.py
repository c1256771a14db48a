"""What a picture takes in the parts, and which columns take it."""

import gzip
from collections import Counter
from pathlib import Path

from tests.archive.building import record
from tests.archive.invented import archive

LISTED = 0.3
"""Bytes a picture from which a column is printed."""


def crawl(folder: Path, count: int) -> Path:
    """A web archive of `count` invented pages, no two alike."""
    path = folder / f"houses-{count}.warc.gz"
    if not path.exists():
        aside = path.with_suffix(".aside")
        with aside.open("wb") as file:
            for url, body in archive(count):
                file.write(gzip.compress(record(url, body, date="2026-02-03T10:00:00Z"), 1))
        aside.rename(path)
    return path


def measured(into: Path) -> tuple[int, dict[str, float]]:
    """Pictures in the newest edition, and the bytes of each: of all, of the footers, of each column."""
    import pyarrow.parquet as pq

    from auditor.archive.editions import newest_edition
    from auditor.archive.parts import live_files
    from auditor.archive.stores import open_store

    edition = newest_edition(open_store(into))
    bytes_of: Counter[str] = Counter()
    pictures = 0
    for name in live_files(edition):
        path = into / edition.name / name
        kinds = pq.read_table(path, columns=["kind"]).column("kind").to_pylist()
        pictures += sum(kind in ("image", "graphic") for kind in kinds)
        footer = pq.read_metadata(path)
        bytes_of["all"] += path.stat().st_size
        bytes_of["footer"] += footer.serialized_size
        for group in map(footer.row_group, range(footer.num_row_groups)):
            for column in map(group.column, range(footer.num_columns)):
                bytes_of[column.path_in_schema.replace(".list.element", "")] += column.total_compressed_size
    return pictures, {name: size / pictures for name, size in bytes_of.most_common()}


def report(name: str, into: Path, *, columns: bool = False) -> dict[str, float]:
    """The figure of a set, its columns printed where asked for."""
    pictures, sizes = measured(into)
    if columns:
        print("  " + ", ".join(f"{column} {size:.1f}" for column, size in sizes.items() if size >= LISTED), flush=True)
    return {f"{name}, {pictures:,} pictures: bytes per picture": sizes["all"], f"{name}: footers in it": sizes["footer"]}
