"""Local paths and URLs of other stores -> a stream of bytes and a stamp that changes when the content does."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from auditor.extras import load
from auditor.ingest.document_file import explain_os_error
from auditor.model import UnreadableError


def is_url(source: str) -> bool:
    """Whether a source is one of another store (`s3://`, `https://`) and not a path."""
    scheme, found, _ = source.partition("://")
    return bool(found) and scheme.isalnum() and len(scheme) > 1


@contextmanager
def open_bytes(uri: str) -> Iterator[BinaryIO]:
    """The file as a stream. Raises UnreadableError for what the disk or the store refuses."""
    try:
        stream = cast(BinaryIO, load("fsspec").open(uri, "rb").open()) if is_url(uri) else Path(uri).open("rb")  # noqa: SIM115
    except (OSError, ValueError) as error:
        raise UnreadableError(explain_os_error(error)) from error
    except ImportError as error:  # a store whose driver is not installed
        raise UnreadableError(f"{error}; install the driver of this store") from error
    with stream:
        yield stream


class Window:
    """The bytes from `begin` up to `end` of a stream, as a stream of their own that can be searched."""

    def __init__(self, stream: BinaryIO, begin: int, end: int) -> None:
        self._stream, self._begin, self._end = stream, begin, end
        self.seek(0)

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes, never beyond the end."""
        left = self._end - self._stream.tell()
        return self._stream.read(left if size < 0 else min(size, left)) if left > 0 else b""

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """From the beginning or, with `os.SEEK_END`, from the end."""
        return self._stream.seek((self._end if whence == os.SEEK_END else self._begin) + offset) - self._begin

    def tell(self) -> int:
        """Place within the window."""
        return self._stream.tell() - self._begin


def stamp_of(uri: str) -> str:
    """Size with etag or time of change. Raises UnreadableError."""
    try:
        if not is_url(uri):
            status = os.stat(uri)  # noqa: PTH116 - a million files: no object for each
            return f"{status.st_size}-{status.st_mtime_ns}"
        system, path = load("fsspec").core.url_to_fs(uri)
        info = system.info(path)
    except (OSError, ValueError) as error:
        raise UnreadableError(explain_os_error(error)) from error
    except ImportError as error:
        raise UnreadableError(f"{error}; install the driver of this store") from error
    mark = next((info[key] for key in ("ETag", "etag", "md5Hash", "mtime", "LastModified", "last_modified") if info.get(key)), "")
    return f"{info.get('size')}-{mark}"
