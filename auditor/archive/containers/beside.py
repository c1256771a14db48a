"""The picture files of a shard's pages: in the same web archive, packed with them, or beside them in their folder."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.archive.shard import Kind, Shard, Tally
from auditor.ingest.pictures import PictureFinder
from auditor.model import Document

if TYPE_CHECKING:
    from auditor.pipeline.picture_files import Pictures

FindPictures = Callable[[Document], "Pictures | None"]
"""Where the pictures of one page are looked up."""


@contextmanager
def pictures_beside(shard: Shard, tally: Tally) -> Iterator[FindPictures]:
    """Where the pictures of a page are found, as long as the shard is worked on. Raises UnreadableError."""
    if shard.kind is Kind.WARC:
        from auditor.archive.containers.warc_pictures import pictures_of

        found = pictures_of(replace(shard, start=0, end=None))  # a page of one slice may show a picture of another
        yield lambda document: found.of_page(document.url)
    elif shard.kind in (Kind.ZIP, Kind.TAR):
        from auditor.archive.containers.packed_pictures import packed_pictures

        with packed_pictures(shard, tally) as packed:
            yield packed.of_document
    else:
        yield PictureFinder().for_document
