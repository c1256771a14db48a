"""The pictures of a page inside the article's root: their addresses, their order, and which are the same picture."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from auditor.limits import MAX_MEDIA_ITEMS
from auditor.model import MediaKind
from auditor.readers.html_article import Article
from auditor.readers.html_painted import PAINTED, Painted, painted_address
from auditor.readers.html_tree import Element, Tree, line
from auditor.readers.image_url import Addresses, names_file, picture_addresses, picture_key

_SHOWING = ("img", "amp-img", "video")
_SHOWS_ANYTHING = "img, amp-img, video, iframe, noscript, audio, object, embed, svg"
_CUSTOM = "[data-srcset]"
"""How elements of a site's own making (their names hold a hyphen) give a picture."""
_LAST_FIGURES = re.compile(r"(?:[-_](?:\d{3,4}|\d{1,2}x\d{1,2}))+$")
_TELLING = 8
"""Letters from which a file name or an alternative text tells one picture from others."""
_MUCH_MORE = 1.3
"""Times as many words that a later place must show to be preferred to the first one."""
_SMALL = 110
"""Pixels: portraits, icons and counters are smaller, pictures of a story are not."""
_RATIO = 21
"""Up to this, two different numbers are a ratio (16 by 9), not pixels."""
_PIXELS = re.compile(r"\s*(\d{1,5})(?:px)?\s*")
_FURNITURE = re.compile(
    r"\.svg(?:$|\?)|/(?:logos?|icons?|avatars?|emojis?|badges?|sprites?|flags?)[/_.-]|[/_-](?:logo|icon|qr|qrcode)[._-]|favicon|gravatar"
)
_FURNITURE_WORDS = (".svg", "logo", "icon", "avatar", "emoji", "badge", "sprite", "flag", "qr")
"""One of these stands in whatever `_FURNITURE` finds."""
_NO_DIGITS = str.maketrans("", "", "0123456789")
_COUNTER = re.compile(r"[?&](?:ev|pid|cid|tid)=|/(?:pixel|beacon|count|na)/|doubleclick|/tr\?")
_COUNTER_WORDS = ("ev=", "id=", "/pixel/", "/beacon/", "/count/", "/na/", "doubleclick", "/tr?")
"""The same of `_COUNTER`."""


@dataclass(slots=True, eq=False)
class Picture:
    """One picture of the page, at one of the places where it is shown."""

    element: Element
    addresses: Addresses
    keys: frozenset[str]
    order: int
    kind: MediaKind = MediaKind.IMAGE
    block: Element | None = None
    """The element that holds the picture and its words, nothing else."""
    captions: list[Element] = field(default_factory=list)
    """Elements outside of the block that belong to it."""
    doubtful: bool = False
    """Whether words were bound by order alone."""
    is_portrait: bool | None = None
    """Whether it shows whoever wrote the story; None until somebody asked."""

    @property
    def urls(self) -> tuple[str, ...]:
        """All addresses, best first."""
        return self.addresses.best + self.addresses.sizes

    @property
    def has_words(self) -> bool:
        """Whether anything is shown with the picture."""
        return bool((self.block or self.element).text() or (self.captions and self.captions[0].text()))

    @property
    def is_captioned(self) -> bool:
        """Whether a part of its block calls itself caption."""
        return self.block is not None and self.block.is_captioned

    @property
    def length_of_words(self) -> int:
        """Characters of all that is shown with it."""
        return sum(len(element.text()) for element in (self.block or self.element, *self.captions))


@dataclass(slots=True)
class Layout:
    """The order in which pictures and running text stand."""

    pictures: list[Picture]
    order: dict[int, int]
    first: int
    """Place of the first paragraph of running text."""
    last: int
    dropped: int = 0
    """Pictures beyond `MAX_MEDIA_ITEMS`."""


