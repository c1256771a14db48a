"""Elements at a picture that hold its credit and do not say so: found by their words and their place among the others."""

import re
from typing import TYPE_CHECKING, TypeGuard

from auditor.readers.html_tree import BLOCKS, is_long, line
from auditor.readers.plain_credit import CreditReading, Sign, read_credit_sign

if TYPE_CHECKING:
    from bs4 import Tag
    from bs4.element import PageElement

TYPE = frozenset(("b", "strong", "i", "em", "u", "font", "sub", "sup", "mark"))
"""What changes the type of a few letters, sometimes inside a word."""
_MAX_TAIL = 4
"""Elements that one credit may be split over: name, stroke, agency, year."""
_MAX_CREDIT = 100
"""Characters of the longest one."""
_MAX_NAMES = 6
"""Words of the longest one without a label: a name and its agency."""
_CAPTION = 12
"""Letters of the shortest caption that a bare name may follow."""
_JOINT = re.compile(r"[\s/|·•,&+©–—-]*")
_CLOSED = tuple('.!?…。！？"”»)]')
_FULL_STOP = re.compile(r"[.!?…][\"”»]?\s*$")
_STROKE = tuple("|/•·–—-")
_BRACKET_AT_END = re.compile(r"[(\[（【]([^()\[\]（）【】]{3,100})[)\]）】][\s.]*$")
_STROKES = ("/", "|", "•", "·")
_QUOTES = ("“", "„", "«", '"', "”", "»", "「")


def is_credit_alone(text: str) -> bool:
    """Whether a line is nothing but a credit."""
    found = read_credit_sign(text)
    return found.is_whole and found.sign >= Sign.PARTY


def is_name_alone(text: str) -> bool:
    """Whether a line is nothing but a credit or, in the shape of one, a person's name."""
    return _is_known(_read_names(text))


def _read_names(text: str) -> CreditReading:
    """The credit in a line that is short enough for names alone; longer ones have a label, by which the splitter knows them."""
    is_short = 0 < len(text) <= _MAX_CREDIT and len(text.split()) <= _MAX_NAMES
    return read_credit_sign(text) if is_short else CreditReading()


def _is_known(found: CreditReading) -> bool:
    return found.is_whole and (found.sign >= Sign.PARTY or found.is_person)


def may_close(caption: str, name: str) -> bool:
    """Whether a line behind a caption is its credit."""
    return _may_precede(caption) and is_name_alone(name)


def _may_precede(caption: str) -> bool:
    """Whether a name may follow a caption as its credit: one behind a quotation is the speaker's."""
    return is_long(caption, _CAPTION) and not caption.startswith(_QUOTES)


def ends_signed(text: str) -> bool:
    """Whether a text ends in a bracket that says who made the picture: it is a caption, however long and wherever it stands."""
    bracket = _BRACKET_AT_END.search(text)
    if bracket is None:
        return False
    found = read_credit_sign(bracket[1])
    return found.is_whole and found.sign >= Sign.CHAIN


def credit_elements(area: "Tag") -> list["Tag"]:
    """The elements of an area that are its credit: one with a label before all else, or the last ones behind a closed caption."""
    first = next((node for node in area.children if line(node.get_text())), None)
    if first is not None and _is_inline(first):
        text = line(first.get_text())
        rest = line(area.get_text()).removeprefix(text).lstrip()
        is_credit = _is_labelled(text) or (rest.startswith("|") and is_credit_alone(text))
        if rest and len(text) <= _MAX_CREDIT and is_credit:
            return [first]
    return _tail(area)


def _is_labelled(text: str) -> bool:
    found = read_credit_sign(text)
    return found.is_whole and found.sign is Sign.LABEL


def _tail(area: "Tag") -> list["Tag"]:
    block = _last_block(area)
    whole = area.get_text().rstrip()
    tail = ""
    run: list[tuple[Tag, str]] = []
    for node in reversed(block.contents):
        if not _is_inline(node) and not (isinstance(node, str) and _JOINT.fullmatch(node)):
            break
        tail = f"{node.get_text()}{tail}"
        if _is_inline(node) and line(node.get_text()):
            run.append((node, tail.rstrip()))
            if len(run) == _MAX_TAIL:
                break
    for place in range(len(run) - 1, -1, -1):
        node, words = run[place]
        before = whole.removesuffix(words)
        if place < len(run) - 1 and _goes_on(run[place + 1][0], before, words):
            continue
        if _is_credit(node, before, line(words)):
            return [tag for tag, _ in run[: place + 1]]
    return []


def _goes_on(last: "Tag", before: str, words: str) -> bool:
    """Whether the element before is of the same credit, the stroke its own or an element's: `<a>A</a><span>/</span><a>B</a>`."""
    return before.rstrip().endswith(_STROKE) or (words.lstrip()[:1] in _STROKES and is_name_alone(line(last.get_text())))


def _is_credit(node: "Tag", before: str, words: str) -> bool:
    """Whether the words from an element on are a credit, and nothing says that they belong to the sentence before."""
    is_closed = before.rstrip().endswith(_CLOSED + _STROKE) or getattr(node.previous_sibling, "name", None) == "br"
    if not is_closed and (node.name in TYPE or node.name == "a"):
        return node.name != "a" and ":" in words and is_long(line(before), _CAPTION) and _is_labelled(words)
    if not _may_precede(line(before)):
        return False
    found = _read_names(words)
    if _is_known(found):
        return node.name != "a" or found.sign >= Sign.PARTY
    is_set_apart = _is_a_column(node) or (node.name in ("i", "em") and _FULL_STOP.search(before) is not None)
    return found.is_whole and is_set_apart  # a name that no table knows, of a person or a supplier


def _is_a_column(node: "Tag") -> bool:
    """Whether an element and others like it hold all that their parent holds: the page keeps the parts of its caption apart."""
    if node.name in TYPE or node.name == "a" or node.parent is None:
        return False
    return all(_is_inline(beside) or not str(beside).strip() for beside in node.parent.contents)


def _last_block(area: "Tag") -> "Tag":
    """The innermost block that ends an area."""
    while True:
        last = next((node for node in reversed(area.contents) if line(node.get_text())), None)
        if last is None or getattr(last, "name", None) not in BLOCKS:
            return area
        area = last  # type: ignore[assignment]


def _is_inline(node: "PageElement") -> "TypeGuard[Tag]":
    return (name := getattr(node, "name", None)) is not None and name not in BLOCKS and name != "br"
