"""Where the article is on its page: the element of its running text, and the one that also holds headline and lead picture."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter

from auditor.readers.html_tree import Element, Tree, above, extent, is_long, line, sums_above
from auditor.readers.html_words import html_words

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
CHROME = frozenset(("nav", "footer", "aside", "form", "button", "dialog", "select"))
_NOT_RUNNING = CHROME | {
    "figcaption", "figure", "script", "style", "noscript", "template", "svg", "a", "iframe", "video", "audio", "object", "canvas"
}  # fmt: skip
_LONG = 60
"""Letters from which a block counts as running text; most captions, teasers and labels are shorter or full of links."""
_SHORT = 20
_LITTLE = 300
"""Letters of running text below which shorter paragraphs are looked at too, from `_SHORT` on."""
_ENOUGH = 1000
"""Characters of running text in paragraphs below which text outside of paragraphs is looked at too."""
_NEARLY_ALL = 0.7
_A_GOOD_PART = 0.4
_OWN_PART = 0.2
"""The same for the `article` of the page's headline: other articles may be loaded below it."""
_CARD = 600
"""Characters of the longest card of another article."""
CARD_COVER = "a[href]:empty"
"""A link without words that is laid over the whole of a card."""
CARD_HEADLINE = "a h2, a h3, a h4, a h5, h2 a, h3 a, h4 a, h5 a"


@dataclass(slots=True)
class Article:
    """The article's place on its page."""

    container: Element
    root: Element
    headline: Element | None
    paragraphs: list[Element]
    """Running text inside the container, in order."""
    spine: set[int]
    """All elements that hold running text or the headline: whatever they are called, they are no side matter."""


def locate_article(tree: Tree, title: str | None, window: str = "") -> Article | None:
    """The article of a page, None for a page without running text; `title` is the declared one, `window` the window's."""
    running = _paragraphs(tree)
    if _weight(running) < _ENOUGH:
        running = max(_loose_blocks(tree), running, key=_weight)
    if not (running := running or _captions(tree)):
        return None
    running = _unless_too_few(running, [e for e in running if not _is_caption(e)])
    side: dict[int, bool] = {}
    running = _unless_too_few(running, [e for e in running if not _is_side(e, side)])
    headline = _headline(tree, title, above(running)) if title else _part_of_title(tree, window, above(running))
    own = next((e for e in headline.ancestors() if e.tag == "article"), None) if headline else None
    if own:
        running = _unless_too_few(running, [e for e in running if e.within(own)], _OWN_PART)
    running = _unless_too_few(running, [e for e in running if not _is_in_card(e, own)])
    container = _common(running)
    paragraphs = [e for e in running if e.within(container)]
    return Article(
        container, _root(container, headline), headline, paragraphs, above([*paragraphs, *([headline] if headline else [])])
    )


def _weight(running: list[Element]) -> int:
    return sum(e.weight() for e in running)


def _unless_too_few(all_of_them: list[Element], chosen: list[Element], enough: float = _A_GOOD_PART) -> list[Element]:
    """The chosen ones, unless they are too little of the text: then the evidence that chose them lies."""
    are_enough = len(chosen) == len(all_of_them) or _weight(chosen) > enough * _weight(all_of_them)
    return chosen if are_enough else all_of_them


def _paragraphs(tree: Tree) -> list[Element]:
    links = Counter[int]()
    for node in tree.nodes("a"):
        parent = node.parent
        while parent is not None and parent.tag != "p":
            parent = parent.parent
        if parent is not None:
            links[parent.mem_id] += len(node.text())
    texts = [(node, line(node.text())) for node in tree.nodes("p")]
    unlinked = [(node, text) for node, text in texts if links.get(node.mem_id, 0) < 0.4 * len(text)]
    chrome: dict[int, bool] = {}
    found = [e for node, text in unlinked if is_long(text, _LONG) and not _is_chrome(e := tree.element(node, text), chrome)]
    if _weight(found) > _LITTLE:
        return found
    short = [e for node, text in unlinked if is_long(text, _SHORT) and not _is_chrome(e := tree.element(node, text), chrome)]
    return max(_largest_family(short), found, key=_weight)


def _captions(tree: Tree) -> list[Element]:
    """The captions of figures, for galleries below a headline that have no other text."""
    found = [e for e in map(tree.element, tree.parser.css("figcaption")) if is_long(e.text(), _SHORT)]
    chrome: dict[int, bool] = {}
    own = [e for e in found if not _stands_in(e, chrome, lambda current: current.tag in CHROME)]
    return own if len(own) > 1 and tree.nodes("h1") else []


def _largest_family(paragraphs: list[Element]) -> list[Element]:
    """Those of one parent, or captions of one gallery, that have the most text, for pages whose paragraphs are all short."""
    families: dict[int | str, list[Element]] = {}
    for paragraph in paragraphs:
        if paragraph.parent and paragraph.parent.tag != "body":
            dress = paragraph.parent.attributes.get("class") or ""
            families.setdefault(dress if dress and _is_caption(paragraph) else paragraph.parent.key, []).append(paragraph)
    return max(families.values(), key=_weight, default=[])


