"""Pictures that an element has as its background."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import islice

from selectolax.lexbor import LexborNode

from auditor.readers.html_article import Article
from auditor.readers.html_tree import Tree
from auditor.readers.html_words import html_words
from auditor.readers.image_url import names_file, picture_key

_LAZY = frozenset(("data-bg", "data-background", "data-background-image", "data-src", "data-thumbnail", "data-original"))
"""Where scripts find the background that they paint once it comes into sight: lazysizes and vanilla-lazyload, Swiper, lozad,
bLazy and Unveil, Elementor's gallery, Tilda."""
PAINTED = f'[style*="url("], [data-bgset], div:empty:is({", ".join(f"[{name}]" for name in sorted(_LAZY))})'
"""All that may be painted."""
_URL = re.compile(r"""url\(\s*["']?([^"')\s]+)""")
_REAL = "img, amp-img, video, iframe"
_NEAR = 2
"""Elements, from the painted one up, that may call themselves a slide."""


def painted_address(attributes: Mapping[str, str | None]) -> str:
    """The address of an element's background, as a script would paint it or as its style has it."""
    if not _LAZY.isdisjoint(attributes):
        for name, value in attributes.items():
            if name in _LAZY and value and names_file(value):
                return value
    found = _URL.search(attributes.get("style") or "")
    return found[1] if found else ""


class Painted:
    """Elements that show a picture as their background."""

    def __init__(self, tree: Tree, article: Article, own: Iterable[str]) -> None:
        self._tree = tree
        self._headline = article.headline
        self._own = own

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(map(picture_key, self._own)) - {""}

    def shows(self, node: LexborNode) -> bool:
        """Whether an element's background is a picture of the story.

        It is where the element has no words and a script fills it, or is a figure or in one, in a link to a file, before a
        caption or in a row of slides, or calls itself an image or a film's poster, or where the page shares that picture; words
        over a shared picture may be the headline's part of the page.
        """
        attributes = node.attributes
        if "data-bgset" in attributes:
            return not node.text(strip=True)
        if not (address := painted_address(attributes)):
            return False
        is_shared = picture_key(address) in self._names
        if node.text(strip=True):
            return is_shared and self._headline is not None and self._headline.within(self._tree.element(node))
        if node.css_first(_REAL) is not None:
            return False  # it is a frame around the picture
        parents = [parent for parent in (node.parent, node.parent and node.parent.parent) if parent]
        if is_shared or node.tag == "figure" or attributes.get("role") == "img":
            return True
        if any(parent.tag == "figure" or _opens_file(parent) for parent in parents):
            return True
        return self._is_before_caption(node) or self._is_named(node)

    def _is_before_caption(self, node: LexborNode) -> bool:
        if node.parent and not node.parent.text(strip=True) and len(list(node.parent.iter())) == 1:
            node = node.parent
        following = node.next
        while following is not None and not following.is_element_node:
            following = following.next
        names = following.attributes.get("class") if following is not None else None
        return bool(names) and not html_words().caption.isdisjoint(self._tree.names[names or ""])

    def _is_named(self, node: LexborNode) -> bool:
        element = self._tree.element(node)
        slides = html_words().slides
        return "poster" in element.words or any(not e.words.isdisjoint(slides) for e in islice(element.ancestors(), _NEAR))


def _opens_file(node: LexborNode) -> bool:
    return node.tag == "a" and names_file(node.attributes.get("href") or "")
