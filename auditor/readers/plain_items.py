"""Lines in sequence -> pictures and videos: item header -> caption -> credit line, bound by what stands close together.

An item needs a sure sign: a credit line, a bare file name, a caption with its credit, a line that says `Caption:`, a title with a
running time. Around it, blank lines decide what belongs to it; where all lines are equally far apart, words do. Ordinary articles
have no such signs and no items.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from auditor.model import MediaKind
from auditor.readers.plain_credit import Sign
from auditor.readers.plain_shapes import MAX_TITLE, Shape, Shaped

_MAX_CAPTION = 450
"""Characters; of 281 published captions three were longer."""
_LIKELY_CAPTION = 260
"""Characters; 95 of 100 published captions are shorter, half of all paragraphs are longer."""
_MAX_AGENCY_CAPTION = 200
"""Characters of a caption that ends in an agency's name alone; longer paragraphs may name their source so."""
_MAX_NAME = 80
"""Characters of a credit that only its place tells."""
_SHORT = 60
"""Characters below which a line need not be a paragraph."""
_NOTES = ("(", "[", "©", "（", "［")
_VIDEO_NAME = re.compile(r"\.(?:mp4|mov|m4v|webm|avi|mpe?g|mxf|wmv)$", re.IGNORECASE)
_OPENS_WITH_QUOTE = re.compile(r"[\"“„«»‘'「『]")
_QUOTE = re.compile(r"[\"“”„«»「」『』]")


@dataclass(slots=True)
class Draft:
    """An item as the numbers of its lines."""

    kind: MediaKind
    header: int | None = None
    duration: int | None = None
    caption: int | None = None
    credits: list[int] = field(default_factory=list)

    @property
    def lines(self) -> tuple[int, ...]:
        """All its lines, in order."""
        return tuple(sorted({i for i in (self.header, self.duration, self.caption, *self.credits) if i is not None}))


