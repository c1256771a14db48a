"""Days of use are over

“14 DAY USE ONLY” counts from the day the supplier sent the picture, which is no later than the day of the story; the
number of some suppliers holds it. The page still shows the picture, so the right has ended. The words are read in the
caption and in the instructions inside the file.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from auditor.model import Field, Hit, MediaItem, Severity, UsageKind
from auditor.rules.base import Context, Example, Rule, ago, not_checked
from auditor.rules.terms import terms_of


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each limit of days that has passed today."""
    for term in terms_of(item, UsageKind.DAYS_LIMIT):
        sent = _sent(item, context)
        if sent is None:
            yield not_checked("neither the page nor a number says when the picture was sent")
        elif term.rule.days is not None and (over := (context.today - sent).days - term.rule.days) > 0:
            ended = context.today - timedelta(days=over)
            yield Hit(
                message=f"“{term.rule.text}” ended on {ended.isoformat()} at the latest.",
                aside=f"That was {ago(over)} ago.",
                span=term.span,
                related=term.witness,
            )


def _sent(item: MediaItem, context: Context) -> date | None:
    """The latest day on which the supplier can have sent it."""
    days = [asset.date.end for asset in item.asset_ids if asset.date]
    return min([*days, *filter(None, [context.page.published_on])], default=None)


RULE = Rule(
    id="rights/days-limit-passed",
    since="0.1",
    severity=Severity.BLOCK,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries in Port Elin. 14 DAY USE ONLY. Photo: Lena Ostrow/Reuters",
            at="14 DAY USE ONLY",
            published="2026-07-08",
        ),
        Example(caption="Ferries in Port Elin.", embedded=((Field.INSTRUCTIONS, "14 DAY USE ONLY"),), published="2026-07-08"),
    ),
    good=(Example(caption="Ferries in Port Elin. 14 DAY USE ONLY. Photo: Lena Ostrow/Reuters", published="2026-11-20"),),
)
