"""The parts of one state of rules, policy and options lie in one folder, the edition, which says what made them."""

import json
from datetime import date
from typing import Any

from auditor.archive.store import Store
from auditor.model import AuditorError

EDITION_FILE = "edition.json"


def edition_record(edition: Store) -> dict[str, Any]:
    """What an edition says of itself. Raises AuditorError where that cannot be read."""
    try:
        record: dict[str, Any] = json.loads(edition.read(EDITION_FILE))
        date.fromisoformat(record["today"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        place = edition.address(EDITION_FILE)
        raise AuditorError(f"{place} is damaged ({error}); delete the folder {edition.name} and run the audit again") from error
    return record


def newest_edition(into: Store) -> Store:
    """The edition whose parts a question is put to by default. Raises AuditorError."""
    found = editions(into)
    if not found:
        raise AuditorError(f"{into} holds no archive audit; `auditor archive run SOURCE --into {into}` makes one")
    return max(found, key=lambda edition: (edition.changed(), edition.name)) if len(found) > 1 else found[0]


def editions(into: Store) -> list[Store]:
    """Folders of parts, one for each state of rules, policy and options."""
    return [into.below(name.rpartition("/")[0]) for name in into.names(f"*/{EDITION_FILE}")]
