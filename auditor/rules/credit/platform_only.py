"""Only a platform or a formula is credited

“Facebook”, “Internet”, “Supplied”, “DR” say where a picture was found or that somebody has a right in it; they name
nobody. A platform is never the author: name the account and, if different, the maker. Beside a person or an
organisation such words do no harm.
"""

from collections.abc import Iterator

from auditor.model import Hit, MediaItem, OrganisationKind, Severity
from auditor.rules.base import Context, Example, Rule
from auditor.rules.verdicts import CreditState, credit_state


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A credit of nothing but platforms and formulas."""
    credit = item.credit
    if credit is None or credit_state(item) is not CreditState.NOBODY:
        return
    platforms = [o.printed for o in credit.organisations if o.kind is OrganisationKind.SOCIAL_PLATFORM]
    words = " and ".join(f"“{word}”" for word in (*credit.formulas, *platforms))
    yield Hit(
        message=f"Neither maker nor supplier is named, only {words}.",
        span=item.reading.credit_span,
    )


RULE = Rule(
    id="credit/platform-only",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Facebook", at="Photo: Facebook"),
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: DR", at="Photo: DR"),
    ),
    good=(
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Facebook"),
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Reuters"),
    ),
)
