"""The words of a caption that matter for its date: folding, tokens, and what a word can be in the languages it may be in."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from auditor.data.calendar import date_words, names
from auditor.text.patterns import any_of


class Kind(StrEnum):
    """What a word can be; the values other than names are the categories of `date_words.toml`."""

    MONTH = "month"
    DAY = "day"
    SHORT_MONTH = "short-month"
    """`Mar`, `Sept`: counts only beside a number."""
    FOREIGN_MONTH = "foreign-month"
    """A month's name in another language: likewise."""
    SHORT_DAY = "short-day"
    """`Mon`, `Mo`: counts only beside a date."""
    SEASON = "season"
    RELATIVE = "relative"
    FEAST = "feast"
    LINKS = "links"
    ON = "on"
    WITHIN = "within"
    BOUND = "bound"
    AHEAD = "ahead"
    AFTER = "after"
    HABIT = "habit"
    TO = "to"
    LAST = "last"
    NEXT = "next"
    THIS = "this"
    COMING = "coming"
    OPENING = "opening"
    ELSEWHERE = "elsewhere"
    HISTORY = "history"
    EVENT = "event"
    NAMING = "naming"
    NAMING_AFTER = "naming_after"
    ENDED = "ended"
    VERB_LAST = "verb_last"
    CLAUSE = "clause"
    COMMA_CLAUSE = "comma_clause"
    WHO = "who"
    SAID = "said"
    SHOWS = "shows"
    TAKEN = "taken"
    UNDATED = "undated"
    PAST = "past"
    PARTS = "parts"
    MONTH_WORD = "month_word"
    SOLAR = "solar"
    ARTICLE = "article"
    AMOUNT = "amount"
    NAMED = "named"
    LABEL = "label"
    LABEL_WORD = "label_word"
    FOREIGN_LABEL = "foreign-label"
    """A label of another language: counts at the head, before a sign."""


@dataclass(slots=True)
class Token:
    """A number, a word (or known phrase) or a sign, folded, with its place in the caption."""

    text: str
    start: int
    end: int
    kinds: Mapping[Kind, str]
    """What the word can be, each with its value: a month's number, a weekday's, `-1d`; empty for the rest."""

    @property
    def number(self) -> int | None:
        """Its value if it is a number."""
        return int(self.text) if self.text.isdecimal() and len(self.text) <= 8 else None


class Entry(NamedTuple):
    """A phrase of the vocabulary behind its first word."""

    rest: tuple[str, ...]
    kinds: dict[Kind, str]


class Table(NamedTuple):
    """The phrases of one language."""

    entries: Mapping[str, tuple[Entry, ...]]
    """By first word."""
    anchors: frozenset[str]
    """A word each of the phrases that a date or label can begin with when there is no number."""


class Vocabulary:
    """What is known in a set of languages: one table a language, joined word by word as captions hold them."""

    def __init__(self, own: Sequence[Table], foreign: Table, *, past: tuple[str, ...], coming: tuple[str, ...]) -> None:
        """`past` and `coming` are endings of verbs that report what happened, or say what will."""
        self.past = past
        self.coming = coming
        self.anchors = frozenset().union(*(table.anchors for table in (*own, foreign)))
        self._own = [table.entries for table in own]
        self._foreign = foreign.entries
        self._joined: dict[str, tuple[Entry, ...]] = {}

    def entries(self, first: str) -> tuple[Entry, ...]:
        """The phrases that begin with this word, longest first; the caption's own languages outweigh the others."""
        found = self._joined.get(first)
        if found is not None:
            return found
        for table in self._own:
            if first in table:
                break
        else:
            if first not in self._foreign:  # nothing is kept of it: the tables bound the memory, texts do not
                return ()
        self._joined[first] = found = self._join(first)
        return found

    def _join(self, first: str) -> tuple[Entry, ...]:
        kinds: dict[tuple[str, ...], dict[Kind, str]] = {}
        for table in self._own:
            for entry in table.get(first, ()):
                kinds[entry.rest] = {**entry.kinds, **kinds.get(entry.rest, {})}
        for entry in self._foreign.get(first, ()):
            kinds.setdefault(entry.rest, entry.kinds)
        return tuple(sorted((Entry(*pair) for pair in kinds.items()), key=lambda entry: -len(entry.rest)))


PICTURE = (Kind.TAKEN, Kind.LABEL_WORD)
"""Words for the picture itself: `taken`, `file photo`."""
ANCHORS = frozenset(
    {Kind.DAY, Kind.MONTH, Kind.RELATIVE, Kind.FEAST, Kind.LABEL, Kind.FOREIGN_LABEL, Kind.LABEL_WORD, Kind.UNDATED}
)
MONTHS = (Kind.MONTH, Kind.SHORT_MONTH, Kind.FOREIGN_MONTH)
PAST: Mapping[Kind, str] = {Kind.PAST: ""}
COMING: Mapping[Kind, str] = {Kind.COMING: ""}
NOTHING: Mapping[Kind, str] = {}
DATING = (*MONTHS, Kind.MONTH_WORD, Kind.SOLAR, Kind.DAY, Kind.FEAST, Kind.SEASON, Kind.RELATIVE)
"""What an expression can be anchored on besides a number."""
EAST = ("ja", "ko", "zh")
"""Languages without spaces between words, or with words that take endings on any of them: `date_east` reads those."""
LONG = 9
"""Letters from which on a word with one letter typed twice is still taken for the known one (`Archivbilld`)."""

