"""The HTML reader on pages of our own writing: one trap a test."""

from auditor.model import Field, Origin
from auditor.readers.html import read_html

PARAGRAPHS = (
    "The harbour of Lindsund was closed for a third day on Monday while divers searched the wreck of the ferry for survivors.",
    "Officials said that nobody had been reported missing since the weekend, but the lists of the shipping line were incomplete.",
    "A spokeswoman for the town, Ida Qvist, said the sea wall would be repaired before the autumn storms begin in earnest.",
)


def page(*inner: str, head: str = "") -> bytes:
    """An article with three paragraphs; `inner` stands between the first and the second."""
    first, *rest = (f"<p>{text}</p>" for text in PARAGRAPHS)
    body = f"<article><h1>Ferry sinks</h1><div class='story-body'>{first}{''.join(inner)}{''.join(rest)}</div></article>"
    return f"<!doctype html><html lang='en'><head><title>Ferry sinks</title>{head}</head><body>{body}</body></html>".encode()


def displayed(data: bytes) -> list[list[tuple[str, str]]]:
    """(field, words) of each picture's displayed statements."""
    return [[(s.field.value, s.value) for s in item.statements if s.origin.is_displayed] for item in read_html(data).media]


def test_figure_with_caption_and_credit_element():
    figure = (
        "<figure><img src='/media/2024/ferry-4711.jpg' alt='A ferry'><figcaption>The ferry off Lindsund."
        " <span class='credit'>Photo: Ole Brandt</span></figcaption></figure>"
    )
    (item,) = read_html(page(figure)).media
    assert [(s.field, s.value, s.origin) for s in item.statements] == [
        (Field.CAPTION, "The ferry off Lindsund.", Origin.CAPTION),
        (Field.CREDIT_LINE, "Photo: Ole Brandt", Origin.CREDIT_ELEMENT),
        (Field.ALT_TEXT, "A ferry", Origin.ALT),
    ]
    assert item.url == "/media/2024/ferry-4711.jpg"


def test_the_body_is_the_running_text_alone():
    figure = "<figure><img src='/a/ferry-4711.jpg'><figcaption>The ferry off Lindsund.</figcaption></figure>"
    assert read_html(page(figure)).body == PARAGRAPHS


def test_an_inline_credit_stays_in_the_caption():
    figure = "<figure><img src='/a/ferry-4711.jpg'><figcaption>The ferry. (Photo: Ole Brandt)</figcaption></figure>"
    assert displayed(page(figure)) == [[("caption", "The ferry. (Photo: Ole Brandt)")]]


def test_title_language_date_and_byline():
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry sinks off Lindsund",'
        ' "datePublished": "2024-05-02T10:00:00+02:00", "author": [{"@type": "Person", "name": "Mia Holm"}]}</script>'
    )
    found = read_html(page(head=head))
    assert (found.title, found.language, found.date_published) == ("Ferry sinks off Lindsund", "en", "2024-05-02T10:00:00+02:00")
    assert found.byline == ("Mia Holm",)
