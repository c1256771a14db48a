"""Where the article is on its page, and its paragraphs and subheads."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from auditor.readers.html_tree import BLOCKS, Element, Tree, line
from auditor.readers.html_words import html_words

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CHROME = frozenset(("nav", "footer", "aside", "form", "button", "dialog", "select"))
_SILENT = frozenset(
    ("script", "style", "noscript", "svg", "template", "figure", "figcaption", "iframe", "button", "select", "textarea", "form",
     "nav", "aside", "footer", "object", "audio", "video", "title", "dialog", "label")
)  # fmt: skip
_GOOD = 60
_COMMENTS = frozenset(("comments", "comment", "kommentare", "commentaires", "comentarios", "disqus"))


@dataclass(slots=True)
class Article:
    """The article's place: the element that holds its paragraphs, and the one that also holds headline and lead picture."""

    container: Element
    root: Element
    headline: Element | None
    paragraphs: list[Element]
    """Running text inside the container, in order."""


@dataclass(slots=True)
class Line:
    """A run of text of one block."""

    element: Element
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    """Characters inside links."""

    @property
    def text(self) -> str:
        """In one line."""
        return line("".join(self.parts))


def locate_article(tree: Tree, title: str | None) -> Article | None:
    """The article of a page, None for a page without running text."""
    links = Counter[int]()
    for node in tree.parser.css("p a, li a"):
        parent = node.parent
        while parent is not None and parent.tag not in ("p", "li"):
            parent = parent.parent
        if parent is not None:
            links[parent.mem_id] += len(node.text())
    good = [e for e in map(tree.element, tree.parser.css("p")) if _is_running_text(e, links[e.key])]
    if not good:
        good = [
            e
            for e in map(tree.element, tree.parser.css("div, td, section, article, span"))
            if len(line(e.node.text(deep=False))) > _GOOD
        ]
    if not good:
        return None
    container = _common(good)
    headline = _headline(tree, title, container)
    root = container
    if headline:
        above = set(map(id, headline.ancestors()))
        root = next((e for e in container.ancestors() if id(e) in above), container)
    return Article(container, root, headline, [e for e in good if e.within(container)])


def _is_running_text(element: Element, linked: int) -> bool:
    length = len(line(element.node.text()))
    if length < _GOOD or linked > 0.4 * length:
        return False
    return not any(e.tag in _CHROME or e.tag in ("figcaption", "figure") or e.words & _COMMENTS for e in element.ancestors())


def _common(paragraphs: Iterable[Element]) -> Element:
    """The deepest element that holds nearly all of the running text."""
    weights = Counter[int]()
    elements: dict[int, Element] = {}
    total = 0
    for paragraph in paragraphs:
        weight = min(len(paragraph.node.text()), 600)
        total += weight
        for element in list(paragraph.ancestors())[1:]:
            weights[element.key] += weight
            elements[element.key] = element
    if not weights:
        return next(iter(paragraphs))
    best = [elements[key] for key, weight in weights.items() if weight > 0.7 * total]
    return max(best, key=lambda e: e.depth)


def _headline(tree: Tree, title: str | None, container: Element) -> Element | None:
    """The page's headline: the `h1` most like its declared title."""
    heads = [e for e in tree.find("h1") if e.node.text(strip=True)]
    if not heads:
        return None
    wanted = set((title or "").casefold().split())
    return max(heads, key=lambda e: len(wanted & set(line(e.node.text()).casefold().split())))


def read_body(tree: Tree, article: Article, *, claimed: set[int], known: set[str]) -> list[str]:
    """Standfirst, paragraphs and subheads in order.

    `claimed` are elements whose text belongs to pictures, `known` texts (case folded) that are no body: headline and captions.
    """
    lines = _lines(tree, article, claimed)
    kept = [entry for entry in lines if _is_body(entry, known)]
    body: list[str] = []
    for index, entry in enumerate(kept):
        text = entry.text
        if entry.element.tag in HEADINGS and not _has_followers(kept[index + 1 : index + 2]):
            continue
        if text not in body[-40:]:
            body.append(text)
    return body


def _has_followers(after: list[Line]) -> bool:
    return bool(after) and after[0].element.tag not in HEADINGS


def _is_body(entry: Line, known: set[str]) -> bool:
    text = entry.text
    if not text or text.casefold() in known or not any(c.isalnum() for c in text):
        return False
    if entry.linked > 0.7 * len(text) and (len(text) < 200 or entry.element.tag == "li"):
        return False
    if entry.element.tag in HEADINGS:
        return entry.linked < 0.5 * len(text)
    if entry.element.tag in ("p", "blockquote", "pre"):
        return True
    return len(text) >= 40


def _lines(tree: Tree, article: Article, claimed: set[int]) -> list[Line]:
    """The text of the article's element as blocks, without what is silent, outside or claimed."""
    silent: dict[int, bool] = {}
    lines: list[Line] = []
    for node in article.container.node.traverse(include_text=True, skip_empty=True):
        if not node.is_text_node or node.parent is None:
            continue
        element = tree.element(node.parent)
        if _is_silent(element, article.container, claimed, silent):
            continue
        block = element
        linked = False
        while block.tag not in BLOCKS and block.parent:
            linked = linked or block.tag == "a"
            block = block.parent
        if not lines or lines[-1].element is not block:
            lines.append(Line(block))
        text = node.text_content or ""
        lines[-1].parts.append(text)
        if linked:
            lines[-1].linked += len(text.strip())
    return lines


def _is_silent(element: Element, top: Element, claimed: set[int], memo: dict[int, bool]) -> bool:
    """Whether the text of an element is no part of the article."""
    path: list[int] = []
    current: Element | None = element
    answer = False
    while current is not None and current is not top:
        if (known := memo.get(current.key)) is not None:
            answer = known
            break
        path.append(current.key)
        words = html_words()
        if current.tag in _SILENT or current.key in claimed or current.words & words.outside or (current.words & words.byline):
            answer = True
            break
        current = current.parent
    for key in path:
        memo[key] = answer
    return answer
