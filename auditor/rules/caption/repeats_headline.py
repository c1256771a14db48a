"""Caption repeats the headline

The headline says what the story is about, not what the picture shows. A caption filled with it was most likely filled
by a program.
"""

from collections.abc import Iterator

from auditor.model import Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, same_words


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A description equal to the article's headline."""
    if item.kind.is_picture and item.description and same_words(item.description, context.page.title or ""):
        yield Hit(message="The caption repeats the headline of the article.", span=item.reading.description_span)


RULE = Rule(
    id="caption/repeats-headline",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(
        Example(title="Harbour of Port Elin reopens", caption="Harbour of Port Elin reopens", at="Harbour of Port Elin reopens"),
    ),
    good=(Example(title="Harbour of Port Elin reopens", caption="The first ferry leaves the harbour of Port Elin."),),
)
