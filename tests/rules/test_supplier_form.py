"""The suggestion is this very credit in the supplier's form."""

from auditor.data.load import CreditRule
from auditor.model import Creator, Credit, Organisation, Span
from auditor.rules.credit.supplier_form import RULE, _required
from tests.rules.items import context, picture

GETTY = Organisation(name="Getty Images", printed="Getty", id="getty", short_form=True, span=Span(14, 19))
LENA = Creator(name="Lena Ostrow", printed="LENA OSTROW", span=Span(0, 11))
ASKED = CreditRule(
    says="Name/Getty Images", url="https://supplier.example/rule", status="verified", with_creator="{creator}/Getty Images"
)


def test_the_form_of_the_rule():
    credit = Credit(line="LENA OSTROW / Getty", creators=(LENA,), organisations=(GETTY,))
    assert _required(credit, GETTY, ASKED) == "Lena Ostrow/Getty Images"


def test_the_whole_name_where_the_form_needs_more_than_the_credit_holds():
    partner = Organisation(name="Elin Pictures", printed="Elin Pictures", span=Span(25, 38))
    credit = Credit(line="LENA OSTROW / Getty via Elin Pictures", creators=(LENA,), organisations=(GETTY, partner))
    assert _required(credit, GETTY, ASKED) == "LENA OSTROW / Getty Images via Elin Pictures"
    nobody = Credit(line="Foto von dpa, Getty", organisations=(GETTY,))
    assert _required(nobody, GETTY, ASKED) == "Foto von dpa, Getty Images"


def test_a_finding_quotes_the_published_rule_and_its_address():
    item = picture(of=Credit(line="LENA OSTROW / Getty", creators=(LENA,), organisations=(GETTY,)))
    (hit,) = RULE.check(item, context(item))
    assert "Getty Images" in hit.message
    assert "https://" in hit.message
    assert "Getty Images" in (hit.suggestion or "")
