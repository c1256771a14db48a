"""The page against the picture file: what contradicts, what is less, and what is no contradiction."""

import pytest

from auditor.model import Confidence, Outcome
from auditor.rules.credit import creator_missing
from auditor.rules.witness import page_against_file, person_dropped
from tests.rules.items import context, credit, file_naming, organisation, picture

REUTERS = organisation("Reuters", id="reuters")
AP = organisation("AP", id="ap")
OSTROW = credit("Lena Ostrow/Reuters", ["Lena Ostrow"], [REUTERS])
WEYLAND = credit("Jonas Weyland", ["Jonas Weyland"])
NOBODY = credit("Reuters", (), [REUTERS])

# page, file, what page-against-file says, what person-dropped says
CASES = {
    "the same": (OSTROW, [OSTROW], None, None),
    "initial": (OSTROW, [credit("L. OSTROW", ["L. Ostrow"])], None, None),
    "one of two": (OSTROW, [credit("both", ["Jonas Weyland", "Lena Ostrow"])], None, None),
    "in another block": (OSTROW, [WEYLAND, OSTROW], None, None),
    "another person": (OSTROW, [WEYLAND], "high", None),
    "person dropped": (NOBODY, [OSTROW], None, "high"),
    "agency alone in both": (NOBODY, [NOBODY], None, None),
    "another agency": (NOBODY, [credit("AP", (), [AP])], "low", None),
    "file knows the agency alone": (OSTROW, [credit("AP", (), [AP])], "low", None),
    "unknown agencies": (credit("Elin Pictures", (), [organisation("Elin Pictures")]), [NOBODY], None, None),
    "stripped": (OSTROW, [], "not-checked", None),
    "stripped, agency alone": (NOBODY, [], "not-checked", "not-checked"),
    "no credit on the page": (None, [OSTROW], None, None),
    "formula on the page": (credit("DR", (), formulas=("DR",)), [OSTROW], None, None),
}


def said(rule, item):
    hits = list(rule.RULE.check(item, context(item)))
    assert len(hits) <= 1
    return next((str(h.outcome if h.outcome is Outcome.NOT_CHECKED else h.confidence) for h in hits), None)


@pytest.mark.parametrize("case", CASES)
def test_page_against_file(case):
    page, inside, against, dropped = CASES[case]
    item = picture(of=page, file=file_naming(*inside))
    assert (said(page_against_file, item), said(person_dropped, item)) == (against, dropped)


def test_without_a_file_nothing_is_checked():
    assert said(page_against_file, picture(of=OSTROW)) == "not-checked"
    assert said(person_dropped, picture(of=OSTROW)) is None


def test_a_finding_shows_what_the_file_says():
    item = picture(of=OSTROW, file=file_naming(WEYLAND))
    (hit,) = page_against_file.RULE.check(item, context(item))
    assert [s.value for s in hit.related] == ["Jonas Weyland"]
    assert "Lena Ostrow" in hit.message
    assert "Jonas Weyland" in hit.message
    assert hit.confidence is Confidence.HIGH


def test_one_fault_one_finding():
    item = picture(of=NOBODY, file=file_naming(OSTROW))
    assert list(creator_missing.RULE.check(item, context(item))) == []
    (hit,) = person_dropped.RULE.check(item, context(item))
    assert "Lena Ostrow" in (hit.suggestion or "")
