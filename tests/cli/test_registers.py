"""The house's registers through the command line: kill list and licences as CSV, pictures known by what they show."""

import json
from pathlib import Path

import pytest
from PIL import Image

DEMO = Path(__file__).parents[2] / "fixtures" / "demo"


@pytest.fixture
def shown(auditor, story):
    """The story with the file of its first picture beside it; the picture's hash as `auditor metadata` prints it."""
    with Image.open(DEMO / "ferry-arrival.jpg") as opened:
        opened.resize((400, 267)).save(story.parent / "nets.jpg", quality=60)
    return json.loads(auditor("metadata", DEMO / "ferry-arrival.jpg", "--picture-hash").out)["picture_hash"]


def test_a_killed_picture_blocks_whatever_its_size(auditor, story, shown, tmp_path):
    (tmp_path / "kills.csv").write_text(f"Shows,Why\n{shown},posed by actors\n")
    (tmp_path / "house.toml").write_text('[killed]\nfile = "kills.csv"\ncolumns = { picture_hash = "Shows", note = "Why" }\n')
    result = auditor(
        "check", story, "--registers", tmp_path / "house.toml", "--format", "json", "--output", tmp_path, "--name", "r"
    )
    said = " ".join(result.out.split())
    assert "The picture is on the kill list. See kills.csv, row 2, found by its perceptual hash." in said
    assert 'compare "posed by actors" - instructions, the house\'s register: kills.csv, row 2' in said
    report = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert [Path(source["file"]).name for source in report["run"]["registers"]] == ["house.toml", "kills.csv"]
    first, second = report["documents"][0]["pictures"]
    assert first["registered"] == [{"register": "killed", "place": "kills.csv, row 2", "matched_by": "perceptual hash"}]
    assert second["registered"] == []


def test_a_licence_that_ended_is_told_and_a_cell_that_says_nothing_is_named(auditor, story, tmp_path):
    (tmp_path / "l.csv").write_text("file_name;until;credit\nnets.jpg;01.02.2020;Elin Museum\nboat.jpg;soon;\n")
    (tmp_path / "house.toml").write_text('[licences]\nfile = "l.csv"\n')
    result = auditor("check", story, "--registers", tmp_path / "house.toml")
    said = " ".join(result.out.split())
    assert "The licence ended on 2020-02-01. See l.csv, row 2, found by its file name." in said
    assert "rights/right-expired (to check)" in said
    assert "The licence asks for the credit “Elin Museum”. See l.csv, row 2, found by its file name." in said
    assert "l.csv, row 3: until is 'soon', no day (write 2026-12-31); it is not used" in result.err


def test_registers_that_cannot_be_used_are_wrong_usage(auditor, story, tmp_path):
    result = auditor("check", story, "--registers", tmp_path / "gone.toml")
    assert (result.code, result.out) == (2, "") and "there is no such file" in result.err
