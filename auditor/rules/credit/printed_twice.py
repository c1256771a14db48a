"""Name printed twice in one credit

Two fields of a content system hold the same name and the page prints both. Harmless, but it looks careless and breaks
programs that read credits.
"""

from collections.abc import Iterator

from auditor.model import Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, in_caption


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each person who stands twice in the credit line."""
    credit = item.credit
    for creator in credit.creators if credit else ():
        if credit and credit.line.casefold().count(creator.printed.casefold()) > 1:
            yield Hit(message=f"{creator.name} stands twice in the credit.", span=in_caption(item, creator.span))


RULE = Rule(
    id="credit/printed-twice",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/dpa | Lena Ostrow", at="Lena Ostrow"),),
    good=(Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/dpa"),),
)
