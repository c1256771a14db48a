from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.render.printable import columns, cut, printable, printable_path, wrapped
from auditor.render.terminal import MANY_PICTURES, WIDTH, render_terminal
from tests.render.values import NO_CREDIT, UNSURE, WAIVER, audit, bare, document, mixed, picture


def test_opens_with_one_line_and_one_table():
    lines = render_terminal(audit()).splitlines()
    assert lines[0] == "2 pictures: credited 1, person named 1, dated 1, cannot tell 1"
    assert lines[2].split() == ["credit", "person", "date"]
    assert lines[3].startswith("Picture 1 (lead): Nets dry on the quay") and lines[3].split()[-3:] == ["yes", "yes", "yes"]
    assert lines[4].split() == ["Picture", "2:", "A", "boat.", "NO", "NO", "cannot", "tell"]


def test_names_picture_fault_words_and_what_to_write():
    text = render_terminal(audit())
    block = text[text.index("Picture 1 (lead): Nets dry on the quay of Port Elin, March") :]
    for part in (
        "BLOCK The page credits Lena Ostrow; the picture file names Jonas Weyland.",
        'words    "Lena Ostrow / Getty"',
        'compare  "Jonas Weyland" - creator, picture file: 2:80',
        "rule     witness/page-against-file",
        "write    Lena Ostrow/Getty Images",
        "rule     date/ambiguous (cannot tell, to check)",
    ):
        assert part in block


def test_states_tool_policy_inputs_and_what_was_not_read():
    text = render_terminal(audit())
    assert "COULD NOT BE READ: stories/broken.html: binary data, no article" in text
    assert "COULD NOT BE READ: demo/boat.jpg: IIM block cut off at byte 40" in text
    for part in (f"sha256 {'ab' * 32}", f"policy sha256 {'cd' * 32}", "policy default, 2026-03-06 12:00 UTC", "3 files"):
        assert part in text
    assert "Not checked, for want of anything to check with: witness/page-against-file (1)" in text


def test_waived_findings_are_quiet_and_waivers_to_look_after_are_named():
    text = " ".join(render_terminal(replace(mixed(), expired_waivers=(WAIVER,))).split())
    assert "warn Nothing says when. waived by Ann Example, photo desk until 2026-12-31" in text
    assert "3 block, 2 warn, 3 note, 1 waived; 2 documents read" in text
    assert "Expired waiver: fedcba9876543210" in text and f"Unused waiver: {'e' * 16}" in text


def test_colour_changes_nothing_but_colour():
    import re

    coloured = render_terminal(audit(), colour=True)
    assert "\x1b[1;31mNO" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == render_terminal(audit())
    assert "\x1b" not in render_terminal(audit())


@pytest.mark.parametrize(
    "caption",
    [
        "word " * 60,
        "x" * 300,
        "東京湾に停泊する船。" * 20,
        "\x1b]0;owned\x07\x1b[2J" * 10,
        "\u202egpj.exe " * 30,
        "ก\u0e33\u0301 " * 60,
    ],
)
def test_never_wider_than_the_terminal_and_never_in_command_of_it(caption):
    item = bare(1, caption)
    fault = replace(NO_CREDIT, message=caption, text=caption, suggestion=caption)
    for line in render_terminal(audit(document(item, findings=(fault,)))).splitlines():
        assert columns(line) <= WIDTH
        assert line.replace("\u200d", "").isprintable()


def test_many_pictures_become_a_table_of_documents_and_one_of_rules():
    story = document(picture(), *(bare(n) for n in range(1, MANY_PICTURES + 1)), findings=(NO_CREDIT, NO_CREDIT, UNSURE))
    lines = render_terminal(audit(story)).splitlines()
    assert lines[0].startswith("101 pictures: credited 1,")
    assert lines[3].split() == ["stories/nets.html", "101", "1", "1", "1", "2", "1", "0"]
    assert "BLOCK       2  credit/missing" in lines
    assert not any(line.startswith("Picture 2") for line in lines)


def test_no_pictures_no_table():
    assert render_terminal(audit(document())).splitlines()[0] == "0 pictures: credited 0, person named 0, dated 0, cannot tell 0"


def test_text_helpers():
    assert printable_path("a  b\n.html") == "a  b<U+000A>.html"
    assert printable("a\u200b\n\tb\x07") == "a<U+200B> b<U+0007>"
    assert cut("harbour", 5) == "harb…" and cut("harbour", 5, keep_end=True) == "…bour" and cut("東京湾", 5) == "東京…"
    assert list(wrapped("one two threefour", 6, indent="  ")) == ["  one", "  two", "  thre", "  efou", "  r"]


def test_a_path_is_printed_whole_and_harmless():
    path = "stories/" + "long-name-" * 12 + "\x1b[2J.html"
    assert printable(path) in render_terminal(audit(document(bare(0), name=path))).splitlines()


@given(st.text(max_size=200), st.integers(8, 80))
def test_wrapping_loses_nothing_but_spaces_at_breaks(text, width):
    line = printable(text)
    lines = list(wrapped(line, width, indent="  "))
    assert all(columns(part) <= width for part in lines)
    assert "".join("".join(lines).split()) == "".join(line.split())


@given(st.text(max_size=60), st.integers(2, 40), st.booleans())
def test_cutting_fits(text, width, keep_end):
    assert columns(cut(printable(text), width, keep_end=keep_end)) <= width
