"""Values that only look filled in: blanks, invisible characters, lone signs, `n/a`, a file's name."""

import re

from auditor.text.normalise import INVISIBLE, squeeze

_FILE_NAME = re.compile(
    r"""(?ix) (?: [\w%+~.,()\[\]\- ]+ \. (?:jpe?g|png|gif|webp|tiff?|hei[cf]|avif|bmp|psd|svg|cr2|nef|dng|mp4|mov|eps)
        | (?:dsc|dscf|dscn|img|pxl|p|gopr|mvimg|image|screenshot)[_\-]?\d{3,}(?:[_\-]\w+)* )"""
)
_EMPTY_WORDS = frozenset(
    (
        "na",
        "none",
        "null",
        "nil",
        "undefined",
        "nan",
        "tba",
        "tbc",
        "tbd",
        "todo",
        "xxx",
        "xx",
        "test",
        "lorem ipsum",
        "nocredit",
        "nocaption",
    )
)


def placeholder_reason(text: str, folded: str) -> str | None:
    """Why a text says nothing, in plain words that name the characters; None for one that says something."""
    if folded[:1].isalpha() and len(folded) > 12 and "." not in folded and not folded[-1].isdigit():
        return None
    key = squeeze(folded)
    if key:
        if key in _EMPTY_WORDS and "NAN" not in text:  # an agency of that name prints capitals
            return f"only a filler (“{text.strip()}”)"
        may_be_file = "." in text or key[-1].isdigit()
        return f"only a file name (“{text.strip()}”)" if may_be_file and is_file_name(text) else None
    if not text:
        return "empty"
    if text.isspace() or all(c.isspace() or c in INVISIBLE for c in text):
        return f"only invisible characters ({_named(text)})"
    return f"only punctuation ({_named(text)})"


def is_file_name(text: str) -> bool:
    """Whether a text is the name of a picture file and nothing else."""
    return len(text) <= 300 and _FILE_NAME.fullmatch(text.strip()) is not None


def _named(text: str) -> str:
    """Each different character once: a sign as printed, an invisible one by its number."""
    shown = {c: c if c.isprintable() and not c.isspace() and c not in INVISIBLE else f"U+{ord(c):04X}" for c in text[:200]}
    if len(shown) > 1:
        shown.pop(" ", None)
    return " ".join(shown.values())
