"""Lead picture without a credit

The picture that opens a story is the one that travels: it stands on the front page, in feeds and in every shared link. A house
that lets a missing credit further down pass for a while may still hold back a story whose first picture has none.

Off in the presets, where `credit/missing` blocks for every picture and one fault should be one finding. Of use where a policy
softens that rule:

    [rules]
    "credit/missing" = "warn"
    "page/lead-uncredited" = "block"
"""

from collections.abc import Iterator

from auditor.model import Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule
from auditor.rules.credit.missing import check as check_credit


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """What `credit/missing` says of the lead picture, with its confidence."""
    return check_credit(item, context) if item.is_lead else iter(())


_ON = '[rules]\n"credit/missing" = "off"\n"page/lead-uncredited" = "block"\n'
_OWN = (("width", "1200"),)
"""Structured data that calls a picture the article's own, which makes it the lead."""
_CREDITED = Example(caption="Crews in a canteen. Photo: Lena Ostrow/Reuters", image="https://news.example/picture-77aa.jpg")

RULE = Rule(
    id="page/lead-uncredited",
    since="0.1",
    severity=Severity.BLOCK,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour of Port Elin.", policy=_ON, structured=_OWN, also=(_CREDITED,)),),
    good=(
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters", policy=_ON, structured=_OWN),
        Example(
            caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters",
            policy=_ON,
            structured=_OWN,
            also=(Example(caption="Crews in a canteen.", image="https://news.example/picture-77aa.jpg"),),
        ),
    ),
)
