"""The ends of a run of words: labels, meanings and trailers that are no part of the name; the seam between two names."""

import re

from auditor.data.load import Meaning
from auditor.model import OrganisationKind, Role
from auditor.text.names import Likeness, is_eastern_name, likeness
from auditor.text.normalise import squeeze, word_keys
from auditor.text.tokens import Joint
from auditor.text.vocabulary import Known, Vocabulary

EDGE = " .,'\"*-_+"
"""Signs that may stand beside a name."""
_JAPANESE_PARTICLES = "はのがをにで"
_NETWORK = OrganisationKind.SOCIAL_PLATFORM
_PLATFORMS = (OrganisationKind.STOCK, OrganisationKind.SOCIAL_PLATFORM, OrganisationKind.UGC, OrganisationKind.ARCHIVE)
_LATIN_BEFORE_HAN = re.compile(r"[a-z]{2,}(?=[\u3040-\u30ff\u4e00-\u9fff])")
_MIXED = re.compile(r"[\u4e00-\u9fff][\u3041-\u309f]+[\u4e00-\u9fff]")
"""Japanese words in a sentence (`会見する市長`), not a name."""
_STRONG_HEADS = frozenset(("graphic", "illustration", "screengrab", "still", "composite", "ai"))
"""Meanings that open even a single unknown word (`Infografik WELT`)."""


class Run:
    """The words of a run: where each stands, as folded, and squeezed (the key of several is their keys joined)."""

    __slots__ = ("ends", "folds", "keys", "starts")

    def __init__(self, folded: str, words: list[str], start: int) -> None:
        """`words` stand in the folded line from `start` on."""
        self.folds = words
        self.keys = [word if word.isalnum() else squeeze(word) for word in self.folds]
        self.starts, self.ends = [], []
        for word in self.folds:
            start = folded.index(word, start)
            self.starts.append(start)
            start += len(word)
            self.ends.append(start)

    def key(self, first: int, last: int) -> str:
        """The squeezed words from `first` up to `last`."""
        return "".join(self.keys[first:last])


