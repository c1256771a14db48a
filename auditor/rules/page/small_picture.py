"""Picture far smaller than it should be

A thumbnail that was uploaded in place of the picture looks blurred on the page, and often says that the licensed file was
never fetched. Compared is the longer side of the picture's file with the house's least (`least_pixels`; 0 asks for nothing)
and with the other files of the page (`percent_of_others` of their middle one, where there are two or more). Without files
there is nothing to check with: a page can show one file in any size.
"""

from collections.abc import Iterator
from statistics import median

from auditor.model import Field, Hit, MediaItem, Origin, Severity, Statement
from auditor.rules.base import Context, Example, Rule, not_checked

_OTHERS = 2
"""Files beside this one from which on their middle says something."""


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """One hit for a file below the house's least, else for one far below the others."""
    if not item.kind.is_picture:
        return
    side = _longer_side(item)
    if side is None or item.file is None:
        yield not_checked("no file at hand tells the size")
        return
    least = context.policy.number("page/small-picture", "least_pixels")
    if side < least:
        why = f"the house asks for {least:,}"
    else:
        usual = _usual(item, context)
        if side * 100 >= usual * context.policy.number("page/small-picture", "percent_of_others"):
            return
        why = f"the other pictures of the page have about {usual:,}"
    size = f"{item.file.metadata.width} × {item.file.metadata.height}"
    yield Hit(
        message=f"The picture has only {side:,} pixels on its longer side; {why}.",
        related=(Statement(field=Field.TITLE, value=size, origin=Origin.FILE_NAME, locator=item.file.name),),
    )


def _usual(item: MediaItem, context: Context) -> int:
    """The middle of the other pictures' longer sides; 0 where there are too few."""
    sides = [side for other in context.page.media if other is not item and (side := _longer_side(other))]
    return round(median(sides)) if len(sides) >= _OTHERS else 0


def _longer_side(item: MediaItem) -> int | None:
    if item.file is None or not item.kind.is_picture:
        return None
    metadata = item.file.metadata
    return max(metadata.width, metadata.height) if metadata.width and metadata.height else None


_FILE = ((Field.CREATOR, "Lena Ostrow"),)

RULE = Rule(
    id="page/small-picture",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(Example(embedded=_FILE, policy='[options."page/small-picture"]\nleast_pixels = 1200\n'),),
    good=(
        Example(embedded=_FILE),
        Example(embedded=_FILE, policy='[options."page/small-picture"]\nleast_pixels = 40\n'),
        Example(policy='[options."page/small-picture"]\nleast_pixels = 1200\n'),
    ),
)
