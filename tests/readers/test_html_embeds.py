"""Players, posts and sound in the running text; the golden page `embeds.html` has one of each. All of our own writing."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.data.embeds import embeds
from auditor.model import Field, MediaKind, Page
from auditor.readers.html import read_html

BEFORE = "<p>The ferry to Sandholm runs again after weeks in the dock, and the first boat left the harbour full on Monday.</p>"
AFTER = "<p>The crew had used the time to paint the deck, which nobody had done since the ferry came to the island.</p>"


def read(inside: str, *, end: str = "") -> Page:
    return read_html(f"<html lang=en><body><article><h1>Ferry</h1><div>{BEFORE}{inside}{AFTER}{end}</div></article>".encode())


def said(page: Page, field: Field) -> list[str]:
    return [s.value for item in page.media for s in item.stating(field)]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.youtube.com/embed/abc", "YouTube"),
        ("//www.youtube-nocookie.com/embed/abc?rel=0", "YouTube"),
        ("https://PLAYER.vimeo.com:443/video/1", "Vimeo"),
        ("https://embed.podcasts.apple.com/us/podcast/x", "Apple Podcasts"),
        ("https://www.facebook.com/plugins/post.php?href=x", "Facebook"),
        ("https://www.facebook.com/plugins/like.php?href=x", None),
        ("https://www.youtube.com/subscribe_embed?channel=x", None),
        ("https://youtube.com.evil.example/embed/abc", None),
        ("https://notyoutube.com/embed/abc", None),
        ("/embed/abc", None),
        ("https://[", None),
    ],
)
def test_a_platform_is_known_by_host_and_path(address, name):
    found = embeds().of_address(address)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    "inside",
    [
        '<iframe src="https://ads.example/slot"></iframe>',
        '<iframe src="https://www.youtube.com/embed/" hidden></iframe>'.replace("/embed/", "/subscribe_embed"),
        '<iframe src="about:blank"></iframe>',
        '<div class="newsletter"><iframe src="https://www.youtube.com/embed/a"></iframe></div>',
        '<aside><iframe src="https://www.youtube.com/embed/a"></iframe></aside>',
        '<blockquote class="pullquote"><p>It is good to be back.</p></blockquote>',
        "<audio></audio>",
        '<section layout="row"><p>x</p></section>',
    ],
)
def test_what_is_no_embed_of_the_story(inside):
    assert read(inside).media == ()


def test_embeds_have_no_picture_address():
    page = read('<iframe src="https://www.youtube.com/embed/a" title="First trip"></iframe>')
    assert [(item.kind, item.url, item.urls, item.header) for item in page.media] == [(MediaKind.EMBED, None, (), "First trip")]
    assert said(page, Field.ADDRESS) == ["https://www.youtube.com/embed/a"]
    assert said(page, Field.PROVIDER) == ["YouTube"]


def test_each_is_one_item_wherever_it_is_repeated():
    frame = '<iframe src="https://www.youtube.com/embed/a"></iframe>'
    assert len(read(f"<div>{frame}<noscript>{frame}</noscript></div>").media) == 1


def test_the_still_of_a_player_stands_for_it():
    still = '<img src="https://img.example/first-trip-still.jpg" alt="">'
    page = read(f'<div class="player">{still}<iframe src="https://www.youtube.com/embed/a"></iframe></div>')
    assert [item.url for item in page.media] == ["https://img.example/first-trip-still.jpg"]


def test_a_caption_below_a_frame_is_the_frames_not_the_pictures_before_it():
    picture = '<figure><img src="https://img.example/ferry-in-dock.jpg" alt=""></figure>'
    page = read(
        f'{picture}<div><iframe src="https://player.vimeo.com/video/1"></iframe><div class="caption">On board</div></div>'
    )
    assert [(item.kind.value, [s.value for s in item.stating(Field.CAPTION)]) for item in page.media] == [
        ("image", []),
        ("embed", ["On board"]),
    ]


def test_positions_follow_the_page():
    picture = '<figure><img src="https://img.example/ferry-{}.jpg"><figcaption>Ferry {} of the line.</figcaption></figure>'
    frame = '<iframe src="https://player.vimeo.com/video/{}"></iframe>'
    page = read(picture.format("one", 1) + frame.format(1) + picture.format("two", 2) + frame.format(2) + "<p>x</p>")
    assert [item.kind.value for item in page.media] == ["image", "embed", "image", "embed"]
    assert [item.position for item in page.media] == [0, 1, 2, 3]


def test_frames_behind_the_story_count_only_with_a_caption():
    frame = '<iframe src="https://player.vimeo.com/video/{}"></iframe>'
    page = read("", end=frame.format(1) + f"<figure>{frame.format(2)}<figcaption>On board</figcaption></figure>")
    assert said(page, Field.ADDRESS) == ["https://player.vimeo.com/video/2"]


def test_a_page_full_of_frames_is_read_up_to_the_cap():
    frames = "".join(f'<iframe src="https://player.vimeo.com/video/{n}"></iframe>' for n in range(3000))
    page = read('<figure><img src="https://img.example/ferry-in-dock.jpg"><figcaption>The ferry</figcaption></figure>' + frames)
    assert len(page.media) == 2000
    assert page.problems == ("1,001 pictures beyond the first 2,000 were not read, embeds counted",)


_BITS = st.sampled_from(
    ["<div>", "</div>", "<figure>", "</figure>", "<figcaption>On board", "</figcaption>", "<iframe src=https://player.vimeo.com/video/1>",
     "</iframe>", "</blockquote>", "<noscript>", "<iframe src='https://['></iframe>", "<audio src=/a.mp3>", "</audio>",
     "<blockquote class=twitter-tweet>",
     "<a href=' '>", "<lite-youtube videoid=x>", "<div class=fb-post>", "<img src=/img/ferry-in-dock.jpg>", "<p>", BEFORE, AFTER]
)  # fmt: skip


@given(st.lists(_BITS, max_size=30).map("".join))
def test_any_mixture_is_read(html):
    page = read(html)
    captions = {s.value for item in page.media for s in item.statements if s.origin.is_displayed}
    assert not captions & set(page.body)
    assert [item.position for item in page.media] == list(range(len(page.media)))


def test_pictures_that_only_a_script_knows_stay_out():
    state = '{"image": {"url": "https://img.example/ferry-of-tomorrow.jpg", "caption": "The new ferry", "credit": "Ada Rask"}}'
    assert read(f'<script id="__NEXT_DATA__" type="application/json">{state}</script>').media == ()


def test_thousands_of_frames_in_one_element_take_no_time():
    frames = "".join(f'<i class=x></i><iframe src="https://player.vimeo.com/video/{n}"></iframe>' for n in range(20_000))
    start = time.process_time()
    assert len(read(f"<div>{frames}</div>").media) == 2000
    assert time.process_time() - start < 5
