"""Published before the embargo ended

“EMBARGOED UNTIL May 4, 2026” lets nobody print the picture before that day. Days are compared: the day of publication,
and today while the page is not out yet. On the day itself the hour decides, which needs a clock and a zone that pages
seldom give, and a day without a year or one that can be read in two ways decides nothing: the outcome is “cannot tell”.
The words are read in the caption and in the instructions inside the file, and so is its IIM Release Date (2:30).
"""

from collections.abc import Iterator

from auditor.model import Confidence, DateRange, Field, Hit, MediaItem, Outcome, Severity, UsageKind
from auditor.rules.base import Context, Example, Rule
from auditor.rules.terms import terms_of


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each embargo that the page did not wait for."""
    shown = context.page.published_on or context.today
    for term in terms_of(item, UsageKind.EMBARGO):
        day = term.rule.until_day
        if day is None or day.other_reading or shown == day.start:
            yield Hit(
                message=f"“{term.rule.text}”: the words do not decide whether {shown.isoformat()} was early enough to break it.",
                span=term.span,
                related=term.witness,
                confidence=Confidence.LOW,
                outcome=Outcome.CANNOT_TELL,
            )
        elif shown < day.start:
            early = (day.start - shown).days
            yield Hit(message=f"“{term.rule.text}”: {_told(day, early)}.", span=term.span, related=term.witness)


def _told(day: DateRange, early: int) -> str:
    return f"the page shows the picture {early} day{'s' if early > 1 else ''} before {day.value}"


RULE = Rule(
    id="rights/embargo-not-over",
    since="0.1",
    severity=Severity.BLOCK,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries in Port Elin. EMBARGOED UNTIL July 20, 2026. Photo: Lena Ostrow/Reuters",
            at="EMBARGOED UNTIL July 20, 2026",
        ),
        Example(caption="Ferries in Port Elin.", embedded=((Field.INSTRUCTIONS, "NOT FOR PUBLICATION BEFORE 20 July 2026"),)),
        Example(caption="Ferries in Port Elin.", embedded=((Field.INSTRUCTIONS, "EMBARGOED UNTIL 18:00 GMT"),)),
    ),
    good=(
        Example(caption="Ferries in Port Elin.", embedded=((Field.INSTRUCTIONS, "EMBARGOED UNTIL July 1, 2026"),)),
        Example(caption="Ferries wait for the end of the embargo in Port Elin. Photo: Lena Ostrow/Reuters"),
    ),
)
