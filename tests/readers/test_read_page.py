"""The reader is picked by what the bytes hold; what no reader takes is refused in one clear line; encodings are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Document, Page, UnreadableError
from auditor.readers import read_page
from auditor.readers.text_encoding import decode_text

STORY = "Fähre fährt wieder\n\nDie Fähre nach Sandholm fährt seit Montag wieder, wie früher.\n"


def read(data: bytes, name: str = "-") -> Page:
    return read_page(Document(name=name, data=data))


@pytest.mark.parametrize("name", ["-", "story.txt", "story.html", "story"])
def test_a_page_is_a_page_under_any_name(name: str) -> None:
    page = read(b"\n<!-- saved --><!DOCTYPE html><html><title>Ferry runs</title><body><p>The ferry runs again.</p>", name)
    assert not page.blocks


@pytest.mark.parametrize("name", ["-", "story.txt", "story"])
def test_text_is_text(name: str) -> None:
    page = read(STORY.encode(), name)
    assert page.title == "Fähre fährt wieder"
    assert page.blocks[-1].span.end == len(STORY)
    assert page.problems == ()


def test_what_is_no_article_is_refused() -> None:
    with pytest.raises(
        UnreadableError, match=r"^a PNG picture, not an article; `auditor metadata` reads it, or give the story it belongs to$"
    ):
        read(b"\x89PNG\r\n\x1a\n" + bytes(50), "story.html")
    with pytest.raises(UnreadableError, match=r"^binary data, not an article; save the story as a web page or as plain text$"):
        read(bytes(range(256)) * 4, "story.txt")


def test_what_was_amiss_on_the_way_in_stays_known() -> None:
    assert read_page(Document(name="-", data=STORY.encode(), problems=("4 bytes were not read",))).problems == (
        "4 bytes were not read",
    )


def test_utf_16_with_its_mark() -> None:
    assert read(STORY.encode("utf-16")).title == "Fähre fährt wieder"
    assert read(b"\xfe\xff" + STORY.encode("utf-16-be")).title == "Fähre fährt wieder"


def test_windows_text_is_read_and_named() -> None:
    text, problems = decode_text(STORY.encode("cp1252"))
    assert text == STORY
    assert problems == ("not UTF-8 (first seen on line 1), read as Windows-1252; save it as UTF-8 if letters look wrong",)


def test_invalid_utf_8_is_replaced_and_named() -> None:
    page = read(STORY.encode() + b"\nDie Insel h\xffrt es gern.\n")
    assert page.body[-1] == "Die Insel h\ufffdrt es gern."
    assert page.problems == ("not valid UTF-8 (first seen on line 5), 1 unreadable places replaced; save it as UTF-8",)


def test_text_in_another_eastern_encoding_is_not_taken_for_western() -> None:
    _, problems = decode_text("例島のフェリーが再開した。".encode("shift_jis"))
    assert problems[0].startswith("not valid UTF-8")


@given(st.binary(max_size=300))
def test_any_bytes_give_a_page_or_one_line(data: bytes) -> None:
    try:
        page = read(data)
    except UnreadableError as error:
        assert str(error)
        assert "\n" not in str(error)
    else:
        assert isinstance(page, Page)
