"""Tokens -> parties: each run of words becomes a supplier of the table, a person, an unknown body, or words that name nobody.

One rule, three steps: the whole run is looked up; else labels and meanings are taken off its ends; else a supplier's name at
one end is parted from the name beside it.
"""

import re
from collections.abc import Iterator

from auditor.data.load import Meaning
from auditor.model import OrganisationKind, Role
from auditor.text.edges import EDGE, Edges, Run
from auditor.text.name_shapes import is_name
from auditor.text.names import Likeness, is_eastern_name, is_handle, is_lone_maker
from auditor.text.normalise import squeeze
from auditor.text.party import Parties, Party, is_medium
from auditor.text.tokens import Joint, Token
from auditor.text.vocabulary import UNSPACED, Known, Vocabulary

_DATE = re.compile(r"(?:19|20)\d\d(?:[-/]\d\d(?:\d\d)?)?[.,]?|\d{1,4}(?:[./-]\d{1,4}){2}[.,]?")
_DATE_BEHIND = re.compile(r"\s*\d{2,4}年\d{1,2}月\d{1,2}日?\Z")
_MAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
"""A mail address: how to reach the maker, nobody's name."""
_WITH_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{3,}|(?:[\u0900-\u0dff]{1,3}\.)+[\u0900-\u0dff]{4,}")
"""Initials glued to a surname (`K.Murugan`, and so in the scripts of India)."""
_FEED_ID = re.compile(r"[A-Z]{2,8}\d[\d_]{5,}[A-Z]?")
_NO_NAME = re.compile(r"\d{1,2}\.[a-zç]{3}\.?\d{2,4}|[\W\d_]+|(?:\d++[年月日時分년월일]?[\s/.\-]*+)++")
_SUPPLIERS = (OrganisationKind.WIRE, OrganisationKind.AGENCY, OrganisationKind.STOCK, OrganisationKind.ARCHIVE)
_QUOTES = "'\"‘“„«「『"
_OPENING = re.compile(r"(?:(?:la|el|los|las|le|les|der|die|das|the|il|lo)\s+(?=['\"‘“„«]))?['\"‘’“”„«»「『*_]*")


