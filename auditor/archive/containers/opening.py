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
