"""The vocabulary of dates: what `calendar.toml` and `date_words.toml` hold, arranged to be found by a phrase's first word.

The names of months and the labels are known in every language, because agency captions run untranslated on foreign pages; short
names and the words around dates only in the caption's own languages. A language is arranged once a process.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from auditor.data.calendar import date_words, names
from auditor.text.date_words import ANCHORS, EAST, Entry, Kind, Table, Vocabulary, words_of

PLAIN = tuple(
    k for k in Kind if "-" not in k.value and k not in (Kind.MONTH, Kind.DAY, Kind.SEASON, Kind.SOLAR, Kind.RELATIVE, Kind.FEAST)
)
_DIGIT = re.compile(r"\d")
_COMPOSED = {
    unicodedata.normalize("NFD", letter): letter
    for letter in map(chr, (*range(0x0958, 0x0960), 0x09DC, 0x09DD, 0x09DF, *range(0x0A59, 0x0A5F)))
    if unicodedata.decomposition(letter)
}
"""Letters of India with a dot below, which keyboards write as one character and CLDR, as NFC has it, as two."""
_DOTTED = re.compile("|".join(_COMPOSED))


@lru_cache(maxsize=256)
def vocabulary(languages: frozenset[str]) -> Vocabulary:
    """Everything known in these languages, and the long names of months in the others."""
    own = [_table(language) for language in sorted(languages)]
    return Vocabulary(own, _foreign(), past=_all(languages, "past_endings"), coming=_all(languages, "coming_endings"))


@cache
def _table(language: str) -> Table:
    phrases = _Phrases()
    _learn_names(language, phrases.learn)
    _learn_words(language, phrases.learn)
    return phrases.table()


@lru_cache(maxsize=1)
def _foreign() -> Table:
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
    return phrases.table()


class _Phrases:
    """Phrases gathered, each with all that it can be."""

    def __init__(self) -> None:
        self._kinds: dict[tuple[str, ...], dict[Kind, str]] = {}

    def learn(self, form: str, kind: Kind, value: object) -> None:
        if _DIGIT.search(form):  # months that are numbers (Vietnamese, East Asian) have a grammar of their own
            return
        for spelling in dict.fromkeys((form, _DOTTED.sub(lambda m: _COMPOSED[m.group()], form))):
            if words := tuple(words_of(spelling)):
                self._kinds.setdefault(words, {}).setdefault(kind, str(value))

    def table(self) -> Table:
        by_first: dict[str, list[Entry]] = {}
        anchors = set()
        for words, kinds in self._kinds.items():
            by_first.setdefault(words[0], []).append(Entry(words[1:], kinds))
            if not ANCHORS.isdisjoint(kinds):
                anchors.add(max(words, key=len))  # the rarest as a rule: `archivo` of `foto de archivo`
        return Table({first: tuple(found) for first, found in by_first.items()}, frozenset(anchors))


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
        longer = [form + suffix for suffix in glued]
        longer += [f"{word} {day}" for word in words.get("led_glued", ()) for day in longer]
        for day in (*longer, *(f"{word} {form}" for word in led)):
            learn(day, Kind.DAY, value)


def _values(cells: Iterable[Iterable[str]], first: int) -> Iterator[tuple[str, int]]:
    return ((form, value) for value, cell in enumerate(cells, first) for form in cell)


def _learn_words(language: str, learn: Learn) -> None:
    words = date_words().get(language, {}) if language not in EAST else {}
    for category, kind, first in (
        ("months_more", Kind.MONTH, 1),
        ("days_more", Kind.DAY, 0),
        ("seasons", Kind.SEASON, 0),
        ("solar", Kind.SOLAR, 1),
    ):
        for form, value in _values((cell.split(",") for cell in words.get(category, ())), first):
            learn(form, kind, value)
    for kind in (Kind.RELATIVE, Kind.FEAST):
        for phrase in words.get(kind.value, ()):
            form, _, meant = phrase.partition("=")
            learn(form, kind, meant)
    for kind in PLAIN:
        for form in words.get(kind.value, ()):
            learn(form, kind, "")
