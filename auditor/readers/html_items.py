"""Pictures of the story -> media items with everything the page states about each, displayed or hidden."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from selectolax.lexbor import LexborNode

from auditor.model import Field, MediaItem, MediaKind, Origin, Statement
from auditor.readers.html_figures import Words, read_words
from auditor.readers.html_media import Picture, loose_name
from auditor.readers.html_soup import BlockSoup
from auditor.readers.html_tree import Element, Tree, line
from auditor.readers.html_words import html_words
from auditor.readers.image_url import picture_key
from auditor.readers.json_ld import LinkedPicture
from auditor.readers.microdata import read_microdata
from auditor.readers.plain_credit import Sign, read_credit_sign

_DATA = re.compile(r"(?:\w+-)*(caption|credit|credits|copyright|photographer|description|desc|source)")
_DATA_FIELDS = {
    "caption": Field.CAPTION,
    "description": Field.DESCRIPTION,
    "desc": Field.DESCRIPTION,
    "photographer": Field.CREATOR,
}
_SHOWN = {Field.CAPTION: Origin.CAPTION, Field.CREDIT_LINE: Origin.CREDIT_ELEMENT}
_ANY_PICTURE = "img, video, iframe"
_MAY_SIGN = re.compile(r"[:©(]")
_WRAPPED = 2
"""Levels above a picture at which the link or element of a site's own stands that was made for it alone."""
_FILM_HOST = re.compile(r"//(?:cdn\.jwplayer\.com|i\.ytimg\.com|img\.youtube\.com|i\.vimeocdn\.com|[\w.-]*\.dmcdn\.net)/")
"""Where platforms of films keep the stills of theirs."""
_DOUBTFUL = " (bound by order of the page alone)"


