"""Which form of a headline is the reader's."""

from dataclasses import replace

import pytest

from auditor.readers.page_title import Titles, best_title

NONE = Titles(structured=None, meta=None, shown=None, of_page="", site="")
READER = "Harbour master quits over missing ferry tickets"
SEARCH = "Ferry tickets 2024: why the Lindsund harbour master resigned"


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (replace(NONE, structured=READER, meta=SEARCH, shown=READER), READER),
        (replace(NONE, structured=SEARCH, meta=READER, shown=READER, of_page=SEARCH), SEARCH),
        (replace(NONE, shown=READER, meta=f"{READER} * The Example"), READER),
        (replace(NONE, meta=SEARCH, shown="Most read"), SEARCH),
        (replace(NONE, of_page=f"{READER} - The Example", site="The Example"), READER),
        (NONE, None),
    ],
    ids=("structured first", "no sign that it is for search", "shown", "declared", "window only", "nothing"),
)
def test_the_order_of_the_forms(titles: Titles, expected: str | None):
    assert best_title(titles) == expected


FOR_SEARCH = replace(NONE, structured=SEARCH, meta=READER, shown=READER, of_page=SEARCH)


def test_the_heading_marked_as_headline_goes_before_the_structured_one():
    assert best_title(replace(FOR_SEARCH, shown=None, marked=READER)) == READER


def test_a_structured_headline_that_is_the_heading_of_the_breadcrumb_is_for_search():
    assert best_title(replace(FOR_SEARCH, other_headings=("News", SEARCH.upper()))) == READER


@pytest.mark.parametrize("kicker", ["“Free riders”: ", "Lindsund – "])
def test_a_structured_headline_loses_the_kicker_that_heading_and_share_title_lack(kicker: str):
    assert best_title(replace(NONE, structured=kicker + READER, meta=READER, shown=READER)) == READER


def test_one_form_without_a_kicker_does_not_take_it_from_the_others():
    both = f"Lindsund: {READER}"
    assert best_title(replace(NONE, structured=both, meta=READER, shown=f"Lindsund {READER}")) == both


def test_the_share_title_alone_outvotes_nobody():
    alone = replace(NONE, structured=SEARCH, meta=READER, shown=SEARCH, of_page=SEARCH, other_headings=(SEARCH,))
    assert best_title(alone) == SEARCH
    assert best_title(replace(alone, marked=SEARCH)) == SEARCH


def test_a_marked_heading_that_nothing_confirms_outvotes_nobody():
    assert best_title(replace(NONE, structured=READER, meta=READER, shown=READER, marked="Also on our pages")) == READER
    assert best_title(replace(NONE, shown=READER, marked="Also on our pages")) == READER


def test_signs_between_the_same_words_are_no_other_headline():
    structured = "Lindsund: Harbour master quits"
    same = replace(NONE, structured=structured, meta="Lindsund - Harbour master quits", shown="Lindsund Harbour master quits")
    assert best_title(replace(same, marked=same.shown)) == structured


QUOTE = "“The tickets were never printed”"


@pytest.mark.parametrize(
    ("shown", "meta", "expected"),
    [
        (f"Trouble at sea - {QUOTE}", f"Ferry scandal: {QUOTE}", QUOTE),
        ("Trouble at sea - A comment", "Ferry scandal: A comment", "Ferry scandal: A comment"),
        ("Ferries - more than we count", "Buses are more than we count", "Buses are more than we count"),
    ],
    ids=("two kickers", "too few words", "no sign before them in the other"),
)
def test_two_kickers_before_the_same_words_are_both_left_out(shown: str, meta: str, expected: str):
    assert best_title(replace(NONE, shown=shown, meta=meta)) == expected
