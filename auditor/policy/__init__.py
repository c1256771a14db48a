"""House policy: which rules, how severe, with which options."""

from auditor.policy.model import DateSource, Policy, Setting, Value
from auditor.policy.parse import OFF, PRESETS, load_policy, preset_text

__all__ = ["OFF", "PRESETS", "DateSource", "Policy", "Setting", "Value", "load_policy", "preset_text"]
