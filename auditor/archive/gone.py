"""After a complete run over its sources: which parts are outdated, and which of those hold no page that is gone."""

import json
from collections.abc import Iterable
from datetime import date

from auditor.archive.catalogue import Catalogue, Versions
from auditor.archive.outdated import OUTDATED, UNIT, outdated
from auditor.archive.parts import part_name, receipts
from auditor.archive.store import Store


def note_outdated(edition: Store, sources: set[str], wanted: set[str], today: date) -> None:
    """Note which parts a complete run over these sources no longer wants, and drop those that say nothing more than others."""
    known = outdated(edition)
    found = [
        receipt.key
        for receipt in receipts(edition)
        if receipt.key not in wanted and (receipt.uri in sources or receipt.key in known)
    ]
    now = {key: known.get(key, today.isoformat()) for key in found}
    if now != known:
        edition.write(OUTDATED, json.dumps(now, indent=1) + "\n")
    for name in _repeating(edition, now):
        edition.remove(name)


def _repeating(edition: Store, keys: Iterable[str]) -> list[str]:
    """Outdated parts of which every page lies in another part, too."""
    parts = [part_name(key) for key in keys if edition.has(part_name(key))]
    if not parts:
        return []
    catalogue = Catalogue(edition, Versions.ALL)  # leaves out pages whose bytes lie elsewhere
    telling = {part for (part,) in catalogue.ask(f"select distinct {UNIT} from pages")}
    catalogue.close()
    return [name for name in parts if name not in telling]
