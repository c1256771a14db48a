"""Words that a picture points at: `aria-describedby`, `aria-details`, or a link to their place on the same page."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from auditor.readers.html_article import HEADINGS, Article
from auditor.readers.html_body import Line
from auditor.readers.html_credit_words import is_credit_alone
from auditor.readers.html_media import Layout, Picture
from auditor.readers.html_tree import Element, Tree
from auditor.readers.html_words import html_words

_POINTERS = ("aria-describedby", "aria-details", "aria-labelledby")
"""WAI-ARIA 1.3, 6.6: the ids of elements that describe this one."""
_MAX_WORDS = 450
_MARK = 3
"""Letters of the longest mark of a footnote: `1`, `*`, `(a)`."""
_LINK = 'a[href^="#"]'
_NO_WORDS = "img, video, iframe, form, h1"


def bind_by_reference(layout: Layout, tree: Tree, lines: list[Line], article: Article) -> None:
    """Give pictures the words they point at, and take these out of the running text. WAI-ARIA 1.3 calls them descriptions."""
    wanted = [(picture, names) for picture in layout.pictures if (names := list(_pointed_at(picture)))]
    places = {node.attributes.get("id"): node for node in tree.parser.css("[id]")} if wanted else {}
    for picture, names in wanted:
        for name in names:
            if (node := places.get(name)) and (words := _words(node, tree, article)) and _may_take(picture, words):
                picture.captions.append(words)
                for entry in lines:
                    if entry.element.within(words):
                        entry.is_silent, entry.named = True, None


def _pointed_at(picture: Picture) -> Iterator[str]:
    """The ids of what a picture points at: itself while nothing else speaks of it, with marks of footnotes always."""
    block = picture.block or picture.element
    if not picture.has_words:
        for element in picture.element.up_to(block.parent.parent if block.parent else None):
            for name in _POINTERS:
                yield from (element.attributes.get(name) or "").split()
            if element.tag == "a":
                yield from _fragment(element.attributes.get("href"))
    if block is not picture.element and picture.has_words:
        for node in block.node.css(_LINK):
            if len(node.text(strip=True)) <= _MARK:
                yield from _fragment(node.attributes.get("href"))


def _fragment(address: str | None) -> list[str]:
    return [address[1:]] if address and address.startswith("#") and len(address) > 1 else []


def _words(node: LexborNode, tree: Tree, article: Article) -> Element | None:
    """The element with this id, if it may hold a picture's words: few, no heading, not of the story's frame, not hidden."""
    element = tree.element(node)
    is_frame = element.key in article.spine and element not in article.paragraphs
    if is_frame or element.tag in HEADINGS or not 0 < len(element.text()) <= _MAX_WORDS:
        return None
    if node.css_first(_NO_WORDS) is not None or not element.words.isdisjoint(html_words().unread):
        return None
    return element


def _may_take(picture: Picture, words: Element) -> bool:
    """Whether a picture lacks words; those that a footnote adds must be a credit."""
    block = picture.block or picture.element
    return not words.within(block) and (not picture.has_words or is_credit_alone(words.text()))
