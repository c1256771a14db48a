"""lexbor's tree of a page, with what our questions need to know about an element, worked out once each."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter

from selectolax.lexbor import LexborHTMLParser, LexborNode

from auditor.readers.html_words import html_words, name_parts

BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
     "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li",
     "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video",
     "audio", "iframe")
)  # fmt: skip
"""Elements that begin a line of their own (HTML Living Standard, 15.3 Non-replaced elements)."""

_DENSE = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]+")
"""Chinese, Japanese and Korean: a sign is a syllable or a word, and counts double."""
_EASTERN = re.compile("[\u0590-\u06ff\u3041-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_SOUNDS = re.compile("[\u0590-\u06ff]+")
"""Hebrew and Arabic leave out vowels."""
_NO_NAME_SIGN = re.compile(r"[^\w-]")
NO_NAMES = frozenset[str]()
NAMES = frozenset(("class", "id", "itemprop", "data-testid", "role", "property"))


_ASKED_FOR = "p, p a, h1, h2, meta[content]"
_HEAVY = 600
_FALLBACK = frozenset(("video", "audio", "object", "iframe", "canvas"))
"""What stands inside of these is shown where they cannot be."""


class Names(dict[str, frozenset[str]]):
    """`name_parts` of the names of a page, each of them taken apart once."""

    def __missing__(self, names: str) -> frozenset[str]:
        each = names.split()
        self[names] = found = NO_NAMES.union(*[self[name] for name in each]) if len(each) > 1 else name_parts(names)
        return found

    def of(self, attributes: Mapping[str, object]) -> frozenset[str]:
        """The words of the class names, id and roles among an element's attributes."""
        found = [self[str(value)] for name, value in attributes.items() if name in NAMES and value]
        return found[0] if len(found) == 1 else NO_NAMES.union(*found)


@dataclass(slots=True, eq=False)
class Element:
    """One element of the page and what its names say."""

    node: LexborNode
    tag: str
    parent: "Element | None"
    depth: int
    key: int
    names: "Names"
    _attributes: dict[str, str | None] | None = None
    _words: frozenset[str] | None = None
    known_text: str | None = None
    _weight: int | None = None
    _locator: str | None = None

    @property
    def attributes(self) -> dict[str, str | None]:
        """As written, names in lower case."""
        if self._attributes is None:
            self._attributes = self.node.attributes if self.node.is_element_node else {}
        return self._attributes

    @property
    def words(self) -> frozenset[str]:
        """The words of its class names, id and roles."""
        if self._words is None:
            self._words = self.names.of(attributes) if (attributes := self.attributes) else NO_NAMES
        return self._words

    @property
    def selector(self) -> str:
        """What finds all elements of its tag; odd signs in a name stand behind a backslash (CSS Syntax 3, 4.3.7)."""
        return self.tag if self.tag.isalnum() else _NO_NAME_SIGN.sub(r"\\\g<0>", self.tag)

    def ancestors(self) -> Iterator["Element"]:
        """The element itself and all above it."""
        element: Element | None = self
        while element:
            yield element
            element = element.parent

    def text(self) -> str:
        """All words inside, in one line."""
        if self.known_text is None:
            self.known_text = "" if self.tag in _FALLBACK else line(self.node.text())
        return self.known_text

    def weight(self) -> int:
        """Letters of the words inside, as `extent` counts them, up to `_HEAVY`: a long paragraph is no better than a good one."""
        if self._weight is None:
            text = self.text()
            self._weight = _HEAVY if len(text) >= _HEAVY else min(extent(text), _HEAVY)
        return self._weight

    def up_to(self, top: "Element | None") -> Iterator["Element"]:
        """The element itself and all above it, below `top`."""
        element: Element | None = self
        while element and element is not top:
            yield element
            element = element.parent

    def block(self) -> "Element":
        """The nearest element at or above this one that begins a line of its own."""
        return next((e for e in self.ancestors() if e.tag in BLOCKS), self)

    def within(self, other: "Element") -> bool:
        """Whether `other` is this element or stands above it."""
        element: Element | None = self
        while element is not None:
            if element is other:
                return True
            element = element.parent
        return False

    def is_named(self, words: frozenset[str]) -> bool:
        """Whether the class names of the element or of one inside of it hold one of these words."""
        inside = (node.attributes.get("class") or "" for node in (self.node, *self.node.css("[class]")))
        return any(not words.isdisjoint(self.names[names]) for names in inside)

    @property
    def is_captioned(self) -> bool:
        """Whether a part of the element calls itself caption."""
        return self.node.css_first("figcaption") is not None or self.is_named(html_words().caption)

    def locator(self) -> str:
        """A short CSS path for a person: the nearest id, or the last four steps."""
        if self._locator is None:
            self._locator = self._path()
        return self._locator

    def _path(self) -> str:
        steps: list[str] = []
        for element in self.ancestors():
            if identity := element.attributes.get("id"):
                steps.append(f"{element.tag}#{identity}")
                break
            names = (element.attributes.get("class") or "").split()
            steps.append(".".join([element.tag, *names[:1]]))
            if len(steps) == 4 or element.tag == "body":
                break
        return " > ".join(reversed(steps))


