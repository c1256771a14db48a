"""Page credits another person than its own data

The credit at the picture and the one in the page's structured data, which search engines print, come from two fields of
the content system, and one was changed without the other. People are compared, initials and accents aside; one in
common is enough. Where either side names nobody there is no finding.
"""

from collections.abc import Iterator

from auditor.model import Comparison, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule
from auditor.rules.names import same_person


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A displayed credit that shares no person with the credits in the page's data."""
    origin = item.reading.credit_origin
    if item.credit is None or origin is None or not origin.is_displayed:
        return
    printed = [creator.name for creator in item.credit.creators]
    declared = [(s, creator.name) for s, credit in item.reading.declared_credits for creator in credit.creators]
    if printed and declared and not any(same_person(one, other) for one in printed for _, other in declared):
        others = ", ".join(dict.fromkeys(name for _, name in declared))
        yield Hit(
            message=f"The page credits {', '.join(printed)}; its own data names {others}.",
            span=item.reading.credit_span,
            related=tuple(dict.fromkeys(statement for statement, _ in declared)),
        )


RULE = Rule(
    id="witness/page-against-data",
    since="0.1",
    severity=Severity.WARN,
    comparison=Comparison.CONTRADICTION,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries wait in the harbour of Port Elin.",
            credit="Photo: Lena Ostrow/Reuters",
            structured=(("creditText", "Jonas Weyland/Reuters"),),
            at="Photo: Lena Ostrow/Reuters",
        ),
    ),
    good=(
        Example(
            caption="Ferries wait in the harbour of Port Elin.",
            credit="Photo: Lena Ostrow/Reuters",
            structured=(("creditText", "L. Ostrow via Reuters"),),
        ),
        Example(
            caption="Ferries wait in the harbour of Port Elin.",
            credit="Photo: Lena Ostrow/Reuters",
            structured=(("creditText", "Reuters"),),
        ),
    ),
)
