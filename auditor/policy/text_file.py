"""A text or TOML file of the house, read under a cap."""

import tomllib
from pathlib import Path
from typing import Any

from auditor.limits import MAX_POLICY_BYTES
from auditor.model import PolicyError


def read_text(path: str, cap: int) -> str:
    """The file's text (UTF-8). Raises PolicyError for one that is gone, too large or no text."""
    try:
        if Path(path).stat().st_size > cap:
            raise PolicyError(f"{path}: too large (more than {cap} bytes)")
        return Path(path).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise PolicyError(f"{path}: there is no such file") from None
    except (OSError, ValueError) as error:
        raise PolicyError(f"{path}: cannot be read: {error}") from None


def read_toml(path: str) -> tuple[dict[str, Any], str]:
    """The file's tables, and its text. Raises PolicyError."""
    text = read_text(path, MAX_POLICY_BYTES)
    try:
        return tomllib.loads(text), text
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise PolicyError(f"{path}: not valid TOML: {error}") from None
