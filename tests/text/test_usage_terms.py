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
