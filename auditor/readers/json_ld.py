"""JSON-LD: what it says about the article and about each picture (schema.org Article, ImageObject, VideoObject)."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from auditor.limits import MAX_JSON_BYTES, MAX_JSON_VALUES
from auditor.model import Field, Origin, Statement

PICTURE_FIELDS = {
    "caption": Field.CAPTION,
    "description": Field.DESCRIPTION,
    "name": Field.TITLE,
    "headline": Field.HEADLINE,
    "creditText": Field.CREDIT_LINE,
    "creator": Field.CREATOR,
    "author": Field.CREATOR,
    "copyrightNotice": Field.COPYRIGHT_NOTICE,
    "copyrightHolder": Field.COPYRIGHT_OWNER,
    "dateCreated": Field.DATE_CREATED,
    "license": Field.LICENCE,
    "acquireLicensePage": Field.LICENSOR_URL,
    "usageInfo": Field.USAGE_TERMS,
    "digitalSourceType": Field.DIGITAL_SOURCE_TYPE,
}
"""schema.org properties of ImageObject (https://schema.org/ImageObject) and the IPTC field each one states."""

_JSON = json.JSONDecoder(strict=False)
_ARTICLES = frozenset(("Report", "Review", "WebPage", "ClaimReview", "Recipe"))
_OF_OTHERS = frozenset(
    ("publisher", "author", "creator", "editor", "contributor", "logo", "copyrightHolder", "sourceOrganization", "breadcrumb")
)
"""Properties that describe people, houses and the site: their pictures are portraits and logos."""
_PICTURES = frozenset(("ImageObject", "Photograph", "VideoObject"))
_ADDRESSES = ("contentUrl", "url", "thumbnailUrl", "thumbnail")
_WRAPPED = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*;?\s*$")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


Path = tuple[str, ...]
"""Steps to a value: `.key` or `[index]`."""


@dataclass(frozen=True, slots=True)
class LinkedPicture:
    """One picture of the structured data."""

    urls: tuple[str, ...]
    statements: tuple[Statement, ...]
    is_article_image: bool
    is_video: bool = False


@dataclass(slots=True)
class LinkedData:
    """What all blocks of a page say together."""

    headline: str | None = None
    date_published: str | None = None
    language: str | None = None
    authors: list[str] = field(default_factory=list)
    pictures: list[LinkedPicture] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def read_json_ld(scripts: Iterable[str]) -> LinkedData:
    """All `application/ld+json` blocks of a page; one that is no JSON is named in `problems`."""
    data = LinkedData()
    for number, script in enumerate(scripts, 1):
        if len(script) > MAX_JSON_BYTES:
            data.problems.append(f"structured data block {number} is {len(script):,} characters long and was not read")
            continue
        value = _parsed(script)
        if value is None:
            data.problems.append(f"structured data block {number} is not valid JSON and was not read")
            continue
        for path, node in _objects(value):
            _read_object((f"ld+json[{number}]", *path), node, data)
    return data


def _parsed(script: str) -> object:
    """The value of a block, forgiving what publishers get wrong: comment wrappers, raw line breaks, a comma too many."""
    text = script.strip()
    if not text.startswith(("{", "[")):
        text = _WRAPPED.sub("", text)
    for mended in (False, True):
        try:
            return _JSON.decode(_TRAILING_COMMA.sub(r"\1", text) if mended else text)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: object) -> Iterator[tuple[Path, dict[str, object]]]:
    """Every object of a block that says of what type it is, with its path, outermost first.

    Without recursion: blocks may nest as deep as they like.
    """
    stack: list[tuple[Path, object]] = [((), value)]
    for _ in range(MAX_JSON_VALUES):
        if not stack:
            return
        path, value = stack.pop()
        if isinstance(value, dict):
            if "@type" in value:
                yield path, value
            stack += [
                ((*path, f".{key}"), value[key])
                for key in reversed(value)
                if isinstance(value[key], (dict, list)) and key not in _OF_OTHERS
            ]
        elif isinstance(value, list):
            inside = [((*path, f"[{place}]"), child) for place, child in enumerate(value) if isinstance(child, (dict, list))]
            stack += reversed(inside)


def _read_object(path: Path, node: dict[str, object], data: LinkedData) -> None:
    kind = node["@type"]
    kinds = [kind] if isinstance(kind, str) else [kind for kind in _listed(kind) if isinstance(kind, str)]
    if any(map(_is_article, kinds)):
        _read_article(node, data)
    elif not _PICTURES.isdisjoint(kinds):
        is_article_image = [step for step in path[1:] if step[0] == "." and step != ".@graph"] == [".image"]
        data.pictures.append(_picture("".join(path), node, is_article_image, "VideoObject" in kinds))


def _is_article(kind: str) -> bool:
    return kind in _ARTICLES or kind.endswith(("Article", "Posting")) or kind.startswith("LiveBlog")


def _read_article(node: dict[str, object], data: LinkedData) -> None:
    data.headline = data.headline or _text(node.get("headline"))
    data.date_published = data.date_published or _text(node.get("datePublished"))
    data.language = data.language or _text(node.get("inLanguage"))
    data.authors = data.authors or [name for author in _listed(node.get("author")) if (name := _name(author))]
    for key in ("image", "thumbnailUrl"):
        urls = tuple(url for url in _listed(node.get(key)) if isinstance(url, str))
        if urls:
            data.pictures.append(LinkedPicture(urls, (), is_article_image=True))


def _picture(path: str, node: dict[str, object], is_article_image: bool, is_video: bool) -> LinkedPicture:
    urls = [url for key in _ADDRESSES if key in node for url in _listed(node[key]) if isinstance(url, str) and "/" in url]
    if isinstance(name := node.get("@id"), str) and "/" in name and "#" not in name:
        urls.append(name)
    statements = tuple(
        Statement(field=field, value=value, origin=Origin.JSON_LD, locator=f"{path}.{key}")
        for key, field in PICTURE_FIELDS.items()
        if key in node and not (is_video and key in ("author", "creator"))  # of a video these name the channel
        for item in _listed(node.get(key))
        if (value := _name(item))
    )
    return LinkedPicture(tuple(dict.fromkeys(urls)), statements, is_article_image, is_video)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _name(value: object) -> str | None:
    """The text of a value that may be a person or organisation."""
    if isinstance(value, dict):
        value = value.get("name")
    return _text(value)


def _text(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(value).split()) or None
