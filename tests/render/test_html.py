import re
from dataclasses import replace
from itertools import pairwise

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Field, Origin, Span, Statement
from auditor.render.html import render_html
from auditor.render.marks import Run, marked_caption, runs
from tests.render.values import (
    AGAINST_FILE,
    CAPTION,
    NO_CREDIT,
    SHA,
    SUPPLIER_FORM,
    WAIVER,
    audit,
    bare,
    document,
    mixed,
    picture,
)

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\u202e\"'></style>{{ 7*7 }}"
JPEG = b"\xff\xd8\xff a small picture"


def soup(made) -> BeautifulSoup:
    return BeautifulSoup(render_html(made, thumbnails={SHA: JPEG}), "html.parser")


def words(tag) -> str:
    return " ".join(tag.get_text(" ").split())


def test_opens_with_one_line_and_one_table():
    page = soup(audit())
    assert words(page.h1) == "2 pictures: credited 1, person named 1, dated 1, cannot tell 1"
    first, second = page.select("table.overview tbody tr")
    assert [words(cell) for cell in first.select("td.answer")] == ["yes", "yes", "yes"]
    assert [words(cell) for cell in second.select("td.answer")] == ["NO", "NO", "cannot tell"]
    assert page.h1.find_next("table") == page.select_one("table.overview")


def test_a_card_a_picture_with_its_thumbnail_where_a_file_is_there():
    first, second = soup(audit()).select("article.card")
    assert first.img["src"].startswith("data:image/jpeg;base64,") and first.img["alt"]
    assert second.img is None and "no picture file at hand" in words(second)


def test_words_are_marked_in_place():
    caption = soup(audit()).select_one(".caption")
    assert caption.get_text() == CAPTION
    assert [(mark.get_text(), mark["class"]) for mark in caption.select("mark")] == [
        ("March 3, 2026", ["date"]),
        ("Lena Ostrow / ", ["credit", "block"]),
        ("Getty", ["credit", "block", "note"]),
    ]


def test_finding_shows_words_suggestion_evidence_and_leads_to_its_rule():
    page = soup(audit(document(picture(), findings=(AGAINST_FILE, SUPPLIER_FORM))))
    block, note = page.select("li.finding")
    assert words(block.select_one(".message")) == "block The page credits Lena Ostrow; the picture file names Jonas Weyland."
    assert [words(witness) for witness in block.select(".witnesses li")] == [
        "the words marked Lena Ostrow / Getty",
        "picture file Jonas Weyland creator: 2:80",
    ]
    assert words(note.kbd) == "Lena Ostrow/Getty Images"
    for finding in (block, note):
        assert page.find(id=finding.select_one(".rule a")["href"][1:]).name == "article"


def test_a_waived_finding_is_shown_as_such_and_one_past_its_end_at_the_top():
    made = replace(mixed(), expired_waivers=(WAIVER,))
    page = soup(made)
    waived = page.select_one("li.finding.waived")
    assert waived["data-severity"] == "waived" and "warn, waived" in words(waived)
    assert "waived by Ann Example, photo desk until 2026-12-31: the video's end titles name the crew" in words(waived)
    assert [words(tag) for tag in page.select(".counts .badge")] == ["3 block", "2 warn", "3 note", "1 waived"]
    assert page.select_one(".filter [name=waived]")
    assert "Expired waiver: fedcba9876543210" in words(page.header) and "Unused waiver" in words(page.footer)


def test_a_screen_reader_finds_its_way():
    page = soup(mixed())
    levels = [int(tag.name[1]) for tag in page.select("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert all(box.find_parent("label") for box in page.select("input")) and page.form["aria-label"]
    assert all(picture["alt"] for picture in page.select("img"))
    assert all(heading.get("scope") for heading in page.select("th")) and page.table.caption
    assert all(page.find(id=card["aria-labelledby"]) for card in page.select("article.card"))
    assert page.html["lang"] == "en" and len(page.select("main, header, footer")) == 3
    assert all(words["aria-label"] for words in page.select(".witnesses")) and page.output["aria-live"] == "polite"


def test_every_link_inside_the_page_has_its_target():
    page = soup(audit())
    targets = [link["href"][1:] for link in page.select("a[href^='#']")]
    assert targets and all(page.find(id=target) for target in targets)
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))


def test_states_tool_policy_inputs_and_what_was_not_read():
    text = words(soup(audit()))
    for part in (
        "auditor 0.",
        "cd" * 32,
        "ab" * 32,
        "2026-03-06 12:00 UTC",
        "stories/broken.html: binary data",
        "IIM block cut off at byte 40",
    ):
        assert part in text
    assert "witness/page-against-file (1)" in text


def test_what_a_page_says_stays_text():
    item = replace(bare(0, HOSTILE), header=HOSTILE, alt_text=HOSTILE, urls=("javascript:alert(3)", HOSTILE))
    statement = Statement(field=Field.CREATOR, value=HOSTILE, origin=Origin.XMP, locator=HOSTILE)
    fault = replace(
        NO_CREDIT, picture=0, message=HOSTILE, text=HOSTILE, suggestion=HOSTILE, related=(statement,), span=Span(0, 8)
    )
    story = document(item, findings=(fault, replace(fault, field=Field.ALT_TEXT), replace(fault, picture=None)), name=HOSTILE)
    page = replace(story.page, title=HOSTILE, language='en" onload="alert(4)', url="javascript:alert(5)", problems=(HOSTILE,))
    html = render_html(audit(replace(story, page=page)), thumbnails={})
    parsed = BeautifulSoup(html, "html.parser")
    assert len(parsed.select("script")) == 1 and not parsed.select("img")
    assert not [tag for tag in parsed.find_all(True) for name in tag.attrs if name.startswith("on")]
    assert all(link["href"].startswith(("#", "http")) for link in parsed.select("a"))
    assert "<U+202E>" in parsed.select_one(".caption").get_text() and "\u202e" not in html


def test_nothing_is_fetched():
    page = soup(audit())
    html = str(page)
    assert not page.select("link, iframe, object, embed, video, audio, source, form[action], base")
    assert all(tag["src"].startswith("data:") for tag in page.select("[src]"))
    assert not re.search(r"@import|url\(|fetch\(|XMLHttpRequest|sendBeacon", html)
    policy = page.select_one("meta[http-equiv='Content-Security-Policy']")["content"]
    assert policy.startswith("default-src 'none'; img-src data:;") and "unsafe" not in policy


def test_several_documents_keep_their_pictures_apart():
    page = soup(audit(document(picture()), document(picture(), name="stories/two.html")))
    assert [card["id"] for card in page.select("article.card")] == ["d1p1", "d2p1"]
    assert words(page.select_one(".story")) == "2 documents"


def test_marks_may_overlap_touch_and_reach_outside():
    marks = [(Span(0, 4), "credit"), (Span(2, 6), "warn"), (Span(6, 99), "date")]
    assert list(runs("abcdefgh", marks)) == [
        Run("ab", ("credit",)),
        Run("cd", ("credit", "warn")),
        Run("ef", ("warn",)),
        Run("gh", ("date",)),
    ]
    assert list(runs("", marks)) == []
    assert marked_caption(bare(0), []) == []


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)).map(sorted), max_size=6))
def test_marking_loses_no_character(text, edges):
    marked = list(runs(text, [(Span(start, end), f"k{number}") for number, (start, end) in enumerate(edges)]))
    assert "".join(run.text for run in marked) == text
    assert all(run.text for run in marked)
