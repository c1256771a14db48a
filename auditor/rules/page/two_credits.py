"""One picture with two credits

The page shows the same picture twice, at the top and in a gallery, and credits different people for it: one of the two is
wrong. Pictures are the same where a supplier's number in their names or captions is. People are compared, initials and
accents aside, and one in common is enough. (A picture shown twice under one address is one picture to the auditor.)
"""

from collections.abc import Iterator

from auditor.model import Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule
from auditor.rules.names import same_person


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """On the first showing, one hit for the first other one that contradicts it."""
    people, numbers = _people(item), _numbers(item)
    if not people or not numbers:
        return
    for other in context.page.media:
        named = _people(other)
        is_again = other.position > item.position and bool(numbers & _numbers(other))
        if is_again and named and not any(same_person(a, b) for a in people for b in named):
            yield Hit(
                message=f"{', '.join(people)} is credited here, {', '.join(named)} for the same picture further down.",
                span=item.reading.credit_span,
            )
            return


def _people(item: MediaItem) -> list[str]:
    return [creator.name for creator in item.credit.creators] if item.credit else []


def _numbers(item: MediaItem) -> set[tuple[str, str]]:
    return {(asset.supplier, asset.id) for asset in item.asset_ids}


_IMAGE = "https://news.example/GettyImages-1228224227.jpg"
_CROP = Example(
    caption="The harbour of Port Elin on Monday.",
    credit="Photo: Jonas Weyland/Getty Images",
    image="https://news.example/crop-gettyimages-1228224227-pier.jpg",
)

RULE = Rule(
    id="page/two-credits",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries wait in Port Elin.",
            credit="Photo: Lena Ostrow/Getty Images",
            image=_IMAGE,
            at="Photo: Lena Ostrow/Getty Images",
            also=(_CROP,),
        ),
    ),
    good=(
        Example(caption="Ferries wait in Port Elin.", credit="Photo: J. Weyland/Getty Images", image=_IMAGE, also=(_CROP,)),
        Example(caption="Ferries wait in Port Elin.", credit="Photo: Lena Ostrow/Reuters", also=(_CROP,)),
    ),
)
