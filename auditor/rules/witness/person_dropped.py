"""Page leaves out the person whom the file names

The file says who made the picture, the page credits the agency alone. Suppliers ask for both, and the name is at hand:
the finding quotes it.
"""

from collections.abc import Iterator

from auditor.model import Comparison, Field, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, named_in, not_checked


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A credit without a person beside a file that names one."""
    credit = item.credit
    if credit is None or credit.names_creator or not credit.names_anybody:
        return
    if item.file is None or not item.file.credits:
        yield not_checked("no picture file with a credit inside is at hand")
        return
    named = [(statement, creator.name) for statement, inside in item.file.credits for creator in inside.creators]
    if named:
        people = ", ".join(dict.fromkeys(name for _, name in named))
        yield Hit(
            message=f"The picture file names {people}; the page credits only {named_in(credit)}.",
            span=item.reading.credit_span,
            related=tuple(statement for statement, _ in named),
            suggestion=f"{people}/{named_in(credit)}",
        )


RULE = Rule(
    id="witness/person-dropped",
    since="0.1",
    severity=Severity.WARN,
    comparison=Comparison.SAYS_LESS,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries wait in the harbour of Port Elin. Photo: Reuters",
            embedded=((Field.CREATOR, "Lena Ostrow"),),
            at="Photo: Reuters",
        ),
    ),
    good=(
        Example(
            caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters",
            embedded=((Field.CREATOR, "Lena Ostrow"),),
        ),
        Example(caption="Ferries wait in the harbour of Port Elin. Photo: Reuters"),
    ),
)
