"""Paths from the command line -> the documents they stand for: files, folders, patterns and standard input, in a stable order."""

import glob
import os
import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import BinaryIO

from auditor.identity.content_kind import SNIFFED_BYTES, begins_as_page
from auditor.ingest.document_file import STDIN_NAME, explain_os_error, printable_name, read_document
from auditor.ingest.gzip_data import inflate_start
from auditor.ingest.picture_names import is_picture_name
from auditor.model import Document, Skipped

_ARTICLE_NAME = re.compile(r"\.(?:html?|xhtml|shtml|txt|text)(?:\.gz)?$", re.IGNORECASE)
_PAGE_PARTS_SUFFIX = "_files"
"""Browsers save a page's pictures, scripts and frames in a folder of the page's name with this ending."""


class _Use(Enum):
    """What becomes of an entry of a folder."""

    ENTER = auto()
    READ = auto()
    LEAVE_TO_STORIES = auto()
    PASS_OVER = auto()


class FoundDocuments:
    """The documents of a run: listed at once, so that their number is known, and read one by one while iterating.

    A file named on the command line that is no article comes as `Skipped`; inside a folder it is passed over and counted. Hidden
    files and linked folders are passed over too. Pictures are not counted: they belong to the stories.
    """

    def __init__(self, paths: Sequence[str], *, stdin: BinaryIO | None = None) -> None:
        self.passed_over = 0
        self._stdin = stdin
        self._entries = tuple(dict.fromkeys(entry for path in paths for entry in self._list(path)))

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def entries(self) -> tuple[str | Skipped, ...]:
        """The paths, and what could not be listed, in the order of reading."""
        return self._entries

    def __iter__(self) -> Iterator[Document | Skipped]:
        for entry in self._entries:
            yield entry if isinstance(entry, Skipped) else read_document(entry, stdin=self._stdin)

    def _list(self, path: str) -> Iterator[str | Skipped]:
        for match in expand(path):
            if path != STDIN_NAME and _is_folder(match):
                yield from self._walk(match)
            else:
                yield match

    def _walk(self, root: str) -> Iterator[str | Skipped]:
        """Depth first in order of name; a stack instead of recursion, since folders may nest deeper than calls can."""
        waiting = [(root, _Use.ENTER)]
        while waiting:
            path, use = waiting.pop()
            if use is _Use.READ:
                yield path
                continue
            try:
                with os.scandir(path) as found:
                    entries = sorted(found, key=lambda entry: entry.name)
            except OSError as error:
                yield Skipped(document=printable_name(path), reason=f"the folder was not read: {explain_os_error(error)}")
                continue
            siblings = frozenset(entry.name for entry in entries)
            uses = [(entry.path, _use_of(entry, siblings)) for entry in entries]
            self.passed_over += sum(use is _Use.PASS_OVER for _, use in uses)
            waiting.extend(pair for pair in reversed(uses) if pair[1] in (_Use.ENTER, _Use.READ))


def is_article_name(name: str) -> bool:
    """Whether a file's name alone says that it holds an article."""
    return bool(_ARTICLE_NAME.search(name))


def find_documents(paths: Sequence[str], *, stdin: BinaryIO | None = None) -> FoundDocuments:
    """List the documents that `paths` name: files, folders (with all inside), glob patterns and `-`.

    Each file is read once, however often it is named in the same spelling. Nothing on the disk makes this raise.
    """
    return FoundDocuments(paths, stdin=stdin)


def expand(path: str) -> list[str]:
    """The path itself, or what it matches when it names nothing and is a pattern (quoted, or unknown to the shell)."""
    if path == STDIN_NAME or "\0" in path or os.path.lexists(path) or not glob.has_magic(path):
        return [path]
    return sorted(glob.glob(path, recursive=True)) or [path]  # noqa: PTH207 - keeps the spelling `./` and absolute patterns


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _use_of(entry: os.DirEntry[str], siblings: frozenset[str]) -> _Use:
    if entry.name.startswith("."):
        return _Use.PASS_OVER
    if entry.is_dir(follow_symlinks=False):
        return _Use.PASS_OVER if _holds_page_parts(entry.name, siblings) else _Use.ENTER
    if is_article_name(entry.name):
        return _Use.READ
    if is_picture_name(entry.name):
        return _Use.LEAVE_TO_STORIES
    return _Use.READ if _opens_as_page(entry) else _Use.PASS_OVER


def _holds_page_parts(name: str, siblings: frozenset[str]) -> bool:
    stem = name.removesuffix(_PAGE_PARTS_SUFFIX)
    return stem != name and any(stem + suffix in siblings for suffix in (".html", ".htm", ".xhtml"))


def _opens_as_page(entry: os.DirEntry[str]) -> bool:
    """Whether a file whose name says nothing is a page all the same: crawlers save `index`, `story?id=7`, `story.php`."""
    try:
        if not entry.is_file():
            return False
        with Path(entry.path).open("rb") as file:
            return begins_as_page(inflate_start(file.read(SNIFFED_BYTES), SNIFFED_BYTES))
    except OSError:
        return False
