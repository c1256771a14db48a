"""A media block, read by Beautiful Soup -> the words shown with the picture: caption parts and credit lines, in order."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.model import Field, Origin, Statement
from auditor.readers.html_soup import BlockSoup
from auditor.readers.html_tree import BLOCKS, Element, line
from auditor.readers.html_words import html_words, name_parts

if TYPE_CHECKING:
    from bs4 import Tag

_MAX_CREDIT_WORDS = 25
_NAMES = ("class", "id", "itemprop", "data-testid", "property")
_HEADINGS = ("h1", "h2", "h3", "h4")
_END = re.compile(r"[\s.:…]+$")


def read_block(soup: BlockSoup, block: Element, captions: list[Element]) -> list[Statement]:
    """Statements about the words of a block and of caption elements that stand outside of it."""
    statements: list[Statement] = []
    for element in (block, *captions):
        if line(element.node.text()):
            tag = soup.add(element.node)
            statements += _read(tag, element)
    return _without_repetition(statements)


def _read(tag: "Tag", element: Element) -> list[Statement]:
    _drop_furniture(tag)
    areas = _caption_areas(tag)
    locator = element.locator()
    statements = []
    for area in areas or [tag]:
        for text, is_credit in _parts(area):
            if not text:
                continue
            statements.append(
                Statement(
                    field=Field.CREDIT_LINE if is_credit else Field.CAPTION,
                    value=text,
                    origin=Origin.CREDIT_ELEMENT if is_credit else Origin.CAPTION,
                    locator=f"{locator} > {area.name}" if area is not tag else locator,
                )
            )
    return statements


def _words(tag: "Tag") -> frozenset[str]:
    return name_parts(" ".join(str(value) for name in _NAMES if (value := tag.get(name))))


def _drop_furniture(tag: "Tag") -> None:
    """Take controls, hidden labels and headings of boxes out of the block."""
    words = html_words()
    for child in tag.find_all(True):
        if child.decomposed:
            continue
        text = _END.sub("", line(child.get_text())).casefold()
        is_control = child.name == "button" or child.get("role") == "button"
        if text in words.furniture or _words(child) & words.hidden or (is_control and not child.find("figcaption")):
            child.decompose()


def _caption_areas(tag: "Tag") -> list["Tag"]:
    """The outermost elements that name themselves caption or credit; none if the block has no such element."""
    words = html_words()
    areas: list[Tag] = []
    for child in [tag, *tag.find_all(True)]:
        if any(area is parent for parent in child.parents for area in areas):
            continue
        telling = child.name == "figcaption" or _words(child) & words.caption or (child is not tag and _is_credit(child))
        if telling and line(child.get_text()):
            areas.append(child)
    return areas


def _is_credit(tag: "Tag") -> bool:
    found = _words(tag)
    words = html_words()
    if tag.name in ("cite",):
        return True
    return bool(found & words.credit) and len(line(tag.get_text()).split()) <= _MAX_CREDIT_WORDS


def _parts(area: "Tag") -> Iterator[tuple[str, bool]]:
    """The texts of an area in order: each credit element by itself, what stands between them as caption."""
    if _is_credit(area) and not any(_words(child) & html_words().caption for child in area.find_all(True)):
        yield line(area.get_text()), True
        return
    pending: list[str] = []
    for text, is_credit in _runs(area):
        if is_credit:
            yield _caption("".join(pending)), False
            pending = []
            yield line(text), True
        else:
            pending.append(text)
    yield _caption("".join(pending)), False


def _runs(tag: "Tag") -> Iterator[tuple[str, bool]]:
    """The strings below a tag in order; a credit element is one string."""
    for node in tag.children:
        if not hasattr(node, "children"):
            yield str(node), False
        elif _is_credit(node):  # type: ignore[arg-type]
            yield node.get_text(), True
        else:
            if node.name in BLOCKS or node.name == "br":  # type: ignore[attr-defined]
                yield " ", False
            yield from _runs(node)  # type: ignore[arg-type]


def _caption(text: str) -> str:
    """A caption in one line, without the label that some put in front."""
    text = line(text)
    head, colon, rest = text.partition(":")
    if colon and head.strip().casefold() in html_words().labels:
        return rest.strip()
    return text if any(c.isalnum() for c in text) else ""


def _without_repetition(statements: list[Statement]) -> list[Statement]:
    kept: list[Statement] = []
    for statement in statements:
        if not any(statement.value in other.value for other in kept):
            kept.append(statement)
    return kept
