"""Credits that no mark tells from a caption: known by what else the page says."""

import pytest

from auditor.readers.html import read_html
from tests.readers.test_html_heads import WRITER
from tests.readers.test_html_unseen import CAPTION, FIRST, IMG, SECOND, THIRD, page, words


def figure(caption: str, name: str = "ferry-wreck") -> str:
    return f"<figure><img src=/media/2024/{name}.jpg><figcaption>{caption}</figcaption></figure>"


@pytest.mark.parametrize("end", ["({})", "[{}]", "{}"])
def test_a_name_that_closes_several_captions_or_is_the_writers_is_the_credit(end):
    maker = end.format("Ada Holm")
    two = page(figure(f"{CAPTION} {maker}") + figure(f"The empty quay. {maker}", "quay-empty"))
    assert words(two) == [[CAPTION, maker], ["The empty quay.", maker]]
    assert words(page(figure(f"{CAPTION} {maker}"))) == [[f"{CAPTION} {maker}"]]
    writer = end.format("Ole Brandt")
    assert words(page(figure(f"{CAPTION} {writer}"), head=WRITER)) == [[CAPTION, writer]]


def test_whom_each_caption_shows_is_no_credit():
    both = figure("The captain (Ada Holm)") + figure("The diver (Ida Qvist)", "diver")
    assert words(page(both)) == [["The captain (Ada Holm)"], ["The diver (Ida Qvist)"]]


def test_what_follows_a_stroke_behind_a_sentence_is_the_credit():
    assert words(page(figure(f"{CAPTION} | DR"))) == [[CAPTION, "DR"]]
    assert words(page(figure("North quay | the ferry"))) == [["North quay | the ferry"]]


def test_a_credit_element_that_opens_with_a_caption_holds_both():
    block = f"<figure>{IMG}<span class=meta><cite>%s</cite></span></figure>"
    assert words(page(block % "Divers at the empty north quay | Ada Holm/Lindsund")) == [
        ["Divers at the empty north quay", "Ada Holm/Lindsund"]
    ]
    assert words(page(block % "Ada Holm | Getty Images")) == [["Ada Holm | Getty Images"]]


def test_italics_behind_a_full_stop_are_the_credit_and_within_a_sentence_are_not():
    assert words(page(figure(f"<span>{CAPTION} </span><em>Ada Holm for Lindsund</em>"))) == [[CAPTION, "Ada Holm for Lindsund"]]
    assert words(page(figure("Divers on board of the <em>Ada Holm</em>"))) == [["Divers on board of the Ada Holm"]]


def test_one_line_credits_the_captioned_pictures_of_a_gallery():
    inside = figure("The captain.") + figure("The diver.", "diver")
    gallery = f"<figure class=gallery>{inside}<figcaption>Photos: Lindsund Town</figcaption></figure>"
    assert words(page(gallery)) == [["The captain.", "Photos: Lindsund Town"], ["The diver.", "Photos: Lindsund Town"]]


def test_pictures_called_related_are_the_storys_own_if_they_are_signed():
    box = f"<div class=related_images>{IMG}<p><span>At the quay</span> {{}}</p></div>"
    assert words(page(box.format("<span class=credit>Ada Holm</span>"))) == [["At the quay", "Ada Holm"]]
    assert words(page(box.format(""))) == []


def test_an_empty_element_beside_a_picture_is_there_for_its_words():
    shown = f"<figure>{IMG}<div data-c-caption='{CAPTION}' data-c-credit='Ada Holm'></div></figure>"
    assert words(page(shown)) == [[CAPTION, "Ada Holm"]]
    assert words(page(f"<figure><div data-caption='{CAPTION}'>{IMG}</div></figure>")) == [[]]


@pytest.mark.parametrize(
    ("said", "kind"),
    [("Ada Holm/AFP", "credit_line"), ("The quay on Monday. Photo: Ada Holm", "caption")],
)
def test_a_last_line_about_the_cover_picture_is_of_the_lead(said, kind):
    last = f"<p><em>(Cover photo: {said})</em></p>"
    story = f"<article><h1>Ferry sinks</h1><div>{IMG}</div><div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>{last}</div></article>"
    found = read_html(story.encode())
    assert [(s.field.value, s.value) for s in found.media[0].statements if s.origin.is_displayed] == [(kind, said)]
    assert found.body == (FIRST, SECOND, THIRD)


def test_the_writers_line_below_the_standfirst_is_no_body():
    assert "Von Ole Brandt" not in read_html(page("<p>Von Ole Brandt</p>", head=WRITER)).body
