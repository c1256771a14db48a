"""What microdata and RDFa say in attributes; the golden page `rdfa.html` has one picture of each kind. All of our own writing."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from auditor.model import Field, Origin, Page
from auditor.readers.html import read_html
from auditor.readers.html_tree import Tree
from auditor.readers.html_words import name_parts
from auditor.readers.microdata import read_microdata

TEXT = (
    "<p>The ferry to Sandholm runs again after weeks in the dock, and the first boat left the harbour full on Monday morning.</p>"
)
IMAGE = '<img src="https://img.example/ferry-in-dock.jpg" alt="">'


def read(inside: str) -> Page:
    return read_html(f"<html lang=en><body><article><h1>Ferry</h1><div>{TEXT}{inside}{TEXT}</div></article>".encode())


def hidden(inside: str) -> list[tuple[Field, str]]:
    return [(s.field, s.value) for item in read(inside).media for s in item.statements if s.origin is Origin.MICRODATA]


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ('<meta itemprop="creditText" content="Ada Rask">', [(Field.CREDIT_LINE, "Ada Rask")]),
        ('<meta property="schema:creator" content="Ada Rask">', [(Field.CREATOR, "Ada Rask")]),
        ('<meta property="http://purl.org/dc/terms/creator" content="Ada Rask">', [(Field.CREATOR, "Ada Rask")]),
        ('<span property="cc:attributionName" content="Ada Rask">A.R.</span>', [(Field.CREDIT_LINE, "Ada Rask")]),
        ('<a rel="nofollow license" href="https://licences.example/by">x</a>', [(Field.LICENCE, "https://licences.example/by")]),
        ('<a rel="cc:license" href="https://licences.example/by">x</a>', [(Field.LICENCE, "https://licences.example/by")]),
        ('<time itemprop="dateCreated" datetime="2024-05-02"></time>', [(Field.DATE_CREATED, "2024-05-02")]),
        ('<i itemprop="author" itemscope><meta itemprop="name" content="Ada Rask"></i>', [(Field.CREATOR, "Ada Rask")]),
        ('<i itemprop="publisher" itemscope><meta itemprop="name" content="Courier"></i>', []),
        ('<i itemprop="author" itemscope><meta itemprop="description" content="Sails"></i>', []),
        ('<meta itemprop="creator" content=" ">', []),
        ('<meta property="og:description" content="">', []),
        ('<a rel="author" href="/people/ada">Ada</a>', []),
    ],
)
def test_properties_in_attributes(inside, said):
    assert hidden(f"<figure>{IMAGE}<figcaption>The ferry in the dock</figcaption>{inside}</figure>") == said


def test_a_picture_item_around_the_figure_speaks_of_it_alone():
    notice = '<meta itemprop="copyrightNotice" content="© Courier">'
    figure = f"<figure>{IMAGE}<figcaption>The ferry</figcaption></figure>"
    one = f'<div itemscope itemtype="https://schema.org/ImageObject">{notice}{figure}'
    assert hidden(f"{one}</div>") == [(Field.COPYRIGHT_NOTICE, "© Courier")]
    other = IMAGE.replace("dock", "fog")
    assert hidden(f"{one}<figure>{other}<figcaption>The ferry in fog</figcaption></figure></div>") == []


def test_a_shown_credit_of_rdfa_is_read_as_a_credit():
    page = read(f'<figure>{IMAGE}<figcaption>The ferry <span property="schema:creditText">Ada Rask</span></figcaption></figure>')
    assert [s.value for s in page.media[0].stating(Field.CREDIT_LINE)] == ["Ada Rask"]


@pytest.mark.parametrize(
    ("names", "word"), [("schema:creditText", "credit"), ("http://schema.org/caption", "caption"), ("dct:creator", "creator")]
)
def test_terms_of_picture_vocabularies_are_words(names, word):
    assert word in name_parts(names)


def test_variants_of_class_names_are_none():
    assert name_parts("md:caption hover:credit") == frozenset()


@settings(deadline=None)
@given(st.text(max_size=40).map(lambda text: text.replace('"', "")))
def test_any_value_is_read(value):
    for name in ("property", "rel", "itemtype"):
        assert isinstance(
            read(f'<figure {name}="{value}">{IMAGE}<meta itemprop="creator" {name}="{value}" content="{value}"></figure>'), Page
        )


def test_the_link_to_a_licence_is_no_link_to_an_author():
    licence = '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>'
    page = read(f"<figure>{IMAGE}<figcaption>The ferry in dock {licence}</figcaption></figure>")
    assert [s.value for s in page.media[0].stating(Field.LICENCE)] == ["https://creativecommons.org/licenses/by/4.0/"]


def test_an_item_around_a_hundred_thousand_pictures_is_none_of_theirs_and_takes_no_time():
    images = "<p><img src=/ferry.jpg></p>" * 100_000
    tree = Tree(LexborHTMLParser(f'<div typeof="ImageObject"><meta property="creator" content="A">{images}</div>'))
    blocks = [tree.element(node) for node in tree.parser.css("p")[:2000]]
    start = time.process_time()
    assert [list(read_microdata(block, tree)) for block in blocks] == [[]] * 2000
    assert time.process_time() - start < 5
