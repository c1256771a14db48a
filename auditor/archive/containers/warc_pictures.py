"""The picture records of a web archive, found again by the addresses that its pages give."""

import hashlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin

from auditor import limits
from auditor.archive.containers.http_message import Message
from auditor.archive.containers.warc import open_warc, records
from auditor.archive.shard import Shard, Tally
from auditor.extras import load
from auditor.model import MediaItem, UnreadableError


class WarcPictures:
    """Where the pictures lie: two numbers for each, so that a crawl of millions needs a few megabytes."""

    def __init__(self, shard: Shard) -> None:
        """Reads the archive once, without the bodies. Raises UnreadableError."""
        self._shard = shard
        with open_warc(shard) as stream:
            places = sorted(self._places(records(stream, shard, Tally())))
        self._names = array("Q", (name for name, _ in places))
        self._offsets = array("Q", (offset for _, offset in places))

    def of_page(self, url: str | None) -> "PagePictures":
        """The pictures as seen from a page, whose address completes theirs."""
        return PagePictures(self, url or "")

    def at(self, url: str) -> int | None:
        """Where the record of this address begins."""
        name = _name(url)
        place = bisect_left(self._names, name)
        return self._offsets[place] if place < len(self._names) and self._names[place] == name else None

    def read(self, offset: int) -> bytes:
        """The picture in the record there. Raises UnreadableError."""
        with ExitStack() as stack:
            stream = stack.enter_context(open_warc(self._shard))
            stream.seek(offset)
            try:
                record = next(iter(load("fastwarc.warc").ArchiveIterator(stream, parse_http=False, fsspec_args=False)))
            except (OSError, StopIteration) as error:
                raise UnreadableError(f"the record at byte {offset:,} cannot be read again ({error})") from error
            return Message(record).body(limits.MAX_WARC_PICTURE_BYTES)

    def _places(self, found: Iterator[Any]) -> Iterator[tuple[int, int]]:
        count = 0
        for record in found:
            try:
                message = Message(record)
            except UnreadableError:
                continue
            if message.status == 200 and message.content_type.startswith("image/"):
                yield _name((record.headers.get("WARC-Target-URI") or "").strip("<>")), record.stream_pos
                count += 1
                if count >= limits.MAX_WARC_PICTURES:
                    return


@lru_cache(maxsize=1)
def pictures_of(whole: Shard) -> WarcPictures:
    """Those of a whole archive: a worker that does one slice after the other lists them once. Raises UnreadableError."""
    return WarcPictures(whole)


@dataclass(frozen=True, slots=True)
class ArchivedPicture:
    """A picture record that is, by its address, the picture of an item."""

    archive: WarcPictures
    path: str
    """Its address."""
    offset: int
    matched_by: str = "file name"
    original: None = None
    """A web archive holds what was published alone."""

    def read(self) -> bytes:
        """The bytes. Raises UnreadableError."""
        return self.archive.read(self.offset)


@dataclass(frozen=True, slots=True)
class PagePictures:
    """The pictures of one page."""

    archive: WarcPictures
    base: str

    def find(self, item: MediaItem) -> ArchivedPicture | None:
        """The first of the item's addresses that was archived, too."""
        for url in item.urls:
            try:
                full = urljoin(self.base, url)
            except ValueError:
                continue
            if (offset := self.archive.at(full)) is not None:
                return ArchivedPicture(self.archive, full, offset)
        return None


def _name(url: str) -> int:
    return int.from_bytes(hashlib.blake2b(url.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
