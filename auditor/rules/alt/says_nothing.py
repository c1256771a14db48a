"""Alternative text that says only that there is a picture

“Image”, “Photo”, “Article thumbnail image”: a screen reader announces a picture anyway, so the listener hears the same
thing twice and learns nothing. Found where every word is one that labels pictures, in any language of the table, or a
filler (“null”), and where there is no word at all: “...”, “-”, a character that cannot be seen. The finding names such
characters. Blanks alone are no text; they are the matter of `alt/missing`.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache

from auditor.data.load import markers
from auditor.model import Field, Hit, MediaItem, Severity, Span
from auditor.rules.base import Context, Example, Rule

_OF_TEMPLATES = frozenset(
    ("article", "story", "post", "thumbnail", "thumb", "featured", "feature", "main", "lead", "hero", "header", "cover", "banner")
)
"""Words with which content systems fill the attribute."""
_SHOWN = 40
"""Characters of a text without words that a message looks at."""
_FILLERS = frozenset(("alt", "null", "none", "undefined", "untitled", "placeholder", "default", "tbd", "tbc", "todo", "na"))
"""What programs and hurried people write where nothing is known."""
_NOT_KNOWN = ("n/a", "n.a.", "k.a.", "s/o", "n/d", "text", "alt text", "alternative text")
"""The same in words that say something elsewhere."""


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """An alt attribute without a word about what can be seen."""
    alt = item.alt_text or ""
    if not alt.strip() or not (alt.strip().casefold() in _NOT_KNOWN or all(map(_is_label, alt.casefold().split()))):
        return
    said = f"“{alt.strip()}”" if any(map(str.isalnum, alt)) else f"has no word, only {_characters(alt)}: it"
    yield Hit(
        message=f"The alternative text {said} says nothing of what can be seen.", field=Field.ALT_TEXT, span=Span(0, len(alt))
    )


def _is_label(text: str) -> bool:
    """Whether each of its words labels pictures; without a word it does no harm either."""
    return _labels().issuperset("".join(c if c.isalpha() or c == "'" else " " for c in text).split())


def _characters(alt: str) -> str:
    """Each different one: as printed, or by its number where it cannot be seen."""
    different = dict.fromkeys(alt.replace(" ", "")[:_SHOWN])
    return " ".join(c if c.isprintable() and unicodedata.category(c)[0] in "PS" else f"U+{ord(c):04X}" for c in different)


@cache
def _labels() -> frozenset[str]:
    """Words that label pictures, each by itself, and fillers."""
    return (_OF_TEMPLATES | _FILLERS).union(
        word for words in markers().labels.values() for label in words for word in label.split()
    )


RULE = Rule(
    id="alt/says-nothing",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(
        Example(alt="Image", at="Image"),
        Example(alt="Article thumbnail image", at="Article thumbnail image"),
        Example(alt="Foto 1", at="Foto 1", language="de"),
        Example(alt="...", at="..."),
        Example(alt="\u200b", at="\u200b"),
        Example(alt="n/a", at="n/a"),
    ),
    good=(Example(alt="Photo of two white ferries at a pier"), Example(alt=""), Example(alt="A text")),
)
