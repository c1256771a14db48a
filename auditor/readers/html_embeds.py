"""Players and posts of platforms inside the running text, and sound: frames, elements, quotations that a script turns into one.

They have no picture address: what a frame shows is not the page's to name. The platform and the address stand in statements.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from auditor.data.embeds import Platform, embeds
from auditor.limits import MAX_MEDIA_ITEMS
from auditor.model import Field, MediaItem, MediaKind, Origin, Statement
from auditor.readers.html_article import CHROME, Article
from auditor.readers.html_figures import read_words
from auditor.readers.html_media import Layout, Picture
from auditor.readers.html_soup import BlockSoup
from auditor.readers.html_tree import Element, Tree, above, line
from auditor.readers.html_words import html_words
from auditor.readers.image_url import picture_addresses

_WORDS = 600
"""Characters of the longest words that stand with an embed."""
_FRAMES = ("iframe", "amp-iframe", "amp-video-iframe")
_SIDE = CHROME - {"button"}
_POST_LINK = ("cite", "data-instgrm-permalink", "data-bluesky-uri", "data-embed-url", "data-href", "data-text-post-permalink")
"""Where the embed codes of posts give the post's own address."""


@dataclass(slots=True, eq=False)
class Embed:
    """One embed of the story."""

    element: Element
    platform: Platform | None
    kind: MediaKind
    link: str | None
    """What the frame shows, or the post's own page."""
    block: Element
    """What holds the embed and its words."""
    order: int = -1
    """Place of the picture or paragraph before it, -1 for none."""


def find_embeds(tree: Tree, article: Article, layout: Layout) -> list[Embed]:
    """The embeds of the story in order, each once; a frame whose block shows a picture is that picture's."""
    query = _query()
    nodes = article.root.node.css(query)
    ground = _Ground(article.spine, above(picture.element for picture in layout.pictures) if nodes else set())
    candidates = [embed for node in nodes[:MAX_MEDIA_ITEMS] if (embed := _embed(tree.element(node), ground))]
    if not candidates:
        return []
    layout.dropped += max(0, len(nodes) - MAX_MEDIA_ITEMS)
    orders = _orders(query, article, layout)
    found: dict[object, Embed] = {}
    for embed in candidates:
        embed.order = orders.get(embed.element.key, -1)
        if _belongs(embed, article, layout):
            found.setdefault(embed.link or embed.element.key, embed)
    room = MAX_MEDIA_ITEMS - len(layout.pictures)
    layout.dropped += max(0, len(found) - room)
    return list(found.values())[:room]


@cache
def _query() -> str:
    """All that may be an embed; the many elements of AMP and their like by the attribute they have, as each name costs time."""
    boxes = ", ".join(f'[class~="{name}"]' for name in embeds().boxes)
    return f"iframe, audio, blockquote[class], [layout], [videoid], div:is({boxes})"


def _orders(query: str, article: Article, layout: Layout) -> dict[int, int]:
    """The place of the picture or paragraph before each element: {key: place}."""
    tags = {p.element.selector for p in layout.pictures} | {p.selector for p in article.paragraphs}
    orders: dict[int, int] = {}
    last = -1
    for node in article.root.node.css(", ".join((query, *tags))):
        orders[node.mem_id] = last = layout.order.get(node.mem_id, last)
    return orders


@dataclass(slots=True)
class _Ground:
    """The elements among which embeds stand."""

    spine: set[int]
    """Those that hold running text."""
    pictured: set[int]
    """Those that hold pictures."""
    captioned: dict[int, bool] = field(default_factory=dict)

    def is_captioned(self, block: Element) -> bool:
        """The same as `Element.is_captioned`, asked once of each: thousands of frames may stand in one element."""
        if block.key not in self.captioned:
            self.captioned[block.key] = block.is_captioned
        return self.captioned[block.key]


