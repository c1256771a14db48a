"""The words of an article's root as lines, and which of them are its standfirst, paragraphs and subheads."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from selectolax.lexbor import LexborNode

from auditor.readers.html_article import CHROME, HEADINGS, Article
from auditor.readers.html_soup import bare
from auditor.readers.html_tree import BLOCKS, NO_NAMES, Element, Tree, is_long, line
from auditor.readers.html_words import html_words

_SILENT = CHROME | {"noscript", "figcaption", "iframe", "textarea", "object", "audio", "video", "title", "label"}
_ALONE = 40
"""Characters from which text outside of paragraphs and headings counts as body."""
_STANDFIRST = 50
"""The same for text between the headline and the body."""
_SHORT_STANDFIRST = 20
"""The same where its element is named as standfirsts are."""
_AROUND = 2
"""Elements, from the innermost, whose names tell that: the words and what was made for them."""
_SENTENCE_END = re.compile("(?:[.!?…。！？؟۔।॥።։။។][\"'”’»“«」』]?|[\u0e00-\u0eff]{20})$")
"""The full stops of all scripts; those of Thailand and Laos write none, and no spaces between words."""
_SHORT = 60
"""Characters of the longest standing line."""
_FEW = 3
"""Paragraphs that an article has at least if its first is a standfirst."""
_LONG = 60
"""Characters from which a text that stands twice on the page may be meant twice."""


@dataclass(slots=True)
class Line:
    """A run of text of one block."""

    element: Element
    is_inside: bool
    """Whether it stands in the article's container."""
    is_silent: bool
    named: Element | None
    """The outermost element around it that calls itself caption or credit."""
    after: int
    """Place of the picture before it, -1 if there is none."""
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    """Characters inside links."""
    text: str = ""
    is_byline: bool = False
    innermost: Element | None = None
    """What holds its first words."""

    @property
    def own_element(self) -> Element | None:
        """The element that holds this line and no other text."""
        most = len(self.text) + 2
        return next((e for e in (self.element, self.innermost) if e and len(e.text()) <= most), None)

    def goes_on(self, fate: "_Fate", after: int) -> bool:
        """Whether text of this fate, behind that picture, is of the same line."""
        return self.element is fate.block and self.named is fate.named and self.after == after


@dataclass(slots=True)
class _Fate:
    """What an element and all around it say of its text."""

    block: Element
    """The nearest element that begins a line of its own."""
    is_inside: bool = False
    is_gone: bool = False
    is_silent: bool = False
    named: Element | None = None
    is_linked: bool = False
    is_byline: bool = False


def read_lines(tree: Tree, article: Article, claimed: set[int], pictures: dict[int, int]) -> list[Line]:
    """All text of the root up to the container's end, block by block, without the elements `claimed` by pictures.

    `pictures` are the places of the pictures: {key of the element: place}.
    """
    container = article.container
    fates = {article.root.key: _Fate(article.root), container.key: _Fate(container, is_inside=True)}
    is_under_way = False
    lines: list[Line] = []
    after, breaks = -1, 0
    holder = container.node
    for node in article.root.node.traverse(include_text=True, skip_empty=True):
        if not node.is_text_node:
            after = pictures.get(node.mem_id, after)
            breaks += node.tag == "br"
            continue
        parent = node.parent or container.node
        fate = fates.get(parent.mem_id) or _fate(tree.element(parent), article.spine, claimed, fates)
        if is_under_way and not fate.is_inside:
            break
        is_under_way = fate.is_inside
        if fate.is_gone:
            continue
        text = node.text_content or ""
        if breaks == 1 and _are_apart(holder, parent):
            breaks = 2
        holder = parent
        _add(lines, fate, after, breaks, text)
        if lines[-1].innermost is None and not text.isspace():
            lines[-1].innermost = tree.element(parent)
        breaks = 0
    for entry in lines:
        entry.text = _joined(entry)
    return lines


def _are_apart(before: LexborNode, here: LexborNode) -> bool:
    """Whether two strings fill elements of their own, no blocks: old pages set lines so, with breaks between."""
    return before.mem_id != here.mem_id and before.tag not in BLOCKS and here.tag not in BLOCKS


