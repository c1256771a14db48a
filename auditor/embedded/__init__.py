"""A picture file's bytes -> `Metadata`: one statement per value and block, nothing merged."""
