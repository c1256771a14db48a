"""A number for the rules: all code and tables that decide what a page says and how it is judged."""

import hashlib
from pathlib import Path

import auditor

PARTS = (
    *("data", "embedded", "identity", "ingest", "model", "pipeline", "policy", "readers", "rules", "text"),
    *("archive/columns.py", "archive/containers", "archive/looks.py", "archive/picture_identity.py", "limits.py"),
)


def tool_digest() -> str:
    """Changes with every change of these parts, be it one letter of one alias: no old part passes for a new one."""
    root = Path(auditor.__file__).parent
    digest = hashlib.sha256()
    for part in PARTS:
        place = root / part
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.suffix in (".py", ".toml"):
                digest.update(f"{file.relative_to(root).as_posix()}\0".encode() + file.read_bytes())
    return digest.hexdigest()
