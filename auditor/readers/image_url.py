"""Addresses of pictures: which of an element's attributes hold them, which is best, and which name the same picture."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from urllib.parse import parse_qsl, unquote

from auditor.limits import MAX_SRCSET, MAX_URL_CHARS

_PLACEHOLDERS = (
    "placeholder", "spacer", "blank.gif", "blank.png", "blank.jpg", "transparent", "1x1", "pixel.gif", "pixel.png", "lazyload",
    "lazy-load", "lazy_load", "grey.gif", "loading.",
)  # fmt: skip
"""What is shown until the picture is loaded."""
_ADDRESS_KEY = re.compile(r"src|original|image|img|url|lazy|poster|full|large|zoom|href", re.IGNORECASE)
_OTHER_KEYS = frozenset(("class", "alt", "style", "id", "title", "sizes", "type", "media", "onload", "onerror", "onclick"))
_NO_ADDRESS = ("data:", "blob:", "javascript:", "about:")
_IMAGE_ADDRESS = re.compile(r"(?:https?:)?//\S+|/\S+|(?>\S+?\.(?:jpe?g|png|webp|avif|gif)\b)\S*", re.IGNORECASE)
_PHOTOGRAPH = re.compile(r"\.(?:jpe?g|png|webp|avif)(?:[?#]|$)", re.IGNORECASE)
_DRAWING = re.compile(r"\.(?:svg|gif)(?:$|\?)", re.IGNORECASE)
"""No photograph where another is given: what turns until that is loaded."""
_SIZED = re.compile(r"\s\d+[wx](?:,|$)")
_SRCSET_COMMA = re.compile(r",\s+|,(?=https?://|//)")
_SCHEMES = ("https:", "http:", "")
_INNER = re.compile(r".(https?(?:://|:/|%3A%2F%2F).+)", re.IGNORECASE | re.DOTALL)
_FILE_TYPES = frozenset(("jpg", "jpeg", "png", "webp", "avif", "gif", "ece", "image"))
_SIZE_FOLDER = re.compile(
    r"\d*x\d*|\d+:\d+|\d{1,4}|[whq][-_=]?\d+|fit-in|(?:w|h|c|q|f|g|ar)_[^/]*"
    r"|(?:filters?|format|width|height|quality|resize|rs|fit|enlarge)[:\W].*|\w+_\d{2,4}"
)
_SIZE_WORDS = frozenset(("x", "smart", "crop", "resize", "scale", "auto", "true", "false", "strip", "alternates"))
_SIZE_TAIL = re.compile(
    r"(?:[-_~.@,=]+(?:v?\d{1,4}[x_]\d{1,4}(?:_\d{2,4})?|\d{1,2}x|[wh][-_=]?\d{2,4}|scaled|e\d{9,}|rotated|large|medium|small|thumb\w*"
    r"|original|cropped|v-\w+))+$"
)
_TAIL = 60
"""Characters at the end of a file name in which its size stands."""
_NAMELESS = re.compile(
    r"\d{0,4}|(?:images?|imgs?|photos?|pictures?|media|default|original|master|large|small|thumb\w*|main|index|poster|file|wide\w*|\d+x\d+\w*|[wh]\d+)"
)
_SIZE_STEM = re.compile(r"[whq][-_=]?\d+|\d+x\d+|original|master|large|medium|small|thumb\w*|wide\w*")
_ID_FOLDER = re.compile(r"(?=[^/]*\d)[\w-]{10,}")
"""A folder that is one picture's number: its files are sizes."""
_NAMING_KEY = re.compile(r"\w*(?:id|file|name|image|img|photo|asset|src|url|path)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a picture lies."""

    best: tuple[str, ...] = ()
    """The widest of each `srcset`, and what other attributes give; widest first."""
    sizes: tuple[str, ...] = ()
    """The same in smaller."""


def picture_addresses(elements: Iterable[Mapping[str, str | None]]) -> Addresses:
    """The addresses in the attributes of an image and its sources, without what stands in until the picture is loaded."""
    best: dict[str, float] = {}
    sizes: list[str] = []
    for attributes in elements:
        for key, value in attributes.items():
            if not value or key in _OTHER_KEYS or not ("/" in value or "." in value) or value.startswith(_NO_ADDRESS):
                continue
            if "/" in value or _IMAGE_ADDRESS.fullmatch(value):
                found = _addresses(key, value.strip())
                url, size = max(found, key=itemgetter(1), default=("", 0.0))
                if _is_real(url):
                    best[url] = max(size, best.get(url, 0.0))
                    sizes += (smaller for smaller, _ in found)
    urls = list(best)
    if len(urls) > 1:
        real = [url for url in urls if not _DRAWING.search(url)] or urls
        urls = sorted(real, key=lambda url: -best[url])
    return Addresses(tuple(urls), tuple(dict.fromkeys(url for url in sizes if url not in best)))


def names_file(address: str) -> bool:
    """Whether an address ends in the name of a photograph's file."""
    return _PHOTOGRAPH.search(address) is not None


def _is_real(url: str) -> bool:
    if not url or len(url) > MAX_URL_CHARS or url.startswith(_NO_ADDRESS):
        return False
    small = url.lower()
    return not any(name in small for name in _PLACEHOLDERS)


def _addresses(key: str, value: str) -> list[tuple[str, float]]:
    if "srcset" in key or (" " in value and _SIZED.search(value)):
        return parse_srcset(value)
    if key in ("src", "poster"):
        return [(value, 1.0)]
    if _ADDRESS_KEY.search(key) and _IMAGE_ADDRESS.fullmatch(value):
        return [(value, 0.5)]
    return []


def parse_srcset(value: str) -> list[tuple[str, float]]:
    """Addresses of a `srcset` with their width (or density, counted as 1000 pixels each); HTML Living Standard, 4.8.4.2.1."""
    result = []
    for part in _SRCSET_COMMA.split(value.strip(), maxsplit=MAX_SRCSET)[:MAX_SRCSET]:
        url, _, size = part.strip().rstrip(",").partition(" ")
        if url:
            result.append((url, _width(size.strip())))
    return result


def _width(size: str) -> float:
    try:
        return float(size[:-1]) * (1000 if size.endswith("x") else 1)
    except ValueError:
        return 2.0


def _inner_address(url: str, inner: re.Match[str]) -> str:
    """The address that another one holds: a value of its query ends where the next one begins."""
    is_value = inner[0].startswith("=") and "?" in url[: inner.start()]
    address = inner[1].partition("&")[0] if is_value else inner[1]
    return unquote(address) if "%3a" in address[:12].lower() else address


def _is_size(folder: str) -> bool:
    return folder in _SIZE_WORDS if folder.isalpha() else _SIZE_FOLDER.fullmatch(folder) is not None


def _without_type(name: str) -> str:
    stem, dot, last = name.rpartition(".")
    while dot and last in _FILE_TYPES:
        name = stem
        stem, dot, last = name.rpartition(".")
    return name


def picture_key(url: str) -> str:
    """One name for a picture whatever its size, crop, host or resizing proxy; empty where the address tells nothing."""
    if len(url) > MAX_URL_CHARS:
        return url
    for _ in range(4):
        if url.find("http", 1) < 0 or not (inner := _INNER.search(url)):
            break
        url = _inner_address(url, inner)
    address, _, query = url.partition("?")
    scheme, _, rest = address.partition("//")
    if scheme in _SCHEMES:
        address = rest.partition("/")[2]
    path = [part for part in unquote(address).lower().split("/") if part] or [""]
    stem = _without_type(path[-1])
    stem = (stem[:-_TAIL] + _SIZE_TAIL.sub("", stem[-_TAIL:])) or stem
    folders = [part for part in path[:-1] if not _is_size(part)]
    if folders and _SIZE_STEM.fullmatch(stem) and _ID_FOLDER.fullmatch(folders[-1]):
        return "/".join(folders)
    if len(stem) <= 3 or _NAMELESS.fullmatch(stem):
        return "/".join([*folders, stem, *(value for key, value in sorted(parse_qsl(query)) if _NAMING_KEY.fullmatch(key))])
    return "/".join([*folders, stem])