@dataclass(slots=True)
class Tree:
    """A parsed page."""

    parser: LexborHTMLParser
    _elements: dict[int, Element] = field(default_factory=dict)
    names: Names = field(default_factory=Names)
    _index: dict[str, list[LexborNode]] | None = None

    def nodes(self, tag: str) -> list[LexborNode]:
        """The nodes of one of the tags that every page is asked for, `a` only inside of `p`: all are found in one walk."""
        if self._index is None:
            self._index = {}
            for node in self.parser.css(_ASKED_FOR):
                self._index.setdefault(node.tag or "", []).append(node)
        return self._index.get(tag, [])

    def element(self, node: LexborNode, text: str | None = None) -> Element:
        """The element of a node, with all its ancestors; `text` are its words in one line, where they are known already."""
        elements = self._elements
        if known := elements.get(node.mem_id):
            return known
        missing = [node]
        found: Element | None = None
        while (above := missing[-1].parent) is not None and above.tag != "-document":
            if found := elements.get(above.mem_id):
                break
            missing.append(above)
        for current in reversed(missing):
            key = current.mem_id
            found = elements[key] = Element(current, current.tag or "", found, found.depth + 1 if found else 0, key, self.names)
        assert found is not None
        found.known_text = text
        return found


def above(elements: Iterable[Element]) -> set[int]:
    """The keys of these elements and of all that hold them."""
    keys: set[int] = set()
    for start in elements:
        element: Element | None = start
        while element is not None and element.key not in keys:
            keys.add(element.key)
            element = element.parent
    return keys


def sums_above(weights: Iterable[tuple[Element, int]]) -> tuple[Counter[int], dict[int, Element]]:
    """What all elements weigh with what they hold, where these weigh so much; and the elements by key."""
    sums = Counter[int]()
    elements: dict[int, Element] = {}
    for element, weight in weights:
        sums[element.key] += weight
        above: Element | None = element
        while above is not None and above.key not in elements:
            elements[above.key] = above
            above = above.parent
    for element in sorted(elements.values(), key=attrgetter("depth"), reverse=True):
        if element.parent:
            sums[element.parent.key] += sums[element.key]
    return sums, elements


def extent(text: str) -> int:
    """The length of a text in letters of the Latin script: other scripts say more with each of their signs."""
    if text.isascii() or not _EASTERN.search(text):
        return len(text)
    return len(text) + sum(map(len, _DENSE.findall(text))) + sum(map(len, _SOUNDS.findall(text))) // 3


def is_long(text: str, letters: int) -> bool:
    """Whether a text has at least so many letters, as `extent` counts them."""
    return len(text) >= letters or (3 * len(text) >= letters and extent(text) >= letters)


def strings_of(block: Element) -> list[str]:
    """The texts of an element that stand apart in its source."""
    texts = (line(node.text_content or "") for node in block.node.traverse(include_text=True) if node.is_text_node)
    return [text for text in texts if text]


def spaced_text(node: LexborNode) -> str:
    """The words of a node in one line, with a space wherever a page sets elements apart that touch in its source."""
    parts = []
    for inner in node.traverse(include_text=True):
        if inner.is_text_node:
            parts.append(inner.text_content or "")
        elif inner.tag == "br" or inner.tag in BLOCKS or (inner.prev is not None and inner.prev.is_element_node):
            parts.append(" ")
    return line("".join(parts))


def line(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())
