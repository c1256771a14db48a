"""No person is named

The agency supplied the picture; somebody made it. Unions count named persons only, many agencies ask for both names,
and with the agency alone the page cannot be compared with the Creator field inside the file. Credits of kinds for which
nobody can be named (the policy's `exempt_roles`: AI, graphics, handouts, courtesy, screen pictures, public domain) are
left out. Where the file at hand names the person, `witness/person-dropped` says so instead.
"""

from collections.abc import Iterator

from auditor.model import Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, named_in
from auditor.rules.verdicts import CreditState, credit_state


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A readable credit of organisations alone."""
    credit = item.credit
    if credit is None or credit.names_creator or credit_state(item) is not CreditState.GOOD:
        return
    if credit.role in context.policy.words("credit/creator-missing", "exempt_roles"):
        return
    if item.file and any(inside.names_creator for _, inside in item.file.credits):
        return
    yield Hit(message=f"The credit names {named_in(credit)} but no person.", span=item.reading.credit_span)


RULE = Rule(
    id="credit/creator-missing",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Lifeboat crew at drill in Port Elin. Photo: Reuters", at="Photo: Reuters"),),
    good=(
        Example(caption="Lifeboat crew at drill in Port Elin. Photo: Lena Ostrow/Reuters"),
        Example(caption="Lifeboat crew at drill in Port Elin."),
    ),
)
