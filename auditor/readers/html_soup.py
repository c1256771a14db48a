"""Beautiful Soup over lexbor's nodes: a media block becomes tags without being parsed a second time.

bs4 is imported on the first page that has a media block with words: its import costs more than many pages.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborNode

from auditor.readers.html_credit_words import is_credit_alone
from auditor.readers.html_tree import Tree, line
from auditor.readers.html_words import html_words

if TYPE_CHECKING:
    from bs4 import Tag
    from bs4.element import PageElement

_LEFT_OUT = frozenset(
    ("script", "style", "svg", "template", "noscript", "iframe", "object", "select", "textarea", "picture", "img", "source",
     "video", "audio", "amp-img", "-comment")
)  # fmt: skip
_END = " .:,…"
_DIGITS = re.compile(r"\d+")
_LABEL = 30
"""Characters of the longest words on what opens a box."""
_VOID = frozenset(("br", "hr", "wbr", "meta", "link", "input"))


class BlockSoup:
    """Makes tags of the media blocks of a page."""

    def __init__(self, tree: Tree) -> None:
        self.names = tree.names
        self.tree = tree

    def add(self, top: LexborNode) -> "Tag":
        """The tag of a node and of all below it that can hold a reader's words.

        Depth first without recursion: pages nest deeper than Python's stack likes.
        """
        from bs4.element import NavigableString, Tag

        root = _tag(Tag, top, None, None)
        last: PageElement = root
        stack = [(child, root) for child in self._inside(top)]
        while stack:
            child, parent = stack.pop()
            if isinstance(child, str):
                previous, last = last, NavigableString(child)
                last.setup(parent, previous)
            else:
                last = tag = _tag(Tag, child, parent, last)
                stack += [(below, tag) for below in self._inside(child)]
            parent.contents.append(last)
        return root

    def _inside(self, node: LexborNode) -> "list[str | LexborNode]":
        """What a node holds, last first: elements, and strings, which are one where only a comment or a control parts them."""
        found: list[str | LexborNode] = []
        for child in node.iter(include_text=True) if node.tag not in _VOID else ():
            tag = child.tag
            if tag == "-text":
                before = found.pop() if found and isinstance(found[-1], str) else ""
                found.append(f"{before}{child.text_content or ''}")
            elif tag and tag not in _LEFT_OUT and not self._is_control(child):
                found.append(child)
        return found[::-1]

    def _is_control(self, node: LexborNode) -> bool:
        """Buttons, and labels for screen readers alone; a button may hold the whole figure."""
        attributes, tag = node.attributes, node.tag
        if attributes and self.is_hidden(attributes):
            return bare(node.text()) not in html_words().credit_labels
        if tag == "summary":
            return _opens_more(node)
        is_button = tag == "button" or attributes.get("role") == "button"
        return is_button and node.css_first("figcaption") is None and not _is_credit(line(node.text()))

    def is_hidden(self, attributes: Mapping[str, object]) -> bool:
        """Whether an element is for screen readers alone."""
        return "class" in attributes and not html_words().hidden.isdisjoint(self.names[str(attributes["class"])])


def _is_credit(text: str) -> bool:
    """Whether what looks like a control says who made the picture."""
    return (":" in text or "©" in text) and is_credit_alone(text)


def _opens_more(summary: LexborNode) -> bool:
    """Whether the head of a box that opens is a label: short, not of the credit, with more words below."""
    text = line(summary.text())
    more = line(summary.parent.text()) if summary.parent else text
    return len(text) <= _LABEL and len(more) > 2 * len(text) and "©" not in text and bare(text) not in html_words().credit_labels


def _tag(kind: "type[Tag]", node: LexborNode, parent: "Tag | None", previous: "PageElement | None") -> "Tag":
    """A tag behind those already made; its classes stay one string, as in the source."""
    tag = kind(name=node.tag, parent=parent, previous=previous, interesting_string_types=kind.MAIN_CONTENT_STRING_TYPES)
    tag.attrs = {name: value or "" for name, value in node.attributes.items()}
    return tag


def bare(text: str) -> str:
    """A text as the tables of whole texts have it: one line, no final punctuation, lower case, `#` for figures."""
    return _DIGITS.sub("#", line(text).rstrip(_END).casefold())
