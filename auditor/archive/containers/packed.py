"""Pages packed in ZIP or tar (plain, gzip, zstd): each member read within the caps; nothing is ever unpacked to the disk."""

import hashlib
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from auditor import limits
from auditor.archive.containers.entry import Entry
from auditor.archive.containers.opening import Window, open_bytes
from auditor.archive.shard import Kind, Shard, Tally
from auditor.extras import load
from auditor.identity.content_kind import recognise_article
from auditor.ingest.gzip_data import inflate
from auditor.model import Document, Skipped, UnreadableError

PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml", ".txt", ".text")


def read_packed(shard: Shard, tally: Tally) -> Iterator[Entry | Skipped]:
    """The members that are named like pages, in the order of the archive; the others are counted as passed over."""
    with open_bytes(shard.uri) as stream:
        yield from _zip(stream, shard, tally) if shard.kind is Kind.ZIP else _tar(stream, shard, tally)


def _zip(stream: BinaryIO, shard: Shard, tally: Tally) -> Iterator[Entry | Skipped]:
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError) as error:
        raise UnreadableError(f"no ZIP archive that can be read ({error}); fetch it again") from error
    for member in archive.infolist():
        if not shard.start <= max(0, member.header_offset) < (shard.end or sys.maxsize):
            continue  # of another slice
        if member.is_dir() or not _is_page_name(member.filename):
            tally.counts.passed_over += not member.is_dir()
            continue
        try:
            _check(member.filename, member.file_size)
            with archive.open(member) as file:
                yield _entry(shard, member.filename, file, _zip_time(member))
        except UnreadableError as error:
            yield _skipped(shard, member.filename, str(error))
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError) as error:
            yield _skipped(shard, member.filename, f"cannot be unpacked ({error})")


def _tar(stream: BinaryIO, shard: Shard, tally: Tally) -> Iterator[Entry | Skipped]:
    if shard.start or shard.end is not None:
        stream = cast(BinaryIO, Window(stream, shard.start, sys.maxsize if shard.end is None else shard.end))
    try:
        with open_tar(stream, shard.uri) as archive:
            for member in archive:
                if not member.isfile() or not _is_page_name(member.name):
                    tally.counts.passed_over += not member.isdir()
                    continue
                try:
                    _check(member.name, member.size)
                    file = archive.extractfile(member)
                    assert file is not None  # a regular file
                    yield _entry(shard, member.name, file, _time(member.mtime))
                except UnreadableError as error:
                    yield _skipped(shard, member.name, str(error))
                archive.members = []  # type: ignore[attr-defined]  # the list of what was read grows for ever otherwise
    except (tarfile.TarError, zlib.error, EOFError, OSError) as error:
        tally.problems.append(f"damaged ({error}); what stands behind the damage was not read")


@contextmanager
def open_tar(stream: BinaryIO, uri: str) -> Iterator[tarfile.TarFile]:
    """As a stream: one pass, no seeking, whatever packs it."""
    if uri.lower().endswith((".zst", ".tzst")):
        stream = load("pyarrow").CompressedInputStream(stream, "zstd")
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            yield archive
    else:
        with tarfile.open(fileobj=stream, mode="r|*") as archive:
            yield archive


def tar_cuts(stream: BinaryIO, step: int) -> list[int]:
    """Where members begin, at least `step` bytes apart, in a tar that nothing packs; what is damaged is the reader's to name."""
    found: list[int] = []
    try:
        with tarfile.open(fileobj=stream, mode="r:") as archive:
            for member in archive:
                archive.members = []  # type: ignore[attr-defined]  # as above
                if member.offset >= (found[-1] if found else 0) + step:
                    found.append(member.offset)
    except (tarfile.TarError, EOFError, OSError):
        pass
    return found


def climbs_out(name: str) -> bool:
    """Whether a member's path leads out of its archive."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts


def _check(name: str, size: int) -> None:
    if climbs_out(name):
        raise UnreadableError("its path climbs out of the archive; it was not read")
    if size > limits.MAX_PAGE_BYTES:
        raise UnreadableError(f"too large ({size:,} bytes; at most {limits.MAX_PAGE_BYTES:,} are read)")


def _entry(shard: Shard, name: str, file: IO[bytes], changed: datetime | None) -> Entry:
    raw = file.read(limits.MAX_PAGE_BYTES + 1)
    if len(raw) > limits.MAX_PAGE_BYTES:
        raise UnreadableError(f"unpacks to more than {limits.MAX_PAGE_BYTES:,} bytes, the most that is read")
    data, problems = inflate(raw)
    if not data.strip():
        raise UnreadableError("holds nothing")
    full = f"{shard.uri}#{name}"
    recognise_article(data, name)
    digest = hashlib.sha256(data).hexdigest()
    return Entry(
        document=Document(name=full, data=data, problems=problems, sha256=digest),
        name=full,
        sha256=digest,
        captured=changed,
    )


def _skipped(shard: Shard, name: str, reason: str) -> Skipped:
    return Skipped(document=f"{shard.uri}#{name}", reason=reason)


def _is_page_name(name: str) -> bool:
    return name.lower().removesuffix(".gz").endswith(PAGE_SUFFIXES)


def _zip_time(member: zipfile.ZipInfo) -> datetime | None:
    try:
        return datetime(*member.date_time, tzinfo=UTC)
    except ValueError:
        return None


def _time(stamp: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(stamp), UTC)
    except (ValueError, OverflowError, OSError):
        return None
