"""The names of files, told from words: both this layer and the one that reads words ask for them."""

from auditor.data.file_names import MAX_NAME, is_file_name

__all__ = ["MAX_NAME", "is_file_name"]
