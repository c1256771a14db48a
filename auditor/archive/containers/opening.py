"""Local paths and URLs of other stores -> a stream of bytes and a stamp that changes when the content does."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from glob import has_magic
from pathlib import Path
from typing import Any, BinaryIO, cast

from auditor.extras import load
from auditor.ingest.document_file import explain_os_error
from auditor.model import AuditorError, UnreadableError


def is_url(source: str) -> bool:
    """Whether a source is one of another store (`s3://`, `https://`) and not a path."""
    scheme, found, _ = source.partition("://")
    return bool(found) and scheme.isalnum() and len(scheme) > 1


@contextmanager
def open_bytes(uri: str) -> Iterator[BinaryIO]:
    """The file as a stream. Raises UnreadableError for what the disk or the store refuses."""
    with _in_words(uri):
        stream = cast(BinaryIO, load("fsspec").open(uri, "rb").open()) if is_url(uri) else Path(uri).open("rb")  # noqa: SIM115
    with stream:
        yield stream


def filesystem_of(url: str) -> tuple[Any, str]:
    """The fsspec file system of a URL, and the path in it. Raises UnreadableError for a store without its driver."""
    with _in_words(url):
        system, path = load("fsspec").core.url_to_fs(url)
    return system, path


def files_of(pattern: str) -> list[str]:
    """URLs of the files that match a pattern, or lie in or below a folder. Raises UnreadableError."""
    system, path = filesystem_of(pattern)
    with _in_words(pattern):
        found = system.glob(path, detail=True) if has_magic(path) else system.find(path, detail=True)
    return sorted(system.unstrip_protocol(name) for name, info in found.items() if info.get("type") != "directory")


@contextmanager
def _in_words(uri: str) -> Iterator[None]:
    try:
        yield
    except ValueError as error:  # for a URL: a store that fsspec does not know
        raise UnreadableError(str(error) if is_url(uri) else explain_os_error(error)) from error
    except OSError as error:
        raise UnreadableError(explain_os_error(error)) from error
    except ImportError as error:
        raise UnreadableError(f"{error}; install the driver of this store") from error
    except Exception as error:  # drivers raise classes of their own (botocore's, aiohttp's) that have no ancestor in common
        if not is_url(uri) or isinstance(error, AuditorError):
            raise
        raise UnreadableError(f"the store refuses ({type(error).__name__}: {error})") from error


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
    with _in_words(uri):
        if not is_url(uri):
            status = os.stat(uri)  # noqa: PTH116 - a million files: no object for each
            return f"{status.st_size}-{status.st_mtime_ns}"
        system, path = filesystem_of(uri)
        return _stamp(system.info(path))


def _stamp(info: Mapping[str, object]) -> str:
    marks = ("ETag", "etag", "md5Hash", "mtime", "LastModified", "last_modified", "updated", "created")
    return f"{info.get('size')}-{next((info[mark] for mark in marks if info.get(mark)), '')}"
