"""Saved pages in a folder."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from auditor.archive.containers.entry import Entry
from auditor.archive.shard import Shard, Tally
from auditor.ingest.document_file import read_document
from auditor.model import Skipped


def read_files(shard: Shard, tally: Tally) -> Iterator[Entry | Skipped]:
    """Each file of the slice; the time it was last changed stands for the day it was saved."""
    for path in shard.files:
        document = read_document(path)
        if isinstance(document, Skipped):
            yield document
            continue
        yield Entry(
            document=document, name=document.name, sha256=hashlib.sha256(document.data).hexdigest(), captured=_changed(path)
        )


def _changed(path: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(Path(path).stat().st_mtime), UTC)
    except (OSError, ValueError, OverflowError):
        return None
