"""The lines of a text side by side: how far apart they stand, and what each may be where it stands."""

import re
from collections.abc import Sequence

from auditor.model import Span
from auditor.readers.plain_credit import Sign
from auditor.readers.plain_front import publication_day, writers_in
from auditor.readers.plain_shapes import Shape, Shaped

_MAX_CAPTION = 450
"""Characters; of 281 published captions three were longer."""
_LIKELY_CAPTION = 260
"""Characters; 95 of 100 published captions are shorter, half of all paragraphs are longer."""
_MAX_AGENCY_CAPTION = 200
"""Characters of a caption that ends in an agency's name alone; longer paragraphs may name their source so."""
_SHORT = 30
"""Characters below which a line is no sentence of its own."""
_NOTES = ("(", "[", "©", "（", "［")
_FILE = re.compile(r"\S+\.\w{2,4}$")
_DATELINE = re.compile(r"[^.!?:()]{2,50}\([^()]{2,25}\)\s*[-–—]")
"""`SANDHOLM (AP) -`: how agency stories begin."""
_OPENS_WITH_QUOTE = re.compile(r"[\"“„«»‘'「『]")
_QUOTE = re.compile(r"[\"“”„«»「」『』]")


class Layout:
    """What stands where in one text. Lines are named by their numbers from 0; one outside of the text is nothing at all."""

    def __init__(self, shaped: Sequence[Shaped], usual_gap: int, head: frozenset[int]) -> None:
        """`head`: the lines that are the article's own headline, byline and date."""
        self._shaped = shaped
        self._usual_gap = usual_gap
        self._head = head
        self._taken: set[int] = set()
        """The lines that belong to an item."""
        paragraphs = [i for i in range(len(shaped)) if self._is_paragraph(i)]
        self._story = range(paragraphs[0], paragraphs[-1]) if paragraphs else range(len(shaped))

    def is_edge(self, i: int) -> bool:
        """Whether it stands before the first paragraph, as bylines do, or after the last, where a text names its source."""
        return i not in self._story

    def _is_title_of_video(self, title: int, duration: int) -> bool:
        """A title before a running time; clock times of a live blog, of a programme or under the headline are none."""
        if (
            any(self._shape(duration + step) is Shape.DURATION for step in (-2, 2))
            or title in self._head
            or not self._is_free(title)
        ):
            return False
        line = self._shaped[title]
        return self._gap(duration) <= max(1, self._usual_gap) and line.is_title_like and line.length_in_words > 2

    def _is_surely_glued(self, i: int) -> bool:
        """Whether a line that ends in a credit is a picture's caption, and no paragraph that names its source."""
        sign = self._shaped[i].credit.sign
        if i in self._head:
            return False
        if sign is Sign.LABEL or not self._is_likely_caption(i):
            return sign is Sign.LABEL
        if sign is Sign.CHAIN or self._header_of(i) is not None:
            return True
        return sign is Sign.PARTY and (self._shaped[i].states_day or self._names_agency_as_captions_do(i))

    def _names_agency_as_captions_do(self, i: int) -> bool:
        """`The crew at drill (Reuters)`; paragraphs name the source of a statement after a full stop or before one."""
        line = self._shaped[i]
        span = line.credit.span or Span(0, 0)
        before, text = line.line.text[: span.start].rstrip(), line.line.text
        return len(text) <= _MAX_AGENCY_CAPTION and not self.is_edge(i) and before[-1:] not in ".!?" and text[-1] != "."

    def _may_be_caption(self, i: int) -> bool:
        if not self._is_free(i) or i in self._head or self._length(i) > _MAX_CAPTION:
            return False
        text = self._shaped[i].line.text
        is_free_text = self._shape(i) in (Shape.TEXT, Shape.GLUED) or self._shaped[i].credit.sign is Sign.NAME
        return is_free_text and not (_FILE.match(text) or writers_in(text) or publication_day(text))

    def _is_likely_caption(self, i: int) -> bool:
        """Two words or more but not many, and no speech: a caption seldom quotes."""
        line, text = self._shaped[i], self._shaped[i].line.text
        is_speech = _OPENS_WITH_QUOTE.match(text) or (len(text) > 120 and _QUOTE.search(text))
        is_part = text.endswith((":", "：")) or text[0].islower() or line.length_in_words < 2
        return not (is_part or is_speech or _DATELINE.match(text)) and (len(text) <= _LIKELY_CAPTION or line.states_day)

    def _is_paragraph(self, i: int) -> bool:
        """Whether it is surely part of the story: no caption, title, copyright line or note in brackets."""
        text = self._shaped[i].line.text
        return (
            self._shape(i) is Shape.TEXT
            and len(text) >= _SHORT
            and not text.startswith(_NOTES)
            and not self._shaped[i].is_title_like
        )

    def _reads_as_sentence(self, i: int) -> bool:
        line = self._shaped[i]
        return not line.is_title_like and len(line.line.text) >= _SHORT and not _OPENS_WITH_QUOTE.match(line.line.text)

    def _is_credit(self, i: int, least: Sign) -> bool:
        return self._is_free(i) and self._shape(i) is Shape.CREDIT and self._shaped[i].credit.sign >= least

    def _is_signature(self, name: int, agency: int) -> bool:
        """A person's name and then an agency's on lines of their own sign a text."""
        return self._shaped[name].credit.sign is Sign.NAME and self._shaped[agency].credit.sign < Sign.CHAIN

    def _speak_of_the_same(self, first: int, second: int) -> bool:
        words, others = self._shaped[first].words, self._shaped[second].words
        return len(words) > 1 and len(words & others) * 2 >= len(words)

    def _header_of(self, i: int) -> int | None:
        """The title line right before line `i`: close to it and apart from what is before, or speaking of the same."""
        h = i - 1
        if not self._is_free(h) or not self._shaped[h].is_title_like or h in self._head:
            return None
        if self._is_tight(i) and (h == 0 or self._gap(h) >= self._usual_gap):
            return h
        return h if self._gap(i) <= self._usual_gap and self._speak_of_the_same(h, i) else None

    def _gap(self, i: int) -> int:
        """Empty lines before line `i`; more than any before the first and after the last."""
        return self._shaped[i].line.gap if 0 < i < len(self._shaped) else 1_000_000

    def _is_tight(self, i: int) -> bool:
        return self._gap(i) < self._usual_gap

    def _shape(self, i: int) -> Shape | None:
        return self._shaped[i].shape if 0 <= i < len(self._shaped) else None

    def _length(self, i: int) -> int:
        return len(self._shaped[i].line.text)

    def _is_free(self, i: int) -> bool:
        return 0 <= i < len(self._shaped) and i not in self._taken
