"""Alternative text repeats the caption

A screen reader speaks both, one after the other. The alternative text should say what can be seen; the caption what it
means, who and when. The credit line is left out of the comparison.
"""

from collections.abc import Iterator

from auditor.model import Field, Hit, MediaItem, Severity, Span
from auditor.rules.base import Context, Example, Rule, same_words


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Equal words in both places."""
    alt = item.alt_text or ""
    for text in (item.description, item.caption):
        if text and same_words(text, alt):
            yield Hit(message="The alternative text repeats the caption.", field=Field.ALT_TEXT, span=Span(0, len(alt)))
            return


RULE = Rule(
    id="caption/same-as-alt",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters",
            alt="Ferries wait in the harbour of Port Elin.",
            at="Ferries wait in the harbour of Port Elin.",
        ),
    ),
    good=(Example(caption="Ferries wait in the harbour of Port Elin.", alt="Two white ferries at a pier"),),
)
