"""A media block, read by Beautiful Soup -> the words shown with the picture: caption parts and credit lines, in order."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from auditor.model import Field, Origin, Statement
from auditor.readers.html_article import HEADINGS
from auditor.readers.html_soup import BlockSoup, bare
from auditor.readers.html_tree import BLOCKS, Element, line
from auditor.readers.html_words import html_words
from auditor.readers.plain_credit import Sign, read_credit_sign
from auditor.readers.sites.site_file import CREDIT_MARK

if TYPE_CHECKING:
    from bs4 import Tag
    from bs4.element import NavigableString

_MAX_CREDIT_WORDS = 14
"""Words of the longest text that is a credit because its element says so; a longer one is left to the splitter."""
_MAX_SMALL_PRINT = 100
"""Characters of the longest credit line that no name tells from other words."""
_BUTTON = 40
"""Characters below which words that are all link are a button."""
_NO_SMALL_PRINT = HEADINGS | {"a", "figcaption"}
_DURATION = re.compile(r"(?:[\d./-]{6,10}\s*\|?\s*)?(\d{1,2}:\d\d(?::\d\d)?)(?:\s*(?:min|std|h|uhr)\b\.?)?", re.I)
_DURATION_AT_END = re.compile(r"\((\d{1,2}:\d\d(?::\d\d)?)\)\s*$")
_COUNTER = re.compile(r"(?:[^\W\d_]{2,12} )?# ?(?:[^\W\d_]{1,4}|[/|]) ?#")
"""`Image 1 of 12` in any language, as `bare` has it."""
_GOES_ON = re.compile(r"[/|,;&(]|via\b|for\b|für\b|pour\b")
_JOINTS = ("/", "|")
"""What a page may print between two elements that are one credit."""
_SENTENCES = re.compile(r"\w{4,}[.!?][\"”»)]?\s+\S")
"""A caption, whatever its element is called: a sentence, and something after it."""
_TYPE = frozenset(("b", "strong", "i", "em", "u", "font", "sub", "sup", "mark"))
"""What changes the type of a few letters, sometimes inside a word."""
_FULL_STOP = re.compile(r"[.!?…。”»)\"]$")


@dataclass(slots=True)
class Words:
    """What is shown with one picture."""

    statements: list[Statement] = field(default_factory=list)
    duration: str | None = None
    """Running time, as printed."""


def read_words(soup: BlockSoup, block: Element, elsewhere: Iterable[Element]) -> Words:
    """The words of a picture's block, and of elements outside of it where the block lacks them."""
    words = Words()
    for element in (block, *elsewhere):
        if not element.text():
            continue
        found = list(_statements(soup, element, words))
        if len(found) == 1 and found[0].field is Field.CREDIT_LINE and _SENTENCES.search(found[0].value):
            found = [replace(found[0], field=Field.CAPTION, origin=Origin.CAPTION)]
        taken = {statement.field for statement in words.statements}
        if (
            found
            and taken == {Field.CAPTION}
            and all(s.field is Field.CAPTION for s in found)
            and is_credit_alone(found[0].value)
        ):
            found = [replace(found[0], field=Field.CREDIT_LINE)]
        words.statements += [statement for statement in found if statement.field not in taken]
    return words


def is_credit_alone(text: str) -> bool:
    """Whether a line is nothing but a credit."""
    found = read_credit_sign(text)
    return found.is_whole and found.sign >= Sign.PARTY


def _statements(soup: BlockSoup, element: Element, words: Words) -> Iterator[Statement]:
    tag = soup.add(element.node)
    _drop_furniture(tag, words, soup)
    names = TagNames(soup)
    seen: list[str] = []
    areas = _caption_areas(tag, names) or _loose_areas(tag, names)
    for area in areas + _small_print(tag, areas, names):
        for text, is_credit in _parts(area, names):
            if text and not any(text in earlier for earlier in seen):
                seen.append(text)
                yield Statement(
                    field=Field.CREDIT_LINE if is_credit else Field.CAPTION,
                    value=text,
                    origin=Origin.CREDIT_ELEMENT if is_credit else Origin.CAPTION,
                    locator=_locator(element, tag, _marked_credit(area, text) if is_credit else area),
                )


