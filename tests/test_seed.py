"""The first real article, which stands beside the checkout: the facts design §6 asks for, through the command line."""

import json
import subprocess
import sys

import pytest

from tests.quality.measure import SHARED, auditor

SEED = SHARED / "seed" / "article.txt"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason=f"no seed article at {SEED}")


@pytest.fixture(scope="module")
def page():
    return json.loads(auditor("split", str(SEED)))


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    auditor("check", str(SEED), "--published", "2020-08-28", "--format", "json", "--output", str(folder))
    return json.loads((folder / "article.json").read_text("utf-8"))["documents"][0]


def test_one_video_and_three_stills(page):
    assert [m["kind"] for m in page["media"]] == ["video", "image", "image", "image"]
    video = page["media"][0]
    assert video["duration"] == "01:22"
    assert video["header"]
    assert all(m["header"] and m["description"] and m["credit_line"] for m in page["media"][1:])


def test_eleven_paragraphs_and_every_character_once(page):
    source = SEED.read_text("utf-8")
    assert len(page["body"]) == 11
    ends = [0, *(b["end"] for b in page["blocks"])]
    assert [b["start"] for b in page["blocks"]] == ends[:-1]
    assert ends[-1] == len(source)
    assert page["blocks"][-1]["kind"] == "residue"
    assert source[page["blocks"][-1]["start"] :].strip() == "."


def test_who_made_and_who_supplied(page):
    stills = page["media"][1:]
    assert [m["credit"]["creators"] for m in stills] == [["Vasily Fedosenko"], ["Misha Friedman"], []]
    assert [[o["name"] for o in m["credit"]["organisations"]] for m in stills] == [
        ["Reuters"],
        ["Getty Images"],
        ["Pool Pervogo", "Reuters TV"],
    ]
    assert stills[2]["credit"]["role"] == "handout"
    assert "pool" not in stills[2]["credit"]["flags"]
    assert stills[2]["medium"] == "footage"
    assert [(a["supplier"], a["id"]) for a in stills[1]["asset_ids"]] == [("getty", "1228224227")]


def test_when(page):
    dates = [m["date"] for m in page["media"][1:]]
    assert [(d["start"], d["precision"]) for d in dates] == [
        ("2020-08-27", "day"),
        ("2020-08-27", "day"),
        ("2020-08-23", "day"),
    ]


def test_the_findings_a_desk_needs(checked):
    by_rule = {}
    for finding in checked["findings"]:
        by_rule.setdefault(finding["rule"], []).append(finding)
    (form,) = by_rule["credit/supplier-form"]
    assert form["picture"] == 2
    assert "Getty Images" in form["suggestion"]
    assert [f["picture"] for f in by_rule["caption/file-name"]] == [2]
    assert [f["picture"] for f in by_rule["credit/interested-party"]] == [3]
    (odd,) = by_rule["date/oddly-written"]
    assert (odd["picture"], odd["severity"]) == (2, "note")


def test_no_credit_and_no_date_is_missed_on_a_still(checked):
    assert not [f for f in checked["findings"] if f["rule"] in ("credit/missing", "date/missing") and f["picture"]]
    for picture in checked["pictures"][1:]:
        assert (picture["credited"], picture["dated"]) == ("yes", "yes")


def test_the_seed_blocks_under_no_preset_by_its_credits(tmp_path):
    command = [sys.executable, "-m", "auditor", "check", str(SEED), "--published", "2020-08-28"]
    done = subprocess.run([*command, "--output", str(tmp_path)], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1), done.stderr
    assert "3 pictures" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
