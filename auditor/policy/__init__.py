"""House policy: which rules, how severe, with which options."""
