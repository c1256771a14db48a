"""rules, explain, policy and the help texts."""

import pytest

from auditor.cli.app import app
from auditor.rules import load_rules

COMMANDS = [command.name for command in app.registered_commands] + ["policy", "policy show", "policy check", "policy init"]
COMMANDS += ["baseline", "baseline write", "baseline show", "site", "site check"]


def test_help_lists_every_command(auditor):
    text = auditor("--help").out
    assert all(f"\n  {command} " in text for command in COMMANDS if " " not in command)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_shows_an_example_of_its_command(auditor, command):
    result = auditor(*command.split(), "--help")
    assert result.code == 0
    assert f"auditor {command}" in result.out.partition("Example: ")[2]
    assert max(map(len, result.out.splitlines())) <= 100


@pytest.mark.parametrize("group", ["policy", "baseline", "site"])
def test_no_summary_is_cut_at_80_columns(auditor, group, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert not [line for line in auditor(group, "--help").out.splitlines()[1:] if line.endswith("...")]


def test_version(auditor):
    assert auditor("--version").out.startswith("auditor 0.")


def test_rules_lists_all_with_their_severity(auditor):
    lines = auditor("rules").out.splitlines()
    assert len(lines) == len(load_rules())
    assert any(line.split()[:2] == ["block", "credit/missing"] for line in lines)


def test_rules_follow_the_policy(auditor):
    assert any(line.split()[:2] == ["block", "date/missing"] for line in auditor("rules", "--policy", "strict").out.splitlines())


def test_explain_prints_the_page(auditor):
    text = auditor("explain", "credit/missing").out
    assert "`credit/missing`" in text and "## Bad" in text and "## Good" in text


def test_explain_names_the_nearest(auditor):
    result = auditor("explain", "credit/mising")
    assert result.code == 2 and 'nearest: "credit/missing"' in result.err


def test_policy_show_tells_where_each_value_comes_from(auditor, tmp_path):
    house = tmp_path / "house.toml"
    house.write_text('[rules]\n"date/missing" = "block"\n')
    lines = auditor("policy", "show", house).out.splitlines()
    assert lines[0].startswith(f"# policy {house}, sha256 ")
    assert any(line.startswith('rules."date/missing" = "block"') and line.endswith(f"# {house}") for line in lines)
    assert any(line.startswith('rules."credit/missing"') and line.endswith("# preset default") for line in lines)


def test_policy_init_makes_what_policy_check_accepts(auditor, tmp_path):
    house = tmp_path / "house.toml"
    assert auditor("policy", "init", house, "--preset", "strict").code == 0
    assert auditor("policy", "check", house).out.startswith(f"{house}: good, sha256 ")
    again = auditor("policy", "init", house)
    assert again.code == 2 and "is there already" in again.err


def test_policy_init_without_such_a_preset(auditor, tmp_path):
    result = auditor("policy", "init", tmp_path / "x.toml", "--preset", "lax")
    assert result.code == 2 and "default, strict" in result.err


def test_policy_check_says_what_is_wrong(auditor, tmp_path):
    house = tmp_path / "house.toml"
    house.write_text("date_evidense = []\n")
    result = auditor("policy", "check", house)
    assert result.code == 2 and "date_evidence" in result.err
