"""What content systems of other continents and old pages by hand do with headline, date, portraits and captions."""

import pytest

from auditor.model import Field
from auditor.readers.html import read_html

FIRST = "The harbour of Lindsund was closed for a third day on Monday while divers searched the wreck of the ferry for survivors."
SECOND = (
    "Officials said that nobody had been reported missing since the weekend, but the lists of the shipping line were incomplete."
)
THIRD = "A spokeswoman for the town, Ida Qvist, said the sea wall would be repaired before the autumn storms begin in earnest."
TEXT = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
IMG = '<img src="/media/2024/ferry-wreck.jpg" width="800" height="500">'


def page(inside: str, *, title: str = "Ferry sinks", head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{inside}</body></html>".encode()


def story(before: str, *, head: str = "", after: str = "") -> bytes:
    return page(f"<article><h1>Ferry sinks</h1>{before}<div class=story>{TEXT}{after}</div></article>", head=head)


def shown(data: bytes) -> list[list[tuple[Field, str]]]:
    return [[(s.field, s.value) for s in item.statements if s.origin.is_displayed] for item in read_html(data).media]


@pytest.mark.parametrize(
    "portrait",
    [
        '<div class="media_journalist"><img src="/up/kim.png"><em>Kim Sora</em></div>',
        '<div class="x1"><img src="/images/author/kim.png"><span>Kim Sora</span></div>',
        '<div class="writer-zone"><figure><img src="/up/kim.jpg"></figure><strong>Kim Sora</strong></div>',
    ],
)
def test_whoever_writes_is_no_picture_of_the_story(portrait):
    assert shown(story(portrait + f"<figure>{IMG}<figcaption>The ferry</figcaption></figure>")) == [
        [(Field.CAPTION, "The ferry")]
    ]


def test_a_day_beside_a_portrait_is_read():
    head = (
        '<div class=info><span>2024.11.08. 14:21</span><div class=journalist><img src="/up/k.png"><em>Kim Sora</em></div></div>'
    )
    assert read_html(story(head)).date_published == "2024-11-08"


def test_the_day_in_an_abbreviation_of_a_microformat():
    posted = '<abbr class="published" title="2024-11-08T20:14:00+05:30">8:14 PM</abbr>'
    assert read_html(story("", after=posted)).date_published == "2024-11-08T20:14:00+05:30"


@pytest.mark.parametrize(
    ("body", "title"),
    [
        pytest.param("<div><h2>{}</h2><div>{}</div></div>", "{} :: Town", id="a heading that is no h1"),
        pytest.param("<h1>Tram Herald</h1><div><h2>{}</h2><div>{}</div></div>", "Tram Herald - {}", id="beside a logo in an h1"),
        pytest.param(
            '<div class="content"><div class="title">{}</div><div>{}</div></div>', "{}-Town of Lindsund", id="a box called title"
        ),
    ],
)
def test_what_the_title_of_the_window_holds_is_the_headline(body, title):
    headline = "Ferry sinks off Lindsund harbour"
    assert read_html(page(body.format(headline, TEXT), title=title.format(headline))).title == headline


def test_lines_of_an_old_page_part_at_breaks_between_elements():
    lines = "<span>TOWN</span><br><span>Ferry sinks off Lindsund harbour</span><br><span>14 May 2009</span><br>"
    data = page(
        f"<table><tr><td>{lines}<span>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</span></td></tr></table>",
        title="Herald | Ferry sinks off Lindsund harbour",
    )
    read = read_html(data)
    assert (read.title, read.date_published) == ("Ferry sinks off Lindsund harbour", "2009-05-14")
    assert read.body == (FIRST, SECOND, THIRD)


def test_a_break_inside_one_element_parts_no_line():
    assert read_html(page(f"<article><h1>Ferry sinks</h1><div>{TEXT}<p>One more<br>line of it.</p></div></article>")).body[
        -1
    ] == ("One more line of it.")


@pytest.mark.parametrize("name", ["subtitle", "entry-excerpt", "detail-sapo", "linha-fina"])
def test_a_short_standfirst_that_says_so_is_body(name):
    assert read_html(story(f'<div class="{name}">Divers look for the missing</div>')).body[0] == "Divers look for the missing"


def test_the_line_of_the_day_is_no_standfirst():
    line = '<div>Published by the newsroom of the Herald on <time datetime="2024-05-14">14 May 2024 at noon</time></div>'
    assert read_html(story(line)).body == (FIRST, SECOND, THIRD)


def test_a_standfirst_beside_a_picture_is_not_its_caption():
    summary = "Divers searched the wreck of the ferry for a third day, and the harbour stays closed."
    data = story(f'<div class=top><figure>{IMG}</figure><p class="summary">{summary}</p></div>')
    assert shown(data) == [[]]
    assert read_html(data).body[0] == summary


def test_the_last_short_sentences_of_scripts_without_our_full_stop():
    thai = "ตำรวจยังคงค้นหาผู้สูญหายต่อไปในวันนี้"
    urdu = "تلاش جاری ہے۔"
    for last in (thai, urdu):
        assert read_html(page(f"<article><h1>Ferry sinks</h1><div>{TEXT}<p>{last}</p></div></article>")).body[-1] == last


def test_a_gallery_of_captions_alone_is_an_article():
    captions = ["Divers enter the water at dawn.", "The ferry lies on its side.", "Ida Qvist speaks to the crew."]
    slides = "".join(
        f'<li><img src="/load.gif" data-original="/g/{n}_1200.jpg"><div class="slide-caption"><p>{text}</p></div></li>'
        for n, text in enumerate(captions)
    )
    media = read_html(page(f"<div><h1>Ferry sinks</h1><ul>{slides}</ul></div>")).media
    assert [item.urls[0] for item in media] == ["/g/0_1200.jpg", "/g/1_1200.jpg", "/g/2_1200.jpg"]
    assert [item.statements[0].value for item in media] == captions


def test_a_code_to_scan_is_no_picture_of_the_story():
    code = '<section><img src="/up/8831.png" width=258><p>长按二维码关注我们</p></section>'
    assert shown(story("", after=code)) == []


def test_names_joined_by_a_stroke_in_an_element_of_its_own_are_one_credit():
    caption = (
        "<span>The ferry at dawn. Photo by </span><a href='https://u.example/a'><span>Ada Holm</span></a><span> / </span>"
        "<a href='https://u.example'><span>Unsplash</span></a>"
    )
    assert shown(story(f"<figure>{IMG}<figcaption>{caption}</figcaption></figure>")) == [
        [(Field.CAPTION, "The ferry at dawn. Photo by Ada Holm / Unsplash")]
    ]


def test_the_credit_below_a_gallery_is_that_of_all_in_it():
    inner = '<figure><img src="/media/{0}.jpg" width=600>{1}</figure>'
    gallery = (
        f"<figure>{inner.format('wreck-one', '<figcaption>The ferry</figcaption>')}{inner.format('wreck-two', '')}"
        "<figcaption>Photos: Ada Holm/AFP</figcaption></figure>"
    )
    assert [words[-1] for words in shown(story("", after=gallery))] == [
        (Field.CREDIT_LINE, "Photos: Ada Holm/AFP"),
        (Field.CAPTION, "Photos: Ada Holm/AFP"),
    ]


def test_a_centred_section_below_a_centred_picture_is_its_caption():
    centred = '<section style="text-align: center">{}</section>'
    data = story("", after=centred.format(IMG) + centred.format("<span>The ferry at dawn</span>") + f"<p>{THIRD[:80]} again.</p>")
    assert shown(data) == [[(Field.CAPTION, "The ferry at dawn")]]


@pytest.mark.parametrize(("site", "own"), [("Herald", True), ("Herald Online", True), ("Heraldry", False), ("Mercury", False)])
def test_the_publications_own_name_in_closing_brackets_is_the_credit(site, own):
    data = story(
        f"<figure>{IMG}<figcaption>Divers at the wreck of the ferry (Herald)</figcaption></figure>",
        head=f'<meta property="og:site_name" content="{site}">',
    )
    parted = [(Field.CAPTION, "Divers at the wreck of the ferry"), (Field.CREDIT_LINE, "(Herald)")]
    assert shown(data) == [parted if own else [(Field.CAPTION, "Divers at the wreck of the ferry (Herald)")]]


def test_a_gallery_below_the_text_opens_its_own_files_and_takes_the_photographers_line():
    links = "".join(
        f'<li><figure><a class=popup href="/g/{n}.jpg?x=1"><img src="/g/{n}.jpg?x=1"></a></figure></li>' for n in (1041, 1042)
    )
    data = page(
        f"<article><h1>Ferry sinks</h1><p class=intro>{FIRST}</p><ul class=authors><li>Photographer: <b>Ada Holm</b></li></ul>"
        f"<ul>{links}</ul></article>"
    )
    assert shown(data) == [[(Field.CREDIT_LINE, "Photographer: Ada Holm")]] * 2


def test_a_paragraph_of_the_same_dress_in_another_box_is_body():
    first, rest = '<p class="t">Divers came at dawn on Monday.</p>', f'<p class="t">{FIRST}</p><p class="t">{SECOND}</p>'
    boxes = f"<div>{first}</div>{IMG}<div>{rest}</div>"
    assert read_html(page(f"<article><h1>Ferry sinks</h1>{boxes}</article>")).body[0] == "Divers came at dawn on Monday."


def test_a_label_with_a_link_is_no_body():
    more = '<p><b>You may like: </b><a href="/other">The new lighthouse opens its doors in May</a></p>'
    assert read_html(story("", after=more + f"<p>{SECOND} {THIRD}</p>")).body == (FIRST, SECOND, THIRD, f"{SECOND} {THIRD}")


def test_a_gallery_of_figures_without_other_text_is_an_article():
    captions = ["Divers enter the water at dawn.", "The ferry lies on its side.", "Ida Qvist speaks to the crew."]
    figures = "".join(
        f'<figure><img src="/g/wreck-{n}.jpg"><figcaption>{text}</figcaption></figure>' for n, text in enumerate(captions)
    )
    cards = "".join(f'<div><a href="/n/{n}"><img src="/t/{n}.jpg"><h3>Another story of the town</h3></a></div>' for n in range(3))
    read = read_html(page(f"<main><h1>Ferry sinks</h1><div>{figures}</div></main><div>{cards}</div>"))
    assert [item.statements[0].value for item in read.media] == captions
    assert (read.title, read.body, read.problems) == ("Ferry sinks", (), ())
