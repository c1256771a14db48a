"""The pictures of an article: which elements show one, which of them belong to the story, and which block goes with each."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from auditor.limits import MAX_MEDIA_ITEMS
from auditor.model import MediaKind
from auditor.readers.html_body import HEADINGS, Article
from auditor.readers.html_tree import Element, Tree, line
from auditor.readers.html_words import html_words
from auditor.readers.image_url import picture_key, picture_urls

_QUERY = "h1, p, img, amp-img, video, figcaption"
_CHROME = frozenset(("nav", "footer", "form", "dialog"))
_SMALL = 110
"""Pixels: portraits and icons are smaller, pictures of a story are not."""
_MAX_BLOCK_TEXT = 1500
_NOT_PHOTO = re.compile(
    r"\.svg(?:$|\?)|/(?:logos?|icons?|avatars?|emojis?|badges?|sprites?|flags?)[/_.-]|[/_-]logo[._-]|favicon|gravatar", re.I
)
_DIGITS = re.compile(r"\s*(\d{1,5})")


@dataclass(slots=True, eq=False)
class Picture:
    """One picture of the page, at all places where it is shown."""

    element: Element
    urls: tuple[str, ...]
    keys: frozenset[str]
    order: int
    kind: MediaKind = MediaKind.IMAGE
    block: Element | None = None
    """The element that holds the picture and its words, nothing else."""
    captions: list[Element] = field(default_factory=list)
    """Elements with a telling name that belong to it but stand outside of the block."""
    doubtful: bool = False
    """Whether a caption was bound by order alone."""

    @property
    def top(self) -> Element:
        """The element to start from."""
        return self.block or self.element


@dataclass(slots=True)
class Layout:
    """Order of the page: where pictures, paragraphs and headline stand."""

    pictures: list[Picture]
    order: dict[int, int]
    first: int
    last: int
    headline: int
    dropped: int = 0


def lay_out(tree: Tree, article: Article) -> Layout:
    """All pictures inside the article's root and the order in which things stand."""
    order: dict[int, int] = {}
    pictures: list[Picture] = []
    dropped = 0
    for index, element in enumerate(tree.find(_QUERY)):
        order[element.key] = index
        if element.tag in ("img", "amp-img", "video") and element.within(article.root):
            if len(pictures) >= MAX_MEDIA_ITEMS:
                dropped += 1
            elif picture := _picture(element, index):
                pictures.append(picture)
    running = [order[e.key] for e in article.paragraphs if e.key in order]
    headline = order.get(article.headline.key, -1) if article.headline else -1
    return Layout(pictures, order, min(running, default=0), max(running, default=0), headline, dropped)


def _picture(element: Element, index: int) -> Picture | None:
    urls = picture_urls(_sources(element))
    keys = frozenset(key for url in urls if (key := picture_key(url)))
    kind = MediaKind.VIDEO if element.tag == "video" else MediaKind.IMAGE
    if kind is MediaKind.VIDEO and not element.attributes.get("poster"):
        return None
    return Picture(element, urls, keys, index, kind) if urls else None


def _sources(element: Element) -> Iterable[Mapping[str, str | None]]:
    yield element.attributes
    parent = element.parent
    if parent and parent.tag == "picture":
        yield from (node.attributes for node in parent.node.iter() if node.tag == "source")


def story_pictures(layout: Layout, article: Article) -> list[Picture]:
    """The pictures of the story, each once, without portraits, icons, teasers and furniture."""
    seen: dict[str, Picture] = {}
    result: list[Picture] = []
    for picture in layout.pictures:
        if not _belongs(picture, layout, article):
            continue
        twin = next((seen[key] for key in picture.keys if key in seen), None)
        if twin:
            _merge(twin, picture)
        else:
            result.append(picture)
        for key in picture.keys:
            seen.setdefault(key, twin or picture)
    return result


def _merge(twin: Picture, other: Picture) -> None:
    """The same picture again: its addresses are kept; its words if the first had none."""
    twin.urls = tuple(dict.fromkeys((*twin.urls, *other.urls)))
    twin.keys |= other.keys
    if not has_words(twin) and has_words(other):
        twin.element, twin.block, twin.captions, twin.doubtful = other.element, other.block, other.captions, other.doubtful


def has_words(picture: Picture) -> bool:
    """Whether anything is shown with the picture."""
    return bool(picture.captions or (picture.block and line(picture.block.node.text())))


def _belongs(picture: Picture, layout: Layout, article: Article) -> bool:
    element = picture.element
    inside = element.within(article.container)
    if _is_small(element.attributes) or any(_NOT_PHOTO.search(url) for url in picture.urls[:1]):
        return False
    if any(_is_outside(e) for e in _up_to(element, article.container if inside else article.root)):
        return False
    if is_teaser(picture):
        return False
    if picture.order > layout.last:
        return inside and has_words(picture)
    return True


def _up_to(element: Element, top: Element) -> Iterable[Element]:
    for ancestor in element.ancestors():
        if ancestor is top:
            return
        yield ancestor


