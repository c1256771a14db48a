"""An audit as text for a terminal of 80 columns: readable without colour, safe whatever a caption holds."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from auditor.model import Answer, Audit, DocumentAudit, Finding, MediaItem, Severity
from auditor.pipeline import summarise
from auditor.render import labels
from auditor.render.in_short import in_short, uncounted
from auditor.render.json import tool_record
from auditor.render.printable import columns, cut, printable, printable_path, wrapped

WIDTH = 80
TAG = 5
"""Columns of a severity; one that is not sure has a question mark behind it."""
MANY_PICTURES = 100
"""Beyond this a terminal shows documents and rules with their counts; pictures and findings are for the written reports."""

Paint = Callable[[str, str], str]
"""Text and an ANSI colour code -> the text in that colour, or as it is."""

_COLOURS = {Severity.BLOCK: "1;31", Severity.WARN: "33", Severity.NOTE: "36"}
_ANSWER_COLOURS = {Answer.NO: "1;31", Answer.CANNOT_TELL: "33", Answer.YES: ""}
_BOLD, _DIM = "1", "2"


def render_terminal(audit: Audit, *, colour: bool = False) -> str:
    """The summary that `auditor check` always prints."""
    paint = _in_colour if colour else _as_it_is
    summary = summarise(audit)
    if summary.pictures > MANY_PICTURES:
        parts: list[Iterable[str]] = [
            _document_table(audit),
            _rule_table(audit),
            _verdict(audit),
            ["Each picture and finding: add --format html or --format json."],
        ]
    else:
        parts = [_picture_table(audit, paint), _verdict(audit), *(_document(document, paint) for document in audit.documents)]
    blocks = ["\n".join(lines) for lines in ([paint(labels.headline(summary), _BOLD)], *parts, _footer(audit))]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _in_colour(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if code else text


def _as_it_is(text: str, code: str) -> str:
    return text


def _picture_table(audit: Audit, paint: Paint) -> Iterator[str]:
    """One row a picture: which it is, and the three answers."""
    rows = [
        (item, [labels.answer_words(item, answer) for answer in labels.answers(verdict)], labels.answers(verdict))
        for document in audit.documents
        for item, verdict in zip(document.page.media, document.verdicts, strict=True)
    ]
    if not rows:
        return
    titles = ("credit", "person", "date")
    widths = [max(len(title), *(len(words[n]) for _, words, _ in rows)) for n, title in enumerate(titles)]
    room = WIDTH - sum(widths) - 2 * len(widths)
    yield f"{'':<{room}}" + "".join(f"  {title:<{width}}" for title, width in zip(titles, widths, strict=True)).rstrip()
    for item, words, found in rows:
        cells = (
            paint(f"{word:<{width}}", _ANSWER_COLOURS[answer] if item.kind.is_picture else _DIM)
            for word, width, answer in zip(words, widths, found, strict=True)
        )
        yield (_padded(_picture_title(item, room), room) + "".join(f"  {cell}" for cell in cells)).rstrip()


def _verdict(audit: Audit) -> Iterator[str]:
    yield from wrapped(" ".join(filter(None, (in_short(audit), uncounted(audit)))), WIDTH)


def _picture_title(item: MediaItem, width: int) -> str:
    """`Picture 2 (lead): Passengers wait at ...`."""
    lead = " (lead)" if item.is_lead else ""
    return cut(f"{labels.picture_name(item)}{lead}: {printable(labels.picture_words(item))}", width)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def _document(document: DocumentAudit, paint: Paint) -> Iterator[str]:
    """The document with all that was found on it, in order of the page."""
    page = document.page
    yield "-" * WIDTH
    yield paint(printable_path(document.document), _BOLD)
    published = f"published {page.date_published[:10]}" if page.date_published else "day of publication not known"
    yield from wrapped(f"{printable(page.title or '(no headline)')} - {published}", WIDTH)
    yield paint(f"sha256 {document.sha256}", _DIM)
    for problem in page.problems:
        yield from wrapped(f"COULD NOT BE READ: {printable(problem)}", WIDTH)
    found = labels.by_picture(document)
    for item in (None, *page.media):
        on_item = found[item.position if item else None]
        if on_item:
            yield ""
            yield paint(_picture_title(item, WIDTH) if item else "The page", _BOLD)
        for finding in on_item:
            yield from _finding(finding, paint)
    if not document.findings:
        yield "Nothing found."


def _finding(finding: Finding, paint: Paint) -> Iterator[str]:
    """What is wrong, the words it rests on, what to write instead, and what else says so."""
    tag = labels.severity_words(finding)[:TAG]
    tag, colour = (tag, _DIM) if finding.waived else (tag.upper(), _COLOURS[finding.severity])
    first, *rest = wrapped(printable(finding.message), WIDTH, indent=" " * 8)
    yield f"  {paint(f'{tag:<{TAG}}', colour)} {first[8:]}"
    yield from rest
    if finding.waived:
        yield from _labelled("waived", labels.waiver_words(finding.waived).removeprefix("waived "))
    if finding.text:
        yield from _labelled("words", f'"{finding.text}"')
    if finding.suggestion:
        yield from _labelled("write", finding.suggestion)
    for value, place in labels.evidence(finding):
        yield from _labelled("compare", f'"{value}" - {place}')
    doubts = labels.doubts(finding)
    rule = f"{finding.rule}{f' ({doubts})' if doubts else ''}"
    yield from (paint(line, _DIM) for line in _labelled("rule", f"{rule} - {finding.fingerprint}"))


def _labelled(label: str, text: str) -> Iterator[str]:
    lines = wrapped(printable(text), WIDTH, indent=" " * 17)
    for number, line in enumerate(lines):
        yield line if number else f"{'':8}{label:<8} {line[17:]}"


def _document_table(audit: Audit) -> Iterator[str]:
    """One row a document, for long runs."""
    titles = ("pictures", "credit", "person", "date", *labels.WORST_FIRST)
    room = WIDTH - sum(len(title) + 2 for title in titles)
    yield " " * room + "".join(f"  {title}" for title in titles)
    for document in audit.documents:
        alone = summarise(replace(audit, documents=(document,), skipped=()))
        found = dict(alone.findings)
        figures = (
            alone.pictures,
            alone.credited,
            alone.person_named,
            alone.dated,
            *(found.get(s, 0) for s in labels.WORST_FIRST),
        )
        cells = "".join(f"  {figure:>{len(title)}}" for figure, title in zip(figures, titles, strict=True))
        yield _padded(cut(printable_path(document.document), room, keep_end=True), room) + cells


def _rule_table(audit: Audit) -> Iterator[str]:
    """How often each rule was broken, worst and most frequent first."""
    found = Counter((f.severity, f.rule) for document in audit.documents for f in document.findings if not f.waived)
    for (severity, rule), count in sorted(found.items(), key=lambda entry: (-entry[0][0].rank, -entry[1], entry[0][1])):
        yield f"{severity.upper():<5}  {count:>6,}  {rule}"


def _footer(audit: Audit) -> Iterator[str]:
    """The counts, what could not be done, and what made the report."""
    summary = summarise(audit)
    yield f"{labels.severity_counts(summary)}; {labels.counted(summary.documents, 'document')} read"
    if summary.not_checked:
        rules = ", ".join(f"{rule} ({count})" for rule, count in summary.not_checked)
        yield from wrapped(f"Not checked, for want of anything to check with: {rules}", WIDTH)
    if audit.passed_over:
        yield f"Passed over, as no article: {labels.counted(audit.passed_over, 'file')}"
    for state, waiver in labels.waivers_to_see(audit):
        yield from wrapped(f"{state}: {printable(waiver)}", WIDTH)
    for skipped in audit.skipped:
        yield from wrapped(f"COULD NOT BE READ: {printable_path(skipped.document)}: {printable(skipped.reason)}", WIDTH)
    tool = tool_record()
    time = f", {audit.time:%Y-%m-%d %H:%M %Z}" if audit.time else ""
    yield f"{tool['name']} {tool['version']}, policy {printable_path(audit.policy_name)}{time}"
    yield f"policy sha256 {audit.policy_sha256}"
    for file, sha256 in audit.registers:
        yield from (f"register {printable_path(file)}", f"sha256 {sha256}")
    for file, sha256 in audit.sites:
        yield from (f"site file {printable_path(file)}", f"sha256 {sha256}")
