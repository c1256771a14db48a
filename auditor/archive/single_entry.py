"""One page again, out of the archive it was audited from."""

from pathlib import Path

from auditor.archive.containers import read_entries
from auditor.archive.containers.entry import Entry
from auditor.archive.plan import make_plan
from auditor.archive.shard import Kind, Shard, Tally


def read_one(source: str, name: str, offset: int | None) -> tuple[Shard, Entry] | None:
    """The page of this name (address or path), and where it lies; None where it is no longer there. Raises UnreadableError."""
    if offset is not None:
        uri, in_wacz, member = source.partition("#archive/")
        shard = Shard(kind=Kind.WARC, uri=uri, stamp="", member=f"archive/{member}" if in_wacz else None, start=offset)
        return next(((shard, e) for e in read_entries(shard, Tally()) if isinstance(e, Entry)), None)
    plan = make_plan([name if Path(name).is_file() else source])
    entries = ((shard, entry) for shard in plan.shards for entry in read_entries(shard, Tally()))
    return next(((shard, e) for shard, e in entries if isinstance(e, Entry) and e.name == name), None)
