"""What pages of any publisher do that the shapes of a figure do not show: scripts, cards, closing lines, plain paragraphs."""

import pytest

from auditor.readers.html import read_html
from auditor.readers.html_tree import extent
from auditor.readers.image_url import picture_key

FIRST = "The harbour of Lindsund was closed for a third day on Monday while divers searched the wreck of the ferry for survivors."
SECOND = (
    "Officials said that nobody had been reported missing since the weekend, but the lists of the shipping line were incomplete."
)
THIRD = "A spokeswoman for the town, Ida Qvist, said the sea wall would be repaired before the autumn storms begin in earnest."
CAPTION = "Divers search the wreck of the ferry on Monday."
IMG = '<img src="/media/2024/ferry-wreck.jpg" width="800" height="500">'


def page(inside: str, *, after: str = "", beyond: str = "", head: str = "") -> bytes:
    """Three paragraphs: `inside` follows the first, `after` the last; `beyond` follows what holds them."""
    text = f"<p>{FIRST}</p>{inside}<p>{SECOND}</p><p>{THIRD}</p>{after}"
    story = f"<article><h1>Ferry sinks</h1><div class=story>{text}</div>{beyond}</article>"
    return f"<!doctype html><html lang=en><head><title>Ferry sinks</title>{head}</head><body>{story}</body></html>".encode()


def words(data: bytes) -> list[list[str]]:
    """The displayed words of each picture."""
    return [[s.value for s in item.statements if s.origin.is_displayed] for item in read_html(data).media]


def test_a_sign_of_a_dense_script_counts_for_more_than_a_letter():
    assert extent("ferry") == 5
    assert extent("渡し船") == 6
    assert extent("פרשת נח") == 9


def test_a_picture_without_a_name_takes_nobody_elses_credit():
    head = (
        '<script type="application/ld+json">{"@type": "ImageObject", "url": "https://x.example/7/9c41aa07.jpg",'
        ' "creditText": "Ada Holm/AFP"}</script>'
    )
    (item,) = read_html(page(f'<figure><img src="/7/4f21bb80.jpg"><figcaption>{CAPTION}</figcaption></figure>', head=head)).media
    assert [s.value for s in item.statements] == [CAPTION]
    assert item.urls == ("/7/4f21bb80.jpg",)


@pytest.mark.parametrize(
    "address",
    [
        "/_next/image?url=https%3A%2F%2Fx.example%2Fmedia%2Fferry-wreck.jpg&w=1920&q=75",
        "https://proxy.example/?url=https://x.example/media/ferry-wreck.jpg&w=800",
        "https://x.example/media/ferry-wreck.jpg",
    ],
)
def test_a_proxys_own_query_is_no_part_of_the_pictures_name(address):
    assert picture_key(address) == "media/ferry-wreck"


CARDS = {
    "a bookmark of another site": (
        '<figure><a href="https://other.example/x"><div>The long way home for a ferry</div>'
        '<div>How it was raised.</div><img src="https://other.example/thumb-home.jpg"></a></figure>'
    ),
    "an offer of a shop": (
        '<div><a href="https://shop.example/p"><img src="/p/diving-lamp-two.jpg"></a><a href="https://shop.example/p">'
        'Diving lamp L2, now in our shop</a></div>'
    ),
}  # fmt: skip


@pytest.mark.parametrize("card", CARDS)
def test_a_card_that_leads_elsewhere_is_no_picture_of_the_story(card):
    assert words(page(CARDS[card])) == []


def test_a_checkbox_that_opens_a_caption_asks_for_no_subscription():
    toggle = '<input type="checkbox" id="c"><label for="c">i</label>'
    assert words(page(f"<div><figure>{IMG}{toggle}<figcaption>{CAPTION}</figcaption></figure></div>")) == [[CAPTION]]
    assert words(page(f"<div><figure>{IMG}{toggle}<div>{CAPTION}</div></figure></div>")) == [[CAPTION]]


