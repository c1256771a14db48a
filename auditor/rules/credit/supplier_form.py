"""Supplier named in a shorter form than its rule asks for

Suppliers publish how their credit must read, and some charge when it is shortened. A finding needs such a published
rule, which it quotes with its address; the suggestion is that form of this very credit, or the credit with the
supplier's whole name where the form needs more than the credit holds. A line that holds the required form is left alone,
whatever else it says. Order, capitals and spaces are left alone too: the press prints them as it likes, and suppliers let it.
"""

from collections.abc import Iterator

from auditor.data.load import agencies
from auditor.data.required_forms import conforms, required_form
from auditor.model import Credit, Hit, MediaItem, Organisation, Severity
from auditor.rules.base import Context, Example, Rule, in_caption


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each short form of a supplier with a published rule that was read."""
    credit = item.credit
    form = required_form(credit) if credit else None
    if credit and form and conforms(credit, form):
        return
    for supplier in credit.organisations if credit else ():
        rule = agencies()[supplier.id].rule if supplier.id and supplier.short_form else None
        if credit and rule and rule.status == "verified":
            yield Hit(
                message=f"“{supplier.printed}” is short for {supplier.name}. The supplier's rule: {rule.says} ({rule.url}).",
                span=in_caption(item, supplier.span),
                suggestion=_required(credit, supplier),
            )


def _required(credit: Credit, supplier: Organisation) -> str:
    """The credit in the form the rule asks for, else with the supplier's whole name."""
    form = required_form(credit)
    if form and form.supplier == supplier.id:
        return form.line
    return f"{credit.line[: supplier.span.start]}{supplier.name}{credit.line[supplier.span.end :]}".strip()


RULE = Rule(
    id="credit/supplier-form",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour of Port Elin. Lena Ostrow / Getty", at="Getty"),),
    good=(
        Example(caption="Ferries wait in the harbour of Port Elin. Lena Ostrow / Getty Images"),
        Example(caption="Ferries wait in the harbour of Port Elin. LENA OSTROW / REUTERS"),
    ),
)