def _marked_credit(area: "Tag", text: str) -> "Tag":
    """The element of a site file that holds this credit, else the area itself."""
    marked = (child for child in _inside(area) if CREDIT_MARK.search(str(child.get("class") or "")))
    return next((tag for tag in marked if line(tag.get_text()) in text), area)


def _locator(element: Element, tag: "Tag", area: "Tag") -> str:
    if area is tag:
        return element.locator()
    names = str(area.get("class") or "").split()
    return f"{element.locator()} {'.'.join([area.name, *names[:1]])}"


class TagNames:
    """What the tags of a block call themselves."""

    def __init__(self, soup: BlockSoup) -> None:
        self._names = soup.names
        self._credits: dict[int, bool] = {}

    def of(self, tag: "Tag") -> frozenset[str]:
        """The words of a tag's names."""
        return self._names.of(tag.attrs)

    def is_caption(self, tag: "Tag") -> bool:
        """Whether a tag calls itself caption."""
        return tag.name == "figcaption" or bool(self.of(tag) & html_words().caption)

    def is_credit(self, tag: "Tag") -> bool:
        """Whether a tag calls itself credit and is short enough to be one."""
        known = self._credits.get(id(tag))
        if known is None:
            is_named = tag.name == "cite" or not self.of(tag).isdisjoint(html_words().credit_here)
            known = self._credits[id(tag)] = is_named and len(tag.get_text().split()) <= _MAX_CREDIT_WORDS
        return known


def _inside(tag: "Tag") -> list["Tag"]:
    from bs4 import Tag

    return [child for child in tag.descendants if isinstance(child, Tag)]


def _drop_furniture(tag: "Tag", words: Words, soup: BlockSoup) -> None:
    """Take the texts of controls and running times out of the block; mark what a label says is the credit."""
    table = html_words()
    for string in list(tag.strings):
        text = bare(string)
        if text in table.furniture or _COUNTER.fullmatch(text):
            string.extract()
        elif "#" in text and (duration := _DURATION.fullmatch(line(string))):
            words.duration = words.duration or duration[1]
            string.extract()
        elif "#" in text and (at_end := _DURATION_AT_END.search(string)):
            words.duration = words.duration or at_end[1]
        elif text in table.credit_labels:
            _mark_credit(string, tag, soup)


def _mark_credit(label: "NavigableString", top: "Tag", soup: BlockSoup) -> None:
    """The element that begins with this label and holds more is a credit; a label nobody sees goes."""
    owner = label.parent
    while owner is not None and owner is not top and line(owner.get_text()) == line(label):
        owner = owner.parent
    if owner is None or owner is top or not line(owner.get_text()).startswith(line(label)):
        return
    owner["property"] = "credit"
    if label.endswith(("...", "…")) or (label.parent and soup.is_hidden(label.parent.attrs)):
        label.extract()


def _caption_areas(tag: "Tag", names: TagNames) -> list["Tag"]:
    """The outermost elements that name themselves caption or credit; none if no element calls itself caption."""
    areas: dict[int, Tag] = {}
    is_captioned = False
    for child in [tag, *_inside(tag)]:
        if any(id(parent) in areas for parent in child.parents):
            continue
        is_caption = names.is_caption(child)
        if (is_caption or (child is not tag and names.is_credit(child))) and line(child.get_text()):
            areas[id(child)] = child
            is_captioned = is_captioned or is_caption
    return list(areas.values()) if is_captioned else []


def _small_print(tag: "Tag", areas: list["Tag"], names: TagNames) -> list["Tag"]:
    """Short words after the caption, or before it with a credit's sign, in a block without a credit that calls itself so."""
    inside = _inside(tag)
    if not areas or areas[0] is tag or any(names.is_credit(child) for child in inside):
        return []
    found: list[Tag] = []
    taken = {id(area) for area in areas}
    after = next(place for place, child in enumerate(inside) if child is areas[-1])
    for place, child in enumerate(inside):
        text = line(child.get_text())
        if not 0 < len(text) <= _MAX_SMALL_PRINT or (place < after and not _is_signed(text)):
            continue
        is_free = child.name != "a" and not any(id(parent) in taken or parent.name == "a" for parent in child.parents)
        if is_free and id(child) not in taken and not any(below.name in _NO_SMALL_PRINT for below in _inside(child)):
            found.append(child)
            taken.add(id(child))
    return found