def _loose_blocks(tree: Tree) -> list[Element]:
    """Blocks with much text of their own, for pages that do without paragraphs."""
    own = Counter[int]()
    blocks: dict[int, Element] = {}
    body = tree.parser.body
    for node in body.traverse(include_text=True, skip_empty=True) if body else ():
        if not node.is_text_node or node.parent is None or node.parent.tag in _NOT_RUNNING:
            continue
        block = tree.element(node.parent).block()
        own[block.key] += extent(line(node.text_content or ""))
        blocks[block.key] = block
    chrome: dict[int, bool] = {}
    return [e for key, e in blocks.items() if own[key] >= _LONG and not _is_chrome(e, chrome)]


def _is_chrome(element: Element, memo: dict[int, bool]) -> bool:
    """Whether an element stands in a part of the page that is never the story, by its tag."""
    return _stands_in(element, memo, lambda current: current.tag in _NOT_RUNNING)


def _is_side(element: Element, memo: dict[int, bool]) -> bool:
    """The same by its names: comments, consent, newsletters."""
    side = html_words().side
    return _stands_in(element, memo, lambda e: e.tag not in ("body", "html") and not side.isdisjoint(e.words))


def _stands_in(element: Element, memo: dict[int, bool], is_such: Callable[[Element], bool]) -> bool:
    """Whether it or one above it is such; each is asked once, `memo` keeps the answers by element."""
    path: list[int] = []
    answer = False
    for current in element.ancestors():
        if (known := memo.get(current.key)) is not None:
            answer = known
            break
        path.append(current.key)
        if is_such(current):
            answer = True
            break
    for key in path:
        memo[key] = answer
    return answer


def _is_in_card(element: Element, own: Element | None) -> bool:
    """Whether a paragraph stands in another article's card: an `article` of few words whose headline or surface is a link."""
    card = next((e for e in element.ancestors() if e.tag == "article"), None)
    if card is None or card is own or len(card.text()) >= _CARD:
        return False
    return card.node.css_first(f"{CARD_HEADLINE}, {CARD_COVER}") is not None


def _is_caption(element: Element) -> bool:
    caption = html_words().caption
    return not (element.words.isdisjoint(caption) and (element.parent is None or element.parent.words.isdisjoint(caption)))


def _common(running: list[Element]) -> Element:
    """The deepest element that holds nearly all of the running text."""
    if len(running) == 1:
        parent = running[0].parent
        return parent if parent and parent.tag != "body" else running[0]
    sums, elements = sums_above((e.parent, e.weight()) for e in running if e.parent)
    enough = _NEARLY_ALL * _weight(running)
    return max((elements[key] for key, weight in sums.items() if weight > enough), key=lambda e: e.depth)


def _headline(tree: Tree, title: str, spine: set[int]) -> Element | None:
    """The page's headline: the `h1` most like its declared title, else an `h2` that is nearly the title.

    `spine` are the elements that hold running text: whatever these are called, they are no navigation.
    """
    wanted = set(title.casefold().split())
    first = _most_like(wanted, [e for e in map(tree.element, tree.nodes("h1")) if e.text() and not _is_navigation(e, spine)])
    if first and first[0]:
        return first[1]
    second = _most_like(wanted, [e for e in map(tree.element, tree.nodes("h2")) if not _is_navigation(e, spine)])
    if second and second[0] > 0.6 * len(wanted):
        return second[1]
    return first[1] if first else _part_of_title(tree, title, spine)


def _part_of_title(tree: Tree, title: str, spine: set[int]) -> Element | None:
    """The heading most like the title among all `h1` and others that it holds, whole: the rest of a window's is the site's."""
    whole = title.casefold()
    found = [*map(tree.element, tree.nodes("h1")), *map(tree.element, tree.parser.css("h2, h3"))]
    fitting = [e for e in found if e.tag == "h1" or (is_long(e.text(), _SHORT) and e.text().casefold() in whole)]
    likest = _most_like(set(whole.split()), [e for e in fitting if e.text() and not _is_navigation(e, spine)])
    return likest[1] if likest else None


def _most_like(wanted: set[str], headings: list[Element]) -> tuple[int, Element] | None:
    """The heading with the most words in common, and how many."""
    return max(((len(wanted & set(e.text().casefold().split())), e) for e in headings), key=itemgetter(0), default=None)


def _is_navigation(element: Element, spine: set[int]) -> bool:
    outside = html_words().outside
    return any(e.tag == "nav" or not outside.isdisjoint(e.words) for e in element.ancestors() if e.key not in spine)


def _root(container: Element, headline: Element | None) -> Element:
    """What holds both body and headline, and the `article` around it: some lead pictures stand above the headline."""
    root = container
    if headline:
        over = above([headline])
        root = next((e for e in container.ancestors() if e.key in over), container)
    around = [e for e in root.ancestors() if e.tag in ("article", "main")]
    if around and (around[0].tag == "article" or headline is None):
        return around[0]
    return root
