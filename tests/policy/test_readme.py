"""auditor/policy/README.md: every format and key there is stands in it, and its examples are read as they are."""

import re
from pathlib import Path

import pytest

from auditor.cli.report_files import FORMATS
from auditor.model import Comparison, RegisterKind, Severity
from auditor.policy import PRESETS, load_policy
from auditor.policy.registers import COLUMNS, load_registers
from auditor.policy.waivers import load_waivers
from auditor.rules import load_rules
from tests.policy.test_registers import workbook

PAGE = (Path(__file__).parents[2] / "auditor" / "policy" / "README.md").read_text("utf-8")
EXAMPLES = {text.partition("\n")[0].strip("# "): text for text in re.findall(r"```toml\n(.*?)```", PAGE, re.S)}


@pytest.mark.parametrize(("name", "ending"), FORMATS.items())
def test_every_format_is_listed_with_its_file(name, ending):
    assert f"| `{name}` | `NAME.{ending}` |" in PAGE


def test_the_policy_is_read_and_every_preset_is_listed(tmp_path):
    (tmp_path / "house.toml").write_text(EXAMPLES["house policy"], "utf-8")
    policy = load_policy(str(tmp_path / "house.toml"))
    assert policy.at("https://news.example/sport/match", "").severity_of("date/missing", Severity.BLOCK) is Severity.NOTE
    assert policy.number("page/person-rate", "percent") == 60
    listed = re.findall(r"^\| `([a-z]+)` \|", PAGE.partition("## Reports")[0], re.M)
    assert listed == list(PRESETS)


def test_the_waiver_is_read(tmp_path):
    (tmp_path / "waivers.toml").write_text(EXAMPLES["waivers"], "utf-8")
    (waiver,) = load_waivers(str(tmp_path / "waivers.toml"))
    assert waiver.owner == "Ann Example, photo desk" and waiver.document == "story.html"


def test_the_registers_are_read(tmp_path):
    (tmp_path / "registers.toml").write_text(EXAMPLES["registers"], "utf-8")
    (tmp_path / "licences.xlsx").write_bytes(workbook(("Asset no.", "File", "Expires", "Where", "Credit to print"), ("A1",)))
    (tmp_path / "kill list.csv").write_text("Picture,Shows,Reason\nA2,,posed\n")
    (tmp_path / "staff.csv").write_text("Name\nAnn Example\n")
    assert [entry.kind for entry in load_registers(str(tmp_path / "registers.toml")).entries] == list(RegisterKind)


def test_every_key_of_a_register_and_only_rules_there_are():
    section = PAGE.partition("## Registers")[2]
    assert all(f"`{key}`" in section for keys in COLUMNS.values() for key in keys)
    named = set(re.findall(r"`([a-z]+/[a-z-]+)`", section))
    assert named and named <= {rule.id for rule in load_rules()}


def test_the_table_of_comparisons_names_every_rule_that_compares():
    rows = dict(re.findall(r"^\| `([\w-]+)` \| [^|]+ \| (.+) \|$", PAGE, re.M))
    named = {kind: set(re.findall(r"`([^`]+)`", rules)) for kind, rules in rows.items() if kind in list(Comparison)}
    assert named == {kind.value: {rule.id for rule in load_rules() if rule.comparison is kind} for kind in Comparison}
