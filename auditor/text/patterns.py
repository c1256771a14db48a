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
    root: _Branch = {}
    for word in words:
        branch = root
        for char in word:
            branch = branch.setdefault(char, {})
        branch[_END] = {}
    return _pattern(root)


def _pattern(branch: _Branch) -> str:
    parts = []
    for char in sorted(branch):
        if char is not _END:
            tail = branch[char]
            text = re.escape(char)
            while len(tail) == 1 and _END not in tail:
                char, tail = next(iter(tail.items()))
                text += re.escape(char)
            parts.append(text + _pattern(tail))
    if not parts:
        return ""
    optional = "?" if _END in branch else ""
    return parts[0] if len(parts) == 1 and not optional else f"(?:{'|'.join(parts)}){optional}"
