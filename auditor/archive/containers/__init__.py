"""A shard's pages, one after the other, whatever they are packed in; a page that cannot be read comes as `Skipped`."""

from collections.abc import Iterator

from auditor.archive.containers.entry import Entry
from auditor.archive.shard import Kind, Shard, Tally
from auditor.model import Skipped


def read_entries(shard: Shard, tally: Tally) -> Iterator[Entry | Skipped]:
    """The pages of a shard in their order. Damage of the shard itself goes to `tally.problems`, what is no page is counted."""
    match shard.kind:
        case Kind.FILES:
            from auditor.archive.containers.files import read_files as read
        case Kind.WARC:
            from auditor.archive.containers.warc import read_warc as read
        case Kind.ZIP | Kind.TAR:
            from auditor.archive.containers.packed import read_packed as read
        case Kind.JSONL | Kind.PARQUET:
            from auditor.archive.containers.rows import read_rows as read
    return read(shard, tally)
