"""Beautiful Soup over lexbor's nodes: a media block becomes a soup without being parsed a second time.

bs4 is imported on the first page that has a media block with words: its import costs more than many pages.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from selectolax.lexbor import LexborNode

from auditor.readers.html_tree import Tree, line
from auditor.readers.html_words import html_words

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_LEFT_OUT = frozenset(
    ("script", "style", "svg", "template", "noscript", "iframe", "object", "select", "textarea", "picture", "img", "source",
     "video", "audio", "amp-img", "-comment")
)  # fmt: skip
_END = re.compile(r"[\s.:,…]+$")
_DIGITS = re.compile(r"\d+")
_VOID = frozenset(("br", "hr", "wbr", "meta", "link", "input"))


@cache
def _soup_class() -> type[Any]:
    from bs4 import BeautifulSoup
    from bs4.builder import HTMLTreeBuilder

    class LexborBuilder(HTMLTreeBuilder):
        """Takes nodes where other builders take text."""

        features = ("lexbor",)

        def __init__(self) -> None:
            super().__init__(multi_valued_attributes={})  # classes stay one string, as in the source

        def feed(self, markup: object) -> None:
            """Nothing to parse: blocks come through `BlockSoup.add`."""

        def prepare_markup(self, markup: Any, *_: object, **__: object) -> Any:  # noqa: ANN401  bs4's own signature
            """The (empty) markup as it is."""
            yield markup, None, None, False

    def empty_soup() -> BeautifulSoup:
        return BeautifulSoup("", builder=LexborBuilder())

    return empty_soup  # type: ignore[return-value]


class BlockSoup:
    """One soup for all media blocks of a page."""

    def __init__(self, tree: Tree) -> None:
        self._soup: BeautifulSoup = _soup_class()()
        self.names = tree.names
        self.tree = tree

    def add(self, node: LexborNode) -> "Tag":
        """The tag of a node and of all below it that can hold a reader's words."""
        from bs4 import Tag

        soup = self._soup
        self._feed(node)
        soup.endData()
        last = soup.contents[-1]
        assert isinstance(last, Tag)
        return last

    def _feed(self, top: LexborNode) -> None:
        """Depth first without recursion: pages nest deeper than Python's stack likes."""
        soup = self._soup
        stack: list[tuple[LexborNode | None, str]] = [(top, "")]
        while stack:
            node, closing = stack.pop()
            if node is None:
                soup.handle_endtag(closing)
                continue
            tag = node.tag or ""
            if tag == "-text":
                soup.handle_data(node.text_content or "")
            elif node is top or tag not in _LEFT_OUT:
                attributes = {name: value or "" for name, value in node.attributes.items()}
                if node is not top and self._is_control(node, attributes):
                    continue
                soup.handle_starttag(tag, None, None, attributes)
                stack.append((None, tag))
                if tag not in _VOID:
                    stack.extend((child, "") for child in reversed(list(node.iter(include_text=True))))

    def _is_control(self, node: LexborNode, attributes: dict[str, str]) -> bool:
        """Buttons, and labels for screen readers alone; a button may hold the whole figure."""
        if self.is_hidden(attributes):
            return bare(node.text()) not in html_words().credit_labels
        is_button = node.tag == "button" or attributes.get("role") == "button"
        return is_button and node.css_first("figcaption") is None

    def is_hidden(self, attributes: Mapping[str, object]) -> bool:
        """Whether an element is for screen readers alone."""
        return "class" in attributes and not html_words().hidden.isdisjoint(self.names[str(attributes["class"])])


def bare(text: str) -> str:
    """A text as the tables of whole texts have it: one line, no final punctuation, lower case, `#` for figures."""
    return _DIGITS.sub("#", _END.sub("", line(text)).casefold())