def test_dashes_that_stand_in_for_a_caption_are_kept():
    assert words(page(f"<figure>{IMG}<figcaption>---</figcaption></figure>")) == [["---"]]


def test_subheads_of_elements_with_a_component_prefix_stay():
    data = page('<div class="cmp-title"><h2>The search goes on</h2></div>')
    assert read_html(data).body[1] == "The search goes on"


def test_short_sentences_close_the_story_and_what_follows_does_not():
    data = page("", after="<p>Nobody was hurt.</p><p>More to follow</p><p><a href=/more>Read all about it here.</a></p>")
    assert read_html(data).body == (FIRST, SECOND, THIRD, "Nobody was hurt.")


def test_a_story_of_short_paragraphs_alone():
    texts = [f"Ferry {number} is back after long months." for number in range(9)]
    about = "<div class=end><p>Ada Holm is a reporter who covers the islands and their ferries for us.</p></div>"
    story = "".join(f"<p>{text}</p>" for text in texts)
    data = f"<article><h1>Ferry back</h1><div class=text>{story}</div>{about}</article>".encode()
    assert read_html(data).body == tuple(texts)


def test_one_paragraph_and_its_figure_are_an_article():
    figure = f"<figure>{IMG}<figcaption>{CAPTION}</figcaption></figure>"
    data = f"<article><h1>Ferry</h1><p>The harbour was closed.</p>{figure}</article>"
    assert read_html(data.encode()).body == ("The harbour was closed.",)
    assert words(data.encode()) == [[CAPTION]]


def test_a_line_break_parts_words_and_two_part_paragraphs():
    first, last = "The first boat came at nine in the morning.<br>The second", "The last boat of all came at ten that night."
    data = page(f"<div>{first}<br><br>{last}</div>")
    assert read_html(data).body[1:3] == (
        "The first boat came at nine in the morning. The second",
        last,
    )


SIDE_BY_SIDE = {
    "spans that touch": (
        f"<figure>{IMG}<figcaption><span>Divers at the wreck</span><span>Foto: </span><span>Ole Brandt</span></figcaption>"
        "</figure>",
        ["Divers at the wreck", "Foto: Ole Brandt"],
    ),
    "a change of type inside a word": (
        f"<figure>{IMG}<figcaption><b>D</b><i>ivers</i> at the wreck</figcaption></figure>",
        ["Divers at the wreck"],
    ),
    "a plain paragraph that ends in a credit": (
        f"<div>{IMG}</div><p>Divers at the wreck. Photo by Ole Brandt/Getty Images</p>",
        ["Divers at the wreck. Photo by Ole Brandt/Getty Images"],
    ),
    "a plain box and one with the credit alone": (
        f"<div>{IMG}</div><div class=row-1>Divers at the wreck</div><div class=row-2>Photo: Ole Brandt / dpa</div>",
        ["Divers at the wreck", "Photo: Ole Brandt / dpa"],
    ),
    "a centred paragraph under a centred picture": (
        f'<p align="center">{IMG}</p><p style="text-align: center"><font color=blue>Divers at the wreck</font></p>',
        ["Divers at the wreck"],
    ),
    "a credit in the block and the caption behind it": (
        f'<div><div class="media-credit">{IMG}<span class="media-credit">Ole Brandt</span></div></div>'
        f'<p class="caption">{CAPTION}</p>',
        ["Ole Brandt", CAPTION],
    ),
}


@pytest.mark.parametrize("shape", SIDE_BY_SIDE)
def test_words_beside_a_picture(shape):
    markup, expected = SIDE_BY_SIDE[shape]
    assert words(page(markup)) == [expected]
    assert read_html(page(markup)).body == (FIRST, SECOND, THIRD)


def test_a_paragraph_behind_a_wordless_picture_stays_in_the_story():
    assert words(page(f"<div>{IMG}</div>")) == [[]]


