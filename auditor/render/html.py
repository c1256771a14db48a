"""An audit as one HTML file: works offline, asks nothing of any network, runs no script but its own.

Whatever a page says is escaped by the templates; a content security policy with the hashes of the report's own script and style
stands behind that.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from auditor.identity.making import Making, making_of
from auditor.model import Audit, Comparison, DocumentAudit, Field, Finding, MediaItem, PictureVerdict, Summary
from auditor.pipeline import summarise
from auditor.render import labels
from auditor.render.credit_words import made_by, supplied_by, supply
from auditor.render.in_short import in_short, uncounted
from auditor.render.json import tool_record
from auditor.render.marks import marked_caption, marked_field
from auditor.render.templates import FOLDER, environment
from auditor.rules import load_rules

View = dict[str, Any]
"""What a template shows; plain values only."""


def render_html(audit: Audit, *, thumbnails: Mapping[str, bytes]) -> str:
    """The report; `thumbnails` are small JPEG or PNG pictures by the SHA-256 of the file they show."""
    script, style = ((FOLDER / name).read_text("utf-8") for name in ("report.js", "report.css"))
    documents = [_document(document, number, thumbnails) for number, document in enumerate(audit.documents, 1)]
    summary = summarise(audit)
    return (
        environment()
        .get_template("report.html")
        .render(
            audit=audit,
            tool=tool_record(),
            title=_title(audit),
            headline=labels.headline(summary),
            summary=summary,
            counts=_counts(summary),
            in_short=in_short(audit),
            uncounted=uncounted(audit),
            unsure=sum(labels.is_unsure(finding) for document in audit.documents for finding in document.findings),
            comparisons=_comparisons(audit),
            waivers=labels.waivers_to_see(audit),
            documents=documents,
            rules=list(_rules(audit)),
            has_thumbnails=bool(thumbnails),
            script=script,
            style=style,
            script_hash=_hash(script),
            style_hash=_hash(style),
        )
    )


def _counts(summary: Summary) -> list[tuple[str, int]]:
    """Open findings by severity; waived ones only where there are any."""
    counts = [(severity.value, dict(summary.findings).get(severity, 0)) for severity in labels.WORST_FIRST]
    return [*counts, ("waived", summary.waived)] if summary.waived else counts


def _comparisons(audit: Audit) -> list[tuple[str, str, int]]:
    """What the findings say of the page against other witnesses: name, words and number, for a filter; empty where none does."""
    found = Counter(finding.comparison for document in audit.documents for finding in document.findings)
    said = [(comparison.value, comparison.words, found[comparison]) for comparison in Comparison if found[comparison]]
    return [*said, ("apart", "all else", found[None])] if said and found[None] else said


def _title(audit: Audit) -> str:
    """The story's headline, or how many documents there are."""
    if len(audit.documents) == 1:
        return audit.documents[0].page.title or audit.documents[0].document
    return labels.counted(len(audit.documents), "document")


def _document(document: DocumentAudit, number: int, thumbnails: Mapping[str, bytes]) -> View:
    page, found = document.page, labels.by_picture(document)
    cards = [
        _card(item, verdict, found[item.position], thumbnails) | {"anchor": f"d{number}p{item.position + 1}"}
        for item, verdict in zip(page.media, document.verdicts, strict=True)
    ]
    return {
        "name": document.document,
        "title": page.title,
        "link": _safe_link(page.url),
        "language": page.language,
        "published": (page.date_published or "")[:10],
        "sha256": document.sha256,
        "size": document.size,
        "problems": page.problems,
        "cards": cards,
        "findings": [_finding(finding) for finding in found[None]],
    }


