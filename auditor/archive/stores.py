"""Which kind of store a place is in."""

from pathlib import Path

from auditor.archive.containers.opening import is_url
from auditor.archive.here_store import HereStore
from auditor.archive.store import Store


def open_store(place: str | Path) -> Store:
    """The folder, which need not be there yet. Raises UsageError for a store without its driver."""
    if is_url(str(place)) and not str(place).startswith("file://"):
        from auditor.archive.far_store import FarStore

        return FarStore(str(place).rstrip("/"))
    return HereStore(Path(str(place).removeprefix("file://")))
