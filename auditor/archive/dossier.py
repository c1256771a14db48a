"""`auditor archive dossier`: evidence about one picture or page in one folder that proves itself by its list of hashes."""

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from auditor.archive.catalogue import Catalogue
from auditor.archive.clusters import number_clusters
from auditor.archive.editions import edition_record
from auditor.archive.evidence import copy_evidence
from auditor.model import UsageError

HASHES = "SHA256SUMS"

_SUPPLIER_ID = re.compile(r"[a-z][a-z0-9-]{1,40}:(?!//)\S{3,80}")
_COLUMNS = (
    *(
        "page",
        "canonical",
        "title",
        "published",
        "captured",
        "gone",
        "source",
        "record_offset",
        "sha256",
        "position",
        "picture",
        "asset_ids",
        "file_sha256",
    ),
    *("caption", "credit_start", "credit_end", "credit_line", "creators", "organisations", "role", "usage_terms"),
    *("date", "date_precision", "date_source", "registered", "credited", "person_named", "dated"),
)


def write_dossier(catalogue: Catalogue, wanted: str, folder: Path) -> tuple[int, list[str]]:
    """Write the folder; how many uses, and what could not be copied. Raises UsageError for what the archive does not hold."""
    number_clusters(catalogue)
    uses = list(_uses(catalogue, wanted))
    if not uses:
        raise UsageError(f'nothing in this archive is "{wanted}"; give the address of a page or picture, or a supplier\'s number')
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        raise UsageError(f"{folder} is there already; name another folder with --output") from None
    except OSError as error:
        raise UsageError(f"{folder} cannot be written ({error.strerror}); name another folder with --output") from error
    problems = list(copy_evidence(uses, folder))
    edition = edition_record(catalogue.edition)
    _write_json(folder / "dossier.json", {"about": wanted, "edition": edition, "uses": uses, "not_copied": problems})
    pages = {use["page"] for use in uses}
    findings = catalogue.ask(
        "select coalesce(url, name), position, rule, severity, confidence, outcome, message, text from findings "
        "where list_contains(?, coalesce(url, name)) order by all",
        [sorted(pages)],
    )
    names = ("page", "position", "rule", "severity", "confidence", "outcome", "message", "words")
    _write_json(folder / "findings.json", [dict(zip(names, row, strict=True)) for row in findings])
    _write_hashes(folder)
    return len(uses), problems


def changed_files(folder: Path) -> list[str]:
    """Files of a dossier that are not what its list of hashes says: changed, missing or added. Raises UsageError."""
    try:
        lines = [line.split("  ", 1) for line in (folder / HASHES).read_text("utf-8").splitlines()]
        listed = {name: digest for digest, name in lines}
    except (OSError, ValueError) as error:
        raise UsageError(f"{folder} is no dossier: its {HASHES} cannot be read ({error})") from error
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file() and path.name != HASHES}
    changed = [f"{name}: missing" for name in sorted(listed.keys() - there.keys())]
    changed += [f"{name}: not in the list" for name in sorted(there.keys() - listed.keys())]
    for name in sorted(listed.keys() & there.keys()):
        if hashlib.sha256(there[name].read_bytes()).hexdigest() != listed[name]:
            changed.append(f"{name}: changed")
    return changed


def _uses(catalogue: Catalogue, wanted: str) -> Iterator[dict[str, Any]]:
    """All pictures of a page, or all appearances of a picture."""
    selected = ", ".join(f"coalesce(url, name) as {name}" if name == "page" else name for name in _COLUMNS)
    conditions = ["coalesce(url, name) = ?", "canonical = ?", "cluster in (select cluster from uses where picture = ?)"]
    if _SUPPLIER_ID.fullmatch(wanted):
        conditions = ["cluster in (select cluster from uses where list_contains(asset_ids, ?))"]
    for condition in conditions:
        rows = catalogue.ask(f"select {selected} from uses where {condition} order by published, page, position", [wanted])
        if rows:
            yield from map(_use, rows)
            return


def _use(row: tuple[Any, ...]) -> dict[str, Any]:
    use = {name: _plain(value) for name, value in zip(_COLUMNS, row, strict=True)}
    return {**use, "registered": [json.loads(entry) for entry in use["registered"] or ()]}


def _write_hashes(folder: Path) -> None:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n" for path in files)
    (folder / HASHES).write_text("".join(lines), encoding="utf-8")


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", errors="backslashreplace")


def _plain(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, bytes):
        return value.hex()
    return value.isoformat() if isinstance(value, (date, datetime)) else value
