"""What makes a run fail: one answer for the exit code and for the reports that programs gate on."""

from dataclasses import dataclass

from auditor.model import Finding, Severity
from auditor.policy.model import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """`--fail-on` and the policy's least confidence."""

    severity: Severity | None
    """The least severity that fails; None for a run that never does."""
    policy: Policy

    def stops(self, finding: Finding) -> bool:
        """Whether this finding alone makes the run fail; one that is waived never does."""
        if self.severity is None or finding.waived:
            return False
        return finding.severity.rank >= self.severity.rank and self.policy.can_gate(finding.confidence)
