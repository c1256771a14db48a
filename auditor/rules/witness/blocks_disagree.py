"""Blocks inside the picture file disagree

EXIF, IIM and XMP can each name maker, credit, owner and day. Where they differ one of them was edited alone, and which
of them a program prints is chance. Case, spaces, order of names, IIM's length limits and coarser dates are no
disagreement.
"""

from collections.abc import Iterator

from auditor.model import Field, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, not_checked

_ASKED = {
    Field.CREATOR: "maker",
    Field.CREDIT_LINE: "credit",
    Field.SOURCE: "source",
    Field.COPYRIGHT_NOTICE: "copyright notice",
    Field.DATE_CREATED: "day of making",
}


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each field about rights or date on which the blocks differ."""
    if item.file is None:
        if item.kind.is_picture:
            yield not_checked("no picture file is at hand")
        return
    for field in item.file.disagreements:
        if field in _ASKED:
            said = tuple(s for s in item.file.metadata.statements if s.field is field)
            words = "; ".join(f"{s.origin.upper()} “{s.value}”" for s in said)
            yield Hit(message=f"The file does not agree with itself on the {_ASKED[field]}: {words}.", related=said)


RULE = Rule(
    id="witness/blocks-disagree",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries wait in the harbour of Port Elin.",
            embedded=((Field.CREATOR, "Lena Ostrow"),),
            exif_artist="Jonas Weyland",
        ),
    ),
    good=(
        Example(
            caption="Ferries wait in the harbour of Port Elin.",
            embedded=((Field.CREATOR, "Lena Ostrow"),),
            exif_artist="LENA OSTROW",
        ),
    ),
)