def _card(item: MediaItem, verdict: PictureVerdict, findings: list[Finding], thumbnails: Mapping[str, bytes]) -> View:
    """One picture with everything an editor looks for."""
    small = thumbnails.get(item.file.sha256) if item.file else None
    return {
        "name": labels.picture_name(item),
        "is_lead": item.is_lead,
        "words": labels.picture_words(item),
        "is_counted": item.kind.is_picture,
        "answers": [(labels.answer_words(item, answer), answer.value) for answer in labels.answers(verdict)],
        "thumbnail": _data_uri(small) if small else None,
        "link": _safe_link(item.url),
        "address": item.url,
        "file": item.file,
        "caption": marked_caption(item, findings),
        "header": marked_field(item.header, findings, Field.HEADER),
        "alt_text": item.alt_text,
        "faulty_alt_text": marked_field(item.alt_text, findings, Field.ALT_TEXT) if _rests_on_alt_text(findings) else [],
        "facts": list(_facts(item)),
        "findings": [_finding(finding) for finding in findings],
    }


def _rests_on_alt_text(findings: list[Finding]) -> bool:
    return any(finding.field is Field.ALT_TEXT for finding in findings)


def _facts(item: MediaItem) -> Iterator[tuple[str, str]]:
    """What was read, in words, so that nothing hangs on the colour of a mark."""
    if credit := item.credit:
        origin = item.reading.credit_origin
        hidden = f" (not shown; {labels.origin_words(origin)})" if origin and not origin.is_displayed else ""
        yield "Credit line", f"{credit.line}{hidden}"
        yield "Made by", made_by(credit) or "nobody named"
        yield "Supplied by", supplied_by(credit) or "nobody named"
        yield "Kind of supply", supply(credit)
    witnesses: dict[str, list[str]] = {}
    for rung in item.dates:
        witnesses.setdefault(rung.date.value, []).append(labels.origin_words(rung.origin))
    for day, origins in witnesses.items():
        yield "Date", f"{day} ({', '.join(dict.fromkeys(origins))})"
    for asset in item.asset_ids:
        yield "Supplier's number", f"{asset.supplier} {asset.id}"
    making = making_of(item)
    if making.making is not Making.UNKNOWN:
        yield "How it was made", f"{making.making} ({'; '.join(dict.fromkeys(trace.place for trace in making.traces))})"
    if signed := item.file.metadata.credentials if item.file else None:
        yield "Content credentials", f"{signed.state}{f'; signed by {signed.signer}' if signed.signer else ''}"


def _finding(finding: Finding) -> View:
    return {
        "severity": labels.severity_words(finding),
        "shown_as": "waived" if finding.waived else finding.severity.value,
        "waived": labels.waiver_words(finding.waived) if finding.waived else None,
        "message": finding.message,
        "text": finding.text,
        "suggestion": finding.suggestion,
        "witnesses": labels.witnesses(finding),
        "doubts": labels.doubts(finding),
        "is_unsure": labels.is_unsure(finding),
        "comparison": finding.comparison.value if finding.comparison else "apart",
        "comparison_words": finding.comparison.words if finding.comparison else None,
        "rule": finding.rule,
        "rule_anchor": _rule_anchor(finding.rule),
        "fingerprint": finding.fingerprint,
    }


def _rules(audit: Audit) -> Iterator[View]:
    """The pages of the rules that this report names."""
    named = {finding.rule for document in audit.documents for finding in document.findings}
    for rule in load_rules():
        if rule.id in named:
            text = list(_paragraphs(rule.rationale))
            yield {"id": rule.id, "anchor": _rule_anchor(rule.id), "title": rule.title, "paragraphs": text}


def _paragraphs(markdown: str) -> Iterator[View]:
    """Each paragraph, and each point of a list, as pieces, with whether a piece is code; rationales hold no other mark-up."""
    for paragraph in markdown.split("\n\n"):
        is_list = paragraph.startswith("- ")
        for text in f"\n{paragraph}".split("\n- ")[1:] if is_list else [paragraph]:
            pieces = [(piece, number % 2 == 1) for number, piece in enumerate(" ".join(text.split()).split("`"))]
            yield {"is_point": is_list, "pieces": pieces}


def _rule_anchor(rule: str) -> str:
    return "rule-" + rule.replace("/", "-")


def _safe_link(url: str | None) -> str | None:
    """An address a click may follow; `javascript:` and the like are shown as text only."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


def _data_uri(picture: bytes) -> str:
    kind = "png" if picture.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
