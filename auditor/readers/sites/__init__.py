"""Site files: what the elements of one publisher's pages are, for a time, where the generic reader reads them wrongly."""
