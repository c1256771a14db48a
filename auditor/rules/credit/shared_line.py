"""One caption and credit under several pictures

The same words, credit included, stand under two or more pictures. With several names in the line nobody can tell which
picture is whose; with one name, a caption was most likely copied along. Each picture needs its own line, or the line the
places (`left`, `top`). Copies of one picture under the same address are no several pictures.
"""

from collections.abc import Iterator

from auditor.model import Confidence, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """On the first of them."""
    credit = item.credit
    if credit is None or not item.url or not item.description or not item.reading.credit_span:
        return
    same = [other for other in context.page.media if other.caption == item.caption and other.kind.is_picture and other.url]
    addresses = {(other.url or "").partition("?")[0] for other in same}
    if len(addresses) > 1 and same[0] is item:
        several = len(credit.creators) > 1
        open_question = ": whose is which cannot be told" if several else ""
        yield Hit(
            message=f"The same caption and credit stand under {len(addresses)} pictures{open_question}.",
            span=item.reading.credit_span,
            confidence=Confidence.HIGH if several else Confidence.LOW,
        )


_LINE = "Ferries wait in Port Elin and crews talk in a canteen. Photos: Lena Ostrow/Reuters, Jonas Weyland/AP"
_SECOND = Example(caption=_LINE, image="https://news.example/picture-77aa.jpg")

RULE = Rule(
    id="credit/shared-line",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(Example(caption=_LINE, also=(_SECOND,), at="Photos: Lena Ostrow/Reuters, Jonas Weyland/AP"),),
    good=(
        Example(caption="Ferries wait in Port Elin. Photo: Lena Ostrow/Reuters", also=(_SECOND,)),
        Example(caption=_LINE),
    ),
)
