"""Sentences and clauses of a caption around its dates."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from auditor.text.date_sighting import Sighting, TokenView
from auditor.text.date_words import Kind, Token

REACH = 80
"""Tokens before a date in which its sentence is searched; it bounds the work on endless sentences."""
CLAUSE_SIGNS = frozenset(",;:()|")
SENTENCE_SIGNS = frozenset(".!?。|")
_QUOTE = re.compile(  # bounded: an opening mark that nothing closes must not be searched to the end
    r'"[^"]{0,500}"|“[^”]{0,500}”|„[^“”]{0,500}[“”]|”[^”]{0,500}”|«[^»]{0,500}»|»[^«]{0,500}«|「[^」]{0,500}」'
)


class SentenceView(TokenView):
    """The sentences and clauses of one caption, and which words of a kind stand in them."""

    def __init__(self, caption: str, tokens: list[Token], published: date | None) -> None:
        self.caption = caption
        self.published = published
        super().__init__(tokens)
        self.starts = self._sentences()
        self.quotes = [m.span() for m in _QUOTE.finditer(caption)]

    def sentence(self, sighting: Sighting) -> int:
        """Number of the sentence it stands in, from 0."""
        return bisect_right(self.starts, sighting.first) - 1

    def _sentences(self) -> list[int]:
        starts, has_lines = [0], "\n" in self.caption
        for i, (before, token) in enumerate(pairwise(self.tokens), 1):
            is_line = has_lines and "\n" in self.caption[before.end : token.start]
            if is_line or (before.text in SENTENCE_SIGNS and self._opens(i)):
                starts.append(i)
        return starts

    def _opens(self, i: int) -> bool:
        """Whether a sentence can begin at i: not after an abbreviation (`Gov. Tim`), not in lower case."""
        if self.tokens[i - 1].text != ".":
            return True
        if self.tokens[i - 1].end == self.tokens[i].start and self.tokens[i].text != "(":
            return False
        if i < 2 or self.caption[self.tokens[i].start].islower():
            return False
        word = self.tokens[i - 2]
        if word.text.isdecimal():
            return len(word.text) == 4
        return not self._is(i - 2, Kind.MONTH, Kind.SHORT_MONTH) and (not word.text.isalpha() or len(word.text) > 3)

    def _clause_start(self, start: int, end: int) -> int:
        for i in range(end - 1, start - 1, -1):
            is_in_date = self._text(i) == "," and self._year_at(i + 1)  # `Aug. 7, 2024 and July 31, 2024`
            if self.tokens[i].text in CLAUSE_SIGNS and not self._is_decimal(i - 1) and not is_in_date:
                return i + 1
        return start

    def _found(self, places: Iterable[int], *kinds: Kind) -> Iterator[int]:
        """Where a word of these kinds stands as a word, not as a name (`Will Novak`)."""
        for i in places:
            known = self.tokens[i].kinds
            if known and not known.keys().isdisjoint(kinds) and not (self._is_upper(i) and self._is_name_at(i)):
                yield i

    def _any(self, places: Iterable[int], *kinds: Kind) -> bool:
        return next(self._found(places, *kinds), None) is not None

    def _is_name_at(self, i: int) -> bool:
        return Kind.TAKEN not in self.tokens[i].kinds and (i not in self.starts or self._is_upper(i + 1))

    def _is_upper(self, i: int) -> bool:
        return 0 <= i < len(self.tokens) and self.caption[self.tokens[i].start].isupper()

    def _clause_of(self, places: range) -> range:
        """These places up to the first sign that closes a clause."""
        closed = (i for i in places if self._text(i) in CLAUSE_SIGNS or self._text(i) in SENTENCE_SIGNS)
        return range(places.start, next(closed, places.stop))

    def _first_sentence(self) -> range:
        """The first sentence that says more than a label (`Archivbild. Der Turm 1936`)."""
        for start, end in zip(self.starts, [*self.starts[1:], len(self.tokens)], strict=True):
            places = range(start, min(end, start + REACH))
            if any(self._text(i).isalpha() and not self._is(i, Kind.LABEL, Kind.LABEL_WORD) for i in places):
                return places
        return range(0)
