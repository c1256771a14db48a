"""One file or standard input -> Document, or Skipped with one line that says what is wrong and what to do."""

import stat
import sys
from pathlib import Path
from typing import BinaryIO

from auditor import limits
from auditor.identity.content_kind import recognise_article
from auditor.ingest.gzip_data import inflate
from auditor.model import Document, Skipped, UnreadableError

STDIN_NAME = "-"

_NOT_FILES = (
    (stat.S_ISDIR, "a folder, not a file; give the folder itself to read all in it"),
    (stat.S_ISFIFO, "a named pipe, not a file; send its content to standard input and give - as the path"),
    (stat.S_ISSOCK, "a socket, not a file; give a file"),
    (stat.S_ISCHR, "a device, not a file; give a file"),
    (stat.S_ISBLK, "a device, not a file; give a file"),
)


def read_document(path: str, *, stdin: BinaryIO | None = None) -> Document | Skipped:
    """Read a file, unpacked; `-` reads `stdin` (the process's own when None). Never raises for anything the file or disk does."""
    name = printable_name(path)
    if path.startswith(("http://", "https://")):
        return Skipped(document=name, reason="a web address, and addresses are not fetched; save the page and give the file")
    try:
        if path == STDIN_NAME:
            raw, folder = (stdin or sys.stdin.buffer).read(limits.MAX_INPUT_BYTES + 1), None
        else:
            raw, folder = read_file(Path(path), limits.MAX_INPUT_BYTES), str(Path(path).parent)
        data, problems = content_of(raw, path)
    except UnreadableError as error:
        return Skipped(document=name, reason=str(error))
    return Document(name=name, data=data, folder=folder, problems=problems)


def read_file(path: Path, cap: int) -> bytes:
    """Bytes of a regular file of at most `cap` bytes; a larger one is not read at all. Raises UnreadableError."""
    try:
        status = path.stat()
        for is_kind, reason in _NOT_FILES:
            if is_kind(status.st_mode):
                raise UnreadableError(reason)
        if status.st_size > cap:
            raise UnreadableError(_too_large(status.st_size, cap))
        with path.open("rb") as file:
            return file.read(cap + 1)
    except (OSError, ValueError) as error:
        raise UnreadableError(explain_os_error(error)) from error


def explain_os_error(error: OSError | ValueError) -> str:
    """One line for what the system refused, with what to do about it. (A path with a zero byte is a ValueError.)"""
    match error:
        case FileNotFoundError():
            return "there is no such file; check the path (it may have been moved while the run went on)"
        case PermissionError():
            return "permission denied; allow yourself to read it, or run as a user who may"
        case OSError(strerror=str(words)):
            return f"cannot be opened ({words.lower()}); check the path and the disk"
        case _:
            return "no valid path; check its characters"


def printable_name(path: str) -> str:
    r"""`path` as given; bytes that are no UTF-8, which no output could hold, as `\xff`."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def content_of(raw: bytes, path: str) -> tuple[bytes, tuple[str, ...]]:
    """The article in the bytes of a file, unpacked, and what was amiss. Raises UnreadableError for what is none."""
    if len(raw) > limits.MAX_INPUT_BYTES:
        raise UnreadableError(f"too large (more than {limits.MAX_INPUT_BYTES:,} bytes, the most that is read); give a part of it")
    if not raw:
        raise UnreadableError("empty (0 bytes); save or fetch it again")
    data, problems = inflate(raw)
    if not data.strip():
        raise UnreadableError("holds nothing but white space; save or fetch it again")
    if len(data) > limits.MAX_PAGE_BYTES:
        raise UnreadableError(_too_large(len(data), limits.MAX_PAGE_BYTES))
    recognise_article(data, path)
    return data, problems


def _too_large(size: int, cap: int) -> str:
    return f"too large ({size:,} bytes; at most {cap:,} are read); give a part of it"
