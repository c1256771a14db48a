"""Script state: the JSON from which a site builds its page (`__NEXT_DATA__`, preloaded state), where it names a picture."""

import json
import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser

from auditor.limits import MAX_JSON_BYTES, MAX_JSON_VALUES
from auditor.model import Field, Origin, Statement
from auditor.readers.html_media import loose_name
from auditor.readers.html_tree import line
from auditor.readers.image_url import picture_key
from auditor.readers.json_ld import LinkedPicture

_MARKS = (b"application/json", b"__NEXT_DATA__", b"_STATE__", b"__NUXT", b"Fusion.globalContent")
_FIELDS = {
    "caption": Field.CAPTION,
    "captiontext": Field.CAPTION,
    "credit": Field.CREDIT_LINE,
    "credits": Field.CREDIT_LINE,
    "creditline": Field.CREDIT_LINE,
    "photocredit": Field.CREDIT_LINE,
    "imagecredit": Field.CREDIT_LINE,
    "copyright": Field.COPYRIGHT_NOTICE,
    "photographer": Field.CREATOR,
}
"""Keys that content systems use for the same properties, in lower case without punctuation."""
_ADDRESS = re.compile(r"(?:https?:)?//\S+|/\S+\.\w{3,4}\S*")
_MARKUP = re.compile(r"<[^<>]*>")
_DEEP = 80
_NEAR = 3
"""Levels below an object at which the address of its picture stands."""


def read_script_state(html: bytes, keys: Iterable[str]) -> list[LinkedPicture]:
    """What the page's script state says about the pictures with these names; nothing is run, only JSON is read."""
    wanted = frozenset(map(loose_name, keys)) - {""}
    if not wanted or not any(mark in html for mark in _MARKS):
        return []
    found: list[LinkedPicture] = []
    for number, node in enumerate(LexborHTMLParser(html).css('script:not([src]):not([type*="ld+json"])'), 1):
        text = node.text()
        if len(text) <= MAX_JSON_BYTES and "{" in text and _names_any(wanted, text.lower()):
            for path, value in _objects(_state(text), f"script[{number}]"):
                found += _about_picture(path, value, wanted)
    return found


def _names_any(wanted: frozenset[str], small: str) -> bool:
    return any(stem in small for stem in wanted)


def _state(text: str) -> object:
    """The first JSON object of a script: the whole of it, or what it assigns."""
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, text.index("{"))[0]
    except (ValueError, RecursionError):
        return None


def _objects(value: object, path: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Every object that has a caption or credit, with its path."""
    stack: list[tuple[str, object, int]] = [(path, value, 0)]
    for _ in range(MAX_JSON_VALUES):
        if not stack:
            return
        path, value, depth = stack.pop()
        if isinstance(value, dict):
            if any(_plain(key) in _FIELDS for key in value):
                yield path, value
            children = [(f"{path}.{key}", child) for key, child in value.items()]
        else:
            children = [(f"{path}[{place}]", child) for place, child in enumerate(value)] if isinstance(value, list) else []
        if depth < _DEEP:
            stack.extend((where, child, depth + 1) for where, child in children if isinstance(child, (dict, list)))


def _about_picture(path: str, node: dict[str, object], wanted: frozenset[str]) -> Iterator[LinkedPicture]:
    urls = tuple(_addresses(node, _NEAR))
    if wanted & {loose_name(picture_key(url)) for url in urls}:
        statements = tuple(
            Statement(field=field, value=text, origin=Origin.SCRIPT, locator=f"{path}.{key}")
            for key, value in node.items()
            if (field := _FIELDS.get(_plain(key))) and isinstance(value, str) and (text := line(_MARKUP.sub(" ", value)))
        )
        if statements:
            yield LinkedPicture(urls, statements, is_article_image=False)


def _addresses(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        if len(value) < 2000 and _ADDRESS.fullmatch(value):
            yield value
    elif depth:
        children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        for child in children:
            yield from _addresses(child, depth - 1)


def _plain(key: object) -> str:
    return re.sub(r"[^a-z]", "", str(key).lower())