def _is_outside(element: Element) -> bool:
    words = html_words()
    return element.tag in _CHROME or bool(element.words & words.outside) or bool(element.words & words.portrait)


def _is_small(attributes: Mapping[str, str | None]) -> bool:
    sizes = [int(found[1]) for name in ("width", "height") if (found := _DIGITS.match(attributes.get(name) or ""))]
    return bool(sizes) and max(sizes) <= _SMALL


def is_teaser(picture: Picture) -> bool:
    """Whether the picture leads to another article: its link has words of its own, or the words beside it are that link again."""
    link = next((e for e in picture.element.ancestors() if e.tag == "a" and e.attributes.get("href")), None)
    if link is None:
        return False
    href = link.attributes.get("href") or ""
    if _is_picture_link(href):
        return False
    if any(node.tag in HEADINGS for node in link.node.css("h1, h2, h3, h4, h5, h6, p")):
        return True
    box = link.parent
    for _ in range(3):
        if box is None:
            break
        for other in box.node.css("a[href]"):
            if other.mem_id != link.key and other.attributes.get("href") == href and other.text(strip=True):
                return True
        box = box.parent
    return False


def _is_picture_link(href: str) -> bool:
    return href.startswith("#") or bool(
        re.search(r"\.(?:jpe?g|png|webp|avif|gif)\b|galler|galer|bilder|foto|photo|image", href, re.I)
    )


def bind_words(tree: Tree, layout: Layout, article: Article) -> None:
    """Find each picture's block, then give caption elements that stand elsewhere to the nearest picture."""
    counts = Counter[int]()
    for picture in layout.pictures:
        for element in picture.element.ancestors():
            counts[element.key] += 1
    running = Counter[int]()
    for paragraph in article.paragraphs:
        for element in paragraph.ancestors():
            running[element.key] += 1
    groups = _twins(layout.pictures)
    for picture in layout.pictures:
        picture.block = _block(picture, article, counts, running, groups)
    _bind_elsewhere(tree, layout, article)


def _twins(pictures: list[Picture]) -> dict[int, int]:
    """How many pictures inside each element only repeat another one inside it."""
    doubled = Counter[int]()
    first: dict[str, Picture] = {}
    for picture in pictures:
        twin = next((first[key] for key in picture.keys if key in first), None)
        if twin:
            above = {e.key for e in twin.element.ancestors()}
            for element in picture.element.ancestors():
                if element.key in above:
                    doubled[element.key] += 1
        for key in picture.keys:
            first.setdefault(key, picture)
    return doubled


def _block(picture: Picture, article: Article, counts: Counter[int], running: Counter[int], doubled: dict[int, int]) -> Element:
    """Climb from the picture as long as the parent holds no other picture and no running text; stop where words come in."""
    best = current = picture.element
    while (parent := current.parent) is not None and parent is not article.container and parent is not article.root:
        if counts[parent.key] - doubled.get(parent.key, 0) > 1 or parent.tag == "body":
            break
        if running[parent.key] and not (running[parent.key] == 1 and parent.tag == "figure"):
            break
        length = len(line(parent.node.text()))
        if length > _MAX_BLOCK_TEXT or any(n.tag in ("h1", "h2") for n in parent.node.css("h1, h2")):
            break
        current = parent
        if length or parent.tag == "figure":
            best = current
        if length and (parent.tag == "figure" or not any(e.tag == "figure" for e in list(parent.ancestors())[1:6])):
            break
    return best


def _bind_elsewhere(tree: Tree, layout: Layout, article: Article) -> None:
    """Caption elements outside of all blocks go to the picture with the lowest common ancestor, else to the one before."""
    blocks = {p.block.key for p in layout.pictures if p.block}
    holders: dict[int, list[Picture]] = {}
    for picture in layout.pictures:
        for element in picture.element.ancestors():
            holders.setdefault(element.key, []).append(picture)
    for element in _caption_elements(tree, article):
        path = list(element.ancestors())
        if any(e.key in blocks for e in path):
            continue
        holder = next((e for e in path if e.key in holders), None)
        if holder is None or not (candidates := holders[holder.key]):
            continue
        position = layout.order.get(element.key)
        before = [p for p in candidates if position is None or p.order < position] or candidates
        chosen = before[-1]
        if has_words(chosen) and not chosen.captions:
            continue
        chosen.captions.append(element)
        chosen.doubtful = len({key for p in candidates for key in p.keys}) > len(chosen.keys)


def _caption_elements(tree: Tree, article: Article) -> list[Element]:
    """Outermost elements inside the root that call themselves caption."""
    words = html_words()
    found = [
        e
        for e in tree.find(
            'figcaption, [class*="aption"], [class*="egend"], [class*="redit"], [class*="opyright"], [itemprop="caption"]'
        )
        if e.tag != "img"
        and e.within(article.root)
        and (e.tag == "figcaption" or e.words & words.caption or e.words & words.credit)
    ]
    keys = {e.key for e in found}
    return [
        e
        for e in found
        if not any(a.key in keys for a in list(e.ancestors())[1:]) and 0 < len(line(e.node.text())) < _MAX_BLOCK_TEXT
    ]
