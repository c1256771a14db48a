"""Mark-up as themes, builders and galleries really print it: pictures that scripts paint, lines for several pictures, counts."""

import pytest

from auditor.readers.html import read_html

FIRST = "The mill pond of Oldersby was drained on Monday after a crack was found in the dam that has held it since the war."
SECOND = "Engineers of the water board said that the repair would take until spring, and that the fish had been moved upstream."
THIRD = "The owner of the mill, Petra Lundgaard, hopes that the wheel can be turned again by the time the first visitors arrive."
CAPTION = "Engineers look into the drained pond."


def read(inside: str, *, head: str = "", after: str = "", beyond: str = ""):
    """The pictures of a page; `inside` follows the first paragraph, `after` the last, `beyond` what holds them."""
    story = f"<div class=text><p>{FIRST}</p>{inside}<p>{SECOND}</p><p>{THIRD}</p>{after}</div>"
    html = f"<html lang=en><title>Pond</title><main><h1>The pond is dry</h1>{head}{story}{beyond}</main></html>"
    return read_html(html.encode()).media


def words(item) -> list[str]:
    """What a page shows with a picture."""
    return [s.value for s in item.statements if s.origin.is_displayed]


PAINTED = {
    "in a figure": f'<figure><div class=b-lazy data-src="/a/pond.jpg"></div><figcaption>{CAPTION}</figcaption></figure>',
    "before its caption": f'<div class=hero data-bg="/a/pond.jpg"></div><div class=hero-caption>{CAPTION}</div>',
    "in a link to its file": '<a href="/a/pond-full.jpg"><div data-thumbnail="/a/pond.jpg"></div></a>',
    "on a slide": '<div class=swiper><div class=swiper-slide><div data-background="/a/pond.jpg"></div></div></div>',
    "by its role": '<div role=img aria-label="The pond" style="background-image:url(/a/pond.jpg)"></div>',
    "as a figure": '<figure style="background-image:url(/a/pond.jpg)"></figure>',
    "behind a picture that holds its place": '<a href="/a/p.jpg"><img src="/blank.gif" style="background:url(/a/pond.jpg)"></a>',
}


@pytest.mark.parametrize("shape", PAINTED)
def test_what_a_script_paints_is_a_picture(shape):
    (item,) = read(PAINTED[shape])
    assert item.urls == ("/a/pond.jpg",)
    assert words(item) == ([CAPTION] if CAPTION in PAINTED[shape] else [])


@pytest.mark.parametrize(
    "inside",
    [
        '<a href="/news/other"><div class=thumb data-bg="/a/other.jpg"></div><h4>A ferry for the island at last</h4></a>',
        '<figure><div data-src="https://films.example/embed/77"></div></figure>',
        '<div class=spacer data-bg="/a/texture.png"></div>',
    ],
    ids=["a card", "a player", "no figure, no caption, no slide"],
)
def test_what_a_script_paints_elsewhere_is_not_of_the_story(inside):
    assert read(inside) == ()


def test_one_file_from_two_folders_of_a_figure_is_one_picture():
    inside = '<div><img src="/freeze/60/9c41mill-pond.jpg"><img data-src="/max/1600/9c41mill-pond.jpg"></div>'
    (item,) = read(f"<figure>{inside}<figcaption>{CAPTION}</figcaption></figure>")
    assert set(item.urls) == {"/freeze/60/9c41mill-pond.jpg", "/max/1600/9c41mill-pond.jpg"}
    apart = inside.replace("60/9c41mill-pond", "60/9c41mill-wheel")
    assert len(read(f"<figure>{apart}<figcaption>{CAPTION}</figcaption></figure>")) == 2


def test_a_heading_that_opens_as_credits_do_is_the_credit():
    (item,) = read(f'<div class=side><img src="/a/pond.jpg"><h4>The pond</h4><h5>© Ida Rask</h5><br>{CAPTION}</div>')
    assert words(item) == ["© Ida Rask", CAPTION]


