"""The head of a plain text: its headline, the line with its writers and the line with its day, where they stand as such."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.data.plain_words import plain_words
from auditor.model import Precision
from auditor.readers.plain_credit import Sign
from auditor.readers.plain_shapes import Shape, Shaped
from auditor.text.dates import parse_caption_date
from auditor.text.names import Likeness, likeness
from auditor.text.normalise import fold
from auditor.text.vocabulary import vocabulary

_REACH = 6
"""Lines from the top in which the head is looked for."""
_MAX_HEADLINE = 250
_ENDS_AS_STATEMENT = re.compile(r"[.;:,…。][\"'”’»)\]]*$")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?::\d{2})?")
_PART = re.compile(r"\s+[|•·/–—]\s+|\s{3,}|;\s+")
_ELIDED = re.compile(r"\b[dl](?=['’][^\W\d_])")
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
    start = _mail_lines(shaped)
    headline = start if _is_headline(shaped[start:]) else None
    byline: tuple[str, ...] = ()
    days: dict[bool, str] = {}
    lines = set(range(start))
    for i, one in enumerate(shaped[start : start + _REACH], start):
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
    end = _label_end(line, plain_words().byline)
    conjunctions = "|".join(map(re.escape, plain_words().conjunction))
    names = re.split(
        rf"\s*[,、・]\s*|\s+(?:{conjunctions}|&)\s+", line[end:].lstrip(" :：=＝／/・").rstrip(), flags=re.IGNORECASE
    )
    return tuple(names) if end and all(map(_is_name, names)) else ()


def _mail_lines(shaped: Sequence[Shaped]) -> int:
    """How many lines the head of a mail takes (`From:`, `Subject:`, ...; two at least)."""
    fields = plain_words().mail
    count = 0
    for one in shaped[:12]:
        name, colon, _ = one.line.text.partition(":")
        if not colon or name.casefold() not in fields:
            break
        count += 1
    return count if count > 1 else 0


def _label_end(text: str, labels: frozenset[str]) -> int:
    """Where the longest of these labels that opens `text` ends; 0 without one."""
    words = list(_WORDS.finditer(text[:60]))[:4]
    ends = [word.end() for word in words if text[words[0].start() : word.end()].casefold() in labels]
    return max(ends, default=0)


def publication_day(line: str) -> tuple[str, bool] | None:
    """The ISO day of `Published 12 May 2024, 10:30`, and whether it is only an update's; None for a line with other words."""
    days = [_labelled_day(part) for part in _PART.split(line)]
    if not days or None in days:
        return None
    return min(filter(None, days), key=lambda day: day[1])


def _labelled_day(part: str) -> tuple[str, bool] | None:
    table = plain_words()
    end = _label_end(part, table.published | table.updated)
    found = parse_caption_date(part[end:]).date
    if found is None or not found.explicit or found.precision is not Precision.DAY or found.other_reading:
        return None
    rest = part[end : end + found.span.start] + _CLOCK.sub(" ", part[end + found.span.end :])
    if any(map(str.isdigit, rest)) or not all(word.casefold() in table.clock for word in _WORDS.findall(rest)):
        return None
    return found.value, bool(_label_end(part, table.updated))


def _is_headline(shaped: Sequence[Shaped]) -> bool:
    """The first line of several, when it is short, no full sentence, and set apart or clearly shorter than what follows."""
    if len(shaped) < 2 or shaped[0].shape not in (Shape.TEXT, Shape.GLUED, Shape.CREDIT):
        return False
    text = shaped[0].line.text
    if len(text) > _MAX_HEADLINE or _ENDS_AS_STATEMENT.search(text):
        return False
    return shaped[0].shape is not Shape.CREDIT or shaped[0].credit.sign < Sign.PARTY


def _is_name(text: str) -> bool:
    name = _ELIDED.sub(lambda match: match[0].upper(), text)
    found = likeness(name, fold(name), vocabulary())
    return found is Likeness.PERSON or (
        found is Likeness.EITHER and " " not in text and not text[0].islower() and not text[0].isupper()
    )