def lay_out(tree: Tree, article: Article, own: Iterable[str] = ()) -> Layout:
    """The pictures of the root without icons and counters, behind the container only captioned figures; where all stands.

    `own` are addresses of what the page calls its pictures: such a one may be painted behind the headline.
    """
    query = ", ".join(dict.fromkeys((*_SHOWING, _CUSTOM, PAINTED, *(e.selector for e in article.paragraphs))))
    nodes = article.root.node.css(query)
    order = {node.mem_id: place for place, node in enumerate(nodes)}
    running = [order[e.key] for e in article.paragraphs]
    layout = Layout([], order, min(running), max(running))
    alone: dict[int, bool] = {}
    painted = Painted(tree, article, own)
    for place, node in enumerate(nodes):
        tag = node.tag or ""
        if tag == "p" or (tag not in _SHOWING and "-" not in tag and not painted.shows(node)):
            continue
        element = tree.element(node)
        if element.key in article.spine:
            element = replace(element, known_text="")  # the words inside are laid over it and are not its own
        if place > layout.last and not element.within(article.container) and not _may_follow(element, article.root):
            continue
        if len(layout.pictures) >= MAX_MEDIA_ITEMS:
            layout.dropped += 1
        elif picture := _picture(element, place) or _unfilled(element, place, alone):
            layout.pictures.append(picture)
    _drop_stand_ins(layout.pictures)
    _know_twins(layout.pictures)
    layout.pictures[:] = _without_copies(layout.pictures, article.root)
    return layout


def opens_file(element: Element) -> bool:
    """Whether an element is a link to a picture's file: what it shows is that, whatever it is called."""
    return element.tag == "a" and names_file(element.attributes.get("href") or "")


def _may_follow(element: Element, root: Element) -> bool:
    """Whether it stands in a captioned figure or a link to its own file; galleries of these kinds may follow the text."""
    if root.tag == "body":
        return False
    if any(map(opens_file, element.up_to(root))):
        return True
    figure = next((e for e in element.up_to(root) if e.tag == "figure"), None)
    return figure is not None and figure.node.css_first("figcaption") is not None


def _picture(element: Element, index: int) -> Picture | None:
    found = picture_addresses(_sources(element))
    if not found.best and element.tag == "img" and (address := painted_address(element.attributes)):
        found = picture_addresses([{"src": address}])  # it holds the place of what is painted behind it
    if not found.best or _is_small(element.attributes) or _is_furniture(found.best[0]):
        return None
    if element.tag == "video" and not element.attributes.get("poster"):
        return None
    kind = MediaKind.VIDEO if element.tag == "video" else MediaKind.IMAGE
    keys = _keys(found.best)
    if len(alt := line(element.attributes.get("alt") or "").casefold()) > _TELLING:
        keys |= {f"{name} {alt}" for key in keys if (name := loose_name(key))}
    return Picture(element, found, keys, index, kind)


def _is_furniture(url: str) -> bool:
    """Whether an address is of an icon, a logo, or of what counts readers."""
    small = url.lower()
    if any(word in small for word in _FURNITURE_WORDS) and _FURNITURE.search(small):
        return True
    return any(word in url for word in _COUNTER_WORDS) and bool(_COUNTER.search(url))


def _unfilled(element: Element, index: int, alone: dict[int, bool]) -> Picture | None:
    """A picture that a script gives its address, alone in a figure with a caption: its words are on the page.

    `alone` keeps what was seen of each figure, by key: one may hold thousands.
    """
    figure = _figure(element) if element.tag in ("img", "amp-img") else None
    if figure is None or _is_small(element.attributes):
        return None
    if figure.key not in alone:
        alone[figure.key] = bool(_figcaption(figure)) and len(figure.node.css(_SHOWS_ANYTHING)) == 1
    if not alone[figure.key] or picture_addresses(_sources(element)).best:
        return None
    return Picture(element, Addresses(), frozenset(), index)


def _without_copies(pictures: list[Picture], root: Element) -> list[Picture]:
    """Without those that have no address and whose caption stands at another picture too: they are its copies."""
    if all(picture.urls for picture in pictures):
        return pictures
    captions = Counter(line(node.text()) for node in root.node.css("figcaption"))
    return [p for p in pictures if p.urls or captions[_figcaption(_figure(p.element))] == 1]


def _figure(element: Element) -> Element | None:
    return next((e for e in element.ancestors() if e.tag == "figure"), None)


def _figcaption(figure: Element | None) -> str:
    words = figure.node.css_first("figcaption") if figure else None
    return line(words.text()) if words else ""