class Hidden:
    """What the structured data and the script state of the page say about pictures."""

    def __init__(self, linked: Iterable[LinkedPicture], shared: Iterable[str], pictures: list[Picture]) -> None:
        """`shared` are the picture addresses of the meta tags, `pictures` those of the story."""
        self._by_key: dict[str, list[LinkedPicture]] = {}
        linked, shared = tuple(linked), tuple(shared)
        named = {url: picture_key(url) for url in {*shared, *(url for picture in linked for url in picture.urls)}}
        names = {key: {key, loose_name(key)} - {""} for key in named.values()}
        self.lead_keys = {named[url] for url in shared} - {""}
        """Names of the pictures the page calls its own: structured data's `image`, Open Graph's image."""
        self._pictures = pictures
        for picture in linked:
            keys = {named[url] for url in picture.urls} - {""}
            for key in set[str]().union(*[names[key] for key in keys]):
                self._by_key.setdefault(key, []).append(picture)
            if picture.is_article_image:
                self.lead_keys |= keys

    @cached_property
    def _shown(self) -> Counter[str]:
        """How many pictures of the story have each name without size."""
        return Counter(name for picture in self._pictures for name in {loose_name(key) for key in picture.keys})

    def about(self, picture: Picture) -> list[LinkedPicture]:
        """The entries that are the same picture: by name, else by name without size where no other picture has it."""
        same = [linked for key in picture.keys for linked in self._by_key.get(key, ())]
        if not same and self._by_key:
            names = {loose_name(key) for key in picture.keys} - {""}
            same = [linked for name in names for linked in self._by_key.get(name, ()) if self._shown[name] == 1]
        return list({id(linked): linked for linked in same}.values())


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
    statements = [*shown, *_attributes(picture.element), *_data(picture), *_behind_sign(picture)]
    statements += read_microdata(picture.block or picture.element, soup.tree)
    statements += [statement for linked in same for statement in linked.statements]
    kind = _kind(picture, words, same)
    return MediaItem(
        kind=kind,
        position=position,
        statements=tuple(statements),
        urls=tuple(dict.fromkeys((*picture.urls, *(url for linked in same for url in linked.urls)))),
        header=_header(same) if kind is MediaKind.VIDEO else None,
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
        field, value = (Field.CREDIT_LINE, credit) if credit and credit != title else (_field_of_title(title), title)
        yield Statement(field=field, value=value, origin=Origin.TITLE, locator=f"{locator}[title]")


def _field_of_title(title: str) -> Field:
    """A title that says who made the picture is a caption or a credit."""
    sign = read_credit_sign(title) if _MAY_SIGN.search(title) else None
    if sign is None or sign.sign is not Sign.LABEL:
        return Field.TITLE
    return Field.CREDIT_LINE if sign.is_whole else Field.CAPTION


def _data(picture: Picture) -> Iterator[Statement]:
    """Captions and credits in `data-` attributes of the picture and what holds it."""
    for element, inner in _holders(picture):
        tag = inner.tag or "" if inner else element.tag
        is_custom = "-" in tag and tag != "amp-img"
        for name, value in (inner or element).attributes.items():
            if not value or not (is_custom or name.startswith("data-")) or "<" in value or "{" in value:
                continue
            if found := _DATA.fullmatch(name):
                field = _DATA_FIELDS.get(found[1], Field.CREDIT_LINE)
                is_shown = inner is not None and inner.child is None  # it is there for its attributes, whose words a script shows
                origin = _SHOWN.get(field, Origin.DATA) if is_shown else Origin.DATA
                locator = f"{element.locator()} {tag}" if inner else element.locator()
                yield Statement(field=field, value=line(value), origin=origin, locator=f"{locator}[{name}]")


def _behind_sign(picture: Picture) -> Iterator[Statement]:
    """The credit that shows when a pointer rests on the copyright sign at a picture."""
    block = picture.block
    if block is None or not block.text().endswith("©"):
        return
    for node in block.node.css("[title]"):
        if node.text().strip() == "©" and (value := line(node.attributes.get("title") or "").strip("© ")):
            locator = f"{block.locator()} {node.tag}[title]"
            yield Statement(field=Field.CREDIT_LINE, value=value, origin=Origin.TITLE, locator=locator)


def _holders(picture: Picture) -> Iterator[tuple[Element, LexborNode | None]]:
    """The picture and what stands around it; where no words are shown, what lies beside too, as nodes of its block."""
    block = picture.block or picture.element
    around = list(picture.element.up_to(block.parent))
    if not picture.has_words:
        around += [e for e in block.ancestors() if 0 < block.depth - e.depth <= _WRAPPED and (e.tag == "a" or "-" in e.tag)]
        for node in block.node.css("div, span, button"):
            yield block, node
    for element in around:
        yield element, None


def _kind(picture: Picture, words: Words, same: list[LinkedPicture]) -> MediaKind:
    """A video only on good evidence: verdicts about videos are milder."""
    is_film = any(linked.is_video for linked in same) and not any(linked.is_article_image for linked in same)
    if picture.kind is MediaKind.VIDEO or words.duration or is_film or any(map(_FILM_HOST.search, picture.addresses.best)):
        return MediaKind.VIDEO
    table = html_words()
    block = picture.block or picture.element
    names = [e.words for e in picture.element.up_to(_wrapper(block).parent)]
    around = block.parent.words if block.parent and block.tag == "figure" else frozenset()
    if any(not table.video.isdisjoint(found) for found in (*names, around)):
        return MediaKind.VIDEO
    return MediaKind.GRAPHIC if any(not table.graphic.isdisjoint(found) for found in names) else MediaKind.IMAGE


def _wrapper(block: Element) -> Element:
    """What was made for a block without words alone: the outermost element that shows nothing else."""
    while block.parent and not block.text() and not block.parent.text() and len(block.parent.node.css(_ANY_PICTURE)) <= 1:
        block = block.parent
    return block


def _header(same: list[LinkedPicture]) -> str | None:
    """A video's title."""
    titles = (s.value for linked in same if linked.is_video for s in linked.statements if s.field is Field.TITLE)
    return next(titles, None)