def test_text_that_line_breaks_alone_divide():
    text = f"{FIRST}<br><br>{IMG}<br><span>Divers at the wreck. Photo: Ole Brandt</span><br><br>{SECOND}<br><br>{THIRD}"
    data = f"<article><h1>Ferry sinks</h1><div class=text>{text}</div></article>".encode()
    assert words(data) == [["Divers at the wreck. Photo: Ole Brandt"]]
    assert read_html(data).body == (FIRST, SECOND, THIRD)


def test_sizes_in_the_folder_of_one_number_are_one_picture():
    folder = "https://x.example/6f1d2c3b-4a59-4687-9786-a5b4c3d2e1f0"
    assert picture_key(f"{folder}/w1200.jpg") == picture_key(f"{folder}/w800.jpg")
    assert picture_key("https://x.example/gallery-12345/1.jpg") != picture_key("https://x.example/gallery-12345/2.jpg")


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("<p class=date>6 May 2024</p>", "en"),
        ("<span>Published: May 6, 2024, 7:30 a.m.</span>", "en"),
        ("<h2><span>lunes, 6 de mayo de 2024</span></h2>", "es"),
        ("<time>06.05.2024, 07:30 Uhr</time>", "de"),
        ('<span itemprop="datePublished">2024-05-06</span>', "en"),
    ],
)
def test_the_day_of_publication_as_the_reader_sees_it(line, language):
    data = f"<html lang={language}><body><article><h1>Ferry sinks</h1>{line}<div><p>{FIRST}</p><p>{SECOND}</p></div></article>"
    assert (read_html(data.encode()).date_published or "")[:10] == "2024-05-06"


def test_the_day_in_the_address_is_the_last_resort():
    assert read_html(page(""), url="https://x.example/2024/05/06/ferry.html").date_published == "2024-05-06"
    assert read_html(page(""), url="https://x.example/20240506.html").date_published is None


def test_a_kicker_and_the_sites_name_are_no_part_of_the_title():
    head = "<title>Ferry sinks off Lindsund - The Example</title>"
    story = f"<article><h1><span>Shipping</span><span>Ferry sinks off Lindsund</span></h1><p>{FIRST}</p><p>{SECOND}</p></article>"
    assert read_html(f"<html><head>{head}</head><body>{story}".encode()).title == "Ferry sinks off Lindsund"
    head = (
        '<meta property="og:site_name" content="The Example"><script type="application/ld+json">'
        '{"@type": "NewsArticle", "headline": "Ferry sinks | The Example"}</script>'
    )
    assert read_html(page("", head=head)).title == "Ferry sinks"


def test_the_search_engines_title_in_the_breadcrumb_is_not_the_headline():
    head = (
        '<meta property="og:title" content="Master of the harbour resigns over tickets"><script type="application/ld+json">'
        '{"@type": "NewsArticle", "headline": "Why there were no ferry tickets in Lindsund"}</script>'
    )
    crumbs = '<nav class="breadcrumb"><ol><li>News</li><li><h1>Why there were no ferry tickets in Lindsund</h1></li></ol></nav>'
    story = f"<article>{{}}<p>{FIRST}</p><p>{SECOND}</p></article>"
    for crumb, heading in ((crumbs, '<h2 class="head" itemprop="headline">'), ("", '<h1 itemprop="headline">')):
        tag = heading[1:3]
        shown = f"{heading}Master of the harbour resigns over tickets</{tag}>"
        html = f"<html><head>{head}</head><body>{crumb}{story.format(shown)}"
        assert read_html(html.encode()).title == "Master of the harbour resigns over tickets"


def test_a_picture_between_standfirst_and_text_is_the_lead():
    figure = f"<figure>{IMG}<figcaption>{CAPTION}</figcaption></figure>"
    text = "".join(f"<p>{paragraph}</p>" for paragraph in (FIRST, SECOND, THIRD))
    story = f"<article><h1>Ferry sinks</h1><p>{FIRST} {SECOND}</p><p class=byline>By Ada Holm</p>{figure}{text}</article>"
    assert [item.is_lead for item in read_html(story.encode()).media] == [True]
    story = f"<article><h1>Ferry sinks</h1><p>{FIRST} {SECOND}</p>{figure}{text}</article>"
    assert [item.is_lead for item in read_html(story.encode()).media] == [False]


