"""Parts in a folder of this machine."""

import contextlib
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from auditor.archive.store import ASIDE, Store, refusals
from auditor.model import UsageError


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


def _sync_folder(folder: Path) -> None:
    """So that the new name itself survives a power cut; not every file system lets a folder be synced."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
