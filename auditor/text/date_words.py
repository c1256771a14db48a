"""The words of a caption that matter for its date: folding, tokens, and the vocabulary of the languages it may be in.

The names of months and weekdays are known in every language, because agency captions run untranslated on foreign pages; short
names and the words around dates only in the caption's own languages (its page's, English, and those its names give away).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from auditor.data.calendar import date_words, names


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
    ARTICLE = "article"
    AMOUNT = "amount"
    NAMED = "named"
    LABEL = "label"
    LABEL_WORD = "label_word"
    FOREIGN_LABEL = "foreign-label"
    """A label of another language: counts at the head, before a sign."""


class Token(NamedTuple):
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


class Vocabulary(NamedTuple):
    """What is known in a set of languages."""

    entries: Mapping[str, tuple[Entry, ...]]
    """By first word, longest phrase first."""
    anchors: frozenset[str]
    """First words that a date or label can begin with when there is no number."""
    past: tuple[str, ...]
    """Endings of verbs that report what happened."""
    coming: tuple[str, ...]
    """Endings of verbs that say what will happen."""


PICTURE = (Kind.TAKEN, Kind.LABEL_WORD)
"""Words for the picture itself: `taken`, `file photo`."""
ANCHORS = frozenset(
    {Kind.DAY, Kind.MONTH, Kind.RELATIVE, Kind.FEAST, Kind.LABEL, Kind.FOREIGN_LABEL, Kind.LABEL_WORD, Kind.UNDATED}
)
MONTHS = (Kind.MONTH, Kind.SHORT_MONTH, Kind.FOREIGN_MONTH)
PLAIN = tuple(k for k in Kind if "-" not in k.value and k not in (Kind.MONTH, Kind.DAY, Kind.SEASON, Kind.RELATIVE, Kind.FEAST))
PAST, COMING, NOTHING = {Kind.PAST: ""}, {Kind.COMING: ""}, dict[Kind, str]()
EAST = ("ja", "ko", "zh")
"""Languages without spaces between words, or with words that take endings on any of them: `date_east` reads those."""
LONG = 9
"""Letters from which on a word with one letter typed twice is still taken for the known one (`Archivbilld`)."""

_DIGITS = {chr(zero + i): str(i) for zero in (0xFF10, 0x0660, 0x06F0, 0x0966) for i in range(10)}
_SIGNS = dict(zip("／．：（），；［］＝＋－–—−‐‑〜～’‘'،؛॰", "/.:(),;[]=+--------ʼʼʼ,;.", strict=True))
_SPACES = dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\u200c\u200e\u200f\u200b\t\n\r", " ")
_FOLD = str.maketrans(_DIGITS | _SIGNS | _SPACES)

_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
_MARKS += "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_LETTERS = rf"[^\W\d_ʼ]+(?:[{_MARKS}]+[^\W\d_ʼ]*)*"
WORD = re.compile(_LETTERS)
_TOKEN = re.compile(rf"\d+|{_LETTERS}|\S")
_DIGIT = re.compile(r"\d")
_TWICE = re.compile(r"(\w)\1")
_JOINERS = frozenset("ʼ-")


def fold(text: str) -> str:
    """Lower case, ASCII digits and signs; as long as the text, so that offsets hold."""
    low = text.lower()
    if len(low) != len(text):  # a few letters grow when lowered (Turkish dotted I)
        low = "".join(c.lower()[0] for c in text)
    return low.translate(_FOLD)


@lru_cache(maxsize=64)
def vocabulary(languages: frozenset[str]) -> Vocabulary:
    """Everything known in these languages, and the long names of months in the others."""
    phrases = _Phrases()
    for language in sorted(languages):
        _learn_names(language, phrases.learn)
        _learn_words(language, phrases.learn)
    own, foreign = phrases.entries(), _foreign()
    entries = foreign | {first: _longest_first((*found, *foreign.get(first, ()))) for first, found in own.items()}
    anchors = frozenset(first for first, found in entries.items() if any(not ANCHORS.isdisjoint(e.kinds) for e in found))
    return Vocabulary(entries, anchors, _all(languages, "past_endings"), _all(languages, "coming_endings"))


@lru_cache(maxsize=1)
def _foreign() -> dict[str, tuple[Entry, ...]]:
    """What is known whatever the language: long names of months, and labels that mean nothing else."""
    phrases = _Phrases()
    for words in date_words().values():
        for form in words.get("label_word", ()):
            phrases.learn(form, Kind.LABEL_WORD, "")
        for form in words.get("label", ()):
            phrases.learn(form, Kind.FOREIGN_LABEL, "")
    months: dict[str, set[int]] = {}
    for table in names().values():
        for form, month in _values(table.months_wide, 1):
            months.setdefault(form, set()).add(month)
    for form, meant in months.items():
        if len(meant) == 1:  # `listopada`: October in Croatian, November in Polish
            phrases.learn(form, Kind.FOREIGN_MONTH, *meant)
    return phrases.entries()


class _Phrases:
    """Phrases gathered, each with all that it can be."""

    def __init__(self) -> None:
        self._kinds: dict[tuple[str, ...], dict[Kind, str]] = {}

    def learn(self, form: str, kind: Kind, value: object) -> None:
        words = tuple(WORD.findall(form))
        if words and not _DIGIT.search(form):  # months that are numbers (Vietnamese, East Asian) have a grammar of their own
            self._kinds.setdefault(words, {}).setdefault(kind, str(value))

    def entries(self) -> dict[str, tuple[Entry, ...]]:
        by_first: dict[str, list[Entry]] = {}
        for words, kinds in self._kinds.items():
            by_first.setdefault(words[0], []).append(Entry(words[1:], kinds))
        return {first: _longest_first(found) for first, found in by_first.items()}


def _longest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda e: -len(e.rest)))


def _all(languages: Iterable[str], category: str) -> tuple[str, ...]:
    return tuple(form for language in languages for form in date_words().get(language, {}).get(category, ()))


Learn = Callable[[str, Kind, object], None]


def _learn_names(language: str, learn: Learn) -> None:
    if language not in names():
        return
    table, words = names()[language], date_words().get(language, {})
    led, glued = words.get("led", ()), words.get("glued", ())
    for cells, kind, first in (
        (table.months_wide, Kind.MONTH, 1),
        (table.months_short, Kind.SHORT_MONTH, 1),
        (table.days_wide, Kind.SHORT_DAY if led else Kind.DAY, 0),
        (table.days_short, Kind.SHORT_DAY, 0),
    ):
        for form, value in _values(cells, first):
            learn(form, kind, value)
    for prefix in words.get("month_prefix", ()):
        for form, value in _values(table.months_wide, 1):
            learn(prefix + form, Kind.MONTH, value)
    for form, value in _values(table.days_wide, 0):
        for longer in (*(f"{word} {form}" for word in led), *(form + suffix for suffix in glued)):
            learn(longer, Kind.DAY, value)


def _values(cells: Iterable[Iterable[str]], first: int) -> Iterator[tuple[str, int]]:
    return ((form, value) for value, cell in enumerate(cells, first) for form in cell)


def _learn_words(language: str, learn: Learn) -> None:
    words = date_words().get(language, {}) if language not in EAST else {}
    for category, kind, first in (("months_more", Kind.MONTH, 1), ("days_more", Kind.DAY, 0), ("seasons", Kind.SEASON, 0)):
        for form, value in _values((cell.split(",") for cell in words.get(category, ())), first):
            learn(form, kind, value)
    for kind in (Kind.RELATIVE, Kind.FEAST):
        for phrase in words.get(kind.value, ()):
            form, _, meant = phrase.partition("=")
            learn(form, kind, meant)
    for kind in PLAIN:
        for form in words.get(kind.value, ()):
            learn(form, kind, "")


def tokens(folded: str, known: Vocabulary) -> list[Token]:
    """The folded text as tokens; words that make up a known phrase become one."""
    raw = [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(folded)]
    out: list[Token] = []
    i = 0
    while i < len(raw):
        text, start, end = raw[i]
        entries = known.entries.get(text) or (known.entries.get(_TWICE.sub(r"\1", text)) if len(text) >= LONG else None)
        size, kinds = _longest(raw, i, entries) if entries else (1, NOTHING)
        if size > 1:
            end = raw[i + size - 1][2]
            text = folded[start:end]
        elif not kinds and len(text) > 4:
            kinds = _by_ending(text, known)
        out.append(Token(text, start, end, kinds))
        i += size
    return out


def _longest(raw: Sequence[tuple[str, int, int]], i: int, entries: Sequence[Entry]) -> tuple[int, Mapping[Kind, str]]:
    """The longest known phrase from i on: how many raw tokens it takes, and what it can be."""
    for entry in entries:
        if size := _reach(raw, i, entry.rest):
            return size, entry.kinds
    return 1, NOTHING


def _by_ending(text: str, known: Vocabulary) -> Mapping[Kind, str]:
    if text.endswith(known.past):
        return PAST
    return COMING if text.endswith(known.coming) else NOTHING


def _reach(raw: Sequence[tuple[str, int, int]], i: int, rest: tuple[str, ...]) -> int:
    """How many raw tokens the phrase takes from `i` on, 0 where it does not stand there."""
    at = i + 1
    for word in rest:
        if at < len(raw) and raw[at][0] in _JOINERS and raw[at][1] == raw[at - 1][2]:
            at += 1
        if at >= len(raw) or raw[at][0] != word:
            return 0
        at += 1
    return at - i
