"""Copyright notice inside the file names another owner

The notice inside the file and the credit on the page share neither a person nor a supplier. A photographer's employer
or heir may own the copyright, so confidence is low: look up the right before the picture runs. People are compared with
people and suppliers that the table knows with such suppliers; a notice that names neither contradicts nothing.
"""

from collections.abc import Iterator

from auditor.model import Comparison, Confidence, Credit, Field, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, named_in, not_checked
from auditor.rules.names import same_person


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """One hit where no notice of the file agrees with the credit."""
    credit = item.credit
    if credit is None or not credit.names_anybody:
        return
    if item.file is None or not item.file.owners:
        yield not_checked("no picture file with a copyright notice is at hand")
        return
    owners = [pair for pair in item.file.owners if _agrees(credit, pair[1]) is not None]
    if owners and not any(_agrees(credit, owner) for _, owner in owners):
        yield Hit(
            message=f"The page credits {_told(credit)}; the copyright notice inside the file is “{owners[0][0].value}”.",
            span=item.reading.credit_span,
            related=tuple(statement for statement, _ in owners),
            confidence=Confidence.LOW,
        )


def _agrees(credit: Credit, owner: Credit) -> bool | None:
    """Whether both name a person or a supplier in common; None where one names only people and the other only suppliers."""
    suppliers = [{o.id for o in side.organisations if o.id} for side in (credit, owner)]
    answers = []
    if credit.creators and owner.creators:
        answers.append(any(same_person(a.name, b.name) for a in credit.creators for b in owner.creators))
    if all(suppliers):
        answers.append(bool(suppliers[0] & suppliers[1]))
    return any(answers) if answers else None


def _told(credit: Credit) -> str:
    return ", ".join(creator.name for creator in credit.creators) or named_in(credit)


RULE = Rule(
    id="rights/copyright-other-owner",
    since="0.1",
    severity=Severity.WARN,
    comparison=Comparison.CONTRADICTION,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries in Port Elin. Photo: Lena Ostrow/Reuters",
            embedded=((Field.COPYRIGHT_NOTICE, "© 2026 Jonas Weyland"),),
            at="Photo: Lena Ostrow/Reuters",
        ),
    ),
    good=(
        Example(
            caption="Ferries in Port Elin. Photo: Lena Ostrow/Reuters",
            embedded=((Field.COPYRIGHT_NOTICE, "Copyright 2026 Reuters"),),
        ),
        Example(
            caption="Ferries in Port Elin. Photo: Lena Ostrow/Reuters",
            embedded=((Field.COPYRIGHT_NOTICE, "All rights reserved"),),
        ),
    ),
)
