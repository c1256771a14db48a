"""Picture without a credit

Whose picture is it? Suppliers' contracts and the law of many countries ask for the maker's name at the picture, and
without a credit nobody can tell later under which right it ran. A credit line that only looks filled in is the matter
of `credit/placeholder`; one that stands where no reader sees it of `credit/only-hidden`.

Confidence is low, and the finding warns at most, where it may be no picture of the story, or where its words may stand
elsewhere:

- the picture's address or the names of the elements around it speak of a video or a player: most likely a still that the
  player shows, whose makers the film names;
- by the name of its file it is a stand-in of the site (`page/default-picture`);
- two prices stand at it, or one in a line of its own: most likely an offer of a shop;
- its caption ends in what may be a credit in a form that is not known: a name in a part of its own, in brackets, behind a
  stroke or a full stop, a name in capitals, words behind a label (“Photo by the author.”);
- no words at all stand at it, on a page that credits others: the still of a player, a slide whose words a script shows, or
  furniture (a page that credits nobody has no such excuse);
- no words stand at it, and its alternative text is a whole sentence, as captions are: a script may show the caption.

The frame of a platform (a post, a chart) to which the page adds no words shows its author itself, where no page can tell
it: it is not checked.
"""

from collections.abc import Iterator

from auditor.model import Confidence, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, not_checked, noun
from auditor.rules.doubt import doubt, may_end_in_credit
from auditor.rules.verdicts import CreditState, credit_state, is_frame


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A picture for which neither the page nor its data states a credit."""
    if credit_state(item) is not CreditState.MISSING:
        return
    if is_frame(item) and not context.policy.names_media_of("credit/missing"):
        yield not_checked("the frame of a platform shows its author itself")
        return
    inside = item.file.credits[:1] if item.file else ()
    why = doubt(item, context) or (_TAIL if may_end_in_credit(item.caption or "") else None)
    asides = (
        "It leads the story." if item.is_lead else None,
        f"Inside its file stands “{inside[0][0].value}”." if inside else None,
        why,
    )
    yield Hit(
        message=f"The {noun(item)} has no credit.",
        aside=" ".join(filter(None, asides)) or None,
        related=tuple(statement for statement, _ in inside),
        confidence=Confidence.LOW if why else Confidence.HIGH,
    )


_TAIL = "Its caption ends in words that may be one, in a form that is not known."
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
        Example(caption="Ferries wait in the harbour of Port Elin on Saturday LENA OSTROW QUAYLE VANE"),
        Example(caption="Ferries wait in the harbour of Port Elin (Quayle Vane Ostrow)"),
        Example(caption="Ferries wait in the harbour of Port Elin.", image="https://video.news.example/ferries/9f3b.jpg"),
    ),
    good=(
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters"),
        Example(caption="Ferries wait in the harbour of Port Elin. (Facebook)"),
    ),
)
