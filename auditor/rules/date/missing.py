"""Nothing says when the picture was made

A picture without a date can be from another year, another war. Any evidence that the policy accepts (`date_evidence`)
is enough: words of the caption, metadata inside the file, a supplier's number that holds the day. The article's own
date is no evidence: it only says that the picture is not younger.

What is drawn or made by a model shows no day, and a picture whose caption calls it a symbol picture does not claim one:
credits of the policy's `exempt_roles` are not asked, nor are such captions. Confidence is low where it may be no picture of
the story, for the reasons of `credit/missing`. The frame of a platform shows its day itself, and a player without a word
of the page's own gets one note at most, from `credit/missing`: these are not checked.
"""

from collections.abc import Iterator

from auditor.model import Answer, Confidence, Flag, Hit, MediaItem, Outcome, Severity
from auditor.rules.base import Context, Example, Rule, dated_by, not_checked, noun
from auditor.rules.doubt import doubt, speaks_for_itself
from auditor.rules.verdicts import dated


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A picture without any accepted date."""
    if _needs_none(item, context):
        return
    answer = dated(item, context.policy)
    if answer is not Answer.YES and speaks_for_itself(item) and not context.policy.names_media_of("date/missing"):
        yield not_checked("the frame or player shows its day itself")
        return
    match answer:
        case Answer.NO:
            undated = "; the caption itself calls it undated" if item.reading.dating.undated else ""
            other = f"; {dated_by(item.dates[0])} is no evidence under this policy" if item.dates else ""
            yield Hit(
                message=f"Nothing says when the {noun(item)} was made{undated}{other}.",
                confidence=Confidence.LOW if doubt(item, context) else Confidence.HIGH,
            )
        case Answer.CANNOT_TELL:
            yield Hit(
                message=f"When the {noun(item)} was made cannot be told: the date can be read in two ways or is none.",
                span=item.date.span if item.date else None,
                confidence=Confidence.LOW,
                outcome=Outcome.CANNOT_TELL,
            )


def _needs_none(item: MediaItem, context: Context) -> bool:
    credit = item.credit
    if credit is None:
        return False
    return credit.role in context.policy.words("date/missing", "exempt_roles") or Flag.SYMBOL_PICTURE in credit.flags


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
        Example(caption="A ferry as the ports see it. Illustration: Lena Ostrow"),
        Example(caption="Eine Fähre im Hafen (Symbolbild). Foto: Lena Ostrow/Reuters", language="de"),
    ),
)
