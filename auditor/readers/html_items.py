"""Pictures of the story -> media items with everything the page states about each, displayed or hidden."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from auditor.model import Field, MediaItem, MediaKind, Origin, Statement
from auditor.readers.html_figures import Words, read_words
from auditor.readers.html_media import Picture
from auditor.readers.html_soup import BlockSoup
from auditor.readers.html_tree import Element, Tree, line
from auditor.readers.html_words import html_words
from auditor.readers.image_url import picture_key
from auditor.readers.json_ld import LinkedPicture
from auditor.readers.microdata import read_microdata

_DATA = re.compile(r"data-(?:\w+-)*(caption|credit|credits|copyright|photographer|description|desc|source)")
_DATA_FIELDS = {
    "caption": Field.CAPTION,
    "description": Field.DESCRIPTION,
    "desc": Field.DESCRIPTION,
    "photographer": Field.CREATOR,
}
_DOUBTFUL = " (bound by order of the page alone)"


@dataclass(frozen=True, slots=True)
class Hidden:
    """What the structured data of the page says about pictures, by their names."""

    by_key: dict[str, list[LinkedPicture]]
    lead_keys: frozenset[str]
    """Names of the pictures the page calls its own: structured data's `image`, Open Graph's image."""

    @classmethod
    def of(cls, linked: Iterable[LinkedPicture], shared: Iterable[str]) -> "Hidden":
        """From JSON-LD pictures and the addresses of the meta tags."""
        by_key: dict[str, list[LinkedPicture]] = {}
        leads = {picture_key(url) for url in shared}
        for picture in linked:
            for url in picture.urls:
                by_key.setdefault(picture_key(url), []).append(picture)
                if picture.is_article_image:
                    leads.add(picture_key(url))
        return cls(by_key, frozenset(leads - {""}))

    def about(self, picture: Picture) -> list[LinkedPicture]:
        """The entries that are the same picture."""
        return list({id(p): p for key in picture.keys for p in self.by_key.get(key, ())}.values())


def make_items(pictures: list[Picture], tree: Tree, hidden: Hidden, first_paragraph: int) -> tuple[MediaItem, ...]:
    """The items in order of the page; `first_paragraph` is the place of the first running text."""
    soup = BlockSoup(tree)
    items = [_item(position, picture, soup, hidden) for position, picture in enumerate(pictures)]
    lead = _lead(pictures, hidden, first_paragraph)
    return tuple(replace(item, is_lead=True) if position == lead else item for position, item in enumerate(items))


def _lead(pictures: list[Picture], hidden: Hidden, first_paragraph: int) -> int | None:
    """The picture above the story, else the one that the page shares as its own."""
    if pictures and pictures[0].order < first_paragraph:
        return 0
    return next((place for place, picture in enumerate(pictures) if picture.keys & hidden.lead_keys), None)


def _item(position: int, picture: Picture, soup: BlockSoup, hidden: Hidden) -> MediaItem:
    words = read_words(soup, picture.block or picture.element, picture.captions)
    shown = words.statements
    if picture.doubtful:
        shown = [replace(statement, locator=statement.locator + _DOUBTFUL) for statement in shown]
    same = hidden.about(picture)
    statements = [*shown, *_attributes(picture.element), *_data(picture), *read_microdata(picture.block or picture.element)]
    statements += [statement for linked in same for statement in linked.statements]
    return MediaItem(
        kind=_kind(picture, words, same),
        position=position,
        statements=tuple(statements),
        urls=tuple(dict.fromkeys((*picture.urls, *(url for linked in same for url in linked.urls)))),
        header=_header(same),
        alt_text=line(picture.element.attributes.get("alt") or "") or None,
        duration=words.duration,
    )


def _attributes(element: Element) -> Iterator[Statement]:
    """The alternative text and the title; a title that is the alternative text and more holds the credit."""
    alt, title = (line(element.attributes.get(name) or "") for name in ("alt", "title"))
    locator = element.locator()
    if alt:
        yield Statement(field=Field.ALT_TEXT, value=alt, origin=Origin.ALT, locator=f"{locator}[alt]")
    if title:
        credit = title.removeprefix(alt).lstrip(" |/–-") if alt else ""
        field, value = (Field.CREDIT_LINE, credit) if credit and credit != title else (Field.TITLE, title)
        yield Statement(field=field, value=value, origin=Origin.TITLE, locator=f"{locator}[title]")


def _data(picture: Picture) -> Iterator[Statement]:
    """Captions and credits in `data-` attributes of the picture and what holds it."""
    for element in picture.element.up_to(picture.block) if picture.block else (picture.element,):
        for name, value in element.attributes.items():
            if value and name.startswith("data-") and (found := _DATA.fullmatch(name)) and "<" not in value and "{" not in value:
                field = _DATA_FIELDS.get(found[1], Field.CREDIT_LINE)
                yield Statement(field=field, value=line(value), origin=Origin.DATA, locator=f"{element.locator()}[{name}]")


def _kind(picture: Picture, words: Words, same: list[LinkedPicture]) -> MediaKind:
    if picture.kind is MediaKind.VIDEO or words.duration or any(linked.is_video for linked in same):
        return MediaKind.VIDEO
    if any(not html_words().graphic.isdisjoint(e.words) for e in picture.element.up_to(picture.block)):
        return MediaKind.GRAPHIC
    return MediaKind.IMAGE


def _header(same: list[LinkedPicture]) -> str | None:
    """A video's title."""
    titles = (s.value for linked in same if linked.is_video for s in linked.statements if s.field is Field.TITLE)
    return next(titles, None)
