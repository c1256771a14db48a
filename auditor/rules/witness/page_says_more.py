"""Page says more than the file

The page names a maker, a supplier or a day, and the file, which does hold rights data, has none of that kind. Nothing
contradicts anything: somebody at the desk knew more. But whoever gets the file from the archive next will not, so write
it into the file. A file stripped of all rights data says nothing about the page and is the matter of
`witness/metadata-stripped`.
"""

from collections.abc import Iterator

from auditor.model import Comparison, Field, Hit, MediaItem, PictureFile, Severity
from auditor.rules.base import Context, Example, Rule, not_checked
from auditor.rules.credit.supplier_dropped import SUPPLIERS
from auditor.rules.witness.metadata_stripped import holds_rights
from auditor.rules.witness.page_against_file import contradiction


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """One hit that lists what the file lacks."""
    if not item.kind.is_picture:
        return
    if item.file is None or not holds_rights(item.file.metadata):
        yield not_checked("no picture file with rights data is at hand")
        return
    more = [*_parties(item, item.file), *_day(item, item.file)]
    if more:
        yield Hit(
            message=f"The page says more than the picture file: {', '.join(more)}.",
            span=item.reading.credit_span,
            related=tuple(statement for statement, _ in item.file.credits),
        )


def _parties(item: MediaItem, file: PictureFile) -> Iterator[str]:
    """Maker and supplier, where the file knows none at all; a credit that the file contradicts is not more but other."""
    credit, origin = item.credit, item.reading.credit_origin
    if credit is None or origin is None or not origin.is_displayed or contradiction(item):
        return
    inside = [said for _, said in (*file.credits, *file.owners)]
    if credit.creators and not any(said.creators for said in inside):
        yield f"maker {', '.join(creator.name for creator in credit.creators)}"
    known = [o.name for o in credit.organisations if o.id and o.kind in SUPPLIERS]
    if known and not any(said.organisations for said in inside) and not _states(file, Field.SOURCE):
        yield f"supplier {', '.join(known)}"


def _day(item: MediaItem, file: PictureFile) -> Iterator[str]:
    if item.date and item.date.explicit and not _states(file, Field.DATE_CREATED):
        yield f"date {item.date.value}"


def _states(file: PictureFile, field: Field) -> bool:
    return any(statement.field is field for statement in file.metadata.statements)


RULE = Rule(
    id="witness/page-says-more",
    since="0.1",
    severity=Severity.NOTE,
    comparison=Comparison.SAYS_MORE,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters",
            embedded=((Field.CREDIT_LINE, "Reuters"), (Field.DATE_CREATED, "2026-07-07")),
            at="Photo: Lena Ostrow/Reuters",
        ),
    ),
    good=(
        Example(
            caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters",
            embedded=((Field.CREDIT_LINE, "Lena Ostrow/Reuters"),),
        ),
        Example(
            caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters",
            embedded=((Field.DATE_CREATED, "2026-07-07"),),
        ),
    ),
)