class ItemFinder:
    """Finds the items of one text; `headline` and `front` are the numbers of the lines that are the article's own head."""

    def __init__(self, shaped: Sequence[Shaped], gap: int, head: frozenset[int]) -> None:
        self._shaped = shaped
        self._usual_gap = gap
        self._head = head
        self._owner: dict[int, Draft] = {}
        self._drafts: list[Draft] = []
        paragraphs = [i for i in range(len(shaped)) if self._is_paragraph(i)]
        self._story = range(paragraphs[0], paragraphs[-1]) if paragraphs else range(len(shaped))
        credits = [i for i, line in enumerate(shaped) if line.shape is Shape.CREDIT and line.credit.sign > Sign.NAME]
        self._leans_after = sum(self._leaning(i) for i in credits) > 0

    def find(self) -> list[Draft]:
        """The items, in order of the text."""
        steps: list[Callable[[int], None]] = [self._named_or_timed, self._grouped, self._grouped, self._captioned]
        steps += [partial(self._credited, sign=sign) for sign in (Sign.LABEL, Sign.CHAIN, Sign.PARTY, Sign.NAME)]
        for step in steps:
            for i in range(len(self._shaped)):
                if self._is_free(i):
                    step(i)
        self._share_collective_credits()
        return sorted(self._drafts, key=lambda draft: draft.lines[0])

    # -- signs

    def _named_or_timed(self, i: int) -> None:
        """A bare file name or a running time opens an item; the lines after it follow."""
        line = self._shaped[i]
        if line.shape is Shape.FILE_NAME:
            kind = MediaKind.VIDEO if _VIDEO_NAME.search(line.line.text) else MediaKind.IMAGE
            self._follow(self._open(kind, header=i), i)
        elif line.shape is Shape.DURATION and self._is_title_of_video(i - 1, i):
            self._follow(self._open(MediaKind.VIDEO, header=i - 1, duration=i), i)

    def _grouped(self, i: int) -> None:
        """A header with its caption close under it, then a credit, which may be any name in a text that is known for it."""
        if self._is_headed(i) and self._closes_group(i + 1):
            self._open(MediaKind.IMAGE, header=i - 1, caption=i, credit=i + 1)

    def _captioned(self, i: int) -> None:
        """A line that says `Caption:`, or that is a caption with its credit."""
        line = self._shaped[i]
        if line.label_end or (line.shape is Shape.GLUED and self._is_surely_glued(i)):
            draft = self._open(MediaKind.IMAGE, header=self._header_of(i), caption=i)
            if line.shape is not Shape.GLUED and self._is_credit(i + 1, Sign.NAME):
                self._take(draft, credit=i + 1)

    def _credited(self, i: int, sign: Sign) -> None:
        """A credit line: with the caption beside it, else alone where it says that it is a picture's."""
        line = self._shaped[i]
        if line.shape is not Shape.CREDIT or line.credit.sign is not sign:
            return
        owner = self._owner.get(i - 1)
        if owner and self._gap(i) <= self._usual_gap and (not owner.credits or self._is_tight(i)):
            self._take(owner, credit=i)
            return
        caption = self._caption_beside(i)
        if caption is not None:
            self._open(MediaKind.IMAGE, header=self._header_of(min(caption, i)), caption=caption, credit=i)
        elif sign is Sign.LABEL or (sign is Sign.CHAIN and not self._is_edge(i)):
            self._open(MediaKind.IMAGE, header=self._header_of(i), credit=i)

    # -- what stands beside a sign

    def _follow(self, draft: Draft, sign: int) -> None:
        """Caption and credit after a file name or running time: close to it, or closed by a credit line."""
        after, then = sign + 1, sign + 2
        if self._is_credit(after, Sign.NAME) and (self._is_tight(after) or self._is_credit(after, Sign.CHAIN)):
            self._take(draft, credit=after)
            after, then = after + 1, after + 2
        if not self._may_be_caption(after) or self._gap(after) > self._usual_gap:
            return
        is_closed = self._is_credit(then, Sign.NAME) and self._gap(then) <= self._usual_gap and not draft.credits
        is_glued = self._shaped[after].shape is Shape.GLUED
        if self._is_tight(after) or is_glued or (is_closed and self._is_credit(then, Sign.PARTY)):
            self._take(draft, caption=after)
            if is_closed and not is_glued:
                self._take(draft, credit=then)

    def _caption_beside(self, i: int) -> int | None:
        """The line before or after a credit line that is its caption: the closer one, then the likelier, then the one before."""
        sign = self._shaped[i].credit.sign
        before, after = self._bond(i - 1, i), self._bond(i + 1, i)
        if sign is Sign.NAME:
            after = 0  # a name before a sentence is a heading
            before = before if self._is_named_as_maker(i - 1) else 0
        needed = 4 if sign is Sign.NAME else 2 if self._is_edge(i) else 1
        if max(before, after) < needed:
            return None
        return i + 1 if after > before or (after == before and self._leans_after) else i - 1

    def _is_named_as_maker(self, caption: int) -> bool:
        """Whether more than its place makes a bare name a credit: signatures and quoted speakers stand so too."""
        is_used_to_credits = any(self._shaped[k].credit.sign >= Sign.CHAIN for draft in self._drafts for k in draft.credits)
        return self._is_likely_caption(caption) and (
            is_used_to_credits or self._shaped[caption].states_day or self._header_of(caption) is not None
        )

    def _leaning(self, i: int) -> int:
        """1 where the line after a credit is likelier its caption, -1 for the one before; much shorter is likelier."""
        before, after = self._bond(i - 1, i), self._bond(i + 1, i)
        if before == after > 0 and not self._shaped[i + 1].is_title_like:
            return (self._length(i + 1) * 2 < self._length(i - 1)) - (self._length(i - 1) * 2 < self._length(i + 1))
        return (after > before) - (before > after)

    def _bond(self, caption: int, credit: int) -> int:
        """How surely a line is the caption of a credit line beside it; 0 for not at all."""
        if not self._may_be_caption(caption):
            return 0
        gap = self._gap(max(caption, credit))
        others_gap = self._gap(credit + 1 if caption < credit else credit)
        header = self._header_of(min(caption, credit))
        strength = 1 if self._is_likely_caption(caption) and gap <= self._usual_gap else 0
        if gap < self._usual_gap:
            strength += 4 if self._reads_as_sentence(caption) else 3
        if header is not None and header != caption and gap <= self._usual_gap:
            strength += 3 if gap < others_gap else 2
        if strength and gap < others_gap:
            strength += 1
        return strength + (1 if strength and self._shaped[caption].states_day else 0)

    def _header_of(self, i: int) -> int | None:
        """The title line right before line `i`: close to it and apart from what is before, or speaking of the same."""
        h = i - 1
        if not self._is_free(h) or not self._shaped[h].is_title_like or h in self._head:
            return None
        if self._is_tight(i) and (h == 0 or self._gap(h) >= self._usual_gap):
            return h
        return h if self._gap(i) <= self._usual_gap and self._speak_of_the_same(h, i) else None

    def _is_headed(self, i: int) -> bool:
        """Whether a caption stands close under a header that is apart from what is before it."""
        if not (self._may_be_caption(i) and self._may_be_caption(i - 1) and self._length(i - 1) <= MAX_TITLE):
            return False
        header = self._shaped[i - 1]
        is_apart = self._is_tight(i) and self._gap(i - 1) >= self._usual_gap
        is_part_of_caption = not header.is_title_like and self._is_tight(i + 1) and not self._speak_of_the_same(i - 1, i)
        return is_apart and not header.is_one_of_several and not is_part_of_caption

    def _closes_group(self, i: int) -> bool:
        """Whether line `i` ends an item as its credit: by its words, else as a few words set apart from what follows."""
        if not self._is_free(i) or self._gap(i) > self._usual_gap:
            return False
        if self._is_credit(i, Sign.PARTY):
            return True
        line = self._shaped[i]
        if self._gap(i + 1) <= self._gap(i) or not line.is_title_like or len(line.line.text) > _MAX_NAME:
            return False
        return line.credit.sign is Sign.NAME or any(draft.header is not None and draft.credits for draft in self._drafts)

    # -- what a line may be

    def _is_title_of_video(self, title: int, duration: int) -> bool:
        """A title before a running time; clock times of a live blog, of a programme or under the headline are none."""
        series = any(self._shape(duration + step) is Shape.DURATION for step in (-2, 2))
        close = self._gap(duration) <= max(1, self._usual_gap)
        return not series and close and title not in self._head and self._is_free(title) and self._shaped[title].is_title_like

    def _is_surely_glued(self, i: int) -> bool:
        sign = self._shaped[i].credit.sign
        if i in self._head or self._header_of(i) is not None:
            return i not in self._head
        if sign is Sign.PARTY and not self._shaped[i].states_day:
            return self._is_likely_caption(i) and not self._is_edge(i) and len(self._shaped[i].line.text) <= _MAX_AGENCY_CAPTION
        return sign is Sign.LABEL or (sign >= Sign.PARTY and self._is_likely_caption(i))

    def _may_be_caption(self, i: int) -> bool:
        return (
            self._is_free(i)
            and i not in self._head
            and (self._shape(i) in (Shape.TEXT, Shape.GLUED) or self._shaped[i].credit.sign is Sign.NAME)
            and self._length(i) <= _MAX_CAPTION
        )

    def _is_likely_caption(self, i: int) -> bool:
        """Short, and no speech: a caption seldom quotes."""
        text = self._shaped[i].line.text
        is_speech = _OPENS_WITH_QUOTE.match(text) or (len(text) > 120 and _QUOTE.search(text))
        return not text.endswith((":", "：")) and not is_speech and (len(text) <= _LIKELY_CAPTION or self._shaped[i].states_day)

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
        return not line.is_title_like and len(line.line.text) >= 30 and not _OPENS_WITH_QUOTE.match(line.line.text)

    def _is_credit(self, i: int, least: Sign) -> bool:
        return self._is_free(i) and self._shape(i) is Shape.CREDIT and self._shaped[i].credit.sign >= least

    def _is_edge(self, i: int) -> bool:
        """Whether it stands before the first paragraph, as bylines do, or after the last, where a text names its source."""
        return i not in self._story

    def _speak_of_the_same(self, first: int, second: int) -> bool:
        words, others = self._shaped[first].words, self._shaped[second].words
        return len(words) > 1 and len(words & others) * 2 >= len(words)

    # -- bookkeeping

    def _open(self, kind: MediaKind, **lines: int | None) -> Draft:
        draft = Draft(kind)
        self._drafts.append(draft)
        self._take(draft, **lines)
        return draft

    def _take(self, draft: Draft, *, credit: int | None = None, **lines: int | None) -> None:
        for name, i in lines.items():
            setattr(draft, name, i)
        if credit is not None:
            draft.credits.append(credit)
        self._owner.update(dict.fromkeys(draft.lines, draft))

    def _share_collective_credits(self) -> None:
        """`Left: ...`, `Right: ...`, then one credit line: it is the credit of each."""
        for draft in tuple(self._drafts):
            i = draft.caption
            while i is not None and draft.credits and self._shaped[i].is_one_of_several and self._may_be_caption(i - 1):
                i -= 1
                if self._shaped[i].is_one_of_several:
                    self._owner[i] = Draft(draft.kind, caption=i, credits=draft.credits)
                    self._drafts.append(self._owner[i])

    # -- distances

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
        return 0 <= i < len(self._shaped) and i not in self._owner
