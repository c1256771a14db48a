"""A credit in the form that its supplier's published rule asks for; only rules that were read count (`CreditRule.status`)."""

from dataclasses import dataclass

from auditor.data.load import Agency, CreditRule, agencies
from auditor.model import Credit, Organisation, OrganisationKind, Relation

_READ = "verified"
_SUPPLIERS = frozenset((OrganisationKind.WIRE, OrganisationKind.AGENCY, OrganisationKind.STOCK, OrganisationKind.PUBLIC_BODY))


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredForm:
    """What the supplier wants printed."""

    line: str
    """This very credit in the required form: `Ann Example/Getty Images`."""
    supplier: str
    """Key in `data/agencies.toml`."""
    says: str
    """The rule in our words."""
    url: str


def required_form(credit: Credit) -> RequiredForm | None:
    """The credit as its distributor's rule wants it; None where no rule was read or the rule has no form for this credit."""
    chain = [o for o in credit.organisations if o.relation is not Relation.CLIENT]
    if not chain or len(chain) > 2 or chain[-1].id is None:
        return None
    agency = agencies()[chain[-1].id]
    rule = agency.rule
    if rule is None or rule.status != _READ or agency.kind not in _SUPPLIERS:
        return None
    line = _filled(rule, agency, chain, " and ".join(c.name for c in credit.creators))
    return RequiredForm(line=line, supplier=agency.id, says=rule.says, url=rule.url) if line else None


def _filled(rule: CreditRule, agency: Agency, chain: list[Organisation], creator: str) -> str | None:
    partner = chain[0].name if len(chain) > 1 else ""
    if partner and chain[0].id is not None and agencies()[chain[0].id].parent == agency.id:
        return None  # a collection of the supplier: its own forms differ
    if partner:
        return rule.partner.format(creator=creator, partner=partner) if rule.partner and creator else None
    if creator:
        return rule.with_creator.format(creator=creator) if rule.with_creator else None
    return rule.without_creator


def conforms(credit: Credit, form: RequiredForm) -> bool:
    """Whether the printed line holds the required form, case, spaces and a leading label aside."""
    return _plain(form.line) in _plain(credit.line)


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum() or c in "/©")
