"""Where in a caption a label with its sign stands: `Foto:`, `Photo by`, `Bild ©`, `fot.`.

The signs are found first, then the words before each are looked up: no pattern of a thousand alternatives.
"""

import re
from functools import lru_cache

from auditor.data.load import markers
from auditor.text.normalise import fold, squeeze
from auditor.text.patterns import any_of
from auditor.text.vocabulary import vocabulary

_WORD = re.compile(r"[^\s()\[\]|,;:=/\"©.!?…]+")
_LONGEST = 6
"""Words of the longest label."""
_END = 3
"""Letters by which most words that close no label are told from those that may."""


@lru_cache(maxsize=1)
def _signs() -> re.Pattern[str]:
    """Signs that close a label, a full stop behind an abbreviation among them, and words that do without a sign (`photo by`)."""
    abbreviated = "|".join(rf"(?<={re.escape(word)}\.)" for word in sorted(_abbreviations()))
    return re.compile(rf"[:=©・]|\(c\)|\.(?=\s)(?:{abbreviated})|{any_of(_closing_words())}(?=\s)")


def _closing_words() -> set[str]:
    return {*vocabulary().after_label, *vocabulary().unsigned, "of"}


@lru_cache(maxsize=1)
def _ends() -> dict[str, frozenset[str]]:
    """The last letters that a label can have before a sign, or before each of the words that close one."""
    labels = [key for key in vocabulary().known if _is_label(key)]
    return {
        word: frozenset(key.removesuffix(word)[-_END:] for key in labels if key.endswith(word))
        for word in ("", *_closing_words())
    }


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    """Labels that end in a full stop and open a credit (`fot.`), not those that close one (`nuotr.`)."""
    closing = {fold(word) for group in markers().trailers.values() for word in group}
    return frozenset(word for word in vocabulary().abbreviations if _is_label(word)) - closing


def label_starts(folded: str, cut: int = 0) -> list[int]:
    """Start of every label from `cut` on, in order."""
    starts: list[int] = []
    for sign in _signs().finditer(folded, cut):
        start = _start(folded, sign, cut)
        if start is not None and (not starts or start > starts[-1]):
            starts.append(start)
    return starts


def _start(folded: str, sign: re.Match[str], cut: int) -> int | None:
    mark, at = sign.group(), sign.start()
    if mark[0] in "©(":
        before = _words_before(folded, at, cut)
        return at if before is None else before
    if mark == ".":
        word = re.search(r"\w+$", folded[max(cut, at - 12) : at])
        return max(cut, at - 12) + word.start() if word and word.group() in _abbreviations() else None
    if mark[0] in ":=・":
        return _words_before(folded, at, cut)
    if at and (folded[at - 1].isalnum() or folded[at - 1] == "_"):
        return None
    if mark in vocabulary().unsigned:
        return None if folded.endswith("known ", 0, at) else at
    return _words_before(folded, at, cut, mark)


def _words_before(folded: str, at: int, cut: int, word: str = "") -> int | None:
    """Start of the longest label that ends before `at`, blanks aside, or with the word that stands there; None without one."""
    end, least = at + len(word), 2 if word else 1
    low = max(cut, end - 70)
    last = folded[low:at].rstrip()[-_END:]
    if last.isalnum() and len(last) == _END and last not in _ends()[word]:
        return None
    known, words = vocabulary().known, list(_WORD.finditer(folded, low, end))[-_LONGEST:]
    if not words or folded[words[-1].end() : end].strip():
        return None
    key, found = "", None
    for size, match in enumerate(reversed(words), 1):
        key = squeeze(match.group()) + key
        start = match.start()
        if key in known and size >= least and (start == low or not folded[start - 1].isalnum()) and _is_label(key):
            found = start
    return None if found is None else _with_slash(folded, found, low)


def _with_slash(folded: str, start: int, low: int) -> int:
    """`Foto/Video:` begins with its first word."""
    if folded[start - 1 : start] != "/":
        return start
    before = re.search(r"[^\s()/]+(?=/$)", folded[low:start])
    return low + before.start() if before and _is_label(before.group()) else start


def _is_label(key: str) -> bool:
    known = vocabulary().known.get(key) if len(key) > 1 else None
    entry = known.also if known is not None and known.also is not None else known
    return (
        entry is not None
        and entry.agency is None
        and not entry.is_rank
        and not (entry.meaning is not None and entry.meaning.ignored)
    )
