"""Every pattern of the table finds its example; prose raises none."""

import tomllib
from pathlib import Path

import pytest

from auditor.text.normalise import fold
from auditor.text.usage_terms import find_usage_rules

ROWS = tomllib.loads((Path(__file__).parents[2] / "auditor/data/usage_terms.toml").read_text(encoding="utf-8"))
ROWS.pop("places")


@pytest.mark.parametrize("key", ROWS)
def test_example_is_found(key):
    example = ROWS[key]["example"]
    kinds = {rule.kind.value for rule in find_usage_rules(example, fold(example))}
    assert key.removesuffix("-short") in kinds
    assert ROWS[key]["source"]


@pytest.mark.parametrize(
    "prose",
    [
        "The crew got out of Germany in time.",
        "There were no sales that day, and no archives were kept.",
        "Only editors may enter.",
        "She has 14 days left.",
        "A killer whale off the coast.",
    ],
)
def test_prose_is_no_term(prose):
    assert find_usage_rules(prose, fold(prose)) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("EMBARGOED UNTIL 0001 GMT May 4, 2026", "2026-05-04"),
        ("NOT FOR PUBLICATION BEFORE 4 May 2026 at 10am", "2026-05-04"),
        ("NO USE AFTER 30.06.2026", "2026-06-30"),
        ("NO USE AFTER June 30", None),
        ("EMBARGOED UNTIL 18:00 GMT", None),
    ],
)
def test_the_day_a_term_names(text: str, day: str | None) -> None:
    (rule,) = find_usage_rules(text, fold(text))
    assert (rule.until_day.value if rule.until_day else None) == day


def test_a_raised_digit_is_a_digit():
    (rule,) = find_usage_rules("²14 DAY USE ONLY", fold("²14 DAY USE ONLY"))
    assert rule.days == 214
