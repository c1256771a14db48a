"""The credit list of a story, ready to be printed under it or sent with it: text, and one HTML file.

A credit is listed in natural spelling, with the numbers of its pictures; a picture that the audit does not hold for credited is
listed apart, so that nobody prints the list for complete.
"""

from dataclasses import dataclass

from auditor.model import Answer, Audit, DocumentAudit, Finding, MediaItem, Severity
from auditor.pipeline import summarise
from auditor.render import labels
from auditor.render.credit_words import credit_words
from auditor.render.json import tool_record
from auditor.render.printable import printable, printable_path
from auditor.render.templates import environment


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditList:
    """The credits of one story."""

    document: str
    title: str
    credits: tuple[tuple[str, tuple[int, ...]], ...]
    """A credit and the numbers of its pictures, from 1, in the order of the page."""
    uncredited: tuple[tuple[str, str], ...]
    """A picture without a sure credit, and what is known."""
    doubted: tuple[tuple[str, str], ...]
    """A picture whose credit is listed although a finding says that it must not run so."""

    @property
    def line(self) -> str:
        """`Ilse Varn/Reuters (1, 3); Piet Hallen/AP (5)`."""
        return "; ".join(f"{credit} ({', '.join(map(str, numbers))})" for credit, numbers in self.credits)


def credit_list(document: DocumentAudit) -> CreditList:
    """Whom the story's pictures are credited to; the same credit, however it is written, is listed once."""
    listed: dict[str, tuple[str, list[int]]] = {}
    uncredited, doubted = [], []
    found = labels.by_picture(document)
    for item, verdict in zip(document.page.media, document.verdicts, strict=True):
        if item.credit and verdict.credited is Answer.YES:
            words = printable(credit_words(item.credit))
            listed.setdefault(words.casefold(), (words, []))[1].append(item.position + 1)
            doubted += [(_which(item), printable(finding.message)) for finding in found[item.position] if _doubts_credit(finding)]
        elif item.kind.is_picture or item.credit:
            uncredited.append((_which(item), _known(item, verdict.credited)))
    return CreditList(
        document=document.document,
        title=document.page.title or document.document,
        credits=tuple((words, tuple(numbers)) for words, numbers in listed.values()),
        uncredited=tuple(uncredited),
        doubted=tuple(doubted),
    )


def render_credits(audit: Audit) -> str:
    """The lists as plain text."""
    lines = [labels.headline(summarise(audit))]
    for story in map(credit_list, audit.documents):
        lines += ["", printable(story.title), printable_path(story.document), ""]
        lines += [f"Pictures: {story.line}"] if story.credits else ["No picture of this story has a credit."]
        lines += [f"NOT CREDITED: {which}: {known}" for which, known in story.uncredited]
        lines += [f"CHECK FIRST: {which}: {known}" for which, known in story.doubted]
    lines += ["", *(f"COULD NOT BE READ: {printable_path(s.document)}: {printable(s.reason)}" for s in audit.skipped)]
    return "\n".join([*lines, *_made(audit)]) + "\n"


def render_credits_html(audit: Audit) -> str:
    """The lists as one HTML file without script; each story's list is a paragraph to be copied."""
    return (
        environment()
        .get_template("credits.html")
        .render(
            headline=labels.headline(summarise(audit)),
            stories=[credit_list(document) for document in audit.documents],
            skipped=audit.skipped,
            made=_made(audit),
        )
    )


def _doubts_credit(finding: Finding) -> bool:
    return finding.severity is Severity.BLOCK and not finding.waived and finding.rule.startswith(("credit/", "witness/"))


def _which(item: MediaItem) -> str:
    return f"{labels.picture_name(item)} ({printable(labels.picture_words(item))})"


def _known(item: MediaItem, credited: Answer) -> str:
    """What its credit line says all the same; nothing is made up from other witnesses."""
    if not item.credit:
        return "nothing names a maker or supplier"
    return f"{'unclear' if credited is Answer.CANNOT_TELL else 'names nobody'}: {printable(item.credit.line)}"


def _made(audit: Audit) -> list[str]:
    tool = tool_record()
    time = f", {audit.time:%Y-%m-%d %H:%M %Z}" if audit.time else ""
    inputs = [f"{printable_path(document.document)} SHA-256 {document.sha256}" for document in audit.documents]
    policy = f"policy {printable_path(audit.policy_name)} SHA-256 {audit.policy_sha256}"
    return [f"{tool['name']} {tool['version']}{time}, {policy}", *inputs]
