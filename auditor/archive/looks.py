"""The perceptual hash of every picture file, taken while the pipeline reads it: no file is read twice."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.archive.containers.beside import FindPictures
from auditor.identity.hashes import picture_hash
from auditor.model import Document, MediaItem

if TYPE_CHECKING:
    from auditor.pipeline.picture_files import FoundPicture, Pictures


def no_pictures(document: Document) -> None:
    """Of a run that leaves the files alone."""


class Looks:
    """Wraps a source of pictures; the hashes of one page are kept until the next one begins."""

    def __init__(self, find: FindPictures) -> None:
        self._find = find
        self._seen: dict[str, int | None] = {}

    def of_document(self, document: Document) -> "_Watched | None":
        """The page's pictures, watched."""
        self._seen.clear()
        pictures = self._find(document)
        return _Watched(pictures, self._seen) if pictures else None

    def of_item(self, item: MediaItem) -> int | None:
        """The hash of the item's file; None without a file, or for one too plain to tell."""
        return self._seen.get(item.file.name) if item.file else None


@dataclass(frozen=True, slots=True)
class _Watched:
    pictures: "Pictures"
    seen: dict[str, int | None]

    def find(self, item: MediaItem) -> "_WatchedPicture | None":
        found = self.pictures.find(item)
        return _WatchedPicture(found, self.seen) if found else None


@dataclass(frozen=True, slots=True)
class _WatchedPicture:
    found: "FoundPicture"
    seen: dict[str, int | None]

    @property
    def path(self) -> str:
        return self.found.path

    @property
    def matched_by(self) -> str:
        return self.found.matched_by

    @property
    def original(self) -> "FoundPicture | None":
        return self.found.original

    def read(self) -> bytes:
        data = self.found.read()
        self.seen[self.found.path] = picture_hash(data)
        return data
