"""Where parts lie: a folder of this machine, or one in a store that fsspec reaches. What is written is there whole or not."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from auditor.model import AuditorError

ASIDE = ".writing-"
"""Begins the name of what is not finished; left behind only by a process that was killed."""


class OutputError(AuditorError):
    """The output folder took no more: a full disk, a folder that became read-only, a store that cannot be reached."""


class Store(ABC):
    """A folder; names in it are relative, with `/` between folders."""

    filesystem: Any = None
    """For readers that cannot open this folder themselves: its fsspec file system. None for a folder of this machine."""

    def __init__(self, place: str) -> None:
        self.place = place

    def __str__(self) -> str:
        return self.place

    @property
    def name(self) -> str:
        """Of the folder itself."""
        return self.place.rpartition("/")[2]

    def address(self, name: str) -> str:
        """Path or URL of a file in it."""
        return f"{self.place}/{name}"

    def read(self, name: str) -> str:
        """A small text. Raises OSError."""
        with self.open(name) as file:
            return file.read().decode("utf-8")

    def write(self, name: str, text: str) -> None:
        """A small text. Raises OutputError."""
        with self.writing(name) as file:
            file.write(text.encode("utf-8"))

    @abstractmethod
    def below(self, name: str) -> "Store":
        """A folder in this one."""

    @abstractmethod
    def names(self, pattern: str) -> list[str]:
        """Files that match, in order; none where there is no such folder."""

    @abstractmethod
    def has(self, name: str) -> bool:
        """Whether there is such a file."""

    @abstractmethod
    def open(self, name: str) -> BinaryIO:
        """To be read. Raises OSError."""

    @abstractmethod
    def writing(self, name: str) -> AbstractContextManager[BinaryIO]:
        """A stream that becomes this file at the end, unless it ends in an exception. Raises OutputError."""

    @abstractmethod
    def writing_folder(self, name: str, last: str) -> AbstractContextManager[Path]:
        """A folder of this machine that becomes this one likewise; where that takes time its file `last` comes last."""

    @abstractmethod
    def remove(self, name: str) -> None:
        """A file or folder, if it is there."""

    @abstractmethod
    def changed(self) -> float:
        """When a file in it was changed last, in seconds."""

    @abstractmethod
    def locked(self) -> AbstractContextManager[None]:
        """One at a time, where the store knows locks. Raises UsageError for a folder that is locked or cannot be written to."""

    @abstractmethod
    def drop_unfinished(self) -> None:
        """Remove what killed processes left; only for the one who holds the lock."""


@contextmanager
def refusals(place: str) -> Iterator[None]:
    """What the system refuses, as an OutputError in words."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{place} takes no more ({error.strerror or error}); free space or name another folder") from error
