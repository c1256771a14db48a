"""Small pictures for the HTML report, made from the picture files that the audit found."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from auditor import limits
from auditor.model import UnreadableError

if TYPE_CHECKING:
    from auditor.model import Audit, PictureFile

WIDTH = 480
"""Pixels: twice what a card shows, for dense screens."""


def thumbnails(audit: "Audit") -> dict[str, bytes]:
    """SHA-256 of a picture file -> a small JPEG of it; files that cannot be shown are left out."""
    from auditor.render.thumbnail import thumbnail

    made: dict[str, bytes] = {}
    for file in _files(audit):
        if file.sha256 not in made and (data := _read(file.name)) and (small := thumbnail(data, width=WIDTH)):
            made[file.sha256] = small
    return made


def _files(audit: "Audit") -> Iterator["PictureFile"]:
    return (item.file for document in audit.documents for item in document.page.media if item.file)


def _read(name: str) -> bytes | None:
    """The file again; None where it has gone since the audit read it."""
    from auditor.ingest.document_file import read_file

    try:
        return read_file(Path(name), limits.MAX_IMAGE_BYTES)
    except UnreadableError:
        return None
