"""Fewer people named than the house asks for

Where credits name an agency alone again and again, the makers vanish from the whole story. The option `percent` is the
least share of the page's pictures, of those that need a person named, whose credit names one; 0, as in the preset
`default`, asks for nothing. Pictures of the kinds that `credit/creator-missing` exempts, and pages with fewer pictures than
the option `least_pictures`, are left out.
"""

from collections.abc import Iterator

from auditor.model import Answer, Hit, Page, Severity
from auditor.rules.base import Context, Example, Rule, Scope
from auditor.rules.verdicts import person_named


def check_page(page: Page, context: Context) -> Iterator[Hit]:
    """One hit for the page."""
    policy = context.policy
    if not (wanted := policy.number("page/person-rate", "percent")):
        return
    exempt = policy.words("credit/creator-missing", "exempt_roles")
    pictures = [i for i in page.media if i.kind.is_picture and not (i.credit and i.credit.role in exempt)]
    named = sum(person_named(item, policy) is Answer.YES for item in pictures)
    if len(pictures) >= policy.number("page/person-rate", "least_pictures") and named * 100 < wanted * len(pictures):
        yield Hit(message=f"A person is named for {named} of {len(pictures)} pictures; the house asks for {wanted} %.")


_HALF = '[options."page/person-rate"]\npercent = 60\nleast_pictures = 2\n'
_NAMED = Example(caption="Ferries in Port Elin. Photo: Lena Ostrow/Reuters", image="https://news.example/picture-77aa.jpg")

RULE = Rule(
    id="page/person-rate",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    scope=Scope.PAGE,
    check_page=check_page,
    bad=(Example(caption="Crews in a canteen. Photo: Reuters", also=(_NAMED,), policy=_HALF),),
    good=(
        Example(caption="Crews in a canteen. Photo: Reuters", also=(_NAMED,)),
        Example(caption="Crews in a canteen. Photo: Jonas Weyland/Reuters", also=(_NAMED,), policy=_HALF),
    ),
)
