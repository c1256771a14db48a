"""An audit as SARIF 2.1.0, which code scanning services and editors read.

OASIS Standard, https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html (numbers below are its sections). A
published page has no source line to point at: the place is the document and, as logical location (3.33), the picture.
"""

from collections.abc import Iterator
from urllib.parse import quote

from auditor.model import Audit, DocumentAudit, Finding, MediaItem, Severity, Statement, Waiver
from auditor.pipeline import summarise
from auditor.render import labels
from auditor.render.json import tool_record
from auditor.render.json_text import json_text
from auditor.render.records import Record, statement_record
from auditor.rules import load_rules
from auditor.rules.base import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {Severity.BLOCK: "error", Severity.WARN: "warning", Severity.NOTE: "note"}


def render_sarif(audit: Audit) -> str:
    """One run with a result for each finding; waived ones are suppressed (3.27.23), the order is that of the documents."""
    results = [_result(document, finding) for document in audit.documents for finding in document.findings]
    run: Record = {
        "tool": {"driver": {**tool_record(), "rules": [_rule(rule) for rule in _named_rules(audit)]}},
        "invocations": [_invocation(audit)],
        "artifacts": [_artifact(document) for document in audit.documents],
        "results": results,
        "columnKind": "unicodeCodePoints",
        "properties": {
            "headline": labels.headline(summarise(audit)),
            "policy": {"name": audit.policy_name, "sha256": audit.policy_sha256},
        },
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _named_rules(audit: Audit) -> Iterator[Rule]:
    named = {finding.rule for document in audit.documents for finding in document.findings}
    return (rule for rule in load_rules() if rule.id in named)


def _rule(rule: Rule) -> Record:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "help": {"text": rule.rationale, "markdown": rule.rationale},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _invocation(audit: Audit) -> Record:
    """Whether all could be read, and what could not (3.20)."""
    unread = [_notification(s.document, s.reason, "error") for s in audit.skipped]
    partly = [_notification(d.document, problem, "warning") for d in audit.documents for problem in d.page.problems]
    when = {"endTimeUtc": f"{audit.time:%Y-%m-%dT%H:%M:%SZ}"} if audit.time else {}
    return {"executionSuccessful": not unread, "toolExecutionNotifications": unread + partly, **when}


def _notification(document: str, words: str, level: str) -> Record:
    return {"level": level, "message": {"text": words}, "locations": [{"physicalLocation": _place(document)}]}


def _artifact(document: DocumentAudit) -> Record:
    return {"location": _location(document.document), "length": document.size, "hashes": {"sha-256": document.sha256}}


def _result(document: DocumentAudit, finding: Finding) -> Record:
    item = document.page.media[finding.picture] if finding.picture is not None else None
    result: Record = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(item, finding)},
        "locations": [{"physicalLocation": _place(document.document), "logicalLocations": [_logical(item)]}],
        "partialFingerprints": {"auditor/v1": finding.fingerprint},
        "properties": {
            "confidence": finding.confidence.value,
            "outcome": finding.outcome.value,
            "picture": finding.picture,
            "words": finding.text,
            "suggestion": finding.suggestion,
            "related": [statement_record(statement) for statement in finding.related],
        },
    }
    if finding.related:
        result["relatedLocations"] = [_related(document.document, statement) for statement in finding.related]
    if finding.waived:
        result["suppressions"] = [_suppression(finding.waived)]
    return result


def _message(item: MediaItem | None, finding: Finding) -> str:
    name = labels.picture_name(item) if item else "The page"
    return f"{name}: {finding.message}" + (f" Write instead: {finding.suggestion}" if finding.suggestion else "")


def _logical(item: MediaItem | None) -> Record:
    if item is None:
        return {"name": "The page", "kind": "page"}
    name = labels.picture_name(item)
    return {"name": name, "kind": item.kind.value, "decoratedName": f"{name}: {labels.picture_words(item)}"}


def _related(document: str, statement: Statement) -> Record:
    text = (
        f"{statement.value} ({statement.field.replace('_', ' ')}, {labels.origin_words(statement.origin)}: {statement.locator})"
    )
    return {"physicalLocation": _place(document), "message": {"text": text}}


def _suppression(waiver: Waiver) -> Record:
    return {"kind": "external", "status": "accepted", "justification": labels.waiver_words(waiver)}


def _place(document: str) -> Record:
    return {"artifactLocation": _location(document)}


def _location(document: str) -> Record:
    """A URI reference (3.4.3): of a web page its address, of a file its path with what an address may not hold escaped."""
    return {"uri": quote(document, safe="/:?&=%#~+,;@!$'()*" if "://" in document else "/~+,;@!$'()*", errors="replace")}