def credits_of(data: bytes) -> list[list[tuple[str, str]]]:
    """(origin, words) of each picture's statements that are no alternative text."""
    return [[(s.origin.value, s.value) for s in item.statements if s.origin.value != "alt"] for item in read_html(data).media]


ATTRIBUTES = {
    "of a link around the picture": (f'<a href="/media/ferry-wreck.jpg" data-credit="Ole Brandt">{IMG}</a>', "Ole Brandt"),
    "of an element beside the picture": (f'<figure>{IMG}<div data-c-credit="Ole Brandt"></div></figure>', "Ole Brandt"),
    "of an element of the site's own": (f'<news-figure credit="Ole Brandt">{IMG}</news-figure>', "Ole Brandt"),
    "the picture's title": (IMG.replace(" ", ' title="Divers (Photo: Ole Brandt)" ', 1), "Divers (Photo: Ole Brandt)"),
}


@pytest.mark.parametrize("place", ATTRIBUTES)
def test_credits_in_attributes(place):
    markup, expected = ATTRIBUTES[place]
    ((item,),) = [credits_of(page(f"<div>{markup}</div>"))]
    assert [value for _, value in item] == [expected]


def test_a_gallery_behind_the_text_is_of_the_story_and_a_row_of_teasers_is_not():
    gallery = f"<section><h2>In pictures</h2><figure>{IMG}<figcaption>{CAPTION}</figcaption></figure></section>"
    teasers = (
        "<section><figure><a href=/other><img src=/t/other-story.jpg></a><figcaption><a href=/other>Another story of this day"
    )
    assert words(page("", beyond=gallery + teasers)) == [[CAPTION]]


def test_standing_lines_and_counters_are_no_words_of_the_story():
    assert read_html(page("<p>Story continues below advertisement</p>")).body == (FIRST, SECOND, THIRD)
    assert words(page(f"<figure>{IMG}<figcaption><span>3 sur 12</span> {CAPTION}</figcaption></figure>")) == [[CAPTION]]


def test_a_captioned_picture_beside_a_byline_shows_no_author():
    assert words(page(f"<div class='byline-photo-block'>{IMG}<div class=caption>{CAPTION}</div></div>")) == [[CAPTION]]


def test_one_line_at_the_end_credits_all_pictures_that_no_credit_names():
    figures = "".join(
        f'<figure><img src="/media/{name}.jpg"><figcaption>{words}</figcaption></figure>'
        for name, words in (("ferry-wreck-one", "The wreck."), ("ferry-quay-two", "The quay. Photo: Ada Holm/dpa"))
    )
    first, second = words(page(figures, after="<p>Photographs by Ole Brandt</p>"))
    assert first == ["The wreck.", "Photographs by Ole Brandt"]
    assert second == ["The quay. Photo: Ada Holm/dpa"]


def test_a_card_whose_whole_surface_is_a_link_is_no_picture_of_the_story():
    card = (
        '<div><article><div><a href="/2023/another-story.html"></a><div><img src="/media/2023/runner-alone.jpg" width="400"'
        f' height="300"><span>The runner Ole Vik</span></div><p>{SECOND}</p></div></article></div>'
    )
    data = page(f"<figure>{IMG}<figcaption>{CAPTION}</figcaption></figure>{card}")
    assert words(data) == [[CAPTION]]


@pytest.mark.parametrize("between", [" /", "/", " | "])
def test_a_stroke_between_two_elements_of_one_credit_stays(between):
    credit = f'<span class="credit">Photo by Ada Holm</span>{between}<span class="credit">AFP via Getty Images</span>'
    ((caption, line),) = words(
        page(f"<figure>{IMG}<figcaption><span class=caption>{CAPTION}</span>{credit}</figcaption></figure>")
    )
    assert caption == CAPTION
    assert line == f"Photo by Ada Holm {between.strip()}AFP via Getty Images"


