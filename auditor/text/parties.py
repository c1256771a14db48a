"""Tokens -> parties: each run of words becomes a supplier of the table, a person, an unknown body, or words that name nobody.

One rule, three steps: the whole run is looked up; else labels and meanings are taken off its ends; else a supplier's name at
one end is parted from the name beside it.
"""

import re

from auditor.data.load import Meaning
from auditor.model import OrganisationKind, Role
from auditor.text.names import Likeness, is_handle, likeness
from auditor.text.normalise import squeeze
from auditor.text.party import Parties, Party
from auditor.text.tokens import Joint, Token
from auditor.text.vocabulary import UNSPACED, Known, Vocabulary

_WORD = re.compile(r"\S+")
_YEARS = re.compile(r"(?:19|20)\d\d(?:[-/]\d\d(?:\d\d)?)?[.,]?|\d{1,4}(?:[./-]\d{1,4}){2}[.,]?")
_NO_NAME = re.compile(r"[\W\d_]+|(?:\d+[年月日時分년월일]?[\s/.\-]*)+")
_SUPPLIERS = (OrganisationKind.WIRE, OrganisationKind.AGENCY, OrganisationKind.STOCK, OrganisationKind.ARCHIVE)
_PLATFORMS = (OrganisationKind.STOCK, OrganisationKind.SOCIAL_PLATFORM, OrganisationKind.UGC, OrganisationKind.ARCHIVE)
_QUOTES = "'\"‘“„«「『"
_OPENING = re.compile(r"(?:(?:la|el|los|las|le|les|der|die|das|the|il|lo)\s+(?=['\"‘“„«]))?['\"‘’“”„«»「『*_]*")
_JAPANESE_PARTICLES = "はのがをにで"
_EDGE = " .,'\"*-_+"
_STRONG_HEADS = frozenset(("graphic", "illustration", "screengrab", "still", "composite", "ai"))


