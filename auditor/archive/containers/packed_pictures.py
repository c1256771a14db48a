"""The picture members of a ZIP or tar, found again by the names and places that its pages give."""

import posixpath
import tarfile
import tempfile
import zipfile
import zlib
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, BinaryIO
from urllib.parse import unquote

from auditor import limits
from auditor.archive.containers.opening import open_bytes
from auditor.archive.containers.packed import climbs_out, open_tar
from auditor.archive.shard import Kind, Shard, Tally
from auditor.ingest.picture_names import is_picture_name
from auditor.ingest.pictures import PictureIndex, Shelf
from auditor.model import Document, MediaItem, UnreadableError
from auditor.model.address import address_parts

Place = tuple[int, int]
"""First byte and length."""


class Members(ABC):
    """Picture members by name."""

    names: Iterable[str]

    @abstractmethod
    def read(self, name: str) -> bytes:
        """The picture. Raises UnreadableError."""


class ZipMembers(Members):
    """Those of a ZIP are read where they lie."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names = dict.fromkeys(name for name in archive.namelist() if _is_wanted(name))

    def read(self, name: str) -> bytes:
        """The picture. Raises UnreadableError."""
        try:
            with self._archive.open(name) as file:
                return _capped(name, file.read(limits.MAX_WARC_PICTURE_BYTES + 1))
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError) as error:
            raise UnreadableError(f"{name} cannot be unpacked ({error})") from error


class TarMembers(Members):
    """Those of a tar that nothing packs are read where they lie; of a packed one they are put into a file without a name."""

    def __init__(self, source: BinaryIO, uri: str, spool: BinaryIO, tally: Tally) -> None:
        is_plain = source.read(512)[257:262] == b"ustar"  # POSIX.1-1988 and GNU; a name in the first member would say nothing
        source.seek(0)
        self._file = source if is_plain else spool
        places = self._places(source, uri, None if is_plain else spool)
        self.names: dict[str, Place] = {}
        try:
            self.names.update(places)
        except (tarfile.TarError, zlib.error, EOFError, OSError) as error:
            tally.problems.append(f"pictures behind the damage, or beyond the room on the disk, were not looked at ({error})")

    def read(self, name: str) -> bytes:
        """The picture. Raises UnreadableError."""
        begin, size = self.names[name]
        self._file.seek(begin)
        return _capped(name, self._file.read(min(size, limits.MAX_WARC_PICTURE_BYTES + 1)))

    def _places(self, source: BinaryIO, uri: str, spool: BinaryIO | None) -> Iterator[tuple[str, Place]]:
        count = 0
        with open_tar(source, uri) as archive:
            for member in archive:
                archive.members = []  # type: ignore[attr-defined]  # the list of what was read grows for ever otherwise
                if not member.isfile() or not _is_wanted(member.name):
                    continue
                if spool is None:
                    yield member.name, (member.offset_data, member.size)
                elif spool.tell() + member.size <= limits.MAX_SPOOLED_PICTURES and (file := archive.extractfile(member)):
                    yield member.name, _copied(file, spool)
                count += 1
                if count >= limits.MAX_WARC_PICTURES:
                    return


@contextmanager
def packed_pictures(shard: Shard, tally: Tally) -> Iterator["PackedPictures"]:
    """The pictures of a ZIP or tar, as long as it is open. Raises UnreadableError."""
    with open_bytes(shard.uri) as source:
        if shard.kind is Kind.TAR:
            with tempfile.TemporaryFile() as spool:
                yield PackedPictures(shard.uri, TarMembers(source, shard.uri, spool, tally))
            return
        try:
            archive = zipfile.ZipFile(source)
        except (zipfile.BadZipFile, OSError) as error:
            raise UnreadableError(f"no ZIP archive that can be read ({error}); fetch it again") from error
        with archive:
            yield PackedPictures(shard.uri, ZipMembers(archive))


class PackedPictures:
    """Pictures by the folder they lie in."""

    def __init__(self, uri: str, members: Members) -> None:
        self.uri, self.members = uri, members
        folders: dict[str, list[str]] = defaultdict(list)
        for name in members.names:
            folders[posixpath.dirname(name)].append(name)
        self._indexes = {folder: PictureIndex((Shelf(names),)) for folder, names in folders.items()}

    def of_document(self, document: Document) -> "BesidePage":
        """The pictures as seen from a page."""
        folder = posixpath.dirname(document.name.removeprefix(f"{self.uri}#"))
        return BesidePage(self, folder, self._indexes.get(folder))


@dataclass(frozen=True, slots=True)
class PackedPicture:
    """A member that is, by its place, name or number, the picture of an item."""

    archive: PackedPictures
    name: str
    matched_by: str
    original: None = None
    """An archive holds what was published alone."""

    @property
    def path(self) -> str:
        """Archive and member."""
        return f"{self.archive.uri}#{self.name}"

    def read(self) -> bytes:
        """The bytes. Raises UnreadableError."""
        return self.archive.members.read(self.name)


@dataclass(frozen=True, slots=True)
class BesidePage:
    """The pictures that a page can mean: at the places it names, and beside it."""

    archive: PackedPictures
    folder: str
    beside: PictureIndex | None

    def find(self, item: MediaItem) -> PackedPicture | None:
        """By the places in its addresses, else by names and supplier's numbers among the pictures beside the page."""
        for url in item.urls:
            if (name := self._at(url)) in self.archive.members.names:
                return PackedPicture(self.archive, name, "file name")
        found = self.beside.find(item) if self.beside else None
        return PackedPicture(self.archive, found.path, found.matched_by) if found else None

    def _at(self, url: str) -> str:
        """The member that a relative address names."""
        parts = address_parts(url)
        if parts.scheme or parts.netloc:
            return ""
        return posixpath.normpath(posixpath.join(self.folder, unquote(parts.path).lstrip("/")))


def _is_wanted(name: str) -> bool:
    return is_picture_name(name) and not climbs_out(name)


def _capped(name: str, data: bytes) -> bytes:
    if len(data) > limits.MAX_WARC_PICTURE_BYTES:
        raise UnreadableError(f"{name} is too large (more than {limits.MAX_WARC_PICTURE_BYTES:,} bytes)")
    return data


def _copied(file: IO[bytes], spool: BinaryIO) -> Place:
    begin = spool.tell()
    size = spool.write(file.read(limits.MAX_WARC_PICTURE_BYTES + 1))
    return begin, size
