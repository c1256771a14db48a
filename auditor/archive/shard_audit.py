"""One shard -> one part. Knows no engine: a process, a cluster task or a test calls it, and calling it twice changes nothing."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from importlib.metadata import version

from auditor import limits
from auditor.archive.columns import Row, place_of, row_of_skipped, rows_of
from auditor.archive.containers import read_entries
from auditor.archive.containers.beside import pictures_beside
from auditor.archive.containers.entry import Entry
from auditor.archive.looks import Looks, no_pictures
from auditor.archive.parts import PartWriter, part_name, read_receipt
from auditor.archive.shard import Counts, Failure, Options, Receipt, Shard, Tally
from auditor.archive.store import OutputError, Store
from auditor.archive.stores import open_store
from auditor.model import AuditorError, DocumentAudit, Skipped
from auditor.pipeline import audit_all
from auditor.pipeline.collecting import uncollected

Beat = Callable[[Counts, int], None]
"""How far the work is, and which page is being judged, from 1; 0 between two pages."""

PAGES_BETWEEN_COLLECTIONS = 5
"""Soups are cyclic. Left to itself the collector runs in the middle of other work and looks at everything that stays, too."""


def audit_shard(shard: Shard, options: Options, folder: str, beat: Beat = lambda counts, page: None) -> Receipt | Failure:
    """Audit the pages of a shard and write its part; a finished part is only read. Never raises for anything the shard holds."""
    try:
        key, into = options.key_of(shard), open_store(folder)
        if into.has(done := part_name(key)):
            return read_receipt(into, done)
        with uncollected():
            return _audit(shard, options, into, key, beat)
    except OutputError as error:
        return Failure(shard=shard, reason=str(error), is_fatal=True)
    except AuditorError as error:
        return Failure(shard=shard, reason=str(error))
    except Exception as error:  # one shard must not end the run (design §9); type and text make it reportable
        return Failure(shard=shard, reason=f"a fault in the auditor itself ({type(error).__name__}: {error}); please report it")
    finally:
        gc.collect()


def _audit(shard: Shard, options: Options, into: Store, key: str, beat: Beat) -> Receipt:
    begin, tally, seen = time.monotonic(), Tally(), _Seen()
    source = f"{shard.uri}#{shard.member}" if shard.member else shard.uri
    with (
        pictures_beside(shard, tally) if options.pictures else nullcontext(no_pictures) as pictures,
        into.writing(part_name(key)) as stream,
        PartWriter(stream, into.place) as part,
    ):
        judge = _Judge(options, tally.counts, Looks(pictures))
        for number, entry in enumerate(read_entries(shard, tally)):
            if isinstance(entry, Entry) and seen.before(entry):
                tally.counts.duplicates += 1
                continue
            beat(tally.counts, number + 1)
            for row in judge.rows(entry, place_of(entry, source, number)):
                part.add(row)
            if number % PAGES_BETWEEN_COLLECTIONS == 0:
                gc.collect(0)
            beat(tally.counts, 0)
        receipt = Receipt(
            key=key,
            uri=shard.uri,
            name=shard.name,
            rows=part.count,
            seconds=round(time.monotonic() - begin, 3),
            tool_version=version("media-caption-auditor"),
            edition=options.edition,
            counts=tally.counts,
            problems=tuple(tally.problems),
        )
        part.finish(receipt)
    return receipt


@dataclass(frozen=True, slots=True)
class _Judge:
    """What every page of the shard is judged with, and where it is counted."""

    options: Options
    counts: Counts
    looks: Looks

    def rows(self, entry: Entry | Skipped, place: Row) -> Iterator[Row]:
        """The rows of one page. The day it was captured is its today: what lay in the future then was announced, not shown."""
        if isinstance(entry, Skipped):
            self.counts.skipped += 1
            yield row_of_skipped(entry, place)
            return
        today = entry.captured.date() if entry.captured else self.options.today
        [result] = audit_all(
            [replace(entry.document, wants_body=False)],
            policy=self.options.policy,
            today=today,
            images=self.looks.of_document,
            published=entry.published,
            sites=self.options.sites,
        )
        if isinstance(result, DocumentAudit):
            self.counts.documents += 1
            self.counts.pictures += sum(item.kind.is_picture for item in result.page.media)
            self.counts.findings += len(result.findings)
            yield from rows_of(result, place, self.looks.of_item)
        else:
            self.counts.skipped += 1
            yield row_of_skipped(result, place)


class _Seen:
    """Pages of this shard by address and bytes; what is forgotten for want of room the catalogue still counts once."""

    def __init__(self) -> None:
        self._numbers: set[int] = set()

    def before(self, entry: Entry) -> bool:
        """Whether the same bytes came from the same address before."""
        number = hash((entry.name, entry.sha256))
        if number in self._numbers:
            return True
        if len(self._numbers) < limits.MAX_REMEMBERED_PAGES:
            self._numbers.add(number)
        return False
