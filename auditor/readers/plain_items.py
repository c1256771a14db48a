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
from auditor.readers.plain_layout import Layout
from auditor.readers.plain_shapes import MAX_TITLE, Shape, Shaped

_MAX_NAME = 80
"""Characters of a credit that only its place tells."""
_VIDEO_NAME = re.compile(r"\.(?:mp4|mov|m4v|webm|avi|mpe?g|mxf|wmv)$", re.IGNORECASE)


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


class ItemFinder(Layout):
    """Finds the items of one text, the surest signs first."""

    def __init__(self, shaped: Sequence[Shaped], usual_gap: int, head: frozenset[int]) -> None:
        super().__init__(shaped, usual_gap, head)
        self._owner: dict[int, Draft] = {}
        self._drafts: list[Draft] = []
        self._knows_credits = False
        """Whether a picture of this text has a sure credit line, so that names under captions will be credits too."""
        self._knows_groups = False
        """Whether one has a header and a credit line."""
        timed = [self._is_title_of_video(i - 1, i) for i, line in enumerate(shaped) if line.shape is Shape.DURATION]
        self._shows_videos = sum(timed) * 2 > len(timed)
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
        elif line.shape is Shape.DURATION and self._shows_videos and self._is_title_of_video(i - 1, i):
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
        if line.shape is not Shape.CREDIT or line.credit.sign is not sign or i in self._head or self._is_in_list_of_credits(i):
            return
        owner = self._owner.get(i - 1)
        if owner and self._gap(i) <= self._usual_gap and (not owner.credits or self._is_tight(i)):
            self._take(owner, credit=i)
            return
        caption = self._caption_beside(i)
        if caption is not None:
            self._open(MediaKind.IMAGE, header=self._header_of(min(caption, i)), caption=caption, credit=i)
        elif sign is Sign.LABEL or (sign is Sign.CHAIN and not self.is_edge(i)):
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
        if sign is Sign.NAME:
            return i - 1 if self._is_named_as_maker(i) else None
        before, after = self._bond(i - 1, i), self._bond(i + 1, i)
        if sign is Sign.PARTY:
            after = 0  # a name before a sentence is a heading
        if max(before, after) < (2 if self.is_edge(i) else 1):
            return None
        return i + 1 if after > before or (after == before and self._leans_after) else i - 1

    def _is_in_list_of_credits(self, i: int) -> bool:
        """Credits under each other outside of the story name the makers of pictures that are not in the text."""
        if not self.is_edge(i) or not self._is_credit(i, Sign.CHAIN):
            return False
        beside = ((i - 1, i), (i + 1, i + 1))
        return any(self._is_credit(other, Sign.CHAIN) and self._gap(second) == 0 for other, second in beside)

    def _is_named_as_maker(self, i: int) -> bool:
        """Whether more than its place makes a bare name a credit: signatures and quoted speakers stand so too."""
        caption = i - 1
        if not self._may_be_caption(caption) or not self._is_likely_caption(caption):
            return False
        is_closer = self._is_tight(i) or (i + 1 < len(self._shaped) and self._gap(i) < self._gap(i + 1))
        is_headed = self._header_of(caption) is not None
        is_in_story = self._shaped[i].credit.is_person and not self.is_edge(i)
        is_sure = is_headed or is_in_story or self._knows_credits or self._shaped[caption].states_day
        return is_closer and is_sure and (is_headed or self._reads_as_sentence(caption))

    def _leaning(self, i: int) -> int:
        """1 where the line after a credit is likelier its caption, -1 for the one before; much shorter is likelier."""
        before, after = self._bond(i - 1, i), self._bond(i + 1, i)
        if before == after > 0 and not self._shaped[i + 1].is_title_like:
            return (self._length(i + 1) * 2 < self._length(i - 1)) - (self._length(i - 1) * 2 < self._length(i + 1))
        return (after > before) - (before > after)

    def _bond(self, caption: int, credit: int) -> int:
        """How surely a line is the caption of a credit line beside it; 0 for not at all."""
        if not self._may_be_caption(caption) or self._is_signature(caption, credit):
            return 0
        gap = self._gap(max(caption, credit))
        others_gap = self._gap(credit + 1 if caption < credit else credit)
        if others_gap < gap:
            return 0
        header = self._header_of(min(caption, credit))
        strength = 1 if self._is_likely_caption(caption) and gap <= self._usual_gap else 0
        if gap < self._usual_gap:
            strength += 4 if self._reads_as_sentence(caption) else 3
        if header is not None and header != caption and gap <= self._usual_gap:
            strength += 3 if gap < others_gap else 2
        if strength and gap < others_gap and credit + 1 < len(self._shaped):
            strength += 1
        return strength + (1 if strength and self._shaped[caption].states_day else 0)

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
            return not self._is_signature(i - 1, i)
        line = self._shaped[i]
        if self._gap(i + 1) <= self._gap(i) or not line.is_title_like or len(line.line.text) > _MAX_NAME:
            return False
        return self._knows_groups or (line.credit.sign is Sign.NAME and i + 1 < len(self._shaped))

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
            self._knows_credits |= self._shaped[credit].credit.sign >= Sign.CHAIN
            self._knows_groups |= draft.header is not None
        self._owner.update(dict.fromkeys(draft.lines, draft))
        self._taken.update(draft.lines)

    def _share_collective_credits(self) -> None:
        """`Left: ...`, `Right: ...`, then one credit line: it is the credit of each."""
        for draft in tuple(self._drafts):
            i = draft.caption
            while i is not None and draft.credits and self._shaped[i].is_one_of_several and self._may_be_caption(i - 1):
                i -= 1
                if self._shaped[i].is_one_of_several:
                    self._drafts.append(Draft(draft.kind, caption=i, credits=draft.credits))
                    self._taken.add(i)
