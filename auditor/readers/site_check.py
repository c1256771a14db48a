"""What each selector of a site file matches on a page, without reading the page through it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from auditor.model import Document
from auditor.readers.html import open_page
from auditor.readers.html_tree import line
from auditor.readers.sites.reading import refusal_of
from auditor.readers.sites.site_file import Selector, Site, nearest

_NAME = re.compile(r"([.#])([\w-]+)")
_SAMPLE = 60
"""Characters shown of what was matched."""


@dataclass(frozen=True, slots=True)
class SelectorMatch:
    """What one selector found."""

    selector: Selector
    count: int
    sample: str
    """The beginning of the first element's words, empty where it has none."""
    hint: str = ""
    """A name of the page that the selector may have meant."""


@dataclass(frozen=True, slots=True)
class SiteCheck:
    """A site file held against one page."""

    refusal: str | None
    """Why the page would not be touched; None where it is the site's."""
    matches: tuple[SelectorMatch, ...]


def check_site(site: Site, document: Document) -> SiteCheck:
    """Each selector against the page; it is tried on a page of another host or time too."""
    source = open_page(document.data, url=document.url)
    parser = source.tree.parser
    refusal = refusal_of(site, parser, url=source.url, published=source.published)
    return SiteCheck(refusal, tuple(_matches(site, parser)))


def _matches(site: Site, parser: LexborHTMLParser) -> Iterator[SelectorMatch]:
    for selector in site.selectors:
        nodes = parser.css(selector.css)
        text = line(nodes[0].text()) if nodes else ""
        sample = text if len(text) <= _SAMPLE else text[: _SAMPLE - 1] + "…"
        yield SelectorMatch(selector, len(nodes), sample, "" if nodes else _hint(selector, parser))


def _hint(selector: Selector, parser: LexborHTMLParser) -> str:
    """The nearest class or id of the page to the first one of the selector that the page does not have."""
    for sign, name in _NAME.findall(selector.css):
        attribute = "class" if sign == "." else "id"
        values = {word for node in parser.css(f"[{attribute}]") for word in (node.attributes.get(attribute) or "").split()}
        if name not in values:
            return nearest(name, values, sign).removeprefix("; ")
    return ""
