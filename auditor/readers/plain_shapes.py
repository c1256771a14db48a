"""The shape of one line by its words alone: file name, running time, credit, label. Its neighbours decide the rest."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from auditor.data.plain_words import plain_words
from auditor.identity.file_names import is_file_name
from auditor.model import DateRange, Precision
from auditor.readers.plain_credit import CreditReading, Sign, read_credit_sign
from auditor.readers.plain_lines import Line
from auditor.text.dates import parse_caption_date

_TIME = re.compile(r"(?<![\d:.])(?:\d{1,2}:)?\d{1,3}:[0-5]\d(?![\d:.])")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_LABEL = re.compile(r"\W*([^\W\d_][^:：=＝(（]{0,24}?)\s*[:：]\s*(?=\S)")
_NUMBERED = re.compile(r"[\[(（]?\d{1,3}\s?(?:[.)\]）、:]|[/|]\s?\d{1,3}\b)[.)\]]?\s*(?=[^\W\d_]|[\"“„«「‘'])")
_SENTENCE_END = re.compile(r"[.!?:;,…。！？]['\"”’»)\]」』]*$")
MAX_TITLE = 160
"""Characters of a header."""


class Shape(Enum):
    """What the words of a line alone make it."""

    TEXT = auto()
    FILE_NAME = auto()
    DURATION = auto()
    CREDIT = auto()
    """Nothing but a credit."""
    GLUED = auto()
    """A caption with its credit."""
    NOISE = auto()
    """No letter and no digit."""


@dataclass(frozen=True)
class Shaped:
    """A line with what its words tell, worked out when first asked for."""

    line: Line

    @cached_property
    def credit(self) -> CreditReading:
        """The credit in it."""
        return read_credit_sign(self.line.text)

    @cached_property
    def shape(self) -> Shape:
        """What the words alone make it."""
        text = self.line.text
        if not any(char.isalnum() for char in text):
            return Shape.NOISE
        if len(text) <= MAX_TITLE and is_file_name(text):
            return Shape.FILE_NAME
        if self.duration:
            return Shape.DURATION
        if self.credit.sign is Sign.NONE or self._is_credit_a_date:
            return Shape.TEXT
        return Shape.CREDIT if self.credit.is_whole else Shape.GLUED

    @property
    def _is_credit_a_date(self) -> bool:
        """Whether the only supplier's name is a word of a date (`August 2024`)."""
        if self.credit.sign is not Sign.PARTY or self.credit.span is None or self._day is None:
            return False
        return self._day.span.end >= self.credit.span.end > self._day.span.start

    @cached_property
    def duration(self) -> str | None:
        """The running time, of a line that holds nothing else."""
        if len(self.line.text) > 40 or not (found := _TIME.search(self.line.text)):
            return None
        rest = self.line.text[: found.start()] + " " + self.line.text[found.end() :]
        return found[0] if all(word.casefold().strip(".") in plain_words().duration for word in _WORD.findall(rest)) else None

    @cached_property
    def label_end(self) -> int:
        """Where the words begin after `Caption:`; 0 without such a label."""
        found = _LABEL.match(self.line.text)
        return found.end() if found and found[1].casefold() in plain_words().caption else 0

    @cached_property
    def number_end(self) -> int:
        """Where the words begin after `1.` or `1/12`; 0 without a number."""
        found = _NUMBERED.match(self.line.text)
        return found.end() if found else 0

    @property
    def is_one_of_several(self) -> bool:
        """Whether it opens with a number or a place: `1.`, `Left:`."""
        found = _LABEL.match(self.line.text) or re.match(r"[(（]([^()（）]{1,16})[)）]", self.line.text)
        return bool(self.number_end or (found and found[1].casefold() in plain_words().position))

    @cached_property
    def is_title_like(self) -> bool:
        """Short and without the end of a sentence."""
        text = self.line.text
        if len(text) > MAX_TITLE or _SENTENCE_END.search(text):
            return False
        return self.shape is Shape.TEXT or (self.shape is Shape.CREDIT and self.credit.sign is Sign.NAME)

    @cached_property
    def _day(self) -> DateRange | None:
        dated = parse_caption_date(self.line.text[:1000]).date
        return dated if dated is not None and dated.explicit and dated.precision is Precision.DAY else None

    @property
    def states_day(self) -> bool:
        """Whether it names a whole day, as captions do and paragraphs seldom."""
        return self._day is not None

    @cached_property
    def length_in_words(self) -> int:
        """Its words; in scripts without spaces three characters count as one."""
        text = self.line.text
        return max(len(text.split()), 0 if text.isascii() else sum(char > "\u2e80" for char in text) // 3)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words of four letters or more, for telling whether two lines speak of the same."""
        return frozenset(word.casefold() for word in _WORD.findall(self.line.text) if len(word) > 3)