def test_a_counter_says_whose_caption_it_is():
    slides = "".join(
        f'<div class="slide"><img src="/media/2024/slide-{n}-harbour.jpg" width="800" height="500"></div>' for n in "abc"
    )
    data = page(f'<div><div class="carousel">{slides}</div><div class="caption">2/3 {CAPTION}</div></div>')
    assert words(data) == [[], [f"2/3 {CAPTION}"], []]
    without = page(f'<div><div class="carousel">{slides}</div><div class="caption">2/9 {CAPTION}</div></div>')
    assert words(without)[1] != [f"2/3 {CAPTION}"]


def test_a_wrapper_that_holds_a_picture_alone_says_what_it_is():
    (item,) = read_html(page(f'<div class="player__video-container"><div>{IMG}</div></div>')).media
    assert item.kind == "video"


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Words by Ole Brandt. Photographs by Ada Holm", "Photographs by Ada Holm"),
        ("Text: Ole Brandt Foto: Ada Holm", "Foto: Ada Holm"),
        ("Photography by Ada Holm", "Photography by Ada Holm"),
        ("Alle foto: Ada Holm", "Alle foto: Ada Holm"),
    ],
)
def test_a_line_below_the_headline_credits_the_pictures_of_the_story(line, credit):
    figures = f"<figure>{IMG}<figcaption>{CAPTION}</figcaption></figure><figure><img src=/media/2024/quay-empty.jpg></figure>"
    own = "<figure><img src=/media/2024/ferry-old.jpg><figcaption>The ferry. Photo: Eva Lund/AFP</figcaption></figure>"
    data = page(figures + own).replace(b"<div class=story>", f"<p class=who>{line}</p><div class=story>".encode())
    assert words(data) == [[CAPTION, credit], [credit], ["The ferry. Photo: Eva Lund/AFP"]]


def test_the_writer_of_a_story_is_not_the_credit_of_its_pictures():
    data = page(f"<figure>{IMG}</figure>").replace(
        b"<div class=story>", b"<p class=credits>Text: Ole Brandt</p><div class=story>"
    )
    assert words(data) == [[]]


@pytest.mark.parametrize(
    ("picture", "words_of_it"),
    [
        (
            '<div><img src="/media/2024/ferry-wreck.jpg" aria-describedby="x77"></div>',
            f'<div id="x77">{CAPTION} Foto: Ada Holm</div>',
        ),
        ('<div><a href="#x77"><img src="/media/2024/ferry-wreck.jpg"></a></div>', f'<p id="x77">{CAPTION} Foto: Ada Holm</p>'),
    ],
)
def test_a_picture_points_at_its_words(picture, words_of_it):
    data = page(picture, after=f"<p>{SECOND} Twice.</p>{words_of_it}")
    assert words(data) == [[f"{CAPTION} Foto: Ada Holm"]]
    assert not any(CAPTION in paragraph for paragraph in read_html(data).body)


def test_the_mark_of_a_footnote_points_at_the_credit():
    figure = f'<figure>{IMG}<a href="#note-1"><sup>1</sup></a><figcaption>{CAPTION}</figcaption></figure>'
    notes = '<ol><li id="note-1">Foto: Ada Holm</li><li id="note-2">Foto: Eva Lund</li></ol>'
    assert words(page(figure, beyond=notes)) == [[CAPTION, "Foto: Ada Holm"]]
    assert words(page(figure, beyond='<ol><li id="note-1">Report of the shipping line, 2023.</li></ol>')) == [[CAPTION]]


@pytest.mark.parametrize("end", ["(Ada Holm)", "[Ada Holm]", "| Ada Holm"])
def test_a_plain_line_after_a_picture_that_ends_in_a_name_set_apart_is_its_caption(end):
    assert words(page(f"<p>{IMG}</p><p>Divers search the wreck {end}</p>")) == [[f"Divers search the wreck {end}"]]
    assert words(page(f"<p>{IMG}</p><p>Divers search the wreck with Ada Holm</p>")) == [[]]


