"""The site's own picture stands in for one

Where a story has no picture, content systems put one in: `no-image.png`, the card that networks show for links, the site's
logo. On a published story it says that somebody forgot the picture. It is known by the name of its file, where no word but
such ones (and the house's own name) stands in it. A stand-in without a caption is sure; a logo, or a card, may be what the
story is about, so there a person has to look. That the card alone, which no reader of the page sees, is a default one is not
looked for.
"""

from collections.abc import Iterator

from auditor.identity.default_pictures import DefaultKind, default_picture
from auditor.model import Confidence, Field, Hit, MediaItem, Origin, Outcome, Severity, Statement
from auditor.rules.base import Context, Example, Rule


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A picture of which every address has such a name."""
    kind = default_picture(item, context.page.url) if item.kind.is_picture else None
    if kind is None or not item.url:
        return
    sure = kind is DefaultKind.STAND_IN and not item.caption
    yield Hit(
        message=f"By the name of its file the picture is the site's own, a {kind.value}.",
        related=(Statement(field=Field.TITLE, value=item.url, origin=Origin.URL, locator=item.url),),
        confidence=Confidence.HIGH if sure else Confidence.LOW,
        outcome=Outcome.FAIL if sure else Outcome.CANNOT_TELL,
    )


RULE = Rule(
    id="page/default-picture",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(
        Example(image="https://news.example/static/no-image.png"),
        Example(image="https://news.example/img/og-image-default-1200x630.jpg"),
        Example(caption="The new sign of the firm.", image="https://news.example/assets/wordmark.png"),
    ),
    good=(
        Example(image="https://news.example/missing-ferry.jpg"),
        Example(image="https://news.example/2026/loan-default.jpg"),
        Example(image="https://news.example/9f3b/default.jpg"),
    ),
)
