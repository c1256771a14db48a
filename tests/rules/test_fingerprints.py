"""A fingerprint outlives the day and the order of the page: waivers and baselines hang on it."""

from dataclasses import fields, replace
from datetime import timedelta
from unittest import mock

import pytest

from auditor.pipeline.judge import judge
from tests.rules import published
from tests.rules.items import context, credit, file_naming, picture
from tests.rules.published import audited
from tests.rules.test_mutations import FAULTS, SECOND

OTHER = replace(SECOND, caption=f"Two of the crew. {SECOND.caption}", image="https://news.example/picture-51de.jpg")


def fingerprints(example):
    return {finding.fingerprint: finding.rule for finding in audited(example).findings}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_next_day_changes_no_fingerprint(fault):
    example, _ = FAULTS[fault]
    with mock.patch.object(published, "TODAY", published.TODAY + timedelta(days=1)):
        tomorrow = fingerprints(example)
    assert tomorrow == fingerprints(example)


MOVED = [name for name, (example, _) in FAULTS.items() if not example.also and not example.structured]
"""Faults of one picture alone; the data of the page is about its first one."""


@pytest.mark.parametrize("fault", MOVED)
def test_another_place_on_the_page_changes_no_fingerprint(fault):
    example, rule = FAULTS[fault]
    whole_page = {
        field.name: getattr(example, field.name)
        for field in fields(example)
        if field.name not in ("caption", "credit", "alt", "image", "also")
    }
    first, last = replace(example, also=(OTHER,)), replace(OTHER, **whole_page, also=(example,))
    found = {key for key, by in fingerprints(first).items() if by == rule}
    assert found and found <= fingerprints(last).keys()


def test_whether_it_leads_and_what_its_file_says_is_told_and_no_part_of_it():
    plain = picture(urls=("https://news.example/a.jpg",))
    lead = replace(plain, is_lead=True, file=file_naming(credit()))
    found = [next(f for f in judge(context(item))[0] if f.rule == "credit/missing") for item in (plain, lead)]
    assert found[0].fingerprint == found[1].fingerprint
    assert "leads the story" in found[1].message and "Lena Ostrow" in found[1].message


@pytest.mark.parametrize("rule", ["rights/right-expired", "rights/on-kill-list", "credit/licence-form"])
def test_a_row_that_moves_in_the_register_changes_no_fingerprint(rule):
    example = next(example for example, by in FAULTS.values() if by == rule)
    (entry,) = example.register
    moved = replace(example, register=(replace(entry, place="register.csv, row 77"),))
    assert fingerprints(moved) == fingerprints(example)
