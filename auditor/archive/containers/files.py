"""Saved pages in a folder, of this machine or of another store."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from auditor import limits
from auditor.archive.containers.entry import Entry
from auditor.archive.containers.opening import filesystem_of, is_url, open_bytes
from auditor.archive.shard import Shard, Tally
from auditor.ingest.document_file import content_of, read_document
from auditor.model import Document, Skipped, UnreadableError


def read_files(shard: Shard, tally: Tally) -> Iterator[Entry | Skipped]:
    """Each file of the slice; the time it was last changed stands for the day it was saved."""
    for path in shard.files:
        document = _far_document(path) if is_url(path) else read_document(path)
        if isinstance(document, Skipped):
            yield document
            continue
        digest = hashlib.sha256(document.data).hexdigest()
        yield Entry(document=replace(document, sha256=digest), name=document.name, sha256=digest, captured=_changed(path))


def _changed(path: str) -> datetime | None:
    try:
        if is_url(path):
            system, name = filesystem_of(path)
            changed: datetime = system.modified(name)
            return changed if changed.tzinfo else changed.replace(tzinfo=UTC)
        return datetime.fromtimestamp(int(Path(path).stat().st_mtime), UTC)
    except (OSError, ValueError, OverflowError, NotImplementedError):  # not every store tells
        return None


def _far_document(url: str) -> Document | Skipped:
    try:
        with open_bytes(url) as stream:
            data, problems = content_of(stream.read(limits.MAX_INPUT_BYTES + 1), url)
    except UnreadableError as error:
        return Skipped(document=url, reason=str(error))
    return Document(name=url, data=data, url=url if url.startswith(("http://", "https://")) else None, problems=problems)