@pytest.mark.parametrize("style", ["font-size:90%", "font-size: 11px", "font-size:x-small", "font-size:.8em"])
def test_a_line_set_smaller_than_the_text_is_a_caption(style):
    (item,) = read(f'<div><img src="/a/pond.jpg"></div><div><span style="{style}">The pond on Monday</span></div>')
    assert words(item) == ["The pond on Monday"]


def test_a_line_as_large_as_the_text_is_none():
    inside = '<div><img src="/a/pond.jpg"></div><div><span style="font-size:18px">The pond on Monday</span></div>'
    assert words(read(inside)[0]) == []


TWO = '<p><img src="/a/pond.jpg"></p><p>The board met twice in the week before, and twice it rose without a vote on the dam.</p>'


@pytest.mark.parametrize(
    "line",
    [
        "Photo credits: Ida Rask (top), Getty Images (bottom).",
        "Photos: Getty Images (bottom) and Ida Rask (top)",
        "Fotos: Ida Rask (oben), Getty Images (unten)",
        "Crédits : Ida Rask (en haut), Getty Images (en bas)",
    ],
)
def test_a_line_that_names_places_credits_each_picture_with_its_own(line):
    first, second = read(TWO + '<p><img src="/a/wheel.jpg"></p>', after=f"<p>{line}</p>")
    assert words(first) == ["Ida Rask"]
    assert words(second) == ["Getty Images"]


def test_a_line_with_more_places_than_pictures_credits_none():
    (item,) = read('<p><img src="/a/pond.jpg"></p>', after="<p>Photos: Ida Rask (top), Getty Images (bottom)</p>")
    assert words(item) == []


def test_a_role_and_a_name_parted_by_a_stroke_credit_all_pictures():
    head = "<div class=names><span>文｜<a>許安然</a></span><span>攝影｜<a>古若水</a></span></div>"
    (item,) = read('<p><img src="/a/pond.jpg"></p>', head=head)
    assert words(item) == ["攝影｜古若水"]


@pytest.mark.parametrize(
    "count", ["12", "+5", "12 zdjęć", "8 foto's", "3 images", "5 φωτογραφίες", "7 фото", "Photo gallery", "Galería de imágenes"]
)
def test_how_many_pictures_a_gallery_has_is_no_caption(count):
    figure = f'<figure><div><img src="/a/pond.jpg"><span class=count>{count}</span></div></figure>'
    assert words(read(figure)[0]) == []
    shown = f'<span class=lead><a href="/gallery/1"><img src="/a/pond.jpg"></a><span>{count}</span></span>'
    assert words(read(f"<div class=cover>{shown}</div>")[0]) == []


def test_a_gallery_of_links_to_files_may_follow_the_text_with_words():
    slide = '<a href="/a/{0}.jpg"><img src="/a/{0}-300x200.jpg"><span>{1}</span></a>'
    gallery = slide.format("pond", "The pond before it was drained") + slide.format("wheel", "The wheel, stuck since the summer")
    first, second = read("", beyond=f"<div class=widget><div class=items>{gallery}</div></div>")
    assert words(first) == ["The pond before it was drained"]
    assert words(second) == ["The wheel, stuck since the summer"]


@pytest.mark.parametrize("between", ["", "<br>"])
def test_a_credit_whose_names_are_links_is_no_card(between):
    links = 'Photo by <a href="https://pics.example/@rask">Ida Rask</a> on <a href="https://pics.example">Unsplash</a>'
    (item,) = read(f'<p><img src="/a/pond.jpg" alt="pond">{between}{links}</p>')
    assert words(item) == ["Photo by Ida Rask on Unsplash"]
    assert read('<div><img src="/a/other.jpg"><a href="/news/other">The ferry for the island</a></div>') == ()


@pytest.mark.parametrize(
    "row",
    [
        '<div class=twentytwenty><img src="/a/before.jpg"><img src="/a/after.jpg"></div>',
        '<div class=row><div class=col><img src="/a/before.jpg"></div><div class=col><img src="/a/after.jpg"></div></div>',
    ],
)
def test_a_caption_below_a_row_of_pictures_is_of_all(row):
    first, second = read(f"{row}<p class=caption>The pond before and after. Photos: Ida Rask</p>")
    assert words(first) == words(second) == ["The pond before and after. Photos: Ida Rask"]


