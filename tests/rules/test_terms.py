"""Terms that a file holds in fields of their own, not in words."""

import pytest

from auditor.pipeline import audit
from auditor.policy import load_policy
from auditor.rules.base import Example
from tests.embedded.building import UTF_8, app13, iim, jpeg, resources
from tests.rules.items import TODAY
from tests.rules.published import OneFile, page


@pytest.mark.parametrize(
    ("dataset", "value", "rule"),
    [
        ((2, 30), "20260720", "rights/embargo-not-over"),
        ((2, 30), "20260701", None),
        ((2, 37), "20260720", "rights/last-day-passed"),
        ((2, 37), "20270720", None),
        ((2, 37), "00000000", None),
        ((2, 37), "soon", None),
    ],
)
def test_first_and_last_day_of_use_in_the_iptc_block(dataset, value, rule):
    data = jpeg(app13(resources((0x0404, iim(UTF_8, (*dataset, value))))))
    story = page(Example(caption="Ferries in Port Elin. Photo: Lena Ostrow/Reuters"))
    judged = audit(story, policy=load_policy("default"), today=TODAY, images=OneFile(data))
    assert [f.rule for f in judged.findings if f.rule.startswith("rights/")] == ([rule] if rule else [])
