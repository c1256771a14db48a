"""What the README promises is there."""

import re
from pathlib import Path

import pytest

from auditor.cli.app import app

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_excerpt_is_what_the_demo_prints():
    excerpt = README.split("```")[1].splitlines()[2:]
    printed = (ROOT / "reports/sample/demo.txt").read_text("utf-8").splitlines()
    assert len(excerpt) > 10
    assert [line for line in excerpt if line != "..." and line not in printed] == []


def test_every_command_is_in_the_readme_and_every_one_named_exists():
    commands = {command.name for command in app.registered_commands} | {group.name for group in app.registered_groups}
    assert set(re.findall(r"^\| `auditor (\w+)", README, re.M)) | set(re.findall(r"`auditor (explain)", README)) == commands


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\((?!https?:)([^)#]+)\)", README))))
def test_links_lead_somewhere(link):
    assert (ROOT / link).exists()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:^|`)make (\w+)", README, re.M))))
def test_make_targets_exist(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.M)


def test_the_library_example_runs(monkeypatch):
    monkeypatch.chdir(ROOT / "fixtures" / "demo")
    (example,) = re.findall(r"```python\n(.*?)```", README, re.S)
    names: dict[str, object] = {}
    exec(example, names)
    assert len(names["page"].media) == 8
    assert [creator.name for creator in names["credit"].creators] == ["Ada Beispiel"]
    assert names["found"].date.value == "2026-05-11"