def _joined(entry: Line) -> str:
    """The text of a line, which mostly is that of a paragraph whose words are known."""
    text = "".join(entry.parts)
    known = entry.element.known_text
    return known if known is not None and entry.element.node.text() == text else line(text)


def _add(lines: list[Line], fate: "_Fate", after: int, breaks: int, text: str) -> None:
    """One string of the page, to the line it goes on or as a new one."""
    if not lines or breaks > 1 or not lines[-1].goes_on(fate, after):
        lines.append(Line(fate.block, fate.is_inside, fate.is_silent, fate.named, after, is_byline=fate.is_byline))
    elif breaks:
        lines[-1].parts.append("\n")
    lines[-1].parts.append(text)
    if fate.is_linked:
        lines[-1].linked += len(text.strip())


def _fate(element: Element, spine: set[int], claimed: set[int], memo: dict[int, _Fate]) -> _Fate:
    missing: list[Element] = []
    current: Element | None = element
    while current is not None and current.key not in memo:
        missing.append(current)
        current = current.parent
    fate = memo[current.key] if current else _Fate(missing[-1])
    for current in reversed(missing):
        memo[current.key] = fate = fate if fate.is_gone else _own_fate(current, fate, claimed, current.key in spine)
    return fate


def _own_fate(element: Element, above: _Fate, claimed: set[int], is_spine: bool) -> _Fate:
    """An element's own names against what is known of all above it; names of the spine are no evidence."""
    tag = element.tag
    block = element if tag in BLOCKS else above.block
    if element.key in claimed or (tag in _SILENT and not is_spine and tag != "figcaption"):
        return _Fate(block, above.is_inside, is_gone=True)
    words = html_words()
    says_nothing = tag != "figcaption" and (is_spine or element.words.isdisjoint(words.telling))
    if says_nothing and block is above.block and tag != "a" and not above.is_byline:
        return above
    fate = _Fate(block, above.is_inside, False, above.is_silent, above.named, above.is_linked or _is_link(element, block))
    if says_nothing:
        return fate
    names = NO_NAMES if is_spine else element.words
    if not names.isdisjoint(words.unread):
        fate.is_silent, fate.named = True, None
    elif above.named is None and (tag == "figcaption" or not names.isdisjoint(words.naming)):
        fate.is_silent, fate.named = True, element
    elif not names.isdisjoint(words.byline):
        fate.is_silent = fate.is_byline = True
    return fate


def _is_link(element: Element, block: Element) -> bool:
    """Whether an element leads away; a heading that links to itself does not."""
    if element.tag != "a":
        return False
    return block.tag not in HEADINGS or not (element.attributes.get("href") or "").startswith("#")


def read_body(lines: list[Line], article: Article, *, known: set[str]) -> list[str]:
    """Standfirst, paragraphs and subheads in order; `known` are texts (case folded) that are no body: headline and captions."""
    repeated = {text for text, count in Counter(entry.text for entry in lines).items() if count > 1}
    kept = [entry for entry in _story_lines(lines, article) if _is_body(entry) and entry.text.casefold() not in known]
    body: dict[str, None] = {}
    for place, entry in enumerate(kept):
        is_idle = entry.element.tag in HEADINGS and all(after.element.tag in HEADINGS for after in kept[place + 1 : place + 2])
        if (not is_idle or _sums_up(entry)) and (entry.text not in repeated or is_long(entry.text, _LONG)):
            body.setdefault(entry.text)
    return list(body)


def _story_lines(lines: list[Line], article: Article) -> Iterator[Line]:
    """What stands between the headline and the end of the running text: the standfirst, and all in the container."""
    inside = [place for place, entry in enumerate(lines) if entry.is_inside]
    if not inside:
        return
    headline = article.headline
    dresses = {dress(paragraph) for paragraph in article.paragraphs[:_FEW] if paragraph.tag == "p"}
    heads = [place for place in range(inside[0]) if headline and lines[place].element.within(headline)]
    for entry in lines[heads[-1] + 1 : inside[0]] if heads else ():
        if not entry.is_silent and (_is_standfirst(entry) or dress(entry.element) in dresses):
            yield entry
    begins = head_end(lines, article)
    for place, entry in enumerate(lines[inside[0] : story_end(lines, article)], inside[0]):
        if not entry.is_silent and not (headline and entry.element.within(headline)) and (place >= begins or _opens(entry)):
            yield entry


