"""The head of a plain text: its headline, the line with its writers and the line with its day, where they stand as such."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.data.plain_words import plain_words
from auditor.model import Precision
from auditor.readers.plain_shapes import Shape, Shaped
from auditor.text.dates import parse_caption_date

_REACH = 6
"""Lines from the top in which the head is looked for."""
_MAX_HEADLINE = 250
_ENDS_AS_STATEMENT = re.compile(r"[.;:,…。][\"'”’»)\]]*$")
_OPENER = re.compile(r"\W*(?P<opener>[^\W\d_]+(?:[ ・][^\W\d_]+){0,4}?)\s*(?P<sign>[:：=＝／])?\s+(?=\S)")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?::\d{2})?")
_PART = re.compile(r"\s+[|•·/–—]\s+|\s{3,}|;\s+")
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*$")
_WORDS = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?")


@dataclass(frozen=True, slots=True)
class Front:
    """What the head says, and the numbers of its lines."""

    headline: int | None = None
    byline: tuple[str, ...] = ()
    date_published: str | None = None
    lines: frozenset[int] = frozenset()
    """Byline and date lines, which are no paragraphs."""


def read_front(shaped: Sequence[Shaped]) -> Front:
    """Find the headline, and byline and date among the first lines. Nothing is guessed: a line is one only as a whole."""
    headline = 0 if _is_headline(shaped) else None
    byline: tuple[str, ...] = ()
    days: dict[bool, str] = {}
    lines = set()
    for i, one in enumerate(shaped[:_REACH]):
        text = one.line.text
        if i == headline or len(text) > 120:
            continue
        if not byline and (names := writers_in(text)):
            byline = names
            lines.add(i)
        elif found := publication_day(text):
            days.setdefault(found[1], found[0])
            lines.add(i)
    return Front(headline, byline, days.get(False) or days.get(True), frozenset(lines))


def writers_in(line: str) -> tuple[str, ...]:
    """The names in `By Ada Example and Bo Sample`; none where anything else stands in the line."""
    found = _OPENER.match(line)
    if not found or found["opener"].casefold() not in plain_words().byline:
        return ()
    conjunctions = "|".join(map(re.escape, plain_words().conjunction))
    names = re.split(rf"\s*,\s*|\s+(?:{conjunctions}|&)\s+", line[found.end() :].strip())
    return tuple(names) if all(map(_is_name, names)) else ()


def publication_day(line: str) -> tuple[str, bool] | None:
    """The ISO day of `Published 12 May 2024, 10:30`, and whether it is only an update's; None for a line with other words."""
    days = [_labelled_day(part) for part in _PART.split(line)]
    if not days or None in days:
        return None
    return min(filter(None, days), key=lambda day: day[1])


def _labelled_day(part: str) -> tuple[str, bool] | None:
    table = plain_words()
    words = list(_WORDS.finditer(part[:60]))
    labels = {match.end(): " ".join(word[0] for word in words[: n + 1]).casefold() for n, match in enumerate(words[:4])}
    end = max((end for end, label in labels.items() if label in table.published | table.updated), default=0)
    found = parse_caption_date(part[end:]).date
    if found is None or not found.explicit or found.precision is not Precision.DAY or found.other_reading:
        return None
    rest = part[end : end + found.span.start] + _CLOCK.sub(" ", part[end + found.span.end :])
    if any(map(str.isdigit, rest)) or not all(word.casefold() in table.clock for word in _WORDS.findall(rest)):
        return None
    return found.value, labels.get(end) in table.updated


def _is_headline(shaped: Sequence[Shaped]) -> bool:
    """The first line of several, when it is short, no full sentence, and set apart or clearly shorter than what follows."""
    if len(shaped) < 2 or shaped[0].shape not in (Shape.TEXT, Shape.GLUED, Shape.CREDIT):
        return False
    text = shaped[0].line.text
    if len(text) > _MAX_HEADLINE or _ENDS_AS_STATEMENT.search(text):
        return False
    return shaped[0].shape is not Shape.CREDIT or shaped[0].credit.sign < 2


def _is_name(name: str) -> bool:
    words = name.split()
    unspaced = len(words) == 1 and len(name) <= 12
    capitalised = sum(word[0].isupper() or not word[0].islower() for word in words)
    return bool(words) and len(words) <= 5 and (unspaced or capitalised >= 2) and all(map(_NAME_WORD.match, words))