class PartyReader:
    """Reads the tokens of one line, left to right."""

    def __init__(self, text: str, folded: str, vocabulary: Vocabulary, *, stops_at_prose: bool = False) -> None:
        """`stops_at_prose`: reads no further than the first words that are no credit's."""
        self.text, self.folded, self.words = text, folded, vocabulary
        self._stops_at_prose = stops_at_prose
        self.edges = Edges(text, folded, vocabulary)
        self.found = Parties()
        self._pending: Meaning | None = None
        self._pending_run = self._token_start = 0
        self._pending_span = (0, 0)
        self._names_maker = False
        self._may_hold_two = "-" in folded or not text.isascii()
        self._has_unspaced = not text.isascii() and UNSPACED.search(text) is not None

    def read(self, tokens: Iterator[Token]) -> Parties:
        """All parties of the line, or those up to the first that can be no name."""
        following = next(tokens, None)
        while following is not None:
            token, following = following, next(tokens, None)
            self.found.joints.add(token.joint)
            follows = following.joint if following is not None else None
            self._before_colon, self._by_follows = follows in (Joint.COLON, Joint.BY), follows == Joint.BY
            self._token_start, self._is_closed = token.start, token.is_closed
            self._run(token, token.start, token.end)
            if self._stops_at_prose and self.found.is_prose:
                return self.found
        if (
            self._pending is not None and self._pending.lends and not self._pending.names_nobody
        ):  # `Courtesy photo`: no lender named
            self.found.formulas.append(self._pending_span)
        return self.found

    def _run(self, token: Token, start: int, end: int) -> None:
        key = squeeze(self.folded[start:end])
        if token.joint == Joint.COMMA and key in self.words.companies:
            return  # `Example Pictures, Inc.`
        hit = self.words.known.get(key)
        if hit is not None:
            self._take(hit, token.joint, start, end)
        elif self._may_hold_two and (cut := self.edges.cut(start, end)):
            self._run(token, start, cut[0])
            self._run(token.bound_by(Joint.SLASH), cut[1], end)
        else:
            self._part(token, start, end)

    def _take(self, hit: Known, joint: str, start: int, end: int, *, is_closed: bool = True) -> None:
        """A run, or one end of it, that the tables know."""
        if hit.also is not None and hit.is_weak and self._is_word(hit, joint, self.text[start:end], is_closed=is_closed):
            hit = hit.also
        if hit.agency is not None:
            is_name = (
                hit.is_acronym and hit.is_weak and not self._is_closed and end - start > 1 and self.text[start:end].istitle()
            )
            self._party(joint, start, end, Likeness.EITHER if is_name else Likeness.BODY, None if is_name else hit)
            return  # `Ana`, and no sign beside it, is a name
        if hit.is_rank:
            self.found.has_position |= squeeze(self.folded[start:end]) in self.words.positions
            return
        if self.found.first_mark is None:
            self.found.first_mark = start
        if hit.meaning is not None:
            self.found.meanings.append(hit.meaning)
            self._pending, self._pending_run, self._pending_span = hit.meaning, self._token_start, (start, end)
            if hit.meaning.names_nobody and not self._before_colon:
                self.found.formulas.append((start, end))
        else:
            self.found.labels.append(squeeze(self.folded[start:end]))
            self._names_maker |= hit.is_maker

    def _is_word(self, hit: Known, joint: str, printed: str, *, is_closed: bool) -> bool:
        """Whether a supplier's name stands here as the label that it is too: `Bild © …`, not `Ann Example/Bild`."""
        opens = hit.is_acronym and joint != Joint.SLASH and printed.istitle()
        return self._before_colon or not is_closed or printed.islower() or opens

    def _part(self, token: Token, start: int, end: int) -> None:
        """Labels and meanings taken off both ends of a run; what is left is a name, or two."""
        whole = start, end
        if self._may_hold_two:
            token, start, end = self._unglued(token, start, end)
        words = self.folded[start:end].split()
        if (start, end) == whole and self.edges.is_bare(words):
            self._party(token.joint, start, end, self.edges.likeness(start, end), None)
        else:
            self._words(token, Run(self.folded, words, start))

    def _words(self, token: Token, run: Run) -> None:
        first, last = self._without_edges(token, run)
        if last - first < len(run.keys):  # a label stands where a sign could
            token = Token(token.joint, token.start, token.end, is_closed=True)
        while first < last and run.folds[first][0].isdecimal() and _DATE.fullmatch(run.folds[first]):
            first += 1
        while first < last and run.folds[last - 1][0].isdecimal() and _DATE.fullmatch(run.folds[last - 1]):
            last -= 1
        dated = last < len(run.keys) and run.key(last, last + 1).isdigit()
        if first < last and not (dated and last - first == 1 and self.edges.is_weak(run.keys[first])):  # `August 2024`
            self._name(token, run, first, last)

    def _unglued(self, token: Token, start: int, end: int) -> tuple[Token, int, int]:
        """The run without what is glued to its ends: a label without a space, `HO-`, `-pool`."""
        if self._has_unspaced and UNSPACED.search(self.text, start, end):
            token, start, end = self._unspaced(token, start, end)
        if self.text.startswith("HO-", start) and end - start > 3:
            self._take(self.words.known["ho"], token.joint, start, start + 2)
            start += 3
        if self.folded.endswith("-pool", start, end):
            self._take(self.words.known["pool"], token.joint, end - 4, end)
            end -= 5
        return token, start, end

    def _unspaced(self, token: Token, start: int, end: int) -> tuple[Token, int, int]:
        """The run without the labels glued to it; behind a supplier (`新华社发 林晓峰摄`) the name is bound to that."""
        before = len(self.found.parties)
        if dated := _DATE_BEHIND.search(self.folded, start, end):
            end = dated.start()
        for _ in range(4):
            mark = self.edges.glued(start, end)
            if mark is None:
                break
            hit, left, right = mark
            self._take(hit, token.joint, left, right)
            start, end = self.edges.trimmed(*((start, left) if right == end else (right, end)))
        return (token.bound_by(Joint.SLASH) if len(self.found.parties) > before else token), start, end

    def _without_edges(self, token: Token, run: Run) -> tuple[int, int]:
        first, last = 0, len(run.keys)
        for _ in range(4):
            head = self.edges.head(run, first)
            if head is None:
                break
            hit, size = head
            self._take(hit, token.joint, run.starts[first], run.ends[first + size - 1])
            first += size
            while first < last - 1 and run.folds[first] in self.words.after_label:
                first += 1
        tail = None if run.key(first, last) in self.words.known else self.edges.tail(run, first, last)
        if tail is not None:
            hit, size = tail
            last -= size
            self._take(hit, token.joint, run.starts[last], run.ends[-1])
        return first, last

    def _name(self, token: Token, run: Run, first: int, last: int) -> None:
        """What labels leave over: a supplier, a supplier beside a name, a list of persons, or one unknown name."""
        if last - first > 1 and run.folds[first] in self.words.ands and self.text[run.starts[first]].islower():
            first, token = first + 1, token.bound_by(Joint.COMMA)  # `Ann Example (left) and Bo Sample`
        start, end = run.starts[first], run.ends[last - 1]
        hit = self.words.known.get(run.key(first, last))
        if hit is None and last - first > 1 and run.keys[last - 1] in self.words.companies:
            hit = self.words.known.get(run.key(first, last - 1))
        if hit is not None and hit.is_weak and hit.also is None and not token.is_closed and last - first < len(run.keys):
            self._party(token.joint, start, end, Likeness.EITHER, None)  # `27. August 2024`
        elif hit is not None:
            self._take(hit, token.joint, start, end, is_closed=token.is_closed)
        elif last - first > 1 and (cut := self.edges.seam(run, first, last)):
            left, right, joint = cut
            self._run(token, start, run.ends[left - 1])
            self._run(token.bound_by(joint), run.starts[right], end)
            before = self.found.parties[-2].agency if len(self.found.parties) > 1 else None
            if left == right and (before is None or before.kind is not OrganisationKind.SOCIAL_PLATFORM):
                for party in self.found.parties[-2:]:
                    is_maker = party.likeness == Likeness.PERSON or party.is_account or is_eastern_name(party.name)
                    party.is_loose = party.known is None and not is_maker
        else:
            self._party(token.joint, start, end, self.edges.likeness(start, end), None)

    def _is_sign_off(self, run: str) -> bool:
        """Initials of the desk after the maker (`ANTARA FOTO/Ann Example/abc`)."""
        parties = self.found.parties
        return len(parties) > 1 and parties[-1].likeness == Likeness.PERSON and run.islower()

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

    def _party(self, joint: str, start: int, end: int, like: int, hit: Known | None) -> None:
        start, end = self._bounds(start, end)
        if end <= start or (hit is None and self._is_no_party(start, end, like)):
            return
        pending, maker = self._pending, self._names_maker
        self._pending, self._names_maker = None, False
        if like == Likeness.EITHER and (maker or self._is_behind_photo_label(joint, start, end)):
            like = Likeness.PERSON
        lender = False
        if pending is not None:
            if pending.ignored and joint in (Joint.COLON, Joint.BY):
                return
            is_label = hit is not None and pending.role is Role.HANDOUT and self._is_label_of(hit, joint)
            if is_label:
                self.found.meanings = [m for m in self.found.meanings if m is not pending]
            lender = pending.lends or (pending.role is Role.HANDOUT and not is_label and self._is_giver(joint, start))
        if lender and hit is None:
            if like != Likeness.PERSON and self.text[start:end].islower():  # `courtesy of the artist`
                self.found.formulas.append(self._pending_span)
                return
            start += 4 if self.folded.startswith("the ", start) else 0
        name = self.text[start:end]
        account = hit is None and name[0] == "@" and is_handle(name)
        agency = hit.agency if hit is not None else None
        party = Party(joint, start, end, name, squeeze(self.folded[start:end]), like, hit, agency, lender, account)
        self.found.parties.append(party)
        self.found.is_prose |= hit is None and pending is not None and self._is_description(pending, joint, name)
        self.found.is_prose |= self._stops_at_prose and not is_name(party, self.text)

    def _is_description(self, pending: Meaning, joint: str, name: str) -> bool:
        """`Кадр из видео задержания`: a word in small letters right behind the word for a still says what it shows."""
        if joint != Joint.START or self._pending_run != self._token_start or pending.role is not Role.SCREENGRAB:
            return False
        return name.isalpha() and name.islower()

    def _is_behind_photo_label(self, joint: str, start: int, end: int) -> bool:
        """`Photo by 田中涼介`, `Foto: Müller`, `Foto: kmu`, `Archivfoto: Muster`: the maker."""
        labels, name = self.found.labels, self.text[start:end]
        if self.found.parties:
            return False
        if labels and labels[-1] in self.words.photo_labels and is_eastern_name(name):
            return True
        label = labels[-1] if labels else squeeze(self.folded[slice(*self._pending_span)])
        if joint != Joint.COLON or not (label in self.words.photo_labels or label.endswith(self.words.picture_endings)):
            return False
        if _WITH_INITIALS.fullmatch(name) and (name.istitle() or name == name.upper()):
            return True
        if not labels and name.istitle() and name.isalpha() and label.endswith(self.words.photo_endings):
            return True  # `Archivfoto: Muster`, not `Symbolbild: Unfall`
        return is_lone_maker(name, self.folded[start:end], self.words)

    def _bounds(self, start: int, end: int) -> tuple[int, int]:
        """The name without quotes and stray signs; a full stop stays after an abbreviation (`Warner Bros.`)."""
        run = self.text[start:end]
        if self._pending is None and run[:1].isalnum() and run[-1:].isalnum():
            return start, end
        if self._pending is not None or not run[:1].isalnum():
            start += len(_OPENING.match(run).group())  # type: ignore[union-attr]  # matches the empty string too
            run = self.text[start:end]
        if run[-1:] in EDGE:
            end = start + len(run.rstrip(EDGE if run[-1:] != "." or not 1 < len(run.split()[-1]) < 5 else " ,"))
        return start, end

    def _is_no_party(self, start: int, end: int, like: int) -> bool:
        """Digits and signs, initials of the desk, a word before a colon that is no label, the picture's quoted title."""
        run = self.text[start:end]
        if (not run[0].isalpha() and _NO_NAME.fullmatch(run)) or (len(run) < 5 and self._is_sign_off(run)):
            return True
        if " " not in run and _FEED_ID.fullmatch(run):
            return True
        if "@" in run and _MAIL.fullmatch(run):
            return True
        if self._before_colon and not self._by_follows:
            if (self.found.labels or self.text[0] in "(（[") and is_medium(run):  # `(Radio Example: Ann Example)`
                return False
            if self.found.labels and not start and run.isupper() and run.isalpha() and len(run) <= 5:  # `TNP PHOTO: Ann Example`
                return False
            amid = self.folded[start:end].split()  # `Auf dem Foto: Ann Example`
            is_prose = not (self.words.prose_words | self.words.before_thing).isdisjoint(amid)
            self.found.is_prose |= like != Likeness.EITHER or is_prose
            self.found.has_unknown_label |= like == Likeness.EITHER
            return True
        return self._by_follows and bool(start) and self.text[start - 1] in _QUOTES
