"""Typed, cached reader of `embeds.toml`: the players and posts of platforms inside of pages."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads

from auditor.model import MediaKind
from auditor.model.address import address_parts


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform, and whether what it plays is only heard."""

    name: str
    kind: MediaKind


@dataclass(frozen=True, slots=True)
class Embeds:
    """All platforms by what tells them."""

    frames: dict[str, tuple[tuple[str, Platform], ...]]
    """By host: beginnings of paths."""
    posts: dict[str, Platform]
    """By class of a quotation."""
    boxes: dict[str, Platform]
    """By class of a `div`."""
    elements: dict[str, Platform]
    """By tag."""
    wrapper: frozenset[str]

    def of_address(self, url: str) -> Platform | None:
        """The platform of a frame's address."""
        parts = address_parts(url)
        path = parts.path or "/"
        labels = parts.netloc.lower().partition(":")[0].split(".")
        for place in range(len(labels) - 1):
            for start, platform in self.frames.get(".".join(labels[place:]), ()):
                if path.startswith(start):
                    return platform
        return None


@cache
def embeds() -> Embeds:
    """The table, read once."""
    table = loads((files("auditor.data") / "embeds.toml").read_text(encoding="utf-8"))
    frames: dict[str, tuple[tuple[str, Platform], ...]] = {}
    posts: dict[str, Platform] = {}
    boxes: dict[str, Platform] = {}
    elements: dict[str, Platform] = {}
    for entry in table["platform"]:
        platform = Platform(entry["name"], MediaKind(entry["kind"]))
        for address in entry.get("frames", ()):
            host, slash, path = address.partition("/")
            frames[host] = (*frames.get(host, ()), (slash + path, platform))
        posts.update(dict.fromkeys(entry.get("posts", ()), platform))
        boxes.update(dict.fromkeys(entry.get("boxes", ()), platform))
        elements.update(dict.fromkeys(entry.get("elements", ()), platform))
    return Embeds(frames, posts, boxes, elements, frozenset(table["wrapper"]))
