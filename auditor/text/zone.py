"""Where in a caption the credit line stands: of the places where one can begin, the first that parses as nothing but a credit."""

import re
from functools import lru_cache
from itertools import chain

from auditor.text.candidates import BEFORE, MAX_LINE, MAX_TAIL, candidates, next_character, opening_bracket
from auditor.text.credit_parser import Reading, read_line
from auditor.text.evidence import is_credit
from auditor.text.labels import label_starts
from auditor.text.normalise import squeeze, with_line_breaks
from auditor.text.place import Place
from auditor.text.vocabulary import vocabulary

_PROSE = re.compile(r"\s(?:[a-zà-öø-ÿа-яё'’\-]+,?\s){4}")
"""Four words in lower case on end, with the space before them: no name, no chain of names."""
_KOREAN_SENTENCE = re.compile(r"[가-힣]\.\s")
_COLON = re.compile(r"\w+:")


def find_credit(text: str, folded: str, where: str | None) -> tuple[int, int, Reading] | None:
    """Start, end and reading of the credit line inside a caption; None where it holds none."""
    seen = set()
    folded, end = with_line_breaks(text, folded), len(text.rstrip())
    cut = max(0, end - MAX_TAIL)
    labels = [at for at in label_starts(folded, cut) if not _is_inside_prose(text, folded, at)]
    bracket = opening_bracket(folded, len(text.rstrip(" .\n")))
    may_be_whole = end <= MAX_LINE and not _is_prose(text)
    places = candidates(text, folded, where, labels)
    if may_be_whole and _is_one_credit(text, folded, labels):
        places = chain(((len(text) - len(text.lstrip()), end),), places)
    for start, stop in places:
        if text[start : start + 1] in BEFORE:
            start = next_character(text, start, BEFORE)
        if start >= stop or (start, stop) in seen or (start > bracket >= 0 and start not in labels):
            continue
        seen.add((start, stop))
        line, folded_line = text[start:stop], folded[start:stop]
        if not (may_be_whole and start == 0) and start not in labels and _is_prose(line):
            continue
        reading = read_line(line, folded_line, stops_at_prose=True)
        if is_credit(reading, folded_line, Place(where, folded[:start], folded[stop:])):
            if folded[start - 1 : start] == "(" and folded_line.count(")") > folded_line.count("("):
                start -= 1  # `(Photo: Ann Example) desk@news.example`
                reading = read_line(text[start:stop], folded[start:stop], stops_at_prose=True)
            return start, stop, reading
    return None


def _is_one_credit(text: str, folded: str, labels: list[int]) -> bool:
    """Whether nothing but a credit stands before any of the labels, or before the equals sign that closes a Japanese caption."""
    return all(_is_attached(text, folded, at) for at in labels) and (
        (at := folded.find("=")) < 1 or _is_attached(text, folded, at)
    )


def _is_prose(text: str) -> bool:
    if len(text.split(None, 4)) > 3 and _PROSE.search(f" {text}") is not None:
        return True
    return not text.isascii() and _KOREAN_SENTENCE.search(text) is not None


@lru_cache(maxsize=1)
def _words_before_a_thing() -> frozenset[str]:
    words = vocabulary()
    return (words.prose_words | words.indefinite | words.articles | words.before_thing) - words.ons


def _is_inside_prose(text: str, folded: str, at: int) -> bool:
    """`He shared a photo by Ann Example`, `Im Bild: Ann Example`: a label after a word in lower case or an article."""
    if not at:
        return False
    before = text[max(0, at - 2) : at]
    if text[at].islower() and len(before) == 2 and before[0].islower() and before[1] == " ":
        label = _COLON.match(folded, at)  # `at the press briefing foto: Ann Example`
        return label is None or label.group()[:-1] not in vocabulary().photo_labels
    if not before.endswith(" "):
        return False
    return not _words_before_a_thing().isdisjoint(folded[max(0, at - 12) : at].split()[-1:])


def _is_attached(text: str, folded: str, at: int) -> bool:
    """Whether what stands before a label is part of the same credit: nothing, a sign, or a credit of its own."""
    lead = folded[:at].rstrip()
    before = lead.rstrip(" ([|-;,/")
    if not before or (lead[-1] == "/" and not lead.endswith(" /")) or squeeze(before) in vocabulary().known:
        return True
    if at < 20 and _opens_with_supplier(folded):
        return True
    if lead[-1] in "([":
        return False
    head = read_line(text[: len(before)], before, stops_at_prose=True)
    return is_credit(head, before, Place(None))


def _opens_with_supplier(folded: str) -> bool:
    """Whether one to three words at the start are a supplier's name."""
    known, key = vocabulary().known, ""
    for word in folded.split(None, 3)[:3]:
        key += squeeze(word)
        hit = known.get(key)
        if hit is not None and hit.agency is not None:
            return True
    return False
