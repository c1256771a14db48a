"""Picture given out by an interested party

A government, its media or a body with a stake in the story chose what the picture shows. Agencies pass such handouts on
unverified, so readers must be told in the caption who gave it, not in the credit alone. Public bodies, firms, state media
and footage agencies owned by a state come from the table of suppliers. A body that the table does not know counts as one
to be named where the credit calls the picture a handout; where the credit names it in the place of a maker, confidence is
low, and the publisher whose name the page's address holds is none. No finding where the caption already names the party.
"""

from collections.abc import Iterator

from auditor.data.load import agencies
from auditor.model import Confidence, Credit, Flag, Hit, MediaItem, Organisation, OrganisationKind, Relation, Role, Severity
from auditor.rules.base import Context, Example, Rule, in_caption, is_own_house

_KINDS = {
    OrganisationKind.PUBLIC_BODY: "is a public body and supplied this picture itself",
    OrganisationKind.COMPANY: "is a firm and supplied this picture itself",
    OrganisationKind.STATE_MEDIA: "is run by or close to a government and supplied this picture itself",
}


_SEEMS = "seems to have given this picture out"


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each party of the credit with a stake in the picture that the caption does not name."""
    for party in item.credit.organisations if item.credit else ():
        stake = _stake(party, item.credit)
        if stake and not _named(party, item.description or ""):
            if stake is _SEEMS and is_own_house(party.name, context.page.url):
                continue
            yield Hit(
                message=f"{party.name} {stake}: tell readers in the caption.",
                span=in_caption(item, party.span),
                confidence=Confidence.LOW if stake is _SEEMS else Confidence.HIGH,
            )


def _stake(party: Organisation, credit: Credit | None) -> str | None:
    """Why this party is one to be named, None where it is not."""
    if credit is None or party.relation is Relation.CLIENT:
        return None
    if party.kind in _KINDS:
        return _KINDS[party.kind]
    if party.id and agencies()[party.id].owned_by_state:
        return "belongs to a state and supplied this picture itself"
    if party.id or party.relation not in (Relation.PROVIDER, Relation.ORIGINATOR):
        return None
    if Flag.HANDOUT in credit.flags:
        return "gave this picture out"
    return _SEEMS if credit.role is Role.HANDOUT and not credit.names_creator else None


def _named(party: Organisation, description: str) -> bool:
    return any(name.casefold() in description.casefold() for name in (party.name, party.printed))


RULE = Rule(
    id="credit/interested-party",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption="The president walks in the garden.", credit="Pool Pervogo / Handout via Reuters TV", at="Pool Pervogo"),
        Example(caption="A rocket at sunset. Photo: NASA", at="NASA"),
        Example(caption="The new ferry leaves the yard.", credit="Elin Shipyards / Handout via Reuters", at="Elin Shipyards"),
        Example(caption="The new ferry leaves the yard.", credit="Photo: Elin Shipyards/PA Wire", at="Elin Shipyards"),
    ),
    good=(
        Example(caption="The new ferry, in a picture of Elin Shipyards.", credit="Elin Shipyards / Handout via Reuters"),
        Example(caption="The new ferry leaves the yard.", credit="Photo: News Example"),
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters"),
    ),
)
