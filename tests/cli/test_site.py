"""`auditor site check`, and `--site` on `check` and `split`."""

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
