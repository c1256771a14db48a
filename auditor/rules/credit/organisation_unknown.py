"""Organisation that the table of suppliers does not know

It may be a small supplier, the publisher's own house, a misspelling, or a person's name that was taken for a body.
Worth one look; a note, because most are honest. The giver of a handout is the matter of `credit/interested-party`, and
the client of a commission need not be known.
"""

from collections.abc import Iterator

from auditor.model import Confidence, Hit, MediaItem, Relation, Severity
from auditor.rules.base import Context, Example, Rule, in_caption


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each organisation without an entry that supplies or distributes."""
    for organisation in item.credit.organisations if item.credit else ():
        if organisation.id is None and organisation.relation not in (Relation.PROVIDER, Relation.CLIENT):
            yield Hit(
                message=f"“{organisation.printed}” is not in the table of suppliers: check the name and its spelling.",
                span=in_caption(item, organisation.span),
                confidence=Confidence.LOW,
            )


RULE = Rule(
    id="credit/organisation-unknown",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption="Lifeboat crew at drill in Port Elin. Photo: Lena Ostrow/Elin Coast Pictures", at="Elin Coast Pictures"),
    ),
    good=(Example(caption="Lifeboat crew at drill in Port Elin. Photo: Lena Ostrow/Reuters"),),
)
