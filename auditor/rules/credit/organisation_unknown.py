"""Organisation that the table of suppliers does not know

It may be a small supplier, a misspelling, or a person's name that was taken for a body. Worth one look; a note, because
most are honest. The giver of a handout is the matter of `credit/interested-party`, and neither the client of a
commission nor the publisher whose name the page's address holds need be known.
"""

from collections.abc import Iterator

from auditor.model import Confidence, Hit, MediaItem, Relation, Severity
from auditor.rules.base import Context, Example, Rule, in_caption, is_own_house


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each organisation without an entry that supplies or distributes."""
    for organisation in item.credit.organisations if item.credit else ():
        supplies = organisation.relation not in (Relation.PROVIDER, Relation.CLIENT)
        if organisation.id is None and supplies and not is_own_house(organisation.name, context.page.url):
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
    good=(
        Example(caption="Lifeboat crew at drill in Port Elin. Photo: Lena Ostrow/Reuters"),
        Example(caption="Lifeboat crew at drill in Port Elin.", credit="Photo: Lena Ostrow/News Example"),
    ),
)
