"""The suggestion is this very credit in the supplier's form."""

from auditor.model import Creator, Credit, Organisation, Span
from auditor.rules.credit.supplier_form import RULE
from tests.rules.items import context, picture

GETTY = Organisation(name="Getty Images", printed="Getty", id="getty", short_form=True, span=Span(14, 19))
LENA = Creator(name="Lena Ostrow", printed="LENA OSTROW", span=Span(0, 11))


def suggested(credit):
    item = picture(of=credit)
    (hit,) = RULE.check(item, context(item))
    return hit.suggestion


def test_the_form_of_the_rule():
    assert suggested(Credit(line="LENA OSTROW / Getty", creators=(LENA,), organisations=(GETTY,))) == "Lena Ostrow/Getty Images"


def test_the_whole_name_where_the_form_needs_more_than_the_credit_holds():
    partner = Organisation(name="Elin Pictures", printed="Elin Pictures", span=Span(24, 37))
    credit = Credit(line="LENA OSTROW / Getty via Elin Pictures", creators=(LENA,), organisations=(GETTY, partner))
    assert suggested(credit) == "LENA OSTROW / Getty Images via Elin Pictures"


def test_a_finding_quotes_the_published_rule_and_its_address():
    item = picture(of=Credit(line="LENA OSTROW / Getty", creators=(LENA,), organisations=(GETTY,)))
    (hit,) = RULE.check(item, context(item))
    assert "Getty Images" in hit.message
    assert "https://" in hit.message
    assert "Getty Images" in (hit.suggestion or "")
