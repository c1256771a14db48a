"""A media block, read by Beautiful Soup -> the words shown with the picture: caption parts and credit lines, in order."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from auditor.model import Field, Origin, Statement
from auditor.readers.html_article import HEADINGS
from auditor.readers.html_credit_words import is_credit_alone, is_name_alone
from auditor.readers.html_parts import TagNames, are_apart, caption_parts, tags_inside
from auditor.readers.html_soup import BlockSoup, bare
from auditor.readers.html_tree import BLOCKS, Element, line
from auditor.readers.html_words import html_words
from auditor.readers.sites.site_file import CREDIT_MARK

if TYPE_CHECKING:
    from bs4 import Tag
    from bs4.element import NavigableString

_MAX_SMALL_PRINT = 100
"""Characters of the longest credit line that no name tells from other words."""
_BUTTON = 40
"""Characters below which words that are all link are a button."""
_NO_SMALL_PRINT = HEADINGS | {"a", "figcaption"}
_DURATION = re.compile(r"(?:[\d./-]{6,10}\s*\|?\s*)?(\d{1,2}:\d\d(?::\d\d)?)(?:\s*(?:min|std|h|uhr)\b\.?)?", re.I)
_DURATION_AT_END = re.compile(r"\((\d{1,2}:\d\d(?::\d\d)?)\)\s*$")
_COUNTER = re.compile(r"(?:[^\W\d_]{2,12} )?# ?(?:[^\W\d_]{1,4}|[/|]) ?#")
"""`Image 1 of 12` in any language, as `bare` has it."""
_COUNT = re.compile(r"\+?\d{1,3}")
"""How many pictures a gallery has, printed on its cover."""
_SENTENCES = re.compile(r"\w{4,}[.!?][\"”»)]?\s+\S")
"""A caption, whatever its element is called: a sentence, and something after it."""


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
        only = words.statements[0] if len(words.statements) == 1 else None
        if only and only.field is Field.CAPTION and found and found[0].field is Field.CAPTION and is_name_alone(only.value):
            words.statements = [_as_credit(only)]
            taken = {Field.CREDIT_LINE}
        if (
            found
            and taken == {Field.CAPTION}
            and all(s.field is Field.CAPTION for s in found)
            and is_credit_alone(found[0].value)
        ):
            found = [_as_credit(found[0])]
        words.statements += [statement for statement in found if statement.field not in taken]
    return words


def _as_credit(statement: Statement) -> Statement:
    return replace(statement, field=Field.CREDIT_LINE, origin=Origin.CREDIT_ELEMENT)


def _statements(soup: BlockSoup, element: Element, words: Words) -> Iterator[Statement]:
    tag = soup.add(element.node)
    _drop_furniture(tag, words, soup)
    names = TagNames(soup)
    seen: list[str] = []
    areas = _caption_areas(tag, names) or _loose_areas(tag, names)
    for area, text, is_credit in _credits_joined(areas + _small_print(tag, areas, names), names):
        if text and not _COUNT.fullmatch(text) and not any(text in earlier for earlier in seen):
            seen.append(text)
            yield Statement(
                field=Field.CREDIT_LINE if is_credit else Field.CAPTION,
                value=text,
                origin=Origin.CREDIT_ELEMENT if is_credit else Origin.CAPTION,
                locator=_locator(element, tag, _marked_credit(area, text) if is_credit else area),
            )


def _credits_joined(areas: list["Tag"], names: TagNames) -> list[tuple["Tag", str, bool]]:
    """The parts of all areas; areas side by side that hold a credit and no more, name and agency, are one."""
    found: list[tuple[Tag, str, bool]] = []
    for area in areas:
        parts = [(area, text, is_credit) for text, is_credit in caption_parts(area, names)]
        if len(parts) == 1 and parts[0][2] and found and found[-1][2]:
            before, credit, _ = found[-1]
            if before.parent is area.parent and are_apart(credit, parts[0][1]):
                found[-1] = (before, f"{credit} / {parts[0][1]}", True)
                continue
        found += parts
    return found


def _marked_credit(area: "Tag", text: str) -> "Tag":
    """The element of a site file that holds this credit, else the area itself."""
    marked = (child for child in tags_inside(area) if CREDIT_MARK.search(str(child.get("class") or "")))
    return next((tag for tag in marked if line(tag.get_text()) in text), area)


def _locator(element: Element, tag: "Tag", area: "Tag") -> str:
    if area is tag:
        return element.locator()
    names = str(area.get("class") or "").split()
    return f"{element.locator()} {'.'.join([area.name, *names[:1]])}"


def _drop_furniture(tag: "Tag", words: Words, soup: BlockSoup) -> None:
    """Take the texts of controls and running times out of the block; mark what a label says is the credit."""
    table = html_words()
    for string in list(tag.strings):
        text = line(string)
        if at_end := text.endswith(")") and _DURATION_AT_END.search(text):
            words.duration = words.duration or at_end[1]
        elif len(text) > _BUTTON:
            continue
        elif (label := bare(text)) in table.furniture or ("#" in label and _COUNTER.fullmatch(label)):
            string.extract()
        elif "#" in label and (duration := _DURATION.fullmatch(text)):
            words.duration = words.duration or duration[1]
            string.extract()
        elif label in table.credit_labels:
            _mark_credit(string, tag, soup)


def _mark_credit(label: "NavigableString", top: "Tag", soup: BlockSoup) -> None:
    """The element that begins with this label and holds more is a credit; a label nobody sees goes."""
    owner = label.parent
    while owner is not None and owner is not top and line(owner.get_text()) == line(label):
        owner = owner.parent
    if owner is None or owner is top or not line(owner.get_text()).lstrip("([（ ").startswith(line(label)):
        return
    owner["property"] = "credit"
    if label.endswith(("...", "…")) or (label.parent and soup.is_hidden(label.parent.attrs)):
        label.extract()


def _caption_areas(tag: "Tag", names: TagNames) -> list["Tag"]:
    """The outermost elements that name themselves caption or credit; none if no element calls itself caption."""
    areas: dict[int, Tag] = {}
    is_captioned = False
    for child in [tag, *tags_inside(tag)]:
        if areas and any(id(parent) in areas for parent in child.parents):
            continue
        is_caption = names.is_caption(child)
        if (is_caption or (child is not tag and names.is_credit(child))) and line(child.get_text()):
            areas[id(child)] = child
            is_captioned = is_captioned or is_caption
    return list(areas.values()) if is_captioned else []


def _small_print(tag: "Tag", areas: list["Tag"], names: TagNames) -> list["Tag"]:
    """Short words after the caption, or before it with a credit's sign, in a block without a credit that calls itself so."""
    inside = tags_inside(tag)
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
        if is_free and id(child) not in taken and not any(below.name in _NO_SMALL_PRINT for below in tags_inside(child)):
            found.append(child)
            taken.add(id(child))
    return found