_ZEROS = (0xFF10, 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50)
_DIGITS = {chr(zero + i): str(i) for zero in _ZEROS for i in range(10)}
_SIGNS = dict(zip("／．：（），；［］＝＋－–—−‐‑〜～’‘'،؛॰।۔։՝", "/.:(),;[]=+--------ʼʼʼ,;....,", strict=True))
_SPACES = dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\u200c\u200d\u200e\u200f\u200b\t\n\r", " ")
_FOLD = str.maketrans(_DIGITS | _SIGNS | _SPACES)
_ASCII_SPACE = str.maketrans("\t\n\r", "   ")

_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_MARKS += "".join(chr(c) for c in range(0x0900, 0x0E00) if unicodedata.category(chr(c))[0] == "M")  # the scripts of India
_MARK = re.compile(f"[{_MARKS}]")
_LETTERS = r"[^\W\d_ʼ]+"
_MARKED = rf"{_LETTERS}(?:[{_MARKS}]+[^\W\d_ʼ]*)*"
_WORD, _TOKEN = re.compile(_LETTERS), re.compile(rf"(\s*)(\d+|{_LETTERS}|\S)")
"""A word; a token with the space before it."""
_MARKED_WORD, _MARKED_TOKEN = re.compile(_MARKED), re.compile(rf"(\s*)(\d+|{_MARKED}|\S)")
"""The same for text with marks inside its words (Arabic, Hindi, Thai), at three times the cost."""
_THAI = re.compile("[\u0e00-\u0e7f]")
_DIGIT = re.compile(r"\d")
_TWICE = re.compile(r"(\w)\1")
_JOINERS = frozenset("ʼ-")


def fold(text: str) -> str:
    """Lower case, ASCII digits and signs; as long as the text, so that offsets hold."""
    low = text.lower()
    if low.isascii():  # the general table takes ten times as long
        return low.translate(_ASCII_SPACE).replace("'", "ʼ")
    if len(low) != len(text):  # a few letters grow when lowered (Turkish dotted I)
        low = "".join(c.lower()[0] for c in text)
    return low.translate(_FOLD)


def words_of(folded: str) -> list[str]:
    """The words of a folded text, in order."""
    if not folded.isascii() and _THAI.search(folded):
        return [found for _, found in _thai().findall(folded) if found[0].isalpha()]
    return (_MARKED_WORD if _MARK.search(folded) else _WORD).findall(folded)


@lru_cache(maxsize=1)
def _thai() -> re.Pattern[str]:
    """Tokens of Thai, which writes words without spaces: those that matter for dates are cut out of the run."""
    table, words = names()["th"], date_words()["th"]
    forms = {form for cells in (table.months_wide, table.months_short, table.days_wide) for cell in cells for form in cell}
    forms |= {
        phrase.partition("=")[0] for category in ("relative", "label_word", "links", "on", "coming") for phrase in words[category]
    }
    known = any_of(forms)
    return re.compile(rf"(\s*)(\d+|{known}|(?:(?!{known})(?:[^\W\d_ʼ]|[{_MARKS}]))+|\S)")


def _token_pattern(folded: str) -> re.Pattern[str]:
    if not folded.isascii() and _THAI.search(folded):
        return _thai()
    return _MARKED_TOKEN if _MARK.search(folded) else _TOKEN


def tokens(folded: str, known: Vocabulary) -> list[Token]:
    """The folded text as tokens; words that make up a known phrase become one."""
    raw = _token_pattern(folded).findall(folded)
    out: list[Token] = []
    i = end = 0
    while i < len(raw):
        gap, text = raw[i]
        start = end + len(gap)
        size, kinds = 1, NOTHING
        if text[0].isalpha():
            entries = known.entries(text)
            if not entries and len(text) >= LONG and _TWICE.search(text):
                entries = known.entries(_TWICE.sub(r"\1", text))
            if entries:
                size, kinds = _longest(raw, i, entries)
            if size > 1:
                text += "".join(map("".join, raw[i + 1 : i + size]))
            elif not kinds and len(text) > 4:
                kinds = _by_ending(text, known)
        end = start + len(text)
        out.append(Token(text, start, end, kinds))
        i += size
    return out


def _longest(raw: Sequence[tuple[str, str]], i: int, entries: Sequence[Entry]) -> tuple[int, Mapping[Kind, str]]:
    """The longest known phrase from i on: how many raw tokens it takes, and what it can be."""
    following = raw[i + 1][1] if i + 1 < len(raw) else ""
    for rest, kinds in entries:
        if not rest:
            return 1, kinds
        if (following == rest[0] or following in _JOINERS) and (size := _reach(raw, i, rest)):
            return size, kinds
    return 1, NOTHING


def _by_ending(text: str, known: Vocabulary) -> Mapping[Kind, str]:
    if text.endswith(known.past):
        return PAST
    return COMING if text.endswith(known.coming) else NOTHING


def _reach(raw: Sequence[tuple[str, str]], i: int, rest: tuple[str, ...]) -> int:
    """How many raw tokens the phrase takes from `i` on, 0 where it does not stand there."""
    at = i + 1
    for word in rest:
        if at < len(raw) and raw[at][1] in _JOINERS and not raw[at][0]:
            at += 1
        if at >= len(raw) or raw[at][1] != word:
            return 0
        at += 1
    return at - i
