"""Several pictures that stand together: which one a counter names, whom a line that credits all of them is for."""

import re

from auditor.readers.html_body import Line
from auditor.readers.html_credit_words import is_credit_alone
from auditor.readers.html_media import Picture
from auditor.readers.html_tree import Element
from auditor.readers.html_words import html_words
from auditor.readers.plain_credit import Sign, read_credit_sign

_MAX_CREDIT = 100
"""Characters of the longest line that credits a gallery."""
_MANY = 100
"""Pictures of the largest figure that one line credits."""
GROUP = 4
"""Pictures that one caption may speak of together: left, right, below."""
_COUNTER = re.compile(r"[\[(]?(\d{1,3})\s?/\s?(\d{1,3})\b")
"""Which of how many, as galleries print it before their captions."""


def of_gallery(entry: Line, pictures: list[Picture], holder: Element) -> list[Picture]:
    """The pictures that a line which is nothing but a credit speaks of: all of one figure, or a gallery's captioned ones.

    A gallery's show no credit of their own, and the line stands before or behind them all.
    """
    is_outside = entry.after >= pictures[-1].order or entry.after < pictures[0].order
    if len(pictures) < 2 or not is_outside or len(entry.text) > _MAX_CREDIT or not is_credit_alone(entry.text):
        return []
    if holder.tag == "figure":
        return pictures if len(pictures) <= _MANY else []
    blocks = [p for p in pictures if p.block and p.block.text()]
    uncredited = [
        p for p in blocks if p.block and read_credit_sign(p.block.text()).sign < Sign.PARTY and "credit" not in kinds_of(p)
    ]
    return uncredited if len(blocks) == len(uncredited) == len(pictures) else []


def row_of(entry: Line, nearest: Picture, pictures: list[Picture], spine: set[int]) -> list[Picture]:
    """The nearest picture before a line, with the few silent ones that share what was made for them alone (no `spine`)."""
    if nearest.order > entry.after or nearest.has_words:
        return [nearest]
    around = [e for e in nearest.element.ancestors() if e.key not in spine and not e.text()]
    row = [p for p in pictures if around and p.element.within(around[-1])]
    return row if 1 < len(row) <= GROUP and not any(p.has_words for p in row) else [nearest]


def kind_of(element: Element) -> str:
    """Which kind of words an element calls itself."""
    return "caption" if element.words.isdisjoint(html_words().credit) else "credit"


def kinds_of(picture: Picture) -> set[str]:
    """Which kinds of words a picture has, as their elements call themselves."""
    kinds = {kind_of(element) for element in picture.captions}
    if picture.block and (words := picture.block.text()):
        credit = html_words().credit
        names = picture.block.names
        named = [n for n in picture.block.node.css("[class]") if not credit.isdisjoint(names[n.attributes.get("class") or ""])]
        kinds |= {"credit"} if named else set()
        kinds |= {"caption"} if max((len(n.text()) for n in named), default=0) < len(words) / 2 else set()
    return kinds


def counted(text: str, last: Picture, pictures: list[Picture]) -> Picture | None:
    """The picture that a caption's counter names, `[1/5]`, where so many without words stand in a row up to the `last`."""
    if not (counter := _COUNTER.match(text)):
        return None
    number, total = int(counter[1]), int(counter[2])
    end = pictures.index(last) + 1
    row = pictures[max(0, end - total) : end]
    return row[number - 1] if 0 < number <= total == len(row) and not any(p.has_words for p in row) else None
