"""The demo story: its pictures hold what they should, its faults are found and nothing else, its committed report is current."""

import json
import re

import pytest
from PIL import Image

from auditor import read_metadata
from auditor.embedded.reconcile import metadata_record
from tests.demo.pictures import FOLDER, HEIGHT, PICTURES, WIDTH, picture_file
from tests.demo.sample import SAMPLE, write_reports

FAULTS = [
    (1, "credit/missing", "block"),
    (2, "date/weekday-mismatch", "block"),
    (3, "witness/page-against-file", "block"),
    (4, "date/file-label-missing", "warn"),
    (5, "credit/supplier-form", "note"),
    (6, "credit/platform-only", "warn"),
    (6, "date/missing", "warn"),
    (6, "witness/metadata-stripped", "note"),
]
REWRITE = "the demo's report has changed: look at it, then run python -m tests.demo.sample"
THUMBNAIL = re.compile(r"data:image/jpeg;base64,[\w+/=]+")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    (folder / "demo.txt").write_text(write_reports(folder), encoding="utf-8")
    return folder


def test_every_planted_fault_is_found_and_no_other(made):
    story = json.loads((made / "demo.json").read_text("utf-8"))["documents"][0]
    assert [(f["picture"], f["rule"], f["severity"]) for f in story["findings"]] == FAULTS
    assert [item["file"]["name"] for item in story["pictures"]] == [f"fixtures/demo/{name}.jpg" for name in PICTURES]


@pytest.mark.parametrize("name", ["demo.json", "demo.txt"])
def test_the_committed_report_is_current(made, name):
    assert (SAMPLE / name).read_text("utf-8") == (made / name).read_text("utf-8"), REWRITE


def test_the_committed_html_is_current_but_for_how_pillow_encodes(made):
    committed, new = ((folder / "demo.html").read_text("utf-8") for folder in (SAMPLE, made))
    assert len(THUMBNAIL.findall(committed)) == len(PICTURES)
    assert THUMBNAIL.sub("thumbnail", committed) == THUMBNAIL.sub("thumbnail", new), REWRITE


@pytest.mark.parametrize("name", PICTURES)
def test_the_generator_still_makes_the_committed_picture(name):
    committed = (FOLDER / f"{name}.jpg").read_bytes()
    with Image.open(FOLDER / f"{name}.jpg") as picture:
        assert picture.size == (WIDTH, HEIGHT)
    assert metadata_record(read_metadata(committed)) == metadata_record(read_metadata(picture_file(name)))
