"""Credit line that cannot be read for sure

The words allow two readings (“X”: a letter left over, or the platform?) or name nobody that can be made out. Neither
“credited” nor “not credited” would be honest, so a person has to look: the outcome is “cannot tell”.
"""

from collections.abc import Iterator

from auditor.model import Confidence, Hit, MediaItem, Outcome, Severity
from auditor.rules.base import Context, Example, Rule
from auditor.rules.verdicts import CreditState, credit_state


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A credit of two readings, or of none."""
    credit = item.credit
    if credit is None or credit_state(item) is not CreditState.UNCLEAR:
        return
    why = "can be read in two ways" if credit.is_ambiguous else "names nobody that can be made out"
    yield Hit(
        message=f"The credit “{credit.line.strip()}” {why}.",
        span=item.reading.credit_span,
        confidence=Confidence.LOW,
        outcome=Outcome.CANNOT_TELL,
    )


RULE = Rule(
    id="credit/unclear",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour of Port Elin. Photo: X", at="Photo: X"),),
    good=(Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow via X"),),
)
