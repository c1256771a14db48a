"""An audit as Markdown (GitHub flavour): for a ticket, a wiki page, a mail."""

import re
from collections.abc import Iterator

from auditor.model import Audit, DocumentAudit, Finding, MediaItem
from auditor.pipeline import summarise
from auditor.render import labels
from auditor.render.in_short import in_short, uncounted
from auditor.render.json import tool_record
from auditor.render.printable import cut, printable

SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~@#&]|^[-+]|(?<=^\d)[.)]|:(?=//)|(?<=www)\.")
"""Signs that can begin mark-up, a link or a mention; each may stand escaped (https://spec.commonmark.org/0.31.2/#backslash-escapes)."""


_WORDS = 80
"""Columns of a picture's words in tables and headings; findings quote what they rest on."""


def render_markdown(audit: Audit) -> str:
    """The opening line, the table of pictures, the findings by picture, and how the report was made."""
    summary = summarise(audit)
    lines = [f"# {labels.headline(summary)}", "", f"**{labels.severity_counts(summary)}**", ""]
    lines += [" ".join(filter(None, (in_short(audit), uncounted(audit)))), "", *_table(audit)]
    for document in audit.documents:
        lines += ["", *_document(document)]
    return "\n".join([*lines, "", *_footer(audit)]) + "\n"


def plain(text: str) -> str:
    """One line of text that Markdown shows as it is."""
    return SPECIAL.sub(r"\\\g<0>", printable(text))


def _words(item: MediaItem) -> str:
    """Enough of its words to know the picture by."""
    return plain(cut(printable(labels.picture_words(item)), _WORDS))


def _table(audit: Audit) -> Iterator[str]:
    several = len(audit.documents) > 1
    yield f"|{' Document |' if several else ''} Picture | Credit | Person | Date | Findings |"
    yield f"|{'---|' if several else ''}---|---|---|---|---|"
    for document in audit.documents:
        found = labels.by_picture(document)
        for item, verdict in zip(document.page.media, document.verdicts, strict=True):
            first = f" {plain(document.document)} |" if several else ""
            answers = " | ".join(labels.answer_words(item, answer) for answer in labels.answers(verdict))
            faults = ", ".join(
                f"{labels.severity_words(f)} {f.rule}{' (waived)' if f.waived else ''}" for f in found[item.position]
            )
            lead = " (lead)" if item.is_lead else ""
            yield f"|{first} {labels.picture_name(item)}{lead}: {_words(item)} | {answers} | {faults} |"


def _document(document: DocumentAudit) -> Iterator[str]:
    page = document.page
    yield f"## {plain(page.title or document.document)}"
    yield ""
    published = f", published {plain(page.date_published[:10])}" if page.date_published else ""
    yield f"{plain(document.document)}{published}"
    for problem in page.problems:
        yield from ("", f"**Could not be read:** {plain(problem)}")
    found = labels.by_picture(document)
    for item in (None, *page.media):
        on_item = found[item.position if item else None]
        if on_item:
            title = f"{labels.picture_name(item)}: {_words(item)}" if item else "The page as a whole"
            yield from ("", f"### {title}", "")
        for finding in on_item:
            yield from _finding(finding)
    if not document.findings:
        yield from ("", "Nothing found.")


def _finding(finding: Finding) -> Iterator[str]:
    doubts = labels.doubts(finding)
    yield f"* **{labels.severity_words(finding)}** {plain(finding.message)} ({finding.rule}{f', {doubts}' if doubts else ''})"
    if finding.waived:
        yield f"  * {plain(labels.waiver_words(finding.waived))}"
    if finding.text:
        yield f"  * words: {plain(finding.text)}"
    if finding.suggestion:
        yield f"  * write instead: {plain(finding.suggestion)}"
    for value, place in labels.evidence(finding):
        yield f"  * compare: {plain(value)} - {plain(place)}"


def _footer(audit: Audit) -> Iterator[str]:
    summary, tool = summarise(audit), tool_record()
    yield "## How this report was made"
    yield ""
    yield f"* {tool['name']} {tool['version']}" + (f", {plain(f'{audit.time:%Y-%m-%d %H:%M %Z}')}" if audit.time else "")
    yield f"* policy {plain(audit.policy_name)}, SHA-256 {audit.policy_sha256}"
    for file, sha256 in audit.registers:
        yield f"* register {plain(file)}, SHA-256 {sha256}"
    for file, sha256 in audit.sites:
        yield f"* site file {plain(file)}, SHA-256 {sha256}"
    for document in audit.documents:
        yield f"* read: {plain(document.document)} ({document.size:,} bytes), SHA-256 {document.sha256}"
    for skipped in audit.skipped:
        yield f"* **could not be read:** {plain(skipped.document)}: {plain(skipped.reason)}"
    if audit.passed_over:
        yield f"* passed over, as no article: {labels.counted(audit.passed_over, 'file')}"
    for rule, count in summary.not_checked:
        yield f"* not checked, for want of anything to check with: {rule} ({count})"
    for state, waiver in labels.waivers_to_see(audit):
        yield f"* {state.lower()}: {plain(waiver)}"
