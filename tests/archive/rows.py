"""What parts hold, for comparison."""

from pathlib import Path


def rows(into):
    """All rows of the newest edition that count, in a stable order, as plain values."""
    import pyarrow.parquet as pq

    from auditor.archive.editions import newest_edition
    from auditor.archive.parts import live_files
    from auditor.archive.stores import open_store

    edition, found = newest_edition(open_store(into)), []
    for name in live_files(edition):
        with edition.open(name) as file:
            found += pq.read_table(file).to_pylist()
    for row in found:
        row["source"] = Path(row["source"]).name
    return sorted(found, key=repr)
