"""Picture that must not be archived is still on the page

“NO ARCHIVES” lets a picture run with the story it was sent for. Whether a page that stays on the web is an archive is a
matter of the contract, so confidence is low; from how many days on it counts as one is the option `after_days`. The
words are read in the caption and in the instructions inside the file.
"""

from collections.abc import Iterator

from auditor.model import Confidence, Field, Hit, MediaItem, Severity, UsageKind
from auditor.rules.base import Context, Example, Rule, ago, not_checked
from auditor.rules.terms import terms_of


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """Each such term on a page older than the policy allows."""
    published = context.page.published_on
    for term in terms_of(item, UsageKind.NO_ARCHIVE):
        if published is None:
            yield not_checked("the page does not say when it was published")
        elif (days := (context.today - published).days) > context.policy.number("rights/no-archive", "after_days"):
            yield Hit(
                message=f"“{term.rule.text}”, and the page shows the picture still.",
                aside=f"It has done so for {ago(days)}.",
                span=term.span,
                related=term.witness,
                confidence=Confidence.LOW,
            )


RULE = Rule(
    id="rights/no-archive",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption="Ferries in the harbour of Port Elin. Photo: Lena Ostrow/Reuters NO ARCHIVES", at="NO ARCHIVES"),
        Example(caption="Ferries in Port Elin.", embedded=((Field.INSTRUCTIONS, "NO ARCHIVING"),)),
    ),
    good=(
        Example(caption="Ferries in the harbour of Port Elin. Photo: Lena Ostrow/Reuters NO ARCHIVES", published="2026-11-20"),
        Example(caption="Ferries outside the city archives of Port Elin. Photo: Lena Ostrow/Reuters"),
    ),
)
