"""Values that only look filled in: blanks, invisible characters, lone signs, `n/a`, a file's name."""

from auditor.data.file_names import is_file_name, may_be_file_name
from auditor.text.normalise import INVISIBLE, squeeze

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
    if folded[:1].isalpha() and len(folded) > 12 and not may_be_file_name(folded):
        return None
    key = squeeze(folded)
    if key:
        if key in _EMPTY_WORDS and "NAN" not in text:  # an agency of that name prints capitals
            return f"only a filler (“{text.strip()}”)"
        return f"only a file name (“{text.strip()}”)" if is_file_name(text) else None
    if not text:
        return "empty"
    if text.isspace() or all(c.isspace() or c in INVISIBLE for c in text):
        return f"only invisible characters ({_named(text)})"
    return f"only punctuation ({_named(text)})"


def _named(text: str) -> str:
    """Each different character once: a sign as printed, an invisible one by its number."""
    shown = {c: c if c.isprintable() and not c.isspace() and c not in INVISIBLE else f"U+{ord(c):04X}" for c in text[:200]}
    if len(shown) > 1:
        shown.pop(" ", None)
    return " ".join(shown.values())
