"""Text as it is compared: folded character by character, so that every offset still points into the original.

A fold has the length of its source. Case, accents, width and the many spaces, quotes and dashes go; nothing moves.
"""

import re
import unicodedata

INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061"
    "\u2062\u2063\u2064\ufe0e\ufe0f\ufeff\u3164\uffa0"
)
"""Characters that print nothing (Unicode: default ignorable, with the Hangul fillers that print a blank)."""

_SAME = {
    **dict.fromkeys(INVISIBLE, " "),
    **dict.fromkeys("‘’‚‛′`´ʼ＇", "'"),
    **dict.fromkeys("“”„‟«»″「」『』《》", '"'),
    **dict.fromkeys("‐‑‒–−﹣－", "-"),
    **dict.fromkeys("【［〔〈", "["),
    **dict.fromkeys("】］〕〉", "]"),
    **dict.fromkeys("、，､،", ","),
    **dict.fromkeys("•●∙▪", "•"),
    **dict.fromkeys("¦│￨—―", "|"),
    **dict.fromkeys("।۔։።။។", "."),
    **dict.fromkeys("՝፦៖", ":"),
    "ⓒ": "©",
    "Ⓒ": "©",
    "⁄": "/",
    "∕": "/",
    "İ": "i",
    "ı": "i",
    "ß": "s",
    "ø": "o",
    "Ø": "o",
    "ł": "l",
    "Ł": "l",
    "đ": "d",
    "Đ": "d",
    "æ": "a",
    "Æ": "a",
}


class _Fold(dict[int, str]):
    """One character's fold, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = _SAME.get(char) or _base(char)
        self[code] = folded
        return folded


def _base(char: str) -> str:
    """The letter without width, accent and case; the character in small where that would not be one character."""
    if char.isspace():
        return " "
    plain = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c)).lower()
    return plain if len(plain) == 1 else _composed(char)


def _composed(char: str) -> str:
    lower = unicodedata.normalize("NFKC", char).lower()
    return lower if len(lower) == 1 else char.lower()


_FOLD = _Fold()
_NOT_LETTERS = re.compile(r"[\W_]+")
_UNCOMMON = re.compile(r"[^ -_a-~]+")
"""What lower case alone does not fold."""
_WORDS = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")

# Most text is ASCII: as bytes it is translated ten times as fast.
_ASCII_FOLD = bytes.maketrans(b"\t\n\v\f\r`ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"     'abcdefghijklmnopqrstuvwxyz")
_ASCII_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
_ASCII_WORDS = bytes.maketrans(_ASCII_SIGNS, b" " * len(_ASCII_SIGNS))


def fold(text: str) -> str:
    """The text as it is compared, of the same length.

    >>> fold("Ｐhoto：\u00a0TÉLAM")
    'photo: telam'
    """
    if text.isascii():
        return text.encode().translate(_ASCII_FOLD).decode()
    return _UNCOMMON.sub(_folded, text).lower()


def _folded(match: re.Match[str]) -> str:
    return match.group().translate(_FOLD)


def with_line_breaks(text: str, folded: str) -> str:
    """The fold with the line breaks of the text, which part names as a bar does."""
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(folded[at : at + len(line)])
        at += len(line) + 1
    return "\n".join(lines)


def squeeze(folded: str) -> str:
    """Only the letters and digits of a folded text: the key under which names and words are looked up."""
    joined = folded.replace(" ", "")
    if joined.isalnum():
        return joined
    return joined.encode().translate(None, _ASCII_SIGNS).decode() if joined.isascii() else _NOT_LETTERS.sub("", joined)


def words_in(folded: str) -> set[str]:
    """The different words of a folded text: one look at them tells most tables that none of their phrases stands there."""
    if folded.isascii():
        return set(folded.encode().translate(_ASCII_WORDS).decode().split())
    return set(_WORDS.findall(folded))


def word_keys(words: list[str]) -> list[str]:
    """The key of each folded word; scripts of India and Thailand write marks inside words, which keys do not hold."""
    return words if "".join(words).isalnum() else [squeeze(word) for word in words]


def phrase_key(phrase: str) -> str:
    """The key of a phrase of the tables."""
    return squeeze(fold(phrase))
