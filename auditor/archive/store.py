"""Where parts lie: a folder of this machine, or one in a store that fsspec reaches. What is written is there whole or not."""

import contextlib
import fcntl
import os
import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from auditor.archive.containers.opening import is_url
from auditor.model import AuditorError, UsageError

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


def open_store(place: str | Path) -> Store:
    """The folder, which need not be there yet. Raises UsageError for a store without its driver."""
    if is_url(str(place)) and not str(place).startswith("file://"):
        from auditor.archive.far_store import FarStore

        return FarStore(str(place).rstrip("/"))
    return HereStore(Path(str(place).removeprefix("file://")))


class HereStore(Store):
    """A folder of this machine."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path

    def below(self, name: str) -> "HereStore":
        """A folder in this one."""
        return HereStore(self.path / name)

    def names(self, pattern: str) -> list[str]:
        """Files that match, in order."""
        return sorted(found.relative_to(self.path).as_posix() for found in self.path.glob(pattern))

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        return (self.path / name).exists()

    def open(self, name: str) -> BinaryIO:
        """To be read."""
        return (self.path / name).open("rb")

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """Written under a name of its own, synced, renamed."""
        final = self.path / name
        aside = final.with_name(f"{ASIDE}{final.name}.{os.getpid()}")
        with refusals(self.place):
            final.parent.mkdir(parents=True, exist_ok=True)
            file = aside.open("wb")
        try:
            yield file
            with refusals(self.place):
                file.flush()
                os.fsync(file.fileno())
                file.close()
                os.replace(aside, final)  # noqa: PTH105
                _sync_folder(final.parent)
        finally:
            with contextlib.suppress(OSError):
                file.close()
            with contextlib.suppress(OSError):
                aside.unlink(missing_ok=True)

    @contextmanager
    def writing_folder(self, name: str, last: str) -> Iterator[Path]:
        """Written under a name of its own, renamed."""
        aside = self.path / f"{ASIDE}{name}"
        with refusals(self.place):
            shutil.rmtree(aside, ignore_errors=True)
            aside.mkdir(parents=True)
        try:
            yield aside
            with refusals(self.place):
                os.replace(aside, self.path / name)  # noqa: PTH105
        finally:
            shutil.rmtree(aside, ignore_errors=True)

    def remove(self, name: str) -> None:
        """A file or folder, if it is there."""
        path = self.path / name
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)

    def changed(self) -> float:
        """By the clock of the disk."""
        return max((path.stat().st_mtime for path in self.path.glob("*")), default=0)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """The lock goes with the process, however it ends."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            lock = (self.path / ".lock").open("w")
        except OSError as error:
            raise UsageError(f"{self} cannot be written to ({error.strerror}); name another folder with --into") from error
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise UsageError(f"another run is writing to {self}; wait for it, or name another folder") from None
            except OSError:
                pass  # some network file systems know no locks
            yield

    def drop_unfinished(self) -> None:
        """Whatever bears such a name; the lock says that nobody writes it."""
        for path in self.path.glob(f"{ASIDE}*"):
            self.remove(path.name)


@contextmanager
def refusals(place: str) -> Iterator[None]:
    """What the system refuses, as an OutputError in words."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{place} takes no more ({error.strerror or error}); free space or name another folder") from error


def _sync_folder(folder: Path) -> None:
    """So that the new name itself survives a power cut; not every file system lets a folder be synced."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
