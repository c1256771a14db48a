"""The names of files, told from words: both this layer and the one that reads words ask for them."""

from urllib.parse import unquote

from auditor.data.file_names import MAX_NAME, is_file_name

__all__ = ["MAX_NAME", "is_file_name", "path_in_address"]


def path_in_address(url: str) -> str:
    """An address without query and fragment, as people read it: its last part is the name of the file."""
    path = url.partition("?")[0].partition("#")[0]
    return unquote(path) if "%" in path else path