def _is_signed(text: str) -> bool:
    """Whether a text opens as credits do: with the copyright sign, or with a label that a name follows."""
    label, _, name = text.partition(":")
    return text.startswith(("©", "(c)", "(C)")) or (bool(name.strip()) and bare(label) in html_words().credit_labels)


def _is_signed_block(tag: "Tag") -> bool:
    """Whether a block is one line that opens as credits do."""
    if tag.name not in BLOCKS or len(text := line(tag.get_text())) > _MAX_SMALL_PRINT:
        return False
    return _is_signed(text) and not any(below.name in BLOCKS for below in tags_inside(tag))


def _loose_areas(tag: "Tag", names: TagNames) -> list["Tag"]:
    """Where nothing calls itself caption: what stands beside the credit, else all words, unless they are a button."""
    inside = tags_inside(tag)
    credit = next((child for child in inside if names.is_credit(child) and line(child.get_text())), None)
    if credit is None and (credit := next((child for child in inside if _is_signed_block(child)), None)):
        names.know_credit(credit)
    area = credit.parent if credit is not None and credit.parent is not None else tag
    headings = [child for child in tags_inside(area) if child.name in HEADINGS and not names.is_credit(child)]
    if sum(len(heading.get_text()) for heading in headings) < len(area.get_text()) / 2:
        for heading in headings:
            heading.decompose()
    total = len(line(area.get_text()))
    if total < _BUTTON and sum(len(line(link.get_text())) for link in tags_inside(area) if link.name == "a") > 0.8 * total:
        return []
    return [area]
