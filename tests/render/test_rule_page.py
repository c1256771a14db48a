"""Rule pages: written from the rules alone, and the committed ones are current.

`AUDITOR_REWRITE=1 pytest tests/render/test_rule_page.py` writes them anew; the difference is reviewed before it is committed.
"""

import os
from pathlib import Path

import pytest

from auditor.render.rule_page import page_path, rule_index, rule_page
from auditor.rules import load_rules

FOLDER = Path(__file__).parents[2] / "reports" / "rules"
EXPECTED = {page_path(rule): rule_page(rule) for rule in load_rules()} | {"README.md": rule_index(load_rules())}


@pytest.fixture(scope="module", autouse=True)
def rewritten():
    if os.environ.get("AUDITOR_REWRITE"):
        for path, text in EXPECTED.items():
            (FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
            (FOLDER / path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("path", sorted(EXPECTED))
def test_the_committed_page_is_current(path):
    page = FOLDER / path
    assert page.is_file(), "AUDITOR_REWRITE=1 pytest tests/render/test_rule_page.py"
    assert page.read_text("utf-8") == EXPECTED[path]


def test_no_page_is_left_of_a_rule_that_went():
    assert {p.relative_to(FOLDER).as_posix() for p in FOLDER.rglob("*.md")} == set(EXPECTED)


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.id)
def test_a_page_says_what_a_desk_asks(rule):
    page = rule_page(rule)
    assert page.startswith(f"# {rule.title}\n")
    assert f"`{rule.id}`" in page
    assert rule.rationale in page
    assert page.index("## Bad") < page.index("## Good") < page.index("## In a policy")
    for example in rule.bad:
        assert (example.at or "").replace("\u200b", "<U+200B>") in page
    assert page.endswith("```\n")
    assert "None" not in page
