"""Web archives (ISO 28500, WARC 1.0 and 1.1; plain, a gzip member or a zstd frame a record): the pages in them.

A damaged record costs itself: reading goes on at the next place where a record begins. A record is read whole before it is
decoded, so a broken payload never spoils the next one, and no record is held that is larger than the caps allow.
"""

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO, cast

from auditor import limits
from auditor.archive.containers.entry import Entry
from auditor.archive.containers.http_message import Message
from auditor.archive.containers.opening import Window, open_bytes
from auditor.archive.containers.record_starts import GZIP, PLAIN, ZSTD
from auditor.archive.shard import Shard, Tally
from auditor.extras import load
from auditor.model import Document, Skipped, UnreadableError

HTML_TYPES = ("text/html", "application/xhtml+xml")


@contextmanager
def open_warc(shard: Shard) -> Iterator[BinaryIO]:
    """The web archive itself, or the one inside a WACZ. Raises UnreadableError."""
    with open_bytes(shard.uri) as outer:
        if shard.member is None:
            yield outer
            return
        try:
            with zipfile.ZipFile(outer) as packed:
                inner = _stored(packed.getinfo(shard.member), outer) or packed.open(shard.member)
        except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError) as error:
            raise UnreadableError(f"the WACZ is damaged ({error}); fetch it again") from error
        yield cast(BinaryIO, inner)


def _stored(member: zipfile.ZipInfo, outer: BinaryIO) -> Window | None:
    """The member where it lies, if it is not packed once more: from there every record can be reached at once."""
    if member.compress_type != zipfile.ZIP_STORED or member.flag_bits & 1:
        return None
    outer.seek(member.header_offset)
    head = outer.read(30)  # local file header (APPNOTE.TXT, 4.3.7): lengths of name and extra field at its end
    begin = member.header_offset + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    return Window(outer, begin, begin + member.file_size)


def read_warc(shard: Shard, tally: Tally) -> Iterator[Entry | Skipped]:
    """Responses that are web pages, fetched whole and with success; everything else is counted as passed over."""
    with open_warc(shard) as stream:
        if shard.end is not None:
            stream = cast(BinaryIO, Window(stream, 0, shard.end))
        for record in records(stream, shard, tally):
            yield from _page(record, shard, tally)


def records(stream: BinaryIO, shard: Shard, tally: Tally) -> Iterator[Any]:
    """Responses and resources one by one; after damage, those behind it."""
    warc = load("fastwarc.warc")
    wanted = (warc.WarcRecordType.response, warc.WarcRecordType.resource)
    begin, damage = shard.start, _Damage(tally)
    while True:
        stream.seek(begin)
        last = -1
        try:
            # All of them, so that damage is known to lie behind the last one, whatever that was.
            for record in warc.ArchiveIterator(stream, parse_http=False, fsspec_args=False):
                last = record.stream_pos
                damage.ends_at(last)
                if record.record_type in wanted:
                    yield record
            damage.ends_at(None)
            tally.problems.extend(_cut_off(stream, last))
            return
        except OSError as error:
            damaged = max(begin, last)
            damage.begins_at(damaged, error)
            found = _next_record(stream, damaged + 1)
            if found is None:
                damage.ends_at(None)
                return
            begin = found


@dataclass(slots=True)
class _Damage:
    """A stretch that cannot be read, one line however many records it holds."""

    tally: Tally
    words: str | None = None

    def begins_at(self, place: int, error: OSError) -> None:
        self.words = self.words or f"damaged near byte {place:,} ({str(error).rstrip('.')})"

    def ends_at(self, place: int | None) -> None:
        if self.words:
            rest = "nothing can be read behind it" if place is None else f"reading went on at byte {place:,}"
            self.tally.problems.append(f"{self.words}; {rest}")
            self.words = None


def _page(record: Any, shard: Shard, tally: Tally) -> Iterator[Entry | Skipped]:  # noqa: ANN401
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")  # in brackets: WARC 1.0, as some read its grammar
    name = url or f"{shard.name} byte {record.stream_pos}"
    try:
        message = Message(record)
        if not _is_page(message):
            tally.counts.passed_over += 1
            return
        body = message.body(limits.MAX_PAGE_BYTES)
    except UnreadableError as error:
        yield Skipped(document=name, reason=str(error))
        return
    if not body.strip():
        yield Skipped(document=name, reason="the record holds no page: its body is empty")
        return
    data, digest = _in_utf8(body, message.charset), hashlib.sha256(body).hexdigest()
    truncated = record.headers.get("WARC-Truncated")
    yield Entry(
        # The address alone may not say that this is a page; the server did.
        document=Document(
            name=f"{url}#page.html",
            data=data,
            url=url or None,
            problems=(f"the crawler cut this page off ({truncated})",) if truncated else (),
            sha256=digest if data is body else None,
        ),
        name=name,
        sha256=digest,
        original=body if data is not body else None,
        captured=_captured(record),
        offset=record.stream_pos,
    )


def _is_page(message: Message) -> bool:
    return message.status == 200 and message.content_type in HTML_TYPES


def _in_utf8(body: bytes, charset: str | None) -> bytes:
    """The page with what its server said of its encoding made visible (HTML Living Standard 13.2.3: before any `<meta>`)."""
    if not charset or charset.lower() in ("utf-8", "utf8") or body.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return body
    try:
        return b"\xef\xbb\xbf" + body.decode(charset, "replace").encode("utf-8", "replace")
    except LookupError:
        return body


def _captured(record: Any) -> datetime | None:  # noqa: ANN401
    found = record.record_date
    return found if isinstance(found, datetime) else None


def _next_record(stream: BinaryIO, begin: int) -> int | None:
    """Where the next record behind `begin` starts: signature of its packing, and `WARC/` when unpacked."""
    stream.seek(0)
    signature = next((s for s in (GZIP, ZSTD) if stream.read(8).startswith(s) or stream.seek(0)), PLAIN)
    stream.seek(begin)
    base, window = begin, b""
    while chunk := stream.read(1024 * 1024):
        window += chunk
        at = window.find(signature)
        while at >= 0:
            if signature != GZIP or _opens_as_record(window[at : at + 4096]):
                return base + at
            at = window.find(signature, at + 1)
        keep = min(len(window), 4096)
        base, window = base + len(window) - keep, window[-keep:]
    return None


def _opens_as_record(head: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 16).startswith(b"WARC/")
    except zlib.error:
        return False


def _cut_off(stream: BinaryIO, last: int) -> Iterator[str]:
    """Whether the last gzip member ends before its data does: the reader itself ends there without a word."""
    if last < 0:
        return
    stream.seek(last)
    member = zlib.decompressobj(wbits=31)
    chunk = stream.read(64 * 1024)
    if not chunk.startswith(GZIP):
        return
    try:
        while chunk and not member.eof:
            data = member.decompress(chunk, 1024 * 1024)
            chunk = member.unconsumed_tail or stream.read(64 * 1024) if data or not member.eof else b""
    except zlib.error:
        return
    if not member.eof:
        yield f"cut off: the file ends inside the record at byte {last:,}"
