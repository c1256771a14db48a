"""File name as alternative text

A screen reader spells it out letter by letter. It was taken over when the picture was uploaded.
"""

from collections.abc import Iterator

from auditor.identity.file_names import is_file_name
from auditor.model import Field, Hit, MediaItem, Severity, Span
from auditor.rules.base import Context, Example, Rule


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """An alt attribute that is nothing but a file name."""
    alt = item.alt_text or ""
    if alt.strip() and alt != item.header and is_file_name(alt.strip()):
        yield Hit(
            message=f"The alternative text is only the file name “{alt.strip()}”.", field=Field.ALT_TEXT, span=Span(0, len(alt))
        )


RULE = Rule(
    id="alt/file-name",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(Example(alt="harbour-strike-8841.jpg", at="harbour-strike-8841.jpg"),),
    good=(Example(alt="Two white ferries at a pier"),),
)
