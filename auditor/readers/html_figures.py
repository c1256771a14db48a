"""A media block, read by Beautiful Soup -> the words shown with the picture: caption parts and credit lines, in order."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditor.model import Field, Origin, Statement
from auditor.readers.html_soup import BlockSoup
from auditor.readers.html_tree import BLOCKS, Element, line
from auditor.readers.html_words import html_words, name_parts

if TYPE_CHECKING:
    from bs4 import Tag

_MAX_CREDIT_WORDS = 25
_BUTTON = 40
"""Characters below which words that are all link are a button."""
_NAMES = ("class", "id", "itemprop", "data-testid", "property")
_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
_END = re.compile(r"[\s.:…]+$")
_DURATION = re.compile(r"(?:[\d./-]{6,10}\s*\|?\s*)?(\d{1,2}:\d\d(?::\d\d)?)(?:\s*(?:min|std|h|uhr)\b\.?)?", re.I)
_GOES_ON = re.compile(r"[/|,;&(]|via\b|for\b|für\b|pour\b")
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
        found = list(_statements(soup.add(element.node), element, words))
        taken = {statement.field for statement in words.statements}
        words.statements += [statement for statement in found if statement.field not in taken]
    return words


def _statements(tag: "Tag", element: Element, words: Words) -> Iterator[Statement]:
    _drop_furniture(tag, words)
    seen: list[str] = []
    for area in _caption_areas(tag) or _loose_areas(tag):
        for text, is_credit in _parts(area):
            if text and not any(text in earlier for earlier in seen):
                seen.append(text)
                yield Statement(
                    field=Field.CREDIT_LINE if is_credit else Field.CAPTION,
                    value=text,
                    origin=Origin.CREDIT_ELEMENT if is_credit else Origin.CAPTION,
                    locator=_locator(element, tag, area),
                )


def _locator(element: Element, tag: "Tag", area: "Tag") -> str:
    if area is tag:
        return element.locator()
    names = str(area.get("class") or "").split()
    return f"{element.locator()} {'.'.join([area.name, *names[:1]])}"


def _names(tag: "Tag") -> frozenset[str]:
    return name_parts(" ".join(str(value) for name in _NAMES if (value := tag.get(name))))


def _drop_furniture(tag: "Tag", words: Words) -> None:
    """Take controls, hidden labels and running times out of the block."""
    table = html_words()
    for child in tag.find_all(True):
        if child.decomposed:
            continue
        text = _END.sub("", line(child.get_text())).casefold()
        if duration := _DURATION.fullmatch(text):
            words.duration = words.duration or duration[1]
        is_control = child.name == "button" or child.get("role") == "button"
        if duration or text in table.furniture or _names(child) & table.hidden or (is_control and not child.find("figcaption")):
            child.decompose()


def _caption_areas(tag: "Tag") -> list["Tag"]:
    """The outermost elements that name themselves caption or credit; none if no element calls itself caption."""
    table = html_words()
    areas: list[Tag] = []
    is_captioned = False
    for child in [tag, *tag.find_all(True)]:
        if any(area is parent for parent in child.parents for area in areas):
            continue
        is_caption = child.name == "figcaption" or bool(_names(child) & table.caption)
        if (is_caption or (child is not tag and _is_credit(child))) and line(child.get_text()):
            areas.append(child)
            is_captioned = is_captioned or is_caption
    return areas if is_captioned else []


def _loose_areas(tag: "Tag") -> list["Tag"]:
    """Where nothing calls itself caption: what stands beside the credit, else all words, unless they are a button."""
    credit = next((child for child in tag.find_all(True) if _is_credit(child) and line(child.get_text())), None)
    area = credit.parent if credit is not None and credit.parent is not None else tag
    headings = area.find_all(_HEADINGS)
    if sum(len(heading.get_text()) for heading in headings) < len(area.get_text()) / 2:
        for heading in headings:
            heading.decompose()
    total = len(line(area.get_text()))
    linked = sum(len(line(a.get_text())) for a in area.find_all("a"))
    return [] if total < _BUTTON and linked > 0.8 * total else [area]


def _is_credit(tag: "Tag") -> bool:
    table = html_words()
    is_named = tag.name == "cite" or bool(_names(tag) & (table.credit | table.credit_inside))
    return is_named and len(line(tag.get_text()).split()) <= _MAX_CREDIT_WORDS


def _parts(area: "Tag") -> Iterator[tuple[str, bool]]:
    """The texts of an area in order: each credit element by itself, each block of what stands between them as caption."""
    if _is_credit(area) and not any(_names(child) & html_words().caption for child in area.find_all(True)):
        yield line(area.get_text()), True
        return
    texts: list[tuple[str, bool]] = []
    for text, is_credit in _runs(area):
        text = line(text) if is_credit else _caption(text)
        if not text:
            continue
        if texts and texts[-1][1] and (is_credit or _GOES_ON.match(text)):
            texts[-1] = (f"{texts[-1][0]} {text}", True)
        else:
            texts.append((text, is_credit))
    yield from texts


def _runs(area: "Tag") -> Iterator[tuple[str, bool]]:
    """The texts of an area: a new one where a block begins, and where an element follows a full stop without a space."""
    pending = ""
    for text, is_credit, is_break in _strings(area):
        if is_credit or is_break or (text[:1].isalnum() and _FULL_STOP.search(pending)):
            yield pending, False
            pending = ""
        if is_credit:
            yield text, True
        else:
            pending += text
    yield pending, False


def _strings(tag: "Tag") -> Iterator[tuple[str, bool, bool]]:
    """(string, whether it is a whole credit element, whether a block begins or ends here) for all below a tag."""
    for node in tag.children:
        if not hasattr(node, "children"):
            yield str(node), False, False
        elif _is_credit(node):  # type: ignore[arg-type]
            yield node.get_text(" "), True, False
        else:
            is_block = node.name in BLOCKS or node.name == "br"  # type: ignore[attr-defined]
            if is_block:
                yield "", False, True
            yield from _strings(node)  # type: ignore[arg-type]
            if is_block:
                yield "", False, True


def _caption(text: str) -> str:
    """A caption in one line, without the label that some put in front."""
    text = line(text)
    head, colon, rest = text.partition(":")
    if colon and head.strip().casefold() in html_words().labels:
        return rest.strip()
    return text if any(c.isalnum() for c in text) else ""
