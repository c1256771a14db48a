"""A house policy: which rules count, how much, and which evidence is accepted."""

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

from auditor.model import NO_REGISTERS, Confidence, DateEvidence, Origin, Registers, Severity


class DateSource(StrEnum):
    """The kinds of evidence for the day a picture was made, as a policy names them (`date_evidence`)."""

    CAPTION = "caption"
    """Words that a reader sees."""
    ALT = "alt"
    """Alternative text or title attribute."""
    EMBEDDED = "embedded"
    """EXIF, IIM, XMP or content credentials inside the file."""
    STRUCTURED = "structured"
    """The page's data about the picture: JSON-LD, microdata, data attributes."""
    SUPPLIER_ID = "supplier-id"
    """A supplier's number that holds a date."""
    FILE_NAME = "file-name"
    """A date in the file's name or address."""

    @classmethod
    def of(cls, evidence: DateEvidence) -> "DateSource":
        """Which kind of evidence this rung of the ladder is."""
        if evidence.supplier:
            return cls.SUPPLIER_ID
        if evidence.origin.is_displayed:
            return cls.CAPTION
        if evidence.origin.is_embedded:
            return cls.EMBEDDED
        if evidence.origin in (Origin.FILE_NAME, Origin.URL):
            return cls.FILE_NAME
        return cls.ALT if evidence.origin in (Origin.ALT, Origin.TITLE) else cls.STRUCTURED


Value = str | int | bool | tuple[str, ...]
"""What a key of a policy can hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One value of the effective policy and where it comes from."""

    key: str
    """Dotted path, quoted as in TOML: `rules."credit/missing"`."""
    value: Value
    origin: str
    """`preset default`, or the path of the file that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The effective policy: presets and files merged, every key present."""

    name: str
    """The preset's name, or the path as given."""
    sha256: str
    """Of the effective values alone: equal policies have equal sums, whatever files they came from."""
    severities: Mapping[str, Severity | None]
    """Rule id -> severity; None for a rule that is off."""
    options: Mapping[str, Mapping[str, Value]]
    """Rule id -> its options."""
    date_evidence: frozenset[DateSource]
    """Which evidence counts as a date."""
    file_label_after_days: int
    """A picture older than this on the day of publication needs a FILE label."""
    territories: frozenset[str]
    """Where the pictures are published, as suppliers write it, in small letters; empty where the house does not say."""
    media: frozenset[str]
    """In what they are published, likewise."""
    video_rules: frozenset[str]
    """Credit and date rules that judge videos, sound and embeds as they judge pictures; elsewhere those are notes."""
    gate_confidence: Confidence
    """The least confidence with which a finding can fail a gate."""
    settings: tuple[Setting, ...]
    """Every value with its origin, in the order of the default preset."""
    paths: tuple[tuple[str, Mapping[str, Severity | None]], ...] = ()
    """Severities for a part of the site: a pattern of addresses (`/sport/*`) and what differs there; later ones win."""
    registers: Registers = NO_REGISTERS
    """What the house itself knows of pictures and people; no part of `sha256`, as reports state the files' own sums."""
    trust_anchors: str | None = None
    """Certificates, in PEM, of authorities whose signers of content credentials the house knows; no part of `sha256` either."""

    def severity_of(self, rule: str, default: Severity) -> Severity | None:
        """How bad a finding of this rule is, `default` for a rule no preset knows; None where the rule is off."""
        return self.severities.get(rule, default)

    def weighed(self, severity: Severity, confidence: Confidence) -> Severity:
        """`block` is said of what can fail a gate alone; in doubt a person looks before anything is called unfit to run."""
        return Severity.WARN if severity is Severity.BLOCK and not self.can_gate(confidence) else severity

    def at(self, url: str | None, document: str) -> "Policy":
        """The policy for one page: patterns are matched against the path of its address, else against the document's name."""
        try:
            place = urlsplit(url).path if url else document.replace("\\", "/")
        except ValueError:  # what no address may be: `http://[`
            place = url or ""
        there = [severities for pattern, severities in self.paths if fnmatchcase(place, pattern)]
        return replace(self, severities=dict(ChainMap(*map(dict, reversed(there)), dict(self.severities)))) if there else self

    def names_media_of(self, rule: str) -> bool:
        """Whether this rule judges videos, sound and embeds with full severity."""
        return rule in self.video_rules

    def can_gate(self, confidence: Confidence) -> bool:
        """Whether a finding of this confidence can make a gate fail."""
        return confidence is Confidence.HIGH or self.gate_confidence is Confidence.LOW

    def number(self, rule: str, option: str) -> int:
        """A rule's option that is a whole number."""
        value = self.options[rule][option]
        assert isinstance(value, int)
        return value

    def words(self, rule: str, option: str) -> tuple[str, ...]:
        """A rule's option that is a list of words."""
        value = self.options[rule][option]
        assert isinstance(value, tuple)
        return value
