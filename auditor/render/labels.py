"""How reports for people name pictures, answers and origins: the same words in the terminal and in HTML."""

from collections import Counter

from auditor.identity.file_names import path_in_address
from auditor.model import (
    Answer,
    Audit,
    Confidence,
    DocumentAudit,
    Finding,
    MediaItem,
    Origin,
    Outcome,
    PictureVerdict,
    Severity,
    Summary,
    Waiver,
)

ANSWERS = {Answer.YES: "yes", Answer.NO: "NO", Answer.CANNOT_TELL: "cannot tell"}
"""`NO` stands out without colour."""

WORST_FIRST = sorted(Severity, key=lambda severity: -severity.rank)

_FAMILIES = ("credit", "rights", "witness", "ai", "date", "caption")
"""Whose picture it is before how it is described; the others follow."""

_ORIGINS = {
    Origin.CAPTION: "shown under the picture",
    Origin.CREDIT_ELEMENT: "shown as credit",
    Origin.HEADER: "shown above the picture",
    Origin.ALT: "alternative text",
    Origin.TITLE: "title attribute",
    Origin.DATA: "data attribute",
    Origin.JSON_LD: "structured data (JSON-LD)",
    Origin.MICRODATA: "structured data (microdata)",
    Origin.META: "page header (meta)",
    Origin.SCRIPT: "data in a script",
    Origin.FILE_NAME: "file name",
    Origin.URL: "picture address",
    Origin.EXIF: "picture file",
    Origin.IIM: "picture file",
    Origin.XMP: "picture file",
    Origin.C2PA: "picture file",
    Origin.PNG_TEXT: "picture file",
    Origin.PHOTOSHOP: "picture file",
    Origin.REGISTER: "the house's register",
}


def headline(summary: Summary) -> str:
    """The line every report opens with."""
    return (
        f"{counted(summary.pictures, 'picture')}: credited {summary.credited}, person named {summary.person_named}, "
        f"dated {summary.dated}, cannot tell {summary.cannot_tell}"
    )


def counted(number: int, noun: str) -> str:
    """`1 picture`, `2 pictures`, `1,200 pictures`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def severity_counts(summary: Summary) -> str:
    """`1 block, 4 warn, 0 note`, and `2 waived` where there are any."""
    counts = dict(summary.findings)
    waived = [f"{summary.waived} waived"] if summary.waived else []
    return ", ".join([*(f"{counts.get(severity, 0)} {severity}" for severity in WORST_FIRST), *waived])


def answer_words(item: MediaItem, answer: Answer) -> str:
    """`NO` stands out without colour, where it is counted."""
    return ANSWERS[answer] if item.kind.is_picture else ANSWERS[answer].lower()


def picture_name(item: MediaItem) -> str:
    """`Picture 3`, `Video 1`: numbered from 1 in the order of the page, all kinds together."""
    kind = "picture" if item.kind.value == "image" else item.kind.value
    return f"{kind.capitalize()} {item.position + 1}"


def picture_words(item: MediaItem) -> str:
    """The words by which an editor knows the picture: its caption, else its header, else its file's name."""
    return item.description or item.caption or item.header or file_name(item) or item.alt_text or "(no words, no address)"


def file_name(item: MediaItem) -> str | None:
    """The last part of the picture's address."""
    return path_in_address(item.url or "").rstrip("/").rpartition("/")[2] or None


def answers(verdict: PictureVerdict) -> tuple[Answer, Answer, Answer]:
    """Credited, person named, dated."""
    return verdict.credited, verdict.person_named, verdict.dated


def evidence(finding: Finding) -> list[tuple[str, str]]:
    """What others say, and where: `("Jonas Weyland", "creator, picture file: IIM 2:80")`. The same words come once."""
    return [
        (value, f"{field}, {witness}: {places}") for witness, said in witnesses(finding).items() for value, field, places in said
    ]


def witnesses(finding: Finding) -> dict[str, list[tuple[str, str, str]]]:
    """Each witness with what it says: value, field and places, `("Jonas Weyland", "creator", "XMP dc:creator, IIM 2:80")`."""
    said: dict[str, dict[tuple[str, str], list[str]]] = {}
    for statement in finding.related:
        what = (statement.value, statement.field.replace("_", " "))
        said.setdefault(origin_words(statement.origin), {}).setdefault(what, []).append(statement.locator)
    return {
        witness: [(value, field, ", ".join(places)) for (value, field), places in values.items()]
        for witness, values in said.items()
    }


def origin_words(origin: Origin) -> str:
    """Where something stands, in plain words."""
    return _ORIGINS[origin]


def doubts(finding: Finding) -> str:
    """What an editor must know about how sure the finding is; empty for a plain one."""
    said = {"cannot tell": finding.outcome is Outcome.CANNOT_TELL, "to check": is_unsure(finding)}
    return ", ".join(words for words, holds in said.items() if holds)


def is_unsure(finding: Finding) -> bool:
    """Whether somebody has to look before anything is done about it."""
    return finding.confidence is Confidence.LOW


def severity_words(finding: Finding) -> str:
    """`warn`, or `warn?` where somebody has to look first."""
    return f"{finding.severity}{'?' if is_unsure(finding) else ''}"


def by_picture(document: DocumentAudit) -> dict[int | None, list[Finding]]:
    """The findings of every picture by its position, worst first; under None those about the page."""
    found: dict[int | None, list[Finding]] = {None: [], **{item.position: [] for item in document.page.media}}
    for finding in sorted(document.findings, key=_weight):
        found[finding.picture].append(finding)
    return found


def _weight(finding: Finding) -> tuple[int, bool, int]:
    """Worst first, sure before unsure, and whose picture it is before how it is described."""
    family = finding.rule.partition("/")[0]
    return -finding.severity.rank, is_unsure(finding), _FAMILIES.index(family) if family in _FAMILIES else len(_FAMILIES)


def waiver_words(waiver: Waiver) -> str:
    """Why a finding does not count: `waived by Ann Example until 2026-12-31: agreed with the agency`."""
    if waiver.is_baseline:
        return f"known: {waiver.reason}"
    end = f" until {waiver.until.isoformat()}" if waiver.until else ""
    return f"waived by {waiver.owner}{end}: {waiver.reason}"


def waivers_to_see(audit: Audit) -> list[tuple[str, str]]:
    """Waivers somebody must look after: what is the matter, and which it is. A baseline's entries are counted."""
    states = (("Expired waiver", audit.expired_waivers), ("Unused waiver", audit.unused_waivers))
    fixed = Counter(waiver.reason for waiver in audit.unused_waivers if waiver.is_baseline)
    return [
        *((s, f"{w.fingerprint} ({waiver_words(w)})") for s, waivers in states for w in waivers if not w.is_baseline),
        *(("No longer found", f"{counted(count, 'finding')} {reason}; write it again") for reason, count in fixed.items()),
    ]
