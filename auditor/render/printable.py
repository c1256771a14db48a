"""Text from pages made fit for a terminal: nothing in it can move the cursor, change colours or hide, and its width is known."""

import unicodedata
from collections.abc import Iterator

UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Unicode categories that print nothing or steer the terminal: controls, formats (zero-width, direction), lone surrogates."""
FORMULA_SIGNS = tuple("=+-@＝＋－＠")
"""First signs of a formula, in their full-width forms too."""
JOINERS = "\u200c\u200d"
"""Zero-width joiners, which Persian, Indic scripts and emoji need."""


def printable(text: str) -> str:
    """One line of the same text: white space folded, what cannot be seen named (`<U+202E>`)."""
    return visible(" ".join(text.split()))


def printable_path(path: str) -> str:
    """One line, with every space of the path where it was."""
    return visible(path, keeping="")


def visible(text: str, *, keeping: str = "\n\t") -> str:
    """The same text with what cannot be seen named, but for the white space that is `keeping` its place."""
    return "".join(f"<U+{ord(c):04X}>" if _is_unseen(c) and c not in keeping else c for c in text)


def inert(cell: str | int) -> str | int:
    """A cell no spreadsheet takes for a formula (https://owasp.org/www-community/attacks/CSV_Injection); numbers as they are."""
    if isinstance(cell, int):
        return cell
    text = visible(cell)
    return f"'{text}" if text.lstrip().startswith(FORMULA_SIGNS) else text


def _is_unseen(char: str) -> bool:
    if char.isascii():
        return not char.isprintable()
    if ord(char) & 0xFFFE == 0xFFFE:  # noncharacters, which XML refuses
        return True
    return unicodedata.category(char) in UNSEEN and char not in JOINERS


def columns(text: str) -> int:
    """Columns a terminal gives the text: wide East Asian characters take two, combining marks none."""
    return len(text) if text.isascii() else sum(_char_columns(char) for char in text)


def _char_columns(char: str) -> int:
    if unicodedata.combining(char) or char in JOINERS:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cut(text: str, width: int, *, keep_end: bool = False) -> str:
    """The text, ended (begun, with `keep_end`) by `…` where it is wider than `width` columns."""
    if columns(text) <= width:
        return text
    if keep_end:
        return "…" + _head(text[::-1], width - 1)[::-1].lstrip()
    return _head(text, width - 1).rstrip() + "…"


def wrapped(text: str, width: int, *, indent: str = "") -> Iterator[str]:
    """Lines of at most `width` columns, broken at spaces where there are any, each after `indent`."""
    room = width - columns(indent)
    line = ""
    for word in text.split(" "):
        if line and columns(line) + 1 + columns(word) > room:
            yield indent + line
            line = word
        else:
            line = f"{line} {word}" if line else word
        while columns(line) > room:
            head = _head(line, room) or line[0]
            yield indent + head
            line = line[len(head) :]
    yield indent + line


def _head(text: str, width: int) -> str:
    """As many of the first characters as fit."""
    used = 0
    for index, char in enumerate(text):
        used += _char_columns(char)
        if used > width:
            return text[:index]
    return text