UNFILLED = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">'


def test_a_picture_whose_address_a_script_fills_keeps_its_words():
    unfilled = f"<figure>{UNFILLED}<figcaption>The quay. Foto: Ada Holm</figcaption></figure>"
    data = page(f"<figure>{IMG}</figure><p>{SECOND} Twice.</p>{unfilled}")
    assert words(data) == [[], ["The quay. Foto: Ada Holm"]]
    assert [item.urls for item in read_html(data).media] == [("/media/2024/ferry-wreck.jpg",), ()]


@pytest.mark.parametrize("twin", [f"<noscript>{IMG}</noscript>", IMG])
def test_a_stand_in_beside_its_picture_is_none(twin):
    data = page(f"<figure>{UNFILLED}{twin}<figcaption>{CAPTION}</figcaption></figure>")
    assert words(data) == [[CAPTION]]
    assert read_html(data).media[0].url == "/media/2024/ferry-wreck.jpg"


def test_a_copy_without_address_of_a_captioned_figure_is_left_out():
    copy = f"<figure>{UNFILLED}<figcaption>{CAPTION}</figcaption></figure>"
    assert words(page(f"<figure>{IMG}<figcaption>{CAPTION}</figcaption></figure>{copy}")) == [[CAPTION]]


def test_a_background_that_a_script_chooses_by_width_is_a_picture():
    painted = '<div class="a1"><div class="a2" data-bgset="/media/2024/ferry-wreck.jpg 800w"></div>'
    data = page(f'{painted}<div class="a3">{CAPTION} Foto: Ada Holm</div></div>')
    assert words(data) == [[f"{CAPTION} Foto: Ada Holm"]]


def test_a_background_before_its_caption_is_a_picture():
    painted = """<div class="wide" style="background-image: url('/media/2024/ferry-wreck.jpg')"></div>"""
    assert words(page(f'{painted}<div class="legend"><p>{CAPTION} Foto: Ada Holm</p></div>')) == [[f"{CAPTION} Foto: Ada Holm"]]
    assert words(page(f'{painted}<div class="intro"><p>{CAPTION}</p></div>')) == []


@pytest.mark.parametrize(
    "box",
    [
        "<blockquote>{}<p>“The sea keeps what it takes.”</p><footer>Ada Holm, diver</footer></blockquote>",
        '<div class="show"><p>Episode 12: The sea</p>{}<audio src="/a.mp3" controls></audio></div>',
        '<div class="j4"><div>In pictures</div><a href="/series/8">{}<span>12 photos</span></a></div>',
    ],
)
def test_speakers_covers_of_shows_and_ways_to_galleries_are_no_pictures_of_the_story(box):
    assert words(page(box.format(IMG))) == []


def test_a_picture_set_in_by_a_quotation_and_one_linked_to_its_page_stay():
    assert len(words(page(f"<blockquote>{IMG}<p>{CAPTION}</p></blockquote>"))) == 1
    assert words(page(f'<div><a href="/show.php?id=8">{IMG}</a><p>{CAPTION}</p></div>')) == [[CAPTION]]


def test_a_credit_over_the_picture_does_not_keep_its_caption_away():
    figure = f'<figure>{IMG}<span class="absolute">Ada Holm</span></figure>'
    assert words(page(f'{figure}<p class="mt-2 text-sm italic">{CAPTION}</p>')) == [["Ada Holm", CAPTION]]
    assert words(page(f"{figure}<p>{CAPTION}</p>")) == [["Ada Holm"]]


def test_a_label_in_a_script_with_vowel_signs_is_one():
    assert words(page(f"<div>{IMG}</div><div>घाट पर नाव (फोटो: रवि सक्सेना)</div>")) == [["घाट पर नाव (फोटो: रवि सक्सेना)"]]


