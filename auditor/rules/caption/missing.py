"""Picture without a caption

A reader who sees a news picture must be told what it shows: who, where, when. Alternative text and the article's
headline do not stand under the picture, so they are no caption; the finding quotes the alternative text where there is
one to start from. A bare credit line is no caption either. Videos and embeds bring their own titles and are not asked
for one, nor is an illustration that is credited as such: it shows nobody whom a caption could name. Confidence is low
where it may be no picture of the story, for the reasons of `credit/missing`.
"""

from collections.abc import Iterator

from auditor.model import Confidence, Hit, MediaItem, Role, Severity
from auditor.rules.base import Context, Example, Rule
from auditor.rules.doubt import doubt


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A picture under which no words but a credit stand."""
    if not item.kind.is_picture or item.description or item.reading.placeholder:
        return
    if item.credit and item.credit.role is Role.ILLUSTRATION:
        return
    alt = f"; its alternative text says “{item.alt_text.strip()}”" if item.alt_text and item.alt_text.strip() else ""
    confidence = Confidence.LOW if doubt(item, context) else Confidence.HIGH
    yield Hit(message=f"No caption stands under the picture{alt}.", confidence=confidence)


RULE = Rule(
    id="caption/missing",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(Example(), Example(caption="Photo: Lena Ostrow/Reuters")),
    good=(
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters"),
        Example(caption="Illustration: Lena Ostrow"),
    ),
)
