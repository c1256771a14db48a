"""Verdicts: what a rule found, on which words, and what the whole run says."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from auditor.model.fields import Field
from auditor.model.media import Page
from auditor.model.statement import Span, Statement


class Severity(StrEnum):
    """How bad it is."""

    BLOCK = "block"
    """Must not run."""
    WARN = "warn"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Higher is worse."""
        return _RANKS[self]


_RANKS = {Severity.NOTE: 1, Severity.WARN: 2, Severity.BLOCK: 3}


class Confidence(StrEnum):
    """How sure the tool is."""

    HIGH = "high"
    LOW = "low"


class Outcome(StrEnum):
    """What a rule says of one picture."""

    FAIL = "fail"
    PASS = "pass"
    CANNOT_TELL = "cannot-tell"
    """Evidence is there but unreadable or allows two readings; never a pass."""
    NOT_CHECKED = "not-checked"
    """There was nothing to check with; counted, no finding."""


class Comparison(StrEnum):
    """How the page stands to another witness of a picture: the file, its original, the page's own data."""

    CONTRADICTION = "contradiction"
    """Both cannot be true."""
    SAYS_LESS = "page-says-less"
    SAYS_MORE = "page-says-more"
    REMOVED = "removed-on-the-way"
    """The original says it, the published file no more."""
    NEVER_THERE = "never-there"
    """Neither the published file nor its original says it."""

    @property
    def words(self) -> str:
        """`page says less`."""
        return self.value.replace("-", " ")


class Answer(StrEnum):
    """Credited, person named, dated: the three questions of the opening table."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a rule yields; the pipeline adds rule, severity, picture and fingerprint."""

    message: str
    aside: str | None = None
    """A sentence behind the message, say why confidence is low; what it says may change without making this another finding."""
    field: Field = Field.CAPTION
    span: Span | None = None
    """Offsets into the item's value of `field`: the caption, the header, the alt text."""
    related: tuple[Statement, ...] = ()
    suggestion: str | None = None
    confidence: Confidence = Confidence.HIGH
    outcome: Outcome = Outcome.FAIL


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """Somebody answers for a finding: it stays in the report, and no gate fails for it."""

    fingerprint: str
    owner: str
    """Who answers for it; empty for an entry of a baseline."""
    reason: str
    until: date | None = None
    """The last day it holds; None for an entry of a baseline, which has no end."""
    document: str | None = None
    """The only document it holds for: its address, or its file's name; None for any."""
    source: str = ""
    """The file it stands in."""
    is_baseline: bool = False
    """Known when the baseline was written, not excused by anybody."""
    note: str = ""
    """What was found when a baseline was written, for people who read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A hit with its rule, its place and the severity the policy gives it."""

    rule: str
    severity: Severity
    confidence: Confidence
    outcome: Outcome
    picture: int | None
    """Position of the media item; None for a finding about the page."""
    message: str
    field: Field
    span: Span | None
    text: str | None
    """The words under `span`."""
    related: tuple[Statement, ...]
    suggestion: str | None
    fingerprint: str
    """Survives re-runs and edits elsewhere on the page."""
    waived: Waiver | None = None
    """What keeps it from failing a gate."""
    comparison: Comparison | None = None
    """How the page stands to other witnesses; None where the rule compares none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureVerdict:
    """The three answers for one picture."""

    position: int
    credited: Answer
    person_named: Answer
    dated: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentAudit:
    """One document, judged."""

    document: str
    sha256: str
    size: int
    page: Page
    verdicts: tuple[PictureVerdict, ...]
    """One per media item, in order."""
    findings: tuple[Finding, ...]
    not_checked: tuple[tuple[str, int], ...] = ()
    """Rule ids that had nothing to check with, and on how many pictures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A document that could not be read: a value in the report, not an exception."""

    document: str
    reason: str
    """One line: what, where, what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The figures every report opens with."""

    pictures: int
    """Images and graphics; videos and embeds are listed, not counted here."""
    credited: int
    person_named: int
    dated: int
    cannot_tell: int
    """Pictures on which at least one of the three answers is `cannot-tell`."""
    findings: tuple[tuple[Severity, int], ...]
    """Open ones; those waived are counted apart."""
    not_checked: tuple[tuple[str, int], ...]
    documents: int
    skipped: int
    passed_over: int = 0
    """Files inside folders that are no known kind."""
    waived: int = 0
    """Findings that a waiver or the baseline keeps from failing a gate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """A whole run."""

    documents: tuple[DocumentAudit, ...]
    skipped: tuple[Skipped, ...]
    policy_name: str
    policy_sha256: str
    today: date
    time: datetime | None = None
    """When the run was made; None where the caller wants a report that is the same every time."""
    passed_over: int = 0
    registers: tuple[tuple[str, str], ...] = ()
    """Path and SHA-256 of each register of the house that was read."""
    sites: tuple[tuple[str, str], ...] = ()
    """The same of each site file that pages were read through."""
    expired_waivers: tuple[Waiver, ...] = ()
    """Waivers past their end whose findings count again."""
    unused_waivers: tuple[Waiver, ...] = ()
    """Waivers and entries of the baseline that no finding of this run answers to."""
