"""Supplier dropped from the credit

The file, or the page's own data, names a supplier that the credit at the picture leaves out, and agrees with the credit
otherwise: the agency behind a distributor, or the distributor that delivered the picture (`AFP via Getty Images`
printed as `AFP`). Contracts ask for the whole chain. Compared are agencies, libraries and footage houses that the
table knows, where one statement names somebody whom the credit names too; a publisher's own name is no supplier. A
line cut at 32 characters is the matter of `credit/cut-off`.
"""

from collections.abc import Iterator

from auditor.model import Comparison, Credit, Hit, MediaItem, Organisation, OrganisationKind, Severity, Statement
from auditor.rules.base import Context, Example, Rule
from auditor.rules.credit.cut_off import is_cut
from auditor.rules.names import same_person

SUPPLIERS = frozenset(
    (
        OrganisationKind.WIRE,
        OrganisationKind.AGENCY,
        OrganisationKind.STOCK,
        OrganisationKind.ARCHIVE,
        OrganisationKind.FOOTAGE,
    )
)


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each known supplier that a fuller statement of the same credit names."""
    credit, origin = item.credit, item.reading.credit_origin
    if credit is None or origin is None or not origin.is_displayed:
        return
    printed = {o.id for o in credit.organisations}
    dropped: dict[str, tuple[Organisation, Statement]] = {}
    for statement, other in (*item.reading.declared_credits, *(item.file.credits if item.file else ())):
        if _same_picture(credit, other) and not is_cut(credit, statement):
            for organisation in other.organisations:
                if organisation.kind in SUPPLIERS and organisation.id and organisation.id not in printed:
                    dropped.setdefault(organisation.id, (organisation, statement))
    for organisation, statement in dropped.values():
        yield Hit(
            message=f"“{statement.value.strip()}” names {organisation.name}; the credit at the picture leaves it out.",
            span=item.reading.credit_span,
            related=(statement,),
        )


def _same_picture(credit: Credit, other: Credit) -> bool:
    """Whether both name a person or a known supplier in common, so that one is the other cut short."""
    known = {o.id for o in credit.organisations if o.id}
    if known & {o.id for o in other.organisations}:
        return True
    return not known and any(same_person(a.name, b.name) for a in credit.creators for b in other.creators)


RULE = Rule(
    id="credit/supplier-dropped",
    since="0.1",
    severity=Severity.WARN,
    comparison=Comparison.SAYS_LESS,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries wait in the harbour of Port Elin.",
            credit="Photo: Lena Ostrow/AFP",
            structured=(("creditText", "Lena Ostrow/AFP via Getty Images"),),
            at="Photo: Lena Ostrow/AFP",
        ),
    ),
    good=(
        Example(
            caption="Ferries wait in the harbour of Port Elin.",
            credit="Photo: Lena Ostrow/AFP via Getty Images",
            structured=(("creditText", "Lena Ostrow/AFP"),),
        ),
        Example(
            caption="Ferries wait in the harbour of Port Elin.",
            credit="Photo: Lena Ostrow/AFP",
            structured=(("creditText", "AP"),),
        ),
    ),
)
