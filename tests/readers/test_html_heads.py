"""What pages do around a story's head and beside its pictures: covers behind headlines, writers' portraits, paid boxes."""

import pytest

from auditor.readers.html import read_html
from tests.readers.test_html_unseen import CAPTION, FIRST, IMG, SECOND, THIRD, page, words

WRITER = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Ole Brandt"}}</script>'
)
SHARED = '<meta property="og:image" content="https://x.example/media/2024/ferry-wreck.jpg">'


def headed(before: str, *, head: str = "") -> bytes:
    """The page with something in place of its headline."""
    return page("", head=head).replace(b"<h1>Ferry sinks</h1>", before.encode())


def test_a_shared_picture_painted_behind_the_headline_is_the_lead_and_the_headline_no_caption():
    cover = (
        '<div class=hero style="background-image:url(/media/2024/ferry-wreck.jpg)"><h1>Ferry sinks</h1><p>By Ole Brandt</p></div>'
    )
    found = read_html(headed(cover, head=SHARED))
    (item,) = found.media
    assert item.is_lead
    assert not [s for s in item.statements if s.origin.is_displayed]
    assert found.title == "Ferry sinks"
    assert read_html(headed(cover)).media == ()


@pytest.mark.parametrize("painted", ["", "<figure>{}</figure>"])
def test_a_shared_picture_painted_alone_is_one(painted):
    element = "<div style=\"background-image:url('/media/2024/ferry-wreck.jpg')\"></div>"
    assert words(page((painted or "{}").format(element), head=SHARED)) == [[]]


def test_a_painted_poster_is_a_still_of_a_film_and_other_backgrounds_are_decoration():
    element = '<div class="{}" style="background-image:url(/media/2024/divers.jpg)"></div>'
    assert words(page(element.format("player__poster"))) == [[]]
    assert words(page(element.format("band"))) == []


def test_a_caption_behind_the_byline_is_not_that_of_the_writers_portrait():
    byline = "<div class=by><img src=/staff/brandt.jpg width=200><span>Ole Brandt</span><span>Tue 12 May</span></div>"
    head = f"<section><div>{IMG}</div><div><h1>Ferry sinks</h1>{byline}</div><div class=hero-caption>{CAPTION}</div></section>"
    assert words(headed(head, head=WRITER)) == [[CAPTION]]


def test_a_portrait_beside_the_writers_name_is_no_picture_of_the_story_and_one_signed_by_the_writer_is():
    byline = "<ul><li><img src=/m/one-b.jpg></li><li>Ole Brandt</li><li>4 min read</li></ul>"
    assert words(headed(f"{byline}<h1>Ferry sinks</h1>", head=WRITER)) == []
    signed = f"<div>{IMG}<p>The quay</p><p>Ole Brandt</p></div>"
    assert words(page(signed, head=WRITER)) == [["The quay", "Ole Brandt"]]


def test_name_and_agency_in_elements_side_by_side_are_one_credit():
    credits = "<div class=photo-credit>Ada Holm</div><div class=photo-source>%s</div>"
    block = f"<figure>{IMG}<div><figcaption>{CAPTION}</figcaption>{credits}</div></figure>"
    assert words(page(block % "Lindsund Radio")) == [[CAPTION, "Ada Holm / Lindsund Radio"]]
    assert words(page(block % "Ada Holm")) == [[CAPTION, "Ada Holm"]]


def test_a_box_with_a_paid_link_is_no_picture_of_the_story_unless_its_words_are_a_credit():
    box = (
        '<div class=product>{}<div>The lamp we liked</div><a rel="nofollow sponsored" href="https://shop.example/l">$40</a></div>'
    )
    assert words(page(box.format(IMG))) == []
    figure = f"<figure>{IMG}<figcaption>{CAPTION}</figcaption></figure>"
    assert words(page(box.format(figure)))[0][0] == CAPTION


def test_the_credit_behind_a_caption_of_two_pictures_is_of_both():
    pair = "<div class=pair><div><img src=/media/quay-left.jpg></div><div><img src=/media/quay-right.jpg></div>{}</div>"
    meta = f"<div><p class=caption>{CAPTION}</p></div><div class=credit>Ada Holm</div>"
    assert words(page(pair.format(meta))) == [[CAPTION, "Ada Holm"], [CAPTION, "Ada Holm"]]


def test_short_lines_between_headline_and_text_are_no_body():
    head = "<p>Islands</p><h1>Ferry sinks</h1><p>Ole Brandt</p><p>12 May · 4 min read</p><p>All are safe.</p>"
    story = f"<article><div>{head}<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></article>"
    assert read_html(story.encode()).body == ("All are safe.", FIRST, SECOND, THIRD)
