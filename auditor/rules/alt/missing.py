"""Picture without alternative text

Readers who hear the page instead of seeing it learn nothing of the picture. An empty text is right for decoration
alone, which a news picture is not. Plain text has no alternative texts, so it is not asked for them.
"""

from collections.abc import Iterator

from auditor.model import Field, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A picture of a page with mark-up whose alt attribute is absent or blank."""
    if item.kind.is_picture and item.urls and not (item.alt_text or "").strip():
        yield Hit(message="The picture has no alternative text.", field=Field.ALT_TEXT)


RULE = Rule(
    id="alt/missing",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(Example(alt=None), Example(alt=" ")),
    good=(Example(alt="Two white ferries at a pier"),),
)
