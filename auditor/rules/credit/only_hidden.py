"""Credit that no reader sees

The page knows whose picture it is and says so in an alternative text, a title or its data for search engines, but not
at the picture. Suppliers ask for a legible credit beside it. Where the credit stands in data from which a script may
print it, the outcome is “cannot tell”: look at the page in a browser.
"""

from collections.abc import Iterator

from auditor.model import Confidence, Field, Hit, MediaItem, Origin, Outcome, Severity
from auditor.rules.base import Context, Example, Rule
from auditor.rules.verdicts import CreditState, credit_state, may_be_shown

_PLACES = {
    Origin.ALT: "the alternative text",
    Origin.TITLE: "a title attribute",
    Origin.DATA: "a data attribute",
    Origin.SCRIPT: "the data of a script",
    Origin.META: "a meta element",
}


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A credit from a hidden origin, with none displayed."""
    origin, credit = item.reading.credit_origin, item.credit
    if credit is None or origin is None or credit_state(item) is not CreditState.HIDDEN:
        return
    open_question = may_be_shown(item)
    witness = next((s for s in item.statements if s.origin is origin and credit.line.strip() in s.value), None)
    declared = witness is not None and witness.field in (Field.CREDIT_LINE, Field.CREATOR)
    yield Hit(
        message=f"The credit “{credit.line.strip()}” stands only in {_PLACES.get(origin, 'the structured data of the page')}.",
        field=Field.CREDIT_LINE,
        related=(witness,) if witness else (),
        suggestion=credit.line.strip() if declared and not open_question else None,
        confidence=Confidence.LOW if open_question else Confidence.HIGH,
        outcome=Outcome.CANNOT_TELL if open_question else Outcome.FAIL,
    )


RULE = Rule(
    id="credit/only-hidden",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption="Ferries wait in the harbour of Port Elin.", alt="Two ferries at a pier. Photo: Lena Ostrow/Reuters"),
        Example(caption="Ferries wait in the harbour of Port Elin.", structured=(("creditText", "Lena Ostrow/Reuters"),)),
    ),
    good=(
        Example(
            caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters",
            structured=(("creditText", "Lena Ostrow/Reuters"),),
        ),
    ),
)