def _is_standfirst(entry: Line) -> bool:
    """Whether a line between the headline and the text sums the story up: long, or short where it says so; dates do not."""
    if entry.element.node.css_first("time") is not None:
        return False
    return is_long(entry.text, _STANDFIRST) or _sums_up(entry)


def _sums_up(entry: Line) -> bool:
    return is_long(entry.text, _SHORT_STANDFIRST) and calls_itself_standfirst(entry.innermost or entry.element)


def calls_itself_standfirst(element: Element) -> bool:
    """Whether an element or one right around it is named as standfirsts are."""
    words = html_words()
    names = NO_NAMES.union(*(e.words for e in islice(element.ancestors(), _AROUND)))
    return not names.isdisjoint(words.standfirst) and names.isdisjoint(words.naming)


def _opens(entry: Line) -> bool:
    """Whether a line before the running text is of it, not the section's name, the writer's, or the day."""
    return entry.element.tag != "p" or is_long(entry.text, _STANDFIRST) or _SENTENCE_END.search(entry.text) is not None


def head_end(lines: list[Line], article: Article) -> int:
    """The place of the first line of the running text; a block that holds the whole of it may begin with the headline."""
    running = {e.key: e.tag == "p" for e in article.paragraphs}
    begun = (
        place
        for place, entry in enumerate(lines)
        if (is_paragraph := running.get(entry.element.key)) is not None and (is_paragraph or is_long(entry.text, _LONG))
    )
    return next(begun, len(lines))


def text_begins(lines: list[Line], article: Article, order: dict[int, int]) -> int:
    """Where the running text begins in the order of the page: behind a standfirst with another look or a byline."""
    first = article.paragraphs[0]
    if len(article.paragraphs) < _FEW:
        return order[first.key]
    second = article.paragraphs[1]
    places = {entry.element.key: place for place, entry in enumerate(lines) if entry.element in (first, second)}
    between = lines[places.get(first.key, 0) + 1 : places.get(second.key, 0)]
    is_standfirst = _form(first) != _form(second) or any(entry.is_byline for entry in between)
    return order[(second if is_standfirst else first).key]


def story_end(lines: list[Line], article: Article) -> int:
    """The place behind the last line of the story: the last long paragraph, and shorter sentences of its form right after it."""
    running = {e.key for e in article.paragraphs}
    last = max((place for place, entry in enumerate(lines) if entry.element.key in running), default=len(lines) - 1)
    form = _form(lines[last].element) if lines else None
    for place in range(last + 1, len(lines)):
        entry = lines[place]
        if entry.is_silent or not entry.text:
            continue
        if _form(entry.element) != form or entry.linked > 0.5 * len(entry.text):
            break
        if _SENTENCE_END.search(entry.text):
            last = place
    return last + 1


def dress(element: Element) -> tuple[str, str]:
    """How an element is set: by its tag and its class."""
    return element.tag, element.attributes.get("class") or ""


def _form(element: Element) -> tuple[int, str, str]:
    """Where an element stands and how it is dressed."""
    return element.parent.key if element.parent else 0, *dress(element)


def _is_labelled_link(entry: Line) -> bool:
    """Whether a line is a label and a link behind it: `Read on: ...`, `Source: ...`."""
    label, _, rest = entry.text.partition(":")
    return len(label) <= _ALONE and 0 < len(rest) <= entry.linked + 2


def _is_body(entry: Line) -> bool:
    text = entry.text
    if not any(c.isalnum() for c in text) or (len(text) <= _SHORT and bare(text) in html_words().standing):
        return False
    if entry.linked > 0.7 * len(text) and (len(text) < 200 or entry.element.tag == "li"):
        return False
    if entry.element.tag in HEADINGS:
        return entry.linked < 0.5 * len(text)
    if entry.linked > 0.5 * len(text) and _is_labelled_link(entry):
        return False
    return entry.element.tag in ("p", "blockquote", "pre") or is_long(text, _ALONE) or _sums_up(entry)
