"""One rule a file; `load_rules` finds them by walking the families below."""
