"""An audit as flat rows, the same for every format of rows and columns; keys are those of the JSON report where it has them.

Cells hold text as the page has it: each format must make it harmless for the program that opens it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from auditor.model import Audit, DocumentAudit, Finding, MediaItem, Origin, PictureVerdict
from auditor.pipeline import summarise
from auditor.render import labels
from auditor.render.credit_words import made_by, supplied_by, supply
from auditor.render.json import tool_record

Cell = str | int
Row = Mapping[str, Cell]

_WHICH = ("document", "picture")
_QUESTIONS = ("credited", "person_named", "dated")

DOCUMENT_COLUMNS = ("document", "title", "date_published", "page", "bytes", "sha256", "problem")
PICTURE_COLUMNS = (
    *(*_WHICH, "lead", *_QUESTIONS, "block", "warn", "note", "waived_findings"),
    *("credit_line", "date", "caption", "alt_text", "url", "file"),
)
FINDING_COLUMNS = (
    *(*_WHICH, "severity", "rule", "message", "words", "suggestion", "evidence"),
    *("confidence", "outcome", "waived", "fingerprint", "comparison"),
)
CREDIT_COLUMNS = (
    *(*_WHICH, "credited", "made_by", "supplied_by", "supply", "credit_line", "credit_place"),
    *("licence", "date", "description"),
)


def figures(audit: Audit) -> list[tuple[str, Cell]]:
    """The figures every report opens with, then what they do not cover and what made the report; named and in order."""
    summary, tool = summarise(audit), tool_record()
    found = dict(summary.findings)
    return [
        ("Pictures", summary.pictures),
        ("Credited", summary.credited),
        ("Person named", summary.person_named),
        ("Dated", summary.dated),
        ("Cannot tell", summary.cannot_tell),
        *((f"Findings: {severity}", found.get(severity, 0)) for severity in labels.WORST_FIRST),
        ("Findings waived", summary.waived),
        ("Documents read", summary.documents),
        ("Documents not read", summary.skipped),
        ("Files passed over", summary.passed_over),
        *((f"Not checked: {rule}", count) for rule, count in summary.not_checked),
        *labels.waivers_to_see(audit),
        ("Tool", f"{tool['name']} {tool['version']}"),
        ("Policy", audit.policy_name),
        ("Policy SHA-256", audit.policy_sha256),
        *((f"Register {file}", sha256) for file, sha256 in audit.registers),
        *((f"Site file {file}", sha256) for file, sha256 in audit.sites),
        ("Time", audit.time.isoformat() if audit.time else ""),
    ]


def document_rows(audit: Audit) -> Iterator[Row]:
    """One row a document that was read, then one for each that was not."""
    for document in audit.documents:
        yield {
            "document": document.document,
            "title": document.page.title or "",
            "date_published": document.page.date_published or "",
            "page": document.page.url or "",
            "bytes": document.size,
            "sha256": document.sha256,
            "problem": "\n".join(document.page.problems),
        }
    yield from ({"document": skipped.document, "problem": f"NOT READ: {skipped.reason}"} for skipped in audit.skipped)


def picture_rows(audit: Audit) -> Iterator[Row]:
    """One row a picture, with the three answers and how much was found on it."""
    for document, item, verdict, found in _pictures(audit):
        open_ones = Counter(finding.severity for finding in found if not finding.waived)
        yield {
            **_which(document, item),
            "lead": "yes" if item.is_lead else "",
            **{name: labels.ANSWERS[answer] for name, answer in zip(_QUESTIONS, labels.answers(verdict), strict=True)},
            "credit_line": item.credit.line if item.credit else "",
            "date": item.dates[0].date.value if item.dates else "",
            "caption": item.caption or "",
            "alt_text": item.alt_text or "",
            "url": item.url or "",
            "file": item.file.name if item.file else "",
            **{severity.value: open_ones[severity] for severity in labels.WORST_FIRST},
            "waived_findings": sum(finding.waived is not None for finding in found),
        }


def finding_rows(audit: Audit) -> Iterator[Row]:
    """One row a finding, waived ones too; `picture` is empty where it is about the page."""
    for document in audit.documents:
        items = {item.position: item for item in document.page.media}
        for finding in document.findings:
            item = items[finding.picture] if finding.picture is not None else None
            yield {**_which(document, item), **_finding(finding)}


def credit_rows(audit: Audit) -> Iterator[Row]:
    """One row a picture: whom its credit names, in natural spelling, and the line as printed."""
    for document, item, verdict, _ in _pictures(audit):
        credit, origin = item.credit, item.reading.credit_origin
        yield {
            **_which(document, item),
            "credited": labels.ANSWERS[verdict.credited],
            "made_by": made_by(credit),
            "supplied_by": supplied_by(credit),
            "supply": supply(credit),
            "credit_line": credit.line if credit else "",
            "credit_place": labels.origin_words(origin or Origin.CAPTION) if credit else "",
            "licence": (credit.licence or "") if credit else "",
            "date": item.dates[0].date.value if item.dates else "",
            "description": item.description or "",
        }


def _pictures(audit: Audit) -> Iterator[tuple[DocumentAudit, MediaItem, PictureVerdict, list[Finding]]]:
    for document in audit.documents:
        found = labels.by_picture(document)
        for item, verdict in zip(document.page.media, document.verdicts, strict=True):
            yield document, item, verdict, found[item.position]


def _which(document: DocumentAudit, item: MediaItem | None) -> Row:
    """What a row is about; `position` counts from 0 as in the JSON report, the name from 1 as people do."""
    if item is None:
        return {"document": document.document, "picture": "The page", "position": "", "kind": "page"}
    return {
        "document": document.document,
        "picture": labels.picture_name(item),
        "position": item.position,
        "kind": item.kind.value,
    }


def _finding(finding: Finding) -> Row:
    return {
        "severity": finding.severity.value,
        "rule": finding.rule,
        "message": finding.message,
        "words": finding.text or "",
        "suggestion": finding.suggestion or "",
        "evidence": "\n".join(f"{value} - {place}" for value, place in labels.evidence(finding)),
        "confidence": finding.confidence.value,
        "outcome": finding.outcome.value,
        "waived": labels.waiver_words(finding.waived) if finding.waived else "",
        "fingerprint": finding.fingerprint,
        "comparison": finding.comparison.words if finding.comparison else "",
    }
