"""`auditor site check`, and `--site` on `check` and `split`."""

import hashlib
import json
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "fixtures" / "site_files"
FILE, PAGE = FOLDER / "skerry.toml", FOLDER / "old-layout.html"


def test_site_check_says_what_each_selector_matches(auditor):
    result = auditor("site", "check", FILE, PAGE)
    assert result.code == 0
    lines = result.out.splitlines()
    assert lines[:2] == [
        "skerry.toml: good; pages of skerrycourier.example published from 2019-01-01 until 2023-06-30",
        f"{PAGE}: read through this file",
    ]
    assert lines[5].split(maxsplit=3) == [
        "caption",
        "div.foto-credit",
        "1",
        '"Cars on the deck of the ferry after she had come back to No…"',
    ]


def test_site_check_names_what_matches_nothing(auditor, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(FILE.read_text().replace('"p.shot"', '"p.shots"'))
    result = auditor("site", "check", own, PAGE)
    assert result.code == 1
    assert "nothing; did you mean '.shot'?" in result.out
    assert result.out.endswith("credit p.shots: matches nothing on any page of the site\n")


def test_site_check_does_not_count_pages_of_others(auditor, story):
    result = auditor("site", "check", FILE, story)
    assert result.code == 1
    assert f"{story}: not touched: the page names no address of its own" in result.out


def test_a_wrong_key_is_wrong_usage(auditor, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text('hosts = "skerrycourier.example"\n[select]\ncredits = "p.shot"\n')
    for arguments in (("site", "check", own, PAGE), ("split", "--site", own, PAGE), ("check", "--site", own, PAGE)):
        result = auditor(*arguments)
        assert result.code == 2
        assert result.out == ""
        assert result.err == f"auditor: {own}, line 3: select.credits: unknown key; did you mean 'credit'?\n"


def test_unreadable_pages_are_named(auditor, tmp_path):
    (tmp_path / "gone.html").symlink_to(tmp_path / "nowhere")
    result = auditor("site", "check", FILE, PAGE, tmp_path / "gone.html")
    assert result.code == 3
    assert "gone.html" in result.err


def test_split_reads_through_the_file(auditor):
    plain, corrected = (json.loads(auditor("split", *site, PAGE).out) for site in ((), ("--site", FILE)))
    assert plain["title"] is None or plain["title"] != corrected["title"]
    assert corrected["title"] == "Ferry turns back in heavy seas"
    assert [item["credit_line"] for item in corrected["media"]] == ["Bram Oland/Skerry Courier", "Ada Rask"]


def test_check_reads_through_the_file(auditor, tmp_path):
    out = auditor("check", "--site", FILE, PAGE, "--output", tmp_path, "--fail-on", "never").out
    assert out.startswith("2 pictures: credited 2, person named 2")


def test_reports_name_the_site_files_that_made_them(auditor, tmp_path):
    formats = [word for name in ("json", "html", "markdown") for word in ("--format", name)]
    out = auditor("check", "--site", FILE, PAGE, "--output", tmp_path, "--name", "r", *formats).out
    sha256 = hashlib.sha256(FILE.read_bytes()).hexdigest()
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))["run"]["sites"] == [{"file": str(FILE), "sha256": sha256}]
    assert f"site file {FILE}\nsha256 {sha256}\n" in out
    assert all(sha256 in (tmp_path / f"r.{ending}").read_text("utf-8") for ending in ("html", "md"))
    assert "site file" not in auditor("check", PAGE).out


def test_a_baseline_is_written_as_the_check_reads(auditor, tmp_path):
    baseline = tmp_path / "baseline.json"
    assert auditor("baseline", "write", "--site", FILE, PAGE, "--output", baseline).code == 0
    result = auditor("check", "--site", FILE, PAGE, "--baseline", baseline, "--fail-on", "note")
    assert result.code == 0
    assert "No longer found" not in result.out
    assert auditor("baseline", "write", "--site", tmp_path / "gone.toml", PAGE, "--output", baseline).code == 2
