"""Handout or pool picture without its provider

“Handout via Reuters” says that the agency did not make the picture, and leaves out who did. The giver is what a reader
needs to weigh it, and agencies state it in the credit they deliver. So does “Pool via AP”: somebody of the pool took it.
An agency before the word (`Reuters/Pool`) sent the photographer itself.
"""

from collections.abc import Iterator

from auditor.model import Credit, Flag, Hit, MediaItem, OrganisationKind, Role, Severity
from auditor.rules.base import Context, Example, Rule, named_in

_CARRIERS = frozenset(
    (
        OrganisationKind.WIRE,
        OrganisationKind.AGENCY,
        OrganisationKind.STOCK,
        OrganisationKind.FOOTAGE,
        OrganisationKind.SOCIAL_PLATFORM,
    )
)


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A handout in whose credit only those stand who pass pictures on."""
    credit = item.credit
    if credit is None or credit.names_creator or credit.lenders or not credit.organisations:
        return
    kind = _kind(credit)
    if kind and all(o.kind in _CARRIERS for o in credit.organisations):
        yield Hit(
            message=f"The credit calls the picture {kind} but names only {named_in(credit)}, not who provided it.",
            span=item.reading.credit_span,
        )


def _kind(credit: Credit) -> str | None:
    if credit.role is Role.HANDOUT or Flag.HANDOUT in credit.flags:
        return "a handout"
    is_pool = credit.role is Role.POOL or Flag.POOL in credit.flags
    return "a pool picture" if is_pool and Flag.VIA in credit.flags and len(credit.organisations) == 1 else None


RULE = Rule(
    id="credit/handout-provider-missing",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption="The new ferry leaves the yard. Handout via Reuters", at="Handout via Reuters"),
        Example(caption="The new ferry leaves the yard.", credit="Pool via AP", at="Pool via AP"),
    ),
    good=(
        Example(caption="The new ferry leaves the yard.", credit="Elin Shipyards / Handout via Reuters"),
        Example(caption="The new ferry leaves the yard. Photo: Reuters"),
        Example(caption="The new ferry leaves the yard.", credit="Photo: Reuters/Pool"),
    ),
)
