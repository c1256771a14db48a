"""A PNG's plain texts are what the file says: rules hear them through the whole pipeline."""

import io

from PIL import Image, PngImagePlugin

from auditor.pipeline import audit
from auditor.policy import load_policy
from auditor.rules.base import Example
from tests.rules.items import TODAY
from tests.rules.published import OneFile, page


def audited(**texts: str):
    written = PngImagePlugin.PngInfo()
    for keyword, text in texts.items():
        written.add_text(keyword.replace("_", " "), text)
    out = io.BytesIO()
    Image.new("RGB", (48, 32), "navy").save(out, "PNG", pnginfo=written)
    document = page(Example(caption="Ferries wait in the harbour of Port Elin.", credit="Photo: Lena Ostrow"))
    return audit(document, policy=load_policy("default"), today=TODAY, images=OneFile(out.getvalue(), "picture.png"))


def test_another_maker_in_the_file_is_found():
    found = {f.rule: f for f in audited(Author="Jonas Weyland").findings}
    related = found["witness/page-against-file"].related
    assert [(s.value, s.locator) for s in related if s.origin == "png-text"] == [("Jonas Weyland", "PNG Author")]


def test_the_same_maker_is_no_finding_and_the_file_is_not_stripped():
    rules = {f.rule for f in audited(Author="Lena Ostrow").findings}
    assert not rules & {"witness/page-against-file", "witness/metadata-stripped"}
    assert "witness/metadata-stripped" in {f.rule for f in audited().findings}


def test_its_time_is_a_rung_of_the_ladder_of_dates():
    (item,) = audited(Creation_Time="Tue, 07 Jul 2026 10:11:12 +0200").page.media
    assert [(d.locator, d.date.text) for d in item.dates if d.origin == "png-text"] == [
        ("PNG Creation Time", "2026-07-07T10:11:12+02:00")
    ]
