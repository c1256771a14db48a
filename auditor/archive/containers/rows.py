"""Pages as rows of JSON Lines or Parquet: {url, html, published}, as content systems and crawls export them."""

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import count
from typing import IO, Any, BinaryIO, cast

from auditor import limits
from auditor.archive.containers.entry import Entry
from auditor.archive.containers.opening import open_bytes
from auditor.archive.shard import Kind, Shard, Tally
from auditor.extras import load
from auditor.model import Document, Skipped, UnreadableError

MAX_LINE = 2 * limits.MAX_PAGE_BYTES
"""A line of JSON: a page with every second character escaped."""
COLUMNS = ("url", "html", "published", "captured")
BATCH = 16
"""Rows of a Parquet file decoded at a time."""


def read_rows(shard: Shard, tally: Tally) -> Iterator[Entry | Skipped]:
    """Each row with a page under `html`; one without is named with its place."""
    with open_bytes(shard.uri) as stream:
        for place, row in _json_lines(stream, shard, tally) if shard.kind is Kind.JSONL else _parquet(stream, tally):
            name = f"{shard.uri}#{place}"
            yield Skipped(document=name, reason=row) if isinstance(row, str) else _entry(name, row)


def _entry(name: str, row: dict[str, Any]) -> Entry | Skipped:
    url, html = row.get("url"), row.get("html")
    if not isinstance(html, (str, bytes)) or not html.strip():
        return Skipped(document=str(url or name), reason='no page under "html"')
    # What arrives as text has left its encoding behind: the mark says so before any `<meta>` can contradict it.
    data = html if isinstance(html, bytes) else b"\xef\xbb\xbf" + html.encode("utf-8", "surrogatepass")
    if len(data) > limits.MAX_PAGE_BYTES:
        return Skipped(document=str(url or name), reason=f"too large ({len(data):,} bytes)")
    url = url if isinstance(url, str) and url else None
    return Entry(
        document=Document(name=f"{url or name}#page.html", data=data, url=url),
        name=url or name,
        sha256=hashlib.sha256(data.removeprefix(b"\xef\xbb\xbf")).hexdigest(),
        original=data.removeprefix(b"\xef\xbb\xbf"),
        captured=_moment(row.get("captured")),
        published=_published(row.get("published")),
    )


def _json_lines(stream: BinaryIO, shard: Shard, tally: Tally) -> Iterator[tuple[str, dict[str, Any] | str]]:
    """Place and row, or place and what is wrong with it. A slice owns the lines that begin in it."""
    lines = _unpacked(stream, shard.uri)
    if shard.start:
        stream.seek(shard.start - 1)
        stream.readline()
    for number in count():
        at = stream.tell() if lines is stream else number
        if shard.end is not None and at >= shard.end:
            return
        try:
            line = lines.readline(MAX_LINE + 1)
        except (OSError, EOFError, zlib.error) as error:
            tally.problems.append(f"damaged ({error}); what stands behind the damage was not read")
            return
        if not line:
            return
        if row := _row(line, lines):
            yield f"byte {at}" if lines is stream else f"row {at}", row


def _row(line: bytes, lines: IO[bytes]) -> dict[str, Any] | str | None:
    """The row, or what is wrong with it; None for an empty line. The rest of one that is too long is left behind."""
    if len(line) > MAX_LINE:
        while not line.endswith(b"\n") and (line := lines.readline(MAX_LINE)):
            pass
        return f"a line of more than {MAX_LINE:,} bytes; it was not read"
    if not line.strip():
        return None
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"not JSON ({error})"
    return row if row and isinstance(row, dict) else 'not an object; give {"url", "html", "published"}'


def _unpacked(stream: BinaryIO, uri: str) -> IO[bytes]:
    lower = uri.lower()
    if lower.endswith(".gz"):
        return cast(IO[bytes], gzip.GzipFile(fileobj=stream))
    if lower.endswith(".zst"):
        import io

        return io.BufferedReader(load("pyarrow").CompressedInputStream(stream, "zstd"))
    return stream


def _parquet(stream: BinaryIO, tally: Tally) -> Iterator[tuple[str, dict[str, Any] | str]]:
    arrow, parquet = load("pyarrow"), load("pyarrow.parquet")
    try:
        file = parquet.ParquetFile(stream, buffer_size=1024 * 1024, pre_buffer=False)
        columns = [name for name in COLUMNS if name in file.schema_arrow.names]
        if "html" not in columns:
            raise UnreadableError(f'the Parquet file has no column "html" (it has {", ".join(file.schema_arrow.names)[:200]})')
        number = 0
        for batch in file.iter_batches(batch_size=BATCH, columns=columns):
            for row in batch.to_pylist():
                yield f"row {number}", row
                number += 1
    except (arrow.ArrowException, OSError) as error:
        tally.problems.append(f"damaged Parquet ({str(error).splitlines()[0]}); what stands behind the damage was not read")


def _published(value: object) -> str | None:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if not isinstance(value, str):
        return None
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return None
    return value


def _moment(value: object) -> datetime | None:
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if not isinstance(value, datetime):
        return None
    return value if value.tzinfo else value.replace(tzinfo=UTC)
