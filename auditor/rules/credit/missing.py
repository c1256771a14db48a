"""Picture without a credit

Whose picture is it? Suppliers' contracts and the law of many countries ask for the maker's name at the picture, and
without a credit nobody can tell later under which right it ran. A credit line that only looks filled in is the matter
of `credit/placeholder`; one that stands where no reader sees it of `credit/only-hidden`.

Confidence is low where no words at all stand at a picture of a page that credits others: it may be the still of a player,
a slide whose words a script shows, or furniture. A page that credits nobody has no such excuse.
"""

from collections.abc import Iterator

from auditor.model import Confidence, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, noun
from auditor.rules.verdicts import CreditState, credit_state


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A picture for which neither the page nor its data states a credit."""
    if credit_state(item) is CreditState.MISSING:
        what = f"The lead {noun(item)}" if item.is_lead else f"The {noun(item)}"
        inside = item.file.credits[:1] if item.file else ()
        hint = f"; inside its file stands “{inside[0][0].value}”" if inside else ""
        odd = _is_odd_one_out(item, context)
        more = "; nor do any other words stand at it, though the page credits others" if odd else ""
        yield Hit(
            message=f"{what} has no credit{hint}{more}.",
            related=tuple(statement for statement, _ in inside),
            confidence=Confidence.LOW if odd else Confidence.HIGH,
        )


def _is_odd_one_out(item: MediaItem, context: Context) -> bool:
    """Whether it stands without words on a page that has the habit of crediting."""
    if item.caption and item.caption.strip():
        return False
    return any(credit_state(other) is CreditState.GOOD for other in context.page.media if other.kind.is_picture)


_CREDITED = Example(caption="Crews in a canteen. Photo: Lena Ostrow/Reuters", image="https://news.example/picture-77aa.jpg")

RULE = Rule(
    id="credit/missing",
    since="0.1",
    severity=Severity.BLOCK,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption="Ferries wait in the harbour of Port Elin."),
        Example(),
        Example(also=(_CREDITED,)),
    ),
    good=(
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters"),
        Example(caption="Ferries wait in the harbour of Port Elin. (Facebook)"),
    ),
)
