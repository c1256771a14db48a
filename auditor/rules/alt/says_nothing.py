"""Alternative text that says only that there is a picture

“Image”, “Photo”, “Article thumbnail image”: a screen reader announces a picture anyway, so the listener hears the same
thing twice and learns nothing. Found where every word is one that labels pictures, in any language of the table.
"""

from collections.abc import Iterator
from functools import cache

from auditor.data.load import markers
from auditor.model import Field, Hit, MediaItem, Severity, Span
from auditor.rules.base import Context, Example, Rule

_OF_TEMPLATES = frozenset(
    ("article", "story", "post", "thumbnail", "thumb", "featured", "feature", "main", "lead", "hero", "header", "cover", "banner")
)
"""Words with which content systems fill the attribute."""


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """An alt attribute without a word about what can be seen."""
    alt = item.alt_text or ""
    words = "".join(c if c.isalpha() or c == "'" else " " for c in alt.casefold()).split()
    if words and _labels().issuperset(words):
        message = f"The alternative text “{alt.strip()}” says nothing of what can be seen."
        yield Hit(message=message, field=Field.ALT_TEXT, span=Span(0, len(alt)))


@cache
def _labels() -> frozenset[str]:
    """Words that label pictures, each by itself."""
    return _OF_TEMPLATES.union(word for words in markers().labels.values() for label in words for word in label.split())


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
    ),
    good=(Example(alt="Photo of two white ferries at a pier"), Example(alt="")),
)
