"""A picture of the page -> the same with the file found for it: its metadata, and what that says of credit and rights."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from auditor.embedded import read_metadata
from auditor.embedded.reconcile import disagreements
from auditor.model import Field, MediaItem, PictureFile, Statement, UnreadableError
from auditor.pipeline.understand import date_ladder, read_credit, read_owners, read_terms

Hashing = Callable[[bytes], int | None]


class FoundPicture(Protocol):
    """A picture file that belongs to an item; `auditor.ingest.pictures` finds them."""

    @property
    def path(self) -> str:
        """As found."""

    @property
    def matched_by(self) -> str:
        """`file name` or `supplier id`."""

    @property
    def original(self) -> "FoundPicture | None":
        """The file it was made from, where that is at hand."""

    def read(self) -> bytes:
        """The bytes; raises UnreadableError."""


class Pictures(Protocol):
    """Where the files of a page's pictures are looked up."""

    def find(self, item: MediaItem) -> FoundPicture | None:
        """The file of this item, None where there is none."""


class PictureFiles:
    """The picture files of one page."""

    def __init__(
        self, images: Pictures | None, *, language: str | None, trust_anchors: str | None = None, hashing: Hashing | None = None
    ) -> None:
        """`images` finds them; `hashing` hashes what they show, where that is to be compared."""
        self.problems: list[str] = []
        """What could not be read, each one line."""
        self._images, self._language, self._trust_anchors, self._hashing = images, language, trust_anchors, hashing

    def joined(self, item: MediaItem) -> MediaItem:
        """The item with its picture file's metadata (and its hash), if a file is found and readable."""
        if self._images is None or not (found := self._images.find(item)):
            return item
        file = self._read(found, self._hashing)
        if file is None:
            return item
        original = self._read(found.original, None) if found.original else None
        item = replace(item, file=replace(file, original=original), statements=(*item.statements, *file.metadata.statements))
        return replace(item, dates=tuple(date_ladder(item)))

    def _read(self, found: FoundPicture, hashing: Hashing | None) -> PictureFile | None:
        try:
            data = found.read()
        except UnreadableError as error:
            self.problems.append(str(error))
            return None
        metadata = read_metadata(data, trust_anchors=self._trust_anchors)
        self.problems.extend(f"{found.path}: {problem}" for problem in metadata.problems)
        said = tuple(map(_for_reports, metadata.statements))
        return PictureFile(
            name=found.path,
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            matched_by=found.matched_by,
            metadata=replace(metadata, statements=said, others=tuple(map(_for_reports, metadata.others))),
            picture_hash=hashing(data) if hashing else None,
            credits=tuple((s, credit) for s in said if (credit := read_credit(s, self._language))),
            owners=tuple(read_owners(said, self._language)),
            disagreements=disagreements(metadata),
            terms=tuple((s, terms) for s in said if (terms := read_terms(s))),
        )


def _for_reports(statement: Statement) -> Statement:
    """A prompt may hold private words: reports say that there is one (IPTC PMD 2025.1, AI Prompt Information)."""
    return replace(statement, value="(a prompt, not shown)") if statement.field is Field.AI_PROMPT else statement
