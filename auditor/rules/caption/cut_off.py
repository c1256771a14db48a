"""Caption cut off

A caption that ends in an ellipsis was most likely cut by a program that wanted a teaser. What was lost can be the
place, the date or the credit, which agencies put last.
"""

from collections.abc import Iterator

from auditor.model import Confidence, Hit, MediaItem, Severity, Span
from auditor.rules.base import Context, Example, Rule, span_of_words

_MARKS = ("…", "...", "[…]", "[...]")


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A caption whose last words are followed by an ellipsis."""
    span = span_of_words(item)
    words = span.of(item.caption or "").rstrip() if span else ""
    mark = next((m for m in reversed(_MARKS) if words.endswith(m)), None)
    if span and mark and words != mark:
        end = span.start + len(words)
        yield Hit(message="The caption seems to be cut off.", span=Span(end - len(mark), end), confidence=Confidence.LOW)


RULE = Rule(
    id="caption/cut-off",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour of Port Elin, where the crews have been on …", at="…"),),
    good=(Example(caption="“We waited … for nine days”: ferries in the harbour of Port Elin."),),
)
