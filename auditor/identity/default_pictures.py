"""Is a picture the site's own, shown where a story has none? By its file's name; words are in `data/default_pictures.toml`."""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from auditor.identity.file_names import MAX_NAME, path_in_address
from auditor.model import MediaItem
from auditor.model.address import address_parts

_EXTENSION = re.compile(r"\.\w{2,5}$")
_WORDS = re.compile(r"[^\W\d_]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


_HOUSE = 3
"""Letters of the shortest word that can be the house's name."""


class DefaultKind(StrEnum):
    """What the name says, surest first."""

    STAND_IN = "stand-in for a picture"
    SHARED = "card for links"
    EMBLEM = "logo"


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    kinds: dict[DefaultKind, tuple[str, ...]]
    known: frozenset[str]


@cache
def _vocabulary() -> _Vocabulary:
    table = tomllib.loads((files("auditor.data") / "default_pictures.toml").read_text(encoding="utf-8"))
    names = {DefaultKind.STAND_IN: "stand_in", DefaultKind.SHARED: "shared", DefaultKind.EMBLEM: "emblem"}
    kinds = {kind: tuple(table[name]) for kind, name in names.items()}
    every = (*table["usual"], *(phrase for phrases in kinds.values() for phrase in phrases))
    return _Vocabulary(kinds, frozenset(word for phrase in every for word in phrase.split()))


def default_picture(item: MediaItem, page_url: str | None = None) -> DefaultKind | None:
    """The kind that every address of the picture gives away; None where one of them has a name of its own, or there is none."""
    first = None
    for url in item.urls:
        kind = default_name(url, page_url)
        if kind is None:
            return None
        first = first or kind
    return first


@lru_cache(maxsize=256)  # a page's rules ask more than once
def default_name(url: str, page_url: str | None = None) -> DefaultKind | None:
    """The kind that the file's name in this address gives away: `no-image.png`, `og-default-1200x630.jpg`, `logo.png`.

    The name of the page's own house may stand in it (`elinpost-logo.png`); any other word makes it a picture of something.
    """
    name = _EXTENSION.sub("", path_in_address(url).rpartition("/")[2][-MAX_NAME:])
    words = [word.casefold() for word in _WORDS.findall(_HUMP.sub(" ", name))]
    table = _vocabulary()
    others = [word for word in words if word not in table.known]
    if len(others) == len(words) or any(len(word) < _HOUSE or word not in _house(page_url) for word in others):
        return None
    text = f" {' '.join(words)} "
    return next((kind for kind, phrases in table.kinds.items() if any(f" {phrase} " in text for phrase in phrases)), None)


def _house(page_url: str | None) -> str:
    return "".join(c for c in address_parts(page_url).netloc.casefold() if c.isalnum())
