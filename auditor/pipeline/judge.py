"""A page, understood -> findings and verdicts under a policy."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from auditor.model import (
    Answer,
    Audit,
    Field,
    Finding,
    Hit,
    MediaItem,
    Outcome,
    Page,
    PictureVerdict,
    Severity,
    Summary,
)
from auditor.policy import Policy
from auditor.rules import load_rules
from auditor.rules.base import Context, Rule, Scope
from auditor.rules.verdicts import credited, dated, person_named

# Credit and date rules speak of images and graphics; a video or embed gets a note (design §3), unless the policy names the rule.
PICTURE_FAMILIES = ("credit/", "date/")


def verdicts(context: Context) -> tuple[PictureVerdict, ...]:
    """The three answers for every media item, in order of the page."""
    return tuple(
        PictureVerdict(
            position=item.position,
            credited=credited(item, context.policy),
            person_named=person_named(item, context.policy),
            dated=dated(item, context.policy),
        )
        for item in context.page.media
    )


def judge(context: Context) -> tuple[tuple[Finding, ...], tuple[tuple[str, int], ...]]:
    """Findings, worst first within each picture, and the rules that had nothing to check with."""
    findings: list[Finding] = []
    not_checked: Counter[str] = Counter()
    for rule in load_rules():
        if (severity := context.policy.severity_of(rule.id, rule.severity)) is None:
            continue
        for item, hit in _hits(rule, context):
            if hit.outcome is Outcome.NOT_CHECKED:
                not_checked[rule.id] += 1
            else:
                findings.append(_finding(rule, item, hit, _weighed(severity, rule, item, hit, context.policy), context.page))
    findings.sort(key=lambda f: (-1 if f.picture is None else f.picture, -f.severity.rank, f.rule, f.span or ()))
    return _unique_fingerprints(findings), tuple(sorted(not_checked.items()))


def _hits(rule: Rule, context: Context) -> Iterator[tuple[MediaItem | None, Hit]]:
    if rule.scope is Scope.PAGE:
        for hit in rule.check_page(context.page, context):
            yield None, hit
    else:
        for item in context.page.media:
            for hit in rule.check(item, context):
                yield item, hit


def _weighed(severity: Severity, rule: Rule, item: MediaItem | None, hit: Hit, policy: Policy) -> Severity:
    if item and not item.kind.is_picture and rule.id.startswith(PICTURE_FAMILIES) and not policy.names_media_of(rule.id):
        severity = Severity.NOTE
    return policy.weighed(severity, hit.confidence)


def _finding(rule: Rule, item: MediaItem | None, hit: Hit, severity: Severity, page: Page) -> Finding:
    text = hit.span.of(field_text(item, hit.field)) if item and hit.span else None
    return Finding(
        rule=rule.id,
        severity=severity,
        confidence=hit.confidence,
        outcome=hit.outcome,
        picture=item.position if item else None,
        message=f"{hit.message} {hit.aside}" if hit.aside else hit.message,
        field=hit.field,
        span=hit.span,
        text=text,
        related=hit.related,
        suggestion=hit.suggestion,
        comparison=rule.comparison,
        fingerprint=_digest(rule.id, _identity(item, page), " ".join((text or hit.message).split()).casefold()),
    )


def field_text(item: MediaItem, field: Field) -> str:
    """The text that a span of this field is an offset into."""
    if field is Field.CAPTION:
        return item.caption or ""
    if field is Field.HEADER:
        return item.header or ""
    if field is Field.ALT_TEXT:
        return item.alt_text or ""
    return next((s.value for s in item.stating(field)), "")


def _identity(item: MediaItem | None, page: Page) -> str:
    """What stays the same of a picture (a page) when other parts change: its address, else its words."""
    if item is None:
        return page.url or page.title or ""
    address = item.url or next((s.value for s in item.stating(Field.ADDRESS)), None)
    return (address or item.header or item.caption or item.alt_text or str(item.position)).partition("?")[0]


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _unique_fingerprints(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The same words found twice on one picture get fingerprints of their own, in order."""
    seen: Counter[str] = Counter()
    result = []
    for finding in findings:
        seen[finding.fingerprint] += 1
        again = seen[finding.fingerprint]
        result.append(finding if again == 1 else replace(finding, fingerprint=_digest(finding.fingerprint, str(again))))
    return tuple(result)


def summarise(audit: Audit) -> Summary:
    """The figures a report opens with; videos and embeds are listed in it, not counted."""
    answers = [
        verdict
        for document in audit.documents
        for item, verdict in zip(document.page.media, document.verdicts, strict=True)
        if item.kind.is_picture
    ]
    found = [f for d in audit.documents for f in d.findings]
    severities = Counter(f.severity for f in found if not f.waived)
    not_checked = sum((Counter(dict(d.not_checked)) for d in audit.documents), Counter[str]())
    return Summary(
        pictures=len(answers),
        credited=sum(v.credited is Answer.YES for v in answers),
        person_named=sum(v.person_named is Answer.YES for v in answers),
        dated=sum(v.dated is Answer.YES for v in answers),
        cannot_tell=sum(Answer.CANNOT_TELL in (v.credited, v.person_named, v.dated) for v in answers),
        findings=tuple((severity, severities[severity]) for severity in reversed(Severity)),
        not_checked=tuple(sorted(not_checked.items())),
        documents=len(audit.documents),
        skipped=len(audit.skipped),
        passed_over=audit.passed_over,
        waived=sum(f.waived is not None for f in found),
    )