def test_a_caption_below_pictures_that_stand_apart_is_of_the_last():
    apart = f'<p><img src="/a/before.jpg"></p><p>{SECOND}</p><p><img src="/a/after.jpg"></p><p class=caption>The pond after</p>'
    first, second = read(apart)
    assert words(first) == []
    assert words(second) == ["The pond after"]


def test_an_offer_of_prints_is_no_caption():
    offer = "<ul><li><span class=credit>Ida Rask</span></li><li><a href=/buy>Buy Now</a></li></ul>"
    (item,) = read(f'<figure><img src="/a/pond.jpg"><figcaption class=caption><p>{CAPTION}</p>{offer}</figcaption></figure>')
    assert words(item) == [CAPTION, "Ida Rask"]


@pytest.mark.parametrize("stroke", ["—", "-", "|", "•"])
def test_a_stroke_before_a_credit_is_no_part_of_the_caption(stroke):
    (item,) = read(f'<figure><img src="/a/pond.jpg"><figcaption>{CAPTION} {stroke} <cite>Ida Rask</cite></figcaption></figure>')
    assert words(item) == [CAPTION, "Ida Rask"]


def test_the_credit_behind_a_copyright_sign_is_read():
    sign = '<span data-toggle=tooltip title="© Ida Rask/AFP">©</span>'
    (item,) = read(f'<div class=image><img src="/a/pond.jpg">{sign}</div>')
    assert [s.value for s in item.statements] == ["Ida Rask/AFP"]


def test_a_box_of_a_shop_is_no_picture_of_the_story():
    assert read('<div class=product-box><img src="/a/pump.jpg" width=300><div>Pump 3000</div><div>€ 99</div></div>') == ()


@pytest.mark.parametrize("line", ["▲연못을 살펴보는 기술자들", "▲池を調べる技術者", "△工程师查看水塘"])
def test_a_line_that_points_up_at_a_picture_is_its_caption(line):
    (item,) = read(f'<p><img src="/a/pond.jpg"></p><p>{line}</p>')
    assert words(item) == [line]


def test_links_of_a_credit_make_no_card_of_a_picture():
    links = (
        '<span class=photo__copyright><a href="/docs">© Agency / Ida Rask</a><a href="/bank">Open in the picture bank</a></span>'
    )
    (item,) = read(f'<div class=photo><img src="/a/pond.jpg"><div><span class=photo__text>The pond</span>{links}</div></div>')
    assert words(item)[0] == "The pond"
    teaser = '<span class=copyright>dpa</span><a href="/news/other">The ferry for the island at last</a>'
    assert read(f'<div><img src="/a/other.jpg"><div>{teaser}</div></div>') == ()


def test_a_file_name_for_screen_readers_is_no_headline():
    name = '<h2 class=element-invisible><a href="/file/31">pond.jpg</a></h2>'
    (item,) = read(
        f'<div class=file>{name}<div><img src="/a/pond.jpg"><div class=field-image-caption>{CAPTION}</div></div></div>'
    )
    assert words(item) == [CAPTION]


def test_words_behind_a_stroke_that_follows_a_credit_are_the_caption():
    caption = "<small>Courtesy of Ida Rask</small> | The pond was drained within four hours."
    (item,) = read(f'<figure><img src="/a/pond.jpg"><figcaption>{caption}</figcaption></figure>')
    assert words(item) == ["Courtesy of Ida Rask", "The pond was drained within four hours."]


def test_what_calls_itself_heading_is_looked_at_for_the_title():
    title = "The mill pond of Oldersby is dry for the first time"
    text = f"<td><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></td>"
    table = f"<table><tr><td class=contentheading>{title}</td></tr></table><table><tr>{text}</tr></table>"
    html = f"<html lang=en><title>{title} | Oldersby Post</title><body>{table}</body></html>"
    assert read_html(html.encode()).title == title
