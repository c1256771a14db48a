"""Every rule, by its own examples: each is a published picture that goes through the whole pipeline."""

from pathlib import Path

import pytest

import auditor.rules
from auditor.rules import load_rules
from auditor.rules.base import Scope
from tests.rules.published import audited

RULES = load_rules()
BAD = [pytest.param(rule, example, id=f"{rule.id}-{n}") for rule in RULES for n, example in enumerate(rule.bad)]
GOOD = [pytest.param(rule, example, id=f"{rule.id}-{n}") for rule in RULES for n, example in enumerate(rule.good)]


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_a_bad_example_is_found_once_at_its_words(rule, example):
    found = [finding for finding in audited(example).findings if finding.rule == rule.id]
    assert [finding.text for finding in found] == [example.at]
    assert found[0].picture == (0 if rule.scope is Scope.ITEM else None)


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_a_good_example_is_left_alone(rule, example):
    audit = audited(example)
    assert len(audit.page.media) == 1 + len(example.also)
    assert [finding.message for finding in audit.findings if finding.rule == rule.id] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_complete(rule):
    assert rule.bad
    assert rule.good
    assert rule.title
    assert len(rule.title) <= 72
    assert not rule.title.endswith(".")
    assert len(rule.rationale) > 80


def test_ids_equal_paths():
    folder = Path(auditor.rules.__path__[0])
    paths = {f"{p.parent.name}/{p.stem.replace('_', '-')}" for p in folder.glob("*/*.py") if p.stem != "__init__"}
    assert [rule.id for rule in RULES] == sorted(paths)


def test_messages_are_sentences_in_plain_words():
    messages = [f.message for rule in RULES for example in rule.bad for f in audited(example).findings]
    assert messages
    for message in messages:
        assert message.endswith("."), message
        assert len(message) < 300, message
        assert not any(word in message for word in ("None", "CreditState", "Origin.", "<")), message
