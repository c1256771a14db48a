"""Typed, cached readers of `calendar.toml` (names, from CLDR) and `date_words.toml` (the words around dates, ours)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from tomllib import loads
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of one language: twelve months from January, seven days from Monday, each with all its forms in lower case."""

    months_wide: tuple[tuple[str, ...], ...]
    months_short: tuple[tuple[str, ...], ...]
    days_wide: tuple[tuple[str, ...], ...]
    days_short: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=1)
def names() -> Mapping[str, Names]:
    """Month and weekday names by language."""
    return {
        language: Names(**{key: tuple(_forms(cell, ",") for cell in line.split("|")) for key, line in rows.items()})
        for language, rows in _table("calendar")["names"].items()
    }


@lru_cache(maxsize=1)
def orders() -> Mapping[str, str]:
    """`dmy`, `mdy` or `either` by BCP 47 tag (language, or language and region)."""
    return {tag: order for order, line in _table("calendar")["orders"].items() for tag in line.split()}


@lru_cache(maxsize=1)
def date_words() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Words around dates by language and category, see the head of `date_words.toml`; a phrase is words parted by one space."""
    return {
        language: {category: tuple(line.split("|")) for category, line in rows.items() if category != "source"}
        for language, rows in _table("date_words").items()
    }


def _forms(text: str, separator: str) -> tuple[str, ...]:
    return tuple(form for form in text.split(separator) if form)


@lru_cache(maxsize=2)
def _table(stem: str) -> dict[str, Any]:
    return loads((files("auditor.data") / f"{stem}.toml").read_text(encoding="utf-8"))