def loose_name(key: str) -> str:
    """A picture's file name without its last figures, which may be a size or a number; empty where too little is left."""
    name = key[key.rfind("/") + 1 :]
    if name[-1:].isdecimal():
        name = _LAST_FIGURES.sub("", name)
    return name if len(name) >= _TELLING and sum(map(str.isalpha, name)) >= _TELLING else ""


def _keys(urls: Sequence[str]) -> frozenset[str]:
    """The names of a picture; addresses that differ in figures or in their query alone are its sizes and need one look."""
    if len(urls) > 1:
        urls = list({url.partition("?")[0].translate(_NO_DIGITS): url for url in urls}.values())
    return frozenset(key for url in urls if (key := picture_key(url)))


def _sources(element: Element) -> Iterable[Mapping[str, str | None]]:
    yield element.attributes
    if element.tag not in _SHOWING and (address := painted_address(element.attributes)):
        yield {"src": address}
    if element.parent and element.parent.tag == "picture":
        yield from (node.attributes for node in element.parent.node.iter() if node.tag == "source")


def _is_small(attributes: Mapping[str, str | None]) -> bool:
    sizes = [int(found[1]) for name in ("width", "height") if (found := _PIXELS.fullmatch(attributes.get(name) or ""))]
    is_ratio = len(sizes) == 2 and sizes[0] != sizes[1] and max(sizes) <= _RATIO
    return bool(sizes) and max(sizes) <= _SMALL and not is_ratio


def _drop_stand_ins(pictures: list[Picture]) -> None:
    """An address that different pictures give beside others of their own is what they show until they are loaded."""
    givers: dict[str, list[Picture]] = {}
    for picture in pictures:
        for url in picture.addresses.best:
            givers.setdefault(url, []).append(picture)
    shared = {url for url, those in givers.items() if len(those) > 1}
    stand_ins = {url for url in shared if _differ(_keys([u for u in p.addresses.best if u not in shared]) for p in givers[url])}
    for picture in pictures:
        best = picture.addresses.best
        own = tuple(url for url in best if url not in stand_ins)
        if own and own != best:
            picture.addresses, picture.keys = replace(picture.addresses, best=own), _keys(own)


def _know_twins(pictures: list[Picture]) -> None:
    """Neighbours of one figure whose files have one name in different folders are one picture: what stands in, what is loaded."""
    for before, picture in pairwise(pictures):
        near, parent = before.element.parent, picture.element.parent
        if near is None or parent is None or (near is not parent and near is not parent.parent):
            continue
        if (shared := _files(before) & _files(picture)) and (figure := _figure(picture.element)):
            twins = {f"{figure.key} {name}" for name in shared}
            before.keys, picture.keys = before.keys | twins, picture.keys | twins


def _files(picture: Picture) -> set[str]:
    """The telling ones among the names of its files, without their folders."""
    return {name for key in picture.keys if len(name := key[key.rfind("/") + 1 :]) >= _TELLING}


def _differ(names: Iterable[frozenset[str]]) -> bool:
    """Whether all have names and no two have one in common."""
    seen: set[str] = set()
    for keys in names:
        if not keys or keys & seen:
            return False
        seen |= keys
    return True


def without_repetition(pictures: Iterable[Picture]) -> list[Picture]:
    """Each picture once, at the place that says most about it, with the addresses of all places."""
    first: dict[str, Picture] = {}
    result: list[Picture] = []
    for picture in pictures:
        twin = next((first[key] for key in picture.keys if key in first), None)
        if twin:
            _merge(twin, picture)
        else:
            result.append(picture)
        for key in picture.keys:
            first.setdefault(key, twin or picture)
    return result


def _merge(twin: Picture, other: Picture) -> None:
    best = dict.fromkeys((*twin.addresses.best, *other.addresses.best))
    twin.addresses = Addresses(tuple(best), tuple(dict.fromkeys((*twin.addresses.sizes, *other.addresses.sizes))))
    twin.keys |= other.keys
    if other.length_of_words > _MUCH_MORE * twin.length_of_words:
        twin.element, twin.block, twin.captions, twin.doubtful = other.element, other.block, other.captions, other.doubtful
