"""`auditor check`: exit codes, reports, one-line errors."""

import json

import pytest

from auditor.model import Field
from auditor.rules.base import Example
from tests.rules.published import picture_file

EXAMPLE_POLICY = 'extends = "default"\n[rules]\n"credit/missing" = "warn"\n"date/missing" = "off"\n"credit/only-hidden" = "off"\n'


@pytest.fixture
def good(story):
    """The story without its bare picture."""
    text = story.read_text("utf-8")
    story.write_text(text.replace("A boat leaves the harbour of Port Elin.", "A boat, March 3, 2026. Photo: Lena Ostrow/Reuters"))
    return story


def test_findings_fail_and_a_clean_story_does_not(auditor, story):
    assert auditor("check", story).code == 1
    text = story.read_text("utf-8").replace(
        "of Port Elin.</figcaption>", "of Port Elin, March 2, 2026. Photo: Ann Example/Reuters</figcaption>"
    )
    story.write_text(text, "utf-8")
    assert auditor("check", story).code == 0


@pytest.mark.parametrize(("fail_on", "code"), [("block", 0), ("warn", 1), ("note", 1), ("never", 0)])
def test_fail_on_sets_the_least_severity(auditor, story, tmp_path, fail_on, code):
    policy = tmp_path / "house.toml"
    policy.write_text(EXAMPLE_POLICY)
    assert auditor("check", story, "--policy", policy, "--fail-on", fail_on).code == code


def test_unreadable_wins_over_findings(auditor, story, tmp_path):
    result = auditor("check", story, tmp_path / "gone.html")
    assert result.code == 3
    assert "COULD NOT BE READ" in result.out and "Picture 2: A boat leaves the harbour" in result.out


def test_unreadable_wins_over_never(auditor, story, tmp_path):
    assert auditor("check", story, tmp_path / "gone.html", "--fail-on", "never").code == 3


def test_reports_are_written_and_agree(auditor, story, tmp_path):
    result = auditor("check", story, "--format", "json", "--format", "html", "--format", "json", "--output", tmp_path / "out")
    written = [tmp_path / "out" / "harbour.json", tmp_path / "out" / "harbour.html"]
    assert [line for line in result.out.splitlines() if line.startswith("Report: ")] == [f"Report: {path}" for path in written]
    report = json.loads(written[0].read_text("utf-8"))
    assert report["documents"][0]["document"] == str(story)
    opening = result.out.splitlines()[0]
    assert opening.startswith("2 pictures: credited 1, person named 1, dated 1, cannot tell 0")
    assert f"<h1>{opening}</h1>" in written[1].read_text("utf-8")
    assert written[1].read_text("utf-8").count('<li class="finding') == sum(report["summary"]["findings"].values()) > 0
    assert report["summary"]["pictures"] == 2 and report["summary"]["credited"] == 1


def test_several_documents_make_one_report(auditor, story, tmp_path):
    (tmp_path / "second.html").write_bytes(story.read_bytes())
    auditor("check", tmp_path, "--format", "json", "--output", tmp_path / "out")
    assert len(json.loads((tmp_path / "out" / "audit.json").read_text("utf-8"))["documents"]) == 2


def test_name_and_published(auditor, story, tmp_path):
    auditor("check", story, "--format", "json", "--output", tmp_path, "--name", "mine", "--published", "2026-04-01")
    assert json.loads((tmp_path / "mine.json").read_text("utf-8"))["documents"][0]["date_published"] == "2026-04-01"


def test_fixed_time_makes_reports_equal(auditor, story, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772798400")
    reports = []
    for name in ("one", "two"):
        auditor("check", story, "--format", "json", "--output", tmp_path, "--name", name)
        reports.append((tmp_path / f"{name}.json").read_bytes())
    assert reports[0] == reports[1]
    assert json.loads(reports[0])["run"]["time"] == "2026-03-06T12:00:00+00:00"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (
            ["--format", "htlm"],
            '--format "htlm" does not exist; there are: json, html, csv, ',
        ),
        (["--format", "htlm"], '; did you mean "html"?'),
        (["--format", "pdf"], '--format "pdf" does not exist; there are: json, html,'),
        (["--policy", "srtict"], "strict"),
        (["--published", "yesterday"], '--published is "yesterday", no date; write it as 2024-05-02'),
        (["--images", "no/such/folder"], "no such folder of pictures"),
        (["--name", "../up"], '--name "../up" is no file name'),
        (["--name", " "], "is no file name"),
    ],
)
def test_wrong_usage_is_one_line_and_nothing_is_done(auditor, story, tmp_path, options, words):
    result = auditor("check", story, "--output", tmp_path / "out", *options)
    assert (result.code, result.out) == (2, "")
    assert words in result.err and len(result.err.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_unknown_key_of_a_policy_names_the_nearest(auditor, story, tmp_path):
    policy = tmp_path / "house.toml"
    policy.write_text('[rules]\n"credit/mising" = "warn"\n')
    result = auditor("check", story, "--policy", policy)
    assert result.code == 2
    assert "credit/missing" in result.err and "line 2" in result.err and len(result.err.splitlines()) == 1


def test_report_folder_that_cannot_be_written(auditor, story, tmp_path):
    (tmp_path / "out").write_text("a file is in the way")
    result = auditor("check", story, "--format", "json", "--output", tmp_path / "out")
    assert result.code == 2 and "choose another folder with --output" in result.err


def test_wrong_time_is_named(auditor, story, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "noon")
    assert "SOURCE_DATE_EPOCH" in auditor("check", story).err


def test_without_paths_usage_is_wrong(auditor):
    assert auditor("check").code == 2


def test_every_format_is_written_to_a_file_of_its_own(auditor, story, tmp_path):
    from auditor.cli.report_files import FORMATS

    result = auditor("check", story, "--output", tmp_path / "out", *(word for name in FORMATS for word in ("--format", name)))
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert written == sorted(f"harbour.{ending}" for ending in FORMATS.values())
    assert result.out.count("Report: ") == len(FORMATS) == 9
    assert (tmp_path / "out" / "harbour.xlsx").read_bytes().startswith(b"PK")


def test_originals_are_compared_with_the_published_files(auditor, story, tmp_path):
    (tmp_path / "originals").mkdir()
    (tmp_path / "nets.jpg").write_bytes(picture_file(Example()))
    (tmp_path / "originals" / "nets.jpg").write_bytes(picture_file(Example(embedded=((Field.CREATOR, "Lena Ostrow"),))))
    result = auditor("check", story, "--originals", tmp_path / "originals", "--fail-on", "never")
    assert "lost creator, which its original" in " ".join(result.out.split())
    assert "lost creator" not in auditor("check", story, "--fail-on", "never").out
    assert auditor("check", story, "--originals", tmp_path / "nowhere").code == 2