def test_names_below_a_standfirst_that_touch_in_the_source():
    head = f"<p class=intro>{SECOND}</p><div class=who><span>Text: Ole Brandt</span> <span>Foto: Ada Holm</span></div>"
    data = page(f"<figure>{IMG}<figcaption>{CAPTION}</figcaption></figure>").replace(
        b"<div class=story>", f"{head}<div class=story>".encode()
    )
    assert words(data) == [[CAPTION, "Foto: Ada Holm"]]


def test_a_shared_caption_is_of_the_slide_whose_own_it_repeats():
    slides = "".join(
        f'<img src="/media/2024/slide-{n}-harbour.jpg" data-caption="The {n} quay of Lindsund.">' for n in ("north", "south")
    )
    data = page(f'<div class="show"><div>{slides}</div><div class="caption">The north quay of Lindsund. Foto: A</div></div>')
    assert words(data) == [["The north quay of Lindsund. Foto: A"], []]


@pytest.mark.parametrize(
    "box",
    [
        '<div class="module"><p>Sponsored content</p><a href="https://shop.example/8">{}</a><h4>The mattress</h4></div>',
        '<div class="publi"><span>Publicidade</span><a href="https://shop.example/8">{}</a></div>',
        """<div class="border" onclick="location.href='/r/4'">{}<p>Another story of the day</p></div>""",
    ],
)
def test_advertising_and_boxes_that_a_click_leaves_by_are_no_pictures_of_the_story(box):
    assert words(page(box.format(IMG))) == []


def test_a_caption_about_advertising_is_a_caption():
    caption = "Advertisement for the ferry, printed in 1921."
    assert words(page(f"<figure>{IMG}<figcaption>{caption}</figcaption></figure>")) == [[caption]]


def test_text_beside_a_picture_is_of_the_story():
    box = f'<div class="wp-block-media-text"><figure>{IMG}</figure><div class="x__content"><p>{SECOND} So it was.</p></div></div>'
    data = page(box)
    assert words(data) == [[]]
    assert f"{SECOND} So it was." in read_html(data).body


def test_a_slide_with_a_short_caption_and_its_text_keeps_both():
    figure = "<figure><img src=/media/2024/{0}-quay.jpg><figcaption>Ada Holm/AFP</figcaption></figure>"
    slide = "<div class=slide><h2>{0}</h2>" + figure + "<p>{1}</p></div>"
    data = page(slide.format("North", f"{SECOND} North of it.") + slide.format("South", f"{SECOND} South of it."))
    assert words(data) == [["Ada Holm/AFP"], ["Ada Holm/AFP"]]
    assert f"{SECOND} North of it." in read_html(data).body


def test_pictures_without_words_in_a_gallery_of_wordpress_stay():
    link = '<a href="/m/{0}.jpg"><img src="/m/{0}.jpg"></a>'
    item = f'<figure class="gallery-item"><div class="gallery-icon landscape">{link}</div></figure>'
    assert words(page(item.format("ferry-wreck") + item.format("quay-empty"))) == [[], []]


def test_a_credit_whose_label_is_text_and_whose_names_are_links_is_left_whole():
    caption = f"{CAPTION[:-1]} - Photo by <a href=/a>Ada Holm</a> / <a href=/u>Unsplash</a>"
    ((found,),) = words(page(f"<figure>{IMG}<figcaption>{caption}</figcaption></figure>"))
    assert found == f"{CAPTION[:-1]} - Photo by Ada Holm / Unsplash"


def test_without_names_a_block_that_opens_as_credits_do_leads_to_the_caption_beside_it():
    words_of_it = f"<section><p>{CAPTION}</p><div>Foto: Ada Holm</div></section>"
    tags = "<section><span>Tags</span><ul><li><a href=/t/1>Ferries</a></li><li><a href=/t/2>Divers</a></li></ul></section>"
    assert words(page(f"<div><figure>{IMG}</figure><div>{words_of_it}{tags}</div></div>")) == [[CAPTION, "Foto: Ada Holm"]]


