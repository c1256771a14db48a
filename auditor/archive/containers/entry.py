"""One page out of an archive, before it is read."""

from dataclasses import dataclass
from datetime import datetime

from auditor.model import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page and what its archive says of it."""

    document: Document
    name: str
    """Path or address, for people and for finding it again."""
    sha256: str
    """Of the bytes as archived."""
    original: bytes | None = None
    """The bytes as archived, where what is read is not the same (an encoding that only the server stated)."""
    captured: datetime | None = None
    """When it was fetched or saved; None where the archive does not say."""
    offset: int | None = None
    """Where the record begins in its file."""
    published: str | None = None
    """Day of publication that the archive states (ISO 8601)."""
