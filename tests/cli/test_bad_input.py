"""Bad input: one clear line each, exit code 3, and the other documents are audited all the same."""

import gzip
import subprocess
import sys

import pytest

from auditor import limits


def _long_line(path):
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)


BAD = {
    "empty.html": lambda path: path.touch(),
    "binary.html": lambda path: path.write_bytes(bytes(range(256)) * 64),
    "cut.html.gz": lambda path: path.write_bytes(gzip.compress(b"<html>" + b"x" * 9000)[:40]),
    "one-line.txt": _long_line,
    "picture.html": lambda path: path.write_bytes(b"\xff\xd8\xff\xe0 a picture under a false name"),
    "gone.html": lambda path: None,
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", ["check", "split"])
def test_one_line_says_what_is_wrong_and_the_story_is_read(auditor, story, tmp_path, command, name):
    bad = tmp_path / name
    BAD[name](bad)
    result = auditor(command, bad, story)
    assert result.code == 3
    said = "".join((result.err if command == "split" else result.out).split())  # a long path is wrapped at 80 columns
    assert said.count(str(bad)) == 1 and "faultintheauditor" not in said
    assert "Nets of Port Elin" in result.out


def test_all_of_them_at_once_are_listed_in_order(auditor, story, tmp_path):
    for name, write in BAD.items():
        write(tmp_path / name)
    result = auditor("split", *(tmp_path / name for name in BAD), story)
    assert [line.split(": ")[1] for line in result.err.splitlines()] == [str(tmp_path / name) for name in BAD]
    assert len(result.out.splitlines()) == 1


def test_bytes_that_are_no_utf8_are_read_and_printed(auditor, story):
    story.write_bytes(story.read_bytes().replace(b"Nets dry", b"N\xe9ts dr\xff\xfe"))
    assert auditor("split", story).code == 0
    assert auditor("check", story, "--fail-on", "never").code == 0


def test_an_empty_picture_file_is_named_and_the_story_audited(auditor, story, tmp_path):
    (tmp_path / "nets.jpg").touch()
    result = auditor("check", story, "--fail-on", "never")
    assert result.code == 0
    assert "nets.jpg:empty(0bytes)" in "".join(result.out.split())


def test_a_very_long_line_of_input_is_read_in_parts(auditor, monkeypatch):
    monkeypatch.setattr(limits, "MAX_PAGE_BYTES", 1000)
    assert len(auditor("credit", stdin="x" * 2500).out.splitlines()) == 3


def test_a_name_with_a_line_break_stays_one_line(auditor, tmp_path):
    assert len(auditor("split", tmp_path / "two\nlines \x1b[31m.html").err.splitlines()) == 1


def test_a_reader_that_has_seen_enough_changes_neither_reports_nor_exit_code(story, tmp_path):
    formats = ("--format", "html", "--format", "json", "--output", str(tmp_path), "--fail-on", "never")
    command = [sys.executable, "-m", "auditor", "check", str(story), *formats]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        run.stdout.close()
        said = run.stderr.read()
    assert (run.returncode, said) == (0, b"")
    assert all((tmp_path / f"harbour.{ending}").stat().st_size for ending in ("html", "json"))


def test_a_folder_that_cannot_be_written_to_is_said_before_the_work(auditor, story, tmp_path):
    taken = tmp_path / "taken"
    taken.touch()
    result = auditor("check", story, "--format", "json", "--output", taken)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"auditor: {taken} is a file and takes no reports; choose another folder with --output\n"
    assert auditor("check", story, "--format", "json", "--output", taken / "below").err == result.err
    assert auditor("check", story, "--output", taken).code == 1, "without a report nothing is written"
    made = tmp_path / "new" / "folder"
    assert auditor("check", story, "--format", "json", "--output", made).code == 1
    assert (made / "harbour.json").is_file()
    gone = tmp_path / "gone" / "baseline.json"
    result = auditor("baseline", "write", story, "--output", gone)
    assert result.code == 2
    assert result.err == f"auditor: --output {gone}: there is no folder {gone.parent}; make it or name another file\n"


@pytest.mark.parametrize("command", ["check", "split", "baseline write"])
def test_paths_without_any_article_are_named(auditor, tmp_path, command, monkeypatch):
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "nets.jpg").touch()
    monkeypatch.chdir(tmp_path)
    result = auditor(*command.split(), "pictures")
    assert result.code == 0
    assert result.err == "auditor: no article in pictures; nothing was read\n"
