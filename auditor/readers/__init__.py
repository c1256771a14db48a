"""A document's bytes -> `Page` with its media items and everything the page states about them, not yet understood."""
