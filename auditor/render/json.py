"""An audit as JSON: the report that programs read (design §5)."""

from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from typing import Any

from auditor.identity.making import making_of, making_record
from auditor.model import Audit, DocumentAudit, Finding, MediaItem, PictureFile, PictureVerdict, Summary, Waiver
from auditor.pipeline import summarise
from auditor.render.json_text import json_text
from auditor.render.labels import WORST_FIRST
from auditor.render.records import (
    Record,
    date_range_record,
    media_record,
    statement_record,
)

SCHEMA_VERSION = "1"


def render_json(audit: Audit) -> str:
    """The whole run, indented for people, in the order of the documents."""
    return json_text(audit_record(audit))


def tool_record() -> dict[str, str]:
    """What made the report."""
    return {"name": "auditor", "version": _version()}


@cache
def _version() -> str:
    """Looked up once: the metadata of an installed package is a file that is read and parsed each time."""
    return version("media-caption-auditor")


def audit_record(audit: Audit) -> Record:
    """The report as a dictionary."""
    return {
        "schema": SCHEMA_VERSION,
        "tool": tool_record(),
        "policy": {"name": audit.policy_name, "sha256": audit.policy_sha256},
        "run": {
            "time": audit.time.isoformat() if audit.time else None,
            "inputs": [{"document": d.document, "sha256": d.sha256, "bytes": d.size} for d in audit.documents],
            "registers": [{"file": file, "sha256": sha256} for file, sha256 in audit.registers],
            "sites": [{"file": file, "sha256": sha256} for file, sha256 in audit.sites],
        },
        "summary": _summary(summarise(audit)),
        "documents": [_document(document) for document in audit.documents],
        "waivers": {
            "expired": [_waiver(waiver) for waiver in audit.expired_waivers],
            "unused": [_waiver(waiver) for waiver in audit.unused_waivers],
        },
        "skipped": [{"document": skipped.document, "reason": skipped.reason} for skipped in audit.skipped],
    }


def _summary(summary: Summary) -> Record:
    return {
        "pictures": summary.pictures,
        "credited": summary.credited,
        "person_named": summary.person_named,
        "dated": summary.dated,
        "cannot_tell": summary.cannot_tell,
        "findings": {severity.value: dict(summary.findings).get(severity, 0) for severity in WORST_FIRST},
        "not_checked": dict(summary.not_checked),
        "documents": summary.documents,
        "skipped": summary.skipped,
        "passed_over": summary.passed_over,
        "waived": summary.waived,
    }


def _document(document: DocumentAudit) -> Record:
    page = document.page
    return {
        "document": document.document,
        "url": page.url,
        "title": page.title,
        "date_published": page.date_published,
        "pictures": [_picture(item, answers) for item, answers in zip(page.media, document.verdicts, strict=True)],
        "findings": [_finding(finding) for finding in document.findings],
        "problems": list(page.problems),
    }


def _picture(item: MediaItem, answers: PictureVerdict) -> Record:
    return {
        **media_record(item),
        "credited": answers.credited.value,
        "person_named": answers.person_named.value,
        "dated": answers.dated.value,
        "date_evidence": [
            {**(date_range_record(rung.date) or {}), "origin": rung.origin.value, "locator": rung.locator} for rung in item.dates
        ],
        "file": _file(item.file) if item.file else None,
        "making": making_record(making_of(item)),
        "registered": [
            {"register": match.entry.kind.value, "place": match.entry.place, "matched_by": match.by.value}
            for match in item.registered
        ],
    }


def _file(file: PictureFile) -> dict[str, Any]:
    shown = {} if file.picture_hash is None else {"picture_hash": f"{file.picture_hash:016x}"}
    signed = file.metadata.credentials
    return {
        "name": file.name,
        "sha256": file.sha256,
        "bytes": file.size,
        "matched_by": file.matched_by,
        "credentials": asdict(signed) if signed else None,
        **shown,
    }


def _finding(finding: Finding) -> Record:
    span = finding.span
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "outcome": finding.outcome.value,
        "comparison": finding.comparison.value if finding.comparison else None,
        "picture": finding.picture,
        "message": finding.message,
        "span": {"field": finding.field.value, "start": span.start, "end": span.end, "text": finding.text} if span else None,
        "related": [statement_record(statement) for statement in finding.related],
        "suggestion": finding.suggestion,
        "fingerprint": finding.fingerprint,
        "waived": _waiver(finding.waived) if finding.waived else None,
    }


def _waiver(waiver: Waiver) -> Record:
    return {
        "fingerprint": waiver.fingerprint,
        "owner": waiver.owner,
        "reason": waiver.reason,
        "until": waiver.until.isoformat() if waiver.until else None,
        "document": waiver.document,
        "source": waiver.source,
        "baseline": waiver.is_baseline,
    }
