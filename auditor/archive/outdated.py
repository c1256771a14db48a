"""Parts of sources that changed since they were audited: a page that is gone from its source was published once, and stays.

The parts of a changed source are audited anew. Those of before are dropped when all their pages lie, byte by byte, in parts of
today; else they stay as evidence, and `outdated.json` holds their keys with the day of the run that found the change. A page of
which every capture is outdated is gone from its source.
"""

import json
from collections.abc import Iterator
from datetime import date

from auditor.archive.parts import COMPACTED, placed_receipts
from auditor.archive.store import Store
from auditor.model import AuditorError

OUTDATED = "outdated.json"
UNIT = rf"coalesce(nullif(regexp_extract(part, '/({COMPACTED}[0-9a-f]+)/[^/]*$', 1), ''), regexp_extract(part, '[^/]*$'))"
"""Within which the numbers of pages are unique: name of the file `part`, or of the folder of compacted files that it lies in."""


def outdated(edition: Store) -> dict[str, str]:
    """Keys of parts whose source changed since, with the day when that was found. Raises AuditorError."""
    if not edition.has(OUTDATED):
        return {}
    try:
        return {key: date.fromisoformat(day).isoformat() for key, day in json.loads(edition.read(OUTDATED)).items()}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise AuditorError(f"{edition.address(OUTDATED)} is damaged ({error}); delete it and run the audit again") from error


def ranges(edition: Store) -> Iterator[tuple[str, int, int | None, str]]:
    """Where the pages of outdated parts lie: unit, first number, number behind the last (None: all of the unit), day."""
    days = outdated(edition)
    if not days:
        return
    for place, receipt in placed_receipts(edition):
        if day := days.get(receipt.key):
            end = None if receipt.pages is None else receipt.first_page + receipt.pages
            yield place, receipt.first_page, end, day
