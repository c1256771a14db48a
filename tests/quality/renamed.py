"""The gold's credit lines with every photographer called by another name: only the names in the answers may change."""

import json
import re
from itertools import cycle
from pathlib import Path
from typing import Any

_NAMES = (
    "Ragnar Thorvaldsen", "Aïcha Bensalem", "Piotr Wiśniewski", "Q. Sakamaki", "Jean-Luc d'Arcy", "Maria del Carmen Ruiz",
    "Björn Åkesson", "Hassan El-Amin", "Sibusiso Dlamini", "Kateřina Nováková", "Mehmet Ali Özdemir", "Conor O'Malley",
    "Fiona McAllister", "Kip Winters", "Hans-Peter von Lehndorff", "Tuomas Hämäläinen", "Anders van der Meer", "Sofia Papadaki",
    "Zoltán Szűcs", "Wanjiru Kamau", "Bao Tran",
)  # fmt: skip
"""Invented; particles, initials, hyphens and letters of many languages."""
_LATIN = re.compile(r"[A-Za-zÀ-žḀ-ỿ .'’-]+ [A-Za-zÀ-žḀ-ỿ .'’-]+")


def renamed_rows(gold: Path, into: Path) -> Path:
    """The rows whose photographers are written in full in Latin letters, renamed; Lithuanian inflects names and is left out."""
    rows = map(json.loads, gold.read_text("utf-8").splitlines())
    names = cycle(_NAMES)
    into.write_text("".join(json.dumps(_renamed(row, names)) + "\n" for row in rows if _can_be_renamed(row)), "utf-8")
    return into


def _can_be_renamed(row: dict[str, Any]) -> bool:
    written = row["photographers"]
    return (
        bool(written)
        and row["language"] != "lt"
        and all(_LATIN.fullmatch(name) and name.casefold() in row["text"].casefold() for name in written)
    )


def _renamed(row: dict[str, Any], names: "cycle[str]") -> dict[str, Any]:
    new = {name: next(names) for name in row["photographers"]}
    for old, name in new.items():
        for key in ("text", "caption", "credit"):
            row[key] = row[key] and re.sub(re.escape(old), lambda m, name=name: _as(m[0], name), row[key], flags=re.IGNORECASE)
    return {**row, "photographers": list(new.values())}


def _as(old: str, new: str) -> str:
    return new.upper() if old.isupper() else new
