"""Findings that do not fail a gate: waivers, for which somebody answers until a day, and the baseline, known when it was written.

Both are keyed by fingerprint. A waiver past its end opens its findings again; what no finding answers to is listed.
"""

import difflib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

from auditor.limits import MAX_BASELINE_BYTES
from auditor.model import Audit, DocumentAudit, PolicyError, Waiver
from auditor.policy.text_file import read_text, read_toml

BASELINE_SCHEMA = "1"

_KEYS = ("fingerprint", "owner", "reason", "until", "document")
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


def load_waivers(path: str) -> tuple[Waiver, ...]:
    """The `[[waiver]]` tables of a TOML file. Raises PolicyError with the place of what is wrong."""
    tables, text = read_toml(path)
    if unknown := next((key for key in tables if key != "waiver"), None):
        raise PolicyError(f"{path}: unknown key {unknown!r}; a file of waivers holds [[waiver]] tables alone")
    entries = tables.get("waiver", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise PolicyError(f"{path}: waiver must be a list of tables, each begun by a line [[waiver]]")
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.split("#")[0].strip() == "[[waiver]]"]
    places = [f"{path}, line {line}" for line in lines] if len(lines) == len(entries) else [path] * len(entries)
    return tuple(_waiver(entry, place, path) for entry, place in zip(entries, places, strict=True))


def load_baseline(path: str) -> tuple[Waiver, ...]:
    """The findings a baseline knows. Raises PolicyError for a file that is none."""
    wrong = PolicyError(f"{path}: not a baseline; `auditor baseline write` makes one")
    try:
        written = json.loads(read_text(path, MAX_BASELINE_BYTES))
    except (ValueError, RecursionError):
        raise wrong from None
    if not isinstance(written, dict) or written.get("schema") != BASELINE_SCHEMA or not isinstance(written.get("findings"), list):
        raise wrong
    reason = f"in the baseline of {written.get('written')}"
    try:
        return tuple(
            Waiver(
                fingerprint=str(entry["fingerprint"]),
                owner="",
                reason=reason,
                document=str(entry["document"]),
                source=path,
                is_baseline=True,
                note=f"{entry['severity']} {entry['rule']}: {entry['message']}",
            )
            for entry in written["findings"]
        )
    except (KeyError, TypeError):
        raise wrong from None


def baseline(audit: Audit) -> dict[str, Any]:
    """What `load_baseline` reads: every finding of the audit that no waiver covers."""
    return {
        "schema": BASELINE_SCHEMA,
        "written": audit.today.isoformat(),
        "policy": {"name": audit.policy_name, "sha256": audit.policy_sha256},
        "findings": [
            {
                "fingerprint": finding.fingerprint,
                "document": document.page.url or _file_name(document),
                "rule": finding.rule,
                "severity": finding.severity.value,
                "message": finding.message,
            }
            for document in audit.documents
            for finding in document.findings
            if not finding.waived
        ],
    }


def apply_waivers(audit: Audit, waivers: Iterable[Waiver]) -> Audit:
    """The same audit with its findings waived; those of a waiver that ended before today stay open."""
    known: dict[str, list[Waiver]] = defaultdict(list)
    for waiver in sorted(waivers, key=lambda w: w.is_baseline):  # somebody's word goes before the baseline's
        known[waiver.fingerprint].append(waiver)
    used: set[Waiver] = set()
    expired: dict[Waiver, None] = {}
    documents = []
    for document in audit.documents:
        findings = []
        for finding in document.findings:
            fitting = [w for w in known.get(finding.fingerprint, ()) if w.document is None or w.document in _names(document)]
            waived = next((w for w in fitting if w.until is None or w.until >= audit.today), None)
            used.update(fitting)
            expired.update(dict.fromkeys(fitting if not waived else ()))
            findings.append(replace(finding, waived=waived))
        documents.append(replace(document, findings=tuple(findings)))
    unused = _unused(audit, (w for fitting in known.values() for w in fitting if w not in used))
    return replace(audit, documents=tuple(documents), expired_waivers=tuple(expired), unused_waivers=tuple(unused))


def _unused(audit: Audit, waivers: Iterable[Waiver]) -> Iterator[Waiver]:
    """Those that this run could have used: one for a document that was not audited may well be needed."""
    names = {name for document in audit.documents for name in _names(document)}
    return (waiver for waiver in waivers if waiver.document is None or waiver.document in names)


def _names(document: DocumentAudit) -> tuple[str, ...]:
    """What a waiver may call the document: its address, its path as given, its file's name."""
    return (*filter(None, [document.page.url]), document.document, _file_name(document))


def _file_name(document: DocumentAudit) -> str:
    return PurePath(document.document).name or document.document


def _waiver(entry: Mapping[str, object], place: str, source: str) -> Waiver:
    for key in entry:
        if key not in _KEYS:
            raise PolicyError(f"{place}: unknown key {key!r}{_nearest(key)}")
    fingerprint = _words(entry, "fingerprint", place)
    if not _FINGERPRINT.fullmatch(fingerprint):
        raise PolicyError(f"{place}: fingerprint {fingerprint!r} is none; copy the 16 signs that the report shows")
    return Waiver(
        fingerprint=fingerprint,
        owner=_words(entry, "owner", place),
        reason=_words(entry, "reason", place),
        until=_day(entry.get("until"), place),
        document=_words(entry, "document", place) if "document" in entry else None,
        source=source,
    )


def _nearest(key: str) -> str:
    match = difflib.get_close_matches(key, _KEYS, n=1)
    return f"; did you mean {match[0]!r}?" if match else f"; there are {', '.join(_KEYS)}"


def _words(entry: Mapping[str, object], key: str, place: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip():
        raise PolicyError(f"{place}: {key} is missing: a waiver names {', '.join(_KEYS[:4])}")
    return value.strip()


def _day(value: object, place: str) -> date:
    """The end date; TOML's own date or the same in quotes."""
    try:
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        return date.fromisoformat(str(value))
    except ValueError:
        raise PolicyError(f"{place}: until must be the last day it holds, for example until = 2026-12-31") from None
