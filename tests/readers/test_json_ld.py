"""Structured data, as it should be and as it is."""

import json

import pytest

from auditor.model import Field, Origin
from auditor.readers.json_ld import read_json_ld

PICTURE = {
    "@type": "ImageObject",
    "contentUrl": "https://img.example/ferry-wreck.jpg",
    "caption": "The wreck &amp; the divers",
    "creditText": "Example News",
    "creator": {"@type": "Person", "name": "Ole Brandt"},
    "copyrightNotice": "© Example News 2024",
    "dateCreated": "2024-05-01",
    "license": "https://example/licence",
}
ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Ferry sinks",
    "datePublished": "2024-05-02",
    "author": [{"name": "Mia Holm"}, "Jon Berg"],
}


def test_article_and_picture_in_a_graph():
    data = read_json_ld([json.dumps({"@graph": [{**ARTICLE, "image": PICTURE}]})])
    assert (data.headline, data.date_published, data.authors) == ("Ferry sinks", "2024-05-02", ["Mia Holm", "Jon Berg"])
    (picture,) = data.pictures
    assert picture.is_article_image
    assert picture.urls == ("https://img.example/ferry-wreck.jpg",)
    assert [(s.field, s.value) for s in picture.statements] == [
        (Field.CAPTION, "The wreck & the divers"),
        (Field.CREDIT_LINE, "Example News"),
        (Field.CREATOR, "Ole Brandt"),
        (Field.COPYRIGHT_NOTICE, "© Example News 2024"),
        (Field.DATE_CREATED, "2024-05-01"),
        (Field.LICENCE, "https://example/licence"),
    ]
    assert picture.statements[1].locator == "ld+json[1].@graph[0].image.creditText"
    assert {s.origin for s in picture.statements} == {Origin.JSON_LD}


def test_plain_addresses_are_the_articles_own_pictures():
    data = read_json_ld([json.dumps({**ARTICLE, "image": ["https://img.example/a.jpg", "https://img.example/b.jpg"]})])
    assert [(p.urls, p.is_article_image) for p in data.pictures] == [
        (("https://img.example/a.jpg", "https://img.example/b.jpg"), True)
    ]


def test_the_channel_of_a_video_is_no_creator():
    video = {
        "@type": "VideoObject",
        "thumbnailUrl": "https://img.example/still.jpg",
        "name": "The wreck",
        "author": {"name": "Example TV"},
    }
    (picture,) = read_json_ld([json.dumps(video)]).pictures
    assert picture.is_video
    assert [s.field for s in picture.statements] == [Field.TITLE]


@pytest.mark.parametrize(
    "block",
    [
        '<!-- {"@type": "NewsArticle", "headline": "Ferry sinks"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Ferry sinks"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Ferry\nsinks"}',
        '[{"@type": ["NewsArticle", "Thing"], "headline": "Ferry sinks",}]',
    ],
)
def test_what_publishers_get_wrong_is_forgiven(block):
    assert read_json_ld([block]).headline == "Ferry sinks"


@pytest.mark.parametrize("block", ["{", "nothing", '{"a": ' * 3000, "[" * 100_000])
def test_what_is_no_json_is_named(block):
    data = read_json_ld([block, json.dumps(ARTICLE)])
    assert data.headline == "Ferry sinks"
    assert data.problems == ["structured data block 1 is not valid JSON and was not read"]


@pytest.mark.parametrize(
    "value", [None, 7, [], {}, "x", [None], {"@type": "ImageObject", "contentUrl": 7}, {"@type": 3, "image": [[[]]]}]
)
def test_any_value_is_taken(value):
    assert read_json_ld([json.dumps(value)]).headline is None


def test_portraits_and_logos_are_no_pictures_of_the_story():
    article = {
        "@type": "NewsArticle",
        "author": {"@type": "Person", "name": "Ada Holm", "image": {"@type": "ImageObject", "url": "/people/ada-holm.jpg"}},
        "publisher": {"@type": "Organization", "logo": {"@type": "ImageObject", "url": "/logo.png"}},
        "image": {"@type": "ImageObject", "url": "/media/ferry.jpg", "creditText": "Bo Vik/AFP"},
    }
    data = read_json_ld([json.dumps(article)])
    assert [picture.urls for picture in data.pictures] == [("/media/ferry.jpg",)]
    assert data.authors == ["Ada Holm"]
