"""Frame of a film that is not marked as one

A supplier of footage made this picture: it is a frame of a moving picture, often of lower quality and out of its
sequence, and agencies ask for words that say so (`still from video`). No finding where the credit or the caption calls
it a still, a screenshot, video or footage.
"""

from collections.abc import Iterator

from auditor.data.load import markers
from auditor.model import Hit, MediaItem, Medium, OrganisationKind, Role, Severity
from auditor.rules.base import Context, Example, Rule, in_caption


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A still picture credited to a supplier of footage, without a word of it."""
    credit = item.credit
    if credit is None or not item.kind.is_picture or credit.role is Role.SCREENGRAB or credit.medium is Medium.SCREENSHOT:
        return
    supplier = next((o for o in credit.organisations if o.kind is OrganisationKind.FOOTAGE), None)
    if supplier and not _is_marked(f"{item.caption or ''} {credit.line}".casefold().replace(supplier.printed.casefold(), " ")):
        yield Hit(
            message=f"{supplier.name} supplies footage; say that the picture is a frame of a video.",
            span=in_caption(item, supplier.span),
        )


def _is_marked(text: str) -> bool:
    vocabulary = markers()
    words = vocabulary.word_classes["footage"]
    phrases = (phrase for name in ("still", "screengrab") for said in vocabulary.meanings[name].words.values() for phrase in said)
    plain = f" {' '.join(''.join(c if c.isalnum() else ' ' for c in text).split())} "
    return any(f" {phrase.replace('-', ' ')} " in plain for phrase in (*words, *phrases))


RULE = Rule(
    id="credit/footage-unmarked",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour of Port Elin. Photo: Reuters TV", at="Reuters TV"),),
    good=(
        Example(caption="Ferries wait in the harbour of Port Elin, in a still from video. Reuters TV"),
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters"),
    ),
)