def _is_signed(text: str) -> bool:
    """Whether a text opens as credits do: with the copyright sign or a label."""
    return text.startswith(("©", "(c)", "(C)")) or bare(text.partition(":")[0]) in html_words().credit_labels


def _loose_areas(tag: "Tag", names: TagNames) -> list["Tag"]:
    """Where nothing calls itself caption: what stands beside the credit, else all words, unless they are a button."""
    credit = next((child for child in _inside(tag) if names.is_credit(child) and line(child.get_text())), None)
    area = credit.parent if credit is not None and credit.parent is not None else tag
    headings = [child for child in _inside(area) if child.name in HEADINGS]
    if sum(len(heading.get_text()) for heading in headings) < len(area.get_text()) / 2:
        for heading in headings:
            heading.decompose()
    total = len(line(area.get_text()))
    linked = sum(len(line(child.get_text())) for child in _inside(area) if child.name == "a")
    return [] if total < _BUTTON and linked > 0.8 * total else [area]


def _parts(area: "Tag", names: TagNames) -> Iterator[tuple[str, bool]]:
    """The texts of an area in order: each credit element by itself, each block of what stands between them as caption."""
    if names.is_credit(area) and not any(names.is_caption(child) for child in _inside(area)):
        yield line(area.get_text()), True
        return
    whole = line(area.get_text())
    if len(whole) > 1 and names.is_caption(area) and not any(map(str.isalnum, whole)):
        yield whole, False  # dashes that stand in for a caption
        return
    texts: list[tuple[str, bool]] = []
    joint = ""
    for run, is_credit in _runs(area, names):
        text = line(run) if is_credit else _caption(run)
        if not text:
            joint = run.strip() if run.strip() in _JOINTS else joint
            continue
        if texts and texts[-1][1] and (is_credit or _GOES_ON.match(text)):
            texts[-1] = (f"{texts[-1][0]} {joint}{text}", True)
        else:
            texts.append((text, is_credit))
        joint = ""
    yield from texts


def _runs(area: "Tag", names: TagNames) -> Iterator[tuple[str, bool]]:
    """The texts of an area: a new one where a block begins, and where an element touches what stands before it."""
    pending = ""
    for text, kind in _strings(area, names):
        begins = text[:1].isalnum() and (_FULL_STOP.search(pending) or (kind is _Kind.SIBLING and pending[-1:].isalnum()))
        if kind is _Kind.SIBLING and pending[-1:] == ":":
            pending += " "
        if begins or kind in (_Kind.CREDIT, _Kind.BREAK):
            yield pending, False
            pending = ""
        if kind is _Kind.CREDIT:
            yield text, True
        else:
            pending += text
    yield pending, False


class _Kind(Enum):
    """What a string of an area is."""

    TEXT = auto()
    SIBLING = auto()
    """The first one of an element right behind another, with no space between them: the page sets them apart."""
    CREDIT = auto()
    """A whole credit element."""
    BREAK = auto()
    """None: a block begins or ends here."""


def _strings(tag: "Tag", names: TagNames) -> Iterator[tuple[str, _Kind]]:
    for node in tag.children:
        if not hasattr(node, "children"):
            yield str(node), _Kind.TEXT
        elif names.is_credit(node):  # type: ignore[arg-type]
            yield node.get_text(" "), _Kind.CREDIT
        elif node.name in BLOCKS or node.name == "br":  # type: ignore[attr-defined]
            yield "", _Kind.BREAK
            yield from _strings(node, names)  # type: ignore[arg-type]
            yield "", _Kind.BREAK
        else:
            inner = _strings(node, names)  # type: ignore[arg-type]
            if _is_set_apart(node) and (first := next(inner, None)):  # type: ignore[arg-type]
                yield first[0], _Kind.SIBLING if first[1] is _Kind.TEXT else first[1]
            yield from inner


def _is_set_apart(tag: "Tag") -> bool:
    """Whether an element follows another directly and neither is a mere change of type."""
    before = getattr(tag.previous_sibling, "name", None)
    return before is not None and not {tag.name, before} <= _TYPE


def _caption(text: str) -> str:
    """A caption in one line, without the label that some put in front."""
    text = line(text)
    head, colon, rest = text.partition(":")
    if colon and head.strip().casefold() in html_words().labels:
        return rest.strip()
    return text if any(c.isalnum() for c in text) else ""
