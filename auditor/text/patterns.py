"""Patterns for many words at once, factored letter by letter: linear, and many times faster than one alternative a word."""

import re
from collections.abc import Iterable
from typing import TypeAlias

_Branch: TypeAlias = "dict[str, _Branch]"
_END = ""


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first.

    >>> any_of(["foto", "fotos", "bild"])
    '(?:bild|foto(?:s)?)'
    """
    return _pattern(_tree(words))


def by_first_letter(words: Iterable[str]) -> list[str]:
    """The same as one alternative for each first letter.

    A pattern whose alternatives all begin with a plain character, and none with a class, a border or a look behind, is searched
    several times as fast: the engine passes over every other character without trying it.

    >>> by_first_letter(["foto", "fotos", "bild"])
    ['bild', 'foto(?:s)?']
    """
    return _alternatives(_tree(words))


def _tree(words: Iterable[str]) -> _Branch:
    root: _Branch = {}
    for word in words:
        branch = root
        for char in word:
            branch = branch.setdefault(char, {})
        branch[_END] = {}
    return root


def _pattern(branch: _Branch) -> str:
    parts = _alternatives(branch)
    if not parts:
        return ""
    optional = "?" if _END in branch else ""
    return parts[0] if len(parts) == 1 and not optional else f"(?:{'|'.join(parts)}){optional}"


def _alternatives(branch: _Branch) -> list[str]:
    parts = []
    for char in sorted(branch):
        if char is not _END:
            tail = branch[char]
            text = re.escape(char)
            while len(tail) == 1 and _END not in tail:
                char, tail = next(iter(tail.items()))
                text += re.escape(char)
            parts.append(text + _pattern(tail))
    return parts
