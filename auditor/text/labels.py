"""Where in a caption a label with its sign stands: `Foto:`, `Photo by`, `Bild ©`, `fot.`.

The signs are found first, then the words before each are looked up: no pattern of a thousand alternatives.
"""

import re
from functools import lru_cache

from auditor.data.load import markers
from auditor.text.normalise import fold, squeeze
from auditor.text.patterns import by_first_letter
from auditor.text.vocabulary import vocabulary

_WORD = re.compile(r"[^\s()\[\]|,;:=/\"©.!?…]+")
_LONGEST = 6
"""Words of the longest label."""
_MOST = 70
"""Characters of the longest label, or more."""
_SIGNS = 15
"""Signs and blanks among the words of a label, at most."""
_END = 3
"""Letters by which most words that close no label are told from those that may."""


@lru_cache(maxsize=1)
def _signs() -> re.Pattern[str]:
    """Signs that close a label, a full stop behind an abbreviation among them, and words that do without a sign (`photo by`)."""
    abbreviated = "|".join(rf"(?<={re.escape(word)}\.)" for word in sorted(_abbreviations()))
    words = "|".join(rf"{branch}(?=\s)" for branch in by_first_letter(_closing_words()))
    return re.compile(rf":|=|©|・|/(?<=[图圖影片源]/)|\(c\)|\.(?=\s)(?:{abbreviated})|{words}")


def _closing_words() -> set[str]:
    return {*vocabulary().after_label, *vocabulary().unsigned, "of"}


@lru_cache(maxsize=1)
def _ends() -> dict[str, dict[str, int]]:
    """The last letters that a label can have before a sign, or before each word that closes one, with the most letters it has."""
    ends: dict[str, dict[str, int]] = {word: {} for word in ("", *_closing_words())}
    for key in filter(_is_label, vocabulary().known):
        for word, longest in ends.items():
            if key.endswith(word):
                for size in range(_END + 1):
                    end = key.removesuffix(word)[-size:] if size else ""
                    longest[end] = max(len(key), longest.get(end, 0))
    return ends


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
    if mark[0] in ":=・/":
        if mark == "/" and folded[at - 1] in "图圖" and not folded[at - 2 : at - 1].isalnum():
            return at - 1  # `图/视觉中国`: everywhere else one sign is too little for a label
        return _words_before(folded, at, cut)
    if at and (folded[at - 1].isalnum() or folded[at - 1] == "_"):
        return None
    if mark in vocabulary().unsigned:
        return None if folded.endswith("known ", 0, at) else at
    return _words_before(folded, at, cut, mark)


def _words_before(folded: str, at: int, cut: int, word: str = "") -> int | None:
    """Start of the longest label that ends before `at`, blanks aside, or with the word that stands there; None without one."""
    low = max(cut, at - _MOST)
    before = folded[low:at].rstrip()
    longest = _ends()[word].get(squeeze(before[-_END:]))
    if longest is None:
        return None
    known, key, found, start = vocabulary().known, word, None, low + len(before)
    words = _WORD.findall(folded, max(low, start - longest - _SIGNS), start)[-_LONGEST:]
    if not words or not before.endswith(words[-1]):
        return None
    for part in reversed(words):
        key = squeeze(part) + key
        if len(key) > longest:
            break
        start = folded.rindex(part, low, start)
        if key in known and (start == low or not folded[start - 1].isalnum()) and _is_label(key):
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
