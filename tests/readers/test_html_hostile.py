"""Pages made to break a reader: a value or a named problem, in bounded time, never an exception."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import auditor
from auditor import Document, load_policy
from auditor.limits import MAX_MEDIA_ITEMS
from auditor.readers.html import read_html
from auditor.readers.html_guard import without_traps

TEXT = b"<p>The harbour was closed for a third day while divers searched the wreck of the ferry, officials said on Monday.</p>"
PICTURES = b"".join(b"<img src=/a/photo-%05d.jpg>" % number for number in range(100_000))
TRAPS = {
    "200,000 unclosed elements": b"<div>" * 200_000 + TEXT,
    "100,000 elements in each other": b"<div>" * 100_000 + TEXT + b"</div>" * 100_000,
    "formatting that never closes": b"".join(b"<p><font color=%d>x</p>" % n for n in range(20_000)) + TEXT,
    "200,000 attributes": TEXT + b"<img " + b" ".join(b"a%d=b" % n for n in range(200_000)) + b">" + TEXT,
    "attributes behind a quote that opens nothing": TEXT
    + b'<a =" '
    + b" ".join(b"a%d" % n for n in range(200_000))
    + b' ">'
    + TEXT,
    "elements behind quotes that open nothing": (b'<a =">' + b"<b>" * 390 + b'">') * 500 + TEXT,
    "an address of file types": TEXT + b'<img src=/a/photo-1.jpg data-full="' + b".jpg" * 60_000 + b'!">' + TEXT,
    "a figure of pictures without an address": TEXT
    + b"<figure>"
    + b"<img src='data:image/gif;base64,R0lG'>" * 9_000
    + b"<figcaption>x</figcaption></figure>"
    + TEXT,
    "100,000 pictures": TEXT + PICTURES + TEXT,
    "a srcset of 100,000": TEXT + b'<img srcset="' + b", ".join(b"/a/%d.jpg %dw" % (n, n) for n in range(100_000)) + b'">' + TEXT,
    "one tag that never ends": TEXT + b'<a "' * 200_000,
    "brackets alone": b"<" * 1_000_000 + TEXT,
    "JSON 100,000 deep": b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script>" + TEXT,
    "class names without end": TEXT + b'<img src=/a/photo-1.jpg class="' + b"captionCredit-a_b " * 50_000 + b'">' + TEXT,
    "10,000 captions for one picture": TEXT
    + b"<figure><img src=/a/photo-1.jpg>"
    + b"<figcaption>x</figcaption>" * 10_000
    + b"</figure>"
    + TEXT,
    "words that stand in frames alone": b"".join(b"<iframe>%s</iframe>" % TEXT for _ in range(5)),
    "figures in figures": TEXT + b"".join(b"<figure><img src=/a/photo-%03d.jpg>" % n for n in range(400)) + TEXT,
}


@pytest.mark.parametrize("trap", TRAPS)
def test_traps_are_read_in_bounded_time(trap):
    started = time.process_time()
    page = read_html(TRAPS[trap])
    assert time.process_time() - started < 10  # a second at most on a quiet machine; without the guards minutes or all memory
    assert page.body or page.problems


@pytest.mark.parametrize(
    ("trap", "named"),
    [
        ("200,000 unclosed elements", "nested deeper"),
        ("formatting that never closes", "never closed"),
        ("200,000 attributes", "hundreds of attributes"),
        ("attributes behind a quote that opens nothing", "hundreds of attributes"),
        ("elements behind quotes that open nothing", "nested deeper"),
        ("100,000 pictures", "pictures beyond the first"),
        ("JSON 100,000 deep", "not valid JSON"),
    ],
)
def test_what_was_left_out_is_named(trap, named):
    assert any(named in problem for problem in read_html(TRAPS[trap]).problems)


def test_pictures_are_capped():
    assert len(read_html(TRAPS["100,000 pictures"]).media) == MAX_MEDIA_ITEMS


def test_harmless_pages_pass_the_guard_unchanged():
    page = (
        b'<script>if (a<b && c>d) { x = "<b <b <b" }</script><!-- <b <b --><p class=x data-json="{&quot;a&quot;: 1}">' + TEXT * 50
    )
    assert without_traps(page) == (page, [])


FRAGMENTS = (
    b"<p> </p> <figure> </figure> <figcaption> </figcaption> <h1> </h1> <article> </article> </a> <noscript> <br> </div> <button>"
    b" <template> <select> <!-- --> </script> \xff\xfe \x00 <svg><title> <table><tr><td> <html\tlang=> <a\thref=/x>"
    b" <figcaption\tclass=credit> <img\tsrc=/a/ferry-wreck.jpg\talt=x> <video\tposter=/v/still.jpg>"
    b' <div\tclass="caption\trelated"> <meta\tname=date\tcontent=2024-02-31>'
    b' <script\ttype=application/ld+json>{"@type":"NewsArticle"'
).split(b" ")


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_a_page(data):
    read_html(data)


@given(st.lists(st.sampled_from([*FRAGMENTS, TEXT]), max_size=40).map(b"".join))
@settings(max_examples=300, deadline=None)
def test_any_mark_up_gives_a_page_whose_captions_are_not_in_its_body(data):
    page = read_html(data)
    captions = {s.value for item in page.media for s in item.statements if s.origin.is_displayed}
    assert not captions & set(page.body)


@pytest.mark.parametrize("address", ["http://[", "http://[domain]/story.html", "https://[::1/story"])
def test_an_address_that_can_be_none_is_no_reason_to_leave_the_page(address):
    page = b'<link rel="canonical" href="%s"><h1>Ferry</h1><article><img src="%s/a.jpg"><img src=/a/wreck.jpg>' % (
        (address.encode(),) * 2
    )
    document = Document(name="page.html", data=page + TEXT * 3 + b"</article>")
    audit = auditor.audit(document, policy=load_policy("strict"), today=date(2026, 1, 1))
    assert audit.documents[0].page.media


def test_what_is_left_of_a_template_in_a_figure_is_no_element():
    figure = (
        b"<figure><img src=/a/wreck.jpg><figcaption>The wreck. <?php echo $credit; ?><b>Foto: Ada Holm</b></figcaption></figure>"
    )
    [item] = read_html(figure + TEXT * 3).media
    assert [s.value for s in item.statements if s.origin.is_displayed] == ["The wreck. Foto: Ada Holm"]


@pytest.mark.parametrize("tag", ['x"y', "my-p'x", "p,q", "a:b", "n\\m", "h[1]", "t{}", "v+w>"])
def test_signs_in_the_name_of_a_tag_are_no_selector(tag):
    name = tag.rstrip(">")
    odd = f'<{name} data-srcset="/a/wreck.jpg 800w"></{name}><iframe src="https://www.youtube.com/embed/x"></iframe>'.encode()
    loose = b"".join(b"<%s>%s</%s>" % (name.encode(), TEXT[3:-4], name.encode()) for _ in range(4))
    for text in (TEXT * 3, loose):
        assert len(read_html(b"<article>" + odd + text + b"</article>").body) > 0


def test_a_picture_without_an_address_is_no_beacon():
    page = b"<article>" + TEXT * 3 + b"<figure><img><noscript><img></noscript><figcaption> </figcaption></figure></article>"
    assert read_html(page).body
