"""Site files: what they change, on which pages, and how wrong ones are refused. The pages and files are of our own writing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Document, Field, Page, UsageError
from auditor.pipeline import split
from auditor.readers.html import read_html
from auditor.readers.site_check import check_site
from auditor.readers.sites.site_file import Part, Selector, Site, load_site

FOLDER = Path(__file__).parents[2] / "fixtures" / "site_files"
SKERRY = FOLDER / "skerry.toml"
OLD = (FOLDER / "old-layout.html").read_bytes()


def read(data: bytes = OLD, *sites: Site) -> Page:
    return split(Document(name="page.html", data=data), sites=sites or (load_site(str(SKERRY)),))


def named(hosts: str = "a.example", **selectors: str) -> Site:
    return Site(name="own.toml", hosts=(hosts,), selectors=tuple(Selector(Part(part), css) for part, css in selectors.items()))


def test_without_the_file_the_page_is_read_wrongly():
    page = split(Document(name="page.html", data=OLD))
    assert page.title != "Ferry turns back in heavy seas"
    assert len(page.body) == 5
    assert [item.description for item in page.media][1].endswith("Ada Rask")


def test_with_the_file_it_is_read_as_it_is_meant():
    page = read()
    assert page.title == "Ferry turns back in heavy seas"
    assert page.date_published == "2021-03-14"
    assert page.byline == ("Una Flett",)
    assert [text.split()[1] for text in page.body] == ["morning", "was", "harbour"]
    assert [(item.description, item.credit and item.credit.line) for item in page.media] == [
        (None, "Bram Oland/Skerry Courier"),
        ("Cars on the deck of the ferry after she had come back to Norwick", "Ada Rask"),
    ]
    assert page.problems == ()


def test_statements_say_through_which_selector_they_came():
    lead, deck = read().media
    assert [s.locator for s in lead.statements] == ["body > div.hero p (site file skerry.toml: credit p.shot)"]
    assert [(s.field, s.locator.partition(" (")[2]) for s in deck.statements] == [
        (Field.CAPTION, "site file skerry.toml: caption div.foto-credit)"),
        (Field.CREDIT_LINE, "site file skerry.toml: credit div.foto-credit b.by)"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"www.skerrycourier.example", b"www.skerrycourier.example.evil.example"),
        (b"www.skerrycourier.example", b"notskerrycourier.example"),
        (b"14.3.2021", b"14.3.2018"),
        (b"14.3.2021", b"1.7.2023"),
        (b'<link rel="canonical"', b'<link rel="next"'),
    ],
)
def test_a_page_of_another_host_or_time_is_not_touched(old, new):
    data = OLD.replace(old, new)
    assert read(data) == split(Document(name="page.html", data=data))


@pytest.mark.parametrize("day", ["1.1.2019", "30.6.2023"])
def test_the_bounds_belong_to_the_span(day):
    assert read(OLD.replace(b"14.3.2021", day.encode())).title == "Ferry turns back in heavy seas"


def test_the_first_file_whose_page_it_is_counts():
    sites = named("b.example", title="span.who"), named("skerrycourier.example", title="span.when"), load_site(str(SKERRY))
    assert read(OLD, *sites).title == "14.3.2021"


def test_an_article_that_is_gone_is_named_and_the_page_read():
    page = read(OLD, named("skerrycourier.example", article="main.new"))
    assert page.problems == ("site file own.toml: no element is its article; has the layout changed?",)
    assert len(page.body) == 5


def test_elements_ignored_inside_one_another():
    site = named("skerrycourier.example", ignore="div, p, img, body, html")
    assert read(OLD, site).media == ()


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('host = "a.example"', r", line 1: host: unknown key; did you mean 'hosts'\?"),
        ('hosts = "a.example"\n[select]\ncaptoin = "p"', r", line 3: select.captoin: unknown key; did you mean 'caption'\?"),
        ('hosts = "https://a.example/"\n[select]\ncaption = "p"', r", line 1: hosts: 'https://a.example/' is no host"),
        ('hosts = []\n[select]\ncaption = "p"', r", line 1: hosts: must be a word in quotes or a list of them"),
        ('hosts = "a.example"\nvalid_from = "2021-01-01"\n[select]\ncaption = "p"', r", line 2: valid_from: must be a day"),
        (
            'hosts = "a.example"\nvalid_from = 2021-01-02\nvalid_until = 2021-01-01\n[select]\ncaption = "p"',
            r", line 3: valid_until: lies before valid_from",
        ),
        (
            'hosts = "a.example"\n[select]\ncaption = "p:fist-child"',
            r", line 3: select.caption: 'p:fist-child' is no CSS selector .* did you mean ':first-child'\?",
        ),
        (
            'hosts = "a.example"\n[select]\ncredit = ["p", "div["]',
            r"line 3: select.credit: 'div\[' is no CSS selector .*position 3",
        ),
        ('hosts = "a.example"\n[select]\ncredit = 3', r", line 3: select.credit: must be a word"),
        ('hosts = "a.example"', r"select: must be a table"),
        ("hosts = ", "not valid TOML"),
    ],
)
def test_a_wrong_file_is_refused_with_place_and_nearest_name(tmp_path, text, error):
    (tmp_path / "own.toml").write_text(text)
    with pytest.raises(UsageError, match=error):
        load_site(str(tmp_path / "own.toml"))


def test_too_many_selectors_are_refused(tmp_path):
    (tmp_path / "own.toml").write_text(f'hosts = "a.example"\n[select]\nignore = {["p"] * 101}')
    with pytest.raises(UsageError, match="more than 100 selectors"):
        load_site(str(tmp_path / "own.toml"))


def test_the_check_tells_what_was_matched_and_what_may_have_been_meant():
    site = named("skerrycourier.example", ignore="div.rail", caption="div.fotocredit")
    checked = check_site(site, Document(name="page.html", data=OLD))
    assert checked.refusal is None
    assert [(m.count, m.hint) for m in checked.matches] == [(2, ""), (0, "did you mean '.foto-credit'?")]
    assert checked.matches[0].sample.startswith("This week the Courier looks back")
    assert len(checked.matches[0].sample) == 60


@pytest.mark.parametrize("url", ["http://[", "http://a.example:x", "about:blank", ""])
def test_an_address_that_is_none_belongs_to_nobody(url):
    assert named().refuses(url, None) == ("the page names no address of its own" if "a.example" not in url else None)


_LAYOUT = named(article="div, p", ignore="i, b p", caption="u, div p", credit="b, u b", title="h2", date="em", byline="s")
_BITS = st.sampled_from(
    ["<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<u>", "<s>", "<em>2024-05-02", "<h1>", "<h2>", "<figure>",
     "<img src=/a/harbour-picture.jpg>", "<figcaption>", "</figure>", "<table>", "<body>", "</html>",
     "The ferry runs again. " * 4, "x", "<!--"]
)  # fmt: skip


@given(st.lists(_BITS, max_size=40).map("".join))
def test_any_markup_is_read_through_a_file(html):
    page = read_html(html.encode(), url="https://a.example/x", sites=(_LAYOUT,))
    captions = {s.value for item in page.media for s in item.statements if s.origin.is_displayed}
    assert not captions & set(page.body)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_through_a_file(data):
    assert isinstance(read_html(data, url="https://a.example/x", sites=(_LAYOUT,)), Page)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_site_or_a_refusal(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("site") / "own.toml"
    path.write_bytes(b'hosts = "a.example"\n[select]\ncaption = ' + data)
    try:
        assert isinstance(load_site(str(path)), Site)
    except UsageError as error:
        assert str(path) in str(error)
