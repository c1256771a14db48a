"""One Parquet part per shard, and what the parts of an edition are; the receipt stands in the footer, so no log can disagree."""

import contextlib
from collections.abc import Iterator
from types import TracebackType
from typing import Any, BinaryIO

from auditor.archive.columns import Row, schema
from auditor.archive.packing import ORDER, packing
from auditor.archive.shard import Receipt
from auditor.archive.store import Store, refusals
from auditor.extras import load
from auditor.model import AuditorError

PREFIX, SUFFIX = "part-", ".parquet"
COMPACTED = "compact-"
"""Begins the name of a folder that `archive compact` made of many parts."""
RECEIPTS, REPLACES = "receipts.jsonl", "replaces.txt"
FOOTER_KEY = b"auditor"
BATCH_ROWS = 500
GROUP_ROWS = 16_000
"""Rows of a row group: what a worker holds at most; packing them takes 5 KB a row besides."""


class PartWriter:
    """Rows in, Parquet out, into a stream of `place`. Raises OutputError."""

    def __init__(self, stream: BinaryIO, place: str) -> None:
        self._place = place
        self._rows: list[Row] = []
        self._batches: list[Any] = []
        self._held = self._pages = 0
        self._schema = schema()
        self.count = 0
        with refusals(place):
            self._writer = load("pyarrow.parquet").ParquetWriter(stream, self._schema, **packing())

    def __enter__(self) -> "PartWriter":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Let go of the stream; what was not finished is nothing."""
        with contextlib.suppress(OSError, ValueError):
            self._writer.close()

    def add(self, row: Row) -> None:
        """One more row; those of one page stay together."""
        if row["first"] and self._held + len(self._rows) >= GROUP_ROWS:
            self._write_group()
        self._rows.append(row)
        self.count += 1
        if len(self._rows) >= BATCH_ROWS:
            self._pack()

    def finish(self, receipt: Receipt) -> None:
        """Write what is left and the receipt."""
        self._write_group()
        with refusals(self._place):
            self._writer.add_key_value_metadata({FOOTER_KEY.decode(): receipt.to_json()})
            self._writer.close()

    def _pack(self) -> None:
        """Rows as Arrow columns, a tenth of their size as dictionaries."""
        if self._rows:
            self._batches.append(load("pyarrow").RecordBatch.from_pylist(self._rows, schema=self._schema))
            self._held += len(self._rows)
            self._rows = []

    def _write_group(self) -> None:
        """Sorted, and the pages numbered in that order: numbers that rise take no room."""
        self._pack()
        if not self._batches:
            return
        table = (
            load("pyarrow")
            .Table.from_batches(self._batches)
            .unify_dictionaries()
            .sort_by([(name, "ascending") for name in ORDER])
        )
        self._batches, self._held = [], 0  # the table holds them in order: once, while it is packed
        numbers = load("pyarrow.compute").cumulative_sum(table["first"].cast("int64"), start=self._pages - 1)
        self._pages = numbers[-1].as_py() + 1
        with refusals(self._place):
            self._writer.write_table(table.set_column(0, "doc", numbers), row_group_size=table.num_rows)


def part_name(key: str) -> str:
    """Under what name the part of this key lies when it is finished."""
    return f"{PREFIX}{key}{SUFFIX}"


def finished_keys(edition: Store) -> set[str]:
    """Keys of the shards that are done: one listing, plus the lists of what was compacted."""
    keys = {name[len(PREFIX) : -len(SUFFIX)] for name in edition.names(f"{PREFIX}*{SUFFIX}")}
    return keys | {receipt.key for place in edition.names(f"{COMPACTED}*/{RECEIPTS}") for receipt in _listed(edition, place)}


def live_files(edition: Store) -> list[str]:
    """The Parquet files that count: compacted ones, and parts that no compacted one holds (a crash may leave both)."""
    compacted = [name.rpartition("/")[0] for name in edition.names(f"{COMPACTED}*/{RECEIPTS}")]
    replaced = {name for place in compacted for name in edition.read(f"{place}/{REPLACES}").split()}
    kept = [place for place in compacted if place not in replaced]
    parts = [name for name in edition.names(f"{PREFIX}*{SUFFIX}") if name not in replaced]
    return [file for place in kept for file in edition.names(f"{place}/*{SUFFIX}")] + parts


def receipts(edition: Store) -> Iterator[Receipt]:
    """What every live part says of itself."""
    yield from (receipt for _, receipt in placed_receipts(edition))


def placed_receipts(edition: Store) -> Iterator[tuple[str, Receipt]]:
    """The same, each with its part, or with the folder of compacted files that its part went into."""
    live = live_files(edition)
    yield from ((name, read_receipt(edition, name)) for name in live if "/" not in name)
    for place in sorted({name.rpartition("/")[0] for name in live if "/" in name}):
        yield from ((place, receipt) for receipt in _listed(edition, f"{place}/{RECEIPTS}"))


def read_receipt(edition: Store, name: str) -> Receipt:
    """From the footer. Raises AuditorError naming a file that is no part."""
    try:
        with edition.open(name) as file:
            return Receipt.from_json(load("pyarrow.parquet").read_metadata(file).metadata[FOOTER_KEY])
    except (OSError, KeyError, TypeError, ValueError) as error:
        place = edition.address(name)
        raise AuditorError(f"{place} is no part of an archive audit ({error}); delete it and run the audit again") from error


def _listed(edition: Store, name: str) -> Iterator[Receipt]:
    for line in edition.read(name).splitlines():
        yield Receipt.from_json(line)
