"""Rules about terms of use: what the supplier forbids or demands."""
