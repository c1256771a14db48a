"""Credit line -> tokens: runs of words, and the signs and relation words between them."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from auditor.data.load import markers
from auditor.text.normalise import fold


class Joint(StrEnum):
    """What stands before a run of words and binds it to the run before."""

    START = "start"
    SLASH = "/"
    BAR = "|"
    COMMA = ","
    SEMICOLON = ";"
    DASH = "-"
    OPEN = "("
    CLOSE = ")"
    COLON = ":"
    SIGN = "©"
    STOP = "."
    VIA = "via"
    FOR = "for"
    BY = "by"


class Token(NamedTuple):
    """A run of words and what binds it to the one before."""

    joint: Joint
    start: int
    end: int
    is_closed: bool = False
    """Whether a slash, bracket, bar, colon, sign or `via` stands on one of its sides: there weak names count."""


_SIGNS = {
    "/": Joint.SLASH,
    "\\": Joint.SLASH,
    "#": Joint.SLASH,
    "|": Joint.BAR,
    ";": Joint.SEMICOLON,
    "•": Joint.SEMICOLON,
    "\n": Joint.SEMICOLON,
    ",": Joint.COMMA,
    "(": Joint.OPEN,
    "[": Joint.OPEN,
    ")": Joint.CLOSE,
    "]": Joint.CLOSE,
    ":": Joint.COLON,
    "=": Joint.COLON,
    "…": Joint.COLON,
    "©": Joint.SIGN,
    "(c)": Joint.SIGN,
    "℗": Joint.SIGN,
    "-": Joint.DASH,
    ".": Joint.STOP,
}
_CLOSING = frozenset(
    (Joint.SLASH, Joint.BAR, Joint.OPEN, Joint.CLOSE, Joint.COLON, Joint.SIGN, Joint.VIA, Joint.SEMICOLON, Joint.BY)
)


@lru_cache(maxsize=1)
def _separators() -> tuple[re.Pattern[str], dict[str, Joint]]:
    relations = markers().relations
    words = {fold(w): Joint(kind) for kind in ("via", "for", "by") for group in relations[kind].values() for w in group}
    any_word = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    abbreviated = "".join(rf"(?<!\b{re.escape(fold(w))})" for w in markers().word_classes["abbreviation"])
    pattern = re.compile(
        rf"""\(c\) | \.\.+ | [/\\\#|;•\n,()\[\]=©℗…] | :(?!//)      # signs
        | (?<!\S)-(?!\S) | (?<!\S)--+(?!\S)                   # a dash that stands alone
        | (?<![\w'])(?:{any_word})(?!\w)                       # relation words
        | (?<=[\w)]{{2}}){abbreviated}\.(?=\s+\w)            # the end of a sentence, not of an initial""",
        re.VERBOSE,
    )
    return pattern, words


def tokenise(folded: str) -> list[Token]:
    """The runs of words of a folded line, each with the joint before it; empty runs keep no token but hand their joint on."""
    pattern, words = _separators()
    tokens: list[Token] = []
    joint, closed, start = Joint.START, False, 0
    for match in pattern.finditer(folded):
        mark = match.group()
        following = _SIGNS.get(mark) or words.get(mark) or (Joint.COLON if mark[0] == "." else Joint.DASH)
        closes = following in _CLOSING
        if _add(tokens, folded, joint, (start, match.start()), closed or closes):
            joint, closed = following, closes
        else:
            joint, closed = _stronger(joint, following), closed or closes
        start = match.end()
    _add(tokens, folded, joint, (start, len(folded)), closed)
    return tokens


def _add(tokens: list[Token], folded: str, joint: Joint, run: tuple[int, int], closed: bool) -> bool:
    start, end = run
    words = folded[start:end]
    start += len(words) - len(words.lstrip(" '\"*_."))
    end -= len(words) - len(words.rstrip(" '\"*_"))
    if start >= end:
        return False
    tokens.append(Token(joint, start, end, closed))
    return True


def _stronger(one: Joint, other: Joint) -> Joint:
    """Which of two neighbouring joints binds: a relation word before a sign, else the later one."""
    return one if one in (Joint.VIA, Joint.FOR, Joint.BY) and other not in (Joint.VIA, Joint.FOR) else other
