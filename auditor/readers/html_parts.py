"""An area of words at a picture -> its parts in order: captions, and the credits that stand in elements of their own."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import TYPE_CHECKING

from auditor.readers.html_credit_words import TYPE, credit_elements, may_close
from auditor.readers.html_soup import BlockSoup
from auditor.readers.html_tree import BLOCKS, NO_NAMES, line
from auditor.readers.html_words import html_words
from auditor.readers.plain_credit import Sign, read_credit_sign

if TYPE_CHECKING:
    from bs4 import Tag

_MAX_CREDIT_WORDS = 14
"""Words of the longest text that is a credit because its element says so; a longer one is left to the splitter."""
_MIN_CAPTION = 4
"""Words of the shortest caption that a credit element is taken to begin with."""
_AFTER_STROKE = re.compile(r"(.{12,}[.!?…][\"”»]?)\s*\|\s*([^|.!?]{2,60})$")
"""What follows a stroke behind a whole sentence is its credit, whatever it is called."""
_GOES_ON = re.compile(r"[/|,;&(]|via\b|for\b|für\b|pour\b")
_DANGLING = re.compile(r"\s+[|•·–—/-]+$")
"""A stroke that a caption sets before its credit."""
_JOINTS = ("/", "|")
"""What a page may print between two elements that are one credit."""
_LINE_BREAK = "\v"
_APART = (_LINE_BREAK, "·", "•", "–", "—", "-")
"""What sets two credits side by side apart."""
_FULL_STOP = tuple('.!?…。”»)"')


class TagNames:
    """What the tags of a block call themselves."""

    def __init__(self, soup: BlockSoup) -> None:
        self._names = soup.names
        self._credits: dict[int, bool] = {}

    def of(self, tag: "Tag") -> frozenset[str]:
        """The words of a tag's names."""
        return self._names.of(tag.attrs) if tag.attrs else NO_NAMES

    def is_caption(self, tag: "Tag") -> bool:
        """Whether a tag calls itself caption."""
        return tag.name == "figcaption" or not self.of(tag).isdisjoint(html_words().caption)

    def is_credit(self, tag: "Tag") -> bool:
        """Whether a tag calls itself credit and is short enough to be one."""
        known = self._credits.get(id(tag))
        if known is None:
            table, named = html_words(), self.of(tag)
            is_named = tag.name == "cite" or not named.isdisjoint(table.credit_here)
            is_named = is_named or not (named.isdisjoint(table.credit_alone) or named & table.caption)
            known = self._credits[id(tag)] = is_named and len(tag.get_text().split()) <= _MAX_CREDIT_WORDS
        return known

    def know_credit(self, tag: "Tag") -> None:
        """Take a tag for a credit, whatever it calls itself."""
        self._credits[id(tag)] = True


def tags_inside(tag: "Tag") -> list["Tag"]:
    """All tags below one, in order."""
    from bs4 import Tag

    return [child for child in tag.descendants if isinstance(child, Tag)]


def caption_parts(area: "Tag", names: TagNames) -> Iterator[tuple[str, bool]]:
    """The texts of an area in order: each credit element by itself, each block of what stands between them as caption."""
    inside = tags_inside(area)
    if names.is_credit(area) and not any(map(names.is_caption, inside)):
        has_blocks = any(child.name in BLOCKS for child in inside)
        yield from _parted(line(area.get_text(" " if has_blocks else "")))
        return
    whole = line(area.get_text())
    if len(whole) > 1 and names.is_caption(area) and not any(map(str.isalnum, whole)):
        yield whole, False  # dashes that stand in for a caption
        return
    is_named = any(map(names.is_credit, inside))
    for tag in () if is_named else credit_elements(area):
        names.know_credit(tag)
    texts = _joined(area, names)
    if len(texts) > 1 and not any(is_credit for _, is_credit in texts) and may_close(texts[-2][0], texts[-1][0]):
        texts[-1] = (texts[-1][0], True)
    is_unsigned = not any(is_credit for _, is_credit in texts)
    if texts and is_unsigned and "|" in whole and (stroke := _AFTER_STROKE.match(texts[-1][0])):
        texts[-1:] = [(stroke[1], False), (stroke[2], True)]
    yield from texts


def _parted(credit: str) -> Iterator[tuple[str, bool]]:
    """The parts of a credit element: where a stroke parts a name from several words that are none, those are the caption."""
    before, stroke, after = credit.rpartition(" | ")
    is_caption = stroke and len(before.split()) >= _MIN_CAPTION and read_credit_sign(after).is_whole
    if is_caption and read_credit_sign(before).sign is Sign.NONE:
        yield before, False
        yield after, True
    else:
        yield credit, True


def _joined(area: "Tag", names: TagNames) -> list[tuple[str, bool]]:
    texts: list[tuple[str, bool]] = []
    joint = ""
    for run, is_credit in _runs(area, names):
        text = line(run) if is_credit else _caption(run)
        if not text:
            joint = (joint or run) if run == _LINE_BREAK else run.strip() or joint
            continue
        if is_credit and texts and not texts[-1][1]:
            texts[-1] = (_DANGLING.sub("", texts[-1][0]), False)
        if texts and texts[-1][1] and (is_credit or _goes_on(text)):
            are_two = is_credit and joint in _APART and are_apart(texts[-1][0], text)
            sign = "/ " if are_two else joint if joint in _JOINTS else ""
            texts[-1] = (f"{texts[-1][0]} {sign}{text}", True)
        else:
            texts += _parted(text.lstrip("|·•–— ")) if is_credit else [(text.lstrip("| "), False)]
        joint = ""
    return texts


def are_apart(first: str, second: str) -> bool:
    """Whether two texts are names that stand beside each other: no label before its name, and no word in common."""
    return first[-1:].isalnum() and second[:1].isalnum() and set(first.casefold().split()).isdisjoint(second.casefold().split())


def _goes_on(text: str) -> bool:
    """Whether a text is of the credit before it; several words behind a stroke that are no name are the caption."""
    after = text.lstrip("| ")
    is_caption = text[0] == "|" and len(after.split()) >= _MIN_CAPTION and read_credit_sign(after).sign is Sign.NONE
    return bool(_GOES_ON.match(text)) and not is_caption


def _runs(area: "Tag", names: TagNames) -> Iterator[tuple[str, bool]]:
    """The texts of an area: a new one where a block begins, and where an element touches what stands before it."""
    pending = ""
    for text, kind in _strings(area, names):
        is_over = pending.removesuffix("\n").endswith(_FULL_STOP) or (kind is _Kind.SIBLING and pending[-1:].isalnum())
        begins = is_over and text[:1].isalnum()
        if kind is _Kind.SIBLING and pending[-1:] == ":":
            pending += " "
        if begins or kind in (_Kind.CREDIT, _Kind.BREAK):
            yield pending, False
            pending = ""
        if kind is _Kind.BREAK:
            yield _LINE_BREAK, False
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
            if node.name in BLOCKS:  # type: ignore[attr-defined]
                yield "", _Kind.BREAK
            yield node.get_text(" ").replace("( ", "("), _Kind.CREDIT
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
    return before is not None and not {tag.name, before} <= TYPE


def _caption(text: str) -> str:
    """A caption in one line, without the label that some put in front."""
    text = line(text)
    head, colon, rest = text.partition(":")
    if colon and head.strip().casefold() in html_words().labels:
        return rest.strip()
    return text if any(c.isalnum() for c in text) else ""
