"""Last day of use has passed

“NO USE AFTER June 30, 2026” names the end of the right, and the page still shows the picture. A month or a year ends
with its last day. A day without a year, or one that can be read in two ways of which only one has passed, decides
nothing: the outcome is “cannot tell”. The words are read in the caption and in the instructions inside the file, and so
are the file's own fields for it: IIM Expiration Date (2:37) and PLUS License End Date.
"""

from collections.abc import Iterator
from datetime import date

from auditor.model import Confidence, DateRange, Field, Hit, MediaItem, Outcome, Severity, UsageKind
from auditor.rules.base import Context, Example, Rule
from auditor.rules.terms import terms_of


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each such day before today."""
    for term in terms_of(item, UsageKind.USE_UNTIL):
        over = _is_over(term.rule.until_day, context.today)
        if over is None:
            message = f"“{term.rule.text}”: the words do not decide whether that day has passed."
            sure, outcome = Confidence.LOW, Outcome.CANNOT_TELL
        elif over:
            message, sure, outcome = f"“{term.rule.text}”: that day has passed.", Confidence.HIGH, Outcome.FAIL
        else:
            continue
        yield Hit(message=message, span=term.span, related=term.witness, confidence=sure, outcome=outcome)


def _is_over(day: DateRange | None, today: date) -> bool | None:
    """Whether it has passed; None where the words leave it open."""
    if day is None:
        return None
    answers = {reading.end < today for reading in (day, day.other_reading) if reading}
    return answers.pop() if len(answers) == 1 else None


RULE = Rule(
    id="rights/last-day-passed",
    since="0.1",
    severity=Severity.BLOCK,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries in Port Elin. NO USE AFTER July 20, 2026. Photo: Lena Ostrow/Reuters",
            at="NO USE AFTER July 20, 2026",
        ),
        Example(caption="Ferries in Port Elin.", embedded=((Field.INSTRUCTIONS, "Not to be used after 20.07.2026"),)),
        Example(caption="Ferries in Port Elin.", embedded=((Field.INSTRUCTIONS, "NO USE AFTER July 20"),)),
        Example(caption="Ferries in Port Elin.", embedded=((Field.EXPIRY_DATE, "2026-07-20"),)),
    ),
    good=(
        Example(caption="Ferries in Port Elin. NO USE AFTER July 20, 2027. Photo: Lena Ostrow/Reuters"),
        Example(caption="Ferries in Port Elin.", embedded=((Field.INSTRUCTIONS, "NO USE AFTER 05/04/2027"),)),
        Example(caption="Ferries in Port Elin.", embedded=((Field.EXPIRY_DATE, "2027-07-20"),)),
    ),
)