def test_without_names_the_head_of_a_page_is_no_caption():
    head = f"<header><div><span>By Ole Brandt</span><time>12 May</time></div><div>{IMG}</div><div>{CAPTION}</div></header>"
    data = page("").replace(b"<h1>Ferry sinks</h1>", f"<h1>Ferry sinks</h1>{head}".encode())
    assert words(data) == [[]]


@pytest.mark.parametrize("credit", ["(Photo: Ada Holm)", "(Courtesy of Ada Holm)", "(Ada Holm/AFP)"])
def test_a_box_beside_the_text_whose_words_end_in_a_credit_is_of_the_story(credit):
    assert words(page(f"<aside>{IMG}<p>{CAPTION} <span>{credit}</span></p></aside>")) == [[CAPTION, credit]]
    assert words(page(f"<aside>{IMG}<p>{CAPTION}</p></aside>")) == []


def test_a_long_paragraph_below_a_picture_that_ends_in_its_credit_is_a_caption():
    long = " ".join([CAPTION] * 11)
    assert words(page(f"<div>{IMG}<p><em>{long} (Photo: Ada Holm)</em></p></div>")) == [[f"{long} (Photo: Ada Holm)"]]
    assert words(page(f"<div>{IMG}<p><em>{long} (More: Ada Holm)</em></p></div>")) == [[]]


def test_the_last_of_two_columns_of_a_caption_is_a_supplier_nobody_knows():
    columns = "<figcaption><span>{}</span> <span>{}</span></figcaption>"
    caption = "The ferry at the quay"
    assert words(page(f"<figure>{IMG}{columns.format(caption, 'Lindsund News')}</figure>")) == [[caption, "Lindsund News"]]
    assert words(page(f"<figure>{IMG}{columns.format(caption, 'before it sank')}</figure>")) == [[f"{caption} before it sank"]]


def test_a_label_in_brackets_opens_the_credit():
    label = "<span>(<b>Photo:</b> Lindsund News)</span>"
    assert words(page(f"<figure>{IMG}<figcaption><span>{CAPTION}</span>{label}</figcaption></figure>")) == [
        [CAPTION, "(Photo: Lindsund News)"]
    ]


def test_a_label_in_a_block_of_its_own_is_no_credit_without_its_name():
    pairs = f"<dl><dt>Légende</dt><dd>{CAPTION}</dd><dt>Crédit</dt><dd>Ada Holm</dd></dl>"
    (item,) = read_html(page(f"<div>{IMG}{pairs}</div>")).media
    assert [s.value for s in item.statements if s.field == "credit_line" and s.value == "Crédit"] == []
    assert [s.value for s in item.statements][-2:] == ["Crédit", "Ada Holm"]


@pytest.mark.parametrize(
    "credits",
    [
        "<ul><li><span class=credit>Ada Holm</span></li><li><span class=credit>Ansel News</span></li></ul>",
        "<span class=credit>Ada Holm</span> · <span class=credit>Ansel News</span>",
        "<div class=credit>Ada Holm</div><div class=credit>Ansel News</div>",
    ],
)
def test_credits_set_apart_are_not_run_together(credits):
    assert words(page(f"<figure>{IMG}<figcaption><p>{CAPTION}.</p>{credits}</figcaption></figure>")) == [
        [f"{CAPTION}.", "Ada Holm / Ansel News"]
    ]


def test_a_label_in_a_line_of_its_own_stays_with_its_name():
    credit = "<p class=credit>Foto:</p><p class=credit>Ada Holm</p>"
    assert words(page(f"<figure>{IMG}<figcaption><p>{CAPTION}.</p>{credit}</figcaption></figure>")) == [
        [f"{CAPTION}.", "Foto: Ada Holm"]
    ]


@pytest.mark.parametrize("sign", ["|", "| |", "·", "-"])
def test_signs_alone_beside_a_picture_say_nothing(sign):
    assert words(page(f"<div class=photo>{IMG} <span>{sign}</span></div>")) == [[]]
    assert len(words(page(f"<figure>{IMG}<figcaption><b>{sign}</b> <i>Caption: |</i></figcaption></figure>"))) == 1