def _embed(element: Element, ground: _Ground) -> Embed | None:
    table = embeds()
    posts = table.posts if element.tag == "blockquote" else table.boxes
    post = next((posts[name] for name in (element.attributes.get("class") or "").split() if name in posts), None)
    link = _post_link(element) if post else _frame_link(element)
    is_sound = element.tag == "audio"
    is_frame = element.tag in _FRAMES
    platform = post or table.elements.get(element.tag) or (table.of_address(link) if link and is_frame else None)
    if not platform and not (link and (is_frame or is_sound)):
        return None
    block = _block(element, ground)
    if block is None or not (platform or is_sound or ground.is_captioned(block)):
        return None
    kind = MediaKind.AUDIO if is_sound else platform.kind if platform else MediaKind.EMBED
    return Embed(element, platform, kind, link, block)


def _frame_link(element: Element) -> str | None:
    sources = [element.attributes, *(node.attributes for node in element.node.css("source[src]"))]
    return next(iter(picture_addresses(sources).best), None)


def _post_link(element: Element) -> str | None:
    """The post's own page: as its embed code gives it, else its last link, which the date carries."""
    given = (element.attributes.get(name) for name in _POST_LINK)
    links = (node.attributes.get("href") for node in reversed(element.node.css("a[href]")))
    return next((link.strip() for link in (*given, *links) if link and link.strip()), None)


def _block(element: Element, ground: _Ground) -> Element | None:
    """The figure around an embed, else what holds it and a caption and nothing else; None where a picture stands for it."""
    block = element
    for holder in element.ancestors():
        if holder.key in ground.spine:
            return block
        if holder.key in ground.pictured:
            return None if holder.tag == "figure" or holder is element.parent else block
        if len(holder.text()) > _WORDS and holder is not element:
            return block
        if holder.tag == "figure" or (block is element and holder is not element and ground.is_captioned(holder)):
            block = holder
    return block


def _belongs(embed: Embed, article: Article, layout: Layout) -> bool:
    """Whether it stands in the story: before its end, sound not before its beginning, and in no side matter."""
    words, wrapper = html_words(), embeds().wrapper
    above = [e for e in embed.element.ancestors() if e.key not in article.spine]
    if any(e.tag in _SIDE or (e.words & words.outside and not e.words & wrapper) for e in above):
        return False
    if embed.kind is MediaKind.AUDIO and embed.order < layout.first:
        return False
    return embed.order < layout.last or (embed.block.is_captioned and embed.element.within(article.container))


def with_embeds(items: tuple[MediaItem, ...], pictures: list[Picture], found: list[Embed], tree: Tree) -> tuple[MediaItem, ...]:
    """The items of the pictures and the embeds in order of the page."""
    if not found:
        return items
    soup = BlockSoup(tree)
    placed = [(picture.order, item) for picture, item in zip(pictures, items, strict=True)]
    placed += [(embed.order, _item(embed, soup)) for embed in found]
    placed.sort(key=lambda pair: pair[0])
    return tuple(replace(item, position=position) for position, (_, item) in enumerate(placed))


def _item(embed: Embed, soup: BlockSoup) -> MediaItem:
    is_bare = embed.block is embed.element
    words = [] if is_bare else read_words(soup, embed.block, ()).statements
    statements = (*words, *_statements(embed))
    named = {s.field: s.value for s in statements}
    header = named.get(Field.TITLE) or named.get(Field.PROVIDER)
    return MediaItem(kind=embed.kind, position=0, statements=statements, header=header)


def _statements(embed: Embed) -> Iterator[Statement]:
    element, locator = embed.element, embed.element.locator()
    if title := line(element.attributes.get("title") or element.attributes.get("aria-label") or ""):
        yield Statement(field=Field.TITLE, value=title, origin=Origin.TITLE, locator=f"{locator}[title]")
    if embed.platform:
        yield Statement(field=Field.PROVIDER, value=embed.platform.name, origin=Origin.URL, locator=locator)
    if embed.link:
        yield Statement(field=Field.ADDRESS, value=embed.link, origin=Origin.URL, locator=locator)
