"""Plain text -> its lines with their places, hard-wrapped ones (mail, print exports) put together again."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from auditor import limits
from auditor.model import Span

_LINE = re.compile(r"[^\r\n\f\u2028\u2029]+|[\r\n\f\u2028\u2029]+")
_BLANK = " \t\v\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u202f\u205f\u3000\u200b\u200e\u200f\u2060\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_LONG = 120
"""Characters from which a line is surely a paragraph."""
_LONGEST_READ = 1000
"""Characters of a line that cost time: longer ones are paragraphs, whatever they say."""
_WRAP_WIDTHS = range(40, 101)
"""Widths at which programs break lines by hand: mail 72 to 78, print columns less, terminals 80 and 100."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words on it, or several that were one before a program broke them."""

    text: str
    """Without the space around it; broken lines are joined by one space."""
    span: Span
    """Where it stands in the source, without the space around it."""
    number: int
    """Of the first line, from 1."""
    gap: int
    """Empty lines before it."""

    @property
    def locator(self) -> str:
        """How a person finds it again."""
        return f"line {self.number}"


def read_lines(source: str) -> tuple[tuple[Line, ...], bool]:
    """The lines that hold words, up to MAX_TEXT_LINES or MAX_TEXT_CHARS, and whether there were more."""
    lines: list[Line] = []
    budget = limits.MAX_TEXT_CHARS
    for line in _raw_lines(source):
        budget -= min(len(line.text), _LONGEST_READ)
        if len(lines) == limits.MAX_TEXT_LINES or budget < 0:
            return _unwrapped(lines), True
        lines.append(line)
    return _unwrapped(lines), False


def usual_gap(lines: Sequence[Line]) -> int:
    """Empty lines that stand between two paragraphs of this text: what is closer belongs together."""
    between_paragraphs = [second.gap for first, second in pairwise(lines) if len(first.text) > _LONG and len(second.text) > _LONG]
    if len(between_paragraphs) < 2:
        between_paragraphs = [line.gap for line in lines[1:] if line.gap]
    counts = Counter(between_paragraphs)
    return max(counts, key=lambda gap: (counts[gap], gap)) if counts else 0


def _raw_lines(source: str) -> Iterator[Line]:
    number, last = 1, 0
    for match in _LINE.finditer(source):
        if match[0][0] in "\r\n\f\u2028\u2029":
            number += len(match[0]) - match[0].count("\r\n")
            continue
        if text := match[0].strip(_BLANK):
            start = match.start() + len(match[0]) - len(match[0].lstrip(_BLANK))
            yield Line(text, Span(start, start + len(text)), number, number - last - 1 if last else 0)
            last = number


def _unwrapped(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Join lines that a program broke: where the next begins in lower case, and where the next word did not fit."""
    width = _wrap_width(lines)
    joined: list[Line] = []
    previous = None
    for line in lines:
        if previous and not line.gap and (_goes_on(previous, line) or (width and _is_full(previous, line, width))):
            before = joined[-1]
            joined[-1] = replace(before, text=f"{before.text} {line.text}", span=Span(before.span.start, line.span.end))
        else:
            joined.append(line)
        previous = line
    return tuple(joined)


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width at which nearly all line ends within paragraphs were made; 0 for a text with long or free lines."""
    width = max((len(line.text) for line in lines if len(line.text) in _WRAP_WIDTHS and " " in line.text), default=0)
    inner = [(first, second) for first, second in pairwise(lines) if not second.gap]
    too_long = sum(len(line.text) > width for line in lines)
    is_wrapped = len(inner) >= 6 and sum(_is_full(*pair, width) for pair in inner) >= len(inner) * 0.7
    return width if is_wrapped and too_long * 50 <= len(lines) else 0


def _is_full(first: Line, second: Line, width: int) -> bool:
    return len(first.text) + 1 + len(second.text.split(maxsplit=1)[0]) > width


def _goes_on(first: Line, second: Line) -> bool:
    return len(first.text) in _WRAP_WIDTHS and first.text[-1] not in ".!?:;" and second.text[0].islower()
