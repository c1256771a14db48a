"""Names of picture files, as they are compared: with each other and with the addresses a page gives."""

import re
import unicodedata
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, unquote

from auditor.model.address import address_parts

_SUFFIXES = frozenset(
    (
        ".jpg",
        ".jpeg",
        ".jpe",
        ".jfif",
        ".png",
        ".apng",
        ".webp",
        ".gif",
        ".tif",
        ".tiff",
        ".heic",
        ".heif",
        ".hif",
        ".avif",
        ".psd",
        ".psb",
    )
)
_RENDITION = re.compile(r"(?:-\d{2,5}x\d{2,5}|-scaled|@[234]x)$")
"""Endings that content systems add to a resized copy (WordPress: `-1024x683`, `-scaled`; high-density screens: `@2x`)."""


def is_picture_name(name: str) -> bool:
    """Whether the name ends like a picture file of a format that can hold metadata."""
    return PurePosixPath(name.lower()).suffix in _SUFFIXES


def comparable_name(name: str) -> str:
    """`name` without folder, in one Unicode form and case."""
    return unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1]).casefold()


def rendition_stem(name: str) -> str:
    """The comparable name without suffix and without the mark of a resized copy: the same for all copies of one picture."""
    stem = PurePosixPath(comparable_name(name)).stem
    return _RENDITION.sub("", stem)


def names_in_url(url: str) -> tuple[str, ...]:
    """The picture file names an address holds, the likeliest first: its path from the end, then its query (resizing proxies)."""
    parts = address_parts(url)
    segments = [unquote(segment) for segment in reversed(parts.path.split("/"))]
    segments += [value.rsplit("/", 1)[-1] for _, value in parse_qsl(parts.query)]
    return tuple(dict.fromkeys(segment for segment in segments if is_picture_name(segment)))
