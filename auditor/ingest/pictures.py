"""The picture files of a story, beside it or in the folders of `--images`, matched by file name, then by supplier id."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote, urlsplit

from auditor import limits
from auditor.identity.supplier_ids import find_asset_ids
from auditor.ingest.document_file import explain_os_error, printable_name, read_file
from auditor.ingest.picture_names import comparable_name, is_picture_name, names_in_url, rendition_stem
from auditor.model import Document, MediaItem, Origin, UnreadableError, UsageError

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPicture:
    """A file that is, by its name or number, the picture of an item."""

    path: str
    """As found."""
    matched_by: str
    """`file name` or `supplier id`."""
    original: "FoundPicture | None" = None
    """The file it was made from, found likewise among the originals."""

    def read(self) -> bytes:
        """The file's bytes. Raises UnreadableError, naming the file, for one that is empty, gone, forbidden or too large."""
        try:
            data = read_file(Path(self.path), limits.MAX_IMAGE_BYTES)
        except UnreadableError as error:
            raise UnreadableError(f"{printable_name(self.path)}: {error}") from error
        if not data:
            raise UnreadableError(f"{printable_name(self.path)}: empty (0 bytes); save or fetch it again")
        return data


class Shelf:
    """Picture files by what they can be found by. Two files of one key spoil that key: no witness is better than a wrong one."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = tuple(paths)

    @cached_property
    def by_name(self) -> dict[str, list[str]]:
        """Paths by comparable file name."""
        return _grouped((comparable_name(path), path) for path in self.paths)

    @cached_property
    def by_stem(self) -> dict[str, list[str]]:
        """Paths by the name that all renditions share."""
        return _grouped((rendition_stem(path), path) for path in self.paths)

    @cached_property
    def by_asset_id(self) -> dict[tuple[str, str], list[str]]:
        """Paths by supplier and number."""
        return _grouped(
            ((asset.supplier, asset.id), path)
            for path in self.paths
            for asset in find_asset_ids(Path(path).name, origin=Origin.FILE_NAME)
        )


class PictureIndex:
    """Where one story's pictures are looked for, in this order of shelves."""

    def __init__(self, shelves: Sequence[Shelf], *, folder: str | None = None, originals: "PictureIndex | None" = None) -> None:
        self._shelves = tuple(shelves)
        self._folder = folder
        self._originals = originals

    def find(self, item: MediaItem) -> FoundPicture | None:
        """The file of an item: by the names in its addresses, its header and its alternative text, else by its supplier ids."""
        names = _names_of(item)
        by_name = chain(
            (path for url in item.urls for path in self._at_relative(url)),
            (_only(shelf.by_name.get(comparable_name(name)), name) for shelf in self._shelves for name in names),
            (_only(shelf.by_stem.get(rendition_stem(name)), name) for shelf in self._shelves for name in names),
        )
        if path := next(filter(None, by_name), None):
            return self._found(path, "file name", item)
        by_id = (
            _only(shelf.by_asset_id.get((asset.supplier, asset.id)), "") for shelf in self._shelves for asset in item.asset_ids
        )
        if path := next(filter(None, by_id), None):
            return self._found(path, "supplier id", item)
        return None

    def _found(self, path: str, matched_by: str, item: MediaItem) -> FoundPicture:
        original = self._originals.find(item) if self._originals else None
        if original and Path(original.path).resolve() == Path(path).resolve():
            original = None
        return FoundPicture(path=path, matched_by=matched_by, original=original)

    def _at_relative(self, url: str) -> Iterator[str]:
        """The file a relative address names under the story's folder; addresses that climb out of it name nothing."""
        try:
            parts = urlsplit(url)
            if self._folder is None or parts.scheme or parts.netloc or not is_picture_name(parts.path):
                return
            path = Path(self._folder, unquote(parts.path).lstrip("/"))
            if path.resolve().is_relative_to(Path(self._folder).resolve()) and path.is_file():
                yield str(path)
        except (OSError, ValueError, RuntimeError):
            return


class PictureFinder:
    """The pictures of a run: the folder of `--images` is listed once, a story's folder once for the stories in a row from it."""

    def __init__(self, images: str | Path | None = None, *, originals: str | Path | None = None) -> None:
        """List the picture files in both folders and below. Raises UsageError where one is no folder."""
        problems: list[str] = []
        self._given = _listed(images, problems)
        self._originals = PictureIndex(_listed(originals, problems)) if originals is not None else None
        self._beside: tuple[str, Shelf] | None = None
        self.problems = tuple(problems)
        """Folders that could not be read, and whether files were left out: each one line."""

    def for_document(self, document: Document) -> PictureIndex:
        """Where to look for the pictures of this story: first in the folder given, then beside it."""
        folder = document.folder
        if folder is None:
            return PictureIndex(self._given, originals=self._originals)
        if self._beside is None or self._beside[0] != folder:
            self._beside = (folder, Shelf(_pictures_beside(folder)))
        return PictureIndex((*self._given, self._beside[1]), folder=folder, originals=self._originals)


def _listed(folder: str | Path | None, problems: list[str]) -> tuple[Shelf, ...]:
    if folder is None:
        return ()
    if not Path(folder).is_dir():
        raise UsageError(f"{printable_name(str(folder))}: no such folder of pictures; check the path")
    return (Shelf(_pictures_below(str(folder), problems)),)


def _pictures_below(root: str, problems: list[str]) -> list[str]:
    def note(error: OSError) -> None:
        problems.append(f"{printable_name(str(error.filename))}: the folder was not read: {explain_os_error(error)}")

    found: list[str] = []
    for parent, folders, names in os.walk(root, onerror=note):
        folders.sort()
        found.extend(str(Path(parent, name)) for name in sorted(names) if is_picture_name(name))
        if len(found) > limits.MAX_INDEXED_PICTURES:
            problems.append(
                f"{printable_name(root)}: only the first {limits.MAX_INDEXED_PICTURES:,} picture files were looked at"
            )
            return found[: limits.MAX_INDEXED_PICTURES]
    return found


def _pictures_beside(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as found:
            return sorted(entry.path for entry in islice(found, limits.MAX_INDEXED_PICTURES) if is_picture_name(entry.name))
    except OSError:
        return []  # the story itself was read from there; what cannot be listed holds no evidence


def _names_of(item: MediaItem) -> tuple[str, ...]:
    lines = (line.strip() for line in (item.header, item.alt_text) if line)
    return (*(name for url in item.urls for name in names_in_url(url)), *(line for line in lines if is_picture_name(line)))


def _only(paths: list[str] | None, name: str) -> str | None:
    """The one path of a key; among several the one whose folders agree with the address's file name letter by letter."""
    if paths and len(paths) > 1:
        paths = [path for path in paths if Path(path).name == name]
    return paths[0] if paths and len(paths) == 1 else None


def _grouped(pairs: Iterable[tuple[Key, str]]) -> dict[Key, list[str]]:
    groups: dict[Key, list[str]] = defaultdict(list)
    for key, path in pairs:
        groups[key].append(path)
    return dict(groups)
