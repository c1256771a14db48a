"""Date rules at their edges: time zones, sources of unequal weight, one finding a fault."""

from datetime import date

import pytest

from auditor.model import AssetId, Confidence, DateReading, Field, MediaItem, Origin, Role, Span, Statement
from auditor.pipeline.judge import judge
from tests.rules.items import context, credit, day, evidence, picture

CAPTION, XMP, URL, DATA = Origin.CAPTION, Origin.XMP, Origin.URL, Origin.JSON_LD

# evidence, day of publication, the findings about time with their confidence
CASES = {
    "the day before": (evidence("2026-07-07"), "2026-07-08", {}),
    "a day later: a time zone": (evidence("2026-07-09"), "2026-07-08", {"date/after-publication": "low"}),
    "two days later": (evidence("2026-07-10"), "2026-07-08", {"date/after-publication": "high"}),
    "later, says the file": (evidence("2026-07-10", XMP), "2026-07-08", {"date/after-publication": "low"}),
    "tomorrow": (evidence("2026-11-25"), "2026-11-24", {"date/after-publication": "low"}),
    "the day after tomorrow": (evidence("2026-11-26"), "2026-11-24", {"date/future": "high"}),
    "in the future, says the file": (evidence("2062-07-07", XMP), "2026-07-08", {"date/future": "low"}),
    "old, printed": (evidence("2019-06-03"), "2026-07-08", {"date/file-label-missing": "low"}),
    "old, says the file": (evidence("2019-06-03", XMP), "2026-07-08", {"date/file-label-missing": "high"}),
    "old, says the address": (evidence("2019-06-03", URL), "2026-07-08", {"date/file-label-missing": "low"}),
    "old, says the supplier's number": (evidence("2019-06-03", URL, "ap"), "2026-07-08", {"date/file-label-missing": "high"}),
    "a year old to the day": (evidence("2025-07-08"), "2026-07-08", {}),
    "a year and a day": (evidence("2025-07-07"), "2026-07-08", {"date/file-label-missing": "low"}),
    "publication unknown": (evidence("2019-06-03"), None, {}),
}


@pytest.mark.parametrize("case", CASES)
def test_against_publication_and_today(case):
    rung, published, expected = CASES[case]
    findings, _ = judge(context(picture(of=credit(), dates=[rung]), published=published))
    assert {f.rule: str(f.confidence) for f in findings if f.rule.startswith("date/")} == expected


def test_without_a_day_of_publication_the_rules_are_counted_as_not_checked():
    _, not_checked = judge(context(picture(of=credit(), dates=[evidence("2019-06-03")]), published=None))
    assert dict(not_checked)["date/after-publication"] == 1
    assert dict(not_checked)["date/file-label-missing"] == 1


@pytest.mark.parametrize("label", ["label", "archive credit"])
def test_a_mark_of_age_is_a_label(label):
    archive = credit("Elin Archive", (), role=Role.ARCHIVE) if label == "archive credit" else credit()
    dating = DateReading(date=day("2019-06-03"), file_label=label == "label", file_label_span=Span(0, 1))
    item = picture(of=archive, dates=[evidence("2019-06-03")], dating=dating)
    assert "date/file-label-missing" not in {f.rule for f in judge(context(item))[0]}


def weekday(stated, **more):
    item = picture(of=credit(), dates=[evidence("2026-07-07", stated_weekday=stated, **more)])
    return [f for f in judge(context(item))[0] if f.rule == "date/weekday-mismatch"]


def test_weekday_is_compared_by_the_calendar():
    assert date(2026, 7, 7).weekday() == 1
    assert weekday(1) == []
    (finding,) = weekday(6)
    assert "Tuesday" in finding.message
    assert "Sunday" in finding.message
    assert finding.confidence is Confidence.HIGH
    assert weekday(6, explicit=False)[0].confidence is Confidence.LOW


def dated_after_its_number(iso):
    number = AssetId(supplier="ap", id="26188123456789", date=day("2026-07-07"))
    item = picture(of=credit(), dates=[evidence(iso)], asset_ids=(number,))
    return [f.message for f in judge(context(item))[0] if f.rule == "date/supplier-id-contradicts"]


def test_a_picture_can_be_older_than_its_number_and_a_time_zone_younger():
    assert dated_after_its_number("2019-06-03") == []
    assert dated_after_its_number("2026-07-08") == []
    assert len(dated_after_its_number("2026-07-09")) == 1


def test_a_page_that_says_generated_in_its_data_needs_a_label():
    said = Statement(field=Field.AI_SYSTEM, value="Imagine 3", origin=DATA, locator="$.image")
    item: MediaItem = picture(of=credit(), dates=[evidence("2026-07-07")], statements=(said,))
    assert [f.rule for f in judge(context(item))[0]] == ["ai/unlabelled"]
    labelled = picture(of=credit(role=Role.AI), dates=[evidence("2026-07-07")], statements=(said,))
    assert judge(context(labelled))[0] == ()
