"""Policies: what is read, what is refused and how plainly, and where each value comes from."""

import re
from dataclasses import replace

import pytest

from auditor.model import Confidence, PolicyError, Severity
from auditor.policy import PRESETS, DateSource, load_policy, preset_text
from auditor.rules import load_rules
from auditor.rules.base import Example
from tests.rules.published import audited


def write(folder, text, name="house.toml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_default_preset_lists_every_rule_with_its_own_severity():
    stated = dict(load_policy("default").severities)
    off = {rule for rule, severity in stated.items() if severity is None}
    assert off == {"caption/place-missing", "caption/too-long", "page/lead-uncredited", "rights/copyright-missing"}, (
        "rules that only some houses want"
    )
    expected = {rule.id: None if rule.id in off else rule.severity for rule in load_rules()}
    assert stated == expected, "auditor/policy/presets/default.toml, table [rules]"


@pytest.mark.parametrize("preset", PRESETS)
def test_no_preset_is_toothless(preset):
    assert Severity.BLOCK in load_policy(preset).severities.values()
    blocked = [
        f.rule for f in audited(Example(caption="n/a", credit="Photo: n/a"), preset).findings if f.severity is Severity.BLOCK
    ]
    assert "credit/placeholder" in blocked


OWN = {
    "wire": Example(caption="Ferries wait in Port Elin on July 7, 2026. Photo: Reuters"),
    "eu": Example(caption="Ferries wait in Port Elin on July 7, 2026. Photo: Lena Ostrow/Reuters", has_location=True),
    "archive": Example(
        caption="Ferries in Port Elin on July 7, 2026. Photo: Ada Brandt/Getty Images",
        image="https://news.example/gettyimages-1228224227-612x612.jpg",
    ),
}


@pytest.mark.parametrize("preset", OWN)
def test_a_preset_blocks_what_it_is_for_and_default_does_not(preset):
    def blocks(policy):
        return {f.rule for f in audited(OWN[preset], policy).findings if f.severity is Severity.BLOCK}

    assert len(blocks(preset)) == 1
    assert not blocks("default")


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_says_what_it_is_for_in_comments(preset):
    first, *rest = preset_text(preset).splitlines()
    assert first.startswith(f"# The house policy `{preset}`")
    assert any(line.startswith("# ") for line in rest)


def test_strict_blocks_what_lacks_a_credit_or_a_date():
    strict = load_policy("strict").severities
    for rule in ("credit/missing", "credit/placeholder", "credit/platform-only", "credit/only-hidden", "date/missing"):
        assert strict[rule] is Severity.BLOCK


def test_strict_is_never_milder_than_default():
    rank = {None: 0, **{s: s.rank for s in Severity}}
    strict = load_policy("strict").severities
    assert [r for r, s in load_policy("default").severities.items() if rank[strict[r]] < rank[s]] == []


@pytest.mark.parametrize("preset", PRESETS)
def test_a_copy_of_a_preset_is_the_same_policy(preset, tmp_path):
    copy = load_policy(write(tmp_path, preset_text(preset)))
    assert copy.sha256 == load_policy(preset).sha256


def test_a_policy_states_only_what_differs(tmp_path):
    path = write(
        tmp_path,
        'extends = "strict"\nfile_label_after_days = 7\nvideo_rules = ["credit/missing"]\ngate_confidence = "low"\n'
        '[rules]\n"date/missing" = "off"\n[options."credit/creator-missing"]\nexempt_roles = ["ai"]\n',
    )
    policy = load_policy(path)
    assert policy.name == path
    assert policy.file_label_after_days == 7
    assert policy.severity_of("date/missing", Severity.WARN) is None
    assert policy.severity_of("credit/missing", Severity.NOTE) is Severity.BLOCK
    assert policy.severity_of("not/known", Severity.NOTE) is Severity.NOTE
    assert policy.date_evidence == {DateSource.CAPTION, DateSource.EMBEDDED, DateSource.SUPPLIER_ID}
    assert policy.words("credit/creator-missing", "exempt_roles") == ("ai",)
    assert policy.names_media_of("credit/missing")
    assert not policy.names_media_of("date/missing")
    assert policy.can_gate(Confidence.LOW)
    assert not load_policy("strict").can_gate(Confidence.LOW)


def test_every_value_says_where_it_comes_from(tmp_path):
    base = write(tmp_path, 'extends = "strict"\nfile_label_after_days = 7\n', "base.toml")
    (tmp_path / "desks").mkdir()
    path = write(tmp_path / "desks", 'extends = "../base.toml"\n[rules]\n"date/missing" = "note"\n')
    origins = {s.key: (s.value, s.origin.removeprefix(str(tmp_path))) for s in load_policy(path).settings}
    assert origins['rules."date/missing"'] == ("note", "/desks/house.toml")
    assert origins["file_label_after_days"] == (7, "/desks/../base.toml")
    assert origins['rules."date/impossible"'] == ("block", "preset strict")
    assert origins['rules."credit/missing"'] == ("block", "preset default")
    assert load_policy(base).sha256 != load_policy(path).sha256


HOUSE = """
[paths."/sport/*".rules]
"credit/creator-missing" = "off"
"date/missing" = "note"
[paths."/sport/live/*".rules]
"date/missing" = "block"
"""


def test_a_part_of_the_site_may_differ(tmp_path):
    policy = load_policy(write(tmp_path, HOUSE))
    sport = policy.at("https://news.example/sport/match.html?page=2", "a.html")
    assert sport.severity_of("credit/creator-missing", Severity.BLOCK) is None
    assert sport.severity_of("date/missing", Severity.BLOCK) is Severity.NOTE
    assert sport.severity_of("credit/missing", Severity.NOTE) is Severity.BLOCK
    live = policy.at("https://news.example/sport/live/1", "a.html")
    assert live.severity_of("date/missing", Severity.NOTE) is Severity.BLOCK
    assert live.severity_of("credit/creator-missing", Severity.BLOCK) is None
    assert policy.at("https://news.example/culture/sport", "/sport/a.html") is policy
    assert policy.at(None, "/sport/a.html").severities == sport.severities
    assert ('paths."/sport/*".rules."date/missing"', "note") in [(s.key, s.value) for s in policy.settings]
    assert policy.sha256 != load_policy("default").sha256


def test_a_part_of_the_site_is_judged_by_its_own_rules():
    example = Example(caption="Ferries in Port Elin. Photo: Reuters", policy=HOUSE)
    found = {f.rule: f.severity for f in audited(example).findings}
    assert {"credit/creator-missing", "date/missing"} <= found.keys()
    found = {f.rule: f.severity for f in audited(replace(example, url="https://news.example/sport/ferries")).findings}
    assert "credit/creator-missing" not in found
    assert found["date/missing"] is Severity.NOTE


REFUSED = {
    "unknown rule for a path": (
        '[paths."/sport/*".rules]\n"credit/mising" = "off"',
        "unknown rule; did you mean 'credit/missing'?",
    ),
    "unknown severity for a path": ('[paths."/sport/*".rules]\n"date/missing" = "blok"', "did you mean 'block'?"),
    "other keys for a path": ('[paths."/sport/*"]\nmedia = ["web"]', "only rules differ by path"),
    "path that is no table": ("paths = 3", "only rules differ by path"),
    "unknown key": (
        "file_label_after_day = 3",
        "line 1: file_label_after_day: unknown key; did you mean 'file_label_after_days'?",
    ),
    "unknown table": ("\n[rule]\n'credit/missing' = 'off'", "line 2: rule: unknown key; did you mean 'rules'?"),
    "unknown rule": (
        '[rules]\n\n"credit/mising" = "off"',
        "line 3: rules.\"credit/mising\": unknown rule; did you mean 'credit/missing'?",
    ),
    "unknown severity": (
        '[rules]\n"date/missing" = "blok"',
        "'blok' is not one of block, warn, note, off; did you mean 'block'?",
    ),
    "severity as table": ('[rules."date/missing"]\nseverity = "off"', 'rules."date/missing".severity: unknown key'),
    "rule outside its table": ('"date/missing" = "off"', 'line 1: "date/missing": unknown key'),
    "unknown option": (
        '[options."credit/creator-missing"]\nexempt = ["ai"]',
        "line 2: options.\"credit/creator-missing\".exempt: unknown key; did you mean 'exempt_roles'?",
    ),
    "unknown role": ('[options."credit/creator-missing"]\nexempt_roles = ["stok"]', "'stok' is not one of"),
    "unknown evidence": ('date_evidence = ["captions"]', "line 1: date_evidence: 'captions' is not one of"),
    "wrong type": ('file_label_after_days = "30"', "must be a whole number, for example 365"),
    "truth for a number": ("file_label_after_days = true", "must be a whole number"),
    "word for a list": ('date_evidence = "caption"', "must be a list of words"),
    "list of numbers": ("date_evidence = [1]", "must be a list of words"),
    "key for a table": ("rules = 3", "rules: must be a table"),
    "empty table for a key": ("date_evidence = {}", "must be a list of words"),
    "negative": ("file_label_after_days = -1", "must not be negative"),
    "extends a number": ("extends = 3", "extends: must be the name of a preset or the path of a policy file"),
    "extends nothing": (
        'extends = "strickt"',
        "strickt: neither a preset (default, strict, wire, eu, archive) nor a file; did you mean 'strict'?",
    ),
    "no TOML": ("[rules", "not valid TOML"),
    "deep": ("a = " + "[" * 100_000, "not valid TOML"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_wrong_policy_is_refused_with_place_and_nearest_name(case, tmp_path):
    text, message = REFUSED[case]
    with pytest.raises(PolicyError) as refused:
        load_policy(write(tmp_path, text))
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_an_empty_policy_is_the_default(tmp_path):
    assert load_policy(write(tmp_path, "")).sha256 == load_policy("default").sha256


def test_an_empty_table_changes_nothing(tmp_path):
    assert load_policy(write(tmp_path, "[rules]\n[options]\n[paths]\n")).sha256 == load_policy("default").sha256


@pytest.mark.parametrize("name", ["strikt", "missing/house.toml", "", "\0"])
def test_no_such_policy(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PolicyError, match=re.compile("neither a preset|cannot be read")):
        load_policy(name)


def test_a_circle_of_policies_ends(tmp_path):
    write(tmp_path, 'extends = "b.toml"', "a.toml")
    write(tmp_path, 'extends = "a.toml"', "b.toml")
    with pytest.raises(PolicyError, match="circle"):
        load_policy(str(tmp_path / "a.toml"))


def test_bytes_that_are_no_text(tmp_path):
    (tmp_path / "house.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PolicyError, match="cannot be read"):
        load_policy(str(tmp_path / "house.toml"))
