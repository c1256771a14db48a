"""Picture given out by an interested party

A government, its media or a body with a stake in the story chose what the picture shows. Agencies pass such handouts on
unverified, so readers must be told in the caption who gave it, not in the credit alone. Public bodies, state media and
footage agencies owned by a state come from the table of suppliers; the giver of what the credit calls a handout whom
the table does not know counts as one to be named too. No finding where the caption already names the party.
"""

from collections.abc import Iterator

from auditor.data.load import agencies
from auditor.model import Credit, Flag, Hit, MediaItem, Organisation, OrganisationKind, Relation, Severity
from auditor.rules.base import Context, Example, Rule, in_caption

_KINDS = {
    OrganisationKind.PUBLIC_BODY: "is a public body and supplied this picture itself",
    OrganisationKind.STATE_MEDIA: "is run by or close to a government and supplied this picture itself",
}


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each party of the credit with a stake in the picture that the caption does not name."""
    for party in item.credit.organisations if item.credit else ():
        if (stake := _stake(party, item.credit)) and not _named(party, item.description or ""):
            yield Hit(
                message=f"{party.name} {stake}: tell readers in the caption.",
                span=in_caption(item, party.span),
            )


def _stake(party: Organisation, credit: Credit | None) -> str | None:
    """Why this party is one to be named, None where it is not."""
    if party.relation is Relation.CLIENT:
        return None
    if party.kind in _KINDS:
        return _KINDS[party.kind]
    if party.id and agencies()[party.id].owned_by_state:
        return "belongs to a state and supplied this picture itself"
    says_handout = credit is not None and Flag.HANDOUT in credit.flags
    gave_it = says_handout and party.id is None and party.relation in (Relation.PROVIDER, Relation.ORIGINATOR)
    return "gave this picture out" if gave_it else None


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
    ),
    good=(
        Example(caption="The new ferry, in a picture of Elin Shipyards.", credit="Elin Shipyards / Handout via Reuters"),
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters"),
    ),
)
