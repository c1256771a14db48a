"""Parts in another store: s3://, gs://, sftp:// and whatever else fsspec has a driver for."""

import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO, cast
from uuid import uuid4

from auditor.archive.containers.opening import filesystem_of
from auditor.archive.store import ASIDE, OutputError, Store, refusals
from auditor.model import UnreadableError, UsageError


class FarStore(Store):
    """A folder in another store.

    Object stores know neither locks nor appending. A file is written here, copied under a name of its own and then given its
    real one: in an object store by a copy within it, elsewhere by a rename, and both are there whole or not at all. Two runs at a
    time do some work twice and harm nothing, for both write the same parts.
    """

    def __init__(self, url: str) -> None:
        super().__init__(url)
        try:
            self.filesystem, self._root = filesystem_of(url)
        except UnreadableError as error:
            raise UsageError(f"{url}: {error}") from error

    def below(self, name: str) -> "FarStore":
        """A folder in this one."""
        return FarStore(self.address(name))

    def names(self, pattern: str) -> list[str]:
        """Files that match, in order."""
        with self._refusals():
            self.filesystem.invalidate_cache()
            found = self.filesystem.glob(f"{self._root}/{pattern}", detail=True)
        files = (name for name, info in found.items() if info.get("type") != "directory")
        return sorted(name.strip("/").removeprefix(self._root.strip("/")).strip("/") for name in files)

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        with self._refusals():
            return bool(self.filesystem.exists(f"{self._root}/{name}"))

    def open(self, name: str) -> BinaryIO:
        """To be read."""
        with self._refusals():
            return cast(BinaryIO, self.filesystem.open(f"{self._root}/{name}", "rb"))

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """Written here, copied under a name of its own, renamed."""
        folder, _, last = f"{self._root}/{name}".rpartition("/")
        with refusals(tempfile.gettempdir()):
            file = tempfile.NamedTemporaryFile()  # noqa: SIM115 - closed below
        with file:
            yield cast(BinaryIO, file)
            with refusals(tempfile.gettempdir()):
                file.flush()
            aside = f"{folder}/{ASIDE}{last}.{uuid4().hex}"
            with self._refusals():
                self.filesystem.put_file(file.name, aside)
                self.filesystem.mv(aside, f"{folder}/{last}")

    @contextmanager
    def writing_folder(self, name: str, last: str) -> Iterator[Path]:
        """Written here, then copied file by file."""
        with tempfile.TemporaryDirectory() as place:
            aside = Path(place) / name
            aside.mkdir()
            yield aside
            for path in sorted(aside.iterdir(), key=lambda path: path.name == last):
                with self._refusals():
                    self.filesystem.put_file(str(path), f"{self._root}/{name}/{path.name}")

    def remove(self, name: str) -> None:
        """A file or folder, if it is there."""
        with self._refusals():
            if self.has(name):
                self.filesystem.rm(f"{self._root}/{name}", recursive=True)

    def changed(self) -> float:
        """By the clock of the store."""
        times = [self.filesystem.modified(f"{self._root}/{name}").timestamp() for name in self.names("*.*")]
        return max(times, default=0.0)

    def locked(self) -> AbstractContextManager[None]:
        """There are no locks."""
        return nullcontext()

    def drop_unfinished(self) -> None:
        """Nothing: without a lock nobody knows what a run elsewhere is just writing. No reader looks at such names."""

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:  # drivers raise classes of their own (botocore's, aiohttp's) that have no ancestor in common
            reason = str(error).strip().splitlines() or [type(error).__name__]
            raise OutputError(
                f"{self} refuses ({reason[0]}); check the address, and that you may read and write there"
            ) from error
