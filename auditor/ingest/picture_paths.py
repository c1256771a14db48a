"""Paths from the command line -> picture files, and their bytes."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from auditor import limits
from auditor.ingest.document_file import STDIN_NAME, read_file
from auditor.ingest.folder import expand
from auditor.ingest.gzip_data import inflate
from auditor.ingest.picture_names import is_picture_name
from auditor.model import UnreadableError


def find_picture_paths(paths: Sequence[str]) -> list[str]:
    """Files as given, those a pattern matches, and those of a folder that are named like pictures, in order of their paths."""
    return list(dict.fromkeys(file for path in paths for match in expand(path) for file in _files(match)))


def read_picture(path: str, *, stdin: BinaryIO | None = None) -> bytes:
    """The bytes of a picture file, unpacked where gzip packed it; `-` reads `stdin`. Raises UnreadableError."""
    if path == STDIN_NAME:
        data = (stdin or sys.stdin.buffer).read(limits.MAX_IMAGE_BYTES + 1)
        if len(data) > limits.MAX_IMAGE_BYTES:
            raise UnreadableError(f"too large (more than {limits.MAX_IMAGE_BYTES:,} bytes, the most that is read)")
    else:
        data = read_file(Path(path), limits.MAX_IMAGE_BYTES)
    return inflate(data)[0]


def _files(path: str) -> Iterator[str]:
    if path == STDIN_NAME or "\0" in path or not Path(path).is_dir():
        yield path
        return
    yield from sorted(str(file) for file in Path(path).rglob("*") if _is_picture(file.name) and file.is_file())


def _is_picture(name: str) -> bool:
    return is_picture_name(name.removesuffix(".gz"))
