"""A page read through a site file: its elements are marked as what they are, and the generic reader does the rest.

A marked element keeps its words and place and loses its own names, which may lie; what the reader then finds in it says so in
its locator.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from auditor.model import MediaItem, Page, Statement
from auditor.readers.html_tree import NAMES, line
from auditor.readers.page_dates import first_date
from auditor.readers.sites.site_file import Part, Selector, Site

_MARK = "site-file-{part}-{place}"
"""The class a marked element gets: its words say caption or credit, its figure which selector."""
_MARKED = re.compile(r"site-file-(?:caption|credit)-(\d+)")


@dataclass(frozen=True, slots=True)
class SiteReading:
    """What a site file says of one page; empty where none fits."""

    site: Site | None = None
    title: str | None = None
    date_published: str | None = None
    """ISO 8601."""
    byline: tuple[str, ...] = ()
    root: LexborNode | None = None
    """What holds all that is left of a page whose article the file tells."""
    problems: tuple[str, ...] = ()

    def traced(self, page: Page) -> Page:
        """The page with the site file named in the locator of each statement that was made through it."""
        return replace(page, media=tuple(map(self._traced_item, page.media))) if self.site else page

    def _traced_item(self, item: MediaItem) -> MediaItem:
        return replace(item, statements=tuple(map(self._traced, item.statements)))

    def _traced(self, statement: Statement) -> Statement:
        found = _MARKED.search(statement.locator)
        if not found or not self.site or int(found[1]) >= len(self.site.selectors):
            return statement
        selector = self.site.selectors[int(found[1])]
        locator = f"{_MARKED.sub('', statement.locator)} (site file {self.site.name}: {selector.part} {selector.css})"
        return replace(statement, locator=locator.replace(". ", " ").replace(".)", ")"))


def read_through(sites: Sequence[Site], parser: LexborHTMLParser, *, url: str | None, published: str | None) -> SiteReading:
    """Mark the page (in place) by the first site that is its own. `published` is the day the page itself declares, ISO 8601."""
    for site in sites:
        if refusal_of(site, parser, url=url, published=published) is None:
            return _read(site, parser)
    return SiteReading()


def refusal_of(site: Site, parser: LexborHTMLParser, *, url: str | None, published: str | None) -> str | None:
    """Why a page is not this site's (`Site.refuses`); where the page declares no day, the site's `date` element tells it."""
    return site.refuses(url, published or _date(site, parser))


def _read(site: Site, parser: LexborHTMLParser) -> SiteReading:
    _remove(node for selector in site.selectors if selector.part is Part.IGNORE for node in parser.css(selector.css))
    found = [(place, selector, parser.css(selector.css)) for place, selector in enumerate(site.selectors)]
    reading = SiteReading(
        site,
        title=next(_texts(found, Part.TITLE), None),
        date_published=_date(site, parser),
        byline=tuple(dict.fromkeys(_texts(found, Part.BYLINE))),
    )
    article = [node for _, selector, nodes in found if selector.part is Part.ARTICLE for node in nodes]
    titles = [node for _, selector, nodes in found if selector.part is Part.TITLE for node in nodes]
    for place, selector, nodes in found:
        if selector.part in (Part.CAPTION, Part.CREDIT):
            for node in nodes:
                _mark(node, _MARK.format(part=selector.part, place=place))
    if article:
        _keep([*article, *titles, *parser.css("h1")], parser)
        return replace(reading, root=parser.body)
    if any(selector.part is Part.ARTICLE for selector in site.selectors):
        return replace(reading, problems=(f"site file {site.name}: no element is its article; has the layout changed?",))
    return reading


def _texts(found: Iterable[tuple[int, Selector, list[LexborNode]]], part: Part) -> Iterator[str]:
    for _, selector, nodes in found:
        if selector.part is part:
            yield from (text for node in nodes if (text := line(node.text())))


def _date(site: Site, parser: LexborHTMLParser) -> str | None:
    """The first day that an element of this part holds: in its attributes for machines, else in its words."""
    nodes = [node for selector in site.selectors if selector.part is Part.DATE for node in parser.css(selector.css)]
    texts = ((node.attributes.get("datetime"), node.attributes.get("content"), node.text()) for node in nodes)
    return first_date(text for three in texts for text in three)


def _mark(node: LexborNode, name: str) -> None:
    for own in NAMES:
        if own in node.attributes:
            del node.attrs[own]
    node.attrs["class"] = name


def _keep(kept: Sequence[LexborNode], parser: LexborHTMLParser) -> None:
    """Remove from the body all that neither is one of these elements nor holds one nor stands inside of one."""
    whole = {node.mem_id for node in kept}
    path = {above.mem_id for node in kept for above in _above(node)}
    stack = [body] if (body := parser.body) is not None and body.mem_id not in whole else []
    while stack:
        for child in list(stack.pop().iter(include_text=True)):
            if child.mem_id in whole:
                continue
            if child.mem_id in path:
                stack.append(child)
            else:
                child.decompose()


def _remove(nodes: Iterable[LexborNode]) -> None:
    """Remove these elements; one inside of another goes with it, and must not be touched again."""
    gone = {node.mem_id: node for node in nodes if node.tag not in ("html", "head", "body")}
    for node in [node for node in gone.values() if not any(above.mem_id in gone for above in _above(node))]:
        node.decompose()


def _above(node: LexborNode) -> Iterator[LexborNode]:
    above = node.parent
    while above is not None:
        yield above
        above = above.parent