class Edges:
    """Finds what stands at the ends of the runs of one line."""

    def __init__(self, text: str, folded: str, vocabulary: Vocabulary) -> None:
        self.text, self.folded, self.words = text, folded, vocabulary

    def likeness(self, start: int, end: int) -> int:
        """How much the words look like a person's name."""
        return likeness(self.text[start:end], self.folded[start:end], self.words)

    def _is_person(self, run: Run, first: int, last: int) -> bool:
        return self.likeness(run.starts[first], run.ends[last - 1]) == Likeness.PERSON

    def is_bare(self, words: list[str]) -> bool:
        """Whether an unknown run is one name: no phrase of the tables or date at an end, no word that may part two names."""
        if words[0][0].isdecimal() or words[-1][0].isdecimal():
            return False
        if len(words) == 1:
            return True
        if not self.words.partings.isdisjoint(words):
            return False
        known, opening, closing = self.words.known, "", ""
        keys = word_keys(words)
        for first, last in zip(keys[: self.words.longest], keys[:0:-1], strict=False):
            opening, closing = opening + first, last + closing
            if opening in known or closing in known:
                return False
        return True

    def head(self, run: Run, first: int) -> tuple[Known, int] | None:
        """The longest label or meaning that opens the words from `first` on, never all of them, and how many words it has."""
        known = self.words.known
        for size in range(min(self.words.longest, len(run.keys) - first - 1), 0, -1):
            key = run.key(first, first + size)
            hit = known.get(key)
            if hit is not None and hit.agency is None:
                is_formula = len(key) < 3 and key.isascii() and hit.meaning is not None
                if is_formula and (len(key) == 1 or self.text[run.starts[first] + 1].islower()):
                    return None  # the initial of `M. Example`, no montage; the title of `Dr. Example`, no `DR`
                return (hit, size) if self._opens(hit, run, first, first + size) else None
        return None

    def _opens(self, hit: Known, run: Run, first: int, after: int) -> bool:
        """Whether these words are a label before the rest, not the beginning of a name (`Foto Huebner`, `Frame Works Ltd`)."""
        if run.folds[first] in self.words.unsigned:
            return True
        if run.folds[after] == "of":  # `Picture of a lighthouse` describes
            return False
        if hit.meaning is not None and self._is_part_of_name(hit.meaning, run, first, after):
            return False
        if self._precedes_giver(hit, run, first, after):
            return True
        if after - first > 1 or run.folds[after] in self.words.after_label or run.folds[after - 1][-1] == ".":  # `fot. Policja`
            return True
        last = len(run.keys)
        following = self.words.known.get(run.keys[after])
        if run.key(after, last) in self.words.known or (
            last - after > 1 and following is not None and following.meaning is not None
        ):
            return True  # `Photo archives Ann Example`
        if last - after == 1:
            return self._opens_one(hit, run, first, after)
        return self._is_name(run, after, last)

    def _opens_one(self, hit: Known, run: Run, first: int, after: int) -> bool:
        """Whether a label stands before a single unknown word: `Infografik WELT`, `Foto NSTP`, not `FOTO HUBER`."""
        if hit.meaning is not None:
            return hit.meaning.name in _STRONG_HEADS
        is_photo = after - first == 1 and run.keys[first] in self.words.photo_labels
        return is_photo and not self.text[run.starts[first] : run.ends[first]].isupper() and self._is_acronym(run, after)

    def _precedes_giver(self, hit: Known, run: Run, first: int, after: int) -> bool:
        """`Courtesy Elin Fire Department`, `foto Vigili del Fuoco`: a lender, or an office behind a word in small letters."""
        if hit.meaning is not None and hit.meaning.lends and self.text[run.starts[after]].isupper():
            return True
        return self.text[run.starts[first]].islower() and run.keys[after] in self.words.official_words

    def _is_part_of_name(self, meaning: Meaning, run: Run, first: int, after: int) -> bool:
        """`Karte der Region`, `пресс-служба губернатора`: the word describes, or names an office."""
        if meaning.medium is not None and run.folds[after] in self.words.articles:
            return True
        return after - first == 1 and meaning.role is Role.HANDOUT and run.keys[first] in self.words.official_words

    def _is_name(self, run: Run, first: int, last: int) -> bool:
        if self._is_person(run, first, last) or run.folds[first] in self.words.articles:
            return True
        if not self.words.paper_words.isdisjoint(run.folds[first:last]):
            return True
        hits = (self.words.known.get(run.key(i, last)) for i in range(max(first, last - 3), last))
        return any(hit is not None and hit.agency is not None for hit in hits)

    def tail(self, run: Run, first: int, last: int) -> tuple[Known, int] | None:
        """The longest trailer or meaning that closes the words, never all of them, and how many words it has."""
        known = self.words.known
        for size in range(min(self.words.longest, last - first - 1), 0, -1):
            hit = known.get(run.key(last - size, last))
            if hit is not None and hit.is_trailer and self._closes(hit, run, (first, last), size):
                return hit, size
        return None

    def _closes(self, hit: Known, run: Run, part: tuple[int, int], size: int) -> bool:
        first, last = part
        meaning = hit.meaning
        if meaning is not None and meaning.names_nobody and (meaning.role is None or self._is_capital_pair(run, last - 1)):
            return False
        if run.folds[first] == "the" and meaning is not None and meaning.name == "private":  # `courtesy of the Holm family`
            return False
        several = last - first - size > 1 or (meaning is not None and size > 1)
        abbreviated = meaning is None and run.folds[last - 1][-1] == "."  # `15min nuotr.`
        if last - first - size == 1:  # `Courier photo`, `PNP photo`
            is_low = self.text[run.starts[last - 1]].islower()
            abbreviated |= run.folds[first] in self.words.paper_words or (is_low and self._is_acronym(run, first))
        if self.folded.startswith(":", run.ends[last - 1]):  # `TNP PHOTO:`
            abbreviated |= last - first - size == 1 and self.text[run.starts[first] : run.ends[first]].isupper()
        return several or abbreviated or run.key(first, last - size) in self.words.known

    def _is_acronym(self, run: Run, at: int) -> bool:
        """Two to five capitals, which can be a body's whole name."""
        word = self.text[run.starts[at] : run.ends[at]]
        return 1 < len(word) <= 5 and word.isupper() and word.isalpha()

    def _is_capital_pair(self, run: Run, at: int) -> bool:
        """`Port Elin PD`: two capitals that end a body's name."""
        start, end = run.starts[at], run.ends[at]
        return end - start == 2 and self.text[start:end].isupper()

    def seam(self, run: Run, first: int, last: int) -> tuple[int, int, str] | None:
        """Where a run without signs holds two names: end of the left, start of the right, and what binds them."""
        for i in range(first + 1, last - 1):
            if run.folds[i] not in self.words.betweens:
                continue
            if joint := self._word_between(run, (first, i), (i + 1, last)):
                return i, i + 1, joint
        for size in range(min(4, last - first - 1), 0, -1):
            for part, rest in (((first, first + size), (first + size, last)), ((last - size, last), (first, last - size))):
                if self._stands_apart(run, part, rest):
                    cut = max(part[0], rest[0])
                    return cut, cut, Joint.SLASH  # `Ann Example Reuters`
        return None

    def _word_between(self, run: Run, left: tuple[int, int], right: tuple[int, int]) -> str | None:
        """What binds two names with a word between them; None where the word belongs to a name."""
        word = run.folds[left[1]]
        if word in self.words.ons and self._is_platform(run.key(*right)):
            return Joint.SLASH  # `moth from Pixabay`
        if word in self.words.ands:
            if all(side[1] - side[0] > 1 and self._is_person(run, *side) for side in (left, right)):
                return Joint.COMMA  # `Anna Berg und Jan Holm`
            return Joint.SLASH if self.is_supplier(run.key(*right)) or self.is_supplier(run.key(*left)) else None
        hit = self.words.known.get(run.keys[left[1]])
        if hit is not None and hit.is_maker and self._is_person(run, *right):
            return Joint.SLASH  # `GAZETTE PHOTOGRAPHER ANN EXAMPLE`
        return None

    def is_weak(self, key: str) -> bool:
        """Whether these squeezed words are a supplier's only beside a sign."""
        hit = self.words.known.get(key)
        return hit is not None and hit.is_weak and key.isalpha()

    def is_supplier(self, key: str) -> bool:
        """Whether the table knows these squeezed words as a supplier."""
        hit = self.words.known.get(key)
        return hit is not None and hit.agency is not None

    def cut(self, start: int, end: int) -> tuple[int, int] | None:
        """End of the first and start of the second of two names that a hyphen or a change of script parts.

        `Ann Example-Imagn Images`, `dpa-Montage`, `AFP時事`.
        """
        at = self.folded.find("-", start, end)
        if at > 0:
            left, right = squeeze(self.folded[start:at]), squeeze(self.folded[at + 1 : end])
            return (at, at + 1) if self.is_supplier(right) or (self.is_supplier(left) and self._is_made(right)) else None
        if self.text.isascii():
            return None
        latin = _LATIN_BEFORE_HAN.match(self.folded, start, end)
        if latin is None or not self.is_supplier(latin.group()) or not self.is_supplier(squeeze(self.folded[latin.end() : end])):
            return None
        return latin.end(), latin.end()

    def _is_made(self, key: str) -> bool:
        """Whether a word says how the picture was made (`Montage`, `Grafik`)."""
        hit = self.words.known.get(key)
        return hit is not None and hit.meaning is not None and hit.meaning.name in _STRONG_HEADS

    def _is_platform(self, key: str) -> bool:
        hit = self.words.known.get(key)
        return hit is not None and hit.agency is not None and hit.agency.kind in _PLATFORMS

    def _stands_apart(self, run: Run, part: tuple[int, int], rest: tuple[int, int]) -> bool:
        """Whether one end of a run is a supplier's name beside another name (`AFP PHOTO ANN EXAMPLE`)."""
        hit = self.words.known.get(run.key(*part))
        if hit is None or hit.agency is None:
            return False
        beside = self.words.known.get(run.key(*rest))
        if beside is not None and beside.agency is not None:
            return True
        is_account = self.text[run.starts[rest[0]]] == "@" or (rest[0] > part[0] and hit.agency.kind is _NETWORK)
        if is_account and not hit.is_weak:  # `Instagram @example`, `Facebook Hasiči Elin`
            return True
        if hit.is_weak:  # `ANA MARIA OLMEDO`: no sign parts the short name from the rest
            return False
        if part[1] - part[0] > 1 or self._is_person(run, *rest):
            return True
        return is_eastern_name(self.text[run.starts[rest[0]] : run.ends[rest[1] - 1]])

    def glued(self, start: int, end: int) -> tuple[Known, int, int] | None:
        """A label that a script without spaces glues to either end of the name (`平沢花子撮影`), and where it stands."""
        rest = self.folded[start:end]
        if not rest or rest[0] in _JAPANESE_PARTICLES:
            return None
        if tail := self.words.glued_tails.search(rest, 1):
            return self.words.known[squeeze(tail.group())], start + tail.start(), end
        head = self.words.glued_heads.match(rest, 0, len(rest) - 1)
        if head is None or not self._heads_apart(head.group(), rest[head.end() :]):
            return None
        return self.words.known[squeeze(head.group())], start, start + head.end()

    def _heads_apart(self, mark: str, rest: str) -> bool:
        """Whether what is glued to the front is a label or supplier (`中央社記者王大明`), not the first word of a caption."""
        hit = self.words.known[squeeze(mark)]
        if _MIXED.search(rest):
            return False
        if hit.is_maker or (hit.agency is not None and rest[0] == " ") or rest[0] == "・":
            return True
        return squeeze(rest) in self.words.known or self.words.glued_heads.match(rest) is not None

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The run without the signs and particles that parted it from a glued label."""
        run = self.folded[start:end]
        return start + len(run) - len(run.lstrip(EDGE + "・")), end - len(run) + len(run.rstrip(EDGE + "のより"))
