"""Audits picture captions and credits in published journalism."""
