"""Which files become documents, in which order, and what is said of the others."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.ingest.folder import find_documents
from auditor.model import Document, Skipped

PAGE = "<!doctype html><title>Ferry back in service</title><p>The ferry runs again."
STORY = "Ferry back in service\n\nThe ferry runs again from Monday.\n"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    for name, text in {
        "b.html": PAGE,
        "a.txt": STORY,
        "saved/story": PAGE,
        "saved/deeper/c.htm": PAGE,
        "notes.pdf": "%PDF-1.7",
        "style.css": "p {}",
        "ferry.jpg": "no picture, but named as one",
        ".hidden.html": PAGE,
        "b_files/frame.html": PAGE,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def names(paths: list[str], under: Path) -> list[str]:
    return [entry.name.removeprefix(f"{under}/") for entry in find_documents(paths) if isinstance(entry, Document)]


def reason(path: str | Path) -> str:
    (entry,) = find_documents([str(path)])
    assert isinstance(entry, Skipped)
    assert entry.document == str(path)
    assert "\n" not in entry.reason
    return entry.reason


def test_folder_is_read_recursively_in_order_of_name(inbox: Path) -> None:
    assert names([str(inbox)], inbox) == ["a.txt", "b.html", "saved/deeper/c.htm", "saved/story"]


def test_folder_passes_over_and_counts_what_is_no_article(inbox: Path) -> None:
    found = find_documents([str(inbox)])
    # notes.pdf, style.css, the hidden page and the folder of the saved page's parts; the picture belongs to the stories
    assert (len(found), found.passed_over) == (4, 4)


def test_named_file_of_another_kind_is_skipped_by_name(inbox: Path) -> None:
    assert reason(inbox / "notes.pdf") == "a PDF, not an article; save the story as a web page or as plain text"


def test_document_carries_the_path_as_given_and_its_folder(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(inbox)
    first, second, _ = find_documents(["a.txt", "./saved"])
    assert isinstance(first, Document)
    assert (first.name, first.folder, first.data) == ("a.txt", ".", STORY.encode())
    assert isinstance(second, Document)
    assert second.name == "./saved/deeper/c.htm"


def test_pattern_is_expanded_when_the_shell_did_not(inbox: Path) -> None:
    assert names([f"{inbox}/*.html", f"{inbox}/**/c.*"], inbox) == ["b.html", "saved/deeper/c.htm"]
    assert "no such file" in reason(f"{inbox}/*.nothing")


def test_web_address_is_not_taken_for_a_path() -> None:
    assert (
        reason("https://news.example/story?id=7")
        == "a web address, and addresses are not fetched; save the page and give the file"
    )


def test_name_that_looks_like_a_pattern_is_a_name_first(tmp_path: Path) -> None:
    (tmp_path / "story[1].txt").write_text(STORY)
    assert names([str(tmp_path / "story[1].txt")], tmp_path) == ["story[1].txt"]


def test_same_path_twice_is_read_once(inbox: Path) -> None:
    assert names([str(inbox / "a.txt"), str(inbox / "a.txt")], inbox) == ["a.txt"]


def test_standard_input() -> None:
    (document,) = find_documents(["-"], stdin=io.BytesIO(STORY.encode()))
    assert document == Document(name="-", data=STORY.encode())
    (empty,) = find_documents(["-"], stdin=io.BytesIO())
    assert empty == Skipped(document="-", reason="empty (0 bytes); save or fetch it again")


def test_others_are_still_read(inbox: Path) -> None:
    entries = list(
        find_documents([str(inbox / "gone.html"), str(inbox / "a.txt"), str(inbox / "notes.pdf"), str(inbox / "b.html")])
    )
    assert [type(entry) for entry in entries] == [Skipped, Document, Skipped, Document]


def test_file_that_vanishes_between_listing_and_reading(inbox: Path) -> None:
    found = find_documents([str(inbox)])
    (inbox / "a.txt").unlink()
    first, *others = found
    assert isinstance(first, Skipped)
    assert "no such file" in first.reason
    assert all(isinstance(entry, Document) for entry in others)


def test_links_in_a_circle(inbox: Path) -> None:
    (inbox / "saved/up").symlink_to(inbox)
    (inbox / "circle.html").symlink_to(inbox / "circle.html")
    entries = list(find_documents([str(inbox)]))
    assert len(entries) == 5
    (circle,) = (entry for entry in entries if isinstance(entry, Skipped))
    assert "cannot be opened (too many levels of symbolic links)" in circle.reason


def test_pipe_and_device_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    assert reason(tmp_path / "pipe.html").startswith("a named pipe, not a file")
    assert reason("/dev/zero") == "a device, not a file; give a file"
    (entry,) = find_documents([str(tmp_path)])
    assert isinstance(entry, Skipped)


@pytest.mark.parametrize("name", ["two\nlines.txt", "- .txt", "ünï 記事.txt", "\x1b[31mred.txt", "%41;.txt", "'\".txt"])
def test_odd_names(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(STORY)
    assert names([str(tmp_path)], tmp_path) == [name]


def test_name_that_is_no_utf_8_can_be_printed(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(STORY)
    assert names([str(tmp_path)], tmp_path) == ["caf\\xe9.txt"]


def test_path_that_no_file_can_have() -> None:
    (zero, long) = find_documents(["a\0b", "x" * 5000])
    assert isinstance(zero, Skipped)
    assert zero.reason == "no valid path; check its characters"
    assert isinstance(long, Skipped)
    assert "file name too long" in long.reason


def test_folders_deeper_than_calls_can_nest(tmp_path: Path) -> None:
    previous = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1200):
        os.mkdir("d", dir_fd=previous)
        deeper = os.open("d", os.O_RDONLY, dir_fd=previous)
        os.close(previous)
        previous = deeper
    os.close(previous)
    entries = list(find_documents([str(tmp_path)]))
    subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)  # too deep for shutil
    assert entries == []


AS_NOBODY = """
import os
from auditor.ingest.folder import find_documents
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
for entry in find_documents(["."]):
    print(type(entry).__name__, getattr(entry, "reason", ""))
"""


def test_without_permission_the_others_are_read(inbox: Path) -> None:
    """Root reads everything, so the child gives its rights up; it starts inside the folder, whose parents may be closed to it."""
    inbox.chmod(0o755)
    (inbox / "closed").mkdir()
    (inbox / "closed").chmod(0)
    (inbox / "a.txt").chmod(0)
    child = subprocess.run([sys.executable, "-c", AS_NOBODY], capture_output=True, text=True, check=False, timeout=60, cwd=inbox)
    (inbox / "closed").chmod(0o755)
    denied = "permission denied; allow yourself to read it, or run as a user who may"
    assert child.stderr == ""
    assert child.stdout.splitlines() == [
        f"Skipped {denied}",
        "Document ",
        f"Skipped the folder was not read: {denied}",
        "Document ",
        "Document ",
    ]
