"""Nothing says when the picture was made

A picture without a date can be from another year, another war. Any evidence that the policy accepts (`date_evidence`)
is enough: words of the caption, metadata inside the file, a supplier's number that holds the day. The article's own
date is no evidence: it only says that the picture is not younger.
"""

from collections.abc import Iterator

from auditor.model import Answer, Confidence, Hit, MediaItem, Outcome, Severity
from auditor.rules.base import Context, Example, Rule, dated_by, noun
from auditor.rules.verdicts import dated


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A picture without any accepted date."""
    match dated(item, context.policy):
        case Answer.NO:
            undated = "; the caption itself calls it undated" if item.reading.dating.undated else ""
            other = f"; {dated_by(item.dates[0])} is no evidence under this policy" if item.dates else ""
            yield Hit(message=f"Nothing says when the {noun(item)} was made{undated}{other}.")
        case Answer.CANNOT_TELL:
            yield Hit(
                message=f"When the {noun(item)} was made cannot be told: the date can be read in two ways or is none.",
                span=item.date.span if item.date else None,
                confidence=Confidence.LOW,
                outcome=Outcome.CANNOT_TELL,
            )


RULE = Rule(
    id="date/missing",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries wait in the harbour of Port Elin. Photo: Lena Ostrow/Reuters"),),
    good=(
        Example(caption="Ferries wait in the harbour of Port Elin on July 7, 2026. Photo: Lena Ostrow/Reuters"),
        Example(caption="Ferries wait in the harbour of Port Elin in 2024. Photo: Lena Ostrow/Reuters"),
    ),
)
