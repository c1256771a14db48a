"""Frozen values passed from stage to stage; no behaviour beyond small views."""

from auditor.model.credit import Creator, Credit, Flag, Medium, Organisation, OrganisationKind, Relation, Role
from auditor.model.dates import DateEvidence, DateRange, DateReading, Precision
from auditor.model.errors import AuditorError, PolicyError, UnreadableError, UsageError
from auditor.model.fields import Field
from auditor.model.finding import (
    Answer,
    Audit,
    Confidence,
    DocumentAudit,
    Finding,
    Hit,
    Outcome,
    PictureVerdict,
    Severity,
    Skipped,
    Summary,
    Waiver,
)
from auditor.model.media import (
    AssetId,
    Block,
    BlockKind,
    CaptionReading,
    Document,
    MediaItem,
    MediaKind,
    Page,
    PictureFile,
)
from auditor.model.metadata import Credentials, CredentialState, Metadata
from auditor.model.register import MatchedBy, RegisterEntry, RegisterKind, RegisterMatch
from auditor.model.statement import Origin, Span, Statement
from auditor.model.usage import UsageKind, UsageRule

__all__ = [
    "Answer",
    "AssetId",
    "Audit",
    "AuditorError",
    "Block",
    "BlockKind",
    "CaptionReading",
    "Confidence",
    "Creator",
    "CredentialState",
    "Credentials",
    "Credit",
    "DateEvidence",
    "DateRange",
    "DateReading",
    "Document",
    "DocumentAudit",
    "Field",
    "Finding",
    "Flag",
    "Hit",
    "MatchedBy",
    "MediaItem",
    "MediaKind",
    "Medium",
    "Metadata",
    "Organisation",
    "OrganisationKind",
    "Origin",
    "Outcome",
    "Page",
    "PictureFile",
    "PictureVerdict",
    "PolicyError",
    "Precision",
    "RegisterEntry",
    "RegisterKind",
    "RegisterMatch",
    "Relation",
    "Role",
    "Severity",
    "Skipped",
    "Span",
    "Statement",
    "Summary",
    "UnreadableError",
    "UsageError",
    "UsageKind",
    "UsageRule",
    "Waiver",
]