class PartyReader:
    """Reads the tokens of one line, left to right."""

    def __init__(self, text: str, folded: str, vocabulary: Vocabulary) -> None:
        self.text, self.folded, self.words = text, folded, vocabulary
        self.found = Parties()
        self._pending: Meaning | None = None
        self._pending_run = self._token_start = 0
        self._names_maker = False
        self._has_unspaced = not text.isascii() and UNSPACED.search(text) is not None

    def read(self, tokens: list[Token]) -> Parties:
        """All parties of the line."""
        last = len(tokens) - 1
        for i, token in enumerate(tokens):
            self.found.joints.add(token.joint)
            follows = tokens[i + 1].joint if i < last else None
            self._before_colon, self._by_follows = follows in (Joint.COLON, Joint.BY), follows == Joint.BY
            self._token_start = token.start
            self._run(token, token.start, token.end)
        return self.found

    def _run(self, token: Token, start: int, end: int) -> None:
        if token.joint == Joint.COMMA and squeeze(self.folded[start:end]) in self.words.companies:
            return  # `Example Pictures, Inc.`
        hit = self.words.known.get(squeeze(self.folded[start:end]))
        if hit is not None:
            self._take(hit, token.joint, start, end)
        else:
            self._part(token, start, end)

    def _take(self, hit: Known, joint: str, start: int, end: int, *, is_closed: bool = True) -> None:
        """A run, or one end of it, that the tables know."""
        if hit.also is not None and hit.is_weak and (self._before_colon or not is_closed):
            hit = hit.also
        if hit.agency is not None:
            self._party(joint, start, end, Likeness.BODY, hit)
            return
        if self.found.first_mark is None:
            self.found.first_mark = start
        if hit.meaning is not None:
            self.found.meanings.append(hit.meaning)
            self._pending, self._pending_run = hit.meaning, self._token_start
            if hit.meaning.names_nobody and not self._before_colon:
                self.found.formulas.append((start, end))
        else:
            self.found.labels.append(squeeze(self.folded[start:end]))
            self._names_maker |= hit.is_maker

    def _part(self, token: Token, start: int, end: int) -> None:
        """Labels and meanings taken off both ends of a run; what is left is a name, or two."""
        if self._has_unspaced and UNSPACED.search(self.text, start, end):
            start, end = self._unglued(token, start, end)
        if self.text.startswith("HO-", start) and end - start > 3:
            self._take(self.words.known["ho"], token.joint, start, start + 2)
            start += 3
        if self.folded.endswith("-pool", start, end):
            self._take(self.words.known["pool"], token.joint, end - 4, end)
            end -= 5
        words = [(start + m.start(), start + m.end()) for m in _WORD.finditer(self.folded[start:end])]
        first, last = self._without_heads(token, words)
        last = self._without_tails(token, words, first, last)
        while first < last and _YEARS.fullmatch(self.folded, *words[first]):
            first += 1
        while first < last and _YEARS.fullmatch(self.folded, *words[last - 1]):
            last -= 1
        if first < last:
            self._name(token, words[first:last])

    def _without_heads(self, token: Token, words: list[tuple[int, int]]) -> tuple[int, int]:
        first, count = 0, len(words)
        for _ in range(4):
            hit, size = self._longest(words, first, count)
            if hit is None or not self._opens(hit, words, first, first + size):
                break
            self._take(hit, token.joint, words[first][0], words[first + size - 1][1])
            first += size
            while first < count - 1 and self.folded[slice(*words[first])] in self.words.after_label:
                first += 1
        return first, count

    def _longest(self, words: list[tuple[int, int]], first: int, count: int) -> tuple[Known | None, int]:
        """The longest label or meaning that the words from `first` on begin with, never all of them."""
        known = self.words.known
        for size in range(min(self.words.longest, count - first - 1), 0, -1):
            hit = known.get(squeeze(self.folded[words[first][0] : words[first + size - 1][1]]))
            if hit is not None and hit.agency is None:
                return hit, size
        return None, 0

    def _opens(self, hit: Known, words: list[tuple[int, int]], first: int, after: int) -> bool:
        """Whether these words are a label before the rest, not the beginning of a name (`Foto Huebner`, `Frame Works Ltd`)."""
        if self.folded[slice(*words[first])] == "copyright":
            return True
        if self.folded[slice(*words[after])] == "of":  # `Picture of a lighthouse` describes
            return False
        if self.folded[words[after - 1][1] - 1] == ".":  # `fot. Policja`
            return True
        if after - first > 1 or self.folded[slice(*words[after])] in self.words.after_label:
            return True
        rest = (words[after][0], words[-1][1])
        if squeeze(self.folded[slice(*rest)]) in self.words.known:
            return True
        if len(words) - after == 1:
            return hit.meaning is not None and hit.meaning.name in _STRONG_HEADS
        if self._likeness(*rest) is Likeness.PERSON or self._ends_with_agency(words, after):
            return True
        return self.folded[slice(*words[after])] in self.words.articles

    def _ends_with_agency(self, words: list[tuple[int, int]], first: int) -> bool:
        return any(
            (hit := self.words.known.get(squeeze(self.folded[words[i][0] : words[-1][1]]))) is not None and hit.agency is not None
            for i in range(max(first, len(words) - 3), len(words))
        )

    def _without_tails(self, token: Token, words: list[tuple[int, int]], first: int, last: int) -> int:
        known = self.words.known
        for size in (6, 5, 4, 3, 2, 1):
            if last - first - size < 1:
                continue
            hit = known.get(squeeze(self.folded[words[last - size][0] : words[last - 1][1]]))
            if (
                hit is None
                or not hit.is_trailer
                or (hit.meaning is not None and hit.meaning.names_nobody and hit.meaning.role is None)
            ):
                continue
            rest = (words[first][0], words[last - size - 1][1])
            abbreviated = hit.meaning is None and self.folded[words[last - 1][1] - 1] == "."  # `15min nuotr.`
            several = last - first - size > 1 or (hit.meaning is not None and size > 1)
            if several or abbreviated or squeeze(self.folded[slice(*rest)]) in known:
                self._take(hit, token.joint, words[last - size][0], words[last - 1][1])
                return last - size
        return last

    def _unglued(self, token: Token, start: int, end: int) -> tuple[int, int]:
        """The run without the labels that scripts without spaces glue to the name (`平沢花子撮影`)."""
        for _ in range(4):
            rest = self.folded[start:end]
            if rest[0] in _JAPANESE_PARTICLES:
                break
            tail = self.words.glued_tails.search(rest, 1)
            head = None if tail else self.words.glued_heads.match(rest, 0, len(rest) - 1)
            if tail is None and head is None:
                break
            mark = (tail or head).group()  # type: ignore[union-attr]  # one of them is there
            if head is not None and not self._heads_apart(mark, rest[len(mark) :]):
                break
            at = end - len(mark) if tail else start
            self._take(self.words.known[squeeze(mark)], token.joint, at, at + len(mark))
            start, end = (start, at) if tail else (at + len(mark), end)
            start, end = self._trimmed(start, end)
        return start, end

    def _heads_apart(self, mark: str, rest: str) -> bool:
        """Whether what is glued to the front is a label or supplier (`中央社記者王大明`), not the first word of a caption."""
        hit = self.words.known[squeeze(mark)]
        if hit.is_maker or (hit.agency is not None and rest[0] == " ") or rest[0] in "・":
            return True
        return squeeze(rest) in self.words.known or self.words.glued_heads.match(rest) is not None

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        run = self.folded[start:end]
        return start + len(run) - len(run.lstrip(_EDGE + "・")), end - len(run) + len(run.rstrip(_EDGE + "のより"))

    def _name(self, token: Token, words: list[tuple[int, int]]) -> None:
        """What labels leave over: a supplier, a supplier beside a name, a list of persons, or one unknown name."""
        start, end = words[0][0], words[-1][1]
        hit = self.words.known.get(squeeze(self.folded[start:end]))
        if hit is None and len(words) > 1 and squeeze(self.folded[slice(*words[-1])]) in self.words.companies:
            hit = self.words.known.get(squeeze(self.folded[start : words[-2][1]]))
        if hit is not None:
            self._take(hit, token.joint, start, end, is_closed=token.is_closed)
            return
        if len(words) > 1 and (self._on_platform(token, words) or self._beside_agency(token, words) or self._list(token, words)):
            return
        self._party(token.joint, start, end, self._likeness(start, end), None)

    def _on_platform(self, token: Token, words: list[tuple[int, int]]) -> bool:
        """`moth from Pixabay`, `Photo by Anna Berg on Unsplash`."""
        for i in range(1, len(words) - 1):
            if self.folded[slice(*words[i])] in self.words.ons:
                hit = self.words.known.get(squeeze(self.folded[words[i + 1][0] : words[-1][1]]))
                if hit is not None and hit.agency is not None and hit.agency.kind in _PLATFORMS:
                    self._run(token, words[0][0], words[i - 1][1])
                    self._run(token._replace(joint=Joint.SLASH), words[i + 1][0], words[-1][1])
                    return True
        return False

    def _beside_agency(self, token: Token, words: list[tuple[int, int]]) -> bool:
        """`John Doe Reuters`, `AFP PHOTO JOHN DOE`: a supplier's name at one end of the run."""
        for size in range(min(4, len(words) - 1), 0, -1):
            for part, rest in ((words[:size], words[size:]), (words[-size:], words[:-size])):
                hit = self.words.known.get(squeeze(self.folded[part[0][0] : part[-1][1]]))
                if hit is not None and hit.agency is not None and self._stands_apart(hit, part, rest):
                    head, tail = (part, rest) if part[0] < rest[0] else (rest, part)
                    self._run(token, head[0][0], head[-1][1])
                    self._run(token._replace(joint=Joint.SLASH), tail[0][0], tail[-1][1])
                    for party in self.found.parties[-2:]:
                        party.is_loose = party.known is None and party.likeness is not Likeness.PERSON
                    return True
        return False

    def _stands_apart(self, hit: Known, part: list[tuple[int, int]], rest: list[tuple[int, int]]) -> bool:
        name = self.text[part[0][0] : part[-1][1]]
        if hit.is_weak and not (name.isupper() and len(name) > 1):
            return False
        known = self.words.known.get(squeeze(self.folded[rest[0][0] : rest[-1][1]]))
        if known is not None and known.agency is not None:
            return True
        if hit.is_weak and not self.text[rest[0][0] : rest[-1][1]].isupper():
            return False
        beside = self._likeness(rest[0][0], rest[-1][1])
        return beside is Likeness.PERSON if hit.is_weak or len(part) == 1 else True

    def _list(self, token: Token, words: list[tuple[int, int]]) -> bool:
        """`Anna Berg und Jan Holm`: two persons joined by an "and"."""
        for i in range(2, len(words) - 2):
            if self.folded[slice(*words[i])] in self.words.ands:
                sides = (words[0][0], words[i - 1][1]), (words[i + 1][0], words[-1][1])
                if all(self._likeness(*side) is Likeness.PERSON for side in sides):
                    self._run(token, *sides[0])
                    self._run(token._replace(joint=Joint.COMMA), *sides[1])
                    return True
        return False

    def _is_sign_off(self, run: str) -> bool:
        """Initials of the desk after the maker (`ANTARA FOTO/Ann Example/abc`)."""
        parties = self.found.parties
        return len(parties) > 1 and parties[-1].likeness is Likeness.PERSON and run.islower() and len(run.strip(".")) <= 3

    def _is_label_of(self, hit: Known, joint: str) -> bool:
        """`画像提供, Getty Images`: what a supplier provides is no handout."""
        attached = joint in (Joint.COLON, Joint.COMMA) or self._pending_run == self._token_start
        return attached and hit.agency is not None and hit.agency.kind in _SUPPLIERS

    def _is_giver(self, joint: str, start: int) -> bool:
        """`Supplied: Ann Example`, `Submitted by Ann Example`; not `Handout photo by Ann Example`."""
        if joint == Joint.COLON:
            return True
        before = self.folded[:start].removesuffix("by ").split()
        return joint == Joint.BY and bool(before) and squeeze(before[-1]).endswith("ed")

    def _likeness(self, start: int, end: int) -> Likeness:
        return likeness(self.text[start:end], self.folded[start:end], self.words)

    def _party(self, joint: str, start: int, end: int, like: Likeness, hit: Known | None) -> None:
        start, end = self._bounds(start, end)
        if end <= start or (hit is None and self._is_no_party(start, end, like)):
            return
        pending, maker = self._pending, self._names_maker
        self._pending, self._names_maker = None, False
        if maker and like is Likeness.EITHER:
            like = Likeness.PERSON
        lender = False
        if pending is not None:
            if pending.ignored and joint in (Joint.COLON, Joint.BY):
                return
            if hit is not None and pending.role is Role.HANDOUT and self._is_label_of(hit, joint):
                self.found.meanings.remove(pending)
            lender = pending.lends or (pending.role is Role.HANDOUT and self._is_giver(joint, start))
        if lender and hit is None:
            if like is not Likeness.PERSON and self.text[start:end].islower():  # `courtesy of the artist`
                return
            start += 4 if self.folded.startswith("the ", start) else 0
        name = self.text[start:end]
        account = hit is None and name[0] == "@" and is_handle(name)
        agency = hit.agency if hit is not None else None
        key = squeeze(self.folded[start:end])
        self.found.parties.append(Party(joint, start, end, name, key, like, hit, agency, lender, account))

    def _bounds(self, start: int, end: int) -> tuple[int, int]:
        """The name without quotes and stray signs; a full stop stays after an abbreviation (`Warner Bros.`)."""
        run = self.text[start:end]
        if self._pending is not None or not run[0].isalnum():
            start += len(_OPENING.match(run).group())  # type: ignore[union-attr]  # matches the empty string too
            run = self.text[start:end]
        if run[-1:] in _EDGE:
            end = start + len(run.rstrip(_EDGE if run[-1:] != "." or len(run.split()[-1]) > 4 else " ,"))
        return start, end

    def _is_no_party(self, start: int, end: int, like: Likeness) -> bool:
        """Digits and signs, initials of the desk, a word before a colon that is no label, the picture's quoted title."""
        run = self.text[start:end]
        if _NO_NAME.fullmatch(run) or self._is_sign_off(run):
            return True
        if self._before_colon and not self._by_follows:
            self.found.has_foreign_label |= like is not Likeness.EITHER
            self.found.has_unknown_label |= like is Likeness.EITHER
            return True
        return self._by_follows and bool(start) and self.text[start - 1] in _QUOTES
