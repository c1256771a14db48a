"""Libraries that only some work needs: imported where they are used, with the extra named where one is missing."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from auditor.model import UsageError

EXTRAS = {"ray": "ray"}


def load(module: str) -> Any:  # noqa: ANN401 - libraries without types of their own pass through here
    """The module of an extra. Raises UsageError that names the extra to install."""
    top = module.partition(".")[0]
    if find_spec(top) is None:
        extra = EXTRAS.get(top, "archive")
        raise UsageError(f"this needs {top}, which is not installed: pip install 'media-caption-auditor[{extra}]'")
    return import_module(module)
