"""Picture without a credit

Whose picture is it? Suppliers' contracts and the law of many countries ask for the maker's name at the picture, and
without a credit nobody can tell later under which right it ran. A credit line that only looks filled in is the matter
of `credit/placeholder`; one that stands where no reader sees it of `credit/only-hidden`.

Confidence is low where it may be no picture of the story, or where its words may stand elsewhere:

- the picture's address or the names of the elements around it speak of a video or a player: most likely a still that the
  player shows, whose makers the film names;
- two prices stand at it: most likely an offer of a shop;
- no words at all stand at it, on a page that credits others: the still of a player, a slide whose words a script shows, or
  furniture (a page that credits nobody has no such excuse);
- no words stand at it, and its alternative text is a whole sentence, as captions are: a script may show the caption.
"""

import unicodedata
from collections.abc import Iterator

from auditor.model import Confidence, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, noun
from auditor.rules.verdicts import CreditState, credit_state

_FILM = ("video", "player")
"""Words in addresses and in the names of elements, in the mark-up of most languages."""
_PRICES = 2
"""Signs of a currency: offers state the old price and the new one."""
_SENTENCE = 6
"""Words that make an alternative text with a full stop a sentence."""


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A picture for which neither the page nor its data states a credit."""
    if credit_state(item) is CreditState.MISSING:
        what = f"The lead {noun(item)}" if item.is_lead else f"The {noun(item)}"
        inside = item.file.credits[:1] if item.file else ()
        hint = f"; inside its file stands “{inside[0][0].value}”" if inside else ""
        doubt = _doubt(item, context)
        yield Hit(
            message=f"{what} has no credit{hint}.",
            aside=doubt,
            related=tuple(statement for statement, _ in inside),
            confidence=Confidence.LOW if doubt else Confidence.HIGH,
        )


def _doubt(item: MediaItem, context: Context) -> str | None:
    """Why a picture may be none of the story after all, or have words elsewhere; a video is what it is."""
    if not item.kind.is_picture:
        return None
    places = (*item.urls, *(s.locator for s in item.statements if not s.origin.is_embedded))
    if any(word in place.casefold() for place in places for word in _FILM):
        return "The page's mark-up speaks of a video, so it may be the still of a player."
    caption = (item.caption or "").strip()
    if sum(unicodedata.category(sign) == "Sc" for sign in caption) >= _PRICES:
        return "Prices stand at it, so it may be an offer of a shop."
    if caption:
        return None
    if any(credit_state(other) is CreditState.GOOD for other in context.page.media if other.kind.is_picture):
        return "Nor do any other words stand at it, though the page credits others."
    alt = (item.alt_text or "").strip()
    if alt.endswith(".") and len(alt.split()) >= _SENTENCE:
        return "Its alternative text is a whole sentence, so a script may show it as the caption."
    return None


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
        Example(caption="Ferries wait in the harbour of Port Elin.", image="https://video.news.example/ferries/9f3b.jpg"),
    ),
    good=(
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters"),
        Example(caption="Ferries wait in the harbour of Port Elin. (Facebook)"),
    ),
)
