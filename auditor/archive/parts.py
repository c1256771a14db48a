"""One Parquet part per shard: written aside, synced, renamed; the receipt stands in its footer, so no log can disagree."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from auditor.archive.columns import Row, schema
from auditor.archive.shard import Receipt
from auditor.extras import load
from auditor.model import AuditorError

PREFIX, SUFFIX = "part-", ".parquet"
ASIDE = ".writing-"
"""Begins the name of what is not finished; left behind only by a worker that was killed."""
COMPACTED = "compact-"
"""Begins the name of a folder that `archive compact` made of many parts."""
RECEIPTS = "receipts.jsonl"
FOOTER_KEY = b"auditor"
BATCH_ROWS = 500
GROUP_ROWS = 10_000
"""Rows of a row group: what a worker holds at most."""


class OutputError(AuditorError):
    """The output folder took no more: a full disk, a folder that became read-only."""


class PartWriter:
    """Rows in, one finished part out; on any failure nothing is left but the reason."""

    def __init__(self, folder: Path, key: str) -> None:
        self._final = part_path(folder, key)
        self._aside = folder / f"{ASIDE}{key}.{os.getpid()}"
        self._rows: list[Row] = []
        self._batches: list[Any] = []
        self._held = 0
        self._schema = schema()
        self.count = 0
        with _as_output_error(folder):
            folder.mkdir(parents=True, exist_ok=True)
            self._file = self._aside.open("wb")
            self._writer = load("pyarrow.parquet").ParquetWriter(
                self._file, self._schema, compression="zstd", compression_level=6
            )

    def __enter__(self) -> "PartWriter":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Drop what was not finished."""
        with contextlib.suppress(OSError, ValueError):
            self._writer.close()
        with contextlib.suppress(OSError):
            self._file.close()
        with contextlib.suppress(OSError):
            self._aside.unlink(missing_ok=True)

    def add(self, row: Row) -> None:
        """One more row."""
        self._rows.append(row)
        self.count += 1
        if len(self._rows) >= BATCH_ROWS:
            self._pack()
        if self._held >= GROUP_ROWS:
            self._write_group()

    def finish(self, receipt: Receipt) -> None:
        """Write what is left and the receipt, and give the part its name. Raises OutputError."""
        self._pack()
        self._write_group()
        with _as_output_error(self._final):
            self._writer.add_key_value_metadata({FOOTER_KEY.decode(): receipt.to_json()})
            self._writer.close()
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            os.replace(self._aside, self._final)  # noqa: PTH105
            _sync_folder(self._final.parent)

    def _pack(self) -> None:
        """Rows as Arrow columns, a tenth of their size as dictionaries."""
        if self._rows:
            self._batches.append(load("pyarrow").RecordBatch.from_pylist(self._rows, schema=self._schema))
            self._held += len(self._rows)
            self._rows = []

    def _write_group(self) -> None:
        if self._batches:
            table = load("pyarrow").Table.from_batches(self._batches).unify_dictionaries()
            with _as_output_error(self._final):
                self._writer.write_table(table, row_group_size=GROUP_ROWS * 2)
            self._batches, self._held = [], 0


def part_path(folder: Path, key: str) -> Path:
    """Where the part of this key lies when it is finished."""
    return folder / f"{PREFIX}{key}{SUFFIX}"


def finished_keys(folder: Path) -> set[str]:
    """Keys of the shards that are done: one listing, plus the lists of what was compacted."""
    if not folder.is_dir():
        return set()
    keys = {path.name[len(PREFIX) : -len(SUFFIX)] for path in folder.glob(f"{PREFIX}*{SUFFIX}")}
    return keys | {receipt.key for place in folder.glob(f"{COMPACTED}*/{RECEIPTS}") for receipt in _listed(place)}


def live_files(folder: Path) -> list[Path]:
    """The Parquet files that count: compacted ones, and parts that no compacted one holds (a crash may leave both)."""
    compacted = sorted(place.parent for place in folder.glob(f"{COMPACTED}*/{RECEIPTS}"))
    replaced = {name for place in compacted for name in (place / "replaces.txt").read_text("utf-8").split()}
    kept = [place for place in compacted if place.name not in replaced]
    parts = [path for path in sorted(folder.glob(f"{PREFIX}*{SUFFIX}")) if path.name not in replaced]
    return [file for place in kept for file in sorted(place.glob(f"*{SUFFIX}"))] + parts


def receipts(folder: Path) -> Iterator[Receipt]:
    """What every live part says of itself."""
    for file in live_files(folder):
        if file.parent == folder:
            yield read_receipt(file)
    names = {file.parent for file in live_files(folder) if file.parent != folder}
    for place in sorted(names):
        yield from _listed(place / RECEIPTS)


def read_receipt(part: Path) -> Receipt:
    """From the footer. Raises AuditorError naming a file that is no part."""
    try:
        text = load("pyarrow.parquet").read_metadata(part).metadata[FOOTER_KEY]
        return Receipt.from_json(text)
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise AuditorError(f"{part} is no part of an archive audit ({error}); move it elsewhere") from error


def drop_unfinished(folder: Path) -> int:
    """Remove what killed workers left; only for the one who holds the folder's lock."""
    left = [path for path in folder.glob(f"{ASIDE}*") if path.is_file()] if folder.is_dir() else []
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)


def write_aside(path: Path, text: str) -> None:
    """A small file, whole or not at all. Raises OutputError."""
    aside = path.with_name(f"{ASIDE}{path.name}.{os.getpid()}")
    with _as_output_error(path):
        try:
            aside.write_text(text, encoding="utf-8")
            os.replace(aside, path)  # noqa: PTH105
        finally:
            aside.unlink(missing_ok=True)


def _listed(place: Path) -> Iterator[Receipt]:
    for line in place.read_text("utf-8").splitlines():
        yield Receipt.from_json(line)


def _sync_folder(folder: Path) -> None:
    """So that the new name itself survives a power cut; not every file system lets a folder be synced."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def _as_output_error(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{path.parent if path.suffix else path} takes no more ({error.strerror or error}); free space or name another folder"
        ) from error
