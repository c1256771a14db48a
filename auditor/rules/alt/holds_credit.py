"""Alternative text holds the credit

A screen reader speaks the alternative text in place of the picture, and then the credit below it once more. The
alternative text says what can be seen. Looked for are the names in the credit at the picture, from the first to the last
as printed, where a supplier is among them; one maker alone may be in the picture. A credit that stands in the alternative
text alone is the matter of `credit/only-hidden`, and a whole caption copied of `caption/same-as-alt`.
"""

from collections.abc import Iterator

from auditor.model import Credit, Field, Hit, MediaItem, Severity, Span
from auditor.rules.base import Context, Example, Rule, same_words
from auditor.rules.verdicts import CreditState, credit_state


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """The printed credit line inside the alternative text."""
    alt, credit = item.alt_text or "", item.credit
    if not alt or credit is None or credit_state(item) is not CreditState.GOOD:
        return
    names = _names(credit)
    start = alt.casefold().find(names.casefold())
    is_held = len(names.split()) > 1 and start >= 0 and len(alt.casefold()) == len(alt)
    if is_held and not same_words(alt, item.caption or ""):
        yield Hit(message="The alternative text holds the credit.", field=Field.ALT_TEXT, span=Span(start, start + len(names)))


def _names(credit: Credit) -> str:
    """The line from the first name to the last, without its label; empty for one maker alone."""
    if not credit.organisations:
        return ""
    spans = [*(creator.span for creator in credit.creators), *(body.span for body in credit.organisations)]
    return Span(min(spans).start, max(span.end for span in spans)).of(credit.line)


RULE = Rule(
    id="alt/holds-credit",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries wait in the harbour of Port Elin.",
            credit="Lena Ostrow/Reuters",
            alt="Two white ferries at a pier. (Photo by Lena Ostrow/Reuters)",
            at="Lena Ostrow/Reuters",
        ),
    ),
    good=(
        Example(
            caption="Ferries wait in the harbour of Port Elin.", credit="Lena Ostrow/Reuters", alt="Two white ferries at a pier"
        ),
        Example(caption="Ferries wait in the harbour of Port Elin.", alt="Two ferries. Photo: Lena Ostrow/Reuters"),
    ),
)
